import { LocalWorkspace } from '../local-workspace';
import type { WorkspaceState } from '../workspace/state/workspace-state';

/** A Workspace in which to build a company: its clock is manual, nothing is logged, and no trigger runs. */
export function quietWorkspace(state: WorkspaceState, startAt: number): LocalWorkspace {
  const workspace = new LocalWorkspace({ state, clock: 'manual', startAt, latency: 'none' });
  workspace.audit = () => {};
  workspace.notifyCalendarChange = () => {};
  return workspace;
}
