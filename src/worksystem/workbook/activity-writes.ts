/** Writes to activities as changes of rows, planned for the rows that the sync was shown. */
import type { Activity, ActivityContent, WorkWrite } from '../../calendar/ports';
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import { fail, type Result } from '../../kit/result';
import { activityVersionOf, cellsOfActivity, cellsOfPatch, participantsIn } from './activity-row';
import type { ActivityTable } from './activity-sheet';
import { textOf } from '../../sheets/cells';
import { addRow, deleteRow, updateRow, type Change } from '../../sheets/change';
import type { Row } from '../../sheets/table';
import { ACTIVITIES, type ActivityCells, type ActivityField } from './forms';
import { isSaid } from './repeats-cell';
import { cellsOfSlot, slotKey, slotOf } from './series-rows';
import { timesOfCells } from './times';
import type { TypeNames } from './types';

export type Written = Result<Activity | null, Failure>;

/** One write and what it does to the sheet. */
export type PlannedWrite =
  | { readonly kind: 'refused'; readonly outcome: Written }
  | {
      readonly kind: 'planned';
      readonly id: string;
      readonly change: Change;
      /** Null for a deleted row. */
      readonly after: ActivityCells | null;
    };

export interface WriteContext {
  readonly types: TypeNames;
  readonly hash: Hash;
  readonly newId: () => string;
  /** The address of a row's owner. */
  ownerOf(cells: ActivityCells): string;
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
  const known = knownRows(writes, table, context);
  return writes.map((write) =>
    write.kind === 'insert'
      ? planInsert(write, known, context)
      : planChange(write, known.rows.get(write.id), context),
  );
}

type Insert = WorkWrite & { readonly kind: 'insert' };

interface Known {
  readonly rows: ReadonlyMap<string, Row<ActivityField>>;
  /** Activity ids by what two rows must not share. */
  readonly taken: ReadonlyMap<string, string>;
}

function knownRows(
  writes: readonly WorkWrite[],
  table: ActivityTable,
  { ownerOf }: WriteContext,
): Known {
  const rows = new Map<string, Row<ActivityField>>();
  const taken = new Map<string, string>();
  const leaving = new Set(writes.flatMap((write) => (write.kind === 'delete' ? [write.id] : [])));
  for (const row of table.rows) {
    const { cells } = row;
    const id = textOf(cells.id);
    rows.set(id, row);
    const event = textOf(cells.externalId);
    if (event !== '') taken.set(copyKey(ownerOf(cells), event), id);
    const slot = leaving.has(id) ? null : slotOf(cells);
    if (slot) taken.set(slotKey(slot), id);
  }
  return { rows, taken };
}

const copyKey = (owner: string, event: string): string => `${owner} ${event}`;

/**
 * An event that already has a copy, from a write whose outcome was lost, is not copied a second time; nor does a second row take the
 * place of one date.
 */
function planInsert(
  { content, owner, externalId, slot }: Insert,
  { rows, taken }: Known,
  { types, newId }: WriteContext,
): PlannedWrite {
  const there =
    (externalId === '' ? undefined : taken.get(copyKey(owner.toLowerCase(), externalId))) ??
    (slot ? taken.get(slotKey(slot)) : undefined);
  if (there !== undefined) return refused({ kind: 'already-exists', id: there });
  if (slot && !rows.has(slot.series)) return refused({ kind: 'not-found', id: slot.series });
  let id = newId();
  while (rows.has(id)) id = newId();
  const after = cellsOfActivity(content, { id, owner, externalId, slot }, types);
  if (!saysDates(after, content)) return refused(tooManyDates(id));
  return { kind: 'planned', id, change: addRow(ACTIVITIES, after), after };
}

function planChange(
  write: Exclude<WorkWrite, { readonly kind: 'insert' }>,
  row: Row<ActivityField> | undefined,
  { types, hash }: WriteContext,
): PlannedWrite {
  const { id } = write;
  if (!row) return refused({ kind: 'not-found', id });
  const { cells: before } = row;
  if (activityVersionOf(before, hash) !== write.version) return refused({ kind: 'stale-etag', id });
  if (write.kind === 'delete')
    return { kind: 'planned', id, change: deleteRow(ACTIVITIES, row), after: null };
  const cells = {
    ...cellsOfPatch(withEntered(write, before), before, types),
    ...(write.externalId === '' && { externalId: '' }),
    ...(write.slot && cellsOfSlot(write.slot)),
  };
  const after = { ...before, ...cells };
  if (!saysDates(after, write.content)) return refused(tooManyDates(id));
  return { kind: 'planned', id, change: updateRow(ACTIVITIES, row, cells), after };
}

/** The content with the participants whom somebody has entered into the row. */
function withEntered(
  { content, guestsBefore }: WorkWrite & { readonly kind: 'patch' },
  row: ActivityCells,
): Partial<ActivityContent> {
  const { participants } = content;
  if (!participants || !guestsBefore) return content;
  const known = new Set([...participants, ...guestsBefore]);
  const entered = participantsIn(row).filter((address) => !known.has(address.toLowerCase()));
  return entered.length === 0
    ? content
    : { ...content, participants: [...participants, ...entered].sort() };
}

const refused = (failure: Failure): PlannedWrite => ({ kind: 'refused', outcome: fail(failure) });

/** Whether the row will read as what was to be written. Its words know only so many dates. */
const saysDates = (after: ActivityCells, { repeats }: Partial<ActivityContent>): boolean =>
  repeats === undefined || isSaid(after.repeats, timesOfCells(after).times, repeats);

const tooManyDates = (id: string): Failure => ({
  kind: 'rejected',
  id,
  reason: 'It skips or adds more dates one by one than a row can list.',
});
