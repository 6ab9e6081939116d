import ICAL from 'ical.js';

/** Lines of a component in jCal form. @throws Error from the parser */
export const jCalOf = (lines: readonly string[]): unknown[] =>
  ICAL.parse(lines.map(plainRule).join('\r\n'));

/** The parser reads rules only in upper case. */
const plainRule = (line: string): string =>
  /^(RRULE|EXRULE)[;:]/i.test(line) ? line.toUpperCase() : line;
