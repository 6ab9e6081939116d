// What somebody else does to the workbook while a run is under way, by hand or with a menu.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import type { Fault } from '../../emulator/runtime/faults';
import { ADMIN, BEN, workbookId } from './company';

interface SheetAt {
  readonly sheetId: number;
  readonly title: string;
  readonly columns: number;
}

function sheetsOf(workspace: LocalWorkspace): SheetAt[] {
  const { sheets } = workspace.act(ADMIN, 'sheets.spreadsheets.get', {
    spreadsheetId: workbookId(workspace),
  }) as {
    sheets: {
      properties: { sheetId: number; title: string; gridProperties: { columnCount: number } };
    }[];
  };
  return sheets
    .map(({ properties: { sheetId, title, gridProperties } }) => ({
      sheetId,
      title,
      columns: gridProperties.columnCount,
    }))
    .filter(({ title }) => title !== 'Undo');
}

const rowsAt = (sheetId: number, startIndex: number) => ({
  sheetId,
  dimension: 'ROWS',
  startIndex,
  endIndex: startIndex + 1,
});

const insertAbove = ({ sheetId }: SheetAt): object[] => [
  { insertDimension: { range: rowsAt(sheetId, 1) } },
];

const deleteAbove = ({ sheetId }: SheetAt): object[] => [
  { deleteDimension: { range: rowsAt(sheetId, 1) } },
];

const sortDescending = ({ sheetId }: SheetAt): object[] => [
  {
    sortRange: {
      range: { sheetId, startRowIndex: 1 },
      sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
    },
  },
];

/** The last column becomes the first. */
function moveColumn({ sheetId, columns }: SheetAt): object[] {
  const range = (startIndex: number) => ({
    range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
  });
  const source = { sheetId, startColumnIndex: columns, endColumnIndex: columns + 1 };
  const destination = { sheetId, rowIndex: 0, columnIndex: 0 };
  return [
    { insertDimension: range(0) },
    { cutPaste: { source, destination, pasteType: 'PASTE_NORMAL' } },
    { deleteDimension: range(columns) },
  ];
}

export const EDITS = {
  'inserts a row above': insertAbove,
  'deletes the row above': deleteAbove,
  'sorts everything': sortDescending,
  'moves a column': moveColumn,
} as const;

/** The same in every sheet that Tandem writes, at once. */
export function editsOf(workspace: LocalWorkspace, edit: keyof typeof EDITS): Fault {
  return {
    kind: 'act',
    as: ADMIN,
    method: 'sheets.spreadsheets.batchUpdate',
    params: { spreadsheetId: workbookId(workspace) },
    body: { requests: sheetsOf(workspace).flatMap(EDITS[edit]) },
  };
}

/** By the order of the columns of Activities; its id joins it to the headings, so that rows are still added below all others. */
const SPARE = [
  'Spare',
  'Meeting',
  BEN,
  '2026-03-30 09:00',
  '2026-03-30 10:00',
  'no',
  'Etc/UTC',
  'no',
  'Room 9',
  'Nothing',
  'yes',
  'no',
  BEN,
  ...['', '', '', '', ''],
  'spare',
];

/** A row above all others that nobody misses; in Activities one of a person who is not synced. */
export function spareRows(workspace: LocalWorkspace): void {
  const spare = SPARE.map((stringValue) => ({ userEnteredValue: { stringValue } }));
  const requests = sheetsOf(workspace).flatMap((sheet): object[] => {
    const start = { sheetId: sheet.sheetId, rowIndex: 1, columnIndex: 0 };
    const filled = {
      updateCells: { start, rows: [{ values: spare }], fields: 'userEnteredValue' },
    };
    return [...insertAbove(sheet), ...(sheet.title === 'Activities' ? [filled] : [])];
  });
  workspace.act(
    ADMIN,
    'sheets.spreadsheets.batchUpdate',
    { spreadsheetId: workbookId(workspace) },
    { requests },
  );
}
