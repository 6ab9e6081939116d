import type { Remark } from '../file-report';
import { COLUMNS, columnPlaces, repeatedColumns, REQUIRED, type Column } from './columns';
import { csvRecords, type CsvRecord } from './records';

/** A line of the file by column; empty where there is no value or no such column. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<Column, string>>;
}

/** `sep=;` as the first line. */
const SEPARATOR_LINE = /^sep=([^\r\n])[ \t]*(?=\r|\n|$)/i;

const DELIMITERS = [',', ';', '\t'];

/**
 * Reads the rows below the header, whether commas, semicolons or tabs separate their values.
 *
 * @throws Error in one sentence when there is no header with the columns that every account needs.
 */
export function readRows(text: string): {
  readonly rows: readonly Row[];
  readonly skipped: readonly Remark[];
  readonly notes: readonly Remark[];
  readonly hasUnits: boolean;
} {
  // Spreadsheet programs name the separator in a line of its own; left empty, the lines after it keep their numbers.
  const [, named] = SEPARATOR_LINE.exec(text) ?? [];
  const lines = text.replace(SEPARATOR_LINE, '');
  const delimiter = named ?? delimiterOf(lines);
  const [header, ...records] = csvRecords(lines, delimiter);
  const names = header && 'values' in header ? header.values : [];
  const places = columnPlaces(names);
  requireColumns(places);
  const rows: Row[] = [];
  const skipped: Remark[] = [];
  for (const record of records) {
    const problem = problemOf(record, names.length);
    if (problem !== null) skipped.push({ line: record.line, reason: problem });
    else if ('values' in record) rows.push(rowOf(record, places));
  }
  const notes = repeatedColumns(names).map((column): Remark => ({
    line: header?.line ?? 1,
    reason: `the column "${column}" is there more than once: the first one is read`,
  }));
  return { rows, skipped, notes, hasUnits: places.has('unit') };
}

/** The separator that yields the most known columns in the header. */
function delimiterOf(text: string): string {
  const known = (delimiter: string): number => {
    const header = csvRecords(text, delimiter).next().value as CsvRecord | undefined;
    return header && 'values' in header ? columnPlaces(header.values).size : 0;
  };
  return [...DELIMITERS].sort((a, b) => known(b) - known(a))[0]!;
}

function requireColumns(places: ReadonlyMap<Column, number>): void {
  const missing = REQUIRED.filter((column) => !places.has(column)).map((name) => COLUMNS[name]);
  if (missing.length === 0) return;
  const names = missing.map((name) => `"${name}"`).join(', ');
  throw new Error(
    `The first line has no column ${names}: a user download from the Admin console (Directory > Users > Download users) has ${missing.length === 1 ? 'it' : 'them'}.`,
  );
}

function problemOf(record: CsvRecord, columns: number): string | null {
  if ('problem' in record) return record.problem;
  const { length } = record.values;
  // A row may end in separators with nothing behind them.
  const isWhole = length >= columns && record.values.slice(columns).every((value) => !value.trim());
  return isWhole ? null : `it has ${length} values, the first line has ${columns}`;
}

function rowOf(
  { line, values }: { readonly line: number; readonly values: readonly string[] },
  places: ReadonlyMap<Column, number>,
): Row {
  const named = Object.keys(COLUMNS).map((column) => {
    const place = places.get(column as Column);
    return [column, place === undefined ? '' : values[place]!.trim()] as const;
  });
  return { line, values: Object.fromEntries(named) as Row['values'] };
}
