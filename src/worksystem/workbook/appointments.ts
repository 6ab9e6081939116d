/** Who takes appointments, and which activities are bookings, by the sheets People and Activities. */
import type {
  AppointmentTaker,
  AppointmentTakers,
  Booking,
  Bookings,
  Span,
} from '../../availability/ports';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { zoneNamed } from '../../kit/zone-names';
import { datesOf, instantOfSlot } from '../../kit/recurrence/dates';
import type { Repeats, SeriesStart } from '../../kit/recurrence/repeats';
import { instantMsOf, isTimeZone, localAt } from '../../kit/zoned-time';
import { addressOf, flagOf, textOf, textOrNull, wholeTextOf } from '../../sheets/cells';
import type { Sheets } from '../../sheets/sheets';
import type { Cells, FieldOf } from '../../sheets/table';
import type { ActivityCells } from './forms';
import type { ActivitySheet } from './activity-sheet';
import { PEOPLE } from './forms';
import { repeatsOfCell, seriesStartOf } from './repeats-cell';
import { DAY_MS } from './spots';
import { timesOfCells } from './times';
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

/** When a row takes time, by the clocks of its own zone or its owner's. */
function timesOf(
  cells: ActivityCells,
  ownerZone: string | null,
  window: Span,
): Pick<Booking, 'span' | 'dates'> {
  const { times } = timesOfCells(cells);
  if (times.isAllDay || textOf(cells.externalId) !== '') return { span: null };
  const zone = times.zone === '' ? ownerZone : zoneNamed(times.zone);
  const [startMs, endMs] = [times.start, times.end].map((time) => msOfTime(time, zone));
  if (!(startMs! < endMs!)) return { span: null };
  const span = { startMs: startMs!, endMs: endMs! };
  const repeats = repeatsOfCell(cells.repeats, times);
  if (repeats === null || typeof repeats === 'string' || zone === null) return { span };
  const start = { ...seriesStartOf({ ...times, zone }), zone };
  return { span, dates: datesIn(window, { repeats, start, span }) };
}

/** A day more than the window has, by any zone's clocks. */
function datesIn(
  { startMs, endMs }: Span,
  {
    repeats,
    start,
    span,
  }: { readonly repeats: Repeats; readonly start: SeriesStart; readonly span: Span },
): readonly Span[] {
  const from = localAt(startMs, start.zone).slice(0, 10);
  const most = Math.ceil((endMs - startMs) / DAY_MS) + 1;
  return datesOf(repeats, start, from, most)
    .map((date) => Date.parse(instantOfSlot(date, start)))
    .filter((at) => at < endMs)
    .map((at) => ({ startMs: at, endMs: at + span.endMs - span.startMs }));
}

/** NaN for a time that cannot be read. */
function msOfTime(time: string, zone: string | null): number {
  if (/(Z|[+-]\d\d:\d\d)$/.test(time)) return Date.parse(time);
  const local = time.length === 16 ? `${time}:00` : time;
  if (zone === null || !isTimeZone(zone) || Number.isNaN(Date.parse(`${local}Z`))) return NaN;
  return instantMsOf({ local, zone });
}

export const workbookBookings = (
  rows: ActivitySheet,
  types: () => Result<TypeNames, Failure>,
): Bookings => ({
  of(person, wanted, window) {
    const names = types();
    if (!names.ok) return names;
    const ids = new Set(wanted.map((name) => names.value.idOf(name)));
    const own = rows.of(person);
    if (!own.ok) return own;
    return ok(
      new Map(
        [...own.value].flatMap(([id, cells]): [string, Booking][] => {
          const type = names.value.idOf(cells.type);
          if (type === null || !ids.has(type)) return [];
          const times = timesOf(cells, person.zone, window);
          return [[id, { name: wholeTextOf(cells.name), ...times }]];
        }),
      ),
    );
  },
});
