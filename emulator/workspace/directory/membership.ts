import type { Workspace } from '../workspace';
import { findGroup, findUser } from './accounts';
import type { DirectoryState, GroupRecord, MemberRecord } from '../state/directory';

/** "It can take up to 10 minutes" before members of an added group show. @see https://developers.google.com/workspace/admin/directory/v1/limits */
export const DERIVED_MEMBERSHIP_LAG_MS = 10 * 60 * 1000;

/** A group's direct member by id, address or alias; undefined when there is none. */
export function findMember(
  directory: DirectoryState,
  { members }: GroupRecord,
  key: string,
): MemberRecord | undefined {
  const id = (findUser(directory, key) ?? findGroup(directory, key))?.id ?? key;
  const address = key.toLowerCase();
  return members.find((member) => member.id === id || member.email?.toLowerCase() === address);
}

/** A member's present address: people and groups may have been renamed since they were added. */
export const memberAddress = (
  { users, groups }: DirectoryState,
  { id, type, email }: MemberRecord,
): string | undefined =>
  (type === 'USER' ? users[id]?.primaryEmail : type === 'GROUP' ? groups[id]?.email : undefined) ??
  email;

/**
 * Direct members and those of groups inside, each once. Members of a group that was added within the last ten minutes
 * do not appear yet, unless changes are immediate.
 */
export function derivedMembers(workspace: Workspace, group: GroupRecord): MemberRecord[] {
  const { groups } = workspace.state.directory;
  const found = new Map<string, MemberRecord>();
  const visit = ({ members }: GroupRecord, direct: boolean): void => {
    for (const member of members) {
      if (found.has(member.id)) continue;
      found.set(member.id, direct ? member : { ...member, role: 'MEMBER' });
      const inner = member.type === 'GROUP' ? groups[member.id] : undefined;
      if (inner && isExpanded(workspace, member)) visit(inner, false);
    }
  };
  visit(group, true);
  return [...found.values()];
}

const isExpanded = ({ settings, clock }: Workspace, { addedAt }: MemberRecord): boolean =>
  settings.propagation === 'immediate' || clock.now() - addedAt >= DERIVED_MEMBERSHIP_LAG_MS;

/** Whether a user or group is in a group, directly or through groups inside, or because everybody is. */
export function isInGroup(
  directory: DirectoryState,
  group: GroupRecord,
  wanted: { readonly id: string; readonly customerId: string },
): boolean {
  const seen = new Set<GroupRecord>([group]);
  for (const { members } of seen) {
    for (const { id, type } of members) {
      if (id === wanted.id || (type === 'CUSTOMER' && id === wanted.customerId)) return true;
      const inner = type === 'GROUP' ? directory.groups[id] : undefined;
      if (inner) seen.add(inner);
    }
  }
  return false;
}
