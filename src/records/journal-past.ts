/** Reads what earlier runs wrote from the Journal, to put it back. */
import { nullable, object, picklist, array, string, type GenericSchema } from 'valibot';
import type { Conflict, Entry, Field, PastRun, PastWrite } from '../calendar/ports';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { jsonOf } from '../kit/json';
import { ok, type Result } from '../kit/result';
import { flagOf, textOf } from '../sheets/cells';
import type { Sheets } from '../sheets/sheets';
import type { Cells, FieldOf } from '../sheets/table';
import { JOURNAL_ROWS } from './forms';

import { DONE, SIDES } from './journal';
import { entryForm } from './link-row';

const decodeEntry = decoderOf<Entry | null>(nullable(entryForm));
const decodeConflict = decoderOf<Conflict | null>(
  nullable(
    object({
      google: string(),
      work: string(),
      winner: picklist(['google', 'work']),
      fields: array(string()) as GenericSchema<unknown, Field[]>,
      lost: entryForm,
    }),
  ),
);

/** As `CalendarRecords.past`. Rows that people have damaged are passed over. */
export function pastWrites(
  sheets: Sheets,
  addresses: readonly string[],
): Result<readonly PastWrite[], Failure> {
  const table = sheets.table(JOURNAL_ROWS);
  if (!table.ok) return table;
  const isTheirs = new Set(addresses);
  return ok(
    table.value.rows.flatMap(({ cells }): PastWrite[] => {
      const write = isTheirs.has(personOf(cells)) && isOfCalendar(cells) ? writeOf(cells) : null;
      return write ? [write] : [];
    }),
  );
}

type JournalCells = Cells<FieldOf<typeof JOURNAL_ROWS>>;

const personOf = (cells: JournalCells): string => textOf(cells.person).toLowerCase();

/** Other features note what they write under the same run: their keys do not begin with an address and a side. */
const isOfCalendar = (cells: JournalCells): boolean =>
  /^\S+ (?:google|work):/.test(textOf(cells.key));

/** As `CalendarRecords.pastRuns`. */
export function pastRuns(sheets: Sheets): Result<readonly PastRun[], Failure> {
  const table = sheets.table(JOURNAL_ROWS);
  if (!table.ok) return table;
  const found = new Map<string, { at: string; entries: Set<string>; people: Set<string> }>();
  for (const { cells } of table.value.rows) {
    if (!isOfCalendar(cells)) continue;
    const [run, at] = [textOf(cells.run), textOf(cells.instant)];
    const one = found.get(run) ?? { at, entries: new Set(), people: new Set() };
    one.entries.add([personOf(cells), textOf(cells.side), textOf(cells.id)].join(' '));
    one.people.add(personOf(cells));
    if (at < one.at) one.at = at;
    found.set(run, one);
  }
  return ok(
    [...found]
      .map(([run, { at, entries, people }]) => ({
        run,
        at,
        changes: entries.size,
        people: [...people],
      }))
      .sort((one, other) => (one.at < other.at ? 1 : -1)),
  );
}

function writeOf(cells: JournalCells): PastWrite | null {
  const side = (['google', 'work'] as const).find((one) => SIDES[one] === cells.side);
  const operation = (['create', 'update', 'delete'] as const).find(
    (one) => DONE[one] === cells.operation,
  );
  if (!side || !operation) return null;
  const entry = (text: string): Entry | null => decodeEntry(jsonOf(text)) ?? null;
  return {
    ...{ side, operation },
    at: textOf(cells.instant),
    run: textOf(cells.run),
    id: textOf(cells.id),
    pair: textOf(cells.pair),
    title: textOf(cells.title),
    change: textOf(cells.change),
    fields: textOf(cells.fields)
      .split(', ')
      .filter((field) => field !== '') as Field[],
    before: entry(textOf(cells.before)),
    after: entry(textOf(cells.after)),
    conflict: decodeConflict(jsonOf(textOf(cells.conflict))) ?? null,
    isCut: flagOf(cells.isCut) ?? false,
  };
}
