import { isoInstant } from '../../kit/clock';
import { BASE64URL } from '../../kit/random';
import { requiredParam, type ApiMethods, type ApiRequest, type JsonObject } from '../api-method';
import type { Workspace } from '../workspace';
import { apiRecordOf, badRequest, notFound, ownScript } from './script-access';
import type { ScriptDeployment, ScriptRecord } from '../state/scripts';

/** Deployments. @see https://developers.google.com/apps-script/api/reference/rest/v1/projects.deployments */
export const deploymentMethods: ApiMethods = {
  'script.projects.deployments.create': (request, caller, workspace) => {
    const record = ownScript(request, caller, workspace);
    const deployment: ScriptDeployment = {
      deploymentId: `AKfycb${workspace.random.text(52, BASE64URL)}`,
      ...configOf(request.body, record),
      updatedAt: workspace.clock.now(),
    };
    apiRecordOf(workspace, record).deployments.push(deployment);
    return deploymentView(record, deployment);
  },
  'script.projects.deployments.get': (request, caller, workspace) => {
    const record = ownScript(request, caller, workspace);
    return deploymentView(record, deploymentOf(request, record, workspace));
  },
  'script.projects.deployments.list': (request, caller, workspace) => {
    const record = ownScript(request, caller, workspace);
    const deployments = allDeployments(record, workspace);
    return { deployments: deployments.map((deployment) => deploymentView(record, deployment)) };
  },
  'script.projects.deployments.update': (request, caller, workspace) => {
    const record = ownScript(request, caller, workspace);
    const deployment = deploymentOf(request, record, workspace);
    if (deployment.deploymentId === record.deploymentId)
      throw badRequest('Read-only deployments may not be modified.');
    const config = request.body?.['deploymentConfig'] as JsonObject | undefined;
    Object.assign(deployment, configOf(config ?? null, record));
    deployment.updatedAt = workspace.clock.now();
    return deploymentView(record, deployment);
  },
  'script.projects.deployments.delete': (request, caller, workspace) => {
    const record = ownScript(request, caller, workspace);
    const { deploymentId } = deploymentOf(request, record, workspace);
    if (deploymentId === record.deploymentId)
      throw badRequest('Read-only deployments may not be deleted.');
    const api = apiRecordOf(workspace, record);
    api.deployments = api.deployments.filter((other) => other.deploymentId !== deploymentId);
    return {};
  },
};

/** Every project has one deployment of its newest code, which cannot be changed. */
const allDeployments = (record: ScriptRecord, workspace: Workspace): ScriptDeployment[] => {
  const { deployments, updatedAt } = apiRecordOf(workspace, record);
  const head = {
    deploymentId: record.deploymentId,
    versionNumber: null,
    description: '',
    updatedAt,
  };
  return [head, ...deployments];
};

function deploymentOf(
  request: ApiRequest,
  record: ScriptRecord,
  workspace: Workspace,
): ScriptDeployment {
  const id = requiredParam(request, 'deploymentId');
  const found = allDeployments(record, workspace).find(({ deploymentId }) => deploymentId === id);
  if (!found) throw notFound();
  return found;
}

function configOf(
  config: JsonObject | null,
  record: ScriptRecord,
): Pick<ScriptDeployment, 'versionNumber' | 'description'> {
  const versionNumber = config?.['versionNumber'];
  const isKnown = record.api?.versions.some((version) => version.versionNumber === versionNumber);
  if (typeof versionNumber === 'number' && !isKnown) throw notFound();
  return {
    versionNumber: typeof versionNumber === 'number' ? versionNumber : null,
    description: String(config?.['description'] ?? ''),
  };
}

const deploymentView = (
  { scriptId }: ScriptRecord,
  { deploymentId, versionNumber, description, updatedAt }: ScriptDeployment,
): JsonObject => ({
  deploymentId,
  deploymentConfig: {
    scriptId,
    manifestFileName: 'appsscript',
    ...(versionNumber !== null && { versionNumber }),
    ...(description && { description }),
  },
  updateTime: isoInstant(updatedAt),
});
