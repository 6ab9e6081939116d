/** `Event.recurrence`, the lines in which Google says how an event repeats. */
import { zoneNamed } from '../zone-names';
import { MOST_DATES, type Repeats, type SeriesStart, type Unsaid } from './repeats';
import type { Rule } from './rule';
import { readRule, writtenRule } from './rule-text';
import { basicDate, writtenSlot } from './written-dates';

const LINE = /^(RRULE|EXRULE|RDATE|EXDATE)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/i;

interface Line {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

/**
 * Reads RRULE, RDATE and EXDATE lines, folded or not, in any letter case. A skipped time at which no occurrence begins has no
 * effect and is left out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5
 */
export function repeatsOfLines(lines: readonly string[], start: SeriesStart): Repeats | Unsaid {
  const read = contentLines(lines);
  if (read === null) return 'unreadable-rule';
  const valuesOf = (name: string): readonly Line[] => read.filter((line) => line.name === name);
  if (valuesOf('EXRULE').length > 0) return 'exception-rule';
  const rules = [...new Set(valuesOf('RRULE').map(({ value }) => value.toUpperCase()))];
  if (rules.length > 1) return 'several-rules';
  const rule = rules[0] === undefined ? null : readRule(rules[0], start);
  if (typeof rule === 'string') return rule;
  const extra = datesOfLines(valuesOf('RDATE'), start);
  if (typeof extra === 'string') return extra;
  const skipped = datesOfLines(valuesOf('EXDATE'), start);
  if (typeof skipped === 'string') return skipped;
  if (extra.includes(OTHER_TIME)) return 'extra-times';
  return { rule, extra, skipped: skipped.filter((date) => date !== OTHER_TIME) };
}

/** Null for a line that is none of these. Google writes no parameters in rules. */
function contentLines(lines: readonly string[]): readonly Line[] | null {
  const read: Line[] = [];
  const texts = lines
    .join('\n')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  for (const text of texts.map((line) => line.trim()).filter(Boolean)) {
    const [, name, parameters = '', value = ''] = LINE.exec(text) ?? [];
    if (name === undefined || (/RULE$/i.test(name) && parameters !== '')) return null;
    read.push({ name: name.toUpperCase(), parameters, value: value.trim() });
  }
  return read;
}

/** Stands for a time at which no occurrence begins. */
const OTHER_TIME = 'other-time';

function datesOfLines(lines: readonly Line[], start: SeriesStart): readonly string[] | Unsaid {
  const dates = new Set<string>();
  for (const { parameters, value } of lines) {
    const written = value.split(',');
    if (dates.size + written.length > MOST_DATES) return 'too-many-parts';
    const named = /;TZID=("[^"]*"|[^;:]*)/i.exec(parameters)?.[1];
    const zone = named === undefined ? start.zone : zoneNamed(named);
    if (zone === null) return 'unreadable-rule';
    for (const text of written) {
      // A period has a length of its own.
      const date = text.includes('/') ? OTHER_TIME : writtenSlot(text.trim(), zone, start);
      if (date === null) return 'unreadable-rule';
      dates.add(date);
    }
  }
  return [...dates].sort();
}

/** The lines for a series, as Google writes them; none for one that does not repeat. */
export function linesOfRepeats(repeats: Repeats, start: SeriesStart): readonly string[] {
  return [
    ...datesLine('EXDATE', repeats.skipped, start),
    ...datesLine('RDATE', repeats.extra, start),
    ...ruleLine(repeats.rule, start),
  ];
}

const ruleLine = (rule: Rule | null, start: SeriesStart): readonly string[] =>
  rule === null ? [] : [`RRULE:${writtenRule(rule, start)}`];

function datesLine(
  name: string,
  dates: readonly string[],
  { time, zone }: SeriesStart,
): readonly string[] {
  if (dates.length === 0) return [];
  if (time === null) return [`${name};VALUE=DATE:${dates.map(basicDate).join()}`];
  const clock = time.replace(/:/g, '');
  return [`${name};TZID=${zone}:${dates.map((date) => `${basicDate(date)}T${clock}`).join()}`];
}
