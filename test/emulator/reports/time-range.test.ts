import { aBusyMorning, immediate, iso, items, listLog, refusal, times } from './support';

const DAY = 24 * 60 * 60 * 1000;

describe('the range of time', () => {
  test('startTime is inclusive', () => {
    const workspace = aBusyMorning();
    const [newest] = items(workspace);
    expect(items(workspace, 'admin', { startTime: newest!.id.time })).toHaveLength(1);
  });

  test('endTime cuts off what came after', () => {
    const workspace = aBusyMorning();
    const all = times(items(workspace));
    expect(times(items(workspace, 'admin', { endTime: all[2] }))).toEqual(all.slice(2));
  });

  test('what is older than 180 days is gone', () => {
    const workspace = aBusyMorning();
    workspace.clock.advance(180 * DAY - 2 * 60_000);
    const startTime = iso(workspace.clock.now() - 300 * DAY);
    expect(items(workspace, 'admin', { startTime })).toHaveLength(2);
    expect(items(workspace)).toHaveLength(2);
  });

  test.each([
    [
      'a start after the end',
      { startTime: '2026-03-02T07:00:00Z', endTime: '2026-03-02T06:00:00Z' },
    ],
    ['a start in the future', { startTime: '2027-01-01T00:00:00Z' }],
    [
      'an end more than 180 days ago',
      { startTime: '2025-01-01T00:00:00Z', endTime: '2025-02-01T00:00:00Z' },
    ],
  ])('%s is refused in the same words', (_, params) => {
    expect(refusal(() => listLog(immediate(), 'admin', params))).toMatchObject({
      code: 400,
      reason: 'invalid',
      message: 'Invalid request: Start time is after end time.',
    });
  });

  test.each([
    ['neither end', {}],
    ['no end', { startTime: '2026-03-01T00:00:00Z' }],
    ['31 days', { startTime: '2026-01-30T07:00:00Z', endTime: '2026-03-02T07:00:00Z' }],
  ])('the gmail log refuses %s', (_, params) => {
    expect(refusal(() => listLog(immediate(), 'gmail', params))).toMatchObject({
      code: 400,
      reason: 'invalid',
    });
  });

  test('the gmail log answers for 30 days', () => {
    const range = { startTime: '2026-01-31T07:00:00Z', endTime: '2026-03-02T07:00:00Z' };
    expect(listLog(immediate(), 'gmail', range)).not.toHaveProperty('items');
  });
});
