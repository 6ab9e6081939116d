import { isoInstant } from '../../kit/clock';
import { NotEmulated } from '../../kit/not-emulated';
import type { ProjectFile } from '../../project/project';
import { ProjectError } from '../../project/project-error';
import { numberParam, type ApiMethods, type JsonObject } from '../api-method';
import type { Workspace } from '../workspace';
import {
  apiRecordOf,
  badRequest,
  notFound,
  ownScript,
  projectView,
  requirePerson,
} from './script-access';
import type { ScriptRecord } from '../state/scripts';

const NEW_PROJECT: readonly ProjectFile[] = [
  {
    name: 'appsscript',
    type: 'JSON',
    source: JSON.stringify(
      {
        timeZone: 'America/New_York',
        dependencies: {},
        exceptionLogging: 'STACKDRIVER',
        runtimeVersion: 'V8',
      },
      null,
      2,
    ),
  },
];

/** Projects and their code. @see https://developers.google.com/apps-script/api/reference/rest/v1/projects */
export const contentMethods: ApiMethods = {
  'script.projects.create': ({ body }, caller, workspace) => {
    const person = requirePerson(caller);
    if (typeof body?.['parentId'] === 'string')
      throw new NotEmulated(
        'Container-bound scripts',
        'https://developers.google.com/apps-script/api/reference/rest/v1/projects/create',
      );
    const record = workspace.projects.create(NEW_PROJECT, {
      name: String(body?.['title'] ?? 'Untitled project'),
      ownerEmail: person.email,
      ownerCustomerId: person.customerId,
    });
    apiRecordOf(workspace, record).files = NEW_PROJECT;
    return projectView(workspace, record);
  },
  'script.projects.get': (request, caller, workspace) =>
    projectView(workspace, ownScript(request, caller, workspace)),
  'script.projects.getContent': (request, caller, workspace) => {
    const record = ownScript(request, caller, workspace);
    const versionNumber = numberParam(request, 'versionNumber');
    if (versionNumber === undefined)
      return contentView(workspace, record, workspace.projects.filesOf(record.scriptId) ?? []);
    const version = record.api?.versions.find((one) => one.versionNumber === versionNumber);
    if (!version) throw notFound();
    return contentView(workspace, record, version.files);
  },
  'script.projects.updateContent': (request, caller, workspace) => {
    const record = ownScript(request, caller, workspace);
    const files = filesOf(request.body);
    try {
      workspace.projects.replace(record, files);
    } catch (error) {
      if (error instanceof ProjectError) throw badRequest(error.message);
      throw error;
    }
    const api = apiRecordOf(workspace, record);
    api.files = files;
    api.updatedAt = workspace.clock.now();
    return contentView(workspace, record, files);
  },
};

function filesOf(body: JsonObject | null): ProjectFile[] {
  const files = (body?.['files'] ?? []) as JsonObject[];
  return files.map(({ name, type, source }) => {
    if (typeof name !== 'string' || typeof type !== 'string')
      throw badRequest('Every file needs a name and a type.');
    return { name, type: type as ProjectFile['type'], source: String(source ?? '') };
  });
}

function contentView(
  workspace: Workspace,
  record: ScriptRecord,
  files: readonly ProjectFile[],
): JsonObject {
  const { createdAt, updatedAt } = apiRecordOf(workspace, record);
  const times = { createTime: isoInstant(createdAt), updateTime: isoInstant(updatedAt) };
  return { scriptId: record.scriptId, files: files.map((file) => ({ ...file, ...times })) };
}
