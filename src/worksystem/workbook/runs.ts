/** The Runs as rows. People sort them as they like: here the oldest comes first. */
import type { RunOutcome, RunRecord, RunStore } from '../../runs/ports';
import { ok } from '../../kit/result';
import { instantOrNull, textOf } from './cells';
import { failureKindOf } from './connections';
import { RUNS, type FieldOf } from './forms';
import { rowChanges, written } from './keyed-rows';
import type { Sheets } from './sheets';
import type { Cells } from './table';

type RunCells = Cells<FieldOf<typeof RUNS>>;

const OUTCOMES: readonly RunOutcome[] = ['running', 'finished', 'continues', 'failed', 'cut-off'];

/** Null for a row that is no run. */
function recordOf(cells: RunCells): RunRecord | null {
  const outcome = OUTCOMES.find((one) => one === textOf(cells.outcome));
  const startedAt = instantOrNull(cells.startedAt);
  const id = textOf(cells.id);
  if (!outcome || startedAt === null || id === '') return null;
  return {
    id,
    job: textOf(cells.job),
    startedAt,
    endedAt: instantOrNull(cells.endedAt),
    outcome,
    failure: failureKindOf(cells.failure),
    counts: countsOf(textOf(cells.counts)),
    freshAt: instantOrNull(cells.freshAt),
  };
}

const countsOf = (text: string): Record<string, number> =>
  Object.fromEntries(
    [...matches(/([^\s,]+) (\d+)/g, text)].map(([, name, count]) => [name!, Number(count)]),
  );

function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) yield found;
}

const cellsOf = ({ counts, endedAt, freshAt, failure, ...record }: RunRecord): RunCells => ({
  ...record,
  endedAt: endedAt ?? '',
  freshAt: freshAt ?? '',
  failure: failure ?? '',
  counts: Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', '),
});

export const workbookRuns = (sheets: Sheets): RunStore => ({
  load() {
    const table = sheets.table(RUNS);
    if (!table.ok) return table;
    const records = table.value.rows.flatMap(({ cells }) => recordOf(cells) ?? []);
    return ok(records.sort((one, other) => (one.startedAt < other.startedAt ? -1 : 1)));
  },
  save(records) {
    const table = sheets.table(RUNS);
    if (!table.ok) return table;
    const wanted = new Map<string, RunCells | null>();
    for (const { cells } of table.value.rows)
      if (textOf(cells.id)) wanted.set(textOf(cells.id), null);
    for (const record of records) {
      wanted.delete(record.id);
      wanted.set(record.id, cellsOf(record));
    }
    const changes = rowChanges(table.value, (cells) => textOf(cells.id) || null, wanted);
    return written(sheets, RUNS.title, changes);
  },
});
