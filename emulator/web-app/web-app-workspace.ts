import type { ServedWorkspace } from '../rest/served-workspace';
import type { Engine, InstalledScript } from '../engine/engine';

/** A Workspace as its web apps need it: its scripts, and the engine that runs them. */
export interface WebAppWorkspace extends ServedWorkspace {
  readonly engine: Engine;
  installedAs(scriptId: string): InstalledScript | undefined;
}
