// What guards a person's calendar in a run of the built add-on: If-Match, whole listings, and previews that go.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import {
  addRow,
  ANNA,
  companyHost,
  deleteRow,
  eventNamed,
  MINUTE_MS,
  momentOf,
  rowsOf,
  setUp,
  turnOn,
} from './company';
import { disturbed, pointsOf, type Scenario } from './sweep';

const hour = (summary: string, day: number): object => ({
  summary,
  start: { dateTime: `2026-03-${day}T09:00:00Z` },
  end: { dateTime: `2026-03-${day}T10:00:00Z` },
});

const addEvent = (workspace: LocalWorkspace, summary: string, day: number): void =>
  void workspace.act(ANNA, 'calendar.events.insert', { calendarId: 'primary' }, hour(summary, day));

/** However short the pages are. */
function allEvents(workspace: LocalWorkspace) {
  const found: { readonly id: string; readonly summary: string }[] = [];
  for (let pageToken: string | undefined; ;) {
    const page = workspace.act(ANNA, 'calendar.events.list', {
      calendarId: 'primary',
      ...(pageToken && { pageToken }),
    }) as { items: typeof found; nextPageToken?: string };
    found.push(...page.items);
    pageToken = page.nextPageToken;
    if (pageToken === undefined) return found;
  }
}

const names = (workspace: LocalWorkspace): unknown[] =>
  rowsOf(workspace, 'Activities')
    .map(({ Name }) => Name)
    .filter((name) => name !== '')
    .sort();

test('an event that is edited after it was read, and before it would be deleted, stays with the edit, and its row comes back [Inv6]', () => {
  const { workspace } = companyHost();
  setUp(workspace);
  // One stays: of a sheet that is empty, nothing is believed.
  for (const Name of ['Dropped', 'Kept'])
    addRow(workspace, 'Activities', {
      Name,
      Owner: ANNA,
      Start: '2026-03-11 09:00',
      End: '2026-03-11 10:00',
      'Time zone': 'Etc/UTC',
    });
  turnOn(workspace, ANNA);
  workspace.advance(4 * MINUTE_MS);
  deleteRow(workspace, 'Activities', { where: 'Name', is: 'Dropped' });
  const { id: eventId } = eventNamed(workspace, ANNA, 'Dropped');
  workspace.faults.plan([
    {
      method: 'batch',
      fault: {
        kind: 'act',
        as: ANNA,
        method: 'calendar.events.patch',
        params: { calendarId: 'primary', eventId },
        body: { location: 'Room 9' },
      },
    },
  ]);
  workspace.advance(4 * MINUTE_MS);
  expect(workspace.faults.struck()).toEqual([1]);
  workspace.faults.plan([]);
  workspace.advance(3 * MINUTE_MS);
  expect(eventNamed(workspace, ANNA, 'Dropped')).toMatchObject({ location: 'Room 9' });
  expect(names(workspace)).toEqual(['Dropped', 'Kept']);
});

test('a calendar whose listing comes in short pages, an empty one among them, is read whole [Inv9]', () => {
  const { workspace } = companyHost([], { calendarPages: 'short' });
  setUp(workspace);
  const days = [10, 11, 12, 13, 16, 17];
  for (const day of days) addEvent(workspace, `On ${day}`, day);
  turnOn(workspace, ANNA);
  workspace.advance(3 * MINUTE_MS);
  expect(names(workspace)).toEqual(days.map((day) => `On ${day}`));
  for (const { id: eventId, summary } of allEvents(workspace)) {
    const params = { calendarId: 'primary', eventId };
    const body = { summary: summary.replace('On', 'Moved') };
    workspace.act(ANNA, 'calendar.events.patch', params, body);
  }
  workspace.advance(3 * MINUTE_MS);
  expect(names(workspace)).toEqual(days.map((day) => `Moved ${day}`));
});

test('after a first run that was killed at any point, the preview with its titles is removed', () => {
  const { workspace } = companyHost();
  setUp(workspace);
  addEvent(workspace, 'Secret title', 10);
  turnOn(workspace, ANNA);
  const scenario: Scenario<readonly string[]> = {
    before: momentOf(workspace),
    outcome: ({ installed }) =>
      Object.values(installed!.record.cache)
        .flatMap((entries) => Object.keys(entries))
        .filter((key) => key.startsWith('preview.')),
    journal: () => [],
  };
  expect(scenario.outcome(workspace)).toHaveLength(1);
  const points = pointsOf(scenario).filter(({ method }) =>
    /^(properties|cache)\.(set|put|delete|remove)/.test(method),
  );
  expect(points.length).toBeGreaterThan(5);
  const left = points.flatMap(({ at, method }) =>
    disturbed(scenario, [{ at, fault: { kind: 'kill' } }]).outcome.map(
      (key) => `killed before call ${at}, ${method}: ${key}`,
    ),
  );
  expect(left).toEqual([]);
});
