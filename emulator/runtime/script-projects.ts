import type { LocalWorkspace } from '../local-workspace';
import type { ScriptProjects } from '../workspace/scripts/projects';
import { toProject } from './project';

/** The code in a Workspace, for the Apps Script API. */
export const scriptProjects = (workspace: LocalWorkspace): ScriptProjects => ({
  create: (files, owner) => workspace.install(toProject(files), owner).record,
  filesOf: (scriptId) => workspace.installedAs(scriptId)?.project.files,
  replace: (record, files) => void workspace.attach(toProject(files), record),
  run: (record, { functionName, person, parameters }) => {
    const installed = workspace.installedAs(record.scriptId);
    if (!installed) throw new Error(`${record.scriptId} has no code here.`);
    return workspace.engine.run(installed, {
      functionName,
      person,
      surface: 'editor',
      args: parameters,
    });
  },
});
