/** One row of the exported sheet for each OAuth log event. */
import { cellText } from './cell-text';
import { descriptionOf } from './description';
import type { LogEvent } from './log-event';

/** The columns that the article lists, in its order (H27). */
export const HEADINGS = [
  'Date',
  'Application ID',
  'Application name',
  'Event',
  'Description',
  'User',
  'Scope',
  'IP address',
] as const;

export type Row = readonly string[];

/** The date, the first column. */
export const dateOf = (row: Row): string => (row[0] ?? '').trim();

/** Names of events in the Admin console; other events keep the name that they have in the log. */
const EVENT_TITLES: Readonly<Record<string, string>> = {
  authorize: 'Grant',
  revoke: 'Revoke',
  deny: 'Deny',
  request: 'Request',
  activity: 'API call',
};

export const EVENT_NAMES: readonly string[] = Object.keys(EVENT_TITLES);

export const eventTitle = (name: string): string =>
  Object.prototype.hasOwnProperty.call(EVENT_TITLES, name) ? EVENT_TITLES[name]! : name;

/** The log's name of an event that is given by its name or its title, in any letter case; other texts stay as they are. */
export function eventNamed(text: string): string {
  const wanted = text.trim().toLowerCase();
  return (
    EVENT_NAMES.find((name) => [name, eventTitle(name).toLowerCase()].includes(wanted)) ??
    text.trim()
  );
}

/** Eight cells of plain text; the same event always gives the same row. */
export const rowOf = (event: LogEvent): Row =>
  [
    event.time,
    event.appId,
    event.appName,
    eventTitle(event.name),
    descriptionOf(event),
    event.user,
    event.scopes.join(', '),
    event.ipAddress,
  ].map(cellText);
