/* A person's actions in menus, as requests of batchUpdate. */
import type { Block } from './cell-address';
import { gridRange, type BasicFilter } from './sheet-resources';

export type Dimension = 'ROWS' | 'COLUMNS';

const dimensionRange = (sheetId: number, dimension: Dimension, start: number, end: number) => ({
  sheetId,
  dimension,
  startIndex: start,
  endIndex: end,
});

/** @param like which neighbor's format new rows or columns take: the one before them or the one after. */
export const insertDimension = (
  sheetId: number,
  dimension: Dimension,
  { at, count, like }: { at: number; count: number; like: 'before' | 'after' },
) => ({
  insertDimension: {
    range: dimensionRange(sheetId, dimension, at, at + count),
    inheritFromBefore: like === 'before' && at > 0,
  },
});

/** From the last to the first: deleting rows or columns moves those that follow. */
export const deleteDimension = (
  sheetId: number,
  dimension: Dimension,
  spans: readonly { readonly start: number; readonly end: number }[],
) =>
  [...spans].reverse().map(({ start, end }) => ({
    deleteDimension: { range: dimensionRange(sheetId, dimension, start, end) },
  }));

export const appendDimension = (sheetId: number, dimension: Dimension, length: number) => ({
  appendDimension: { sheetId, dimension, length },
});

export const columnWidth = (sheetId: number, column: number, pixelSize: number) => ({
  updateDimensionProperties: {
    range: dimensionRange(sheetId, 'COLUMNS', column, column + 1),
    properties: { pixelSize },
    fields: 'pixelSize',
  },
});

export const sortRange = (
  sheetId: number,
  block: Block,
  { column, descending }: { column: number; descending: boolean },
) => ({
  sortRange: {
    range: gridRange(sheetId, block),
    sortSpecs: [{ dimensionIndex: column, sortOrder: descending ? 'DESCENDING' : 'ASCENDING' }],
  },
});

export const setBasicFilter = (filter: BasicFilter) => ({ setBasicFilter: { filter } });

export const clearBasicFilter = (sheetId: number) => ({ clearBasicFilter: { sheetId } });

export const setBold = (sheetId: number, block: Block, bold: boolean) => ({
  repeatCell: {
    range: gridRange(sheetId, block),
    cell: { userEnteredFormat: { textFormat: { bold } } },
    fields: 'userEnteredFormat.textFormat.bold',
  },
});

/** Kinds of numbers in the Format menu; null removes the format. */
export const NUMBER_FORMATS = [
  { label: 'Automatic', format: null },
  { label: 'Plain text', format: { type: 'TEXT', pattern: '@' } },
  { label: 'Number', format: { type: 'NUMBER', pattern: '#,##0.00' } },
  { label: 'Percent', format: { type: 'PERCENT', pattern: '0.00%' } },
  { label: 'Scientific', format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } },
  { label: 'Currency', format: { type: 'CURRENCY', pattern: '"$"#,##0.00' } },
  { label: 'Date', format: { type: 'DATE', pattern: 'm/d/yyyy' } },
  { label: 'Time', format: { type: 'TIME', pattern: 'h:mm:ss am/pm' } },
  { label: 'Date time', format: { type: 'DATE_TIME', pattern: 'm/d/yyyy h:mm:ss' } },
] as const;

export type NumberFormat = (typeof NUMBER_FORMATS)[number]['format'];

export const setNumberFormat = (sheetId: number, block: Block, format: NumberFormat) => ({
  repeatCell: {
    range: gridRange(sheetId, block),
    cell: format ? { userEnteredFormat: { numberFormat: format } } : {},
    fields: 'userEnteredFormat.numberFormat',
  },
});

/** Pastes what was copied from this spreadsheet: formulas and formats come along. */
export const copyPaste = (
  source: { readonly sheetId: number; readonly block: Block },
  target: { readonly sheetId: number; readonly block: Block },
) => ({
  copyPaste: {
    source: gridRange(source.sheetId, source.block),
    destination: gridRange(target.sheetId, target.block),
    pasteType: 'PASTE_NORMAL',
  },
});

export const cutPaste = (
  source: { readonly sheetId: number; readonly block: Block },
  target: { readonly sheetId: number; readonly block: Block },
) => ({
  cutPaste: {
    source: gridRange(source.sheetId, source.block),
    destination: {
      sheetId: target.sheetId,
      rowIndex: target.block.startRow,
      columnIndex: target.block.startColumn,
    },
    pasteType: 'PASTE_NORMAL',
  },
});
