import type { JsonObject } from '../api-method';
import { GoogleError } from '../google-error';
import type { EventFields } from './event-fields';
import { dateMs, DAY, isAllDay } from './event-time';
import type { CalendarRecord, SharedFields } from '../state/calendar';

/** @see https://developers.google.com/workspace/calendar/api/guides/event-types */
export const EVENT_TYPES = [
  'birthday',
  'default',
  'focusTime',
  'fromGmail',
  'outOfOffice',
  'workingLocation',
];

const STATUS_TYPES = ['focusTime', 'outOfOffice', 'workingLocation'];

/** The field that holds each type's data. */
const PROPERTIES: Readonly<Record<string, string>> = {
  birthday: 'birthdayProperties',
  focusTime: 'focusTimeProperties',
  outOfOffice: 'outOfOfficeProperties',
  workingLocation: 'workingLocationProperties',
};

export const typeRestriction = (message: string): GoogleError =>
  new GoogleError(400, 'eventTypeRestriction', message, { domain: 'calendar' });

const malformed = (type: string, message: string): GoogleError =>
  new GoogleError(400, `malformed${type[0]!.toUpperCase()}${type.slice(1)}Event`, message, {
    domain: 'calendar',
  });

/**
 * Refuses to create what an event of this type cannot be.
 *
 * @param isConsumer true for accounts outside organizations, which have no status events.
 * @throws GoogleError 400
 */
export function checkNewEvent(
  type: string,
  { shared }: EventFields,
  calendar: CalendarRecord,
  isConsumer: boolean,
): void {
  if (!EVENT_TYPES.includes(type)) throw new GoogleError(400, 'invalid', 'Invalid event type.');
  if (type === 'fromGmail') throw typeRestriction('Events from Gmail cannot be created.');
  if (type === 'default') return requireNoTypeData(shared);
  if (calendar.kind !== 'primary')
    throw typeRestriction(`A ${type} event is only possible on a primary calendar.`);
  if (STATUS_TYPES.includes(type) && isConsumer)
    throw typeRestriction(`This account cannot have ${type} events.`);
  if (shared.attendees) throw typeRestriction(`A ${type} event cannot have attendees.`);
  CHECKS[type]!(shared);
}

function requireNoTypeData({ plain }: SharedFields): void {
  for (const name of Object.values(PROPERTIES)) {
    if (plain[name] !== undefined)
      throw new GoogleError(400, 'invalid', `${name} needs an event of that type.`);
  }
}

const CHECKS: Readonly<Record<string, (shared: SharedFields) => void>> = {
  birthday(shared) {
    if (!isAllDay(shared.start) || !isOneDay(shared))
      throw malformed('birthday', 'A birthday event lasts one whole day.');
    if (shared.visibility !== 'private' || shared.transparency !== 'transparent')
      throw malformed('birthday', 'A birthday event is private and transparent.');
    if (shared.recurrence?.length !== 1 || !/^RRULE:FREQ=YEARLY/i.test(shared.recurrence[0]!))
      throw malformed('birthday', 'A birthday event recurs every year.');
    const type = (shared.plain.birthdayProperties as JsonObject | undefined)?.type ?? 'birthday';
    if (type !== 'birthday') throw malformed('birthday', 'Only birthdays can be created.');
  },
  focusTime(shared) {
    if (isAllDay(shared.start))
      throw malformed('focusTime', 'A focus time event cannot last all day.');
  },
  outOfOffice(shared) {
    if (isAllDay(shared.start))
      throw malformed('outOfOffice', 'An out of office event cannot last all day.');
  },
  workingLocation(shared) {
    const type = (shared.plain.workingLocationProperties as JsonObject | undefined)?.type;
    if (type !== 'homeOffice' && type !== 'officeLocation' && type !== 'customLocation')
      throw malformed(
        'workingLocation',
        'A working location event needs workingLocationProperties.type.',
      );
    if (shared.visibility !== 'public' || shared.transparency !== 'transparent')
      throw malformed('workingLocation', 'A working location event is public and transparent.');
    if (isAllDay(shared.start) && !isOneDay(shared))
      throw malformed('workingLocation', 'An all-day working location event lasts one day.');
  },
};

const isOneDay = ({ start, end }: SharedFields): boolean =>
  isAllDay(start) && isAllDay(end) && dateMs(end.date) - dateMs(start.date) === DAY;

/** What may change on events that are not created by hand. On the others, anything. */
const CHANGEABLE: Readonly<Record<string, readonly string[]>> = {
  fromGmail: ['visibility', 'transparency', 'status', 'attendees', 'sharedProperties'],
  birthday: ['summary', 'start', 'end', 'status'],
};

/**
 * Refuses a change that this type does not allow.
 *
 * @param changed names of shared fields, plain ones under their own names. A copy's own fields may always change.
 * @throws GoogleError 400 `eventTypeRestriction`
 */
export function checkChange(type: string, changed: readonly string[], next: SharedFields): void {
  const allowed = CHANGEABLE[type];
  const refused = allowed && changed.find((name) => !allowed.includes(name));
  if (refused) throw typeRestriction(`${refused} cannot be changed on a ${type} event.`);
  if (STATUS_TYPES.includes(type) && next.status !== 'cancelled') {
    if (next.attendees) throw typeRestriction(`A ${type} event cannot have attendees.`);
    CHECKS[type]!(next);
  }
}
