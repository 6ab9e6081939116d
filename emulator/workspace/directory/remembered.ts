import type { DirectoryState } from '../state/directory';

/** Something derived from the directory as it was at one revision. */
export interface Remembered<T> {
  readonly revision: number;
  readonly value: T;
}

/** What was derived at the directory's present revision; derived anew when it has changed since. */
export function asOfNow<T>(
  memory: WeakMap<DirectoryState, Remembered<T>>,
  directory: DirectoryState,
  derive: () => T,
): T {
  const known = memory.get(directory);
  if (known?.revision === directory.revision) return known.value;
  const value = derive();
  memory.set(directory, { revision: directory.revision, value });
  return value;
}
