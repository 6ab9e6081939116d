// Google ends a run that gives availability to the work system at any of its calls, or fails one of them.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { ADMIN, ANNA, companyHost, MINUTE_MS, momentOf, rowsOf, setUp, turnOn } from './company';
import { AdminPage } from '../support/tandem';
import { differences, disturbed, isApi, isWrite, pointsOf, type Scenario } from './sweep';

const addEvent = (workspace: LocalWorkspace, summary: string, hour: number): void =>
  void workspace.act(
    ANNA,
    'calendar.events.insert',
    { calendarId: 'primary' },
    {
      summary,
      start: { dateTime: `2026-03-11T${hour}:00:00Z` },
      end: { dateTime: `2026-03-11T${hour}:30:00Z` },
    },
  );

const outcome = (workspace: LocalWorkspace) => ({
  blocks: rowsOf(workspace, 'Availability')
    .filter((row) => row['Person'] !== '')
    .map((row) => [row['Person'], row['From (UTC)'], row['Until (UTC)'], row['Why']].join(' '))
    .sort(),
  problems: rowsOf(workspace, 'Problems').map((row) => row['About'] ?? ''),
});

let scenario: Scenario<ReturnType<typeof outcome>>;
beforeAll(() => {
  const { workspace } = companyHost();
  setUp(workspace);
  turnOn(workspace, ANNA);
  addEvent(workspace, 'Moved later', 10);
  new AdminPage(workspace, ADMIN)
    .open()
    .open('Availability')
    .press('Save', { who: ['everybody'], hours: [''] });
  workspace.advance(3 * MINUTE_MS);
  addEvent(workspace, 'New', 12);
  scenario = { before: momentOf(workspace), outcome, journal: () => [] };
});

test('undisturbed, the sheet has every block once, and the next run writes nothing', () => {
  const calm = disturbed(scenario, []);
  expect(calm.outcome.blocks.map((block) => block.replace(/^\S+ /, ''))).toEqual([
    '2026-03-11T10:00:00.000Z 2026-03-11T10:30:00.000Z Busy',
    '2026-03-11T12:00:00.000Z 2026-03-11T12:30:00.000Z Busy',
    expect.stringContaining('Not checked yet'),
  ]);
  expect(calm.writesLater).toEqual([]);
  expect(calm.errors).toEqual([]);
});

/** Long enough for a calendar that could not be read to be tried again. */
const PATIENCE = { waitMs: 15 * MINUTE_MS };

test('ended at any call, the sheet ends as if it had not been [Inv7]', () => {
  const points = pointsOf(scenario).filter(isApi);
  expect(points.length).toBeGreaterThan(4);
  expect(differences(scenario, points, ['before', { kind: 'kill' }], PATIENCE)).toEqual([]);
});

test('with an error at any call, or no answer to a write, too', () => {
  const points = pointsOf(scenario);
  const fails = { kind: 'error', code: 503 } as const;
  expect(differences(scenario, points.filter(isApi), ['before', fails], PATIENCE)).toEqual([]);
  const late = { kind: 'timeout' } as const;
  expect(differences(scenario, points.filter(isWrite), ['after', late], PATIENCE)).toEqual([]);
});
