/**
 * The activities in the workbook. Rows are read once an execution, and once more right before they are written: a row that
 * differs from what the sync saw is not touched. Google Sheets has no conditional write, so a person who sorts or edits in
 * the second between that reading and our write can meet it: what then goes wrong is in the Journal and in the version
 * history of the spreadsheet.
 */
import type {
  Activity,
  ActivityChange,
  Listing,
  WorkCalendar,
  WorkWrite,
} from '../../calendar/ports';
import type { Failure } from '../../kit/failure';
import type { AddressedPerson } from '../../kit/person';
import { ok, fail, type Result } from '../../kit/result';
import { activityOf } from './activity-row';
import type { ActivitySheet } from './activity-sheet';
import {
  outcomeOf,
  plannedWrites,
  type PlannedWrite,
  type WriteContext,
  type Written,
} from './activity-writes';
import { textOf } from '../../sheets/cells';
import { ACTIVITIES } from './forms';
import type { Sheets } from '../../sheets/sheets';
import type { TypeNames } from './types';

export interface ActivityParts extends Pick<WriteContext, 'hash' | 'newId'> {
  readonly sheets: Sheets;
  readonly rows: ActivitySheet;
  types(): Result<TypeNames, Failure>;
  stateOf(person: AddressedPerson): Result<string, Failure>;
}

/** One person's activities. The cursor is the state of their rows. */
export const workbookCalendar = (person: AddressedPerson, parts: ActivityParts): WorkCalendar => ({
  changes: (cursor) => listing(person, cursor, parts),
  get: (ids) => found(ids, parts),
  write: (writes) => written(writes, parts),
});

function listing(
  person: AddressedPerson,
  cursor: string | null,
  { rows, types, hash, stateOf }: ActivityParts,
): Result<Listing<ActivityChange>, Failure> {
  const state = stateOf(person);
  if (!state.ok) return state;
  if (cursor === state.value) return ok({ items: [], cursor, isFull: false });
  const names = types();
  if (!names.ok) return names;
  const own = rows.of(person);
  const now = rows.stateOf(person);
  if (!own.ok) return own;
  if (!now.ok) return now;
  const items = [...own.value.values()].map((cells): ActivityChange => ({
    kind: 'activity',
    activity: activityOf(cells, names.value, hash),
  }));
  return ok({ items, cursor: now.value, isFull: true });
}

/** As the rows are now, whoever owns them. */
function found(
  ids: readonly string[],
  { rows, types, hash }: ActivityParts,
): Result<readonly (Activity | null)[], Failure> {
  const names = types();
  if (!names.ok) return names;
  const table = rows.now();
  if (!table.ok) return table;
  const byId = new Map(table.value.rows.map(({ cells }) => [textOf(cells.id), cells]));
  return ok(
    ids.map((id) => {
      const cells = byId.get(id);
      return cells ? activityOf(cells, names.value, hash) : null;
    }),
  );
}

/** At most three requests after one reading: updates, new rows, rows to delete. After one that failed none is made. */
function written(
  writes: readonly WorkWrite[],
  parts: ActivityParts,
): Result<readonly Written[], Failure> {
  const names = parts.types();
  if (!names.ok) return names;
  const table = parts.rows.now();
  if (!table.ok) return table;
  const context = { types: names.value, hash: parts.hash, newId: parts.newId };
  const planned = plannedWrites(writes, table.value, context);
  const failures = performed(planned, parts);
  const outcomes = planned.map((one) => outcomeOf(one, failures.get(one) ?? null, context));
  for (const one of planned)
    if (one.kind !== 'refused' && !failures.has(one))
      parts.rows.note(one.id, one.before, one.after);
  const [failure] = failures.values();
  const isKnown = planned.some((one) => !failures.has(one));
  return failure && !isKnown ? fail(failure) : ok(outcomes);
}

/** What was not done, or nobody knows. */
function performed(
  planned: readonly PlannedWrite[],
  { sheets }: Pick<ActivityParts, 'sheets'>,
): ReadonlyMap<PlannedWrite, Failure> {
  const updates = planned.flatMap((one) => (one.kind === 'update' ? [one] : []));
  const added = planned.flatMap((one) => (one.kind === 'append' ? [one] : []));
  const deleted = planned.flatMap((one) => (one.kind === 'delete' ? [one] : []));
  const failures = new Map<PlannedWrite, Failure>();
  let failure: Failure | null = null;
  const step = (ones: readonly PlannedWrite[], write: () => Result<null, Failure>): void => {
    if (ones.length === 0) return;
    const done = failure ? fail(failure) : write();
    if (done.ok) return;
    failure = done.failure;
    for (const one of ones) failures.set(one, done.failure);
  };
  step(updates, () => sheets.update(updates.flatMap((one) => one.updates)));
  step(added, () =>
    sheets.append(
      ACTIVITIES.title,
      added.map(({ cells }) => cells),
    ),
  );
  step(deleted, () =>
    sheets.deleteRows(
      ACTIVITIES.title,
      deleted.map(({ at }) => at),
    ),
  );
  return failures;
}
