import type { Json, JsonObject } from '../api-method';
import { invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { readAttendees } from './attendees';
import { readConference } from './conference';
import { checkSpan, readEventTime, toEventDateTime } from './event-time';
import { readProperties } from './extended-properties';
import { readReminders } from './reminders';
import { checkRecurrence } from './series';
import type { CalendarRecord, PrivateFields, SharedFields } from '../state/calendar';

/** Shared fields that are stored as they were sent. */
const PLAIN = [
  'summary',
  'description',
  'location',
  'attachments',
  'conferenceData',
  'source',
  'gadget',
  'anyoneCanAddSelf',
  'guestsCanInviteOthers',
  'guestsCanModify',
  'guestsCanSeeOtherGuests',
  'endTimeUnspecified',
  'birthdayProperties',
  'focusTimeProperties',
  'outOfOfficeProperties',
  'workingLocationProperties',
] as const;

/** Switches and their defaults; included in answers only where they differ. */
const DEFAULTS: Readonly<Record<string, Json>> = {
  anyoneCanAddSelf: false,
  guestsCanInviteOthers: true,
  guestsCanModify: false,
  guestsCanSeeOtherGuests: true,
  endTimeUnspecified: false,
};

const VISIBILITIES = ['default', 'public', 'private', 'confidential'];
const STATUSES = ['confirmed', 'tentative', 'cancelled'];
const ATTACHMENTS = 25;

/** An event as a request writes it. */
export interface EventFields {
  readonly shared: SharedFields;
  readonly own: PrivateFields;
}

/** The circumstances of a request, and the event as it was before. */
export interface FieldsContext {
  readonly workspace: Workspace;
  readonly calendar: CalendarRecord;
  readonly conferenceDataVersion: number;
  readonly eventLabelVersion: number;
  readonly supportsAttachments: boolean;
  readonly previous: EventFields | null;
}

/** Reads a whole Event resource. Fields that it leaves out are cleared. @throws GoogleError 400 in Google's words. */
export function readEventFields(body: JsonObject, context: FieldsContext): EventFields {
  const extended = (body.extendedProperties ?? {}) as JsonObject;
  const sharedProperties = readProperties(extended.shared);
  const privateProperties = readProperties(extended.private);
  const recurrence = readRecurrence(body.recurrence);
  const attendees = readAttendees(body.attendees);
  const visibility = oneOf(body.visibility, VISIBILITIES, 'visibility');
  const transparency = oneOf(body.transparency, ['opaque', 'transparent'], 'transparency');
  const shared: SharedFields = {
    status: (oneOf(body.status, STATUSES, 'status') ?? 'confirmed') as SharedFields['status'],
    start: readEventTime(body.start, 'start'),
    end: readEventTime(body.end, 'end'),
    ...(recurrence && { recurrence }),
    ...(attendees && { attendees }),
    ...(sharedProperties && { sharedProperties }),
    ...(visibility !== undefined && visibility !== 'default' && { visibility }),
    ...(transparency === 'transparent' && { transparency }),
    plain: readPlain(body, context),
  };
  checkSpan(shared);
  checkRecurrence(shared);
  const own: PrivateFields = {
    reminders: readReminders(body.reminders),
    ...readColor(body, context),
    ...(privateProperties && { privateProperties }),
  };
  return { shared, own };
}

/** The Event resource that describes an event's present state: a patch is merged into it. */
export function toEventResource(
  { shared, own }: EventFields,
  calendar: CalendarRecord,
): JsonObject {
  const zones = { answer: calendar.timeZone, calendar: calendar.timeZone };
  const { sharedProperties, plain, start, end, ...rest } = shared;
  const { privateProperties, response: _, ...mine } = own;
  return structuredClone({
    ...plain,
    ...rest,
    ...mine,
    start: toEventDateTime(start, zones),
    end: toEventDateTime(end, zones),
    extendedProperties: {
      ...(sharedProperties && { shared: sharedProperties }),
      ...(privateProperties && { private: privateProperties }),
    },
  }) as unknown as JsonObject;
}

function readPlain(body: JsonObject, context: FieldsContext): JsonObject {
  const plain: JsonObject = {};
  const before = context.previous?.shared.plain;
  for (const name of PLAIN) {
    const value = body[name];
    if (value === undefined || value === null || value === DEFAULTS[name] || value === '') continue;
    plain[name] = structuredClone(value);
  }
  keepUnless(context.supportsAttachments, plain, before, 'attachments');
  keepUnless(context.conferenceDataVersion === 1, plain, before, 'conferenceData');
  if (plain.conferenceData && context.conferenceDataVersion === 1)
    plain.conferenceData = readConference(
      plain.conferenceData,
      before?.conferenceData,
      context.workspace,
    );
  checkAttachments(plain.attachments);
  checkSource(plain.source);
  return plain;
}

/** A field that this client does not know stays as it was. */
function keepUnless(
  knows: boolean,
  plain: JsonObject,
  before: JsonObject | undefined,
  name: string,
): void {
  if (knows) return;
  delete plain[name];
  if (before?.[name] !== undefined) plain[name] = before[name];
}

function checkAttachments(value: Json | undefined): void {
  const list = (value ?? []) as JsonObject[];
  if (list.length > ATTACHMENTS)
    throw invalid('The number of attachments exceeds the limit of 25.');
  if (list.some(({ fileUrl }) => typeof fileUrl !== 'string'))
    throw invalid('Missing attachment URL.');
}

function checkSource(value: Json | undefined): void {
  const url = (value as JsonObject | undefined)?.url;
  if (value !== undefined && !(typeof url === 'string' && /^https?:\/\//i.test(url)))
    throw invalid('Invalid source URL.');
}

function readRecurrence(value: Json | undefined): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const lines = (value as string[]).filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines : undefined;
}

function readColor(
  { colorId, eventLabelId }: JsonObject,
  { eventLabelVersion, previous }: FieldsContext,
): PrivateFields {
  if (eventLabelVersion === 1)
    return typeof eventLabelId === 'string' && eventLabelId !== '' ? { eventLabelId } : {};
  if (colorId !== undefined && colorId !== null && !/^([1-9]|1[01])$/.test(String(colorId)))
    throw invalid('Invalid event color id.');
  const label = previous?.own.eventLabelId;
  return {
    ...(typeof colorId === 'string' && { colorId }),
    ...(label !== undefined && { eventLabelId: label }),
  };
}

function oneOf(
  value: Json | undefined,
  allowed: readonly string[],
  name: string,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || !allowed.includes(value))
    throw invalid(`Invalid value for: ${name}`);
  return value;
}
