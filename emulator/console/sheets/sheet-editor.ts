import { criteriaOf, withHiddenValues } from './basic-filter';
import { isInside, sizeOf, type Block, type CellPlace } from './cell-address';
import { copiedText, OwnClipboard, pastedRows, repeated, type Copied } from './clipboard';
import type { Grid } from './grid';
import { selectedBlock, selectionAt, type GridSelection } from './grid-selection';
import type { OpenSpreadsheet } from './open-spreadsheet';
import type { SheetCell } from './sheet-cell';
import {
  appendDimension,
  clearBasicFilter,
  columnWidth,
  copyPaste,
  cutPaste,
  deleteDimension,
  insertDimension,
  setBasicFilter,
  setBold,
  setNumberFormat,
  sortRange,
  type Dimension,
  type NumberFormat,
} from './sheet-requests';
import { blockOf, gridRange, type BasicFilter, type Sheet } from './sheet-resources';
import { seenSpans } from './sheet-view';

/** What a person can do with the shown sheet: every action is one change of the spreadsheet. */
export class SheetEditor {
  grid: Grid | null = null;
  readonly clipboard = new OwnClipboard();

  constructor(readonly open: OpenSpreadsheet) {}

  get selection(): GridSelection {
    return this.grid?.selection ?? selectionAt({ row: 0, column: 0 });
  }

  get block(): Block {
    return selectedBlock(this.selection);
  }

  get activeCell(): SheetCell | undefined {
    const { row, column } = this.selection.anchor;
    return this.open.cells(this.sheetId).at(row, column);
  }

  enter(edits: readonly (CellPlace & { readonly text: string })[]): Promise<boolean> {
    const blocks = edits.map(({ row, column, text }) => ({
      block: { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 },
      values: [[text]],
    }));
    return this.change(() => this.client.enter(this.sheetId, blocks));
  }

  clear(): Promise<boolean> {
    const { sheetId, seenBlocks } = this;
    return this.change(() => this.client.clear(sheetId, seenBlocks));
  }

  toggleBold(): Promise<boolean> {
    const bold = this.activeCell?.format?.textFormat?.bold !== true;
    return this.update(this.seenBlocks.map((block) => setBold(this.sheetId, block, bold)));
  }

  setNumberFormat(format: NumberFormat): Promise<boolean> {
    return this.update(
      this.seenBlocks.map((block) => setNumberFormat(this.sheetId, block, format)),
    );
  }

  /** Inserts as many rows or columns as are selected, before or after them. */
  insert(dimension: Dimension, where: 'before' | 'after'): Promise<boolean> {
    const { start, end } = this.spanOf(dimension);
    const at = where === 'before' ? start : end;
    const like = where === 'before' ? 'after' : 'before';
    return this.update([
      insertDimension(this.sheetId, dimension, { at, count: end - start, like }),
    ]);
  }

  delete(dimension: Dimension): Promise<boolean> {
    const span = this.spanOf(dimension);
    const { view } = this.open;
    const spans = dimension === 'ROWS' && view ? seenSpans(view, span.start, span.end) : [span];
    return this.update(deleteDimension(this.sheetId, dimension, spans));
  }

  addRows(count: number): Promise<boolean> {
    return this.update([appendDimension(this.sheetId, 'ROWS', count)]);
  }

  resizeColumn(column: number, pixels: number): Promise<boolean> {
    return this.update([columnWidth(this.sheetId, column, pixels)]);
  }

  /** Sorts the filter's rows if the active cell is in the filter, else the selected ones, else all below the frozen rows. */
  sort(descending: boolean): Promise<boolean> {
    const { sheet, sheetId } = this;
    const { column } = this.selection.anchor;
    return this.update([sortRange(sheetId, this.sortedBlock(sheet), { column, descending })]);
  }

  /** Creates a filter over the selected cells, or over all non-empty ones when only one is selected. */
  async createFilter(): Promise<boolean> {
    const { sheetId } = this;
    const texts = sizeOf(this.block) > 1 ? [] : await this.client.shownTexts(sheetId);
    const filled: Block = {
      startRow: 0,
      endRow: Math.max(1, texts.length),
      startColumn: 0,
      endColumn: Math.max(1, ...texts.map(({ length }) => length)),
    };
    const block = sizeOf(this.block) > 1 ? this.block : filled;
    return this.update([setBasicFilter({ range: gridRange(sheetId, block) })]);
  }

  removeFilter(): Promise<boolean> {
    return this.update([clearBasicFilter(this.sheetId)]);
  }

  /** The distinct values of a filtered column, and which of them are hidden. */
  async filterChoices(column: number): Promise<readonly { value: string; hidden: boolean }[]> {
    const filter = this.filter!;
    const block = { ...blockOf(filter.range, this.sheet), startColumn: column };
    const body = { ...block, startRow: block.startRow + 1, endColumn: column + 1 };
    const texts = await this.client.shownTexts(this.sheetId, body);
    const values = new Set(texts.map(([text = '']) => text));
    if (texts.length < body.endRow - body.startRow) values.add('');
    const { hiddenValues = [] } = criteriaOf(filter).get(column) ?? {};
    return [...values]
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((value) => ({ value, hidden: hiddenValues.includes(value) }));
  }

  hideValues(column: number, hiddenValues: readonly string[]): Promise<boolean> {
    const filter = withHiddenValues(this.filter!, column, hiddenValues);
    const range = { ...filter.range, sheetId: this.sheetId };
    return this.update([setBasicFilter({ ...filter, range })]);
  }

  /** Puts the displayed text of the selected cells into the clipboard; hidden rows are left out. */
  copy(cut: boolean, write: (text: string) => Promise<void>): Promise<void> {
    return this.clipboard.copy(this.readSelected(cut), write);
  }

  private async readSelected(cut: boolean): Promise<Copied> {
    const { block, sheetId, seenBlocks } = this;
    const texts = await this.client.shownTexts(sheetId, block);
    const rows = seenBlocks.flatMap(({ startRow, endRow }) =>
      texts.slice(startRow - block.startRow, endRow - block.startRow),
    );
    const text = copiedText(rows, block.endColumn - block.startColumn);
    return { text, source: { sheetId, block }, cut: cut && this.open.canEdit };
  }

  /** Pastes text from the clipboard at the selection; content copied here comes with its formulas and formats. */
  async paste(given: string): Promise<boolean> {
    const { sheetId, block } = this;
    const { text, own } = await this.clipboard.take(given);
    const source = own?.source.block;
    const rows = repeated(pastedRows(text), block);
    const target: Block = {
      ...block,
      endRow: block.startRow + Math.max(rows.length, own ? heightOf(source!, block) : 0),
      endColumn:
        block.startColumn + Math.max(rows[0]?.length ?? 0, own ? widthOf(source!, block) : 0),
    };
    const room = this.roomFor(target);
    return this.change(async () => {
      if (room.length > 0) await this.client.update(room);
      if (!own) return this.client.enter(sheetId, [{ block: target, values: rows }]);
      const make = own.cut ? cutPaste : copyPaste;
      return this.client.update([make(own.source, { sheetId, block: target })]);
    });
  }

  /** The active filter of the shown sheet. */
  get filter(): BasicFilter | undefined {
    return this.open.sheet?.basicFilter;
  }

  private get client() {
    return this.open.client;
  }

  private get sheet(): Sheet {
    return this.open.sheet!;
  }

  private get sheetId(): number {
    return this.sheet.properties.sheetId;
  }

  /** The selected cells without hidden rows. */
  private get seenBlocks(): readonly Block[] {
    const { block } = this;
    return seenSpans(this.open.view!, block.startRow, block.endRow).map(({ start, end }) => ({
      ...block,
      startRow: start,
      endRow: end,
    }));
  }

  private sortedBlock(sheet: Sheet): Block {
    const { block, filter } = this;
    const filtered = filter && blockOf(filter.range, sheet);
    if (filtered && isInside(this.selection.anchor, filtered))
      return { ...filtered, startRow: filtered.startRow + 1 };
    if (block.endRow - block.startRow > 1) return block;
    const { rowCount, columnCount, frozenRowCount = 0 } = sheet.properties.gridProperties;
    return { startRow: frozenRowCount, endRow: rowCount, startColumn: 0, endColumn: columnCount };
  }

  private spanOf(dimension: Dimension): { start: number; end: number } {
    const { startRow, endRow, startColumn, endColumn } = this.block;
    return dimension === 'ROWS'
      ? { start: startRow, end: endRow }
      : { start: startColumn, end: endColumn };
  }

  /** Requests for the rows and columns that a block needs and the sheet lacks. */
  private roomFor({ endRow, endColumn }: Block): object[] {
    const { rowCount, columnCount } = this.sheet.properties.gridProperties;
    return [
      ...(endRow > rowCount ? [appendDimension(this.sheetId, 'ROWS', endRow - rowCount)] : []),
      ...(endColumn > columnCount
        ? [appendDimension(this.sheetId, 'COLUMNS', endColumn - columnCount)]
        : []),
    ];
  }

  private change(write: () => Promise<unknown>): Promise<boolean> {
    return this.open.change(write);
  }

  private update(requests: readonly object[]): Promise<boolean> {
    return this.change(() => this.client.update(requests));
  }
}

/** A source is repeated over a selection that is a multiple of it. */
const heightOf = (source: Block, target: Block): number =>
  fitting(source.endRow - source.startRow, target.endRow - target.startRow);
const widthOf = (source: Block, target: Block): number =>
  fitting(source.endColumn - source.startColumn, target.endColumn - target.startColumn);
const fitting = (size: number, room: number): number => (room % size === 0 ? room : size);
