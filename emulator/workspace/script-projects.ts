import type { ProjectFile } from '../project/project-file';
import type { UserPrincipal } from './caller';
import type { ScriptRecord } from './state/scripts';

/** Whose a script project is. */
export interface ScriptOwner {
  /** As consent screens and the token log show it. */
  readonly name: string;
  readonly ownerEmail: string;
  /** The organization it is internal to; null for a third party's. */
  readonly ownerCustomerId: string | null;
}

/** How a run of a function ended. */
export interface ScriptEnd {
  /** What the function returned, as JSON has it. */
  readonly value?: unknown;
  readonly error: {
    readonly name: string;
    readonly message: string;
    readonly stack: string;
  } | null;
}

/** Script projects as code: what the Apps Script API does to them. */
export interface ScriptProjects {
  /** Makes a project. @throws ProjectError when the code cannot be parsed. */
  create(files: readonly ProjectFile[], owner: ScriptOwner): ScriptRecord;
  /** The code that runs now; undefined when the project has none here. */
  filesOf(scriptId: string): readonly ProjectFile[] | undefined;
  /** Puts other code into a project: from now on this is what runs. @throws ProjectError when it cannot be parsed. */
  replace(record: ScriptRecord, files: readonly ProjectFile[]): void;
  /** Runs a function as an API executable. */
  run(record: ScriptRecord, call: ScriptCall): ScriptEnd;
}

export interface ScriptCall {
  readonly functionName: string;
  readonly person: UserPrincipal;
  readonly parameters: readonly unknown[];
}
