/**
 * Working hours as people write them: `Mon-Fri 09:00-12:00, 13:00-17:00; Sat 10:00-14:00`. They are Tandem's own, because Google offers
 * no API for those in Calendar's settings.
 */

/** Times of day, `HH:MM`; the end is exclusive and may be `24:00`. */
export interface DayPart {
  readonly start: string;
  readonly end: string;
}

/** By day of the week, Sunday first. */
export type Week = readonly (readonly DayPart[])[];

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const DAY_COUNT = DAYS.length;

/** Null for a text that cannot be read. Parts of a day that touch or overlap are joined. */
export function weekOf(text: string): Week | null {
  const week: DayPart[][] = DAYS.map(() => []);
  const groups = text.split(';').map((group) => group.trim());
  for (const group of groups.filter((one) => one !== '')) {
    const [, dayText = '', partText = ''] = /^([a-z,\s–-]+?)\s+(\d.*)$/i.exec(group) ?? [];
    const days = daysOf(dayText);
    const parts = partsOf(partText);
    if (days === null || parts === null) return null;
    for (const day of days) week[day]!.push(...parts);
  }
  return week.every(({ length }) => length === 0) ? null : week.map(joined);
}

/** `Mon-Fri`, `Sat, Sun`, `Fri-Mon`. */
function daysOf(text: string): number[] | null {
  const found: number[] = [];
  for (const span of text.split(',')) {
    const [first, last = first, ...more] = span.split(/[-–]/).map(dayNamed);
    if (first === undefined || last === undefined || first < 0 || last < 0 || more.length > 0)
      return null;
    const count = (last - first + DAY_COUNT) % DAY_COUNT;
    for (let ahead = 0; ahead <= count; ahead += 1) found.push((first + ahead) % DAY_COUNT);
  }
  return found;
}

const dayNamed = (text: string): number => {
  const name = text.trim().toLowerCase();
  return name.length < 3
    ? -1
    : DAYS.findIndex((day) => name.startsWith(day) && `${FULL[day]}`.startsWith(name));
};

const FULL: Readonly<Record<(typeof DAYS)[number], string>> = {
  sun: 'sunday',
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
};

function partsOf(text: string): DayPart[] | null {
  const parts: DayPart[] = [];
  for (const span of text.split(',')) {
    const [start, end, ...more] = span.split(/[-–]/).map(timeOf);
    if (!start || !end || more.length > 0 || start >= end) return null;
    parts.push({ start, end });
  }
  return parts;
}

/** `9`, `9:30` and `09.30` as `HH:MM`; null for anything else. */
function timeOf(text: string): string | null {
  const [, hour = '', minute = '00'] = /^\s*(\d{1,2})(?:[:.](\d\d))?\s*$/.exec(text) ?? [];
  if (hour === '' || Number(minute) > 59) return null;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return time <= '24:00' ? time : null;
}

function joined(parts: readonly DayPart[]): DayPart[] {
  const all: DayPart[] = [];
  for (const part of [...parts].sort((one, other) => (one.start < other.start ? -1 : 1))) {
    const last = all[all.length - 1];
    if (last && part.start <= last.end)
      all[all.length - 1] = { start: last.start, end: part.end > last.end ? part.end : last.end };
    else all.push(part);
  }
  return all;
}
