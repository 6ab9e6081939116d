/**
 * Converts between wall time in an IANA zone and instants. Uses Intl alone, because Apps Script has no Temporal, and
 * asks it only once about each zone and UTC day.
 */

/** A time as a clock on the wall shows it. */
export interface WallTime {
  /** `YYYY-MM-DDTHH:MM:SS`, years 1000 to 9999. */
  readonly local: string;
  /** An IANA name, such as `Europe/Helsinki`. */
  readonly zone: string;
}

const DAY_MS = 86_400_000;

/** A UTC day in a zone: its offset, and the next one from the moment the clocks change. */
interface Day {
  readonly offsetMs: number;
  /** Infinity on most days. */
  readonly changeMs: number;
  readonly nextOffsetMs: number;
}

/** Days remembered for all zones together; when there are more, all are forgotten. */
const MOST_DAYS = 20_000;

const formatters = new Map<string, Intl.DateTimeFormat | null>();
const days = new Map<string, Map<number, Day>>();
let daysKept = 0;

/** Whether Intl knows the zone. It knows neither the names of Windows zones nor invented ones. */
export const isTimeZone = (zone: string): boolean => formatterOf(zone) !== null;

/** What Intl itself calls a zone: an old name comes back as the one that it stands for. Null for a zone that it does not know. */
export const timeZoneOf = (zone: string): string | null =>
  formatterOf(zone)?.resolvedOptions().timeZone ?? null;

/**
 * The instant that a wall time names, in UTC. A time that the clocks skip is read with the offset before the change,
 * so it comes out later by the length of the gap; a time that they show twice is the first of the two. Calendars and
 * Temporal do the same.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 * @throws RangeError for a zone or local time that does not exist: check input from outside with `isTimeZone`.
 */
export const instantOf = (wall: WallTime): string => new Date(instantMsOf(wall)).toISOString();

/** As `instantOf`, in milliseconds since 1970-01-01T00:00:00Z. */
export function instantMsOf({ local, zone }: WallTime): number {
  const localMs = localMsOf(local);
  const before = offsetMsAt(localMs - DAY_MS, zone);
  const after = offsetMsAt(localMs + DAY_MS, zone);
  const early = localMs - before;
  if (offsetMsAt(early, zone) === before) return early;
  const late = localMs - after;
  return offsetMsAt(late, zone) === after ? late : early;
}

/** What the clocks in a zone show at an instant. Parts of a second are cut off. */
export const wallTimeAt = (instant: string, zone: string): WallTime => ({
  local: localAt(Date.parse(instant), zone),
  zone,
});

/** As `wallTimeAt`, from milliseconds since 1970-01-01T00:00:00Z. */
export const localAt = (instantMs: number, zone: string): string =>
  new Date(instantMs + offsetMsAt(instantMs, zone)).toISOString().slice(0, 19);

/** How far the clocks of a zone are ahead of UTC at an instant. */
export function offsetMsAt(instantMs: number, zone: string): number {
  const number = Math.floor(instantMs / DAY_MS);
  const day = days.get(zone)?.get(number) ?? addDay(zone, number);
  return instantMs < day.changeMs ? day.offsetMs : day.nextOffsetMs;
}

function addDay(zone: string, number: number): Day {
  if (daysKept >= MOST_DAYS) {
    days.clear();
    daysKept = 0;
  }
  const day = computeDay(zone, number * DAY_MS);
  days.set(zone, (days.get(zone) ?? new Map<number, Day>()).set(number, day));
  daysKept += 1;
  return day;
}

/** Clocks change at most once a day, at a whole second. */
function computeDay(zone: string, startMs: number): Day {
  const offsetMs = computeOffsetMs(startMs, zone);
  const nextOffsetMs = computeOffsetMs(startMs + DAY_MS, zone);
  if (offsetMs === nextOffsetMs) return { offsetMs, changeMs: Infinity, nextOffsetMs };
  let before = startMs;
  let changeMs = startMs + DAY_MS;
  while (changeMs - before > 1000) {
    const middle = before + Math.floor((changeMs - before) / 2000) * 1000;
    if (computeOffsetMs(middle, zone) === offsetMs) before = middle;
    else changeMs = middle;
  }
  return { offsetMs, changeMs, nextOffsetMs };
}

function computeOffsetMs(instantMs: number, zone: string): number {
  const formatter = formatterOf(zone);
  if (formatter === null) throw new RangeError(`There is no time zone ${zone}.`);
  const wholeMs = Math.floor(instantMs / 1000) * 1000;
  const shown = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(formatter.format(wholeMs));
  if (!shown) throw new RangeError(`Intl shows no time for ${instantMs} in ${zone}.`);
  const [month, day, year, hour, minute, second] = shown.slice(1).map(Number) as SixNumbers;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeMs;
}

type SixNumbers = [number, number, number, number, number, number];

/** The local time read as if it were UTC. */
function localMsOf(local: string): number {
  const ms = Date.parse(`${local}.000Z`);
  if (Number.isNaN(ms) || local < '1000' || new Date(ms).toISOString().slice(0, 19) !== local)
    throw new RangeError(`There is no local time ${local}.`);
  return ms;
}

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = makeFormatter(zone);
  formatters.set(zone, made);
  return made;
}

function makeFormatter(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      calendar: 'gregory',
      hourCycle: 'h23',
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    } as Intl.DateTimeFormatOptions);
  } catch {
    return null;
  }
}
