/** One measured number. */
export interface Figure {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** The most it should be. */
  readonly target?: number;
}

/** The median time of one call in microseconds, over rounds of calls. */
export function medianMicroseconds(work: () => void, { rounds = 15, calls = 1 } = {}): number {
  for (let i = 0; i < calls * 3; i++) work();
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) work();
    return Number(process.hrtime.bigint() - start) / 1e3 / calls;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}
