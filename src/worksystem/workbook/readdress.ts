/** Owner cells follow the people whose addresses changed. */
import type { Readdressing } from '../../calendar/ports';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { addressOf, textOf } from '../../sheets/cells';
import type { Sheets } from '../../sheets/sheets';
import { updatesOf } from '../../sheets/table';
import type { ActivitySheet } from './activity-sheet';

/** One update for everybody's rows. Rows whose owner is none of the old addresses were given to somebody else, and stay. */
export function readdressRows(
  moves: readonly Readdressing[],
  rows: ActivitySheet,
  sheets: Sheets,
): Result<null, Failure> {
  const byId = new Map(moves.flatMap((move) => move.ids.map((id) => [id, move] as const)));
  if (byId.size === 0) return ok(null);
  const table = rows.now();
  if (!table.ok) return table;
  const moved = table.value.rows.flatMap((row) => {
    const move = byId.get(textOf(row.cells.id));
    return move?.from.includes(addressOf(row.cells.owner)) ? [{ row, owner: move.to }] : [];
  });
  if (moved.length === 0) return ok(null);
  const written = sheets.update(
    moved.flatMap(({ row, owner }) => updatesOf(table.value, row.at, { owner })),
  );
  if (!written.ok) return written;
  for (const { row, owner } of moved)
    rows.note(textOf(row.cells.id), row.cells, { ...row.cells, owner });
  return ok(null);
}
