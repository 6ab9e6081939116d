import type { Clock } from './clock';

/** The moment by which an execution must have put its work away. */
export interface Deadline {
  /** Milliseconds left; 0 once it has passed, and from then on. */
  left(): number;
}

/** A clock that is turned back meanwhile gives no time back. */
export function deadlineAfter(durationMs: number, clock: Clock): Deadline {
  const endMs = clock.now() + durationMs;
  let leftMs = Math.max(0, durationMs);
  return {
    left: () => (leftMs = Math.min(leftMs, Math.max(0, endMs - clock.now()))),
  };
}
