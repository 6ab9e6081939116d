import {
  listParam,
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiRequest,
} from '../api-method';
import { formatRange } from '../spreadsheet/a1-notation';
import { openSpreadsheet } from './access';
import { answerFields } from './answer-fields';
import { rangesOfFilters } from './data-filters';
import type { Block } from '../spreadsheet/grid';
import { blockOf, resolveRange } from '../spreadsheet/ranges';
import type { Rendering } from '../spreadsheet/rendered-value';
import { renderedRows, type Rendered } from '../spreadsheet/rendered-rows';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';

export type Dimension = 'ROWS' | 'COLUMNS';

/** `sheets.spreadsheets.values.get` @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/get */
export const getValues: ApiMethod = (request, caller, workspace) => {
  const id = requiredParam(request, 'spreadsheetId');
  const { spreadsheet } = openSpreadsheet(workspace, caller, id, 'read');
  const range = resolveRange(spreadsheet, requiredParam(request, 'range'));
  return answerFields(
    request,
    valueRange(spreadsheet, range.sheet, blockOf(range), readingOf(request)),
  );
};

/** `sheets.spreadsheets.values.batchGet`: nothing when one of the ranges is invalid. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchGet */
export const batchGetValues: ApiMethod = (request, caller, workspace) => {
  const id = requiredParam(request, 'spreadsheetId');
  const { spreadsheet } = openSpreadsheet(workspace, caller, id, 'read');
  const reading = readingOf(request);
  const valueRanges = listParam(request, 'ranges').map((text) => {
    const range = resolveRange(spreadsheet, text);
    return valueRange(spreadsheet, range.sheet, blockOf(range), reading);
  });
  return answerFields(request, {
    spreadsheetId: id,
    ...(valueRanges.length > 0 && { valueRanges }),
  });
};

/** `sheets.spreadsheets.values.batchGetByDataFilter` @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/batchGetByDataFilter */
export const batchGetValuesByDataFilter: ApiMethod = (request, caller, workspace) => {
  const id = requiredParam(request, 'spreadsheetId');
  const { spreadsheet } = openSpreadsheet(workspace, caller, id, 'read');
  const body = request.body ?? {};
  const reading = readingFrom((name) => body[name] as string | undefined);
  return answerFields(request, {
    spreadsheetId: id,
    valueRanges: rangesOfFilters(spreadsheet, body['dataFilters']).map(({ filter, range }) => ({
      valueRange: valueRange(spreadsheet, range.sheet, blockOf(range), reading),
      dataFilters: [filter],
    })),
  });
};

export interface Reading {
  readonly majorDimension: Dimension;
  readonly rendering: Rendering;
}

const readingOf = (request: ApiRequest): Reading => readingFrom((name) => textParam(request, name));

function readingFrom(option: (name: string) => string | undefined): Reading {
  const values = option('valueRenderOption');
  return {
    majorDimension: option('majorDimension') === 'COLUMNS' ? 'COLUMNS' : 'ROWS',
    rendering: {
      values: values === 'UNFORMATTED_VALUE' || values === 'FORMULA' ? values : 'FORMATTED_VALUE',
      dates:
        option('dateTimeRenderOption') === 'FORMATTED_STRING'
          ? 'FORMATTED_STRING'
          : 'SERIAL_NUMBER',
    },
  };
}

/** A ValueRange: without empty rows and cells at the end, without `values` where everything is empty. */
export function valueRange(
  spreadsheet: SpreadsheetRecord,
  sheet: SheetRecord,
  block: Block,
  { majorDimension, rendering }: Reading,
): object {
  const rows = renderedRows(spreadsheet, sheet, block, rendering);
  const values = majorDimension === 'ROWS' ? rows : columnsOf(rows);
  return {
    range: formatRange(sheet.title, block),
    majorDimension,
    ...(values.length > 0 && { values }),
  };
}

function columnsOf(rows: readonly Rendered[][]): Rendered[][] {
  const columns: Rendered[][] = [];
  for (const [rowIndex, row] of rows.entries()) {
    for (const [columnIndex, value] of row.entries()) {
      if (value === '') continue;
      const column = (columns[columnIndex] ??= []);
      while (column.length < rowIndex) column.push('');
      column.push(value);
    }
  }
  return Array.from(columns, (column) => column ?? []);
}
