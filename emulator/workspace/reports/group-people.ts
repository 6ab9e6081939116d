import { findUser } from '../directory/accounts';
import type { DirectoryState } from '../state/directory';

interface Known {
  readonly revision: number;
  readonly people: Map<string, ReadonlySet<string>>;
}

const known = new WeakMap<DirectoryState, Known>();

/** The ids of everybody in a group, including nested groups and whole organizations; empty for an unknown group. */
export function peopleOfGroup(directory: DirectoryState, groupId: string): ReadonlySet<string> {
  let cached = known.get(directory);
  if (cached?.revision !== directory.revision)
    known.set(directory, (cached = { revision: directory.revision, people: new Map() }));
  let people = cached.people.get(groupId);
  if (!people) cached.people.set(groupId, (people = gather(directory, groupId)));
  return people;
}

function gather(directory: DirectoryState, groupId: string): Set<string> {
  const people = new Set<string>();
  const groups = new Set([groupId]);
  for (const id of groups) {
    for (const member of directory.groups[id]?.members ?? []) {
      if (member.type === 'GROUP') groups.add(member.id);
      else if (member.type === 'CUSTOMER') addEverybody(directory, member.id, people);
      else people.add(findUser(directory, member.email ?? '')?.id ?? member.id);
    }
  }
  return people;
}

function addEverybody(directory: DirectoryState, customerId: string, people: Set<string>): void {
  for (const user of Object.values(directory.users))
    if (user.customerId === customerId && user.deletionTime === undefined) people.add(user.id);
}
