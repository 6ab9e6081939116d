import type { Clock } from './clock';

/** The moment by which an execution must have saved its work. */
export interface Deadline {
  /** Milliseconds left; 0 from the moment it passes. */
  left(): number;
}

/** A clock that is set back meanwhile does not extend it. */
export function deadlineAfter(durationMs: number, clock: Clock): Deadline {
  const endMs = clock.now() + durationMs;
  let leftMs = Math.max(0, durationMs);
  return {
    left: () => (leftMs = Math.min(leftMs, Math.max(0, endMs - clock.now()))),
  };
}
