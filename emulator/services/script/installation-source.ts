import type { Execution } from '../../runtime/execution';
import { grantKey } from '../../workspace/state/oauth';
import type { InstallationSource } from './operations';

/**
 * How the script came to this person as an add-on. An administrator's install appears as a grant for the whole
 * domain.
 */
export function installationSource({ start, workspace }: Execution): InstallationSource {
  if (!start.project.manifest.addOns) return 'NONE';
  const grant = workspace.state.oauth.grants[grantKey(start.script.clientId, start.person.userId)];
  if (!grant) return 'NONE';
  return grant.via === 'domain-install' ? 'APPS_MARKETPLACE_DOMAIN_ADD_ON' : 'WEB_STORE_ADD_ON';
}
