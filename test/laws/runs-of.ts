import { appendFileSync } from 'node:fs';

/** How often fast-check tries a property: `count` times in the tests; in `npm run sweep` many times more, from a seed of its own. */
export function runsOf(count: number): { readonly numRuns: number; readonly seed?: number } {
  const { SWEEP_TIMES: times = '1', SWEEP_SEED: seed, SWEEP_COUNTS: counts } = process.env;
  const numRuns = count * Number(times);
  if (counts) appendFileSync(counts, `${numRuns}\n`);
  return { numRuns, ...(seed && { seed: Number(seed) }) };
}
