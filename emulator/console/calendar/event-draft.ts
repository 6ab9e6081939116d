import type { CalendarEvent, EventType, Guest } from './event-resource';
import { spanOf, timesOf, type WrittenTimes } from './event-span';
import { recurrenceOf, repeatOf, type Repeat, type RepeatEnd } from './repeat-rule';
import { addDays, clockOf, dayOf, laterBy, MINUTE_MS } from './wall-time';

/** An event as edited in a form. */
export interface EventDraft {
  readonly calendarId: string;
  readonly type: EventType;
  readonly title: string;
  readonly allDay: boolean;
  readonly startDate: string;
  readonly startTime: string;
  /** The last day itself, unlike in the API. */
  readonly endDate: string;
  readonly endTime: string;
  readonly startZone: string;
  readonly endZone: string;
  readonly repeat: Repeat;
  /** The whole rule, as written with `custom`. */
  readonly rule: string;
  readonly repeatEnd: RepeatEnd;
  readonly guests: readonly Guest[];
  readonly guestsCanModify: boolean;
  readonly guestsCanInviteOthers: boolean;
  readonly guestsCanSeeOtherGuests: boolean;
  readonly location: string;
  readonly description: string;
  readonly transparency: string;
  readonly visibility: string;
  /** Empty for the calendar's color. */
  readonly colorId: string;
  readonly declineMode: string;
  readonly declineMessage: string;
}

/** A new event on a calendar, in wall times of a time zone. */
export function newDraft(
  calendarId: string,
  {
    allDay,
    start,
    end,
  }: { readonly allDay: boolean; readonly start: string; readonly end: string },
  zone: string,
): EventDraft {
  return {
    calendarId,
    type: 'default',
    title: '',
    allDay,
    startDate: dayOf(start),
    startTime: allDay ? '09:00' : clockOf(start),
    endDate: allDay ? addDays(dayOf(end), -1) : dayOf(end),
    endTime: allDay ? '10:00' : clockOf(end),
    startZone: zone,
    endZone: zone,
    repeat: 'none',
    rule: '',
    repeatEnd: { kind: 'never' },
    guests: [],
    guestsCanModify: false,
    guestsCanInviteOthers: true,
    guestsCanSeeOtherGuests: true,
    location: '',
    description: '',
    transparency: 'opaque',
    visibility: 'default',
    colorId: '',
    declineMode: 'declineOnlyNewConflictingInvitations',
    declineMessage: 'Declined because I am out of office',
  };
}

/** The draft of an existing event. @param lines its series' recurrence. */
export function draftOf(
  event: CalendarEvent,
  { calendarId, zone, lines }: { calendarId: string; zone: string; lines: readonly string[] },
): EventDraft {
  const startZone = event.start.timeZone ?? zone;
  const endZone = event.end.timeZone ?? startZone;
  const { allDay, start } = spanOf(event, startZone);
  const { end } = spanOf(event, endZone);
  const recurring = repeatOf(lines, dayOf(start));
  const status = event.outOfOfficeProperties ?? event.focusTimeProperties;
  const plain = newDraft(calendarId, { allDay, start, end }, zone);
  return {
    ...plain,
    type: event.eventType ?? 'default',
    title: event.summary ?? '',
    startZone,
    endZone,
    repeat: recurring.repeat,
    rule: recurring.rule,
    repeatEnd: recurring.end,
    guests: event.attendees ?? [],
    guestsCanModify: event.guestsCanModify ?? false,
    guestsCanInviteOthers: event.guestsCanInviteOthers ?? true,
    guestsCanSeeOtherGuests: event.guestsCanSeeOtherGuests ?? true,
    location: event.location ?? '',
    description: event.description ?? '',
    transparency: event.transparency ?? 'opaque',
    visibility: event.visibility ?? 'default',
    colorId: event.colorId ?? '',
    declineMode: status?.autoDeclineMode ?? plain.declineMode,
    declineMessage: status?.declineMessage ?? plain.declineMessage,
  };
}

/** The times of a draft. Status events that last whole days are written as times: the API has no all-day ones. */
export function draftTimes(draft: EventDraft): WrittenTimes {
  const { allDay, startDate, startTime, endDate, endTime, startZone, endZone } = draft;
  const dayAfter = addDays(endDate, 1);
  if (allDay && draft.type === 'default')
    return timesOf({ allDay: true, start: startDate, end: dayAfter }, startZone);
  const [from, to] = allDay
    ? [`${startDate}T00:00:00`, `${dayAfter}T00:00:00`]
    : [`${startDate}T${startTime}:00`, `${endDate}T${endTime}:00`];
  return timesOf({ allDay: false, start: from, end: to }, startZone, endZone);
}

/** Start and end after a draft's start was changed: its length stays the same. */
export function movedStart(draft: EventDraft, startDate: string, startTime: string): EventDraft {
  const before = `${draft.startDate}T${draft.startTime}:00`;
  const after = `${startDate}T${startTime}:00`;
  const by = Date.parse(`${after}Z`) - Date.parse(`${before}Z`);
  const end = laterBy(`${draft.endDate}T${draft.endTime}:00`, Number.isNaN(by) ? 0 : by);
  return { ...draft, startDate, startTime, endDate: dayOf(end), endTime: clockOf(end) };
}

/** A draft changed to another type, with what Calendar proposes for it. */
export const ofType = (draft: EventDraft, type: EventType): EventDraft => ({
  ...draft,
  type,
  allDay: type === 'focusTime' ? false : draft.allDay,
  guests: type === 'default' ? draft.guests : [],
});

/** The whole Event resource of a draft. */
export function bodyOf(draft: EventDraft): Record<string, unknown> {
  const { allDay, startDate, type } = draft;
  return {
    ...draftTimes(draft),
    summary: draft.title.trim(),
    recurrence: recurrenceOf(
      { repeat: draft.repeat, rule: draft.rule, end: draft.repeatEnd },
      { date: startDate, allDay: allDay && type === 'default' },
    ),
    location: draft.location.trim(),
    description: draft.description,
    transparency: draft.transparency,
    visibility: draft.visibility,
    colorId: draft.colorId === '' ? null : draft.colorId,
    ...(type === 'default' ? guestFields(draft) : statusFields(draft)),
  };
}

const guestFields = (draft: EventDraft): object => ({
  attendees: draft.guests,
  guestsCanModify: draft.guestsCanModify,
  guestsCanInviteOthers: draft.guestsCanInviteOthers,
  guestsCanSeeOtherGuests: draft.guestsCanSeeOtherGuests,
});

function statusFields({ type, declineMode, declineMessage }: EventDraft): object {
  if (type !== 'outOfOffice' && type !== 'focusTime') return {};
  const declines = declineMode !== 'declineNone';
  return {
    eventType: type,
    [`${type}Properties`]: {
      autoDeclineMode: declineMode,
      ...(declines && { declineMessage }),
      ...(type === 'focusTime' && { chatStatus: 'doNotDisturb' }),
    },
  };
}

/** The fields in which two drafts of the same event differ, as a patch. */
export function patchOf(before: EventDraft, after: EventDraft): Record<string, unknown> {
  const [old, now] = [bodyOf(before), bodyOf(after)];
  const names = Object.keys(now).filter(
    (name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]),
  );
  const patch = Object.fromEntries(names.map((name) => [name, now[name]]));
  const needsTimes = ['start', 'end', 'recurrence'].some((name) => name in patch);
  return needsTimes ? { ...patch, start: now['start'], end: now['end'] } : patch;
}

/** Why a draft cannot be saved, in a sentence; null when it can. */
export function problemOf(draft: EventDraft): string | null {
  if (!draft.startDate || !draft.endDate) return 'Enter a date.';
  if (!draft.allDay && (!draft.startTime || !draft.endTime)) return 'Enter a time.';
  const from = draft.allDay ? draft.startDate : `${draft.startDate}T${draft.startTime}`;
  const to = draft.allDay ? draft.endDate : `${draft.endDate}T${draft.endTime}`;
  if (draft.startZone === draft.endZone && to < from)
    return 'The event can’t end before it starts.';
  return draft.repeat === 'custom' && draft.rule.trim() === '' ? 'Enter a rule.' : null;
}

/** The end of a draft without a length of its own. */
export const defaultEnd = (start: string, minutes: number): string =>
  laterBy(start, minutes * MINUTE_MS);
