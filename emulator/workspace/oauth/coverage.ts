import type { UserPrincipal } from '../caller';
import { installedScopes } from './install-coverage';
import type { Workspace } from '../workspace';
import { delegatedScopes } from './delegation';

/**
 * The scopes that an app has for a person without that person's consent, because an administrator granted them for
 * everybody: by a delegation to the app's OAuth client, or by a Marketplace install with data access that covers the person.
 */
export const coveredScopes = (
  workspace: Workspace,
  clientId: string,
  { userId, customerId }: UserPrincipal,
): readonly string[] =>
  customerId === null
    ? []
    : [
        ...delegatedScopes(workspace, customerId, clientId, userId),
        ...installedScopes(workspace, clientId, userId),
      ];
