import type { Surface } from '../../runtime/surface';
import type { UserPrincipal } from '../caller';
import type { ScriptRecord } from '../scripts/state';
import type { Workspace } from '../workspace';
import { grantKey } from './state';

/**
 * The scopes with which a script runs for a person: what was granted, of what the manifest asks for. A person who was
 * never asked is asked now, and answers as the settings say; a trigger asks nobody.
 */
export function scopesFor(
  workspace: Workspace,
  { clientId }: ScriptRecord,
  wanted: readonly string[],
  { person, surface }: { readonly person: UserPrincipal; readonly surface: Surface },
): ReadonlySet<string> {
  const { grants } = workspace.state.oauth;
  const key = grantKey(clientId, person.userId);
  if (!grants[key] && surface !== 'trigger' && workspace.settings.consent === 'allow') {
    grants[key] = {
      clientId,
      userId: person.userId,
      scopes: [...wanted],
      via: 'consent',
      grantedAt: workspace.clock.now(),
    };
  }
  const granted = new Set(grants[key]?.scopes);
  return new Set(wanted.filter((scope) => granted.has(scope)));
}
