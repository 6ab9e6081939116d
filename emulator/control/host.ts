import type { LocalWorkspace } from '../local-workspace';
import type { WorkspaceState } from '../workspace/state/workspace-state';

/** Holds the running Workspace; a reset or a load replaces it with another one. */
export interface WorkspaceHost {
  /** The Workspace that is running now: read it every time, never keep it. */
  readonly workspace: LocalWorkspace;
  /**
   * Starts over: the seed company, the clock's start, no executions, no faults.
   *
   * @param seedNumber the seed of the random numbers; the one from the start when left out.
   */
  reset(seedNumber?: number): void;
  /** Continues with another state at the present time. Executions, calls and planned faults are forgotten. */
  load(state: WorkspaceState): void;
}
