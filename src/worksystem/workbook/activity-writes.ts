/** Writes to activities as changes of rows, planned for the rows that the sync was shown. */
import type { Activity, WorkWrite } from '../../calendar/ports';
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import { fail, type Result } from '../../kit/result';
import {
  activityVersionOf,
  cellsOfActivity,
  cellsOfPatch,
  type ActivityCells,
  type ActivityField,
} from './activity-row';
import type { ActivityTable } from './activity-sheet';
import { addressOf, textOf } from '../../sheets/cells';
import { addRow, deleteRow, updateRow, type Change } from '../../sheets/change';
import type { Cell } from '../../sheets/spreadsheet';
import type { Row } from '../../sheets/table';
import { ACTIVITIES } from './forms';
import type { TypeNames } from './types';

export type Written = Result<Activity | null, Failure>;

/** One write and what it does to the sheet. */
export type PlannedWrite =
  | { readonly kind: 'refused'; readonly outcome: Written }
  | {
      readonly kind: 'planned';
      readonly id: string;
      readonly change: Change;
      /** Null for a new row. */
      readonly before: ActivityCells | null;
      /** Null for a deleted row. */
      readonly after: ActivityCells | null;
    };

export interface WriteContext {
  readonly types: TypeNames;
  readonly hash: Hash;
  readonly newId: () => string;
}

/**
 * Plans each write by itself; a batch never has two writes to one row. The result of a write does not include an edit that somebody makes
 * meanwhile in other cells of the row: the next run finds that.
 */
export function planWrites(
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
      ? planInsert(write, { rows, copies }, context)
      : planChange(write, rows.get(write.id), context),
  );
}

const copyKey = (owner: Cell, event: string): string => `${addressOf(owner)} ${event}`;

interface Known {
  readonly rows: Map<string, Row<ActivityField>>;
  /** Activity ids by owner and event. */
  readonly copies: ReadonlyMap<string, string>;
}

/** An event that already has a copy, from a write whose outcome was lost, is not copied a second time. */
function planInsert(
  { content, owner, externalId }: WorkWrite & { readonly kind: 'insert' },
  { rows, copies }: Known,
  { types, newId }: WriteContext,
): PlannedWrite {
  const there = copies.get(copyKey(owner, externalId));
  if (externalId !== '' && there !== undefined)
    return { kind: 'refused', outcome: fail({ kind: 'already-exists', id: there }) };
  let id = newId();
  while (rows.has(id)) id = newId();
  const after = cellsOfActivity(content, { id, owner, externalId }, types);
  return { kind: 'planned', id, change: addRow(ACTIVITIES, after), before: null, after };
}

function planChange(
  write: Exclude<WorkWrite, { readonly kind: 'insert' }>,
  row: Row<ActivityField> | undefined,
  { types, hash }: WriteContext,
): PlannedWrite {
  const { id } = write;
  if (!row) return { kind: 'refused', outcome: fail({ kind: 'not-found', id }) };
  const { cells: before } = row;
  if (activityVersionOf(before, hash) !== write.version)
    return { kind: 'refused', outcome: fail({ kind: 'stale-etag', id }) };
  if (write.kind === 'delete')
    return { kind: 'planned', id, change: deleteRow(ACTIVITIES, row), before, after: null };
  const cells = cellsOfPatch(write.content, before, types);
  const after = { ...before, ...cells };
  return { kind: 'planned', id, change: updateRow(ACTIVITIES, row, cells), before, after };
}
