import { SERVICE_NAMES, type ApiName } from '../discovery/discovery';
import type { ScriptOwner } from '../workspace/script-projects';
import type { ScriptRecord } from '../workspace/state/scripts';
import type { Workspace } from '../workspace/workspace';
import { BASE64URL, DIGITS } from '../kit/random';
import type { Project } from '../project/project';

/** APIs that are enabled in a default Cloud project once the advanced service is added. */
const APIS_ON: readonly ApiName[] = ['calendar', 'directory', 'reports', 'sheets', 'drive'];

/**
 * Registers a script project in a Workspace: its Cloud project with the APIs of its advanced services enabled, its OAuth
 * client and its deployment. At Google, `clasp push` and a first deployment do this.
 */
export function installScript(
  workspace: Workspace,
  project: Project,
  { name, ownerEmail, ownerCustomerId }: ScriptOwner,
): ScriptRecord {
  const { random, state } = workspace;
  const projectNumber = `7${random.text(11, DIGITS)}`;
  const services = project.manifest.dependencies?.enabledAdvancedServices ?? [];
  state.cloud.projects[projectNumber] = {
    projectNumber,
    projectId: `sys-${random.text(20, DIGITS)}`,
    name,
    ownerCustomerId,
    enabledApis: services.length === 0 ? [] : APIS_ON.map((api) => SERVICE_NAMES[api]),
    keyCreationDisabled: false,
    // Whoever edits the script owns its project; without an organization nobody else would.
    owners: [ownerEmail],
    serviceAccounts: {},
  };
  const clientId = `${projectNumber}-${random.text(32, 'abcdefghijklmnopqrstuv0123456789')}.apps.googleusercontent.com`;
  state.oauth.clients[clientId] = {
    clientId,
    name,
    kind: 'script',
    projectNumber,
    ownerCustomerId,
  };
  const scriptId = `1${random.text(56, BASE64URL)}`;
  return (state.scripts.scripts[scriptId] = {
    scriptId,
    name,
    ownerEmail,
    projectNumber,
    clientId,
    deploymentId: `AKfycb${random.text(52, BASE64URL)}`,
    scriptProperties: {},
    userProperties: {},
    cache: {},
    triggers: [],
    triggerCreations: {},
    quotaUse: {},
  });
}
