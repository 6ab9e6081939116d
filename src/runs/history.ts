import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { RunRecord, RunStore } from './ports';

/** Records kept of each job, newest first to stay; the last good one always stays. */
export const RECORDS_PER_JOB = 20;

type Counts = RunRecord['counts'];

/** How a run ended, as whoever ran it says. */
export type RunEnd =
  /** `freshAt`: the instant before its first reading, be it in an execution before this one. */
  | { readonly outcome: 'finished'; readonly counts: Counts; readonly freshAt: string }
  | { readonly outcome: 'continues'; readonly counts: Counts }
  | { readonly outcome: 'failed'; readonly counts: Counts; readonly failure: Failure };

export interface RunHistory {
  /** Notes that a run began. Runs of the same job that never ended were cut off: only one may run. */
  begin(id: string, job: string): Result<null, Failure>;
  /** Notes how it ended. A run that nobody saw begin is not noted. */
  end(id: string, end: RunEnd): Result<null, Failure>;
}

/** Of one run, which holds its lease from beginning to end: nobody else changes the records meanwhile. */
export function runHistory(store: RunStore, clock: Clock): RunHistory {
  let known: readonly RunRecord[] | null = null;

  function changed(
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
      return changed((records) =>
        newestOfEachJob(
          [...records.map(cutOff(job)), begun(id, job, instantAt(clock.now()))],
          RECORDS_PER_JOB,
        ),
      );
    },
    end: (id, end) =>
      changed((records) =>
        records.map((record) =>
          record.id === id ? ended(record, end, instantAt(clock.now())) : record,
        ),
      ),
  };
}

/** The newest run of a job that finished, or null. */
export const lastGoodRun = (records: readonly RunRecord[], job: string): RunRecord | null =>
  [...records].reverse().find((record) => record.job === job && record.outcome === 'finished') ??
  null;

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
  freshAt: end.outcome === 'finished' ? end.freshAt : null,
});

const cutOff =
  (job: string) =>
  (record: RunRecord): RunRecord =>
    record.job === job && record.outcome === 'running' ? { ...record, outcome: 'cut-off' } : record;

/** The newest so many of each job, and the last that finished. In their order. */
export function newestOfEachJob(records: readonly RunRecord[], most: number): RunRecord[] {
  const left = new Map<string, number>();
  const good = new Set<string>();
  return [...records]
    .reverse()
    .filter(({ job, outcome }) => {
      const isLastGood = outcome === 'finished' && !good.has(job);
      if (isLastGood) good.add(job);
      const kept = left.get(job) ?? 0;
      left.set(job, kept + 1);
      return kept < most || isLastGood;
    })
    .reverse();
}
