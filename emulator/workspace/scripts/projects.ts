import type { RunOutcome } from '../../runtime/engine';
import type { ScriptOwner } from '../../runtime/install-script';
import type { ProjectFile } from '../../runtime/project';
import type { UserPrincipal } from '../caller';
import type { ScriptRecord } from './state';

/** Script projects as code: what the Apps Script API does to them. */
export interface ScriptProjects {
  /** Makes a project. @throws ProjectError when the code cannot be parsed. */
  create(files: readonly ProjectFile[], owner: ScriptOwner): ScriptRecord;
  /** The code that runs now; undefined when the project has none here. */
  filesOf(scriptId: string): readonly ProjectFile[] | undefined;
  /** Puts other code into a project: from now on this is what runs. @throws ProjectError when it cannot be parsed. */
  replace(record: ScriptRecord, files: readonly ProjectFile[]): void;
  /** Runs a function as an API executable. */
  run(record: ScriptRecord, call: ScriptCall): RunOutcome;
}

export interface ScriptCall {
  readonly functionName: string;
  readonly person: UserPrincipal;
  readonly parameters: readonly unknown[];
}
