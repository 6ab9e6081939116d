import type { UserPrincipal } from '../caller';
import type { Workspace } from '../workspace';
import { grantedScopes } from './consent';
import { grantKey } from '../state/oauth';

/**
 * The scopes for which a person has to be asked before a client runs for them: those they were never asked about, or all
 * of them when they allowed nothing at all. Empty when it may run.
 */
export function scopesToAsk(
  workspace: Workspace,
  clientId: string,
  person: UserPrincipal,
  wanted: readonly string[],
): readonly string[] {
  const granted = grantedScopes(workspace, clientId, person);
  const grant = workspace.state.oauth.grants[grantKey(clientId, person.userId)];
  const asked = new Set([...(grant?.asked ?? []), ...granted]);
  const unasked = wanted.filter((scope) => !asked.has(scope));
  if (unasked.length > 0) return unasked;
  return granted.size > 0 ? [] : wanted;
}
