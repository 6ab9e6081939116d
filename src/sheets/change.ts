/** What is to become of rows, as it was planned from a reading of them. */
import type { Cells, Row, TableForm } from './table';

/** Made by `addRow`, `updateRow` and `deleteRow`, which know the fields. */
export type Change =
  | { readonly kind: 'add'; readonly form: TableForm<string>; readonly cells: Cells<string> }
  | {
      readonly kind: 'update';
      readonly form: TableForm<string>;
      /** As it was read: what it says there is what the plan was made for. */
      readonly row: Row<string>;
      readonly cells: Partial<Cells<string>>;
    }
  | { readonly kind: 'delete'; readonly form: TableForm<string>; readonly row: Row<string> };

/**
 * `landed`: it met the row that it was planned for, and no edit of what it wrote. `undone`: it met something else, and has been taken
 * back: it is to be planned again.
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

/** Other cells in a row. An edit that somebody makes meanwhile in a cell that is not given stays. */
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

/** A row that goes, unless somebody changes it meanwhile. */
export const deleteRow = <F extends string>(
  form: TableForm<F>,
  row: Row<F>,
): Change & { readonly kind: 'delete' } => ({
  kind: 'delete',
  form: form as TableForm<string>,
  row: row as Row<string>,
});
