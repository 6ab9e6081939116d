import type { ScriptRecord, TriggerRecord } from '../workspace/state/scripts';

/** Plans the runs of triggers. */
export interface TriggerBook {
  created(script: ScriptRecord, trigger: TriggerRecord): void;
  deleted(trigger: TriggerRecord): void;
}
