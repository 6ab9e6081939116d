import type { Json, JsonObject } from '../api-method';
import type { GridRange, SheetRecord } from '../state/sheets';

/** A sheet with the same content but another id and title, for the same spreadsheet. */
export function copyOfSheet(source: SheetRecord, sheetId: number, title: string): SheetRecord {
  const moved = (range: Json | GridRange | undefined): Json => ({
    ...(range as JsonObject),
    sheetId,
  });
  const withRange = (object: JsonObject): JsonObject => ({
    ...structuredClone(object),
    ...(object['range'] && { range: moved(object['range']) }),
  });
  return {
    ...source,
    sheetId,
    title,
    properties: structuredClone(source.properties),
    gridProperties: structuredClone(source.gridProperties),
    cells: source.cells.slice(),
    styles: source.styles.slice(),
    rowProperties: structuredClone(source.rowProperties),
    columnProperties: structuredClone(source.columnProperties),
    merges: source.merges.map((range) => ({ ...range, sheetId })),
    protectedRanges: source.protectedRanges.map(withRange),
    basicFilter: source.basicFilter && withRange(source.basicFilter),
    conditionalFormats: source.conditionalFormats.map((rule) => ({
      ...structuredClone(rule),
      ranges: ((rule['ranges'] ?? []) as Json[]).map(moved),
    })),
    tables: [],
  };
}
