import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { Connection, Connections } from '../ports';
import { hasFinished } from '../sync/read-under';

/** The connections of one execution: read once, changed in memory; the changed ones are saved together. */
export interface ConnectionBook {
  all(): readonly Connection[];
  find(userId: string): Connection | null;
  /** By address: everybody who is synced and whose entries have been carried over. */
  synced(): ReadonlyMap<string, Connection>;
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
  let synced: ReadonlyMap<string, Connection> | null = null;
  return ok({
    all: () => [...known.values()],
    find: (userId) => known.get(userId) ?? null,
    synced: () => (synced ??= byAddress([...known.values()].filter(isCarried))),
    put(connection) {
      synced = null;
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

const byAddress = (people: readonly Connection[]): ReadonlyMap<string, Connection> =>
  new Map(people.flatMap((one) => one.addresses.map((address) => [address, one] as const)));

/** Whether nothing of somebody's is carried any more after this failure, though they have not turned it off. */
export const isLeft = (failure: Connection['failure']): boolean =>
  failure === 'unknown-subject' || failure === 'address-mismatch';

/** The meetings of somebody whom an administrator connected are not in the work system. */
const isCarried = ({ state, progress, failure, connected }: Connection): boolean =>
  state === 'on' && !connected && hasFinished(progress) && !isLeft(failure);
