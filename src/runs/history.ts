import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { RunRecord, RunStore } from './ports';

type Counts = RunRecord['counts'];

/** How a run ended. */
export type RunEnd =
  /** `freshAt`: the instant before it first read anything, even in an earlier execution. */
  | { readonly outcome: 'finished'; readonly counts: Counts; readonly freshAt: string }
  | { readonly outcome: 'continues'; readonly counts: Counts }
  | { readonly outcome: 'failed'; readonly counts: Counts; readonly failure: Failure };

export interface RunHistory {
  /** Notes that a run began. Since only one may run, runs of the same job that never ended were cut off. */
  begin(id: string, job: string): Result<null, Failure>;
  /** Notes how it ended. Does nothing for a run whose beginning was not noted. */
  end(id: string, end: RunEnd): Result<null, Failure>;
}

/** For one run, which holds its lease from beginning to end: nobody else changes the records in the meantime. */
export function runHistory(store: RunStore, clock: Clock): RunHistory {
  let known: readonly RunRecord[] | null = null;

  function changeRecords(
    change: (records: readonly RunRecord[]) => readonly RunRecord[],
  ): Result<null, Failure> {
    const records = known === null ? store.load() : ok(known);
    if (!records.ok) return records;
    const next = change(records.value);
    const kept = store.save(next);
    known = kept.ok ? next : null;
    return kept;
  }

  return {
    begin(id, job) {
      known = null;
      return changeRecords((records) =>
        records.map(cutOff(job)).concat(begun(id, job, instantAt(clock.now()))),
      );
    },
    end: (id, end) =>
      changeRecords((records) =>
        records.map((record) =>
          record.id === id ? ended(record, end, instantAt(clock.now())) : record,
        ),
      ),
  };
}

const begun = (id: string, job: string, startedAt: string): RunRecord => ({
  id,
  job,
  startedAt,
  endedAt: null,
  outcome: 'running',
  failure: null,
  counts: {},
  freshAt: null,
});

const ended = (record: RunRecord, end: RunEnd, endedAt: string): RunRecord => ({
  ...record,
  endedAt,
  outcome: end.outcome,
  counts: end.counts,
  failure: end.outcome === 'failed' ? end.failure.kind : null,
  ...(end.outcome === 'failed' ? { cause: end.failure } : {}),
  freshAt: end.outcome === 'finished' ? end.freshAt : null,
});

const cutOff =
  (job: string) =>
  (record: RunRecord): RunRecord =>
    record.job === job && record.outcome === 'running' ? { ...record, outcome: 'cut-off' } : record;
