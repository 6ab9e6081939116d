import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { Connection, Connections } from '../runner-ports';

/** The connections of one execution: read once, changed in memory, those that changed saved together. */
export interface ConnectionBook {
  all(): readonly Connection[];
  find(email: string): Connection | null;
  put(connection: Connection): void;
  /** Keeps what changed since the last saving; asks nobody when nothing did. */
  save(): Result<null, Failure>;
}

export function connectionBook(store: Connections): Result<ConnectionBook, Failure> {
  const loaded = store.load();
  if (!loaded.ok) return loaded;
  const byEmail = new Map(loaded.value.map((connection) => [connection.email, connection]));
  const changed = new Set<string>();
  return ok({
    all: () => [...byEmail.values()],
    find: (email) => byEmail.get(email) ?? null,
    put(connection) {
      byEmail.set(connection.email, connection);
      changed.add(connection.email);
    },
    save() {
      if (changed.size === 0) return ok(null);
      const saved = store.save([...changed].map((email) => byEmail.get(email)!));
      if (saved.ok) changed.clear();
      return saved;
    },
  });
}
