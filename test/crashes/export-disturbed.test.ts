// Somebody changes the sheet right before any call of an export into it: every event ends with one row, in its columns.
import { HEADINGS } from '../../src/audit/row';
import { AuditSheet, calm, logged, loggedWorkspace, SHEET } from '../support/audit-sheet';
import { ADMIN } from '../support/set-up';

const workspace = loggedWorkspace();
afterEach(() => calm(workspace));

const columnAt = (sheetId: number, startIndex: number) => ({
  sheetId,
  dimension: 'COLUMNS',
  startIndex,
  endIndex: startIndex + 1,
});

/** @param last the sheet's last row. */
type Edit = (sheetId: number, last: number) => object | readonly object[];

const EDITS: Readonly<Record<string, Edit>> = {
  'inserts a column at the front': (sheetId) => ({
    insertDimension: { range: columnAt(sheetId, 0) },
  }),
  'inserts a column in the middle': (sheetId) => ({
    insertDimension: { range: columnAt(sheetId, 4) },
  }),
  'moves the date': (sheetId) => [
    { insertDimension: { range: columnAt(sheetId, 5) } },
    {
      cutPaste: {
        source: { sheetId, startColumnIndex: 0, endColumnIndex: 1 },
        destination: { sheetId, rowIndex: 0, columnIndex: 5 },
        pasteType: 'PASTE_NORMAL',
      },
    },
    { deleteDimension: { range: columnAt(sheetId, 0) } },
  ],
  'deletes the hidden column': (sheetId) => ({
    deleteDimension: { range: columnAt(sheetId, 8) },
  }),
  'deletes a row': (sheetId, last) => ({
    deleteDimension: {
      range: { sheetId, dimension: 'ROWS', startIndex: last, endIndex: last + 1 },
    },
  }),
  'sorts the rows': (sheetId) => ({
    sortRange: {
      range: { sheetId, startRowIndex: 1 },
      sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
    },
  }),
  'renames the sheet': (sheetId) => ({
    updateSheetProperties: { properties: { sheetId, title: 'Renamed' }, fields: 'title' },
  }),
};

/** The calls of an export that adds a row. */
const CALLS: readonly (readonly [string, number])[] = [
  ['drive.files.get', 2],
  ['sheets.spreadsheets.get', 1],
  ['sheets.spreadsheets.values.batchGetByDataFilter', 1],
  ['sheets.spreadsheets.values.batchGetByDataFilter', 2],
  ['sheets.spreadsheets.values.batchGetByDataFilter', 3],
  ['reports.activities.list', 1],
  ['sheets.spreadsheets.batchUpdate', 1],
  ['sheets.spreadsheets.values.batchGetByDataFilter', 4],
];

/** The eight cells of each row by their headings, whatever else is in it, in an order of their own. */
const cellsIn = (sheet: AuditSheet, title: string): string[] =>
  sheet.book
    .rows(title)
    .map((row) => JSON.stringify(HEADINGS.map((heading) => row[heading])))
    .sort();

const keysIn = (sheet: AuditSheet, title: string): string[] =>
  sheet.book
    .rows(title)
    .map((row) => row['Log entry id'] ?? '')
    .filter((key) => key !== '');

let newcomers = 0;

/** A sheet with some rows, and an event that it lacks. */
function prepared(): AuditSheet {
  const sheet = new AuditSheet(workspace).give();
  for (let i = 0; i < 2; i += 1) logged(workspace, { app: 'Alike' });
  sheet.export();
  logged(workspace, { app: `Newcomer ${(newcomers += 1)};` });
  return sheet;
}

function disturb(sheet: AuditSheet, edit: string, [method, at]: readonly [string, number]): void {
  const requests = [EDITS[edit]!(sheet.sheetId(), sheet.rows.length)].flat();
  const body = { requests };
  const params = { spreadsheetId: sheet.id };
  const act = 'sheets.spreadsheets.batchUpdate';
  workspace.faults.plan([
    { method, at, fault: { kind: 'act', as: ADMIN, method: act, params, body } },
  ]);
}

describe.each(Object.keys(EDITS))('somebody %s', (edit) => {
  test.each(CALLS)('before %s, call %i of an export [Inv13, Inv17]', (...call) => {
    const sheet = prepared();
    const before = cellsIn(sheet, SHEET);
    disturb(sheet, edit, call);
    sheet.export();
    workspace.faults.plan([]);
    expect(sheet.export()).toContain('✓');
    const after = cellsIn(sheet, SHEET);
    const isNew = (row: string): boolean => row.includes(`Newcomer ${newcomers};`);
    expect(after.filter(isNew)).toHaveLength(1);
    expect(after.filter((row) => !isNew(row))).toEqual(before);
    const titles = sheet.sheets().map(({ title }) => title);
    for (const title of [SHEET, 'Renamed'].filter((one) => titles.includes(one))) {
      const keys = keysIn(sheet, title);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.every((key) => key.startsWith('token/'))).toBe(true);
    }
    expect(titles).not.toContain('Tandem: rows taken back');
  });
});
