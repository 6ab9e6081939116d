import type { LocalWorkspace } from '../local-workspace';
import type { WorkspaceState } from '../workspace/state/workspace-state';

/** Holds the Workspace that runs; a reset or a load puts another one in its place. */
export interface WorkspaceHost {
  /** The one that runs now: ask every time, never keep it. */
  readonly workspace: LocalWorkspace;
  /**
   * Begins anew: the seed company, the clock's start, no executions, no faults.
   *
   * @param seedNumber the position of chance; as at the start when left out.
   */
  reset(seedNumber?: number): void;
  /** Goes on with another state at the present time. Executions, calls and planned faults are forgotten. */
  load(state: WorkspaceState): void;
}
