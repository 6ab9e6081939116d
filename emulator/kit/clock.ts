/** The one clock of a Workspace. Everything that happens in it, scripts included, reads this and nothing else. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves time forward; a Workspace's time never goes back. */
  advance(ms: number): void;
}

/** A clock that moves only when it is advanced. Tests turn it by hand. */
export function manualClock(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => void (now += requireForward(ms)),
  };
}

/** A clock that follows the machine's, ahead of it by however much it was advanced. */
export function wallClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => void (ahead += requireForward(ms)),
  };
}

function requireForward(ms: number): number {
  if (!(ms >= 0)) throw new RangeError(`A clock can only be advanced, not by ${ms} ms.`);
  return ms;
}

/** An instant as Google's APIs write it, with milliseconds: `2026-03-02T09:00:00.000Z`. */
export const isoInstant = (ms: number): string => new Date(ms).toISOString();
