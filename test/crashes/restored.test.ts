// Somebody puts the workbook back to an earlier version: right before any call of a run, or between runs.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import type { SpreadsheetRecord } from '../../emulator/workspace/state/sheets';
import { calendarScenario, type CalendarOutcome } from './calendar-scenario';
import { ADMIN, ANNA, backTo, eventsOf, MINUTE_MS, rowsOf, workbookId } from './company';
import { disturbed, pointsOf, type Scenario } from './sweep';

let scenario: Scenario<CalendarOutcome>;
/** The workbook as it was before the person's rows were deleted and edited. */
let earlier: SpreadsheetRecord;
let calm: CalendarOutcome;

beforeAll(() => {
  scenario = calendarScenario((workspace) => {
    earlier = structuredClone(recordOf(workspace));
    // Somebody works on: the earlier version is some time ago.
    workspace.act(ANNA, 'calendar.events.insert', { calendarId: 'primary' }, LATER);
    workspace.advance(3 * MINUTE_MS);
  });
  calm = disturbed(scenario, []).outcome;
});

const LATER = {
  summary: 'Later',
  start: { dateTime: '2026-03-25T09:00:00Z' },
  end: { dateTime: '2026-03-25T10:00:00Z' },
};

const recordOf = (workspace: LocalWorkspace): SpreadsheetRecord =>
  workspace.state.sheets.spreadsheets[workbookId(workspace)]!;

/** As File → Version history → Restore does. Answers what was there. */
function restore(workspace: LocalWorkspace, version: SpreadsheetRecord): SpreadsheetRecord {
  const latest = structuredClone(recordOf(workspace));
  workspace.state.sheets.spreadsheets[workbookId(workspace)] = structuredClone(version);
  // Drive counts a restored version as a change like any other.
  const range = { spreadsheetId: workbookId(workspace), range: 'Settings!C99' };
  workspace.act(ADMIN, 'sheets.spreadsheets.values.clear', range, {});
  return latest;
}

const titles = (workspace: LocalWorkspace): unknown[] =>
  eventsOf(workspace, ANNA)
    .map(({ summary }) => summary)
    .sort();

test('right before any call of a run, it deletes nothing in Google, and put forward again all goes on', () => {
  const points = pointsOf(scenario).filter(({ method }) => /^(sheets|drive)\./.test(method));
  expect(points.length).toBeGreaterThan(5);
  for (const { at, method } of points) {
    const workspace = backTo(scenario.before);
    let latest: SpreadsheetRecord | null = null;
    workspace.faults.hands!.run = () => {
      latest = restore(workspace, earlier);
    };
    const fault = { kind: 'run', function: 'restore', as: ADMIN } as const;
    workspace.faults.plan([{ at, when: 'before', fault }]);
    workspace.advance(MINUTE_MS);
    workspace.faults.plan([]);
    workspace.advance(10 * MINUTE_MS);
    const kept = new Set(titles(workspace));
    for (const title of ['Left alone', 'Later', 'New in Google 1'])
      expect([at, method, title, kept.has(title)]).toEqual([at, method, title, true]);
    restore(workspace, latest!);
    workspace.advance(10 * MINUTE_MS);
    expect([at, method, scenario.outcome(workspace)]).toEqual([at, method, calm]);
  }
});

test('between runs, nothing is written on either side until an administrator decides', () => {
  const workspace = backTo(scenario.before);
  workspace.advance(3 * MINUTE_MS);
  restore(workspace, earlier);
  const [google, rows] = [titles(workspace), rowsOf(workspace, 'Activities')];
  workspace.advance(10 * MINUTE_MS);
  expect(titles(workspace)).toEqual(google);
  expect(rowsOf(workspace, 'Activities')).toEqual(rows);
});
