/** Writes to activities as updates, one append and one deletion of rows, planned against the sheet as it was read just before. */
import type { Activity, WorkWrite } from '../../calendar/ports';
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import { fail, ok, type Result } from '../../kit/result';
import {
  activityOf,
  activityVersionOf,
  cellsOfActivity,
  cellsOfPatch,
  type ActivityCells,
  type ActivityField,
} from './activity-row';
import type { ActivityTable } from './activity-sheet';
import { addressOf, textOf } from '../../sheets/cells';
import type { Cell, RowUpdate } from '../../sheets/spreadsheet';
import { newRow, updatesOf, type Row } from '../../sheets/table';
import type { TypeNames } from './types';

export type Written = Result<Activity | null, Failure>;

/** One write and what it needs of the sheet. */
export type PlannedWrite =
  | { readonly kind: 'refused'; readonly outcome: Written }
  | {
      readonly kind: 'update';
      readonly id: string;
      readonly updates: readonly RowUpdate[];
      readonly before: ActivityCells;
      readonly after: ActivityCells;
    }
  | {
      readonly kind: 'append';
      readonly id: string;
      readonly cells: readonly Cell[];
      readonly before: null;
      readonly after: ActivityCells;
    }
  | {
      readonly kind: 'delete';
      readonly id: string;
      readonly at: number;
      readonly before: ActivityCells;
      readonly after: null;
    };

export interface WriteContext {
  readonly types: TypeNames;
  readonly hash: Hash;
  readonly newId: () => string;
}

/** Each write by itself; two of one batch never are about one row. */
export function plannedWrites(
  writes: readonly WorkWrite[],
  table: ActivityTable,
  context: WriteContext,
): PlannedWrite[] {
  const rows = new Map<string, Row<ActivityField>>();
  const copies = new Map<string, string>();
  for (const row of table.rows) {
    const id = textOf(row.cells.id);
    rows.set(id, row);
    const event = textOf(row.cells.externalId);
    if (event !== '') copies.set(copyKey(row.cells.owner, event), id);
  }
  return writes.map((write) =>
    write.kind === 'insert'
      ? inserted(write, { table, rows, copies }, context)
      : changed(write, table, rows.get(write.id), context),
  );
}

const copyKey = (owner: Cell, event: string): string => `${addressOf(owner)} ${event}`;

interface Known {
  readonly table: ActivityTable;
  readonly rows: Map<string, Row<ActivityField>>;
  /** Ids by owner and event. */
  readonly copies: ReadonlyMap<string, string>;
}

/** An event whose copy is there already, from a write that nobody saw end, is not copied a second time. */
function inserted(
  { content, owner, externalId }: WorkWrite & { readonly kind: 'insert' },
  { table, rows, copies }: Known,
  { types, newId }: WriteContext,
): PlannedWrite {
  const there = copies.get(copyKey(owner, externalId));
  if (externalId !== '' && there !== undefined)
    return { kind: 'refused', outcome: fail({ kind: 'already-exists', id: there }) };
  let id = newId();
  while (rows.has(id)) id = newId();
  const after = cellsOfActivity(content, { id, owner, externalId }, types);
  return { kind: 'append', id, cells: newRow(table, after), before: null, after };
}

function changed(
  write: Exclude<WorkWrite, { readonly kind: 'insert' }>,
  table: ActivityTable,
  row: Row<ActivityField> | undefined,
  { types, hash }: WriteContext,
): PlannedWrite {
  const { id } = write;
  if (!row) return { kind: 'refused', outcome: fail({ kind: 'not-found', id }) };
  const { at, cells: before } = row;
  if (activityVersionOf(before, hash) !== write.version)
    return { kind: 'refused', outcome: fail({ kind: 'stale-etag', id }) };
  if (write.kind === 'delete') return { kind: 'delete', id, at, before, after: null };
  const cells = cellsOfPatch(write.content, before, types);
  const after = { ...before, ...cells };
  return { kind: 'update', id, updates: updatesOf(table, at, cells), before, after };
}

/** What came of a write whose request was done, or failed. */
export function outcomeOf(
  planned: PlannedWrite,
  failure: Failure | null,
  { types, hash }: WriteContext,
): Written {
  if (planned.kind === 'refused') return planned.outcome;
  if (failure) return fail(failure);
  return ok(planned.after && activityOf(planned.after, types, hash));
}
