import { BASE36, DIGITS, type Random } from '../kit/random';
import { findGroup, findUser, touch } from '../workspace/directory/accounts';
import type { DirectoryState, GroupRecord, MemberRecord } from '../workspace/state/directory';
import { customerOf } from './seed-organizations';
import { GROUPS, type SeedGroup } from './seed-files';

/** Adds the groups, then their members: groups may contain one another in any order. */
export function seedGroups(directory: DirectoryState, chance: Random): void {
  const made = GROUPS.map((seed) => ({ seed, group: groupOf(directory, seed, chance) }));
  for (const { group } of made) directory.groups[group.id] = group;
  touch(directory);
  for (const { seed, group } of made) group.members = membersOf(directory, seed, chance);
  touch(directory);
}

const groupOf = (directory: DirectoryState, seed: SeedGroup, chance: Random): GroupRecord => ({
  id: `0${chance.text(14, BASE36)}`,
  customerId: customerOf(directory, seed.email).id,
  email: seed.email,
  name: seed.name,
  description: seed.description ?? '',
  aliases: [...(seed.aliases ?? [])],
  members: [],
});

function membersOf(directory: DirectoryState, seed: SeedGroup, chance: Random): MemberRecord[] {
  const { id: customerId } = customerOf(directory, seed.email);
  const asRole = (role: MemberRecord['role'], addresses: readonly string[] = []): MemberRecord[] =>
    addresses.map((address) => ({
      ...(address === 'EVERYBODY'
        ? { id: customerId, type: 'CUSTOMER' as const }
        : whoIs(directory, customerId, { address, chance })),
      role,
      addedAt: 0,
    }));
  return [
    ...asRole('OWNER', seed.owners),
    ...asRole('MANAGER', seed.managers),
    ...asRole('MEMBER', seed.members),
  ];
}

function whoIs(
  directory: DirectoryState,
  customerId: string,
  { address, chance }: { readonly address: string; readonly chance: Random },
): Pick<MemberRecord, 'id' | 'type' | 'email'> {
  const known = findUser(directory, address) ?? findGroup(directory, address);
  const type = known && 'members' in known ? 'GROUP' : 'USER';
  if (known?.customerId === customerId) return { id: known.id, type, email: address };
  const id = known?.id ?? directory.consumers[address] ?? `1${chance.text(20, DIGITS)}`;
  return { id, type: 'EXTERNAL', email: address };
}
