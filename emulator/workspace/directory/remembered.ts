import type { DirectoryState } from '../state/directory';

/** A value derived from the directory at one revision. */
export interface Remembered<T> {
  readonly revision: number;
  readonly value: T;
}

/** The value derived from the directory's present revision; recomputed when the directory has changed. */
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
