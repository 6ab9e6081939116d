import type { ScriptRecord, TriggerRecord } from '../workspace/state/scripts';

/** Plans the runs of triggers. */
export interface TriggerBook {
  planFirstRun(script: ScriptRecord, trigger: TriggerRecord): void;
  forgetRuns(trigger: TriggerRecord): void;
}
