import { expireSyncTokens, SYNC_TOKEN_DAYS } from '../../../emulator/workspace/calendar/sync-token';
import { ANNA, BEN } from '../../support/small-company';
import { hands, handsOf, hour, ids, readAll, refusal, series, stamp } from './hands';

const DAY = 86_400_000;
const expired = {
  code: 410,
  reason: 'fullSyncRequired',
  message: 'Sync token is no longer valid, a full sync is required.',
};

test('an increment has every change since then once, in its latest state, and nothing more', () => {
  const anna = hands(ANNA);
  const [a, b, c] = ['A', 'B', 'C'].map((summary) => anna.insert({ ...hour(), summary }).id);
  const { nextSyncToken } = anna.list();
  anna.patch(a, { summary: 'A2' });
  anna.remove(b);
  anna.patch(a, { summary: 'A3' });
  const d = anna.insert({ ...hour(), summary: 'D' }).id;
  const increment = anna.list({ syncToken: nextSyncToken });
  expect(ids(increment.items)).toEqual([b, a, d]);
  expect(increment.items[0]).toEqual({
    kind: 'calendar#event',
    etag: expect.any(String),
    id: b,
    status: 'cancelled',
  });
  expect(increment.items[1].summary).toBe('A3');
  expect(ids(increment.items)).not.toContain(c);
  expect(anna.list({ syncToken: increment.nextSyncToken }).items).toEqual([]);
});

test('a deletion has its details if deleted events were asked for', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert({ ...hour(), summary: 'Gone' });
  const { nextSyncToken } = anna.list();
  anna.remove(id);
  expect(anna.list({ syncToken: nextSyncToken, showDeleted: true }).items[0]).toMatchObject({
    status: 'cancelled',
    summary: 'Gone',
  });
});

test.each([
  ['timeMin', { timeMin: stamp(3, 0) }],
  ['timeMax', { timeMax: stamp(3, 0) }],
  ['q', { q: 'x' }],
  ['orderBy', { orderBy: 'updated' }],
  ['iCalUID', { iCalUID: 'x' }],
  ['updatedMin', { updatedMin: stamp(2, 0) }],
  ['privateExtendedProperty', { privateExtendedProperty: ['a=b'] }],
  ['sharedExtendedProperty', { sharedExtendedProperty: ['a=b'] }],
  ['showDeleted=false', { showDeleted: false }],
])('a sync token cannot be combined with %s', (_, params) => {
  const anna = hands(ANNA);
  const { nextSyncToken } = anna.list();
  expect(refusal(() => anna.list({ syncToken: nextSyncToken, ...params }))).toEqual({
    code: 400,
    reason: 'syncTokenWithRequestRestrictions',
    message: 'Sync token cannot be used with other request restrictions.',
  });
});

test.each([
  [{ singleEvents: true }],
  [{ eventTypes: ['default'] }],
  [{ timeZone: 'Europe/Helsinki' }],
  [{ showHiddenInvitations: true }],
])('an increment must repeat the parameters of its listing: %j', (params) => {
  const anna = hands(ANNA);
  const { nextSyncToken } = anna.list();
  expect(refusal(() => anna.list({ syncToken: nextSyncToken, ...params }))).toMatchObject({
    code: 400,
    reason: 'invalid',
  });
  const own = anna.list(params).nextSyncToken;
  expect(anna.list({ syncToken: own, ...params, maxResults: 7 }).items).toEqual([]);
});

test('the window is not kept: increments contain events outside it too', () => {
  const anna = hands(ANNA);
  const { nextSyncToken } = anna.list({ timeMin: stamp(3, 0), timeMax: stamp(4, 0) });
  const { id } = anna.insert(hour(20));
  expect(ids(anna.list({ syncToken: nextSyncToken }).items)).toEqual([id]);
});

test('a token belongs to one calendar and one person', () => {
  const anna = hands(ANNA);
  const ben = handsOf(anna.workspace, BEN);
  const { nextSyncToken } = anna.list();
  expect(refusal(() => ben.list({ syncToken: nextSyncToken }))).toMatchObject({ code: 400 });
  expect(refusal(() => anna.list({ syncToken: 'nonsense' }))).toMatchObject({
    code: 400,
    reason: 'invalid',
  });
});

describe('a token is void', () => {
  test('when it is too old', () => {
    const anna = hands(ANNA);
    const { nextSyncToken } = anna.list();
    anna.workspace.clock.advance(SYNC_TOKEN_DAYS * DAY);
    expect(anna.list({ syncToken: nextSyncToken }).items).toEqual([]);
    anna.workspace.clock.advance(1);
    expect(refusal(() => anna.list({ syncToken: nextSyncToken }))).toEqual(expired);
  });

  test('when access to the calendar changed', () => {
    const anna = hands(ANNA);
    const { nextSyncToken } = anna.list();
    anna.call(
      'acl.insert',
      { calendarId: 'primary' },
      { role: 'writer', scope: { type: 'user', value: BEN } },
    );
    expect(refusal(() => anna.list({ syncToken: nextSyncToken }))).toEqual(expired);
    const { nextSyncToken: fresh } = anna.list();
    expect(anna.list({ syncToken: fresh }).items).toEqual([]);
  });

  test('when Google has made it void', () => {
    const anna = hands(ANNA);
    const { nextSyncToken } = anna.list();
    expireSyncTokens(anna.workspace, ANNA);
    expect(refusal(() => anna.list({ syncToken: nextSyncToken }))).toEqual(expired);
  });
});

test('what changes between two pages of a listing comes with the next increment', () => {
  const anna = hands(ANNA);
  const [a, b, c] = ['A', 'B', 'C'].map((summary) => anna.insert({ ...hour(), summary }).id);
  const first = anna.list({ maxResults: 1 });
  anna.patch(a, { summary: 'A2' });
  anna.remove(b);
  const d = anna.insert(hour()).id;
  const rest = readAll(anna, { maxResults: 1, pageToken: first.nextPageToken });
  void c;
  expect(ids(anna.list({ syncToken: rest.nextSyncToken }).items)).toEqual([a, b, d]);
});

test('what changes between two pages of an increment is not lost', () => {
  const anna = hands(ANNA);
  const made = ['A', 'B', 'C'].map((summary) => anna.insert({ ...hour(), summary }).id);
  const { nextSyncToken } = anna.list();
  for (const id of made) anna.patch(id, { location: '1' });
  const first = anna.list({ syncToken: nextSyncToken, maxResults: 1 });
  anna.patch(made[1]!, { location: '2' });
  anna.patch(made[0]!, { location: '2' });
  const seen = [...first.items];
  let page = first;
  while (page.nextPageToken) {
    page = anna.list({ syncToken: nextSyncToken, maxResults: 1, pageToken: page.nextPageToken });
    seen.push(...page.items);
  }
  expect(ids(seen)).toEqual([made[0], made[2]]);
  expect(ids(anna.list({ syncToken: page.nextSyncToken }).items)).toEqual([made[1], made[0]]);
});

describe('with single events', () => {
  const params = { singleEvents: true };

  test('one edit of a series brings every occurrence, page by page', () => {
    const anna = hands(ANNA);
    const { id } = anna.insert(series('FREQ=DAILY;COUNT=7'));
    const { nextSyncToken } = anna.list(params);
    anna.patch(id, { summary: 'New' });
    const { items, pages } = readAll(anna, { ...params, syncToken: nextSyncToken, maxResults: 3 });
    expect(pages).toEqual([3, 3, 1]);
    expect(new Set(ids(items)).size).toBe(7);
    expect(
      items.every(({ summary, recurringEventId }) => summary === 'New' && recurringEventId === id),
    ).toBe(true);
  });

  test('an edit of one occurrence brings that one', () => {
    const anna = hands(ANNA);
    const { id } = anna.insert(series('FREQ=DAILY;COUNT=7'));
    const { nextSyncToken } = anna.list(params);
    anna.patch(`${id}_20260303T080000Z`, { summary: 'New' });
    expect(ids(anna.list({ ...params, syncToken: nextSyncToken }).items)).toEqual([
      `${id}_20260303T080000Z`,
    ]);
  });

  test('a series without an end brings hundreds of occurrences', () => {
    const anna = hands(ANNA);
    const { nextSyncToken } = anna.list(params);
    anna.insert(series('FREQ=WEEKLY'));
    const { items } = readAll(anna, { ...params, syncToken: nextSyncToken, maxResults: 2500 });
    expect(items).toHaveLength(730);
    expect(items.at(-1).start.dateTime).toMatch(/^2040/);
  });

  test('a deleted series brings half a year of deleted occurrences', () => {
    const anna = hands(ANNA);
    const { id } = anna.insert(series('FREQ=WEEKLY'));
    const { nextSyncToken } = anna.list({ ...params, maxResults: 2500 });
    anna.remove(id);
    const { items } = anna.list({ ...params, syncToken: nextSyncToken });
    expect(items.length).toBeGreaterThanOrEqual(26);
    expect(items.length).toBeLessThanOrEqual(28);
    expect(
      items.every(
        ({ status, recurringEventId }: Record<string, string>) =>
          status === 'cancelled' && recurringEventId === id,
      ),
    ).toBe(true);
  });

  test('a single event that becomes a series is listed as deleted beside its occurrences', () => {
    const anna = hands(ANNA);
    const { recurrence, ...single } = series('FREQ=DAILY;COUNT=2') as Record<string, unknown>;
    const { id } = anna.insert(single);
    const { nextSyncToken } = anna.list(params);
    anna.patch(id, { recurrence });
    const increment = anna.list({ ...params, syncToken: nextSyncToken });
    expect(increment.items).toMatchObject([
      { id, status: 'cancelled' },
      { id: `${id}_20260302T080000Z`, status: 'confirmed' },
      { id: `${id}_20260303T080000Z`, status: 'confirmed' },
    ]);
    anna.patch(id, { summary: 'Later' });
    const later = anna.list({ ...params, syncToken: increment.nextSyncToken });
    expect(ids(later.items)).not.toContain(id);
    const asSeries = anna.list();
    expect(asSeries.items).toMatchObject([{ id, status: 'confirmed' }]);
  });

  test('a series that becomes a single event brings it, and its occurrences as deleted', () => {
    const anna = hands(ANNA);
    const { id } = anna.insert(series('FREQ=DAILY;COUNT=2'));
    const { nextSyncToken } = anna.list(params);
    anna.patch(id, { recurrence: [] });
    expect(anna.list({ ...params, syncToken: nextSyncToken }).items).toMatchObject([
      { id, status: 'confirmed' },
      { id: `${id}_20260302T080000Z`, status: 'cancelled' },
      { id: `${id}_20260303T080000Z`, status: 'cancelled' },
    ]);
  });

  test('a series cut short brings the occurrences it lost', () => {
    const anna = hands(ANNA);
    const { id } = anna.insert(series('FREQ=DAILY;COUNT=5'));
    const { nextSyncToken } = anna.list(params);
    anna.patch(id, { recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] });
    const { items } = anna.list({ ...params, syncToken: nextSyncToken });
    expect(items.map(({ status }: { status: string }) => status)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'cancelled',
      'cancelled',
    ]);
  });
});

test('a state that was saved and loaded goes on with its tokens', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert(hour());
  const { nextSyncToken } = anna.list();
  anna.patch(id, { summary: 'Saved' });
  anna.workspace.state = JSON.parse(JSON.stringify(anna.workspace.state));
  expect(ids(anna.list({ syncToken: nextSyncToken }).items)).toEqual([id]);
});
