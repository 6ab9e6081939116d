import type { Workspace } from '../workspace';
import { accessOf, allowsScope } from './app-access';
import { endGrant } from './consent';
import { DEFAULT_API_CONTROLS, type ApiControls } from '../state/oauth';
import { revokeTokens } from './tokens';

/** The settings of an organization, created with the defaults at first use. */
export const controlsOf = ({ state }: Workspace, customerId: string): ApiControls =>
  (state.oauth.apiControls[customerId] ??= structuredClone(DEFAULT_API_CONTROLS));

/**
 * Changes API controls. Apps that may no longer have what they were granted lose it: their grants and tokens end, and
 * people must consent again once it is allowed again. Takes effect at once; Google says "up to 24 hours".
 *
 * @see https://support.google.com/a/answer/7281227
 */
export function changeControls(
  workspace: Workspace,
  customerId: string,
  change: (controls: ApiControls) => void,
): void {
  change(controlsOf(workspace, customerId));
  const { oauth, directory } = workspace.state;
  const isTheirs = (userId: string | null): boolean =>
    directory.users[userId ?? '']?.customerId === customerId;
  const isRefused = (clientId: string, scopes: readonly string[]): boolean => {
    const policy = accessOf(workspace, customerId, clientId);
    return !scopes.every((scope) => allowsScope(policy, scope));
  };
  for (const { clientId, userId, scopes } of Object.values(oauth.grants))
    if (isTheirs(userId) && isRefused(clientId, scopes)) endGrant(workspace, clientId, userId);
  revokeTokens(
    workspace,
    ({ clientId, userId, scopes }) => isTheirs(userId) && isRefused(clientId, scopes),
  );
}
