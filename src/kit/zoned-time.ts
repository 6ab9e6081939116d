/**
 * Wall time with an IANA zone, and instants: with Intl alone, for Apps Script has no Temporal. Each zone's offset is asked
 * of Intl once a UTC day, unless the day has a change of offset.
 */

/** A time as a clock on the wall shows it. */
export interface WallTime {
  /** `YYYY-MM-DDTHH:MM:SS`, years 1000 to 9999. */
  readonly local: string;
  /** An IANA name, such as `Europe/Helsinki`. */
  readonly zone: string;
}

const DAY_MS = 86_400_000;

/** Days kept for all zones together; then everything is asked anew. */
const MOST_DAYS = 20_000;

const formatters = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, Map<number, number>>();
let daysKept = 0;

/** Whether Intl knows the zone. Names of Windows zones and made-up ones are not known. */
export const isTimeZone = (zone: string): boolean => formatterOf(zone) !== null;

/**
 * The instant a wall time names, in UTC. What the clocks skip is read with the offset before the change, so it lies as
 * much later; what they show twice is the first of the two. Calendars and Temporal do the same.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 * @throws RangeError for a zone or a local time that there is not: ask `isTimeZone` of what comes from outside.
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
  const day = Math.floor(instantMs / DAY_MS);
  const known = offsets.get(zone)?.get(day);
  if (known !== undefined) return known;
  const first = askedOffsetMs(day * DAY_MS, zone);
  if (first !== askedOffsetMs((day + 1) * DAY_MS, zone)) return askedOffsetMs(instantMs, zone);
  keep(zone, day, first);
  return first;
}

function keep(zone: string, day: number, offsetMs: number): void {
  if (daysKept >= MOST_DAYS) {
    offsets.clear();
    daysKept = 0;
  }
  const days = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, days.set(day, offsetMs));
  daysKept += 1;
}

function askedOffsetMs(instantMs: number, zone: string): number {
  const formatter = formatterOf(zone);
  if (formatter === null) throw new RangeError(`There is no time zone ${zone}.`);
  const wholeMs = Math.floor(instantMs / 1000) * 1000;
  const shown = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(formatter.format(wholeMs));
  if (!shown) throw new RangeError(`Intl shows no time for ${instantMs} in ${zone}.`);
  const [month, day, year, hour, minute, second] = shown.slice(1).map(Number) as SixNumbers;
  return utcMs([year, month, day, hour, minute, second]) - wholeMs;
}

type SixNumbers = [number, number, number, number, number, number];

function localMsOf(local: string): number {
  const parts = /^([1-9]\d{3})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(local);
  const ms = parts ? utcMs(parts.slice(1).map(Number) as SixNumbers) : NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== local)
    throw new RangeError(`There is no local time ${local}.`);
  return ms;
}

const utcMs = ([year, month, day, hour, minute, second]: SixNumbers): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = madeFormatter(zone);
  formatters.set(zone, made);
  return made;
}

function madeFormatter(zone: string): Intl.DateTimeFormat | null {
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
