/** What may be done once in a rolling interval, such as "Sync all users" once in 24 hours. */
import { instantAt } from '../kit/clock';

export const DAY_MS = 86_400_000;

export type Throttled =
  | { readonly kind: 'open' }
  | { readonly kind: 'locked'; readonly until: string; readonly leftMs: number };

/**
 * Whether it may be done now.
 *
 * @param lastGoodMs when it was last begun and then succeeded; null for never. A failed attempt does not count.
 */
export function throttled(lastGoodMs: number | null, nowMs: number, everyMs = DAY_MS): Throttled {
  if (lastGoodMs === null) return { kind: 'open' };
  // A last time that lies ahead came from a clock that was ahead: it locks for no longer than the interval.
  const untilMs = Math.min(lastGoodMs, nowMs) + everyMs;
  if (untilMs <= nowMs) return { kind: 'open' };
  return { kind: 'locked', until: instantAt(untilMs), leftMs: untilMs - nowMs };
}
