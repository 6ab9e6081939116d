import { findServiceAccount } from '../cloud/service-accounts';
import type { Workspace } from '../workspace';
import type { OAuthClient } from '../state/oauth';

/** An OAuth client by id. A service account is one by its numeric unique id, whether or not it was registered. */
export function findClient({ state }: Workspace, clientId: string): OAuthClient | undefined {
  const { clients } = state.oauth;
  if (Object.hasOwn(clients, clientId)) return clients[clientId];
  if (!/^\d+$/.test(clientId)) return undefined;
  const found = findServiceAccount(state.cloud, clientId);
  return (
    found && {
      clientId,
      name: found.account.displayName || found.account.email,
      kind: 'service-account',
      projectNumber: found.project.projectNumber,
      ownerCustomerId: found.project.ownerCustomerId,
    }
  );
}
