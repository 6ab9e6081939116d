/** The sheet Availability, which whoever books for clients reads. Only rows that differ are written. */
import type { AvailabilityFeed, FedPerson, FeedRow } from '../../availability/ports';
import { instantAt } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { textOf } from '../../sheets/cells';
import { addRow, deleteRow, updateRow, type Change } from '../../sheets/change';
import { inLots } from '../../sheets/plan';
import { serialAt } from '../../sheets/serials';
import type { Sheets } from '../../sheets/sheets';
import { comparable, fieldsOf, type Cells, type FieldOf, type Row } from '../../sheets/table';
import { AVAILABILITY } from './forms';

type Field = FieldOf<typeof AVAILABILITY>;
type FeedCells = Cells<Field>;

export const availabilityFeed = (sheets: Sheets): AvailabilityFeed => ({
  write(people, everybody) {
    let written: number | null = null;
    const changes = (): Result<readonly Change[], Failure> => {
      const table = sheets.table(AVAILABILITY);
      if (!table.ok) return table;
      const planned = feedChanges(table.value.rows, people, everybody);
      written ??= planned.length;
      return ok(planned);
    };
    const done = inLots(sheets, changes);
    return done.ok ? ok({ written: written ?? 0 }) : done;
  },
});

/** Rows without a Google id are somebody else's, and stay. */
export function feedChanges(
  rows: readonly Row<Field>[],
  people: readonly FedPerson[],
  everybody: ReadonlySet<string>,
): readonly Change[] {
  const byPerson = new Map<string, Row<Field>[]>();
  for (const row of rows) {
    const userId = textOf(row.cells.userId);
    if (userId === '') continue;
    const own = byPerson.get(userId) ?? [];
    own.push(row);
    byPerson.set(userId, own);
  }
  const gone = [...byPerson].flatMap(([userId, own]) => (everybody.has(userId) ? [] : own));
  return [
    ...people.flatMap((person) => changesOfPerson(byPerson.get(person.userId) ?? [], person)),
    ...gone.map((row) => deleteRow(AVAILABILITY, row)),
  ];
}

function changesOfPerson(rows: readonly Row<Field>[], person: FedPerson): Change[] {
  const last = person.rows.length - 1;
  const wanted = new Map(
    person.rows.map((row, index) => {
      const cells = cellsOf(row, person, index === last);
      return [textOf(cells.key), cells];
    }),
  );
  const changes: Change[] = [];
  const spare: Row<Field>[] = [];
  for (const row of rows) {
    const key = textOf(row.cells.key);
    const cells = wanted.get(key);
    wanted.delete(key);
    if (cells === undefined) spare.push(row);
    else if (differs(row.cells, cells)) changes.push(updateRow(AVAILABILITY, row, cells));
  }
  // A row that is no longer needed becomes a new one: that moves no other row.
  for (const cells of wanted.values()) {
    const row = spare.shift();
    changes.push(row ? updateRow(AVAILABILITY, row, cells) : addRow(AVAILABILITY, cells));
  }
  return [...changes, ...spare.map((row) => deleteRow(AVAILABILITY, row))];
}

const FIELDS = fieldsOf(AVAILABILITY);

const differs = (now: FeedCells, next: FeedCells): boolean =>
  FIELDS.some((field) => comparable(now[field]) !== comparable(next[field]));

/** @param isLast whether it is the row of everything that lies further ahead, which is the same row every day. */
function cellsOf(
  { startMs, endMs, why }: FeedRow,
  { userId, email, zone }: FedPerson,
  isLast: boolean,
): FeedCells {
  const [startUtc, endUtc] = [instantAt(startMs), instantAt(endMs)];
  return {
    email,
    start: serialAt(startUtc, zone),
    end: serialAt(endUtc, zone),
    zone,
    why,
    startUtc,
    endUtc,
    userId,
    key: `${userId} ${isLast ? 'later' : startUtc}`,
  };
}
