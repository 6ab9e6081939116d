/** Decides what has to change in the work system to match the directory. Pure; the order of the input does not matter. */
import { mayHaveBeen } from './damaged-id';
import type { Employee, EmployeeContent } from './employee';
import { employeeTable, type EmployeeTable } from './employee-table';
import { readListing, type Listed } from './listed';
import { KINDS, type Change, type LeftOut, type Operation, type OperationKind } from './operations';
import { normalAddress, type ContentField, type Person } from './person';
import { planOutside } from './outside';
import type { DirectoryUser } from './ports';
import { EVERYONE, partOf, type Scope } from './scope';

export interface Plan {
  /** In the order in which they are carried out. */
  readonly operations: readonly Operation[];
  readonly leftOut: readonly LeftOut[];
  /** How many people are the same on both sides. */
  readonly unchanged: number;
  /** How many users were listed. */
  readonly users: number;
  /** How many of them do not take part. */
  readonly outside: number;
  /** How many people with a Google id are active in the work system before the plan; the brakes compare with it. */
  readonly active: number;
}

/**
 * @param users all users of the organization: a person who is missing here counts as gone.
 * @param scope who of them takes part.
 */
export function plan(
  users: readonly DirectoryUser[],
  employees: readonly Employee[],
  scope: Scope = EVERYONE,
): Plan {
  const listed = readListing(users);
  const table = employeeTable(employees);
  const isOutside = outsideOf(users, scope);
  const matches = listed.people
    .filter(({ googleId }) => !isOutside(googleId))
    .map((person) => matchOf(person, table));
  const outside = planOutside(
    listed.people.filter(({ googleId }) => isOutside(googleId)),
    table,
    scope.leavers,
  );
  const operations = [
    ...matches.flatMap(({ operation }) => operation ?? []),
    ...outside.operations,
    ...gone(listed, table),
  ];
  const leftOut = [
    ...listed.leftOut.flatMap(({ id, who, reason }) => (isOutside(id) ? [] : [{ who, reason }])),
    ...outside.leftOut,
    ...matches.flatMap(({ leftOut: reason, person }) =>
      reason ? [{ who: person.content.email, reason }] : [],
    ),
    ...secondRows(listed, table),
    ...damagedRows(matches, table),
  ];
  return {
    operations: inOrder(operations),
    leftOut: leftOut.sort(
      (one, other) => compared(one.who, other.who) || compared(one.reason, other.reason),
    ),
    unchanged: matches.filter(({ operation, leftOut: reason }) => !operation && !reason).length,
    users: users.length,
    outside: users.filter(({ id }) => isOutside(id)).length,
    active: employees.filter(({ googleId, isActive }) => googleId !== null && isActive).length,
  };
}

/** Whether the user with an id does not take part. */
function outsideOf(users: readonly DirectoryUser[], scope: Scope): (id: string) => boolean {
  if (scope === EVERYONE) return () => false;
  const outside = new Set(users.filter((user) => !partOf(user, scope).isIn).map(({ id }) => id));
  return (id) => outside.has(id);
}

interface Match {
  readonly person: Person;
  readonly operation: Operation | null;
  readonly leftOut: LeftOut['reason'] | null;
}

/** By Google's id; by address only where neither side has ever been matched (Att32). */
function matchOf(person: Person, table: EmployeeTable): Match {
  const left = (leftOut: LeftOut['reason']): Match => ({ person, operation: null, leftOut });
  const joined = (employee: Employee): Match => ({
    person,
    operation: changeOf(person, employee),
    leftOut: null,
  });
  const known = table.byGoogleId(person.googleId);
  if (known.length > 1) return left('several-employees');
  if (known[0]) return joined(known[0]);
  const namesakes = table.unlinkedAt(person.addresses);
  if (namesakes.length > 1) return left('several-matches');
  if (namesakes[0]) return joined(namesakes[0]);
  const damaged = damagedOf(person, table);
  if (damaged[0]) return isOwn(damaged, person) ? joined(damaged[0]) : left('damaged-id');
  if (person.status === 'unknown') return left('unknown-status');
  if (person.status !== 'active') return left('suspended-before');
  return { person, operation: { kind: 'insert', content: person.content }, leftOut: null };
}

const isAt = ({ email }: Employee, { addresses }: Person): boolean =>
  addresses.includes(normalAddress(email));

/** Rows with a damaged id that have an address of the person, or whose id may have been theirs. */
const damagedOf = (person: Person, { damaged }: EmployeeTable): Employee[] =>
  damaged.filter((row) => isAt(row, person) || mayHaveBeen(row.googleId!, person.googleId));

/** The only row that matches the person by address and by the rest of its id: it gets its id back. */
const isOwn = ([row, ...others]: readonly Employee[], person: Person): boolean =>
  row !== undefined &&
  others.length === 0 &&
  isAt(row, person) &&
  mayHaveBeen(row.googleId!, person.googleId);

function changeOf({ content, status }: Person, employee: Employee): Change | null {
  const wanted = status === 'unknown' ? { ...content, isActive: employee.isActive } : content;
  const changed = differences(wanted, employee);
  if (!changed) return null;
  const isInactive = status === 'suspended' || status === 'archived';
  return {
    kind: kindOf(changed, employee),
    employee,
    content: changed,
    reason: changed.isActive === false && isInactive ? status : null,
  };
}

function kindOf({ isActive }: Partial<EmployeeContent>, employee: Employee): Change['kind'] {
  if (isActive !== undefined) return isActive ? 'reactivate' : 'deactivate';
  return employee.googleId === null ? 'link' : 'update';
}

/** The fields of `wanted` in which the employee differs; null when there are none. */
function differences(wanted: EmployeeContent, employee: Employee): Partial<EmployeeContent> | null {
  const fields = (Object.keys(wanted) as ContentField[]).filter(
    (field) => wanted[field] !== employee[field],
  );
  return fields.length === 0
    ? null
    : Object.fromEntries(fields.map((field) => [field, wanted[field]]));
}

/** People who were once in the directory, or came from it, and are no longer in it. People who were only left out are still there. */
const gone = (listed: Listed, table: EmployeeTable): Change[] =>
  table.all
    .filter((employee) => employee.isActive && hasClearId(employee, table))
    .filter(({ googleId, email, isOurs }) =>
      googleId !== null
        ? !listed.hasId(googleId)
        : isOurs && !listed.hasAddress(normalAddress(email)),
    )
    .map((employee) => ({
      kind: 'deactivate',
      employee,
      content: { isActive: false },
      reason: 'gone',
    }));

/** Whether the id is intact and nobody else has it; also true without an id. */
const hasClearId = ({ googleId }: Employee, table: EmployeeTable): boolean =>
  googleId === null || table.byGoogleId(googleId).length === 1;

/** Rows without a Google id at an address of somebody who is matched with another row. */
const secondRows = (listed: Listed, table: EmployeeTable): LeftOut[] =>
  listed.people
    .filter(({ googleId }) => table.byGoogleId(googleId).length > 0)
    .flatMap(({ addresses }) => table.unlinkedAt(addresses))
    .map(({ email }) => ({ who: email, reason: 'second-row' }));

/** Rows with a damaged id that no match has repaired. */
function damagedRows(matches: readonly Match[], { damaged }: EmployeeTable): LeftOut[] {
  const healed = new Set(
    matches.map(({ operation }) =>
      operation && operation.kind !== 'insert' ? operation.employee : null,
    ),
  );
  const told = new Set(
    matches.flatMap(({ leftOut, person }) =>
      leftOut === 'damaged-id' ? [person.content.email] : [],
    ),
  );
  return damaged
    .filter((row) => !healed.has(row) && !told.has(normalAddress(row.email)))
    .map(({ email }) => ({ who: email, reason: 'damaged-id' }));
}

const RANKS = new Map<OperationKind, number>(KINDS.map((kind, rank) => [kind, rank]));

const inOrder = (operations: readonly Operation[]): Operation[] =>
  operations
    .map((operation) => ({ operation, rank: RANKS.get(operation.kind)!, key: keyOf(operation) }))
    .sort((one, other) => one.rank - other.rank || compared(one.key, other.key))
    .map(({ operation }) => operation);

/** A key of the person that no other operation has. */
export const keyOf = (operation: Operation): string =>
  operation.kind === 'insert'
    ? operation.content.googleId!
    : (operation.content.googleId ?? operation.employee.googleId ?? operation.employee.id);

const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
