/** One measured number. */
export interface Figure {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** The least that is possible at all, where that is known. */
  readonly bound?: number;
  /** The most it should be. */
  readonly target?: number;
  /** Why it is what it is, where the number does not say. */
  readonly note?: string;
  /** Real time, and so the machine's; every other figure is the same on all machines. */
  readonly isTimed?: boolean;
}

/** The median time of one call in microseconds, over rounds of calls. */
export function medianMicroseconds(work: () => void, { rounds = 15, calls = 1 } = {}): number {
  for (let i = 0; i < calls * 3; i++) work();
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) work();
    return Number(process.hrtime.bigint() - start) / 1e3 / calls;
  });
  return median(times);
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

export const seconds = (ms: number): number => ms / 1000;

/** Figures of one measurement, each told with what it is of. */
export const about = (subject: string, figures: readonly Figure[]): Figure[] =>
  figures.map((figure) => ({ ...figure, what: `${subject}: ${figure.what}` }));
