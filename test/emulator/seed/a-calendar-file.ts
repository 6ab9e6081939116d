import { LocalWorkspace } from '../../../emulator/local-workspace';
import { addCalendar, type CalendarReport } from '../../../emulator/seed/calendar-file';
import type { WorkspaceState } from '../../../emulator/workspace/state/workspace-state';
import { handsOf, type Answer } from '../calendar/hands';
import { ANNA, smallCompany } from '../../support/small-company';

export const NOW = Date.UTC(2026, 2, 2, 8);

/** A hand-made file with these components: lines as they are, each ended by CRLF. */
export const icsOf = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** An event with these lines besides a UID and a start. */
export const vevent = (uid: string, ...lines: readonly string[]): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  ...(lines.some((line) => line.startsWith('DTSTART')) ? [] : ['DTSTART:20260304T090000Z']),
  ...lines,
  'END:VEVENT',
];

export interface Loaded {
  readonly report: CalendarReport;
  readonly state: WorkspaceState;
  /** The events on a person's calendar. */
  events(person?: string, params?: object): Answer[];
}

/** The small company with a file in Anna's calendar. */
export function loaded(
  ics: string | Uint8Array,
  { person = ANNA, state = smallCompany() }: { person?: string; state?: WorkspaceState } = {},
): Loaded {
  const bytes = typeof ics === 'string' ? Buffer.from(ics) : ics;
  const report = addCalendar(state, person, bytes, NOW);
  return { report, state, events: (whose = person, params = {}) => eventsOf(state, whose, params) };
}

export function eventsOf(state: WorkspaceState, person: string, params: object = {}): Answer[] {
  const workspace = new LocalWorkspace({ state, latency: 'none', startAt: NOW });
  return handsOf(workspace, person).list({ maxResults: 2500, ...params }).items;
}

/** An event without the fields that every event has. */
export const toldOf = ({ summary, start, end }: Answer): object => ({ summary, start, end });

/** Reasons by line. */
export const skippedOf = ({ report }: Loaded): string[] =>
  report.skipped.map(({ line, reason }) => `${line}: ${reason}`);
