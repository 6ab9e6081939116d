// Where Google lets a web app make hourly triggers only: the same first sync, later, and said so.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  adminInstall,
  calendarPanel,
  delegate,
  MINUTE_MS,
  NOORA,
  readyForCalendars,
} from '../support/set-up';
import { offeredTandem } from '../support/tandem';

const HOUR_MS = 60 * MINUTE_MS;

const workspace = offeredTandem({
  settings: { propagation: 'immediate', webAppMayTriggerEveryMinute: false },
});
adminInstall(workspace);
delegate(workspace);
const page = readyForCalendars(workspace);
const panel = calendarPanel(workspace);
const calendar = new CalendarByHand(workspace, NOORA);

test('finalizing falls back to one run an hour, and says so', () => {
  expect(page.text).toContain('every 60 minutes');
  expect(page.open('Integrations').text).toContain('Runs\nEvery hour');
  const rules = workspace.installed!.record.triggers.map(({ source }) => source);
  expect(rules).toMatchObject([{ kind: 'recurring', rule: { every: 'hours', count: 1 } }]);
});

test('a person is told that it takes about an hour, and nothing happens before [S31]', () => {
  panel.press('Turn on my calendar sync');
  expect(panel.text).toContain('within about 60 minutes');
  workspace.advance(MINUTE_MS);
  expect(panel.press('Refresh').buttons()).toEqual(['Refresh']);
});

test('within the hour there is the preview; within the next one the first sync is done [S1, S28]', () => {
  workspace.advance(HOUR_MS);
  panel.press('Refresh').press('Start');
  expect(panel.text).toContain('within about 60 minutes');
  workspace.advance(HOUR_MS);
  expect(panel.press('Refresh').text).toContain('✓ On');
  expect(WorkbookByHand.openedFrom(page).rows('Activities')).toHaveLength(7);
});

test('the card says how fresh it is, as measured: not what was promised', () => {
  const minutes = () => Number(/Up to date as of (\d+) minutes? ago/.exec(panel.text)?.[1]);
  const then = minutes();
  workspace.advance(3 * MINUTE_MS);
  panel.press('Refresh');
  expect(minutes()).toBe(then + 3);
});

test('changes go both ways at the hour', () => {
  const book = WorkbookByHand.openedFrom(page);
  calendar.addHour('At the hour', '2026-03-10T12:00:00Z');
  workspace.advance(MINUTE_MS);
  expect(book.named('At the hour')).toEqual([]);
  workspace.advance(HOUR_MS);
  expect(book.named('At the hour')).toHaveLength(1);
  book.remove('Activities', ['Name', 'At the hour']);
  // A row that one look misses may be on somebody's clipboard: the next look decides.
  for (let hour = 0; hour < 3; hour += 1) workspace.advance(HOUR_MS);
  expect(calendar.titled('At the hour')).toEqual([]);
});

test('the page Calendars says how long changes took, by direction, and draws the last days [TF10]', () => {
  const { text } = page.open('Calendars');
  // At which minute of the hour Google runs it is drawn when the trigger is made.
  expect(text).toMatch(
    /From Google to the work system\nHalf within (?:10 minutes|20 minutes|40 minutes|1 hour), 95 % within (?:10 minutes|20 minutes|40 minutes|1 hour)\n1 change in the last two weeks/,
  );
  // The deletion waited for a second look.
  expect(text).toMatch(/From the work system to Google\nHalf within [24] hours/);
});

test('it is behind when its runs stay away for more than two of its hours, and not before', () => {
  workspace.faults.plan([{ method: 'runSyncs', times: 9, fault: { kind: 'drop-trigger' } }]);
  workspace.advance(HOUR_MS);
  expect(panel.press('Refresh').text).not.toContain('behind');
  workspace.advance(2 * HOUR_MS);
  expect(panel.press('Refresh').text).toContain('behind');
  workspace.faults.plan([]);
  workspace.advance(2 * HOUR_MS);
  expect(panel.press('Refresh').text).not.toContain('behind');
});
