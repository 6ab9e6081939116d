import { toInstant, toWallTime, type WallTime } from '../../kit/zoned-time';

/** A time zone as Java knows it: one of the tz database, or a fixed distance from UTC in milliseconds. */
export type JavaZone = { readonly name: string } | { readonly offsetMs: number };

/** Java's three-letter ids that the tz database lacks or defines differently. */
const SHORT_IDS: Readonly<Record<string, string>> = {
  PST: 'America/Los_Angeles',
  CST: 'America/Chicago',
  JST: 'Asia/Tokyo',
  IST: 'Asia/Kolkata',
  BST: 'Asia/Dhaka',
  AST: 'America/Anchorage',
  CTT: 'Asia/Shanghai',
  AET: 'Australia/Sydney',
};

const FIXED = /^(?:GMT|UTC|UT)?([+-])(\d{1,2})(?::?(\d{2}))?$/;

/** The zone with this id; an id that Java does not know means GMT. */
export function javaZone(id: string): JavaZone {
  const fixed = FIXED.exec(id);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return { offsetMs: (fixed[1] === '-' ? -minutes : minutes) * 60_000 };
  }
  const name = SHORT_IDS[id] ?? id;
  try {
    toWallTime(0, name);
    return { name };
  } catch {
    return { offsetMs: 0 };
  }
}

const UTC = 'UTC';

/** What the clocks in a zone show. */
export const wallTimeIn = (zone: JavaZone, ms: number): WallTime =>
  'name' in zone ? toWallTime(ms, zone.name) : toWallTime(ms + zone.offsetMs, UTC);

/** When the clocks in a zone show a wall time. */
export const instantIn = (zone: JavaZone, wall: WallTime): number =>
  'name' in zone ? toInstant(wall, zone.name) : toInstant(wall, UTC) - zone.offsetMs;

/** How far a zone is ahead of UTC, in minutes. */
export function minutesAhead(zone: JavaZone, ms: number): number {
  if (!('name' in zone)) return zone.offsetMs / 60_000;
  const { year, month, day, hour, minute } = toWallTime(ms, zone.name);
  return Math.round(
    (Date.UTC(year, month - 1, day, hour, minute) - Math.floor(ms / 60_000) * 60_000) / 60_000,
  );
}

/** `+0200`, or with a separator `+02:00`. */
export function offsetText(minutes: number, separator: string): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(hours)}${separator}${two(rest)}`;
}

/** Locales in which a region's zones have abbreviations, such as EET; elsewhere Intl writes GMT+2. */
const LOCALES: readonly (readonly [pattern: RegExp, locale: string])[] = [
  [/^(Europe|Africa|Atlantic|GB|Asia\/(Jerusalem|Beirut|Nicosia|Famagusta))/, 'en-GB'],
  [/^Australia/, 'en-AU'],
  [/^(Pacific\/Auckland|Antarctica|NZ)/, 'en-NZ'],
  [/^Asia\/(Kolkata|Calcutta)/, 'en-IN'],
];

const OWN_NAMES: Readonly<Record<string, string>> = {
  'Asia/Tokyo': 'JST',
  'Asia/Seoul': 'KST',
  'Asia/Shanghai': 'CST',
};

/** The zone's name at an instant: `EET`, or in full `Eastern European Standard Time`. */
export function zoneName(zone: JavaZone, ms: number, style: 'short' | 'long'): string {
  if (!('name' in zone))
    return zone.offsetMs === 0 ? 'GMT' : `GMT${offsetText(zone.offsetMs / 60_000, ':')}`;
  if (style === 'short' && OWN_NAMES[zone.name]) return OWN_NAMES[zone.name]!;
  const locale = LOCALES.find(([pattern]) => pattern.test(zone.name))?.[1] ?? 'en-US';
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone.name,
    timeZoneName: style,
  }).formatToParts(ms);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone.name;
}
