import { NotEmulated } from '../../kit/not-emulated';
import type { Json, JsonObject } from '../api-method';
import { refusal } from '../spreadsheet/errors';
import { fromGridRange, resolveRange, type SheetRange } from '../spreadsheet/ranges';
import type { GridRange, SpreadsheetRecord } from '../state/sheets';

/** One filter and the range it selects. */
export interface FilteredRange {
  readonly filter: JsonObject;
  readonly range: SheetRange;
}

/**
 * The ranges that data filters select, in order.
 *
 * @throws NotEmulated for a lookup by developer metadata.
 * @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/DataFilter
 */
export const rangesOfFilters = (
  spreadsheet: SpreadsheetRecord,
  filters: Json | undefined,
): FilteredRange[] =>
  (Array.isArray(filters) ? filters : []).map((filter) => ({
    filter: structuredClone(filter as JsonObject),
    range: rangeOfFilter(spreadsheet, filter as JsonObject),
  }));

export function rangeOfFilter(spreadsheet: SpreadsheetRecord, filter: JsonObject): SheetRange {
  if (typeof filter['a1Range'] === 'string') return resolveRange(spreadsheet, filter['a1Range']);
  if (filter['gridRange'])
    return fromGridRange(spreadsheet, filter['gridRange'] as unknown as GridRange);
  if (filter['developerMetadataLookup'])
    throw new NotEmulated(
      'sheets DataFilter.developerMetadataLookup',
      'https://developers.google.com/workspace/sheets/api/reference/rest/v4/DataFilter',
    );
  throw refusal(
    'Data filter must specify exactly one of: developerMetadataLookup, a1Range, gridRange.',
  );
}
