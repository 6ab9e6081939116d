/** Requests that change a person's sheet so that no row of theirs is lost, whatever they do to it at the same moment. */
import type { TakenRow } from '../audit/ports';
import type { Cell } from '../sheets/spreadsheet';
import { appendRequest } from './batch-requests';
import type { Tab } from './export-file';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A hidden sheet that is there between taking rows back and judging what was taken. */
export const TAKEN_TITLE = 'Tandem: rows taken back';

/** Room for columns that somebody adds meanwhile. */
const SPARE_COLUMNS = 20;

/**
 * Copies rows beside the texts by which they are ours, and deletes them. Whether they were those rows is only known
 * from the copies.
 */
export function takeRequests(tab: Tab, takenId: number, rows: readonly TakenRow[]): Request[] {
  const { id: sheetId, columns } = tab;
  const sorted = [...rows].sort((one, other) => one.at - other.at);
  const grid = { rowCount: sorted.length, columnCount: 1 + columns + SPARE_COLUMNS };
  const properties = { sheetId: takenId, title: TAKEN_TITLE, hidden: true, gridProperties: grid };
  const runs = runsOf(sorted);
  return [
    { addSheet: { properties } },
    textsRequest(
      { sheetId: takenId, rowIndex: 0, columnIndex: 0 },
      sorted.map(({ text }) => text),
    ),
    ...runs.map(({ at, first, count }) => copyRequest({ sheetId, at, count }, takenId, first)),
    // Google refuses to delete all unfrozen rows.
    { appendDimension: { sheetId, dimension: 'ROWS', length: 1 } },
    ...[...runs].reverse().map(({ at, count }) => ({
      deleteDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + count },
      },
    })),
  ];
}

/** Adds the rows of others, which were taken by mistake, below the sheet's; the copies are no longer needed. */
export function returnRequests(
  sheetId: number,
  takenId: number,
  copies: readonly (readonly Cell[])[],
): Request[] {
  const foreign = copies
    .filter(([text = '', ...cells]) => cells.length > 0 && !cells.includes(text))
    .map(([, ...cells]) => cells);
  return [
    ...(foreign.length > 0 ? [appendRequest(sheetId, foreign)] : []),
    { deleteSheet: { sheetId: takenId } },
  ];
}

interface Run {
  readonly at: number;
  /** Place of its first row among all. */
  readonly first: number;
  readonly count: number;
}

/** Rows that follow each other. */
function runsOf(rows: readonly TakenRow[]): Run[] {
  const runs: Run[] = [];
  rows.forEach(({ at }, first) => {
    const last = runs[runs.length - 1];
    if (last && last.at + last.count === at)
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ at, first, count: 1 });
  });
  return runs;
}

/** A destination that is smaller than its source still takes all of it. */
const copyRequest = (
  { sheetId, at, count }: { sheetId: number; at: number; count: number },
  takenId: number,
  first: number,
): Request => ({
  copyPaste: {
    source: { sheetId, startRowIndex: at, endRowIndex: at + count },
    destination: {
      sheetId: takenId,
      startRowIndex: first,
      endRowIndex: first + count,
      startColumnIndex: 1,
      endColumnIndex: 2,
    },
    pasteType: 'PASTE_VALUES',
  },
});

/**
 * Adds a hidden column behind the grid that was listed, with a heading and with texts in some rows. Because the column
 * is inserted, its cells are nobody else's, whatever columns were added or removed meanwhile.
 */
export function columnRequests(
  { id: sheetId, columns }: Tab,
  { heading, headingRow }: { readonly heading: string; readonly headingRow: number },
  texts: ReadonlyMap<number, string>,
): Request[] {
  const range = { sheetId, dimension: 'COLUMNS', startIndex: columns, endIndex: columns + 1 };
  const cells = [...new Map([...texts, [headingRow, heading]])].sort(
    ([one], [other]) => one - other,
  );
  const [firstRow] = cells[0]!;
  const [lastRow] = cells[cells.length - 1]!;
  const start = { sheetId, rowIndex: firstRow, columnIndex: columns };
  const byRow = new Map(cells);
  const length = lastRow - firstRow + 1;
  return [
    { insertDimension: { range, inheritFromBefore: true } },
    textsRequest(
      start,
      Array.from({ length }, (_, index) => byRow.get(firstRow + index) ?? ''),
    ),
    hideRequest(sheetId, columns),
  ];
}

const hideRequest = (sheetId: number, column: number): Request => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
});

/** Found by content, so that no other cell is changed. */
export const eraseRequest = (sheetId: number, find: string): Request => ({
  findReplace: { sheetId, find, replacement: '', matchCase: true, matchEntireCell: true },
});

/** A column of texts, downwards. An empty text is an empty cell. */
const textsRequest = (
  start: { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number },
  texts: readonly string[],
): Request => ({
  updateCells: {
    start,
    rows: texts.map((text) => ({
      values: [text === '' ? {} : { userEnteredValue: { stringValue: text } }],
    })),
    fields: 'userEnteredValue',
  },
});
