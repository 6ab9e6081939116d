import {
  aBusyMorning,
  allItems,
  immediate,
  iso,
  items,
  listLog,
  log,
  refusal,
  times,
} from './support';
import { processorMs } from '../../support/processor-time';

describe('order and pages', () => {
  test('the newest comes first, within a page and across pages', () => {
    const workspace = aBusyMorning();
    const paged = allItems(workspace, 'admin', { maxResults: 2 });
    expect(times(paged)).toEqual([...times(paged)].sort().reverse());
    expect(paged).toEqual(items(workspace));
  });

  test('the last page has no token, also when it is full', () => {
    const workspace = aBusyMorning();
    expect(listLog(workspace, 'admin', { maxResults: 5 }).nextPageToken).toBeUndefined();
    expect(listLog(workspace, 'admin', { maxResults: 4 }).nextPageToken).toEqual(
      expect.any(String),
    );
  });

  test('an entry that turns up while pages are read is missed or read, and nothing is read twice', () => {
    const workspace = aBusyMorning();
    const first = listLog(workspace, 'admin', { maxResults: 2 });
    log(workspace);
    const rest = allItems(workspace, 'admin', { maxResults: 2, pageToken: first.nextPageToken });
    const seen = [...first.items!, ...rest].map(({ id }) => id.uniqueQualifier);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('entries of the same instant are not lost between two pages', () => {
    const workspace = immediate();
    for (let i = 0; i < 7; i++) log(workspace);
    expect(allItems(workspace, 'admin', { maxResults: 3 })).toEqual(items(workspace));
  });

  test('a token belongs to the query it was made for', () => {
    const workspace = aBusyMorning();
    const { nextPageToken } = listLog(workspace, 'admin', { maxResults: 2 });
    expect(
      refusal(() => listLog(workspace, 'admin', { pageToken: nextPageToken, eventName: 'X' })),
    ).toMatchObject({ code: 400, reason: 'invalid' });
  });
});

test('a page of 1,000 out of 100,000 entries costs about what its 1,000 entries cost', () => {
  const workspace = immediate();
  for (let i = 0; i < 100_000; i++) {
    log(workspace);
    workspace.clock.advance(1000);
  }
  const took = (params: object): number =>
    processorMs(() => expect(items(workspace, 'admin', params)).toHaveLength(1000));
  took({});
  const endTime = iso(workspace.clock.now() - 50_000_000);
  expect(Math.min(took({}), took({}))).toBeLessThan(60);
  expect(Math.min(took({ endTime }), took({ endTime }))).toBeLessThan(60);
});
