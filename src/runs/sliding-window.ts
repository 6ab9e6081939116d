import type { Quota } from './quotas';

/** Counts what was used in the last stretch of time of a quota. */
export interface SlidingWindow {
  /** Milliseconds until this much more fits; 0 when it fits now. */
  waitMs(cost: number, nowMs: number): number;
  add(cost: number, nowMs: number): void;
}

export function slidingWindow({ limit, windowMs }: Omit<Quota, 'per'>): SlidingWindow {
  /** Oldest first. What was used in one millisecond is one entry. */
  let uses: { atMs: number; cost: number }[] = [];
  let sum = 0;

  /** Drops what has left the window. A use that lies ahead, because the clock was turned back, counts as one of now. */
  function forget(nowMs: number): void {
    const left = uses.findIndex(({ atMs }) => atMs > nowMs - windowMs);
    const gone = uses.splice(0, left === -1 ? uses.length : left);
    sum -= gone.reduce((all, { cost }) => all + cost, 0);
    if ((uses[uses.length - 1]?.atMs ?? nowMs) > nowMs)
      uses = uses.map(({ atMs, cost }) => ({ atMs: Math.min(atMs, nowMs), cost }));
  }

  return {
    waitMs(cost, nowMs) {
      if (cost > limit) throw new RangeError(`${cost} never fits in ${limit} per ${windowMs} ms.`);
      forget(nowMs);
      let over = sum + cost - limit;
      if (over <= 0) return 0;
      for (const use of uses) {
        over -= use.cost;
        if (over <= 0) return use.atMs + windowMs - nowMs;
      }
      return windowMs;
    },
    add(cost, nowMs) {
      forget(nowMs);
      sum += cost;
      const last = uses[uses.length - 1];
      if (last?.atMs === nowMs) last.cost += cost;
      else uses.push({ atMs: nowMs, cost });
    },
  };
}
