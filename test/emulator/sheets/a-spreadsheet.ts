import type { LocalWorkspace, LocalWorkspaceOptions } from '../../../emulator/local-workspace';
import { ANNA, aWorkspace } from '../../support/small-company';
import type { Answer } from '../drive/an-app';

export interface TestSpreadsheet {
  readonly workspace: LocalWorkspace;
  readonly id: string;
  /** A method of `sheets.spreadsheets`, by Anna. */
  act(method: string, params?: object, body?: object | null): Answer;
  values(range: string, params?: object): Answer[][] | undefined;
  update(range: string, values: unknown[][], valueInputOption?: string): Answer;
  append(range: string, values: unknown[][], params?: object): Answer;
  batch(...requests: object[]): Answer[];
}

/** A spreadsheet of Anna's, with these sheets or the default one. */
export function aSpreadsheet(
  sheets: object[] = [],
  options: Partial<LocalWorkspaceOptions> = {},
): TestSpreadsheet {
  const workspace = aWorkspace(options);
  const { spreadsheetId: id } = workspace.act(
    ANNA,
    'sheets.spreadsheets.create',
    {},
    {
      properties: { title: 'Workbook' },
      ...(sheets.length > 0 && { sheets }),
    },
  ) as { spreadsheetId: string };
  const act: TestSpreadsheet['act'] = (method, params = {}, body = null) =>
    workspace.act(ANNA, `sheets.spreadsheets.${method}`, { spreadsheetId: id, ...params }, body);
  return {
    workspace,
    id,
    act,
    values: (range, params = {}) => act('values.get', { range, ...params }).values,
    update: (range, values, valueInputOption = 'RAW') =>
      act('values.update', { range, valueInputOption }, { values }),
    append: (range, values, params = {}) =>
      act('values.append', { range, valueInputOption: 'RAW', ...params }, { values }),
    batch: (...requests) => act('batchUpdate', {}, { requests }).replies,
  };
}

/** The default sheet, with different numbers of rows and columns. */
export const aGrid = (rowCount: number, columnCount: number, title = 'Sheet1'): object => ({
  properties: { title, sheetId: 0, gridProperties: { rowCount, columnCount } },
});
