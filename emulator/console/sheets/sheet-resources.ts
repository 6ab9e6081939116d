/* Resources of the Sheets API, as far as this page reads them. */
import type { Block } from './cell-address';

export interface GridRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface Color {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

export interface CellFormat {
  readonly numberFormat?: { readonly type?: string; readonly pattern?: string };
  readonly horizontalAlignment?: 'LEFT' | 'CENTER' | 'RIGHT';
  readonly backgroundColor?: Color;
  readonly backgroundColorStyle?: { readonly rgbColor?: Color };
  readonly textFormat?: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly strikethrough?: boolean;
    readonly underline?: boolean;
    readonly foregroundColor?: Color;
    readonly foregroundColorStyle?: { readonly rgbColor?: Color };
  };
}

export interface CellData {
  readonly formattedValue?: string;
  readonly userEnteredValue?: {
    readonly stringValue?: string;
    readonly numberValue?: number;
    readonly boolValue?: boolean;
    readonly formulaValue?: string;
  };
  readonly effectiveValue?: { readonly numberValue?: number; readonly boolValue?: boolean };
  readonly userEnteredFormat?: CellFormat;
}

export interface FilterCriteria {
  readonly hiddenValues?: readonly string[];
  readonly condition?: {
    readonly type?: string;
    readonly values?: readonly { readonly userEnteredValue?: string }[];
  };
}

export interface BasicFilter {
  readonly range: GridRange;
  readonly criteria?: Readonly<Record<string, FilterCriteria>>;
  readonly filterSpecs?: readonly {
    readonly columnIndex?: number;
    readonly filterCriteria?: FilterCriteria;
  }[];
}

export interface Table {
  readonly tableId: string;
  readonly name: string;
  readonly range: GridRange;
}

export interface SheetProperties {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly hidden?: boolean;
  readonly gridProperties: {
    readonly rowCount: number;
    readonly columnCount: number;
    readonly frozenRowCount?: number;
    readonly frozenColumnCount?: number;
  };
}

/** A sheet without its cells. */
export interface Sheet {
  readonly properties: SheetProperties;
  readonly basicFilter?: BasicFilter;
  readonly tables?: readonly Table[];
}

/** A spreadsheet without its cells. */
export interface Spreadsheet {
  readonly properties: { readonly title: string };
  readonly sheets: readonly Sheet[];
}

/** The cells that a GridRange of the API covers on its sheet. */
export function blockOf(range: GridRange, { properties }: Sheet): Block {
  const { rowCount, columnCount } = properties.gridProperties;
  return {
    startRow: range.startRowIndex ?? 0,
    endRow: Math.min(range.endRowIndex ?? rowCount, rowCount),
    startColumn: range.startColumnIndex ?? 0,
    endColumn: Math.min(range.endColumnIndex ?? columnCount, columnCount),
  };
}

export const gridRange = (sheetId: number, block: Block): Required<GridRange> => ({
  sheetId,
  startRowIndex: block.startRow,
  endRowIndex: block.endRow,
  startColumnIndex: block.startColumn,
  endColumnIndex: block.endColumn,
});
