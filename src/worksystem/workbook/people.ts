/** The people of the work system, as rows that both the directory sync and people write. */
import type { Employee, EmployeeContent, Employees, EmployeeWrite } from '../../directory/ports';
import type { Staff } from '../../calendar/ports';
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import { fail, ok, type Result } from '../../kit/result';
import { addressOf, cellText, flagOf, textOf, textOrNull, wholeTextOf } from '../../sheets/cells';
import { PEOPLE } from './forms';
import type { FieldOf } from '../../sheets/table';
import { identifiedTable } from '../../sheets/identified';
import type { Sheets } from '../../sheets/sheets';
import type { Cell } from '../../sheets/spreadsheet';
import { addRow, updateRow, type Change } from '../../sheets/change';
import { fieldsOf, textOfCells, type Cells, type Row } from '../../sheets/table';

type Field = FieldOf<typeof PEOPLE>;

/** What people write about appointments is not the directory's. */
const FIELDS = fieldsOf(PEOPLE).filter(
  (field) => !['id', 'isBookable', 'hours', 'calendars'].includes(field),
);

export interface PeopleParts {
  readonly sheets: Sheets;
  readonly hash: Hash;
  readonly newId: () => string;
}

/**
 * An id that the spreadsheet took for a number has lost digits, and must not look like another whole one. An id in which all
 * digits are left is whole, whatever an import put around them: an apostrophe, `.0`, or separators of thousands.
 */
function idOrNull(cell: Cell): string | null {
  if (typeof cell === 'number') return cell.toExponential();
  const text = textOf(cell).replace(/^['’`]+/, '');
  const digits = text.replace(/[.,]0+$/, '').replace(/[,.\s'’](?=\d{3}(?!\d)|\d{3}[,.\s'’])/g, '');
  return /^\d{18,}$/.test(digits) ? digits : textOrNull(text);
}

/** A person is active unless their row says otherwise: people often leave that cell empty. */
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
  aliases: wholeTextOf(cells.aliases),
  isActive: flagOf(cells.isActive) ?? true,
});

/** The addresses in lower case that a row of People names beside the first. */
const aliasesOf = ({ aliases }: Pick<Cells<Field>, 'aliases'>): string[] =>
  addressOf(aliases)
    .split(/[\s,;]+/)
    .filter(Boolean);

/** Every address, in lower case, at which somebody in People is known. */
export const addressesInPeople = (rows: readonly Row<Field>[]): string[] =>
  rows.flatMap(({ cells }) => [addressOf(cells.email), ...aliasesOf(cells)]);

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
 * Finds a person by Google's id, or by an address in a row without an id. If two rows match, the active one counts, because an
 * address may have been passed on; otherwise the first.
 */
export const workbookStaff = (sheets: Sheets): Staff => {
  let known: ReturnType<typeof staffOf> | null = null;
  function everybody(): Result<ReturnType<typeof staffOf>, Failure> {
    const table = known ? null : sheets.table(PEOPLE);
    if (table && !table.ok) return table;
    return ok((known ??= staffOf(table?.value.rows ?? [])));
  }
  return {
    isKnown(address) {
      const all = everybody();
      return all.ok ? ok(all.value.byAddress.has(address)) : all;
    },
    find({ userId, addresses }) {
      const all = everybody();
      if (!all.ok) return all;
      const { byId, byAddress } = all.value;
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
      aliases: aliasesOf(cells),
      googleId: idOrNull(cells.googleId),
      isActive: flagOf(cells.isActive) ?? true,
    }))
    .sort((one, other) => Number(one.isActive) - Number(other.isActive));
  for (const { aliases, googleId, isActive } of people)
    for (const alias of aliases) byAddress.set(alias, { googleId, isActive });
  // An address counts before an alias: it may have become another person's.
  for (const { email, googleId, isActive } of people) {
    byAddress.set(email, { googleId, isActive });
    if (googleId !== null) byId.set(googleId, { googleId, isActive });
  }
  return { byId, byAddress };
}

export const workbookEmployees = (parts: PeopleParts): Employees => ({
  load() {
    const fresh = parts.sheets.tableNow(PEOPLE);
    const people = fresh.ok ? peopleIn(parts) : fresh;
    return people.ok ? ok(people.value.map(({ cells }) => employeeOf(cells, parts.hash))) : people;
  },
  write: (writes) => writePeople(writes, parts),
});

/** The rows as they are known, each with an id; rows without an address are ignored. */
function peopleIn({ sheets, newId }: PeopleParts): Result<readonly Row<Field>[], Failure> {
  const has = (cells: Cells<Field>): boolean => textOf(cells.email) !== '';
  const table = identifiedTable<Field>(sheets, PEOPLE, { id: 'id', origin: null, newId, has });
  return table.ok ? ok(table.value.rows.filter(({ cells }) => has(cells))) : table;
}

interface Planned {
  readonly outcome: Result<Employee, Failure>;
  /** Null when the write is refused. */
  readonly change: Change | null;
}

/** Makes all writes in one batch. One whose row was moved or edited meanwhile fails with `stale-etag`. */
function writePeople(
  writes: readonly EmployeeWrite[],
  parts: PeopleParts,
): Result<readonly Result<Employee, Failure>[], Failure> {
  const rows = peopleIn(parts);
  if (!rows.ok) return rows;
  const byId = new Map(rows.value.map((row) => [textOf(row.cells.id), row]));
  const known = new Map(
    rows.value.map((row) => [
      personKey(idOrNull(row.cells.googleId), addressOf(row.cells.email)),
      row,
    ]),
  );
  const planned = writes.map((write) =>
    write.kind === 'insert'
      ? planInsert(write.content, known, parts)
      : planUpdate(write, byId.get(write.id), parts),
  );
  const changes = planned.flatMap(({ change }) => change ?? []);
  const landings = parts.sheets.write(changes);
  if (!landings.ok && changes.length === planned.length) return landings;
  return ok(
    planned.map(({ outcome, change }) => {
      if (change === null || !outcome.ok) return outcome;
      if (!landings.ok) return landings;
      const isLanded = landings.value[changes.indexOf(change)] === 'landed';
      return isLanded ? outcome : fail({ kind: 'stale-etag', id: outcome.value.id });
    }),
  );
}

/** A row with this address and another Google id is somebody else, who had the address before (Att32). */
const personKey = (googleId: string | null, email: string): string =>
  googleId === null ? `at ${email.toLowerCase()}` : `id ${googleId}`;

function planInsert(
  content: EmployeeContent,
  known: ReadonlyMap<string, Row<Field>>,
  { hash, newId }: PeopleParts,
): Planned {
  const there =
    known.get(personKey(content.googleId, content.email)) ??
    known.get(personKey(null, content.email));
  if (there) return refused({ kind: 'already-exists', id: textOf(there.cells.id) });
  const cells = { ...cellsOf(content), isOurs: true, id: newId() } as unknown as Cells<Field>;
  return { outcome: ok(employeeOf(cells, hash)), change: addRow(PEOPLE, cells) };
}

function planUpdate(
  { id, version, content }: EmployeeWrite & { readonly kind: 'update' },
  row: Row<Field> | undefined,
  { hash }: PeopleParts,
): Planned {
  if (!row) return refused({ kind: 'not-found', id });
  if (employeeOf(row.cells, hash).version !== version) return refused({ kind: 'stale-etag', id });
  const cells = cellsOf(content);
  return {
    outcome: ok(employeeOf({ ...row.cells, ...cells }, hash)),
    change: updateRow(PEOPLE, row, cells),
  };
}

const refused = (failure: Failure): Planned => ({ outcome: fail(failure), change: null });
