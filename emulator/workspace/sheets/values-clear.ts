import { requiredParam, type ApiMethod, type ApiRequest } from '../api-method';
import type { Caller } from '../caller';
import { callingAccount } from '../drive/account';
import type { Workspace } from '../workspace';
import { formatRange } from '../spreadsheet/a1-notation';
import { noteEdit, openSpreadsheet, type OpenSpreadsheet } from './access';
import { answerFields } from './answer-fields';
import { rangesOfFilters } from './data-filters';
import { refusalAt } from '../spreadsheet/errors';
import { clearBlock, type Block } from '../spreadsheet/grid';
import { requireUnprotected } from './protection';
import { blockOf, resolveRange, type SheetRange } from '../spreadsheet/ranges';
import type { SheetRecord } from '../state/sheets';

/** `sheets.spreadsheets.values.clear`: values only; formats and notes stay. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/clear */
export const clearValues: ApiMethod = (request, caller, workspace) => {
  const open = openForWriting(workspace, caller, request);
  const target = targetOf(workspace, caller, open, () =>
    resolveRange(open.spreadsheet, requiredParam(request, 'range')),
  );
  const [clearedRange] = clear(workspace, caller, open, [target]);
  return answerFields(request, { spreadsheetId: open.spreadsheet.spreadsheetId, clearedRange });
};

/** `sheets.spreadsheets.values.batchClear`: all ranges or none. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchClear */
export const batchClearValues: ApiMethod = (request, caller, workspace) => {
  const open = openForWriting(workspace, caller, request);
  const ranges = request.body?.['ranges'];
  const targets = (Array.isArray(ranges) ? ranges : []).map((text, at) =>
    refusalAt(`range[${at}]`, () =>
      targetOf(workspace, caller, open, () => resolveRange(open.spreadsheet, String(text))),
    ),
  );
  const clearedRanges = clear(workspace, caller, open, targets);
  return answerFields(request, { spreadsheetId: open.spreadsheet.spreadsheetId, clearedRanges });
};

/** `sheets.spreadsheets.values.batchClearByDataFilter` @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchClearByDataFilter */
export const batchClearValuesByDataFilter: ApiMethod = (request, caller, workspace) => {
  const open = openForWriting(workspace, caller, request);
  const targets = rangesOfFilters(open.spreadsheet, request.body?.['dataFilters']).map(
    ({ range }) => targetOf(workspace, caller, open, () => range),
  );
  const clearedRanges = clear(workspace, caller, open, targets);
  return answerFields(request, { spreadsheetId: open.spreadsheet.spreadsheetId, clearedRanges });
};

interface Target {
  readonly sheet: SheetRecord;
  readonly block: Block;
}

const openForWriting = (
  workspace: Workspace,
  caller: Caller,
  request: ApiRequest,
): OpenSpreadsheet =>
  openSpreadsheet(workspace, caller, requiredParam(request, 'spreadsheetId'), 'write');

function targetOf(
  workspace: Workspace,
  caller: Caller,
  { file }: OpenSpreadsheet,
  resolve: () => SheetRange,
): Target {
  const range = resolve();
  const block = blockOf(range);
  requireUnprotected(workspace, { file, account: callingAccount(caller) }, range.sheet, block);
  return { sheet: range.sheet, block };
}

function clear(
  workspace: Workspace,
  caller: Caller,
  { file }: OpenSpreadsheet,
  targets: readonly Target[],
): string[] {
  for (const { sheet, block } of targets) clearBlock(sheet.cells, block);
  if (targets.length > 0) noteEdit(workspace, caller, file);
  return targets.map(({ sheet, block }) => formatRange(sheet.title, block));
}
