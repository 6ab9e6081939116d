import jspreadsheet from 'jspreadsheet-ce';
import { makeWorksheet } from './grid-component';
import type { TableOptions, TableRange } from './grid-table-options';
import { cssOf, type SheetCell } from './sheet-cell';
import { ROW_HEAD_PIXELS } from './sheet-view';

type Worksheet = jspreadsheet.WorksheetInstance;

/** The third-party component under the grid: a table with a fixed number of rows whose cells are filled while scrolling. */
export class GridTable {
  private painted: string[][] = [];
  private quiet = false;

  private constructor(
    private readonly element: HTMLDivElement,
    private readonly sheet: Worksheet,
    private readonly options: TableOptions,
  ) {
    this.painted = sheet.rows.map(() => []);
    this.describe();
  }

  /** @param element empty; the table owns it until `destroy`. */
  static async make(element: HTMLDivElement, options: TableOptions): Promise<GridTable> {
    // The worksheet reports changes before the table exists.
    const told: { table?: GridTable } = {};
    const worksheet = await makeWorksheet(element, options, {
      onChanged: (changes) => told.table?.tellEntered(changes),
      onSelected: (origin) => told.table?.tellSelected(origin),
    });
    return (told.table = new GridTable(element, worksheet, options));
  }

  destroy(): void {
    jspreadsheet.current = null;
    jspreadsheet.destroy(this.element as jspreadsheet.JspreadsheetInstanceElement, true);
  }

  /** The element that scrolls. */
  get scroller(): HTMLDivElement {
    return this.sheet.content;
  }

  /** Pixels from one row to the next. */
  get rowPixels(): number {
    return this.sheet.rows[0]?.element.getBoundingClientRect().height || 21;
  }

  get isEditing(): boolean {
    return this.sheet.edition !== null && this.sheet.edition !== undefined;
  }

  /** Keys reach the table only while it has been entered. */
  listen(on: boolean): void {
    jspreadsheet.current = on ? this.sheet : null;
  }

  focus(): void {
    this.sheet.table.focus({ preventScroll: true });
  }

  get scroll(): { readonly top: number; readonly left: number } {
    const { scrollTop: top, scrollLeft: left } = this.scroller;
    return { top, left };
  }

  /** Scrolls no further than necessary to show a row at `top` in a viewport of this height. */
  scrollDownTo(top: number, room: number): void {
    const { scroller } = this;
    if (scroller.scrollTop > top) scroller.scrollTop = top;
    else if (scroller.scrollTop < top - room) scroller.scrollTop = top - room;
  }

  /** The same for a cell's column. @param head how many pixels at the left stay in place. */
  scrollAcrossTo(y: number, x: number, head: number): void {
    const { scroller } = this;
    if (x < this.options.frozenColumns) return;
    const cell = this.sheet.records[y]![x]!.element.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    const right = frame.left + scroller.clientWidth;
    if (cell.left < frame.left + head) scroller.scrollLeft -= frame.left + head - cell.left;
    else if (cell.right > right) scroller.scrollLeft += cell.right - right;
  }

  openEditor(y: number, x: number): void {
    if (this.options.editable)
      this.sheet.openEditor(this.sheet.records[y]![x]!.element, false, undefined as never);
  }

  closeEditor(save: boolean): void {
    const cell = this.sheet.edition?.[0];
    if (cell) this.sheet.closeEditor(cell, save);
  }

  /** Shows a selection without notifying anybody; null removes the present one. */
  select(range: TableRange | null): void {
    this.quiet = true;
    if (range) this.sheet.updateSelectionFromCoords(range.x1, range.y1, range.x2, range.y2);
    else this.sheet.resetSelection();
    this.quiet = false;
    const active = range && this.sheet.records[range.y1]?.[range.x1]?.element;
    this.markActive(active ?? null);
  }

  /** Reserves space above and below the table for the rows that are not in it. */
  setRoom(above: number, below: number): void {
    this.sheet.table.style.margin = `${above}px 0 ${below}px`;
  }

  /** Keeps the first rows below the header while the others scroll. */
  freezeRows(count: number): void {
    const head = this.sheet.thead.getBoundingClientRect().height;
    for (const [y, { element }] of this.sheet.rows.slice(0, count).entries()) {
      element.classList.add('frozen-row');
      element.style.top = `${head + y * this.rowPixels}px`;
    }
  }

  paintRow(y: number, row: number): void {
    const { element } = this.sheet.rows[y]!;
    const head = element.firstElementChild as HTMLElement;
    const name = String(row + 1);
    if (head.textContent !== name) head.textContent = name;
    element.setAttribute('aria-rowindex', String(row + 2));
  }

  /** @param look marks for the style sheet: `filter`, `table-head` … */
  paintCell(y: number, x: number, cell: SheetCell | undefined, look: string): void {
    const css = cell ? cssOf(cell) : '';
    const key = `${look}|${css}|${cell?.entered ?? ''}|${cell?.shown ?? ''}`;
    const { element } = this.sheet.records[y]![x]!;
    if (this.painted[y]![x] === key || element.classList.contains('editor')) return;
    this.painted[y]![x] = key;
    this.sheet.options.data![y]![x as never] = (cell?.entered ?? '') as never;
    element.textContent = cell?.shown ?? '';
    element.style.cssText = css + this.frozenCss(x);
    if (look) element.dataset['look'] = look;
    else delete element.dataset['look'];
  }

  private tellEntered(changes: readonly jspreadsheet.CellChange[]): void {
    const edits = changes
      .map(({ x, y, value }) => ({ x: Number(x), y: Number(y), text: String(value ?? '') }))
      .filter(({ x, y }) => !Number.isNaN(x) && !Number.isNaN(y));
    for (const { x, y } of edits) this.painted[y]![x] = '(typed)';
    if (edits.length > 0) this.options.onEntered(edits);
  }

  private tellSelected(origin: Event | undefined): void {
    if (this.quiet || !this.sheet.selectedCell) return;
    const [x1, y1, x2, y2] = (this.sheet.selectedCell as readonly unknown[]).map(Number);
    this.markActive(this.sheet.records[y1!]?.[x1!]?.element ?? null);
    this.options.onSelected({ x1: x1!, y1: y1!, x2: x2!, y2: y2! }, origin);
  }

  private markActive(cell: HTMLElement | null): void {
    const { table } = this.sheet;
    table.querySelector('#active-cell')?.removeAttribute('id');
    if (cell) cell.id = 'active-cell';
    if (cell) table.setAttribute('aria-activedescendant', 'active-cell');
    else table.removeAttribute('aria-activedescendant');
  }

  private frozenCss(x: number): string {
    const { frozenColumns, widths } = this.options;
    if (x >= frozenColumns) return '';
    const left = widths.slice(0, x).reduce((sum, width) => sum + width, ROW_HEAD_PIXELS);
    return `;position:sticky;left:${left}px;z-index:1`;
  }

  /** Describes the table to assistive technology, and makes it reachable by keyboard. */
  private describe(): void {
    const { table, headers, thead, ads } = this.sheet as Worksheet & { ads?: HTMLElement };
    const { label, columns, totalRows, editable } = this.options;
    ads?.remove();
    this.element.removeAttribute('tabindex');
    table.tabIndex = 0;
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-label', label);
    table.setAttribute('aria-rowcount', String(totalRows + 1));
    table.setAttribute('aria-colcount', String(columns.length + 1));
    if (!editable) table.setAttribute('aria-readonly', 'true');
    for (const [x, header] of headers.entries()) {
      header.setAttribute('role', 'columnheader');
      header.style.cssText += this.frozenCss(x).replace('z-index:1', 'z-index:5');
    }
    const corner = thead.querySelector<HTMLElement>('.jss_selectall')!;
    corner.setAttribute('role', 'columnheader');
    corner.setAttribute('aria-label', 'Select all');
    for (const { element } of this.sheet.rows)
      element.firstElementChild!.setAttribute('role', 'rowheader');
  }
}
