import type { CellData, CellFormat, Color } from './sheet-resources';

/** One cell as the grid shows it. */
export interface SheetCell {
  /** The text with which editing it begins. */
  readonly entered: string;
  readonly shown: string;
  readonly isNumber: boolean;
  readonly isBoolean: boolean;
  readonly format: CellFormat | undefined;
}

/** @returns undefined for a cell with nothing to show. */
export function toSheetCell(data: CellData): SheetCell | undefined {
  const { formattedValue: shown = '', userEnteredFormat: format, effectiveValue } = data;
  const entered = enteredText(data);
  if (entered === '' && shown === '' && format === undefined) return undefined;
  return {
    entered,
    shown,
    isNumber: effectiveValue?.numberValue !== undefined,
    isBoolean: effectiveValue?.boolValue !== undefined,
    format,
  };
}

/** Numbers that are edited in the form in which they are shown. */
const EDITED_AS_SHOWN = new Set(['DATE', 'TIME', 'DATE_TIME', 'PERCENT']);

function enteredText({
  userEnteredValue,
  formattedValue = '',
  userEnteredFormat,
}: CellData): string {
  if (!userEnteredValue) return '';
  const { formulaValue, numberValue, boolValue, stringValue = '' } = userEnteredValue;
  if (formulaValue !== undefined) return formulaValue;
  if (boolValue !== undefined) return boolValue ? 'TRUE' : 'FALSE';
  const type = userEnteredFormat?.numberFormat?.type ?? '';
  if (numberValue !== undefined)
    return EDITED_AS_SHOWN.has(type) ? formattedValue : String(numberValue);
  return type !== 'TEXT' && wouldBecomeAnother(stringValue) ? `'${stringValue}` : stringValue;
}

/** Whether text would be read as a number, a formula or a boolean if it were typed again. */
const wouldBecomeAnother = (text: string): boolean =>
  /^[=+']/.test(text) || /^(true|false)$/i.test(text) || (text !== '' && !isNaN(Number(text)));

/** The CSS of a cell's format. Where only one of two colors is set, the other is Google's default. */
export function cssOf(cell: SheetCell): string {
  const { format } = cell;
  const styles = [`text-align:${alignmentOf(cell)}`];
  const { bold, italic, strikethrough, underline } = format?.textFormat ?? {};
  if (bold) styles.push('font-weight:700');
  if (italic) styles.push('font-style:italic');
  const lines = [underline && 'underline', strikethrough && 'line-through'].filter(Boolean);
  if (lines.length > 0) styles.push(`text-decoration:${lines.join(' ')}`);
  const background = format?.backgroundColorStyle?.rgbColor ?? format?.backgroundColor;
  const foreground =
    format?.textFormat?.foregroundColorStyle?.rgbColor ?? format?.textFormat?.foregroundColor;
  if (background) styles.push(`background-color:${cssColor(background)}`);
  if (background || foreground) styles.push(`color:${cssColor(foreground ?? {})}`);
  return styles.join(';');
}

function alignmentOf({ format, isNumber, isBoolean }: SheetCell): string {
  if (format?.horizontalAlignment) return format.horizontalAlignment.toLowerCase();
  if (isBoolean) return 'center';
  return isNumber ? 'right' : 'left';
}

/** Black when no component is given. */
const cssColor = ({ red = 0, green = 0, blue = 0 }: Color): string =>
  `rgb(${[red, green, blue].map((part) => Math.round(part * 255)).join(' ')})`;
