// An execution that takes private copies back is ended at any of its calls, and the organization shows everything again before the next.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import {
  ANNA,
  backTo,
  changeCell,
  companyHost,
  eventNamed,
  MINUTE_MS,
  momentOf,
  rowsOf,
  setUp,
  turnOn,
} from './company';
import { isApi, isWrite, pointsOf, type Scenario } from './sweep';

const secret = { summary: 'Oncologist', location: 'Ward 7', description: 'Biopsy' };

const choose = (workspace: LocalWorkspace, value: string): void =>
  changeCell(workspace, 'Settings', {
    where: 'Setting',
    is: 'Private events',
    heading: 'Value',
    value,
  });

/** In step while everything is copied; what comes next takes the copies back. */
function tightened(choice: string): Scenario<unknown> {
  const { workspace } = companyHost();
  setUp(workspace);
  choose(workspace, 'Copy everything');
  const hour = {
    start: { dateTime: '2026-03-10T09:00:00Z' },
    end: { dateTime: '2026-03-10T10:00:00Z' },
  };
  const insert = (body: object) =>
    workspace.act(ANNA, 'calendar.events.insert', { calendarId: 'primary' }, body);
  insert({ ...hour, ...secret, visibility: 'private' });
  insert({ ...hour, summary: 'Lunch' });
  turnOn(workspace, ANNA);
  workspace.advance(4 * MINUTE_MS);
  choose(workspace, choice);
  return {
    before: momentOf(workspace),
    outcome: (now) => [eventNamed(now, ANNA, 'Oncologist'), rowNames(now)],
    journal: () => [],
  };
}

const rowNames = (workspace: LocalWorkspace): unknown[] =>
  rowsOf(workspace, 'Activities')
    .map(({ Name }) => Name)
    .filter((name) => name !== '')
    .sort();

test.each(['Leave out', 'Copy only that the time is taken'])(
  'no event is deleted or emptied by it, and its row comes back whole, after the choice “%s”',
  (choice) => {
    const scenario = tightened(choice);
    const points = pointsOf(scenario);
    expect(points.filter(isWrite).length).toBeGreaterThan(2);
    const wrong = points
      .filter((point) => isApi(point) || /^properties\.(set|delete)/.test(point.method))
      .flatMap(({ at, method }) => {
        const workspace = backTo(scenario.before);
        workspace.faults.plan([{ at, when: 'before', fault: { kind: 'kill' } }]);
        workspace.advance(MINUTE_MS);
        workspace.faults.plan([]);
        choose(workspace, 'Copy everything');
        workspace.advance(7 * MINUTE_MS, { runDueTriggers: false });
        workspace.advance(4 * MINUTE_MS);
        const { location, description } = eventNamed(workspace, ANNA, 'Oncologist') ?? {};
        const found = JSON.stringify([location, description, rowNames(workspace)]);
        return found === JSON.stringify(['Ward 7', 'Biopsy', ['Lunch', 'Oncologist']])
          ? []
          : [`killed before call ${at}, ${method}: ${found}`];
      });
    expect(wrong).toEqual([]);
  },
);
