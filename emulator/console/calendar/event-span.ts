import type { CalendarEvent, EventTime } from './event-resource';
import { addDays, dayOf, instantOf, laterBy, wallIn, wallMs, wallOf } from './wall-time';

/** Start and end in wall times of a time zone; for whole days as dates, where the end is the day after the last. */
export interface Span {
  readonly allDay: boolean;
  readonly start: string;
  readonly end: string;
}

/** When an event takes place by the clocks of a time zone. */
export function spanOf({ start, end }: Pick<CalendarEvent, 'start' | 'end'>, zone: string): Span {
  if (start.date !== undefined)
    return { allDay: true, start: start.date, end: end.date ?? addDays(start.date, 1) };
  return {
    allDay: false,
    start: wallIn(start.dateTime!, zone),
    end: wallIn(end.dateTime ?? start.dateTime!, zone),
  };
}

/** A time as a patch writes it: fields of the other form are cleared. */
type WrittenTime = Record<'date' | 'dateTime' | 'timeZone', string | null>;

export interface WrittenTimes {
  readonly start: WrittenTime;
  readonly end: WrittenTime;
}

const written = (allDay: boolean, wall: string, timeZone: string): WrittenTime =>
  allDay
    ? { date: dayOf(wall), dateTime: null, timeZone: null }
    : { date: null, dateTime: wall, timeZone };

/** A span in one time zone as a patch. */
export const timesOf = (
  { allDay, start, end }: Span,
  zone: string,
  endZone = zone,
): WrittenTimes => ({
  start: written(allDay, start, zone),
  end: written(allDay, end, endZone),
});

/** A span in one time zone as a patch that keeps the event's own zones. */
export function movedTimes(event: CalendarEvent, span: Span, zone: string): WrittenTimes {
  const into = (wall: string, own: string) =>
    span.allDay ? wall : wallIn(instantOf(wall, zone), own);
  const startZone = event.start.timeZone ?? zone;
  const endZone = event.end.timeZone ?? startZone;
  return timesOf(
    { ...span, start: into(span.start, startZone), end: into(span.end, endZone) },
    startZone,
    endZone,
  );
}

const asTime = ({ date, dateTime, timeZone }: WrittenTime): EventTime =>
  date !== null
    ? { date }
    : { dateTime: new Date(instantOf(dateTime!, timeZone!)).toISOString(), timeZone: timeZone! };

/**
 * The times of a whole series after one of its occurrences was moved: the first occurrence moves by as much, and
 * all keep their length.
 */
export function seriesTimes(
  series: CalendarEvent,
  occurrence: CalendarEvent,
  { start, end }: WrittenTimes,
): WrittenTimes {
  const zone = start.timeZone ?? series.start.timeZone ?? 'UTC';
  const first = spanOf(series, zone);
  const before = spanOf(occurrence, zone);
  const after = spanOf({ start: asTime(start), end: asTime(end) }, zone);
  const by = wallMs(after.start) - wallMs(before.start);
  const moved = wallOf(wallMs(first.start) + by);
  const lasts = wallMs(after.end) - wallMs(after.start);
  return timesOf({ allDay: after.allDay, start: moved, end: laterBy(moved, lasts) }, zone);
}
