/** Offsets of IANA zones, from the machine's own time zone data. All instants are milliseconds since 1970. */

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Half a month: no zone changes its offset twice within that, not even around Ramadan. */
const PROBE = 14 * DAY;

/** The instant from which an offset applies. */
interface Span {
  readonly from: number;
  readonly offset: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** By year: the spans that begin before or in it, ascending. */
  readonly years: Map<number, readonly Span[]>;
}

const zones = new Map<string, Zone | null>();

/** Whether Google accepts a name as a time zone: IANA names, not offsets. */
export const isTimeZone = (name: string): boolean => zone(name) !== null;

/** How many milliseconds local time is ahead of UTC at an instant. */
export function offsetAt(name: string, at: number): number {
  const found = zone(name);
  if (!found) throw new RangeError(`${name} is not a time zone.`);
  let offset = 0;
  for (const span of spansOf(found, new Date(at).getUTCFullYear())) {
    if (span.from > at) break;
    offset = span.offset;
  }
  return offset;
}

/** Wall time as if it were UTC. */
export const wallAt = (name: string, at: number): number => at + offsetAt(name, at);

/**
 * The instant at which clocks in a zone show a wall time. A time that a clock change skips moves forward by the gap;
 * of a time that occurs twice, the first is meant. @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 */
export function instantOf(name: string, wall: number): number {
  const before = offsetAt(name, wall - DAY);
  const after = offsetAt(name, wall + DAY);
  if (before === after || offsetAt(name, wall - before) === before) return wall - before;
  return offsetAt(name, wall - after) === after ? wall - after : wall - before;
}

/** RFC 3339 with the zone's offset and no fraction: `2026-03-02T10:00:00+02:00`; `Z` in UTC. */
export function inZone(name: string, at: number): string {
  const offset = offsetAt(name, at);
  const wall = new Date(at + offset).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.abs(Math.round(offset / MINUTE));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function zone(name: string): Zone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const made = makeZone(name);
  zones.set(name, made);
  return made;
}

function makeZone(name: string): Zone | null {
  if (!/^[A-Za-z][\w+\-/]*$/.test(name)) return null;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    return { format, years: new Map() };
  } catch {
    return null;
  }
}

function spansOf(found: Zone, year: number): readonly Span[] {
  const known = found.years.get(year);
  if (known) return known;
  const begin = yearStart(year);
  const end = yearStart(year + 1);
  const spans: Span[] = [{ from: -Infinity, offset: probe(found, begin) }];
  for (let at = begin; at < end; at += PROBE) {
    const next = Math.min(at + PROBE, end);
    const offset = probe(found, next);
    if (offset !== spans.at(-1)!.offset) spans.push({ from: change(found, at, next), offset });
  }
  found.years.set(year, spans);
  return spans;
}

const yearStart = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

/** The first second with the later offset. */
function change(found: Zone, from: number, to: number): number {
  const later = probe(found, to);
  let [low, high] = [from, to];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (probe(found, middle) === later) high = middle;
    else low = middle;
  }
  return high;
}

function probe({ format }: Zone, at: number): number {
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(at));
  if (!match?.[1]) return 0;
  const [, sign, hours, minutes, seconds = '0'] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  return sign === '-' ? -offset : offset;
}
