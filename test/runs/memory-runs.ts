import { ok } from '../../src/kit/result';
import type { RunRecord, RunStore } from '../../src/runs/ports';

/** The Runs of a tenant, in memory. */
export class MemoryRuns implements RunStore {
  records: readonly RunRecord[] = [];
  load = () => ok(this.records);
  save = (records: readonly RunRecord[]) => {
    this.records = records;
    return ok(null);
  };
}
