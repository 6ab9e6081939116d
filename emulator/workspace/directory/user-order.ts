import { asOfNow, type Remembered } from './remembered';
import { familyNameOf, givenNameOf } from './user-query-fields';
import type { DirectoryState, UserRecord } from '../state/directory';

export type UserOrder = 'email' | 'familyName' | 'givenName';

/** A user and its sort key. */
export interface Ranked {
  readonly key: string;
  readonly user: UserRecord;
}

const KEYS: Readonly<Record<UserOrder, (user: UserRecord) => string>> = {
  email: ({ primaryEmail }) => primaryEmail.toLowerCase(),
  familyName: (user) => familyNameOf(user).toLowerCase(),
  givenName: (user) => givenNameOf(user).toLowerCase(),
};

const remembered = new WeakMap<DirectoryState, Remembered<Map<string, readonly Ranked[]>>>();

/** An organization's users in order, either existing or deleted ones. Cached until the directory changes. */
export function rankedUsers(
  directory: DirectoryState,
  customerId: string,
  { order, deleted }: { readonly order: UserOrder; readonly deleted: boolean },
): readonly Ranked[] {
  const lists = asOfNow(remembered, directory, () => new Map<string, readonly Ranked[]>());
  const name = `${customerId} ${order} ${deleted}`;
  const known = lists.get(name);
  if (known) return known;
  const key = KEYS[order];
  const ranked = Object.values(directory.users)
    .filter(
      (user) => user.customerId === customerId && (user.deletionTime !== undefined) === deleted,
    )
    .map((user) => ({ key: key(user), user }))
    .sort(compareRanked);
  lists.set(name, ranked);
  return ranked;
}

/** By key, then by id: people with the same name keep their order. */
export function compareRanked(
  a: { readonly key: string; readonly user: Pick<UserRecord, 'id'> },
  b: { readonly key: string; readonly user: Pick<UserRecord, 'id'> },
): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.user.id < b.user.id ? -1 : a.user.id > b.user.id ? 1 : 0;
}
