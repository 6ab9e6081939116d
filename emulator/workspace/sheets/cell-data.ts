import type { Json, JsonObject } from '../api-method';
import { DEFAULT_FORMAT } from './default-format';
import { refusal } from '../spreadsheet/errors';
import { formattedValue } from '../spreadsheet/formatted-value';
import { formulaValue, LOADING } from '../spreadsheet/formula-value';
import { requireFitsCell } from '../spreadsheet/limits';
import type { Cell } from '../state/sheets';
import { numberFormatOf } from '../spreadsheet/styles';

/** The CellData of a cell; an empty object for an empty cell. */
export function cellData(cell: Cell, style: JsonObject): JsonObject {
  const value = cell === null ? null : extendedValue(cell);
  return {
    ...(value && { userEnteredValue: value }),
    ...(cell !== null && shown(cell, style)),
    ...structuredClone(style),
    ...((cell !== null || style['userEnteredFormat']) && {
      effectiveFormat: effectiveFormat(style),
    }),
  };
}

function shown(cell: Exclude<Cell, null>, style: JsonObject): JsonObject {
  if (typeof cell !== 'object')
    return {
      effectiveValue: extendedValue(cell),
      formattedValue: formattedValue(cell, numberFormatOf(style)),
    };
  const computed = formulaValue(cell.formula);
  if (computed.kind === 'loading')
    return {
      effectiveValue: { errorValue: { type: 'LOADING', message: LOADING } },
      formattedValue: LOADING,
    };
  return {
    effectiveValue: extendedValue(computed.value),
    formattedValue: formattedValue(computed.value, numberFormatOf(style)),
    ...(computed.link !== undefined && { hyperlink: computed.link }),
  };
}

function extendedValue(cell: Exclude<Cell, null>): JsonObject {
  if (typeof cell === 'object') return { formulaValue: cell.formula };
  if (typeof cell === 'number') return { numberValue: cell };
  return typeof cell === 'boolean' ? { boolValue: cell } : { stringValue: cell };
}

/** The cell content for an ExtendedValue of a request. @throws GoogleError 400 for a value that cells cannot hold. */
export function cellOf(value: Json | undefined): Cell {
  if (value === undefined || value === null) return null;
  const {
    stringValue,
    numberValue,
    boolValue,
    formulaValue: formula,
    errorValue,
  } = value as JsonObject;
  if (errorValue) throw refusal('Error values cannot be entered.');
  if (typeof formula === 'string') {
    requireFitsCell(formula);
    return { formula: formula.startsWith('=') ? formula : `=${formula}` };
  }
  if (typeof numberValue === 'number' || typeof boolValue === 'boolean')
    return (numberValue ?? boolValue) as number | boolean;
  return typeof stringValue === 'string' && stringValue !== ''
    ? requireFitsCell(stringValue)
    : null;
}

const effectiveFormat = (style: JsonObject): JsonObject =>
  merged(DEFAULT_FORMAT, (style['userEnteredFormat'] ?? {}) as JsonObject);

function merged(base: JsonObject, over: JsonObject): JsonObject {
  const result = structuredClone(base);
  for (const [name, value] of Object.entries(over)) {
    const old = result[name];
    result[name] =
      isObject(old) && isObject(value) ? merged(old, value) : (structuredClone(value) as Json);
  }
  return result;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
