import type { JsonObject } from '../api-method';
import { listingOfClient } from './install-coverage';
import type { Workspace } from '../workspace';
import { findClient } from './clients';
import { describeScope, serviceOf } from './scopes';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the people of one organization granted one client. */
interface Use {
  users: number;
  readonly scopes: Set<string>;
}

/**
 * Who granted what to whom in an organization, by client id, as "Accessed apps" shows it: a day behind people's actions.
 *
 * @see https://support.google.com/a/answer/7281227
 */
export function useOfApps(workspace: Workspace, customerId: string): ReadonlyMap<string, Use> {
  const { state, clock, settings } = workspace;
  const seenUntil = clock.now() - (settings.propagation === 'immediate' ? 0 : DAY_MS);
  const uses = new Map<string, Use>();
  for (const grant of Object.values(state.oauth.grants)) {
    const { clientId, userId, grantedAt } = grant;
    if (grantedAt > seenUntil || state.directory.users[userId]?.customerId !== customerId) continue;
    const use = uses.get(clientId) ?? { users: 0, scopes: new Set() };
    use.users++;
    for (const scope of [...grant.scopes, ...(grant.asked ?? [])]) use.scopes.add(scope);
    uses.set(clientId, use);
  }
  return uses;
}

/** An app as "Manage app access" lists it: its kind, its users, and what it asks for in plain words. */
export function appView(
  workspace: Workspace,
  customerId: string,
  clientId: string,
  use: Use | undefined = useOfApps(workspace, customerId).get(clientId),
): JsonObject {
  const client = findClient(workspace, clientId);
  const listed = listingOfClient(workspace.state.marketplace, clientId)?.scopes ?? [];
  const scopes = [...new Set([...(use?.scopes ?? []), ...listed])].sort();
  return {
    clientId,
    name: client?.name ?? clientId,
    kind: client?.kind ?? null,
    internal: client !== undefined && client.ownerCustomerId === customerId,
    users: use?.users ?? 0,
    services: [...new Set(scopes.map(serviceOf))].sort(),
    asksFor: scopes.map((scope) => ({ scope, description: describeScope(scope) })),
  };
}

/** "Configure new app": apps by a part of their name, or by their whole client id. At most 20. */
export function findApps(workspace: Workspace, customerId: string, query: string): JsonObject[] {
  const wanted = query.trim().toLowerCase();
  const uses = useOfApps(workspace, customerId);
  return Object.values(workspace.state.oauth.clients)
    .filter(
      ({ clientId, name, kind, status }) =>
        kind !== 'service-account' &&
        status !== 'deleted' &&
        (clientId === query.trim() || name.toLowerCase().includes(wanted)),
    )
    .slice(0, 20)
    .map(({ clientId }) => appView(workspace, customerId, clientId, uses.get(clientId)));
}
