/** Reads areas of a sheet in a person's spreadsheet. Sheets are known by their ids, because people rename them. */
import type { Area } from '../audit/ports';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Cell } from '../sheets/spreadsheet';
import { sheetValues } from './advanced';
import { call } from './call';
import { aboutSheets } from './sheet-tabs';

/** Ends are exclusive, and left out for "to the end". */
export const rangeOf = ({ firstRow, rowCount, column }: Area) => ({
  startRowIndex: firstRow,
  ...(rowCount !== undefined && { endRowIndex: firstRow + rowCount }),
  ...(column !== undefined && { startColumnIndex: column, endColumnIndex: column + 1 }),
});

type Range = ReturnType<typeof rangeOf> & { readonly sheetId: number };

/** In the order of the ranges, which must lie within the grid. One request. */
export function readCells(
  fileId: string,
  ranges: readonly Range[],
): Result<readonly Cell[][][], Failure> {
  if (ranges.length === 0) return ok([]);
  const read = call(
    () =>
      sheetValues().batchGetByDataFilter(
        {
          dataFilters: ranges.map((gridRange) => ({ gridRange })),
          valueRenderOption: 'UNFORMATTED_VALUE',
          dateTimeRenderOption: 'FORMATTED_STRING',
        },
        fileId,
      ),
    aboutSheets(fileId),
  );
  if (!read.ok) return read;
  const found = read.value.valueRanges ?? [];
  return ok(
    ranges.map((range) => {
      const one = found.find(({ dataFilters = [] }) =>
        dataFilters.some(({ gridRange = {} }) => isSameRange(gridRange, range)),
      );
      return (one?.valueRange?.values ?? []) as Cell[][];
    }),
  );
}

/** Google leaves out 0, and does not say in which order the ranges come. */
const isSameRange = (one: GoogleAppsScript.Sheets.Schema.GridRange, other: Range): boolean =>
  (one.startRowIndex ?? 0) === other.startRowIndex &&
  one.endRowIndex === other.endRowIndex &&
  (one.startColumnIndex ?? 0) === (other.startColumnIndex ?? 0) &&
  one.endColumnIndex === other.endColumnIndex;
