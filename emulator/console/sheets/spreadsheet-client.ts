import { act, control } from '../shell/workspace-client';
import type { Block } from './cell-address';
import { gridRange, type CellData, type Sheet, type Spreadsheet } from './sheet-resources';

type Row = { readonly values?: readonly CellData[] };
interface DimensionMetadata {
  readonly pixelSize?: number;
  readonly hiddenByUser?: boolean;
}
interface GridAnswer {
  readonly sheets?: readonly {
    readonly data?: readonly {
      readonly rowData?: readonly Row[];
      readonly rowMetadata?: readonly DimensionMetadata[];
      readonly columnMetadata?: readonly DimensionMetadata[];
    }[];
  }[];
}

/** Typed input: texts are interpreted as Google interprets what a person types; '' empties a cell, null leaves it. */
export type EnteredRows = readonly (readonly (string | null)[])[];

const CELL =
  'formattedValue,userEnteredValue,effectiveValue(numberValue,boolValue),' +
  'userEnteredFormat(numberFormat,horizontalAlignment,backgroundColor,backgroundColorStyle,textFormat)';

/** One spreadsheet as one person reads and changes it. Sheets are identified by id, so renaming them is harmless. */
export class SpreadsheetClient {
  constructor(
    readonly account: string,
    readonly spreadsheetId: string,
  ) {}

  outline(): Promise<Spreadsheet> {
    const fields = 'properties.title,sheets(properties,basicFilter,tables(tableId,name,range))';
    return this.call('sheets.spreadsheets.get', { fields });
  }

  async dimensions({ properties: { sheetId } }: Sheet): Promise<{
    readonly rows: readonly DimensionMetadata[];
    readonly columns: readonly DimensionMetadata[];
  }> {
    const fields = 'sheets.data(rowMetadata.hiddenByUser,columnMetadata(pixelSize,hiddenByUser))';
    const grid = await this.grid({ sheetId }, fields);
    return { rows: grid?.rowMetadata ?? [], columns: grid?.columnMetadata ?? [] };
  }

  async cells(sheetId: number, block: Block): Promise<readonly Row[]> {
    const grid = await this.grid(gridRange(sheetId, block), `sheets.data.rowData.values(${CELL})`);
    return grid?.rowData ?? [];
  }

  /** The displayed texts of cells; empty rows and cells at the end are missing. */
  async shownTexts(sheetId: number, block?: Block): Promise<readonly (readonly string[])[]> {
    const range = block ? gridRange(sheetId, block) : { sheetId };
    const { valueRanges } = await this.call<{
      valueRanges: readonly { valueRange: { values?: string[][] } }[];
    }>(
      'sheets.spreadsheets.values.batchGetByDataFilter',
      {},
      { dataFilters: [{ gridRange: range }] },
    );
    return valueRanges[0]?.valueRange.values ?? [];
  }

  enter(
    sheetId: number,
    blocks: readonly { readonly block: Block; readonly values: EnteredRows }[],
  ): Promise<unknown> {
    const data = blocks.map(({ block, values }) => ({
      dataFilter: { gridRange: gridRange(sheetId, block) },
      values,
    }));
    return this.call(
      'sheets.spreadsheets.values.batchUpdateByDataFilter',
      {},
      { valueInputOption: 'USER_ENTERED', data },
    );
  }

  clear(sheetId: number, blocks: readonly Block[]): Promise<unknown> {
    const dataFilters = blocks.map((block) => ({ gridRange: gridRange(sheetId, block) }));
    return this.call('sheets.spreadsheets.values.batchClearByDataFilter', {}, { dataFilters });
  }

  /** @param requests of batchUpdate: all of them or none. */
  update<T = object>(requests: readonly object[]): Promise<{ readonly replies: readonly T[] }> {
    return this.call('sheets.spreadsheets.batchUpdate', {}, { requests });
  }

  /** The first sheet as text, as Drive exports it. The log records the download. */
  async exportCsv(): Promise<string> {
    const { base64 } = await control<{ base64: string }>('act', {
      as: this.account,
      method: 'drive.files.export',
      params: { fileId: this.spreadsheetId, mimeType: 'text/csv' },
    });
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  }

  private async grid(range: object, fields: string) {
    const body = { dataFilters: [{ gridRange: range }], includeGridData: true };
    const { sheets } = await this.call<GridAnswer>(
      'sheets.spreadsheets.getByDataFilter',
      { fields },
      body,
    );
    return sheets?.[0]?.data?.[0];
  }

  private call<T>(method: string, params: object, body?: object): Promise<T> {
    return act(this.account, method, { spreadsheetId: this.spreadsheetId, ...params }, body);
  }
}
