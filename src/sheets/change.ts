/** Planned changes of rows, each with the row as it was read. */
import type { Cells, Row, TableForm } from './table';

/** Made by `addRow`, `updateRow` and `deleteRow`, which know the fields. */
export type Change =
  | { readonly kind: 'add'; readonly form: TableForm<string>; readonly cells: Cells<string> }
  | {
      readonly kind: 'update';
      readonly form: TableForm<string>;
      /** The row as it was read, for which the change was planned. */
      readonly row: Row<string>;
      readonly cells: Partial<Cells<string>>;
    }
  | { readonly kind: 'delete'; readonly form: TableForm<string>; readonly row: Row<string> };

/**
 * `landed`: the change met the row that it was planned for, and nobody had edited the cells that it wrote. `undone`: it met something else
 * and was taken back, so it has to be planned again.
 */
export type Landing = 'landed' | 'undone';

/** A new row; cells that are not given are empty. */
export const addRow = <F extends string>(
  form: TableForm<F>,
  cells: Partial<Cells<F>>,
): Change & { readonly kind: 'add' } => ({
  kind: 'add',
  form: form as TableForm<string>,
  cells: cells as Cells<string>,
});

/** Changes the given cells of a row. Edits that somebody makes meanwhile in other cells stay. */
export const updateRow = <F extends string>(
  form: TableForm<F>,
  row: Row<F>,
  cells: Partial<Cells<F>>,
): Change & { readonly kind: 'update' } => ({
  kind: 'update',
  form: form as TableForm<string>,
  row: row as Row<string>,
  cells: cells as Partial<Cells<string>>,
});

/** Deletes a row, unless somebody changes it meanwhile. */
export const deleteRow = <F extends string>(
  form: TableForm<F>,
  row: Row<F>,
): Change & { readonly kind: 'delete' } => ({
  kind: 'delete',
  form: form as TableForm<string>,
  row: row as Row<string>,
});
