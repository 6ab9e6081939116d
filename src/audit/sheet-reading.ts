/** Reads the event and the time of every row. */
import { msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { ExportSheet } from './ports';
import { isKey } from './row-key';
import type { Form } from './sheet-form';

/** What a row is found by. */
export interface RowMark {
  readonly date: string;
  /** Empty when it has none. */
  readonly key: string;
}

export interface Reading {
  readonly form: Form;
  /** One for each row, in the sheet's order. */
  readonly marks: readonly RowMark[];
}

/** Reads the sheet's rows in one request. */
export function readMarks(sheet: ExportSheet, form: Form): Result<RowMark[], Failure> {
  const { firstRow, keyColumn } = form;
  const columns = [form.columns[0]!, ...(keyColumn === null ? [] : [keyColumn])];
  const read = sheet.read(columns.map((column) => ({ firstRow, column })));
  if (!read.ok) return read;
  const [dates = [], keys = []] = read.value;
  return ok(
    Array.from({ length: Math.max(dates.length, keys.length) }, (_, index) => ({
      date: (dates[index]?.[0] ?? '').trim(),
      key: keyIn(keys[index]?.[0]),
    })),
  );
}

export const keyIn = (cell = ''): string => (isKey(cell) ? cell.trim() : '');

/** Neither a key nor a date: a note of somebody's, or a row of ours beside its columns. */
export const isOdd = ({ date, key }: RowMark): boolean =>
  key === '' && date !== '' && Number.isNaN(msOf(date));
