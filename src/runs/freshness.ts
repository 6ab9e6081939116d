import { msOf } from '../kit/clock';

/** How up to date what a person sees is. Measured, never promised. */
export type Freshness =
  | { readonly kind: 'never' }
  | { readonly kind: 'fresh'; readonly ageMs: number }
  /** Later than it should be, by twice the time between two runs. */
  | { readonly kind: 'behind'; readonly ageMs: number };

/** @param freshAt the instant whose state has been carried over; null when there was no good run yet. */
export function freshness(freshAt: string | null, everyMs: number, nowMs: number): Freshness {
  if (freshAt === null) return { kind: 'never' };
  const ageMs = Math.max(0, nowMs - msOf(freshAt));
  return { kind: ageMs > 2 * everyMs ? 'behind' : 'fresh', ageMs };
}
