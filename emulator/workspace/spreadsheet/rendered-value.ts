import type { JsonObject } from '../api-method';
import { formattedValue, showsDates } from './formatted-value';
import { formulaValue, LOADING } from './formula-value';
import type { Cell } from '../state/sheets';
import { numberFormatOf } from './styles';

/** How values are read. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueRenderOption */
export interface Rendering {
  readonly values: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dates: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
}

export const FORMATTED: Rendering = { values: 'FORMATTED_VALUE', dates: 'SERIAL_NUMBER' };

/** A cell's value in an answer; an empty cell is an empty string. */
export function renderedValue(
  cell: Cell,
  style: JsonObject,
  { values, dates }: Rendering,
): string | number | boolean {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object' && values === 'FORMULA') return cell.formula;
  const value = typeof cell === 'object' ? shownBy(cell.formula) : cell;
  if (values === 'FORMATTED_VALUE') return formattedValue(value, numberFormatOf(style));
  if (typeof value !== 'number' || values === 'FORMULA' || dates === 'SERIAL_NUMBER') return value;
  const numberFormat = numberFormatOf(style);
  return showsDates(numberFormat) ? formattedValue(value, numberFormat) : value;
}

function shownBy(formula: string): string | number | boolean {
  const computed = formulaValue(formula);
  return computed.kind === 'loading' ? LOADING : computed.value;
}
