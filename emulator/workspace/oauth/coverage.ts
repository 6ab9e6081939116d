import type { UserPrincipal } from '../caller';
import type { Workspace } from '../workspace';
import { delegatedScopes } from './delegation';

/**
 * The scopes an app has for a person without that person's consent, because an administrator gave them for everybody: a
 * delegation that names the app's OAuth client. A Marketplace install by an administrator is kept as a grant of its own
 * (`via: 'domain-install'`).
 */
export const coveredScopes = (
  workspace: Workspace,
  clientId: string,
  { userId, customerId }: UserPrincipal,
): readonly string[] =>
  customerId === null ? [] : delegatedScopes(workspace, customerId, clientId, userId);
