import type { UserPrincipal } from '../caller';
import type { CustomerRecord, DirectoryState, GroupRecord, UserRecord } from './state';

/** Addresses and ids of one DirectoryState, rebuilt when its revision moved. */
interface Index {
  readonly revision: number;
  readonly users: ReadonlyMap<string, UserRecord>;
  readonly groups: ReadonlyMap<string, GroupRecord>;
}

const indexes = new WeakMap<DirectoryState, Index>();

/** A live user by primary address, alias or id, in any letter case; undefined when there is none. Deleted users are not found. */
export const findUser = (directory: DirectoryState, key: string): UserRecord | undefined =>
  index(directory).users.get(key.toLowerCase());

/** A group by address, alias or id. */
export const findGroup = (directory: DirectoryState, key: string): GroupRecord | undefined =>
  index(directory).groups.get(key.toLowerCase());

/** The organisation that owns a domain; undefined for the rest of the world. */
export const findCustomerByDomain = (
  directory: DirectoryState,
  domain: string,
): CustomerRecord | undefined =>
  Object.values(directory.customers).find(({ domains }) =>
    domains.some(({ name }) => name === domain.toLowerCase()),
  );

/** Who an address is, in an organisation or as a consumer account; undefined when Google knows nobody by it. */
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

/** To be called by every write to users or groups. */
export function touch(directory: DirectoryState): void {
  directory.revision++;
}

function index(directory: DirectoryState): Index {
  const known = indexes.get(directory);
  if (known?.revision === directory.revision) return known;
  const users = new Map<string, UserRecord>();
  const groups = new Map<string, GroupRecord>();
  for (const user of Object.values(directory.users)) {
    if (user.deletionTime !== undefined) continue;
    for (const key of [user.id, user.primaryEmail, ...user.aliases]) users.set(key.toLowerCase(), user);
  }
  for (const group of Object.values(directory.groups)) {
    for (const key of [group.id, group.email, ...group.aliases]) groups.set(key.toLowerCase(), group);
  }
  const built = { revision: directory.revision, users, groups };
  indexes.set(directory, built);
  return built;
}
