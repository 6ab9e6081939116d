import { GoogleError } from '../workspace/google-error';
import type { WorkspaceState } from '../workspace/state/workspace-state';
import { componentsOf, type Component } from './calendar-file/components';
import { contentLines } from './calendar-file/content-lines';
import { EventLoad } from './calendar-file/event-load';
import { ownerOf, type Owner } from './calendar-file/put-event';
import { namedZone, Zones } from './calendar-file/zones';
import { about, type FileReport } from './file-report';
import { quietWorkspace } from './quiet-workspace';

/** An iCalendar file and whose calendar it is. */
export interface CalendarFile {
  /** The address of somebody in the company. */
  readonly person: string;
  readonly ics: Uint8Array;
  /** Its name in error messages; the person's address when left out. */
  readonly name?: string;
}

export interface CalendarReport extends FileReport {
  /** Events that were already on the calendar, such as meetings that came with another guest's file. */
  readonly already: number;
  /** Components that are not events and are not read, such as `VTODO`, and how many. */
  readonly otherKinds: Readonly<Record<string, number>>;
}

/** @see addCalendars */
export const addCalendar = (
  state: WorkspaceState,
  person: string,
  ics: Uint8Array,
  now: number,
): CalendarReport => addCalendars(state, [{ person, ics }], now)[0]!;

/**
 * Adds the events of iCalendar files to people's own calendars: those that a person organizes as theirs, with copies for
 * the guests in the company; then others' meetings as imported copies, unless their organizer's file brought them.
 *
 * @param now the instant at which they are added: milliseconds since 1970.
 * @returns a report about each file, in order.
 * @throws Error in one sentence for an unknown person or a file that is not iCalendar; the company may hold events then.
 */
export function addCalendars(
  state: WorkspaceState,
  files: readonly CalendarFile[],
  now: number,
): CalendarReport[] {
  const workspace = quietWorkspace(state, now);
  const loads = files.map(({ person, ics, name }) =>
    about(name ?? person, () => {
      const owner = ownerOf(workspace, person);
      if (!owner) throw new Error(`Nobody in this company has a calendar at ${person}.`);
      return loadOf(owner, ics);
    }),
  );
  for (const { events } of loads) events.putOwn();
  for (const { events } of loads) events.putOthers();
  return loads.map(({ events, otherKinds }) => ({ ...events.report(), otherKinds }));
}

function loadOf(owner: Owner, ics: Uint8Array) {
  const { properties, components } = componentsOf(contentLines(ics));
  const ofKind = (wanted: string): Component[] => components.filter(({ kind }) => kind === wanted);
  const stated = zoneStated(properties);
  if (stated !== undefined) setZone(owner, stated);
  const zones = new Zones(ofKind('VTIMEZONE'), stated ?? owner.calendar.timeZone);
  const otherKinds: Record<string, number> = {};
  for (const { kind } of components)
    if (kind !== 'VEVENT' && kind !== 'VTIMEZONE') otherKinds[kind] = (otherKinds[kind] ?? 0) + 1;
  return { events: new EventLoad(owner, ofKind('VEVENT'), zones), otherKinds };
}

/** The time zone that the file states for its calendar. */
function zoneStated(properties: readonly string[]): string | undefined {
  const line = properties.find((text) => /^X-WR-TIMEZONE[;:]/i.test(text));
  return line === undefined ? undefined : namedZone(line.slice(line.indexOf(':') + 1).trim());
}

function setZone({ workspace, email }: Owner, timeZone: string): void {
  try {
    workspace.act(email, 'calendar.calendars.patch', { calendarId: 'primary' }, { timeZone });
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    throw new Error(`The calendar of ${email} cannot be written: ${error.message}.`);
  }
}
