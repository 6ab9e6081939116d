import type { ScriptOwner, ScriptProjects } from '../workspace/script-projects';
import type { ScriptRecord } from '../workspace/state/scripts';
import type { Engine, InstalledScript } from './engine';
import { toProject, type Project } from '../project/project';

/** The holder of the code of a Workspace's scripts. */
interface ProjectHolder {
  readonly engine: Engine;
  install(project: Project, owner: ScriptOwner): InstalledScript;
  attach(project: Project, record: ScriptRecord): InstalledScript;
  installedAs(scriptId: string): InstalledScript | undefined;
}

/** The code of a Workspace's scripts, for the Apps Script API. */
export const scriptProjects = (holder: ProjectHolder): ScriptProjects => ({
  create: (files, owner) => holder.install(toProject(files), owner).record,
  filesOf: (scriptId) => holder.installedAs(scriptId)?.project.files,
  replace(record, files) {
    const libraries = holder.installedAs(record.scriptId)?.project.libraries;
    holder.attach(toProject(files, { ...(libraries && { libraries }) }), record);
  },
  run: (record, { functionName, person, parameters }) => {
    const installed = holder.installedAs(record.scriptId);
    if (!installed) throw new Error(`${record.scriptId} has no code here.`);
    const { execution, value } = holder.engine.run(installed, {
      functionName,
      person,
      surface: 'editor',
      args: parameters,
    });
    return { value, error: execution.error };
  },
});
