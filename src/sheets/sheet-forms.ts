/** What a new spreadsheet is made of, from the tables that it will hold. */
import { UNDO, type SheetForm } from './spreadsheet';
import { fieldsOf, type TableForm } from './table';

/** What a person reads who finds the hidden sheet. */
export const ABOUT_UNDO =
  'Tandem keeps here what its last change replaced. Please leave this sheet as it is.';

/** Its first cell is the serial of the last batch. */
export const UNDO_FORM: SheetForm = { title: UNDO, headings: ['', ABOUT_UNDO], isHidden: true };

/** In the order of the tables, which is that of Google's sheet ids in a new spreadsheet. */
export const sheetForms = (tables: readonly TableForm<string>[]): readonly SheetForm[] =>
  tables.map((table) => {
    const fields = fieldsOf(table);
    return {
      title: table.title,
      headings: fields.map((field) => table.headings[field]!),
      ...(table.formats ? { formats: byColumn(fields, table.formats) } : {}),
      ...(table.widths ? { widths: byColumn(fields, table.widths) } : {}),
      ...(table.firstRows ? { firstRows: table.firstRows } : {}),
      ...(table.isHidden ? { isHidden: true } : {}),
    };
  });

const byColumn = <T>(
  fields: readonly string[],
  values: Readonly<Partial<Record<string, T>>>,
): Readonly<Record<number, T>> =>
  Object.fromEntries(
    fields.flatMap((field, column): [number, T][] => {
      const value = values[field];
      return value === undefined ? [] : [[column, value]];
    }),
  );
