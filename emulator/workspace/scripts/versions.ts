import { isoInstant } from '../../kit/clock';
import { numberParam, type ApiMethods, type JsonObject } from '../api-method';
import { apiRecordOf, notFound, ownScript } from './script-access';
import type { ScriptVersion } from '../state/scripts';

/** Versions: snapshots of the code. @see https://developers.google.com/apps-script/api/reference/rest/v1/projects.versions */
export const versionMethods: ApiMethods = {
  'script.projects.versions.create': (request, caller, workspace) => {
    const record = ownScript(request, caller, workspace);
    const { versions } = apiRecordOf(workspace, record);
    const version: ScriptVersion = {
      versionNumber: (versions.at(-1)?.versionNumber ?? 0) + 1,
      description: String(request.body?.['description'] ?? ''),
      createdAt: workspace.clock.now(),
      files: structuredClone(workspace.projects.filesOf(record.scriptId) ?? []),
    };
    versions.push(version);
    return versionView(record.scriptId, version);
  },
  'script.projects.versions.get': (request, caller, workspace) => {
    const record = ownScript(request, caller, workspace);
    const wanted = numberParam(request, 'versionNumber');
    const version = record.api?.versions.find(({ versionNumber }) => versionNumber === wanted);
    if (!version) throw notFound();
    return versionView(record.scriptId, version);
  },
  'script.projects.versions.list': (request, caller, workspace) => {
    const { scriptId, api } = ownScript(request, caller, workspace);
    const versions = api?.versions ?? [];
    if (versions.length === 0) return {};
    return { versions: versions.map((version) => versionView(scriptId, version)).reverse() };
  },
};

const versionView = (
  scriptId: string,
  { versionNumber, description, createdAt }: ScriptVersion,
): JsonObject => ({
  scriptId,
  versionNumber,
  ...(description && { description }),
  createTime: isoInstant(createdAt),
});
