import type { WebAppWorkspace } from './web-app-workspace';
import type { InstalledScript } from '../engine/engine';
import { toProject, type Project } from '../project/project';
import type { UserPrincipal } from '../workspace/caller';
import { findPrincipal } from '../workspace/directory/accounts';
import { activeAccount } from '../workspace/oauth/active-account';
import type { ScriptRecord, ScriptVersion } from '../workspace/state/scripts';

/** A deployed web app: the code that answers, and who deployed it. */
export interface Deployment {
  readonly deploymentId: string;
  readonly script: InstalledScript;
  readonly access: string;
  readonly executeAs: string;
  /** Undefined when the account is gone or cannot act. */
  readonly deployer: UserPrincipal | undefined;
}

/** The code of versions, each parsed once. */
const parsed = new WeakMap<ScriptVersion, Project>();

/**
 * The web app of a deployment; undefined when there is none, or its manifest has no `webapp`.
 *
 * @param latest the newest code, whatever version is deployed.
 */
export function findDeployment(
  workspace: WebAppWorkspace,
  deploymentId: string,
  latest: boolean,
): Deployment | undefined {
  const record = Object.values(workspace.state.scripts.scripts).find(
    (one) => versionOf(one, deploymentId) !== undefined,
  );
  const newest = record && workspace.installedAs(record.scriptId);
  if (!record || !newest) return undefined;
  const version = latest ? null : versionOf(record, deploymentId)!;
  const project = version === null ? newest.project : projectOf(record, version, newest.project);
  const webapp = project?.manifest.webapp;
  if (!project || !webapp) return undefined;
  const owner = findPrincipal(workspace.state.directory, record.ownerEmail);
  return {
    deploymentId,
    script: { project, record },
    access: webapp.access,
    executeAs: webapp.executeAs,
    deployer: owner && activeAccount(workspace.state.directory, owner.userId),
  };
}

/** Every web app of this Workspace: the deployments of its scripts that have one. */
export const allDeployments = (workspace: WebAppWorkspace): Deployment[] =>
  Object.values(workspace.state.scripts.scripts)
    .flatMap(({ deploymentId, api }) => [
      deploymentId,
      ...(api?.deployments ?? []).map((deployment) => deployment.deploymentId),
    ])
    .flatMap((id) => findDeployment(workspace, id, false) ?? []);

/** The version of a deployment; null for the newest code; undefined when it is not a deployment of this script. */
function versionOf(record: ScriptRecord, deploymentId: string): number | null | undefined {
  if (record.deploymentId === deploymentId) return null;
  return record.api?.deployments.find((one) => one.deploymentId === deploymentId)?.versionNumber;
}

function projectOf(
  { api }: ScriptRecord,
  versionNumber: number,
  { libraries }: Project,
): Project | undefined {
  const version = api?.versions.find((one) => one.versionNumber === versionNumber);
  if (!version) return undefined;
  const project = parsed.get(version) ?? toProject(version.files, { libraries });
  parsed.set(version, project);
  return project;
}
