/**
 * How often fast-check tries a property: `count` times in the tests. `npm run sweep` tries it that many times more, each
 * time with a seed of its own.
 */
export function runsOf(count: number): { readonly numRuns: number; readonly seed?: number } {
  const times = Number(process.env['SWEEP_TIMES'] ?? 1);
  const seed = process.env['SWEEP_SEED'];
  return { numRuns: count * times, ...(seed !== undefined && { seed: Number(seed) }) };
}
