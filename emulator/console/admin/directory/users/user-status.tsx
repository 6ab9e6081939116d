import type { User } from '../resources';

/** Active, suspended or archived, as a chip. */
export function UserStatus({ user: { suspended, archived } }: { readonly user: User }) {
  if (archived) return <span class="chip">Archived</span>;
  if (suspended) return <span class="chip bad">Suspended</span>;
  return <span class="chip good">Active</span>;
}

/** @see https://knowledge.workspace.google.com/admin/users/restore-a-suspended-user */
const REASONS: Readonly<Record<string, string>> = {
  ADMIN: 'Suspended by an administrator',
  ABUSE: 'Suspended by Google: the account may have been compromised',
  WEB_LOGIN_REQUIRED: 'Suspended until the user signs in on the web',
  UNDER13: 'Suspended: the user is under 13',
};

/** Why somebody is suspended. */
export const suspensionReason = ({ suspensionReason: reason }: User): string =>
  (reason && REASONS[reason]) ?? reason ?? 'Suspended';
