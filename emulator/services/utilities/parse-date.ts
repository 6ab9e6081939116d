import { ScriptException } from '../../runtime/script-exception';
import { parsePattern, type PatternPart } from './date-pattern';
import { DAYS, MONTHS } from './format-date';
import { instantIn, javaZone, type JavaZone } from './java-zone';

interface Found {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  afternoon: boolean | null;
  dayOfYear: number | null;
  /** The last year that two digits can mean. */
  readonly lastYear: number;
  /** The zone that the text names, if any. */
  zone: JavaZone | null;
}

/**
 * The instant that a text describes, as java.text.SimpleDateFormat reads it: lenient about ranges, strict about form.
 *
 * @param nowMs years with two digits are within 80 years before and 20 after it.
 * @throws ScriptException when the text does not have that form.
 */
export function parseDate(text: string, timeZone: string, format: string, nowMs: number): number {
  const found: Found = {
    year: 1970,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    ms: 0,
    afternoon: null,
    dayOfYear: null,
    zone: null,
    lastYear: new Date(nowMs).getUTCFullYear() + 20,
  };
  const parts = parsePattern(format);
  let at = 0;
  parts.forEach((part, i) => {
    const length = readPart(part, parts[i + 1], text.slice(at), found);
    if (length === null) throw new ScriptException(`Unparseable date: "${text}"`);
    at += length;
  });
  return toMs(found, found.zone ?? javaZone(timeZone));
}

function toMs(found: Found, zone: JavaZone): number {
  const { year, afternoon, dayOfYear, minute, second, ms } = found;
  const hour = afternoon === null ? found.hour : (found.hour % 12) + (afternoon ? 12 : 0);
  const [month, day] = dayOfYear === null ? [found.month, found.day] : [1, dayOfYear];
  return instantIn(zone, { year, month, day, hour, minute, second }) + ms;
}

/** How many characters of the text a part takes; null when it does not fit. */
function readPart(
  part: PatternPart,
  next: PatternPart | undefined,
  text: string,
  found: Found,
): number | null {
  if (part.kind === 'text') return text.startsWith(part.text) ? part.text.length : null;
  const { letter, count } = part;
  if (letter === 'E') return readName(text, DAYS, () => {});
  if ('ML'.includes(letter) && count > 2)
    return readName(text, MONTHS, (i) => (found.month = i + 1));
  if (letter === 'a') return readName(text, ['AM', 'PM'], (i) => (found.afternoon = i === 1));
  if (letter === 'G') return readName(text, ['AD', 'BC'], () => {});
  if ('zZX'.includes(letter)) return readZone(text, found);
  const isGlued = next?.kind === 'field' && !'EaGzZX'.includes(next.letter);
  const digits = (isGlued ? new RegExp(`^\\d{1,${count}}`) : /^\s*-?\d+/).exec(text)?.[0];
  if (digits === undefined) return null;
  setNumber(letter, count, digits.trim(), found);
  return digits.length;
}

function readName(
  text: string,
  names: readonly string[],
  take: (index: number) => void,
): number | null {
  const lower = text.toLowerCase();
  for (const [index, name] of names.entries()) {
    const form = [name, name.slice(0, 3)].find((candidate) =>
      lower.startsWith(candidate.toLowerCase()),
    );
    if (form === undefined) continue;
    take(index);
    return form.length;
  }
  return null;
}

function readZone(text: string, found: Found): number | null {
  const match =
    /^(Z(?![a-z])|(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d{2})?|[A-Za-z_]+(?:\/[A-Za-z_]+)*)/.exec(text)?.[0];
  if (match === undefined) return null;
  found.zone = match === 'Z' ? { offsetMs: 0 } : javaZone(match);
  return match.length;
}

function setNumber(letter: string, count: number, digits: string, found: Found): void {
  const value = Number(digits);
  if (letter === 'y' || letter === 'Y')
    found.year = count <= 2 && digits.length === 2 ? nearYear(value, found.lastYear) : value;
  else if (letter === 'M' || letter === 'L') found.month = value;
  else if (letter === 'd') found.day = value;
  else if (letter === 'D') found.dayOfYear = value;
  else if (letter === 'm') found.minute = value;
  else if (letter === 's') found.second = value;
  else if (letter === 'S') found.ms = value;
  else if ('HK'.includes(letter)) found.hour = value;
  else if (letter === 'k') found.hour = value === 24 ? 0 : value;
  else if (letter === 'h') {
    found.hour = value === 12 ? 0 : value;
    found.afternoon ??= false;
  }
}

/** The year with these last two digits within the century that ends with `last`. */
const nearYear = (twoDigits: number, last: number): number => last - ((last - twoDigits) % 100);
