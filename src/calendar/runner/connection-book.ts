import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { Connection, Connections } from '../ports';

/** The connections of one execution: read once, changed in memory, those that changed saved together. */
export interface ConnectionBook {
  all(): readonly Connection[];
  find(userId: string): Connection | null;
  put(connection: Connection): void;
  /**
   * Keeps what changed since the last saving; asks nobody when nothing did.
   *
   * @param hasRecords whether links and journal wait to be kept with it.
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
