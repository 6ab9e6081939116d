import { flagParam, listParam, requiredParam, textParam, type ApiMethod } from '../api-method';
import { selectFields } from '../drive/field-mask';
import { openSpreadsheet } from './access';
import { fieldsOfAnswer } from './answer-fields';
import { rangesOfFilters } from './data-filters';
import { resolveRange, type SheetRange } from '../spreadsheet/ranges';
import { dataFields, spreadsheetResource } from './spreadsheet-resource';
import type { SpreadsheetRecord } from '../state/sheets';

type RangesOf = (spreadsheet: SpreadsheetRecord) => readonly SheetRange[];

const read =
  (
    wantsData: (request: Parameters<ApiMethod>[0]) => boolean,
    ranges: (request: Parameters<ApiMethod>[0]) => RangesOf,
  ): ApiMethod =>
  (request, caller, workspace) => {
    const id = requiredParam(request, 'spreadsheetId');
    const open = openSpreadsheet(workspace, caller, id, 'read');
    const fields = fieldsOfAnswer(request);
    const masked = textParam(request, 'fields') !== undefined;
    const data = masked ? dataFields(fields) : wantsData(request) || undefined;
    const resource = spreadsheetResource(workspace, caller, open, {
      ranges: ranges(request)(open.spreadsheet),
      ...(data && { data }),
    });
    return selectFields(resource, fields);
  };

/** `sheets.spreadsheets.get`: a mask that names cells includes them, whatever includeGridData says. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/get */
export const getSpreadsheet = read(
  (request) => flagParam(request, 'includeGridData'),
  (request) => (spreadsheet) =>
    listParam(request, 'ranges').map((text) => resolveRange(spreadsheet, text)),
);

/** `sheets.spreadsheets.getByDataFilter` @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/getByDataFilter */
export const getSpreadsheetByDataFilter = read(
  ({ body }) => body?.['includeGridData'] === true,
  ({ body }) =>
    (spreadsheet) =>
      rangesOfFilters(spreadsheet, body?.['dataFilters']).map(({ range }) => range),
);
