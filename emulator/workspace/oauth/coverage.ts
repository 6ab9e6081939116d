import type { UserPrincipal } from '../caller';
import { installedScopes } from './install-coverage';
import type { Workspace } from '../workspace';
import { delegatedScopes } from './delegation';

/**
 * The scopes an app has for a person without that person's consent, because an administrator gave them for everybody: a
 * delegation that names the app's OAuth client, or a Marketplace install with data access that covers the person now.
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
