import { isDamagedId } from './damaged-id';
import type { Employee } from './employee';
import { normalAddress } from './person';

/** Every address by which the work system knows somebody: that of the row, then the aliases that the directory sync noted. */
export const addressesAtWork = ({ email, aliases }: Employee): readonly string[] => [
  normalAddress(email),
  ...aliases.split(',').map(normalAddress).filter(Boolean),
];

/** The work system's people, indexed. */
export interface EmployeeTable {
  readonly all: readonly Employee[];
  /** People whose Google id a spreadsheet turned into a number. */
  readonly damaged: readonly Employee[];
  /** More than one when somebody copied a row. */
  byGoogleId(googleId: string): readonly Employee[];
  /** People at any of these addresses (in lower case) who were never matched, so that a reused address finds nobody (Att32). */
  unlinkedAt(addresses: readonly string[]): readonly Employee[];
}

export function employeeTable(employees: readonly Employee[]): EmployeeTable {
  const ids = new Map<string, Employee[]>();
  const addresses = new Map<string, Employee[]>();
  const damaged: Employee[] = [];
  for (const employee of employees) {
    const { googleId } = employee;
    if (googleId === null) add(addresses, normalAddress(employee.email), employee);
    else if (isDamagedId(googleId)) damaged.push(employee);
    else add(ids, googleId, employee);
  }
  return {
    all: employees,
    damaged,
    byGoogleId: (googleId) => ids.get(googleId) ?? [],
    unlinkedAt: (wanted) => wanted.flatMap((address) => addresses.get(address) ?? []),
  };
}

/** Adds to the list at a key, creating the list if necessary. */
export function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
