/** A sheet (tab) of the open file, which the person has given the app. It is known by its id: people rename sheets. */
import type { ExportFile, ExportSheet } from '../audit/ports';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { sheetValues } from './advanced';
import { appendRequest } from './batch-requests';
import { call } from './call';
import { checkFile, listTabs, type Listed, type Tab } from './export-file';
import { aboutSheets, changeSpreadsheet, tabContents, tabProperties } from './sheet-tabs';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type Texts = readonly (readonly string[])[];

/** @param title title of the sheet in the file with this id. The file's sheets are listed once. */
export const exportSheet = (fileId: string, title: string): ExportSheet =>
  new SheetOfFile(fileId, title);

/** Cells from a row on; ends are exclusive, and left out for "to the end". */
interface Area {
  readonly startRowIndex: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

class SheetOfFile implements ExportSheet {
  private isShared: boolean | null = null;
  private listed: Listed | null = null;
  /** Once the sheet was found; from then on its title does not matter. */
  private sheetId: number | null = null;

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
    const listed = this.list();
    if (!listed.ok) return listed;
    if (this.sheetId === null && this.tabIn(listed.value) === null) return ok(null);
    return this.read({ startRowIndex: 0, endRowIndex: count });
  }

  column(index: number, fromRow: number): Result<readonly string[], Failure> {
    const columns = { startColumnIndex: index, endColumnIndex: index + 1 };
    const read = this.read({ startRowIndex: fromRow, ...columns });
    return read.ok ? ok(read.value.map(([cell = '']) => cell)) : read;
  }

  rows(first: number, count: number): Result<Texts, Failure> {
    return this.read({ startRowIndex: first, endRowIndex: first + count });
  }

  make(headings: readonly string[]): Result<null, Failure> {
    const listed = this.list();
    if (!listed.ok) return listed;
    const tab = this.tabIn(listed.value);
    const form = { title: this.title, headings, widths: widthsOf(headings) };
    const id = tab?.id ?? 1 + Math.max(0, ...listed.value.tabs.map((other) => other.id));
    const added = { addSheet: { properties: tabProperties(form, id) } };
    const made = this.change([
      ...(tab ? roomFor(tab, headings.length) : [added]),
      ...tabContents(form, id),
    ]);
    this.listed = null;
    return made;
  }

  append(rows: Texts): Result<null, Failure> {
    if (rows.length === 0) return ok(null);
    const tab = this.tab();
    return tab.ok ? this.change([appendRequest(tab.value.id, rows)]) : tab;
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
  private read(area: Area): Result<Texts, Failure> {
    const read = this.readOnce(area);
    if (read.ok || read.failure.kind !== 'rejected') return read;
    this.listed = null;
    return this.readOnce(area);
  }

  private readOnce(area: Area): Result<Texts, Failure> {
    const tab = this.tab();
    if (!tab.ok) return tab;
    const { id: sheetId, rows, columns } = tab.value;
    // Google refuses a range beyond the grid, where nothing is.
    if (area.startRowIndex >= rows || (area.startColumnIndex ?? 0) >= columns) return ok([]);
    return readTexts(this.fileId, { sheetId, ...area });
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
    if (found.ok) this.listed = found.value;
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

function readTexts(
  fileId: string,
  gridRange: Area & { readonly sheetId: number },
): Result<Texts, Failure> {
  const read = call(
    () =>
      sheetValues().batchGetByDataFilter(
        {
          dataFilters: [{ gridRange }],
          valueRenderOption: 'UNFORMATTED_VALUE',
          dateTimeRenderOption: 'FORMATTED_STRING',
        },
        fileId,
      ),
    aboutSheets(fileId),
  );
  if (!read.ok) return read;
  const [found] = read.value.valueRanges ?? [];
  return ok(((found?.valueRange?.values ?? []) as unknown[][]).map((row) => row.map(String)));
}
