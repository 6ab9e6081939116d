import type { ScriptRecord, TriggerRecord } from '../workspace/state/scripts';

/** Who plans the runs of triggers. */
export interface TriggerBook {
  created(script: ScriptRecord, trigger: TriggerRecord): void;
  deleted(trigger: TriggerRecord): void;
}
