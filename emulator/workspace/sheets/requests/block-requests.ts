import { NotEmulated } from '../../../kit/not-emulated';
import type { JsonObject } from '../../api-method';
import type { RequestHandler } from '../draft';
import { refusal } from '../../spreadsheet/errors';
import { formulaValue, LOADING } from '../../spreadsheet/formula-value';
import { clearBlock, putRow, readBlock, type Block } from '../../spreadsheet/grid';
import { requireUnprotected } from '../protection';
import { gridRangeOf, requireSheet } from '../../spreadsheet/ranges';
import { requireRoom } from '../../spreadsheet/limits';
import type { Cell, GridRange, Matrix, SheetRecord } from '../../state/sheets';
import { dimensionIn } from './spans';
import { blockIn, editableBlockIn, type SheetBlock } from './block-of-request';

const PAGE =
  'https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request';

/** Requests that move and copy blocks of cells, and merge them. */
export const BLOCK_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  insertRange(request, draft) {
    const { sheet, block } = editableBlockIn(request['range'], draft);
    if (shiftOf(request) === 'ROWS') {
      const height = block.endRow - block.startRow;
      shift(sheet, { ...block, endRow: sheet.rowCount }, { rows: height });
      if (sheet.cells.length > sheet.rowCount) sheet.rowCount = sheet.cells.length;
    } else {
      shift(
        sheet,
        { ...block, endColumn: sheet.columnCount },
        { columns: block.endColumn - block.startColumn },
      );
      const widest = Math.max(
        0,
        ...sheet.cells.slice(block.startRow, block.endRow).map(({ length }) => length),
      );
      sheet.columnCount = Math.max(sheet.columnCount, widest);
    }
    requireRoom(draft.spreadsheet);
  },

  deleteRange(request, draft) {
    const { sheet, block } = editableBlockIn(request['range'], draft);
    if (shiftOf(request) === 'ROWS')
      shift(
        sheet,
        { ...block, startRow: block.endRow, endRow: sheet.rowCount },
        { rows: block.startRow - block.endRow, emptied: block },
      );
    else
      shift(
        sheet,
        { ...block, startColumn: block.endColumn, endColumn: sheet.columnCount },
        { columns: block.startColumn - block.endColumn, emptied: block },
      );
  },

  copyPaste(request, draft) {
    const source = blockIn(request['source'], draft);
    const target = editableBlockIn(request['destination'], draft);
    if (request['pasteOrientation'] === 'TRANSPOSE')
      throw new NotEmulated('sheets.copyPaste pasteOrientation=TRANSPOSE', PAGE);
    paste(source, target, String(request['pasteType'] ?? 'PASTE_NORMAL'));
  },

  cutPaste(request, draft) {
    const source = editableBlockIn(request['source'], draft);
    const destination = (request['destination'] ?? {}) as JsonObject;
    const sheet = requireSheet(draft.spreadsheet, destination['sheetId']);
    const target = { sheet, block: placed(source.block, destination) };
    requireInside(target);
    requireUnprotected(draft.workspace, draft, sheet, target.block);
    const copied = copyOf(source);
    clearBlock(source.sheet.cells, source.block);
    clearBlock(source.sheet.styles, source.block);
    put(target, copied, String(request['pasteType'] ?? 'PASTE_NORMAL'));
  },

  mergeCells(request, draft) {
    const { sheet, block } = editableBlockIn(request['range'], draft);
    const merges = mergedRanges(sheet, block, String(request['mergeType'] ?? 'MERGE_ALL'));
    const free = sheet.merges.filter((range) => !overlaps(range, block));
    if (sheet.merges.some((range) => overlaps(range, block) && !covered(range, block)))
      throw refusal('You must select all cells in a merged range to merge or unmerge them.');
    sheet.merges = [...free, ...merges];
    for (const merge of merges) keepTopLeft(sheet, merge);
  },

  unmergeCells(request, draft) {
    const { sheet, block } = editableBlockIn(request['range'], draft);
    if (sheet.merges.some((range) => overlaps(range, block) && !covered(range, block)))
      throw refusal('You must select all cells in a merged range to merge or unmerge them.');
    sheet.merges = sheet.merges.filter((range) => !overlaps(range, block));
  },
};

const shiftOf = (request: JsonObject): 'ROWS' | 'COLUMNS' =>
  dimensionIn({ dimension: request['shiftDimension'] ?? null });

/** Moves a block by rows and columns; the cells it leaves, and `emptied` ones, become empty. */
function shift(
  sheet: SheetRecord,
  block: Block,
  { rows = 0, columns = 0, emptied }: { rows?: number; columns?: number; emptied?: Block },
): void {
  const content = copyOf({ sheet, block });
  for (const matrix of [sheet.cells, sheet.styles] as Matrix<unknown>[]) {
    clearBlock(matrix, block);
    if (emptied) clearBlock(matrix, emptied);
  }
  const target = {
    ...block,
    startRow: block.startRow + rows,
    startColumn: block.startColumn + columns,
  };
  put({ sheet, block: target }, content, 'PASTE_NORMAL');
}

interface Content {
  readonly cells: ReturnType<typeof readBlock>;
  readonly styles: ReturnType<typeof readBlock>;
}

const copyOf = ({ sheet, block }: SheetBlock): Content => ({
  cells: readBlock(sheet.cells, block),
  styles: readBlock(sheet.styles, block),
});

function put({ sheet, block }: SheetBlock, { cells, styles }: Content, pasteType: string): void {
  const wanted = PASTED[pasteType];
  if (!wanted) throw new NotEmulated(`sheets.copyPaste pasteType=${pasteType}`, PAGE);
  const rows = Math.max(cells.length, styles.length);
  for (let at = 0; at < rows; at++) {
    const row = (cells[at] ?? []) as (Cell | null)[];
    if (wanted.cells)
      putRow(
        sheet.cells,
        block.startRow + at,
        block.startColumn,
        pasteType === 'PASTE_VALUES' ? row.map(valueOf) : row,
      );
    if (wanted.styles)
      putRow(sheet.styles, block.startRow + at, block.startColumn, (styles[at] ?? []) as never[]);
  }
}

/** The value a cell shows, without its formula. */
function valueOf(cell: Cell | null): Cell | null {
  if (cell === null || typeof cell !== 'object') return cell;
  const computed = formulaValue(cell.formula);
  return computed.kind === 'value' ? computed.value : LOADING;
}

/** What each kind of paste copies. Formulas are pasted unchanged: their references do not move. */
const PASTED: Readonly<Record<string, { cells: boolean; styles: boolean }>> = {
  PASTE_NORMAL: { cells: true, styles: true },
  PASTE_VALUES: { cells: true, styles: false },
  PASTE_FORMULA: { cells: true, styles: false },
  PASTE_FORMAT: { cells: false, styles: true },
};

/** A destination larger than the source is filled by repeating it. */
function paste(source: SheetBlock, target: SheetBlock, pasteType: string): void {
  const content = copyOf(source);
  const height = source.block.endRow - source.block.startRow;
  const width = source.block.endColumn - source.block.startColumn;
  const { startRow, startColumn } = target.block;
  const down = Math.max(1, Math.floor((target.block.endRow - startRow) / height));
  const across = Math.max(1, Math.floor((target.block.endColumn - startColumn) / width));
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const at = { rowIndex: startRow + row * height, columnIndex: startColumn + column * width };
      const block = placed(source.block, at);
      requireInside({ sheet: target.sheet, block });
      if (PASTED[pasteType]?.cells) clearBlock(target.sheet.cells, block);
      if (PASTED[pasteType]?.styles) clearBlock(target.sheet.styles, block);
      put({ sheet: target.sheet, block }, content, pasteType);
    }
  }
}

function placed(block: Block, at: JsonObject): Block {
  const startRow = Number(at['rowIndex'] ?? 0);
  const startColumn = Number(at['columnIndex'] ?? 0);
  return {
    startRow,
    startColumn,
    endRow: startRow + block.endRow - block.startRow,
    endColumn: startColumn + block.endColumn - block.startColumn,
  };
}

function requireInside({ sheet, block }: SheetBlock): void {
  if (block.endRow > sheet.rowCount || block.endColumn > sheet.columnCount)
    throw refusal('The paste would go beyond the end of the sheet.');
}

function mergedRanges({ sheetId }: SheetRecord, block: Block, mergeType: string): GridRange[] {
  if (mergeType === 'MERGE_ROWS')
    return Array.from({ length: block.endRow - block.startRow }, (_, at) =>
      gridRangeOf(sheetId, {
        ...block,
        startRow: block.startRow + at,
        endRow: block.startRow + at + 1,
      }),
    );
  if (mergeType === 'MERGE_COLUMNS')
    return Array.from({ length: block.endColumn - block.startColumn }, (_, at) =>
      gridRangeOf(sheetId, {
        ...block,
        startColumn: block.startColumn + at,
        endColumn: block.startColumn + at + 1,
      }),
    );
  return [gridRangeOf(sheetId, block)];
}

/** A merged range keeps only the value of its first cell. */
function keepTopLeft(sheet: SheetRecord, range: GridRange): void {
  const [startRow, endRow] = [range.startRowIndex!, range.endRowIndex!];
  const [startColumn, endColumn] = [range.startColumnIndex!, range.endColumnIndex!];
  clearBlock(sheet.cells, {
    startRow,
    endRow: startRow + 1,
    startColumn: startColumn + 1,
    endColumn,
  });
  clearBlock(sheet.cells, { startRow: startRow + 1, endRow, startColumn, endColumn });
}

const overlaps = (range: GridRange, block: Block): boolean =>
  range.startRowIndex! < block.endRow &&
  range.endRowIndex! > block.startRow &&
  range.startColumnIndex! < block.endColumn &&
  range.endColumnIndex! > block.startColumn;

const covered = (range: GridRange, block: Block): boolean =>
  range.startRowIndex! >= block.startRow &&
  range.endRowIndex! <= block.endRow &&
  range.startColumnIndex! >= block.startColumn &&
  range.endColumnIndex! <= block.endColumn;
