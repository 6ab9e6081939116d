import type { FaultPlan } from '../runtime/faults';
import type { Traffic } from '../runtime/traffic';
import type { Workspace } from '../workspace/workspace';
import type { Door } from './door';

/** A Workspace as HTTP serves it: its data, and the door and the traffic that every call goes through. */
export interface ServedWorkspace extends Workspace {
  readonly door: Door;
  readonly traffic: Traffic;
  readonly faults: FaultPlan;
}
