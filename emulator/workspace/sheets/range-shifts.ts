import type { Json, JsonObject } from '../api-method';
import type { GridRange, SheetRecord, SpreadsheetRecord } from '../state/sheets';

type RangeMap = (range: GridRange) => GridRange | null;

/** Maps every stored range of a sheet; objects that have no range left are deleted. */
export function mapRanges(spreadsheet: SpreadsheetRecord, sheet: SheetRecord, map: RangeMap): void {
  sheet.merges = sheet.merges.flatMap((range) => map(range) ?? []);
  sheet.protectedRanges = withRanges(sheet.protectedRanges, map);
  sheet.tables = withRanges(sheet.tables, map);
  sheet.basicFilter = sheet.basicFilter && (withRanges([sheet.basicFilter], map)[0] ?? null);
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const ranges = ((rule['ranges'] ?? []) as unknown as GridRange[]).flatMap(
      (range) => map(range) ?? [],
    );
    return ranges.length > 0 ? [{ ...rule, ranges: ranges as unknown as Json }] : [];
  });
  spreadsheet.namedRanges = spreadsheet.namedRanges.flatMap((named) => {
    const ofSheet = (named['range'] as unknown as GridRange).sheetId === sheet.sheetId;
    return ofSheet ? withRanges([named], map) : [named];
  });
}

const withRanges = (objects: readonly JsonObject[], map: RangeMap): JsonObject[] =>
  objects.flatMap((object) => {
    const range = object['range'] as unknown as GridRange | undefined;
    if (!range) return [object];
    const now = map(range);
    return now ? [{ ...object, range: now as unknown as Json }] : [];
  });
