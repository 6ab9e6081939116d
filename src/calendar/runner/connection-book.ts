import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { Connection, Connections } from '../ports';

/** The connections of one execution: read once, changed in memory; the changed ones are saved together. */
export interface ConnectionBook {
  all(): readonly Connection[];
  find(userId: string): Connection | null;
  put(connection: Connection): void;
  /**
   * Saves what changed since the last save; makes no request when nothing did.
   *
   * @param hasRecords whether links and journal have something to save with it.
   */
  save(hasRecords: boolean): Result<null, Failure>;
}

export function connectionBook(store: Connections): Result<ConnectionBook, Failure> {
  const loaded = store.load();
  if (!loaded.ok) return loaded;
  const known = new Map(loaded.value.map((connection) => [connection.userId, connection]));
  const changed = new Set<string>();
  return ok({
    all: () => [...known.values()],
    find: (userId) => known.get(userId) ?? null,
    put(connection) {
      known.set(connection.userId, connection);
      changed.add(connection.userId);
    },
    save(hasRecords) {
      if (changed.size === 0 && !hasRecords) return ok(null);
      const saved = store.save([...changed].map((userId) => known.get(userId)!));
      if (saved.ok) changed.clear();
      return saved;
    },
  });
}
