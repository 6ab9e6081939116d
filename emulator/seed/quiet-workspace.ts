import { LocalWorkspace } from '../local-workspace';
import { NO_QUOTAS } from '../rest/quotas-limits';
import type { WorkspaceState } from '../workspace/state';

/** A Workspace to fill a company in: its clock stands at an instant, nothing is logged, no quota is used, no trigger runs. */
export function quietWorkspace(state: WorkspaceState, startAt: number): LocalWorkspace {
  const workspace = new LocalWorkspace({
    state,
    clock: 'manual',
    startAt,
    latency: 'none',
    quotas: NO_QUOTAS,
  });
  workspace.audit = () => {};
  workspace.calendarChanged = () => {};
  return workspace;
}
