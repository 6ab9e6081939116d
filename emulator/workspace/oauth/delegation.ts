import { createHash } from 'node:crypto';
import type { Workspace } from '../workspace';
import type { Delegation, DelegationVersion } from '../state/oauth';
import { newTable } from '../state/own-keys';

/** A change takes effect after seconds at the earliest, and usually within a quarter of an hour. */
const SOONEST_MS = 5_000;
const LATEST_MS = 15 * 60_000;

/**
 * The scopes that a client has for one user of an organization by domain-wide delegation, as Google's servers see it now:
 * after a change each user sees it at their own instant. Nobody can list this through an API.
 *
 * @returns full scope URLs; empty when nothing is delegated.
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#delegatingauthority
 */
export function delegatedScopes(
  workspace: Workspace,
  customerId: string,
  clientId: string,
  userId: string,
): readonly string[] {
  const delegation = workspace.state.oauth.delegations[customerId]?.[clientId];
  if (!delegation) return [];
  if (workspace.settings.propagation === 'immediate') return delegation.scopes;
  const now = workspace.clock.now();
  const seen = versionsNewestFirst(delegation).find(
    (version) => now >= version.changedAt + lagMs(version, clientId, userId),
  );
  return seen?.scopes ?? [];
}

/** How far the last change of a delegation has spread: how many of the organization's users see it, and out of how many. */
export function arrivalOf(
  workspace: Workspace,
  customerId: string,
  clientId: string,
): { readonly users: number; readonly of: number } {
  const { directory, oauth } = workspace.state;
  const users = Object.values(directory.users).filter(
    (user) => user.customerId === customerId && user.deletionTime === undefined,
  );
  const scopes = oauth.delegations[customerId]?.[clientId]?.scopes ?? [];
  const seen = users.filter(
    ({ id }) => delegatedScopes(workspace, customerId, clientId, id).join() === scopes.join(),
  );
  return { users: seen.length, of: users.length };
}

/** Stores what an administrator set. An empty list withdraws the delegation. */
export function setDelegation(
  { state, clock, random }: Workspace,
  customerId: string,
  clientId: string,
  scopes: readonly string[],
): void {
  const table = (state.oauth.delegations[customerId] ??= newTable());
  const before = table[clientId];
  const now = clock.now();
  table[clientId] = {
    clientId,
    scopes: [...scopes],
    changedAt: now,
    spreadMs: SOONEST_MS + random.int(LATEST_MS - SOONEST_MS),
    earlier: before ? stillSeen(before, now) : [],
  };
}

/** The delegations of an organization as the Admin console lists them: what was set, whether or not it is in effect yet. */
export const listDelegations = ({ state }: Workspace, customerId: string): readonly Delegation[] =>
  Object.values(state.oauth.delegations[customerId] ?? {}).filter(
    ({ scopes }) => scopes.length > 0,
  );

const versionsNewestFirst = ({ earlier = [], ...current }: Delegation): DelegationVersion[] => [
  current,
  ...[...earlier].reverse(),
];

/** The versions that some user may still see, oldest first: back to the newest one that has reached everybody. */
function stillSeen(delegation: Delegation, now: number): DelegationVersion[] {
  const versions = versionsNewestFirst(delegation);
  const settled = versions.findIndex(({ changedAt, spreadMs = 0 }) => now >= changedAt + spreadMs);
  return versions
    .slice(0, settled < 0 ? undefined : settled + 1)
    .map(({ scopes, changedAt, spreadMs = 0 }) => ({ scopes, changedAt, spreadMs }))
    .reverse();
}

/** How long after a change this user sees it: always the same for one change and user, and different for others. */
function lagMs(
  { changedAt, spreadMs = 0 }: DelegationVersion,
  clientId: string,
  userId: string,
): number {
  if (spreadMs === 0) return 0;
  const digest = createHash('sha256').update(`${clientId} ${changedAt} ${userId}`).digest();
  return SOONEST_MS + (digest.readUInt32BE(0) / 2 ** 32) * (spreadMs - SOONEST_MS);
}
