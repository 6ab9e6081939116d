/** Something about one entry of a file that whoever gave it should know. */
export interface Remark {
  /** Where the entry begins: the first line is 1. */
  readonly line: number;
  /** A clause in lower case without a full stop. */
  readonly reason: string;
  /** What the entry calls itself, such as a UID. */
  readonly name?: string;
}

/** What became of a file. */
export interface FileReport {
  /** How many people or events came of it. */
  readonly loaded: number;
  /** Entries that were left out. */
  readonly skipped: readonly Remark[];
  /** What was read otherwise than it was written, or not at all. */
  readonly notes: readonly Remark[];
}

const namedPlace = (file: string, { line, name }: Remark): string =>
  `${file}, line ${line}${name === undefined ? '' : ` (${name})`}`;

/** The remarks of a report as lines for a person, those that were left out first. */
export const remarkLines = (file: string, { skipped, notes }: FileReport): string[] => [
  ...skipped.map((remark) => `${namedPlace(file, remark)}: skipped: ${remark.reason}.`),
  ...notes.map((remark) => `${namedPlace(file, remark)}: note: ${remark.reason}.`),
];

/** `1 person`, `2 people`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Runs what reads a file; what goes wrong with it names the file. */
export function about<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
