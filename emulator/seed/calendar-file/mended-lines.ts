import { jCalOf } from './jcal';

/** A component's lines as the parser reads them, and what was done for that, as clauses for a report. */
export interface MendedLines {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Mends the lines of an event that other programs are known to write, and leaves out those that cannot be read, so that
 * a line costs that line alone. Times and rules are never left out where they say something: without them the event
 * would be another one.
 *
 * @throws Error from the parser, about a time or rule.
 */
export function mendLines(written: readonly string[]): MendedLines {
  const notes: string[] = [];
  const mended = written.flatMap((line) => {
    const problem = problemOf(line);
    if (problem === null) return [mendLine(line)];
    notes.push(problem);
    return [];
  });
  return { lines: readableOf(mended, notes), notes };
}

function problemOf(line: string): string | null {
  const name = /^([A-Za-z0-9-]+)[;:]/.exec(line)?.[1]?.toUpperCase();
  if (name === undefined) return `a line that is no property was left out: "${excerpt(line)}"`;
  if (OPTIONAL_VALUES.has(name) && valueOf(mendLine(line)) === '')
    return `its ${name} is empty and was left out`;
  if (!PROPERTIES.has(name) && !name.startsWith('X-'))
    return `a line was left out, since iCalendar has no such property: "${excerpt(line)}"`;
  return null;
}

const excerpt = (line: string): string => (line.length > 40 ? `${line.slice(0, 40)}…` : line);

function mendLine(line: string): string {
  if (/^(RRULE|EXRULE)[;:]/i.test(line)) return withoutLooseEnds(line);
  if (/^(EXDATE|RDATE)[;:]/i.test(line)) return withQuotedZone(withoutLooseEnds(line));
  return /^(DTSTART|DTEND|RECURRENCE-ID);/i.test(line) ? withQuotedZone(line) : line;
}

/** Separators with nothing behind them: `RRULE:FREQ=DAILY;`, `BYDAY=MO,;`, `EXDATE:20260304T090000Z,`. */
const withoutLooseEnds = (line: string): string =>
  line
    .trimEnd()
    .replace(/,+(?=[,;])|[,;]+$/g, '')
    .replace(/;{2,}/g, ';')
    .replace(/:[,;]+/, ':');

/** A TZID such as `(UTC+01:00) Berlin` needs quotes, since its colon would end the parameters. */
const withQuotedZone = (line: string): string =>
  line.replace(
    /;TZID=([^";]*[:,][^";]*)((?:;[A-Z-]+=[^;:]*)*):(?=\d{8}(?:T\d{6}Z?)?(?:[,/].*)?\s*$)/i,
    (_, zone: string, others: string) => `;TZID="${zone}"${others}:`,
  );

const valueOf = (line: string): string => line.slice(line.indexOf(':') + 1).trim();

/** Without the lines that the parser does not read, each tried by itself when it does not read all of them. */
function readableOf(lines: readonly string[], notes: string[]): readonly string[] {
  try {
    jCalOf(lines);
    return lines;
  } catch {
    return lines.filter((line, index) => {
      if (index === 0 || index === lines.length - 1 || /^(BEGIN|END):/i.test(line)) return true;
      try {
        jCalOf([lines[0]!, line, lines.at(-1)!]);
        return true;
      } catch (error) {
        if (ESSENTIAL.test(line)) throw error;
        notes.push(`a line that cannot be read was left out: "${excerpt(line)}"`);
        return false;
      }
    });
  }
}

/** What decides when an event takes place. */
const ESSENTIAL = /^(DTSTART|DTEND|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID|UID)[;:]/i;

/** Properties that say nothing when they are empty. */
const OPTIONAL_VALUES = new Set([
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'DTEND',
  'DURATION',
  'RECURRENCE-ID',
]);

/** @see https://www.iana.org/assignments/icalendar/icalendar.xhtml */
const PROPERTIES = new Set(
  `BEGIN END ATTACH CATEGORIES CLASS COMMENT DESCRIPTION GEO LOCATION PERCENT-COMPLETE PRIORITY RESOURCES STATUS SUMMARY
  COMPLETED DTEND DUE DTSTART DURATION FREEBUSY TRANSP TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL ATTENDEE CONTACT
  ORGANIZER RECURRENCE-ID RELATED-TO URL UID EXDATE EXRULE RDATE RRULE ACTION REPEAT TRIGGER CREATED DTSTAMP
  LAST-MODIFIED SEQUENCE REQUEST-STATUS NAME REFRESH-INTERVAL SOURCE COLOR IMAGE CONFERENCE CALENDAR-ADDRESS
  LOCATION-TYPE PARTICIPANT-TYPE RESOURCE-TYPE STRUCTURED-DATA STYLED-DESCRIPTION ACKNOWLEDGED PROXIMITY CONCEPT LINK
  REFID BUSYTYPE`.split(/\s+/),
);
