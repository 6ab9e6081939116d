import type { CellPlace } from './cell-address';
import { askedBy, type Step } from './grid-keys';
import { listenToPointer, swallow } from './grid-pointer';
import type { GridHands } from './grid-hands';
import { editAt, placeAt, selectionIn, tableCell, tableRange, tableRows } from './grid-places';
import type { Shown } from './grid-places';
import { moved, selectionAt, type GridSelection } from './grid-selection';
import { GridTable } from './grid-table';
import type { TableRange } from './grid-table-options';
import * as windows from './grid-window';
import { formOf, headPixels, positionOf, rowAt, rowCountOf, type SheetView } from './sheet-view';

/* A little over 250 lines: one object with one state, the screen's, whose methods are useful only together. */

const HEADER_PIXELS = 24;

/** A sheet on the screen: scrolls through all rows with a table of some, knows the selection, and handles keys. */
export class Grid {
  selection: GridSelection = selectionAt({ row: 0, column: 0 });
  private table: GridTable | null = null;
  private window!: windows.GridWindow;
  private rowPixels = 21;
  private making = 0;
  private showing = 0;
  /** The column where a row of cells entered with Tab began: Enter continues below it. */
  private tabbedFrom: number | null = null;
  /** After Escape the next Tab leaves the cells. */
  private isReleased = false;
  private readonly deafen: () => void;

  constructor(
    private readonly element: HTMLDivElement,
    private view: SheetView,
    private editable: boolean,
    private readonly hands: GridHands,
  ) {
    element.addEventListener('keydown', this.onKey, true);
    this.deafen = listenToPointer(element, {
      onEntered: () => this.onEnter(),
      left: () => this.table?.listen(false),
      menu: (cell, at) => {
        if (cell) this.select(selectionAt(placeAt(this.shown, cell.y, cell.x)));
        hands.onMenuAsked(at);
      },
      filterIcon: (x) => hands.onFilterAsked(this.view.columns[x]!),
    });
  }

  destroy(): void {
    this.making++;
    this.showing++;
    this.table?.destroy();
    this.table = null;
    this.deafen();
  }

  /** Shows another state of the sheet. The table is rebuilt only when its form differs. */
  async show(view: SheetView, editable: boolean): Promise<void> {
    const own = ++this.showing;
    const isOther = view.sheet.properties.sheetId !== this.view.sheet.properties.sheetId;
    const sameForm =
      this.table !== null && editable === this.editable && formOf(view) === formOf(this.view);
    if (isOther) this.selection = selectionAt({ row: 0, column: 0 });
    this.view = view;
    this.editable = editable;
    // The rows that will be visible are fetched first, so that nothing flickers.
    if (this.table && !isOther) await this.hands.load(tableRows(this.shown));
    if (own !== this.showing || this.hands.isSaving()) return;
    if (!sameForm) await this.make(isOther);
    await this.fill();
    if (isOther) this.hands.onSelected(this.selection);
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
    this.hands.onSelected(selection);
  }

  selectAll(): void {
    const row = rowAt(this.view, rowCountOf(this.view) - 1);
    const column = this.view.columns.at(-1) ?? 0;
    this.selection = { anchor: { row: 0, column: 0 }, end: { row, column } };
    this.showSelection();
    this.hands.onSelected(this.selection);
  }

  /** Opens the editor in the active cell. */
  edit(): void {
    const { anchor } = this.selection;
    this.reveal(anchor);
    const cell = tableCell(this.shown, anchor);
    if (cell) this.table?.openEditor(cell.y, cell.x);
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
      onEntered: (edits) => this.hands.onEntered(edits.map((one) => editAt(this.shown, one))),
      onSelected: (range, origin) => this.onSelected(range, origin),
      onResized: (x, width) => this.hands.onResized(columns[x]!, width),
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

  /** Paints what is there, fetches what is missing, and paints again. */
  private async fill(): Promise<void> {
    const own = this.making;
    this.paint();
    if ((await this.hands.load(tableRows(this.shown))) && own === this.making) this.paint();
  }

  private paint(): void {
    const { table, view } = this;
    if (!table) return;
    for (const [y, row] of tableRows(this.shown).entries()) {
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

  private onSelected(range: TableRange, origin: Event | undefined): void {
    this.tabbedFrom = null;
    const isHeader = Boolean((origin?.target as Element | null)?.closest?.('thead'));
    this.selection = selectionIn(this.shown, range, { before: this.selection, isHeader });
    this.hands.onSelected(this.selection);
  }

  private showSelection(): void {
    this.table?.select(tableRange(this.shown, this.selection));
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
    const cell = tableCell(this.shown, place);
    if (cell) table.scrollAcrossTo(cell.y, cell.x, headPixels(this.view));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { table } = this;
    if (this.isReleased && event.key === 'Tab') return;
    if (this.isReleased) table?.listen(true);
    this.isReleased = false;
    if (table?.isEditing) this.onEditorKey(event, table);
    else if (table) this.onGridKey(event);
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

  private onGridKey(event: KeyboardEvent): void {
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
        return void (this.editable && this.hands.onCleared());
      case 'bold':
        return void (this.editable && this.hands.bold());
      case 'select-all':
        return this.selectAll();
      case 'edit':
        return this.edit();
      case 'leave':
        this.isReleased = true;
        return this.table?.listen(false);
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

  private get shown(): Shown {
    return { view: this.view, window: this.window };
  }

  private setRoom(): void {
    const { above, below } = windows.rowsBeyond(this.window);
    this.table?.setRoom(above * this.rowPixels, below * this.rowPixels);
  }

  /** How many rows fit on the screen below the frozen ones. */
  private seenRows(frozen = this.window.frozen): number {
    const fitting = Math.floor((this.element.clientHeight - HEADER_PIXELS) / this.rowPixels);
    return Math.max(3, fitting - frozen);
  }
}
