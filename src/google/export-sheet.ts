/** A sheet (tab) of the open file, which the person has given the app. It is known by its id: people rename sheets. */
import type { Area, ExportFile, ExportSheet, TakenRow, Texts } from '../audit/ports';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { appendRequest } from './batch-requests';
import { rangeOf, readCells } from './export-cells';
import { checkFile, listTabs, type Listed, type Tab } from './export-file';
import {
  columnRequests,
  eraseRequest,
  returnRequests,
  takeRequests,
  TAKEN_TITLE,
} from './export-rows';
import { changeSpreadsheet, tabContents, tabProperties } from './sheet-tabs';

type Request = GoogleAppsScript.Sheets.Schema.Request;
/** @param title title of the sheet in the file with this id. The file's sheets are listed once. */
export const exportSheet = (fileId: string, title: string): ExportSheet =>
  new SheetOfFile(fileId, title);

class SheetOfFile implements ExportSheet {
  private isShared: boolean | null = null;
  private listed: Listed | null = null;
  /** Once the sheet was found; from then on its title does not matter. */
  private sheetId: number | null = null;
  /** Whether rows were added since the sheets were listed. */
  private isGrown = false;

  constructor(
    private readonly fileId: string,
    private readonly title: string,
  ) {}

  file(): Result<ExportFile, Failure> {
    if (this.isShared === null) {
      const checked = checkFile(this.fileId);
      if (!checked.ok) return checked;
      this.isShared = checked.value.isShared;
    }
    const listed = this.list();
    if (!listed.ok) return listed;
    const tab = this.tabIn(listed.value);
    const sheet = tab && { id: tab.id, isHidden: tab.isHidden, isFiltered: tab.isFiltered };
    return ok({ zone: listed.value.zone, isShared: this.isShared, sheet });
  }

  top(count: number): Result<Texts | null, Failure> {
    const settled = this.settle();
    if (!settled.ok) return settled;
    if (this.sheetId === null && settled.value === null) return ok(null);
    const read = this.read([{ firstRow: 0, rowCount: count }]);
    return read.ok ? ok(read.value[0] ?? []) : read;
  }

  make(headings: readonly string[], hidden: string): Result<null, Failure> {
    const listed = this.list();
    if (!listed.ok) return listed;
    const tab = this.tabIn(listed.value);
    const form = {
      title: this.title,
      headings: [...headings, hidden],
      widths: widthsOf(headings),
      hidden: [headings.length],
    };
    const id = tab?.id ?? freeId(listed.value);
    const added = { addSheet: { properties: tabProperties(form, id) } };
    const made = this.change([
      ...(tab ? roomFor(tab, form.headings.length) : [added]),
      ...tabContents(form, id),
    ]);
    this.listed = null;
    return made;
  }

  append(rows: Texts): Result<null, Failure> {
    if (rows.length === 0) return ok(null);
    const tab = this.tab();
    this.isGrown = true;
    return tab.ok ? this.change([appendRequest(tab.value.id, rows)]) : tab;
  }

  addColumn(
    heading: string,
    headingRow: number,
    texts: ReadonlyMap<number, string>,
  ): Result<null, Failure> {
    const tab = this.tab();
    if (!tab.ok) return tab;
    const done = this.change(columnRequests(tab.value, { heading, headingRow }, texts));
    this.listed = null;
    return done;
  }

  erase(texts: readonly string[]): Result<null, Failure> {
    const tab = this.tab();
    return tab.ok ? this.change(texts.map((text) => eraseRequest(tab.value.id, text))) : tab;
  }

  takeBack(rows: readonly TakenRow[]): Result<null, Failure> {
    this.listed = null;
    const listed = this.list();
    const tab = listed.ok ? this.tab() : listed;
    if (!listed.ok || !tab.ok) return tab as Result<never, Failure>;
    const taken = this.change(takeRequests(tab.value, freeId(listed.value), rows));
    if (!taken.ok) return taken;
    this.listed = null;
    const settled = this.settle();
    return settled.ok ? ok(null) : settled;
  }

  /** The sheet, once rows that were taken back are judged; null if there is none. */
  private settle(): Result<Tab | null, Failure> {
    const listed = this.list();
    if (!listed.ok) return listed;
    const tab = this.tabIn(listed.value);
    const taken = listed.value.tabs.find(({ title }) => title === TAKEN_TITLE);
    if (!tab || !taken) return ok(tab);
    const copies = readCells(this.fileId, [{ sheetId: taken.id, startRowIndex: 0 }]);
    if (!copies.ok) return copies;
    this.isGrown = true;
    const returned = this.change(returnRequests(tab.id, taken.id, copies.value[0] ?? []));
    this.listed = null;
    return returned.ok ? ok(tab) : returned;
  }

  /** A refusal is explained by the state in which the spreadsheet is found afterwards, where it can be. */
  private change(requests: Request[]): Result<null, Failure> {
    const done = changeSpreadsheet(this.fileId, requests);
    if (done.ok || done.failure.kind !== 'rejected') return done;
    this.listed = null;
    const tab = this.tab();
    return tab.ok || this.sheetId === null ? done : tab;
  }

  /** Tries once more after a refusal: the sheet may have become shorter since it was listed, or Google was mistaken. */
  read(areas: readonly Area[]): Result<readonly Texts[], Failure> {
    const read = this.readOnce(areas);
    if (read.ok || read.failure.kind !== 'rejected') return read;
    this.listed = null;
    return this.readOnce(areas);
  }

  private readOnce(areas: readonly Area[]): Result<readonly Texts[], Failure> {
    const tab = this.tab();
    if (!tab.ok) return tab;
    const { id: sheetId, rows, columns } = tab.value;
    // Google refuses a range beyond the grid, where nothing is.
    const isInGrid = ({ firstRow, column = 0 }: Area): boolean =>
      (firstRow < rows || this.isGrown) && column < columns;
    const inGrid = areas.filter(isInGrid);
    const read = readCells(
      this.fileId,
      inGrid.map((area) => ({ sheetId, ...rangeOf(area) })),
    );
    if (!read.ok) return read;
    const texts = read.value.map((cells) => cells.map((row) => row.map(String)));
    return ok(areas.map((area) => texts[inGrid.indexOf(area)] ?? []));
  }

  private tab(): Result<Tab, Failure> {
    const listed = this.list();
    if (!listed.ok) return listed;
    const tab = this.tabIn(listed.value);
    return tab ? ok(tab) : fail({ kind: 'sheet-missing', sheet: this.title });
  }

  /** Google compares titles without regard to letter case. */
  private tabIn({ tabs }: Listed): Tab | null {
    const isIt = ({ id, title }: Tab): boolean =>
      this.sheetId === null
        ? title.toLowerCase() === this.title.toLowerCase()
        : id === this.sheetId;
    const tab = tabs.find(isIt) ?? null;
    if (tab) this.sheetId = tab.id;
    return tab;
  }

  private list(): Result<Listed, Failure> {
    if (this.listed) return ok(this.listed);
    const found = listTabs(this.fileId);
    if (!found.ok) return found;
    this.listed = found.value;
    this.isGrown = false;
    return found;
  }
}

/**
 * Widths of the eight columns (H27): dates, names, sentences and addresses do not fit into Google's default. Null
 * keeps it.
 */
const WIDTHS: readonly (number | null)[] = [180, 200, 140, null, 320, 220, 320, 120];

const widthsOf = (headings: readonly string[]): Readonly<Record<number, number>> =>
  Object.fromEntries(
    headings.flatMap((_, column) => {
      const width = WIDTHS[column] ?? null;
      return width === null ? [] : [[column, width]];
    }),
  );

/** Freezes the first row of a person's empty sheet, and adds columns that it lacks. */
const roomFor = ({ id: sheetId, columns }: Tab, wanted: number): Request[] => [
  {
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { frozenRowCount: 1 } },
      fields: 'gridProperties.frozenRowCount',
    },
  },
  ...(columns < wanted
    ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: wanted - columns } }]
    : []),
];

const freeId = ({ tabs }: Listed): number => 1 + Math.max(0, ...tabs.map(({ id }) => id));
