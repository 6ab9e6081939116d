/**
 * The activities in the workbook. Rows are read once an execution and written in one batch that checks what it met: a row that somebody has
 * changed or moved since the sync saw it is left alone and planned again.
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
import type { ActivityCells } from './forms';
import type { ActivitySheet } from './activity-sheet';
import { planWrites, type WriteContext, type Written } from './activity-writes';
import type { Sheets } from '../../sheets/sheets';
import { ownerIn, rowsById } from './series-rows';
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
  get: (ids) => getActivities(ids, parts),
  write: (writes) => writeActivities(writes, parts),
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
    activity: activityOf(cells, names.value, hash, rows.ownerOf(cells)),
  }));
  return ok({ items, cursor: now.value, isFull: true });
}

/** Activities as their rows are now, whoever owns them. */
function getActivities(
  ids: readonly string[],
  { rows, types, hash }: ActivityParts,
): Result<readonly (Activity | null)[], Failure> {
  const names = types();
  if (!names.ok) return names;
  const table = rows.now();
  if (!table.ok) return table;
  const byId = rowsById(table.value.rows);
  return ok(
    ids.map((id) => {
      const cells = byId.get(id);
      return cells ? activityOf(cells, names.value, hash, ownerIn(byId, cells)) : null;
    }),
  );
}

/** Makes all writes in one batch. */
function writeActivities(
  writes: readonly WorkWrite[],
  parts: ActivityParts,
): Result<readonly Written[], Failure> {
  const names = parts.types();
  if (!names.ok) return names;
  const table = parts.rows.table();
  if (!table.ok) return table;
  const ownerOf = (cells: ActivityCells): string => parts.rows.ownerOf(cells);
  const context = { types: names.value, hash: parts.hash, newId: parts.newId, ownerOf };
  const planned = planWrites(writes, table.value, context);
  const changes = planned.flatMap((one) => (one.kind === 'planned' ? [one.change] : []));
  const landings = parts.sheets.write(changes);
  if (!landings.ok && changes.length === planned.length) return landings;
  const landed = new Set(
    landings.ok ? changes.filter((_, index) => landings.value[index] === 'landed') : [],
  );
  return ok(
    planned.map((one) => {
      if (one.kind === 'refused') return one.outcome;
      if (!landings.ok) return landings;
      if (!landed.has(one.change)) return fail({ kind: 'stale-etag', id: one.id });
      const { id, after } = one;
      parts.rows.note(id, after);
      return ok(after && activityOf(after, names.value, parts.hash, parts.rows.ownerOf(after)));
    }),
  );
}
