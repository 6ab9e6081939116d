import type { ServedWorkspace } from '../rest/served-workspace';
import type { Engine, InstalledScript } from '../engine/engine';

/** A Workspace as its web apps need it: the scripts in it, and what runs them. */
export interface WebAppWorkspace extends ServedWorkspace {
  readonly engine: Engine;
  installedAs(scriptId: string): InstalledScript | undefined;
}
