import type { Workspace } from '../workspace';
import { enteredValue } from './entered-value';
import { requireRoom } from './limits';
import { newSheet } from './new-sheet';
import type { Cell, SpreadsheetRecord } from '../state/sheets';
import { styleIndex } from './styles';
import { putRow } from './grid';

/** Replaces a spreadsheet's content with uploaded text: one sheet, its cells read as if typed. */
export function replaceWithCsv(
  workspace: Workspace,
  id: string,
  text: string,
  separator: ',' | '\t',
): void {
  const { sheets } = workspace.state;
  const old = sheets.spreadsheets[id]!;
  const rows = parseSeparated(text, separator);
  const spreadsheet: SpreadsheetRecord = { ...old, sheets: [], namedRanges: [], styles: [] };
  const sheet = newSheet(spreadsheet, {
    sheetId: 1 + workspace.random.int(2_147_483_646),
    title: old.sheets[0]!.title,
  });
  spreadsheet.sheets.push(sheet);
  sheet.rowCount = Math.max(sheet.rowCount, rows.length);
  sheet.columnCount = Math.max(sheet.columnCount, ...rows.map(({ length }) => length));
  requireRoom(spreadsheet);
  const year = new Date(workspace.clock.now()).getUTCFullYear();
  for (const [row, fields] of rows.entries()) {
    const cells: Cell[] = [];
    for (const [column, entered] of fields.map((one) => enteredValue(one, year, false)).entries()) {
      cells.push(entered.cell);
      const { numberFormat } = entered;
      if (numberFormat)
        putRow(sheet.styles, row, column, [
          styleIndex(spreadsheet, { userEnteredFormat: { numberFormat: { ...numberFormat } } }),
        ]);
    }
    putRow(sheet.cells, row, 0, cells);
  }
  sheets.spreadsheets[id] = spreadsheet;
}

/** Fields row by row, in RFC 4180's format. @see https://www.rfc-editor.org/rfc/rfc4180 */
export function parseSeparated(text: string, separator: ',' | '\t'): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const piece = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator}\r\n]*))(${separator}|\r\n|\n|\r|$)`,
    'gy',
  );
  while (piece.lastIndex <= text.length) {
    if (piece.lastIndex === text.length && row.length === 0) break;
    const match = piece.exec(text);
    if (!match) break;
    const [, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === separator) continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}
