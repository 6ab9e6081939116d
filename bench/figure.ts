/** One measured number. */
export interface Figure {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** The lowest possible figure, where it is known. */
  readonly bound?: number;
  /** The most that it should be. */
  readonly target?: number;
  /** An explanation, where the number needs one. */
  readonly note?: string;
  /** Whether it is real time and depends on the machine. All other figures are the same everywhere. */
  readonly isTimed?: boolean;
}

/** The median time of one call over several rounds, in microseconds. */
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

/** Figures of one measurement, each labeled with its subject. */
export const about = (subject: string, figures: readonly Figure[]): Figure[] =>
  figures.map((figure) => ({ ...figure, what: `${subject}: ${figure.what}` }));
