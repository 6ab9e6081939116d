/** The sheets of a new spreadsheet, made from the tables that it will hold. */
import { UNDO, type SheetForm, type SheetLook } from './spreadsheet';
import { fieldsOf, type Table, type TableForm } from './table';

/** For somebody who finds the hidden sheet. */
export const ABOUT_UNDO =
  'Tandem keeps here what its last change replaced. Please leave this sheet as it is.';

/** Its first cell is the serial of the last batch. */
export const UNDO_FORM: SheetForm = { title: UNDO, headings: ['', ABOUT_UNDO], isHidden: true };

/** In the order of the tables, which is that of Google's sheet ids in a new spreadsheet. */
export const sheetForms = (tables: readonly TableForm<string>[]): readonly SheetForm[] =>
  tables.map((table) => {
    const fields = fieldsOf(table);
    return {
      ...lookOf(table, (field) => fields.indexOf(field), fields.length),
      headings: fields.map((field) => table.headings[field]!),
      ...(table.firstRows ? { firstRows: table.firstRows } : {}),
      ...(table.isHidden ? { isHidden: true } : {}),
    };
  });

/** The formats of an existing sheet, with its columns where people have put them. */
export const lookOfTable = <F extends string>({ form, columns, sheet }: Table<F>): SheetLook =>
  lookOf(form as TableForm<string>, (field) => columns[field as F], (sheet[0] ?? []).length);

const lookOf = (
  { title, formats, widths, hidden, isFiltered }: TableForm<string>,
  columnOf: (field: string) => number,
  columns: number,
): SheetLook => ({
  title,
  ...(formats ? { formats: byColumn(formats, columnOf) } : {}),
  ...(widths ? { widths: byColumn(widths, columnOf) } : {}),
  ...(hidden ? { hidden: hidden.map(columnOf) } : {}),
  ...(isFiltered ? { filtered: columns } : {}),
});

export const byColumn = <T>(
  values: Readonly<Partial<Record<string, T>>>,
  columnOf: (field: string) => number,
): Readonly<Record<number, T>> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]): [number, T] => [columnOf(field), value!]),
  );
