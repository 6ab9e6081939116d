import {
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import type { Caller } from '../caller';
import { callingAccount } from '../drive/account';
import type { Workspace } from '../workspace';
import { columnName, formatRange } from '../spreadsheet/a1-notation';
import { noteEdit, openSpreadsheet, type OpenSpreadsheet } from './access';
import { answerFields } from './answer-fields';
import { rangeOfFilter } from './data-filters';
import { refusal, refusalAt } from '../spreadsheet/errors';
import { putRow, type Block } from '../spreadsheet/grid';
import type { PlannedWrite } from './planned-write';
import { requireUnprotected } from './protection';
import { beyondGrid, blockOf, resolveRange, type SheetRange } from '../spreadsheet/ranges';
import {
  inputOption,
  inputRows,
  prepareCells,
  widthOf,
  withNumberFormat,
  type InputOption,
  type InputRows,
} from './values-input';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';
import { responseReading, totals, updateAnswer, updatedCells } from './update-answer';

/** `sheets.spreadsheets.values.update` @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/update */
export const updateValues: ApiMethod = (request, caller, workspace) => {
  const id = requiredParam(request, 'spreadsheetId');
  const open = openSpreadsheet(workspace, caller, id, 'write');
  const text = requiredParam(request, 'range');
  const option = inputOption(textParam(request, 'valueInputOption'));
  const body = request.body ?? {};
  requireSameRange(body, text);
  const range = resolveRange(open.spreadsheet, text);
  const planned = planWrite(workspace, caller, open, { text, range, option, data: body });
  write(open.spreadsheet, planned);
  if (planned.updatedCells > 0) noteEdit(workspace, caller, open.file);
  return answerFields(
    request,
    updateAnswer(open.spreadsheet, planned, responseReading(request, request.params)),
  );
};

/** `sheets.spreadsheets.values.batchUpdate`: all ranges or none. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchUpdate */
export const batchUpdateValues: ApiMethod = (request, caller, workspace) =>
  writeMany(request, caller, workspace, (spreadsheet, data) => {
    const text = String(data['range'] ?? '');
    return { text, range: resolveRange(spreadsheet, text) };
  });

/** `sheets.spreadsheets.values.batchUpdateByDataFilter` @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchUpdateByDataFilter */
export const batchUpdateValuesByDataFilter: ApiMethod = (request, caller, workspace) =>
  writeMany(request, caller, workspace, (spreadsheet, data) => {
    const range = rangeOfFilter(spreadsheet, (data['dataFilter'] ?? {}) as JsonObject);
    return { text: formatRange(range.sheet.title, range.area), range };
  });

function writeMany(
  request: ApiRequest,
  caller: Caller,
  workspace: Workspace,
  target: (spreadsheet: SpreadsheetRecord, data: JsonObject) => { text: string; range: SheetRange },
): object {
  const id = requiredParam(request, 'spreadsheetId');
  const open = openSpreadsheet(workspace, caller, id, 'write');
  const body = request.body ?? {};
  const option = inputOption(body['valueInputOption']);
  const all = (Array.isArray(body['data']) ? body['data'] : []) as JsonObject[];
  const planned = all.map((data, at) =>
    refusalAt(`data[${at}]`, () =>
      planWrite(workspace, caller, open, { ...target(open.spreadsheet, data), option, data }),
    ),
  );
  for (const one of planned) write(open.spreadsheet, one);
  if (planned.some(({ updatedCells }) => updatedCells > 0)) noteEdit(workspace, caller, open.file);
  const reading = responseReading(request, body);
  const responses = planned.map((one, at) => {
    const { dataFilter } = all[at]!;
    return {
      ...(dataFilter ? { dataFilter: structuredClone(dataFilter) } : { spreadsheetId: id }),
      ...updatedCells(open.spreadsheet, one, reading),
    };
  });
  return answerFields(request, { spreadsheetId: id, ...totals(planned), responses });
}

function planWrite(
  workspace: Workspace,
  caller: Caller,
  { spreadsheet, file }: OpenSpreadsheet,
  {
    text,
    range,
    option,
    data,
  }: {
    readonly text: string;
    readonly range: SheetRange;
    readonly option: InputOption;
    readonly data: JsonObject;
  },
): PlannedWrite {
  const rows = inputRows(data['values'], data['majorDimension']);
  const block = blockFor(range, text, rows);
  requireUnprotected(workspace, { file, account: callingAccount(caller) }, range.sheet, block);
  return plannedCells(workspace, spreadsheet, { sheet: range.sheet, block, option, rows });
}

/** Turns rows into cells for a block that is known to have room. */
export function plannedCells(
  workspace: Workspace,
  spreadsheet: SpreadsheetRecord,
  {
    sheet,
    block,
    option,
    rows,
  }: {
    readonly sheet: SheetRecord;
    readonly block: Block;
    readonly option: InputOption;
    readonly rows: InputRows;
  },
): PlannedWrite {
  const prepared = prepareCells(workspace, { spreadsheet, sheet }, { option, rows, block });
  let updatedCells = 0;
  for (const row of prepared.cells) for (const cell of row) if (cell !== undefined) updatedCells++;
  return { sheet, block, prepared, updatedCells };
}

/**
 * Where the values go: a range of one cell is where they begin; any other is a frame that they must fit.
 *
 * @throws GoogleError 400 for values beyond the frame or the grid.
 */
function blockFor(range: SheetRange, text: string, rows: InputRows): Block {
  const { sheet, area } = range;
  const frame = blockOf(range);
  const one = area.endRow === frame.startRow + 1 && area.endColumn === frame.startColumn + 1;
  const endRow = frame.startRow + rows.length;
  const endColumn = frame.startColumn + widthOf(rows);
  const framed =
    !one && (endRow > (area.endRow ?? Infinity) || endColumn > (area.endColumn ?? Infinity));
  if (!one && !framed && (endRow > sheet.rowCount || endColumn > sheet.columnCount))
    throw beyondGrid(range);
  const lastRow = one ? sheet.rowCount : frame.endRow;
  const lastColumn = one ? sheet.columnCount : frame.endColumn;
  if (endRow > lastRow)
    throw refusal(
      `Requested writing within range [${text}], but tried writing to row [${lastRow + 1}]`,
    );
  if (endColumn > lastColumn)
    throw refusal(
      `Requested writing within range [${text}], but tried writing to column [${columnName(lastColumn)}]`,
    );
  return { ...frame, endRow, endColumn };
}

function requireSameRange({ range }: JsonObject, text: string): void {
  if (typeof range !== 'string' || range === '' || range === text) return;
  throw refusal(`Requested writing within range [${text}], but tried writing to range [${range}]`);
}

/** Writes planned cells to their places. */
export function write(
  spreadsheet: SpreadsheetRecord,
  { sheet, block, prepared }: PlannedWrite,
): void {
  for (const [at, cells] of prepared.cells.entries()) {
    if (cells.length > 0) putRow(sheet.cells, block.startRow + at, block.startColumn, cells);
  }
  for (const format of prepared.formats) {
    const style = withNumberFormat(spreadsheet, sheet, format);
    putRow(sheet.styles, format.row, format.column, [style]);
  }
}
