// What people choose about their own sync: single events (TF16).
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  ANNA,
  MINUTE_MS,
  NOORA,
  calendarPanel,
  eventPanel,
  lookAhead,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';
import type { Panel } from '../support/tandem';

const page = readyForCalendars();
const { workspace } = page;
const book = WorkbookByHand.openedFrom(page);
const calendar = new CalendarByHand(workspace, NOORA);
const opened = (eventId: string): Panel => eventPanel(workspace, eventId);
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

test('entries that are alike are one only where the person says so before they start [TF7]', () => {
  const annas = new CalendarByHand(workspace, ANNA);
  ['Audit', 'Retro'].forEach((title, index) => {
    annas.addHour(title, `2026-03-1${index + 2}T10:00:00Z`);
    book.add('Activities', {
      Owner: ANNA,
      Name: `${title} with Oy Havu`,
      Type: 'Meeting',
      Start: `2026-03-1${index + 2} 12:00`,
      End: `2026-03-1${index + 2} 13:00`,
    });
  });
  const panel = lookAhead(calendarPanel(workspace, ANNA));
  expect(panel.text).toContain('The same entry?\nAlike on both sides, but not equal\n2 pairs');
  expect(panel.press('Compare').text).toContain('Audit with Oy Havu');
  panel.press('Yes, they are one').press('Back');
  expect(panel.text).toContain('You said that 1 of them is one entry.');
  runOnce(panel.press('Start'));
  const named = (title: string) =>
    annas.all().filter(({ summary = '' }) => summary.startsWith(title));
  expect([named('Audit').length, named('Retro').length].sort()).toEqual([1, 2]);
  const rows = book.rows('Activities').filter(({ Name = '' }) => /^(Audit|Retro)/.test(Name));
  expect(rows).toHaveLength(3);
});

test('the open event leads to the sheet Activities for whoever surely can open the workbook, and to nobody else [TF34]', () => {
  const admins = new CalendarByHand(workspace, ADMIN);
  const titles = [NOORA, ADMIN].map((owner) => {
    book.add('Activities', {
      Owner: owner,
      Name: `Copied for ${owner}`,
      Type: 'Meeting',
      Start: '2026-03-17 12:00',
      End: '2026-03-17 13:00',
    });
    return `Copied for ${owner}`;
  });
  turnOnSync(calendarPanel(workspace, ADMIN));
  workspace.advance(MINUTE_MS);
  const cards = [calendar, admins].map((one, index) =>
    eventPanel(workspace, one.titled(titles[index]!)[0]!.id, one.person),
  );
  cards.forEach((card) => expect(card.text).toContain('In your work system'));
  expect(cards[0]!.buttons()).not.toContain('Open Activities');
  expect(cards[1]!.press('Open Activities').opened).toContain(`${book.id}/edit#gid=`);
});
