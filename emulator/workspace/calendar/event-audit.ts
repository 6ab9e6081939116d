import type { AuditEvent, AuditParameter } from '../audit-log';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { calendarIdOf, customerOf } from './calendars';
import { startsAt } from './event-time';
import type { CalendarRecord, EventCore, SharedFields } from '../state/calendar';

/** Seconds from the year 1 to 1970: the Reports API counts event times from there. */
const YEAR_ONE = 62_135_596_800;

/** An event as the calendar log names it. */
export interface LoggedEvent {
  readonly calendar: CalendarRecord;
  readonly core: EventCore;
  readonly id: string;
  readonly shared: SharedFields;
}

/**
 * One event of type `event_change`.
 *
 * @param name such as `create_event`.
 * @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/calendar
 */
export function eventChange(
  workspace: Workspace,
  caller: Caller,
  name: string,
  event: LoggedEvent,
  extra: Readonly<Record<string, string>> = {},
): AuditEvent {
  const { calendar, core, id, shared } = event;
  const recurs = shared.recurrence !== undefined || core.exception !== undefined;
  const title = shared.plain.summary;
  return {
    type: 'event_change',
    name,
    parameters: [
      { name: 'event_id', value: id },
      { name: 'organizer_calendar_id', value: core.organizer.email },
      { name: 'calendar_id', value: calendarIdOf(workspace, calendar) },
      ...(typeof title === 'string' ? [{ name: 'event_title', value: title }] : []),
      ...texts(extra),
      { name: 'start_time', intValue: seconds(shared.start, calendar) },
      { name: 'end_time', intValue: seconds(shared.end, calendar) },
      { name: 'recurring', value: recurs ? 'yes' : 'no' },
      { name: 'is_recurring', boolValue: recurs },
      { name: 'api_kind', value: apiKind(caller) },
    ],
  };
}

const seconds = (time: SharedFields['start'], { timeZone }: CalendarRecord): string =>
  String(Math.floor(startsAt(time, timeZone) / 1000) + YEAR_ONE);

/** One event of type `calendar_change`. */
export const calendarChange = (
  workspace: Workspace,
  caller: Caller,
  name: string,
  calendar: CalendarRecord,
  extra: Readonly<Record<string, string>> = {},
): AuditEvent => ({
  type: 'calendar_change',
  name,
  parameters: [
    { name: 'calendar_id', value: calendarIdOf(workspace, calendar) },
    ...texts(extra),
    { name: 'api_kind', value: apiKind(caller) },
  ],
});

const texts = (extra: Readonly<Record<string, string>>): AuditParameter[] =>
  Object.entries(extra).map(([name, value]) => ({ name, value }));

const apiKind = ({ cause }: Caller): string => (cause === 'person' ? 'web' : 'api_v3');

/** Writes to the log of the calendar's organization, else of the actor's. Nothing is logged outside organizations. */
export function logCalendar(
  workspace: Workspace,
  { principal, ipAddress, clientId, applicationName, impersonated }: Caller,
  calendar: CalendarRecord,
  events: readonly AuditEvent[],
): void {
  const own = principal.kind === 'user' ? principal.customerId : null;
  const customerId = customerOf(workspace, calendar) ?? own;
  if (customerId === null || events.length === 0) return;
  workspace.audit({
    applicationName: 'calendar',
    customerId,
    actor: principal.kind === 'user' ? principal : { kind: 'system', key: principal.email },
    ipAddress,
    ...(clientId !== 'google' && {
      applicationInfo: { oauthClientId: clientId, applicationName, impersonation: impersonated },
    }),
    events,
  });
}
