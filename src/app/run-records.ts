/** Records of runs: all of the newest in the sync account's properties, and in the workbook those that a person may want to read. */
import { array, nullable, number, object, picklist, record, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { FailureKind } from '../kit/failure';
import { FAILURE_KINDS } from '../kit/failure-traits';
import { ok } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import type { RunRecord, RunStore } from '../runs/ports';

const form = array(
  object({
    id: string(),
    job: string(),
    startedAt: string(),
    endedAt: nullable(string()),
    outcome: picklist(['running', 'finished', 'continues', 'failed', 'cut-off']),
    failure: nullable(picklist(FAILURE_KINDS as readonly [FailureKind, ...FailureKind[]])),
    counts: record(string(), number()),
    freshAt: nullable(string()),
  }),
);

/** A record of which nothing can be read is as good as none: runs go on, and tell anew. */
export function runRecords(own: StringStore): RunStore {
  const place = slot<readonly RunRecord[]>(own, {
    key: 'runs.history',
    version: 1,
    decode: decoderOf<readonly RunRecord[]>(form),
  });
  return { load: () => ok(valueOr(place.read(), [])), save: (records) => place.write(records) };
}

/** Counts of what was looked at, not of what was done. */
const QUIET: ReadonlySet<string> = new Set(['people', 'idle', 'users', 'unchanged', 'leftOut']);

/** A run that found nothing to do says nothing that the newest one does not say. */
export const isNoteworthy = ({ outcome, counts }: RunRecord): boolean =>
  (outcome !== 'finished' && outcome !== 'running') ||
  Object.entries(counts).some(([name, count]) => count > 0 && !QUIET.has(name));
