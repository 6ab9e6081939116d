import type { CellPlace } from './cell-address';
import { askedBy, type Step } from './grid-keys';
import { listenToPointer, swallow } from './grid-pointer';
import { moved, selectedBlock, selectionAt, type GridSelection } from './grid-selection';
import { GridTable, type TableRange } from './grid-table';
import * as windows from './grid-window';
import type { SheetCell } from './sheet-cell';
import { formOf, headPixels, positionOf, rowAt, rowCountOf, type SheetView } from './sheet-view';

/* One object with one state, the screen's: longer than others, for its methods are of use together only. */

/** What the grid needs to know, and tells. */
export interface GridHands {
  readonly cellAt: (row: number, column: number) => SheetCell | undefined;
  /** Marks for the style sheet, parted by spaces. */
  readonly lookAt: (row: number, column: number) => string;
  /** Fetches rows. @returns whether any of them changed. */
  readonly load: (rows: readonly number[]) => Promise<boolean>;
  /** Whether changes are on their way: what is read now would be old. */
  readonly isSaving: () => boolean;
  readonly entered: (edits: readonly (CellPlace & { readonly text: string })[]) => void;
  readonly cleared: () => void;
  readonly bold: () => void;
  readonly selected: (selection: GridSelection) => void;
  readonly resized: (column: number, pixels: number) => void;
  readonly filterAsked: (column: number) => void;
  readonly menuAsked: (at: { x: number; y: number }) => void;
}

const HEADER_PIXELS = 24;

/** A sheet on the screen: scrolls through all rows with a table of some, knows what is selected, listens to keys. */
export class Grid {
  selection: GridSelection = selectionAt({ row: 0, column: 0 });
  private table: GridTable | null = null;
  private window!: windows.GridWindow;
  private rowPixels = 21;
  private making = 0;
  private showing = 0;
  /** Where a row of cells entered with Tab began: Enter goes on below it. */
  private tabbedFrom: number | null = null;
  private readonly deafen: () => void;

  constructor(
    private readonly element: HTMLDivElement,
    private view: SheetView,
    private editable: boolean,
    private readonly hands: GridHands,
  ) {
    element.addEventListener('keydown', this.onKey, true);
    this.deafen = listenToPointer(element, {
      entered: () => this.onEnter(),
      left: () => this.table?.listen(false),
      menu: (cell, at) => {
        if (cell) this.select(selectionAt(this.placeAt(cell.y, cell.x)));
        hands.menuAsked(at);
      },
      filterIcon: (x) => hands.filterAsked(this.view.columns[x]!),
    });
  }

  destroy(): void {
    this.making++;
    this.showing++;
    this.table?.destroy();
    this.table = null;
    this.deafen();
  }

  /** Shows another state of the sheet. The table is made anew only when its form differs. */
  async show(view: SheetView, editable: boolean): Promise<void> {
    const own = ++this.showing;
    const isOther = view.sheet.properties.sheetId !== this.view.sheet.properties.sheetId;
    const sameForm =
      this.table !== null && editable === this.editable && formOf(view) === formOf(this.view);
    if (isOther) this.selection = selectionAt({ row: 0, column: 0 });
    this.view = view;
    this.editable = editable;
    // What is going to be seen is fetched first, so that nothing flickers.
    if (this.table && !isOther) await this.hands.load(this.tableRows());
    if (own !== this.showing || this.hands.isSaving()) return;
    if (!sameForm) await this.make(isOther);
    await this.fill();
    if (isOther) this.hands.selected(this.selection);
  }

  get isEditing(): boolean {
    return this.table?.isEditing ?? false;
  }

  focus(): void {
    this.table?.focus();
  }

  /** Selects and scrolls there. */
  select(selection: GridSelection): void {
    this.selection = selection;
    this.reveal(selection.end);
    this.showSelection();
    this.hands.selected(selection);
  }

  selectAll(): void {
    const row = rowAt(this.view, rowCountOf(this.view) - 1);
    const column = this.view.columns.at(-1) ?? 0;
    this.selection = { anchor: { row: 0, column: 0 }, end: { row, column } };
    this.showSelection();
    this.hands.selected(this.selection);
  }

  /** Opens the editor in the active cell. */
  edit(): void {
    const { anchor } = this.selection;
    this.reveal(anchor);
    const y = windows.yAt(this.window, positionOf(this.view, anchor.row));
    const x = this.view.columns.indexOf(anchor.column);
    if (y !== null && x >= 0) this.table?.openEditor(y, x);
  }

  private async make(fromTop: boolean): Promise<void> {
    const own = ++this.making;
    const scroll = this.table && !fromTop ? this.table.scroll : { top: 0, left: 0 };
    const hadFocus = this.element.contains(document.activeElement);
    this.table?.destroy();
    this.table = null;
    const { sheet, columns, widths } = this.view;
    const { frozenRowCount = 0, frozenColumnCount = 0 } = sheet.properties.gridProperties;
    const totalRows = rowCountOf(this.view);
    const sizes = { frozen: frozenRowCount, columns: columns.length, seen: this.seenRows(0) };
    this.window = windows.windowFor(totalRows, sizes);
    const table = await GridTable.make(this.element, {
      label: `Cells of ${sheet.properties.title}`,
      columns,
      widths,
      frozenColumns: frozenColumnCount,
      height: this.window.height,
      totalRows,
      editable: this.editable,
      entered: (edits) =>
        this.hands.entered(edits.map(({ x, y, text }) => ({ ...this.placeAt(y, x), text }))),
      selected: (range, origin) => this.onSelected(range, origin),
      resized: (x, width) => this.hands.resized(columns[x]!, width),
    });
    if (own !== this.making) return;
    this.table = table;
    this.rowPixels = table.rowPixels;
    table.freezeRows(this.window.frozen);
    this.setRoom();
    table.scroller.addEventListener('scroll', this.onScroll);
    table.scroller.scrollTo(scroll);
    this.onScroll();
    this.showSelection();
    table.listen(false);
    if (hadFocus) table.focus();
  }

  /** Paints what is there, fetches what is missing and paints again. */
  private async fill(): Promise<void> {
    const own = this.making;
    this.paint();
    if ((await this.hands.load(this.tableRows())) && own === this.making) this.paint();
  }

  private paint(): void {
    const { table, view } = this;
    if (!table) return;
    for (const [y, row] of this.tableRows().entries()) {
      table.paintRow(y, row);
      for (const [x, column] of view.columns.entries())
        table.paintCell(y, x, this.hands.cellAt(row, column), this.hands.lookAt(row, column));
    }
  }

  private readonly onScroll = (): void => {
    const { table } = this;
    if (!table) return;
    const top = Math.floor(table.scroll.top / this.rowPixels) + this.window.frozen;
    const next = windows.movedTo(this.window, top, this.seenRows());
    if (next === this.window) return;
    if (table.isEditing) table.closeEditor(true);
    this.window = next;
    this.setRoom();
    void this.fill();
    this.showSelection();
  };

  private onSelected({ x1, y1, x2, y2 }: TableRange, origin: Event | undefined): void {
    this.tabbedFrom = null;
    const last = rowAt(this.view, rowCountOf(this.view) - 1);
    const isHeader = (origin?.target as Element | null)?.closest?.('thead');
    const isAll = y1 === 0 && y2 === this.window.height - 1 && x1 === 0 && x2 === this.lastX;
    const anchor = this.placeAt(y1, x1);
    const end = this.placeAt(y2, x2);
    this.selection =
      isHeader || isAll
        ? { anchor: { ...anchor, row: 0 }, end: { ...end, row: last } }
        : { anchor: this.keptAnchor(anchor, y1), end };
    this.hands.selected(this.selection);
  }

  /** Where a selection began that is widened, also when that row is no longer in the table. */
  private keptAnchor(anchor: CellPlace, y: number): CellPlace {
    const kept = this.selection.anchor;
    const at = positionOf(this.view, kept.row);
    const wasClamped =
      windows.yAt(this.window, at) === null && windows.nearestY(this.window, at) === y;
    return wasClamped && kept.column === anchor.column ? kept : anchor;
  }

  private showSelection(): void {
    const cornerAt = ({ row, column }: CellPlace) => ({
      x: Math.max(0, this.view.columns.indexOf(column)),
      y: windows.nearestY(this.window, positionOf(this.view, row)),
    });
    const { startRow, endRow } = selectedBlock(this.selection);
    const isSeen = this.tableRows().some((row) => row >= startRow && row < endRow);
    const [from, to] = [cornerAt(this.selection.anchor), cornerAt(this.selection.end)];
    this.table?.select(isSeen ? { x1: from.x, y1: from.y, x2: to.x, y2: to.y } : null);
  }

  private reveal(place: CellPlace): void {
    const { table } = this;
    if (!table) return;
    const position = positionOf(this.view, place.row);
    if (position >= this.window.frozen) {
      const top = (position - this.window.frozen) * this.rowPixels;
      table.scrollDownTo(top, (this.seenRows() - 1) * this.rowPixels);
      this.onScroll();
    }
    const y = windows.yAt(this.window, position);
    const x = this.view.columns.indexOf(place.column);
    if (y !== null && x >= 0) table.scrollAcrossTo(y, x, headPixels(this.view));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { table } = this;
    if (table?.isEditing) this.onEditorKey(event, table);
    else if (table) this.onGridKey(event, table);
  };

  private onEditorKey(event: KeyboardEvent, table: GridTable): void {
    const { key, shiftKey, altKey } = event;
    if (altKey || !['Enter', 'Tab', 'Escape'].includes(key)) return;
    swallow(event);
    table.closeEditor(key !== 'Escape');
    table.focus();
    const by = shiftKey ? -1 : 1;
    if (key === 'Tab') this.tab(by);
    if (key === 'Enter') this.enterBelow(by);
  }

  private onGridKey(event: KeyboardEvent, table: GridTable): void {
    const asked = askedBy(event, this.seenRows() - 1);
    if (asked.kind !== 'type') event.stopPropagation();
    if (!['type', 'leave', 'native'].includes(asked.kind)) event.preventDefault();
    switch (asked.kind) {
      case 'move':
        this.tabbedFrom = null;
        return this.move(asked.step, asked.widen);
      case 'tab':
        return this.tab(asked.by);
      case 'clear':
        return void (this.editable && this.hands.cleared());
      case 'bold':
        return void (this.editable && this.hands.bold());
      case 'select-all':
        return this.selectAll();
      case 'edit':
        return this.edit();
      case 'leave':
        return table.listen(false);
      case 'type':
        this.reveal(this.selection.anchor);
        return this.showSelection();
      case 'native':
    }
  }

  private move(step: Step, widen: boolean): void {
    this.select(moved(this.selection, step, this.view, widen));
  }

  private tab(by: number): void {
    this.tabbedFrom ??= this.selection.anchor.column;
    this.move({ rows: 0, columns: by }, false);
  }

  private enterBelow(by: number): void {
    const column = this.tabbedFrom ?? this.selection.anchor.column;
    this.tabbedFrom = null;
    this.selection = selectionAt({ ...this.selection.anchor, column });
    this.move({ rows: by, columns: 0 }, false);
  }

  private onEnter(): void {
    this.table?.listen(true);
    if (!this.isEditing) this.showSelection();
  }

  private placeAt(y: number, x: number): CellPlace {
    return {
      row: rowAt(this.view, windows.positionAt(this.window, y)),
      column: this.view.columns[x] ?? 0,
    };
  }

  /** The sheet's rows that the table has. */
  private tableRows(): number[] {
    const total = rowCountOf(this.view);
    return Array.from({ length: this.window.height }, (_, y) => windows.positionAt(this.window, y))
      .filter((position) => position < total)
      .map((position) => rowAt(this.view, position));
  }

  private setRoom(): void {
    const { above, below } = windows.rowsBeyond(this.window);
    this.table?.setRoom(above * this.rowPixels, below * this.rowPixels);
  }

  /** Rows that fit the screen below the frozen ones. */
  private seenRows(frozen = this.window.frozen): number {
    const fitting = Math.floor((this.element.clientHeight - HEADER_PIXELS) / this.rowPixels);
    return Math.max(3, fitting - frozen);
  }

  private get lastX(): number {
    return this.view.columns.length - 1;
  }
}
