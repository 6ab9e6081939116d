// What people choose about their own sync: single events (TF16).
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import { calendarPanel, MINUTE_MS, NOORA, readyForCalendars, turnOnSync } from '../support/set-up';
import { Panel } from '../support/tandem';

const page = readyForCalendars();
const { workspace } = page;
const book = WorkbookByHand.openedFrom(page);
const calendar = new CalendarByHand(workspace, NOORA);
const opened = (eventId: string): Panel =>
  new Panel(workspace, NOORA, {
    host: 'CALENDAR',
    calendar: { calendarId: NOORA, eventId },
  }).open();
const own = calendar.addHour('Dentist', '2026-03-10T07:00:00Z');
const other = calendar.addHour('Gym', '2026-03-10T09:00:00Z');
const series = calendar.addHour('Choir', '2026-03-11T17:00:00Z', {
  start: { dateTime: '2026-03-11T17:00:00Z', timeZone: 'Europe/Helsinki' },
  end: { dateTime: '2026-03-11T18:00:00Z', timeZone: 'Europe/Helsinki' },
  recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'],
});

beforeAll(() => void turnOnSync(calendarPanel(workspace)));

test('“Do not sync this” takes the activity back with the next run, and the card says why it is not synced [TF16]', () => {
  expect(book.named('Dentist')).toHaveLength(1);
  const card = opened(own);
  expect(card.text).toContain('It takes part in your sync');
  card.press('Do not sync this');
  expect(card.text).toContain('It is not synced');
  expect(card.text).toContain('You chose not to sync it.');
  // A second choice before the run does not replace the first.
  opened(other).press('Do not sync this');
  workspace.advance(MINUTE_MS);
  expect(book.named('Dentist')).toEqual([]);
  expect(book.named('Gym')).toEqual([]);
  expect(calendar.titled('Dentist')).toHaveLength(1);
  const home = calendarPanel(workspace);
  expect(home.text).toContain('You chose not to sync it.');
});

test('“Sync this” brings it back, and nothing else is written [TF16]', () => {
  const card = opened(own).press('Sync this');
  expect(card.text).toContain('It takes part in your sync');
  workspace.advance(MINUTE_MS);
  expect(book.named('Dentist')).toHaveLength(1);
  expect(book.named('Gym')).toEqual([]);
  const before = [calendar.all(), book.rows('Activities'), book.rows('Journal')];
  workspace.advance(3 * MINUTE_MS);
  expect([calendar.all(), book.rows('Activities'), book.rows('Journal')]).toEqual(before);
});

test('on one date of a series, the choice is for the series, and the card says so [TF16]', () => {
  const card = opened(calendar.instances(series)[2]!.id);
  expect(card.text).toContain('your choice is for all its dates');
  card.press('Do not sync this');
  workspace.advance(MINUTE_MS);
  expect(book.named('Choir')).toEqual([]);
  expect(calendar.instances(series)).toHaveLength(5);
  expect(opened(calendar.instances(series)[0]!.id).buttons()).toContain('Sync this');
});

test('a choice beside a wish to turn it off is kept for the next time it is on [TF16, D3]', () => {
  opened(series).press('Sync this');
  opened(other).press('Sync this');
  opened(own).press('Do not sync this');
  calendarPanel(workspace).press('Turn off').press('Turn off, keep copies');
  workspace.advance(MINUTE_MS);
  turnOnSync(calendarPanel(workspace));
  expect(book.named('Dentist')).toEqual([]);
  expect(book.named('Gym')).toHaveLength(1);
  expect(book.named('Choir')).toHaveLength(1);
});

test('the choice needs no call to Google but to read the event, and shows nobody else’s [S26]', () => {
  const text = JSON.stringify(book.rows('Connections').map((row) => row['Own choices']));
  expect(text).toContain(own);
  expect(opened(other).buttons()).toContain('Do not sync this');
});
