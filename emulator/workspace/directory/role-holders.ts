import { createHash } from 'node:crypto';
import { SUPER_ADMIN_ROLE, systemRoleId } from './system-roles';
import type { DirectoryState, RoleAssignmentRecord, UserRecord } from '../state/directory';

/** Who holds which role, rebuilt when the directory's revision changes. */
interface Holders {
  readonly revision: number;
  readonly direct: ReadonlyMap<string, readonly RoleAssignmentRecord[]>;
  /** Assignments to groups, each with the ids of everybody in the group, however deeply nested. */
  readonly throughGroups: readonly {
    readonly assignment: RoleAssignmentRecord;
    readonly members: ReadonlySet<string>;
  }[];
}

const known = new WeakMap<DirectoryState, Holders>();

/** Role assignments of a user or service account, by id: its own and, unless excluded, those of its groups. */
export function assignmentsOf(
  directory: DirectoryState,
  assigneeId: string,
  { throughGroups = true }: { readonly throughGroups?: boolean } = {},
): readonly RoleAssignmentRecord[] {
  const holders = holdersOf(directory);
  const direct = holders.direct.get(assigneeId) ?? [];
  if (!throughGroups || holders.throughGroups.length === 0) return direct;
  const indirect = holders.throughGroups.filter(({ members }) => members.has(assigneeId));
  return indirect.length === 0 ? direct : [...direct, ...indirect.map((held) => held.assignment)];
}

/**
 * The super administrator's assignment of the super administrator role. It is derived from `UserRecord.isAdmin`, not
 * stored beside it.
 */
export const superAdminAssignment = (user: UserRecord): RoleAssignmentRecord => ({
  roleAssignmentId: derivedId(user.id),
  customerId: user.customerId,
  roleId: systemRoleId(user.customerId, SUPER_ADMIN_ROLE),
  assignedTo: user.id,
  assigneeType: 'user',
  scopeType: 'CUSTOMER',
  since: 0,
});

const derivedId = (userId: string): string =>
  BigInt(`0x${createHash('sha256').update(userId).digest('hex').slice(0, 13)}`).toString();

function holdersOf(directory: DirectoryState): Holders {
  const cached = known.get(directory);
  if (cached?.revision === directory.revision) return cached;
  const direct = new Map<string, RoleAssignmentRecord[]>();
  const throughGroups = [];
  for (const assignment of Object.values(directory.roleAssignments)) {
    const held = direct.get(assignment.assignedTo);
    if (held) held.push(assignment);
    else direct.set(assignment.assignedTo, [assignment]);
    if (assignment.assigneeType === 'group') {
      throughGroups.push({ assignment, members: everybodyIn(directory, assignment.assignedTo) });
    }
  }
  const built = { revision: directory.revision, direct, throughGroups };
  known.set(directory, built);
  return built;
}

function everybodyIn(directory: DirectoryState, groupId: string): ReadonlySet<string> {
  const seen = new Set<string>([groupId]);
  for (const id of seen) {
    for (const member of directory.groups[id]?.members ?? []) seen.add(member.id);
  }
  return seen;
}
