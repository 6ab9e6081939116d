// What a run did is undone, on the built bundle in the local Workspace (TF29, TF17, D1).
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  MINUTE_MS,
  NOORA,
  calendarPanel,
  eventPanel,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';

const ZONE = 'Europe/Helsinki';

const page = readyForCalendars();
const { workspace } = page;
const book = WorkbookByHand.openedFrom(page);
const calendar = new CalendarByHand(workspace, NOORA);
const panel = turnOnSync(calendarPanel(workspace));
const aRunPasses = () => workspace.advance(MINUTE_MS);
let plan = '';

test('a change is shown first, then put back on both sides, and the Journal says so [TF29]', () => {
  plan = calendar.addHour('Plan', '2026-03-10T10:00:00Z');
  aRunPasses();
  calendar.change(plan, { summary: 'Plan B', location: 'Espoo' });
  runOnce(panel.press('Refresh'));
  expect(book.named('Plan B')).toMatchObject([{ Location: 'Espoo' }]);
  runOnce(panel.press('Undo'));
  expect(panel.text).toContain('Undo this?\nWould be put back\n1 entry\nPlan B');
  expect(book.named('Plan B')).toHaveLength(1);
  expect(panel.press('Show').text).toContain('Title changed, was “Plan”.');
  panel.press('Back');
  runOnce(panel.press('Put back'));
  expect(panel.text).toContain('Undone\nPut back\n1 entry');
  expect(book.named('Plan')).toMatchObject([{ Location: '' }]);
  expect(calendar.titled('Plan')).toHaveLength(1);
  expect(JSON.stringify(book.rows('Journal').map((row) => row['Change']))).toContain('Put back.');
  expect(panel.press('OK').text).toContain('Last changes');
});

test('a deleted series comes back under its own id, with the date that was moved', () => {
  const series = calendar.add({
    summary: 'Standup',
    start: { dateTime: '2026-03-09T09:00:00', timeZone: ZONE },
    end: { dateTime: '2026-03-09T09:15:00', timeZone: ZONE },
    recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=4'],
  });
  aRunPasses();
  calendar.change(`${series}_20260316T070000Z`, { summary: 'Standup, elsewhere' });
  aRunPasses();
  expect(book.named('Standup, elsewhere')).toHaveLength(1);
  const opened = (eventId: string) => eventPanel(workspace, eventId).text;
  expect(opened(series)).toContain('A series\nEvery week on Mon');
  expect(opened(`${series}_20260316T070000Z`)).toContain('One date of a series\n16 March 2026');
  book.remove('Activities', ['Name', 'Standup, elsewhere']);
  book.remove('Activities', ['Name', 'Standup']);
  workspace.advance(3 * MINUTE_MS);
  expect(calendar.titled('Standup')).toEqual([]);
  panel.press('Refresh');
  runOnce(panel.press('Undo the last run'));
  runOnce(panel.press('Put back'));
  aRunPasses();
  expect(calendar.instances(series).map(({ summary }) => summary)).toEqual([
    'Standup',
    'Standup, elsewhere',
    'Standup',
    'Standup',
  ]);
  expect(book.named('Standup')).toHaveLength(1);
  expect(book.named('Standup, elsewhere')).toHaveLength(1);
});

test('the version that lost a conflict is taken instead [D1]', () => {
  calendar.change(plan, { location: 'Vantaa' });
  book.change('Activities', ['Name', 'Plan'], { Location: 'Turku' });
  runOnce(panel.press('Refresh'));
  expect(panel.text).toContain('Changed on both sides');
  const taken = book.named('Plan')[0]!['Location'];
  panel.press('Take another version');
  expect(panel.text).toContain(`said: at “${taken === 'Turku' ? 'Vantaa' : 'Turku'}”`);
  runOnce(panel.press('Take the other version'));
  const other = taken === 'Turku' ? 'Vantaa' : 'Turku';
  expect(book.named('Plan')).toMatchObject([{ Location: other }]);
  expect(calendar.titled('Plan')).toMatchObject([{ location: other }]);
  expect(panel.text).not.toContain('Changed on both sides');
});

test('what is kept in step is listed on the person’s card', () => {
  runOnce(panel.press('OK').press('Show all'));
  expect(panel.press('Show all').text).toContain('Standup, elsewhere\n16 March');
  panel.press('Back');
});

test('nothing more is written once it is undone', () => {
  aRunPasses();
  aRunPasses();
  const before = workspace.traffic.calls.length;
  aRunPasses();
  const writes = workspace.traffic.calls
    .slice(before)
    .filter(({ method }) => /events\.(insert|patch|delete|update)|batchUpdate/.test(method));
  expect(writes).toEqual([]);
});
