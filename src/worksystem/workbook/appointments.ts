/** Who takes appointments, and which activities are bookings, by the sheets People and Activities. */
import type { AppointmentTaker, AppointmentTakers, Bookings } from '../../availability/ports';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { addressOf, flagOf, textOf, textOrNull, wholeTextOf } from '../../sheets/cells';
import type { Sheets } from '../../sheets/sheets';
import type { Cells, FieldOf } from '../../sheets/table';
import type { ActivitySheet } from './activity-sheet';
import { PEOPLE } from './forms';
import type { TypeNames } from './types';

type Field = FieldOf<typeof PEOPLE>;

/** Finds a person by Google's id, or by an address in a row without an id. */
export function workbookTakers(sheets: Sheets): AppointmentTakers {
  let known: ReadonlyMap<string, AppointmentTaker> | null = null;
  function everybody(): Result<ReadonlyMap<string, AppointmentTaker>, Failure> {
    if (known) return ok(known);
    const table = sheets.table(PEOPLE);
    if (!table.ok) return table;
    // Of two rows the first counts.
    known = new Map(
      [...table.value.rows].reverse().map(({ cells }) => [keyOf(cells), takerOf(cells)]),
    );
    return ok(known);
  }
  return {
    find({ userId, addresses }) {
      const all = everybody();
      if (!all.ok) return all;
      const keys = [userId, ...addresses.map((address) => `at ${address}`)];
      const found = keys.map((key) => all.value.get(key)).find((taker) => taker !== undefined);
      return ok(found ?? null);
    },
  };
}

const keyOf = (cells: Cells<Field>): string =>
  textOrNull(cells.googleId) ?? `at ${addressOf(cells.email)}`;

const takerOf = (cells: Cells<Field>): AppointmentTaker => ({
  isMarked: flagOf(cells.isBookable) ?? false,
  hours: textOrNull(cells.hours),
  calendars: textOf(cells.calendars)
    .toLowerCase()
    .split(/[,;\s]+/)
    .filter((address) => address !== ''),
});

export const workbookBookings = (
  rows: ActivitySheet,
  types: () => Result<TypeNames, Failure>,
): Bookings => ({
  of(person, wanted) {
    const names = types();
    if (!names.ok) return names;
    const ids = new Set(wanted.map((name) => names.value.idOf(name)));
    const own = rows.of(person);
    if (!own.ok) return own;
    return ok(
      new Map(
        [...own.value].flatMap(([id, cells]): [string, string][] => {
          const type = names.value.idOf(cells.type);
          return type !== null && ids.has(type) ? [[id, wholeTextOf(cells.name)]] : [];
        }),
      ),
    );
  },
});
