// Workspaces that begin where another one stands: most journeys begin alike, and copying one is faster than setting it up.
import { LocalWorkspace } from '../../emulator/local-workspace';
import type { WorkspaceState } from '../../emulator/workspace/state/workspace-state';

/** A Workspace without latency at one moment. It can be copied any number of times. */
export class Standing {
  /** As JSON, in which Workspaces are saved too: read faster than objects are copied. */
  private readonly state: string;
  private readonly startAt: number;

  /** @param workspace is not needed as it is any more, and does not change what is copied. */
  constructor(private readonly workspace: LocalWorkspace) {
    this.state = JSON.stringify(workspace.state);
    this.startAt = workspace.clock.now();
  }

  /** The same data, time, settings and script. Its executions and calls are counted from here. */
  copy(): LocalWorkspace {
    const { settings, installed } = this.workspace;
    const state = JSON.parse(this.state) as WorkspaceState;
    const copy = new LocalWorkspace({ state, startAt: this.startAt, settings, latency: 'none' });
    if (installed)
      copy.attach(installed.project, state.scripts.scripts[installed.record.scriptId]!);
    return copy;
  }
}
