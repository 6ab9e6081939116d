import type { Member } from '../resources';

/** The roles of members in a group, in Google's words. */
export const MEMBER_ROLES: readonly { readonly value: Member['role']; readonly label: string }[] = [
  { value: 'OWNER', label: 'Owner' },
  { value: 'MANAGER', label: 'Manager' },
  { value: 'MEMBER', label: 'Member' },
];

export const MEMBER_TYPES: Readonly<Record<Member['type'], string>> = {
  USER: 'User',
  GROUP: 'Group',
  EXTERNAL: 'External',
  CUSTOMER: 'Everyone',
};
