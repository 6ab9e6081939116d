import type { JsonObject } from '../api-method';
import { valueAt } from './grid';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';

/** The position of each style in the pool, so that equal ones are stored once. Derived from the pool. */
const positions = new WeakMap<JsonObject[], Map<string, number>>();

/** The position of a style in the spreadsheet's pool; null for none. */
export function styleIndex({ styles }: SpreadsheetRecord, style: JsonObject): number | null {
  if (Object.keys(style).length === 0) return null;
  let known = positions.get(styles);
  if (!known || known.size !== styles.length) {
    known = new Map(styles.map((one, index) => [JSON.stringify(one), index]));
    positions.set(styles, known);
  }
  const key = JSON.stringify(style);
  const found = known.get(key);
  if (found !== undefined) return found;
  styles.push(structuredClone(style));
  known.set(key, styles.length - 1);
  return styles.length - 1;
}

const NONE: JsonObject = {};

/** Everything about a cell but its value. Must not be modified. */
export function styleAt(
  { styles }: SpreadsheetRecord,
  sheet: SheetRecord,
  row: number,
  column: number,
): JsonObject {
  const index = valueAt(sheet.styles, row, column);
  return index === null ? NONE : styles[index]!;
}

export interface NumberFormat {
  readonly type?: string;
  readonly pattern?: string;
}

/** The number format that a person or program gave a cell; undefined for automatic. */
export const numberFormatOf = (style: JsonObject): NumberFormat | undefined =>
  (style['userEnteredFormat'] as { numberFormat?: NumberFormat } | undefined)?.numberFormat;
