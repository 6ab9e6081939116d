import { createHash } from 'node:crypto';
import type { Caller } from '../caller';
import { findPrincipal, findUser } from '../directory/accounts';
import type { Workspace } from '../workspace';

/** Anybody who can own or be given a file: a person, or a service account that acts on its own behalf. */
export interface Account {
  /** A user's immutable id or a service account's unique id. */
  readonly id: string;
  readonly email: string;
  /** The organization, or null. */
  readonly customerId: string | null;
}

/** The account that makes a call. */
export const callingAccount = ({ principal }: Caller): Account =>
  principal.kind === 'user'
    ? { id: principal.userId, email: principal.email, customerId: principal.customerId }
    : { id: principal.uniqueId, email: principal.email, customerId: null };

/** The account for an address, an alias or an id; undefined when there is none. */
export function findAccount(workspace: Workspace, key: string): Account | undefined {
  const { directory, cloud } = workspace.state;
  const person = findPrincipal(directory, key);
  if (person) return { id: person.userId, email: person.email, customerId: person.customerId };
  const consumer = Object.entries(directory.consumers).find(([, id]) => id === key);
  if (consumer) return { id: key, email: consumer[0], customerId: null };
  for (const project of Object.values(cloud.projects)) {
    const found = Object.values(project.serviceAccounts).find(
      ({ email, uniqueId }) => uniqueId === key || email === key.toLowerCase(),
    );
    if (found) return { id: found.uniqueId, email: found.email, customerId: null };
  }
  return undefined;
}

/** The display name of an account: for a person the full name, else the address before the @. */
export function displayNameOf(workspace: Workspace, email: string): string {
  const name = findUser(workspace.state.directory, email)?.profile['name'] as
    { fullName?: string } | undefined;
  return name?.fullName ?? email.split('@')[0]!;
}

/** Drive's public id of a grantee: opaque, the same in every file. */
export const permissionIdOf = (accountIdOrAddress: string): string =>
  BigInt(
    `0x${createHash('sha256').update(`drive-permission ${accountIdOrAddress}`).digest('hex').slice(0, 16)}`,
  )
    .toString()
    .padStart(20, '0')
    .slice(0, 20);

/** Drive's User resource. */
export function userResource(workspace: Workspace, account: Account, me: Account | null): object {
  return {
    kind: 'drive#user',
    displayName: displayNameOf(workspace, account.email),
    me: me?.id === account.id,
    permissionId: permissionIdOf(account.id),
    emailAddress: account.email,
  };
}
