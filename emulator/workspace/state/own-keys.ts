import type { WorkspaceState } from './workspace-state';

type Table = Record<string, unknown>;

/**
 * An empty table for entries whose names clients choose. Without what every object inherits, nothing is found under
 * `toString` that nobody put there, and nothing is written into all objects of the process through `__proto__`.
 */
export const newTable = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** Entries of a state's tables that are, or hold, tables themselves. */
const NESTED = ['schemas', 'delegations', 'appFiles', 'calendars', 'people', 'projects', 'scripts'];

/**
 * Makes all tables of a state such as {@link newTable} makes them: one that was loaded or copied has plain objects.
 *
 * @returns the same state, changed in place.
 */
export function withOwnKeysOnly(state: WorkspaceState): WorkspaceState {
  for (const part of tablesIn(state))
    for (const [name, table] of Object.entries(part)) {
      if (!isTable(table)) continue;
      bare(table);
      if (NESTED.includes(name)) for (const entry of tablesIn(table)) bareWithin(entry);
    }
  return state;
}

/** An entry itself, the tables in it and those in these (a script has caches by name, and they have keys). */
function bareWithin(entry: Table): void {
  bare(entry);
  for (const inner of tablesIn(entry)) {
    bare(inner);
    if (Object.keys(inner).length < FEW) tablesIn(inner).forEach(bare);
  }
}

/** Tables of many entries, such as a calendar's events, hold records and no further tables. */
const FEW = 100;

const bare = (table: Table): void => void Object.setPrototypeOf(table, null);

const tablesIn = (table: object): readonly Table[] => Object.values(table).filter(isTable);

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
