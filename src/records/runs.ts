/**
 * The runs: the newest of each job in a store that executions share, so that an idle run neither reads nor writes the
 * spreadsheet; those that did something or failed also as rows for people.
 */
import { array, nullable, number, object, picklist, record, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import { FAILURE_KINDS } from '../kit/failure-traits';
import { ok } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import type { RunRecord, RunStore } from '../runs/ports';
import { RUNS } from './forms';
import type { WordsOf } from './problems';
import { countsWords, jobWords, OUTCOME_WORDS } from './run-words';
import { serialAt } from '../sheets/serials';
import type { FieldOf } from '../sheets/table';
import type { Sheets } from '../sheets/sheets';
import { addRow } from '../sheets/change';
import { additions, carryOut } from '../sheets/plan';
import type { Cells } from '../sheets/table';

const recordsOf = decoderOf<readonly RunRecord[]>(
  array(
    object({
      id: string(),
      job: string(),
      startedAt: string(),
      endedAt: nullable(string()),
      outcome: picklist(['running', 'finished', 'continues', 'failed', 'cut-off']),
      failure: nullable(picklist(FAILURE_KINDS)),
      counts: record(string(), number()),
      freshAt: nullable(string()),
    }),
  ),
);

function cellsOf(
  { id, job, startedAt, endedAt, outcome, failure, cause, counts, freshAt }: RunRecord,
  zone: string,
  wordsOf: WordsOf,
): Cells<FieldOf<typeof RUNS>> {
  const shown = (instant: string | null) => (instant === null ? '' : serialAt(instant, zone));
  return {
    id,
    job: jobWords(job),
    startedAt: shown(startedAt),
    endedAt: shown(endedAt),
    freshAt: shown(freshAt),
    outcome: OUTCOME_WORDS[outcome],
    counts: countsWords(counts),
    failure: cause ? wordsOf(cause).said : '',
    kind: failure ?? '',
    instant: startedAt,
  };
}

/** What is remembered: of each job its newest run, ≤ 1 KB together, because all organizations share the store. */
const newestOfEachJob = (records: readonly RunRecord[]): RunRecord[] =>
  records
    .filter(({ job }, index) => !records.slice(index + 1).some((later) => later.job === job))
    .map(({ cause: _cause, ...record }) => record);

export interface WorkbookRunsPorts {
  readonly sheets: Sheets;
  /** A store of the organization, whichever account runs the syncs. */
  readonly memory: StringStore;
  /** The counts that say only that somebody was looked at. */
  readonly quietCounts: ReadonlySet<string>;
  readonly wordsOf: WordsOf;
}

export function workbookRuns({
  sheets,
  memory,
  quietCounts,
  wordsOf,
}: WorkbookRunsPorts): RunStore {
  const place = slot(memory, {
    key: `workbook.runs.${sheets.spreadsheet.id}`,
    version: 1,
    decode: recordsOf,
    isShort: true,
  });
  /** As last read or written. Every change is made right after a read. */
  let known: readonly RunRecord[] | null = null;
  const load = (): readonly RunRecord[] => (known = valueOr(place.read(), []));

  return {
    load: () => ok(load()),
    save(records) {
      const before = new Map((known ?? load()).map((one) => [one.id, one.outcome]));
      const kept = place.write(newestOfEachJob(records));
      if (!kept.ok) return kept;
      known = records;
      const ended = records.filter(
        ({ id, outcome }) => outcome !== 'running' && before.get(id) === 'running',
      );
      const told = ended.filter((one) => isTold(one, quietCounts));
      if (told.length === 0) return ok(null);
      const zone = sheets.spreadsheet.zone();
      if (!zone.ok) return zone;
      const rowFor = (one: RunRecord) => addRow(RUNS, cellsOf(one, zone.value, wordsOf));
      return carryOut(sheets, [additions(told, rowFor)]);
    },
  };
}

/** A run that succeeded and changed nothing gets no row. */
const isTold = ({ outcome, counts }: RunRecord, quiet: ReadonlySet<string>): boolean =>
  outcome !== 'finished' ||
  Object.entries(counts).some(([name, count]) => count > 0 && !quiet.has(name));
