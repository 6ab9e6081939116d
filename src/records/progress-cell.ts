/** How far somebody's sync has come, as one cell. */
import { array, nullable, number, object, optional, picklist, string } from 'valibot';
import type { Progress } from '../calendar/ports';
import { decoderOf } from '../kit/decoder';
import { FAILURE_KINDS } from '../kit/failure-traits';
import { jsonOf } from '../kit/json';
import { CELL_CHARACTERS, textOf } from '../sheets/cells';
import type { Cell } from '../sheets/spreadsheet';

const decode = decoderOf<Progress>(
  object({
    google: nullable(string()),
    work: nullable(string()),
    policy: string(),
    pending: array(
      object({
        google: nullable(string()),
        work: nullable(string()),
        tries: number(),
        failure: picklist(FAILURE_KINDS),
      }),
    ),
    missing: optional(array(string()), []),
    organizers: optional(
      object({ synced: array(string()), others: array(string()), chose: optional(string()) }),
    ),
  }),
);

/** Null for a cell that cannot be read: then the next run is an initial one. */
export const progressOf = (cell: Cell): Progress | null => decode(jsonOf(textOf(cell)));

/** Progress that is too long for a cell is dropped: half of it would be wrong. */
export function progressText(progress: Progress | null): string {
  const text = progress === null ? '' : JSON.stringify(progress);
  return text.length <= CELL_CHARACTERS ? text : '';
}
