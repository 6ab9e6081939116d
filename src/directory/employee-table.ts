import type { Employee } from './employee';
import { normalAddress } from './person';

/** The people of the work system, found at once. */
export interface EmployeeTable {
  readonly all: readonly Employee[];
  /** More than one when somebody copied a row. */
  byGoogleId(googleId: string): readonly Employee[];
  /** Those who were never matched: an address that was taken over leads to nobody (Att32). In lower case. */
  unlinkedAt(address: string): readonly Employee[];
}

export function employeeTable(employees: readonly Employee[]): EmployeeTable {
  const ids = new Map<string, Employee[]>();
  const addresses = new Map<string, Employee[]>();
  for (const employee of employees)
    if (employee.googleId !== null) add(ids, employee.googleId, employee);
    else add(addresses, normalAddress(employee.email), employee);
  return {
    all: employees,
    byGoogleId: (googleId) => ids.get(googleId) ?? [],
    unlinkedAt: (address) => addresses.get(address) ?? [],
  };
}

/** Adds to the list at a key, which begins with it. */
export function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
