import type { ComponentChildren, JSX } from 'preact';
import { Fragment } from 'preact';

type Order = 'ascending' | 'descending';

/** One column of a table. */
export interface Column<Row> {
  readonly title: string;
  /** Hides the title from sight: a column of buttons is named for screen readers only. */
  readonly titleHidden?: boolean;
  readonly cell: (row: Row, index: number) => ComponentChildren;
  /** CSS classes of the heading and of every cell below it. */
  readonly class?: string;
  /** Whether the cell names its row for screen readers. */
  readonly namesRow?: boolean;
  /** The field that the heading sorts by; without one it is plain text. */
  readonly sortField?: string;
}

/** How the rows are sorted, and what sorts them differently. */
export interface Sorting {
  readonly field: string;
  readonly order: Order;
  readonly sortBy: (field: string, order: Order) => void;
}

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string | number;
  /** Shown instead of a table without rows. */
  readonly empty?: ComponentChildren;
  /** Names the table for screen readers and lets the keyboard scroll it: for tables that outgrow narrow windows. */
  readonly label?: string;
  /** CSS classes of the table. */
  readonly class?: string;
  readonly sorting?: Sorting;
  /** What an opened row shows below itself, across all columns; null while it is closed. */
  readonly details?: (row: Row) => ComponentChildren;
}

/** A list as a table. Every list page of the consoles uses it. */
export function Table<Row>({ columns, rows, keyOf, sorting, ...props }: Props<Row>) {
  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  const region = props.label !== undefined && {
    tabIndex: 0,
    role: 'region' as const,
    'aria-label': props.label,
  };
  return (
    <div class="table-frame" {...region}>
      <table class={props.class === undefined ? 'list' : `list ${props.class}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.title} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const details = props.details?.(row) ?? null;
            return (
              <Fragment key={keyOf(row, index)}>
                <tr>{columns.map((column) => cellOf(column, row, index))}</tr>
                {details !== null && (
                  <tr class="details">
                    <td colSpan={columns.length}>{details}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function cellOf<Row>(
  { title, cell, class: className, namesRow = false }: Column<Row>,
  row: Row,
  index: number,
): JSX.Element {
  return namesRow ? (
    <th scope="row" key={title} class={className}>
      {cell(row, index)}
    </th>
  ) : (
    <td key={title} class={className}>
      {cell(row, index)}
    </td>
  );
}

function Heading<Row>({
  column: { title, titleHidden = false, class: className, sortField },
  sorting,
}: {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
}) {
  if (sorting && sortField !== undefined)
    return <SortHeading {...{ title, className, sortField, sorting }} />;
  return (
    <th scope="col" class={className}>
      {titleHidden ? <span class="visually-hidden">{title}</span> : title}
    </th>
  );
}

/** A heading that sorts by its column when clicked, and in reverse at the second click. */
function SortHeading({
  title,
  className,
  sortField,
  sorting: { field, order, sortBy },
}: {
  readonly title: string;
  readonly className: string | undefined;
  readonly sortField: string;
  readonly sorting: Sorting;
}) {
  const sorted = field === sortField;
  const next: Order = sorted && order === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" class={className} {...(sorted && { 'aria-sort': order })}>
      <button type="button" class="sort" onClick={() => sortBy(sortField, next)}>
        {title}
        <span aria-hidden="true">{sorted ? (order === 'descending' ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}
