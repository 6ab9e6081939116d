/** Updates owner cells when people's addresses change. */
import type { Readdressing } from '../../calendar/ports';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { addressOf, textOf } from '../../sheets/cells';
import type { Sheets } from '../../sheets/sheets';
import { updateRow, type Change } from '../../sheets/change';
import { carryOut } from '../../sheets/plan';
import type { Row } from '../../sheets/table';
import type { ActivityField } from './forms';
import type { ActivitySheet } from './activity-sheet';
import { ACTIVITIES } from './forms';

/**
 * Updates everybody's rows in one batch. A row whose owner is none of the old addresses was given to somebody else and stays as it is; so
 * does one that somebody edits meanwhile.
 */
export function readdressRows(
  moves: readonly Readdressing[],
  rows: ActivitySheet,
  sheets: Sheets,
): Result<null, Failure> {
  const byId = new Map(moves.flatMap((move) => move.ids.map((id) => [id, move] as const)));
  if (byId.size === 0) return ok(null);
  const moved = new Map<Change, { readonly row: Row<ActivityField>; readonly owner: string }>();
  return carryOut(sheets, [
    {
      changes() {
        const table = rows.table();
        if (!table.ok) return table;
        moved.clear();
        for (const row of table.value.rows) {
          const move = byId.get(textOf(row.cells.id));
          if (!move?.from.includes(addressOf(row.cells.owner))) continue;
          moved.set(updateRow(ACTIVITIES, row, { owner: move.to }), { row, owner: move.to });
        }
        return ok([...moved.keys()]);
      },
      onLanded(change) {
        const { row, owner } = moved.get(change)!;
        rows.note(textOf(row.cells.id), { ...row.cells, owner });
      },
    },
  ]);
}
