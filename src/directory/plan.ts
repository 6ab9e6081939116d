/** Decides what the work system lacks of the directory. Pure; nothing in it depends on the order of what comes in. */
import type { Employee, EmployeeContent } from './employee';
import { employeeTable, type EmployeeTable } from './employee-table';
import { believed, type Listed } from './listed';
import { KINDS, type Change, type LeftOut, type Operation, type OperationKind } from './operations';
import { normalAddress, type ContentField, type Person } from './person';
import type { DirectoryUser } from './ports';
import type { InactiveReason } from './why';

export interface Plan {
  /** In the order in which they are done. */
  readonly operations: readonly Operation[];
  readonly leftOut: readonly LeftOut[];
  /** People who say the same on both sides. */
  readonly unchanged: number;
  /** Users who were listed. */
  readonly users: number;
  /** Active people of the work system with a Google id, before the plan: what brakes measure by. */
  readonly active: number;
}

/** @param users all of the organization's: whoever is missing here is gone. */
export function plan(users: readonly DirectoryUser[], employees: readonly Employee[]): Plan {
  const listed = believed(users);
  const table = employeeTable(employees);
  const matches = listed.people.map((person) => matchOf(person, table));
  const operations = matches
    .flatMap(({ operation }) => operation ?? [])
    .concat(gone(listed, table));
  const leftOut = [
    ...listed.leftOut,
    ...matches.flatMap(({ leftOut: reason, person }) =>
      reason ? [{ who: person.content.email, reason }] : [],
    ),
    ...secondRows(listed, table),
  ];
  return {
    operations: inOrder(operations),
    leftOut: leftOut.sort(
      (one, other) => compared(one.who, other.who) || compared(one.reason, other.reason),
    ),
    unchanged: matches.filter(({ operation, leftOut: reason }) => !operation && !reason).length,
    users: users.length,
    active: employees.filter(({ googleId, isActive }) => googleId !== null && isActive).length,
  };
}

interface Match {
  readonly person: Person;
  readonly operation: Operation | null;
  readonly leftOut: LeftOut['reason'] | null;
}

/** By Google's id; by address only where neither side has ever been matched (Att32). */
function matchOf(person: Person, table: EmployeeTable): Match {
  const known = table.byGoogleId(person.googleId);
  if (known.length > 1) return { person, operation: null, leftOut: 'several-employees' };
  if (known[0]) return { person, operation: changeOf(person, known[0]), leftOut: null };
  const namesakes = table.unlinkedAt(person.content.email);
  if (namesakes.length > 1) return { person, operation: null, leftOut: 'several-matches' };
  if (namesakes[0]) return { person, operation: changeOf(person, namesakes[0]), leftOut: null };
  if (person.status === 'suspended' || person.status === 'archived')
    return { person, operation: null, leftOut: 'suspended-before' };
  return { person, operation: { kind: 'insert', content: person.content }, leftOut: null };
}

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

/** The fields of `wanted` that the employee says otherwise; null for none. */
function differences(wanted: EmployeeContent, employee: Employee): Partial<EmployeeContent> | null {
  const fields = (Object.keys(wanted) as ContentField[]).filter(
    (field) => wanted[field] !== employee[field],
  );
  return fields.length === 0
    ? null
    : Object.fromEntries(fields.map((field) => [field, wanted[field]]));
}

/** Those who were in the directory once, or came from it, and are not in it any more. Whoever was only left out is still there. */
const gone = (listed: Listed, table: EmployeeTable): Change[] =>
  table.all
    .filter((employee) => employee.isActive && !isDoubled(employee, table))
    .filter(({ googleId, email, isOurs }) =>
      googleId !== null
        ? !listed.hasId(googleId)
        : isOurs && !listed.hasAddress(normalAddress(email)),
    )
    .map((employee) => goneChange(employee, 'gone'));

const goneChange = (employee: Employee, reason: InactiveReason): Change => ({
  kind: 'deactivate',
  employee,
  content: { isActive: false },
  reason,
});

const isDoubled = ({ googleId }: Employee, table: EmployeeTable): boolean =>
  googleId !== null && table.byGoogleId(googleId).length > 1;

/** Rows without a Google id at the address of somebody who is matched with another row. */
const secondRows = (listed: Listed, table: EmployeeTable): LeftOut[] =>
  listed.people
    .filter(({ googleId }) => table.byGoogleId(googleId).length > 0)
    .flatMap(({ content }) => table.unlinkedAt(content.email))
    .map(({ email }) => ({ who: email, reason: 'second-row' }));

const RANKS = new Map<OperationKind, number>(KINDS.map((kind, rank) => [kind, rank]));

const inOrder = (operations: readonly Operation[]): Operation[] =>
  operations
    .map((operation) => ({ operation, rank: RANKS.get(operation.kind)!, key: keyOf(operation) }))
    .sort((one, other) => one.rank - other.rank || compared(one.key, other.key))
    .map(({ operation }) => operation);

/** Of this one person, like nobody else's. */
export const keyOf = (operation: Operation): string =>
  operation.kind === 'insert'
    ? operation.content.googleId!
    : (operation.employee.googleId ?? operation.content.googleId ?? operation.employee.id);

const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
