import { findGroup, findUser } from '../directory/accounts';
import type { DirectoryState, GroupRecord, UserRecord } from '../state/directory';

/** Existing users in a group, including groups inside it, each once. */
export function usersOfGroup(directory: DirectoryState, group: GroupRecord): readonly UserRecord[] {
  const found = new Map<string, UserRecord>();
  for (const inner of withInnerGroups(directory, group)) {
    for (const member of inner.members) {
      const users =
        member.type === 'CUSTOMER'
          ? usersOfCustomer(directory, inner)
          : [findUser(directory, member.id)];
      for (const user of users) if (user) found.set(user.id, user);
    }
  }
  return [...found.values()];
}

/** Whether someone is a member of the group, of a group inside it, or of the organization where all of it is a member. */
export function isInGroup(
  directory: DirectoryState,
  address: string,
  person: { readonly id: string; readonly email: string; readonly customerId: string | null },
): boolean {
  const group = findGroup(directory, address);
  if (!group) return false;
  return withInnerGroups(directory, group).some(({ members, customerId }) =>
    members.some(({ id, type, email }) =>
      type === 'CUSTOMER'
        ? customerId === person.customerId
        : id === person.id || email?.toLowerCase() === person.email.toLowerCase(),
    ),
  );
}

function withInnerGroups(directory: DirectoryState, group: GroupRecord): readonly GroupRecord[] {
  const seen = new Set([group]);
  for (const each of seen) {
    for (const { id, type } of each.members) {
      const inner = type === 'GROUP' ? findGroup(directory, id) : undefined;
      if (inner) seen.add(inner);
    }
  }
  return [...seen];
}

const usersOfCustomer = (directory: DirectoryState, { customerId }: GroupRecord): UserRecord[] =>
  Object.values(directory.users).filter(
    (user) => user.customerId === customerId && user.deletionTime === undefined,
  );
