import { requiredParam, type ApiMethod } from '../api-method';
import { noteEdit, openSpreadsheet } from './access';
import { answerFields } from './answer-fields';
import { requireRoom } from '../spreadsheet/limits';
import { newSheetId } from '../spreadsheet/new-sheet';
import { requireSheet } from '../spreadsheet/ranges';
import { copyOfSheet } from './sheet-copy';
import { sheetProperties } from './spreadsheet-resource';
import type { Matrix, SpreadsheetRecord } from '../state/sheets';
import { styleIndex } from '../spreadsheet/styles';

/** `sheets.spreadsheets.sheets.copyTo`: a sheet into another spreadsheet, as its last. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.sheets/copyTo */
export const copySheetTo: ApiMethod = (request, caller, workspace) => {
  const id = requiredParam(request, 'spreadsheetId');
  const from = openSpreadsheet(workspace, caller, id, 'read').spreadsheet;
  const source = requireSheet(from, Number(request.params['sheetId']));
  const destination = String(request.body?.['destinationSpreadsheetId'] ?? '');
  const to = openSpreadsheet(workspace, caller, destination, 'write');
  const { spreadsheet } = to;
  requireRoom({ sheets: [...spreadsheet.sheets, source] });
  const title = freeTitle(spreadsheet, `Copy of ${source.title}`);
  const copy = copyOfSheet(source, newSheetId(workspace, spreadsheet), title);
  copy.styles = carryStyles(source.styles, from, spreadsheet);
  spreadsheet.sheets.push(copy);
  noteEdit(workspace, caller, to.file);
  return answerFields(request, sheetProperties(copy, spreadsheet.sheets.length - 1));
};

const carryStyles = (
  styles: Matrix<number>,
  from: SpreadsheetRecord,
  to: SpreadsheetRecord,
): Matrix<number> =>
  styles.map((row) =>
    row.map((index) => (index === null ? null : styleIndex(to, from.styles[index]!))),
  );

function freeTitle({ sheets }: SpreadsheetRecord, wanted: string): string {
  const taken = new Set(sheets.map(({ title }) => title.toLowerCase()));
  for (let number = 1; ; number++) {
    const title = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(title.toLowerCase())) return title;
  }
}
