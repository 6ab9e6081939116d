/** Reads what earlier runs wrote from the Journal, to put it back. */
import { nullable, object, picklist, array, string, type GenericSchema } from 'valibot';
import type { Conflict, Entry, Field, PastWrite } from '../calendar/ports';
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
      const write = isTheirs.has(textOf(cells.person).toLowerCase()) ? writeOf(cells) : null;
      return write ? [write] : [];
    }),
  );
}

function writeOf(cells: Cells<FieldOf<typeof JOURNAL_ROWS>>): PastWrite | null {
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
