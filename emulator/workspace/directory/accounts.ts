import type { UserPrincipal } from '../caller';
import { nonEditableAliases } from './addresses';
import type { CustomerRecord, DirectoryState, GroupRecord, UserRecord } from '../state/directory';

/** Addresses and ids in one DirectoryState, rebuilt when its revision changed in an unknown way. */
interface Index {
  revision: number;
  readonly users: Map<string, UserRecord>;
  readonly groups: Map<string, GroupRecord>;
  readonly etags: WeakMap<UserRecord, string>;
}

const indexes = new WeakMap<DirectoryState, Index>();

/** An existing user by primary address, alias or id, in any letter case; undefined when there is none or it was deleted. */
export const findUser = (directory: DirectoryState, key: string): UserRecord | undefined =>
  index(directory).users.get(key.toLowerCase());

/** A group by address, alias or id. */
export const findGroup = (directory: DirectoryState, key: string): GroupRecord | undefined =>
  index(directory).groups.get(key.toLowerCase());

/** The organization that owns a domain; undefined for the rest of the world. */
export const findCustomerByDomain = (
  directory: DirectoryState,
  domain: string,
): CustomerRecord | undefined =>
  Object.values(directory.customers).find(({ domains }) =>
    domains.some(({ name }) => name === domain.toLowerCase()),
  );

/** The account with an address, in an organization or as a consumer account; undefined when there is none. */
export function findPrincipal(directory: DirectoryState, key: string): UserPrincipal | undefined {
  const user = findUser(directory, key);
  if (user)
    return {
      kind: 'user',
      userId: user.id,
      email: user.primaryEmail,
      customerId: user.customerId,
    };
  const email = key.toLowerCase();
  const userId = directory.consumers[email];
  return userId === undefined ? undefined : { kind: 'user', userId, email, customerId: null };
}

/** Call this after every write to users or groups. */
export function touch(directory: DirectoryState): void {
  directory.revision++;
}

/**
 * Writes to one user: `change` runs between removing its old addresses from the index and adding the new ones, so that
 * the index need not be rebuilt for each of ten thousand writes.
 */
export function changeUser<T>(directory: DirectoryState, user: UserRecord, change: () => T): T {
  const { users, etags } = index(directory);
  etags.delete(user);
  forget(users, user, userKeys(directory, user));
  const result = change();
  if (user.deletionTime === undefined && directory.users[user.id] === user) {
    for (const key of userKeys(directory, user)) users.set(key, user);
  }
  touchIndexed(directory);
  return result;
}

/** Etags that were computed and are still valid, by user. */
export const knownEtags = (directory: DirectoryState): WeakMap<UserRecord, string> =>
  index(directory).etags;

/** @see changeUser */
export function changeGroup<T>(directory: DirectoryState, group: GroupRecord, change: () => T): T {
  const { groups } = index(directory);
  forget(groups, group, groupKeys(directory, group));
  const result = change();
  if (directory.groups[group.id] === group) {
    for (const key of groupKeys(directory, group)) groups.set(key, group);
  }
  touchIndexed(directory);
  return result;
}

function touchIndexed(directory: DirectoryState): void {
  touch(directory);
  const known = indexes.get(directory);
  if (known) known.revision = directory.revision;
}

function forget<T>(map: Map<string, T>, record: T, keys: readonly string[]): void {
  for (const key of keys) if (map.get(key) === record) map.delete(key);
}

const userKeys = (directory: DirectoryState, user: UserRecord): string[] =>
  [
    user.id,
    user.primaryEmail,
    ...user.aliases,
    ...nonEditableAliases(directory, user.customerId, user.primaryEmail),
  ].map((key) => key.toLowerCase());

const groupKeys = (directory: DirectoryState, group: GroupRecord): string[] =>
  [
    group.id,
    group.email,
    ...group.aliases,
    ...nonEditableAliases(directory, group.customerId, group.email),
  ].map((key) => key.toLowerCase());

function index(directory: DirectoryState): Index {
  const known = indexes.get(directory);
  if (known?.revision === directory.revision) return known;
  const users = new Map<string, UserRecord>();
  const groups = new Map<string, GroupRecord>();
  for (const user of Object.values(directory.users)) {
    if (user.deletionTime !== undefined) continue;
    for (const key of userKeys(directory, user)) users.set(key, user);
  }
  for (const group of Object.values(directory.groups)) {
    for (const key of groupKeys(directory, group)) groups.set(key, group);
  }
  const etags = new WeakMap<UserRecord, string>();
  const built = { revision: directory.revision, users, groups, etags };
  indexes.set(directory, built);
  return built;
}
