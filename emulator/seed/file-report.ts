/** A remark about one entry of a file, for the person who supplied it. */
export interface Remark {
  /** Where the entry begins: the first line is 1. */
  readonly line: number;
  /** A clause in lower case without a full stop. */
  readonly reason: string;
  /** The entry's own name, such as a UID. */
  readonly name?: string;
}

/** The result of reading a file. */
export interface FileReport {
  /** How many people or events were loaded. */
  readonly loaded: number;
  /** Entries that were left out. */
  readonly skipped: readonly Remark[];
  /** Entries that were read differently from how they are written, or in part. */
  readonly notes: readonly Remark[];
}

const namedPlace = (file: string, { line, name }: Remark): string =>
  `${file}, line ${line}${name === undefined ? '' : ` (${name})`}`;

/** The remarks of a report as lines to print, skipped entries first. */
export const remarkLines = (file: string, { skipped, notes }: FileReport): string[] => [
  ...skipped.map((remark) => `${namedPlace(file, remark)}: skipped: ${remark.reason}.`),
  ...notes.map((remark) => `${namedPlace(file, remark)}: note: ${remark.reason}.`),
];

/** `1 person`, `2 people`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Runs a function that reads a file; its errors name the file. */
export function about<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
