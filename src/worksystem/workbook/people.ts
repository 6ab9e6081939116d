/** The people of the work system, as rows that the directory sync and people write alike. */
import type {
  Employee,
  EmployeeContent,
  Employees,
  EmployeeWrite,
} from '../../directory/ports';
import type { Staff } from '../../calendar/ports';
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import { fail, ok, type Result } from '../../kit/result';
import { addressOf, cellText, flagOf, textOf, textOrNull, wholeTextOf } from '../../sheets/cells';
import { PEOPLE } from './forms';
import type { FieldOf } from '../../sheets/table';
import { identified } from '../../sheets/identified';
import type { Sheets } from '../../sheets/sheets';
import type { Cell, RowUpdate } from '../../sheets/spreadsheet';
import {
  fieldsOf,
  newRow,
  textOfCells,
  updatesOf,
  type Cells,
  type Row,
  type Table,
} from '../../sheets/table';

type Field = FieldOf<typeof PEOPLE>;

const FIELDS = fieldsOf(PEOPLE).filter((field) => field !== 'id');

export interface PeopleParts {
  readonly sheets: Sheets;
  readonly hash: Hash;
  readonly newId: () => string;
}

/** An id that the spreadsheet took for a number has lost digits, and must not look like another whole one. */
const idOrNull = (cell: Cell): string | null =>
  typeof cell === 'number' ? cell.toExponential() : textOrNull(cell);

/** Somebody whose row does not say otherwise is active: rows that people typed say nothing. */
const employeeOf = (cells: Cells<Field>, hash: Hash): Employee => ({
  id: textOf(cells.id),
  version: hash(textOfCells(cells, FIELDS)),
  isOurs: flagOf(cells.isOurs) ?? false,
  googleId: idOrNull(cells.googleId),
  email: addressOf(cells.email),
  givenName: wholeTextOf(cells.givenName),
  familyName: wholeTextOf(cells.familyName),
  orgUnitPath: wholeTextOf(cells.orgUnitPath),
  department: wholeTextOf(cells.department),
  title: wholeTextOf(cells.title),
  manager: wholeTextOf(cells.manager),
  phone: wholeTextOf(cells.phone),
  isActive: flagOf(cells.isActive) ?? true,
});

const cellsOf = (content: Partial<EmployeeContent>): Partial<Cells<Field>> =>
  Object.fromEntries(
    Object.entries(content).map(([field, value]): [string, Cell] => [
      field,
      typeof value === 'boolean' ? value : cellText(value ?? ''),
    ]),
  );

interface Known {
  readonly googleId: string | null;
  readonly isActive: boolean;
}

/**
 * Whoever works here, by Google's id, else by an address whose row tells no id. Of two rows alike the active one counts, for
 * an address may be given on; else the first.
 */
export const workbookStaff = (sheets: Sheets): Staff => {
  let known: { byId: Map<string, Known>; byAddress: Map<string, Known> } | null = null;
  return {
    find({ userId, addresses }) {
      const table = known ? null : sheets.table(PEOPLE);
      if (table && !table.ok) return table;
      known ??= staffOf(table?.value.rows ?? []);
      const { byId, byAddress } = known;
      const found =
        byId.get(userId) ??
        addresses.map((address) => byAddress.get(address)).find((one) => one?.googleId === null);
      return ok(found ?? null);
    },
  };
};

function staffOf(rows: readonly Row<Field>[]) {
  const byId = new Map<string, Known>();
  const byAddress = new Map<string, Known>();
  const people = [...rows]
    .reverse()
    .map(({ cells }) => ({
      email: addressOf(cells.email),
      googleId: textOrNull(cells.googleId),
      isActive: flagOf(cells.isActive) ?? true,
    }))
    .sort((one, other) => Number(one.isActive) - Number(other.isActive));
  for (const { email, googleId, isActive } of people) {
    byAddress.set(email, { googleId, isActive });
    if (googleId !== null) byId.set(googleId, { googleId, isActive });
  }
  return { byId, byAddress };
}

export const workbookEmployees = (parts: PeopleParts): Employees => ({
  load() {
    const table = peopleNow(parts);
    return table.ok
      ? ok(table.value.rows.map(({ cells }) => employeeOf(cells, parts.hash)))
      : table;
  },
  write: (writes) => written(writes, parts),
});

/** The sheet as it is now, each row with an id; rows without an address are nobody. */
function peopleNow({ sheets, newId }: PeopleParts): Result<Table<Field>, Failure> {
  const found = sheets.tableNow(PEOPLE);
  if (!found.ok) return found;
  const { rows } = found.value;
  const people = { ...found.value, rows: rows.filter(({ cells }) => textOf(cells.email) !== '') };
  const { table, updates } = identified<Field>(people, { id: 'id', origin: null, newId });
  const saved = updates.length > 0 ? sheets.update(updates) : ok(null);
  return saved.ok ? ok(table) : saved;
}

interface Planned {
  readonly outcome: Result<Employee, Failure>;
  readonly updates: readonly RowUpdate[];
  readonly added: readonly Cell[] | null;
}

/** One update for all, then one append: what was not done, or nobody knows, has its failure. */
function written(
  writes: readonly EmployeeWrite[],
  parts: PeopleParts,
): Result<readonly Result<Employee, Failure>[], Failure> {
  const table = peopleNow(parts);
  if (!table.ok) return table;
  const byId = new Map(table.value.rows.map((row) => [textOf(row.cells.id), row]));
  const known = new Map(
    table.value.rows.map((row) => [
      personKey(textOrNull(row.cells.googleId), addressOf(row.cells.email)),
      row,
    ]),
  );
  const planned = writes.map((write) =>
    write.kind === 'insert'
      ? inserted(write.content, known, table.value, parts)
      : updated(write, byId.get(write.id), table.value, parts),
  );
  const updates = planned.flatMap((one) => one.updates);
  const added = planned.flatMap((one) => (one.added ? [one.added] : []));
  const first = updates.length > 0 ? parts.sheets.update(updates) : ok(null);
  const second = added.length > 0 && first.ok ? parts.sheets.append(PEOPLE.title, added) : first;
  const outcomes = planned.map(({ outcome, updates: own, added: row }) =>
    own.length > 0 && !first.ok ? first : row && !second.ok ? second : outcome,
  );
  const isKnown = planned.some((one, index) => outcomes[index] === one.outcome);
  return second.ok || isKnown ? ok(outcomes) : second;
}

/** Somebody else's Google id at the same address is somebody else, who had the address before (Att32). */
const personKey = (googleId: string | null, email: string): string =>
  googleId === null ? `at ${email.toLowerCase()}` : `id ${googleId}`;

function inserted(
  content: EmployeeContent,
  known: ReadonlyMap<string, Row<Field>>,
  table: Table<Field>,
  { hash, newId }: PeopleParts,
): Planned {
  const there =
    known.get(personKey(content.googleId, content.email)) ??
    known.get(personKey(null, content.email));
  if (there) return refused({ kind: 'already-exists', id: textOf(there.cells.id) });
  const cells = { ...cellsOf(content), isOurs: true, id: newId() } as unknown as Cells<Field>;
  return { outcome: ok(employeeOf(cells, hash)), updates: [], added: newRow(table, cells) };
}

function updated(
  { id, version, content }: EmployeeWrite & { readonly kind: 'update' },
  row: Row<Field> | undefined,
  table: Table<Field>,
  { hash }: PeopleParts,
): Planned {
  if (!row) return refused({ kind: 'not-found', id });
  if (employeeOf(row.cells, hash).version !== version) return refused({ kind: 'stale-etag', id });
  const cells = cellsOf(content);
  return {
    outcome: ok(employeeOf({ ...row.cells, ...cells }, hash)),
    updates: updatesOf(table, row.at, cells),
    added: null,
  };
}

const refused = (failure: Failure): Planned => ({
  outcome: fail(failure),
  updates: [],
  added: null,
});
