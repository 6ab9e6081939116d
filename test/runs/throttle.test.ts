import fc from 'fast-check';
import { DAY_MS, throttled } from '../../src/runs/throttle';

const NOW_MS = Date.parse('2026-11-02T08:00:00Z');

describe('"Sync all users" may be pressed', () => {
  test.each([
    ['when it never was', null, true],
    ['not a millisecond before 24 hours are over', NOW_MS - DAY_MS + 1, false],
    ['when 24 hours are over', NOW_MS - DAY_MS, true],
    ['not at once after it was', NOW_MS, false],
  ])('%s [G16, D19]', (_, lastGoodMs, isOpen) => {
    expect(throttled(lastGoodMs, NOW_MS).kind).toBe(isOpen ? 'open' : 'locked');
  });

  test('after a time that is shown [G16, D19]', () => {
    expect(throttled(NOW_MS - 3_600_000, NOW_MS)).toEqual({
      kind: 'locked',
      until: '2026-11-03T07:00:00.000Z',
      leftMs: 23 * 3_600_000,
    });
  });

  test('at the latest after 24 hours, whatever a clock said before [Inv16, D19]', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3 * DAY_MS, max: 3 * DAY_MS }), (skewMs) => {
        const lock = throttled(NOW_MS + skewMs, NOW_MS);
        if (lock.kind === 'locked') expect(lock.leftMs).toBeLessThanOrEqual(DAY_MS);
      }),
    );
  });
});
