import type { ProjectFile } from '../project/project-file';
import type { UserPrincipal } from './caller';
import type { ScriptRecord } from './state/scripts';

/** The owner of a script project. */
export interface ScriptOwner {
  /** The name on consent screens and in the token log. */
  readonly name: string;
  readonly ownerEmail: string;
  /** The organization it is internal to; null for a third party's. */
  readonly ownerCustomerId: string | null;
}

/** The outcome of running a function. */
export interface ScriptEnd {
  /** The function's return value as JSON. */
  readonly value?: unknown;
  readonly error: {
    readonly name: string;
    readonly message: string;
    readonly stack: string;
  } | null;
}

/** Script projects as code: the operations of the Apps Script API. */
export interface ScriptProjects {
  /** Creates a project. @throws ProjectError when the code cannot be parsed. */
  create(files: readonly ProjectFile[], owner: ScriptOwner): ScriptRecord;
  /** The code that runs at present; undefined when the project has none here. */
  filesOf(scriptId: string): readonly ProjectFile[] | undefined;
  /** Replaces a project's code: from now on the new code runs. @throws ProjectError when it cannot be parsed. */
  replace(record: ScriptRecord, files: readonly ProjectFile[]): void;
  /** Runs a function as an API executable. */
  run(record: ScriptRecord, call: ScriptCall): ScriptEnd;
}

export interface ScriptCall {
  readonly functionName: string;
  readonly person: UserPrincipal;
  readonly parameters: readonly unknown[];
}
