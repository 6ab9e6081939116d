import { deadlineAfter } from '../../src/kit/deadline';

function clockAt(now: number) {
  return { nowMs: now, now: () => clock.nowMs };
}
let clock = clockAt(0);

beforeEach(() => {
  clock = clockAt(1_000);
});

test.each([
  [0, 100],
  [99, 1],
  [100, 0],
  [101, 0],
])('%d ms into 100 there are %d left', (passedMs, leftMs) => {
  const deadline = deadlineAfter(100, clock);
  clock.nowMs += passedMs;
  expect(deadline.left()).toBe(leftMs);
});

test('a deadline in the past leaves nothing', () => {
  expect(deadlineAfter(-5, clock).left()).toBe(0);
});

test('a clock that is set back does not extend the deadline [Inv16]', () => {
  const deadline = deadlineAfter(100, clock);
  clock.nowMs += 60;
  expect(deadline.left()).toBe(40);
  clock.nowMs -= 86_400_000;
  expect(deadline.left()).toBe(40);
});
