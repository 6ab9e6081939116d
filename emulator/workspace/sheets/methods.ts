import type { ApiMethods } from '../api-method';
import { batchUpdateSpreadsheet } from './batch-update';
import { copySheetTo } from './copy-to';
import { createSpreadsheet } from './create';
import { getSpreadsheet, getSpreadsheetByDataFilter } from './get';
import { appendValues } from './values-append';
import { batchClearValues, batchClearValuesByDataFilter, clearValues } from './values-clear';
import { batchGetValues, batchGetValuesByDataFilter, getValues } from './values-read';
import { batchUpdateValues, batchUpdateValuesByDataFilter, updateValues } from './values-write';

/** The methods of this API that the local Workspace answers. */
export const sheetsMethods: ApiMethods = {
  'sheets.spreadsheets.batchUpdate': batchUpdateSpreadsheet,
  'sheets.spreadsheets.create': createSpreadsheet,
  'sheets.spreadsheets.get': getSpreadsheet,
  'sheets.spreadsheets.getByDataFilter': getSpreadsheetByDataFilter,
  'sheets.spreadsheets.sheets.copyTo': copySheetTo,
  'sheets.spreadsheets.values.append': appendValues,
  'sheets.spreadsheets.values.batchClear': batchClearValues,
  'sheets.spreadsheets.values.batchClearByDataFilter': batchClearValuesByDataFilter,
  'sheets.spreadsheets.values.batchGet': batchGetValues,
  'sheets.spreadsheets.values.batchGetByDataFilter': batchGetValuesByDataFilter,
  'sheets.spreadsheets.values.batchUpdate': batchUpdateValues,
  'sheets.spreadsheets.values.batchUpdateByDataFilter': batchUpdateValuesByDataFilter,
  'sheets.spreadsheets.values.clear': clearValues,
  'sheets.spreadsheets.values.get': getValues,
  'sheets.spreadsheets.values.update': updateValues,
};
