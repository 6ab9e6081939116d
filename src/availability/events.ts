/** Which events take somebody's time, and why. */
import { instantMsOf } from '../kit/zoned-time';
import type { Reason } from './reasons';
import type { AvailabilityRules } from './rules';

/**
 * The fields of an event that decide about availability: never its title, its place or its guests.
 *
 * @see https://developers.google.com/workspace/calendar/api/v3/reference/events
 */
export interface TimeOfEvent {
  readonly id: string;
  readonly status?: string;
  readonly eventType?: string;
  readonly transparency?: string;
  readonly start?: { readonly date?: string | null; readonly dateTime?: string | null };
  readonly end?: { readonly date?: string | null; readonly dateTime?: string | null };
  /** Only the entry of the calendar's own person. */
  readonly attendees?: readonly { readonly self?: boolean; readonly responseStatus?: string }[];
  /** The activity that Tandem made the event from; null for all others. */
  readonly activityId?: string | null;
}

/** Milliseconds since 1970-01-01T00:00:00Z; the end is exclusive. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** A time that an event takes. */
export interface Taken extends Span {
  readonly reason: Reason;
  readonly activityId: string | null;
}

export interface EventTimes {
  readonly taken: readonly Taken[];
  /** Dates of all-day events that are shown as free, so that they do not block. */
  readonly freeAllDay: readonly string[];
}

type Rules = Pick<AvailabilityRules, 'tentative' | 'allDay' | 'focusTime'>;

/** @param zone of the calendar: an all-day event lasts from midnight to midnight there. */
export function timesOfEvents(
  events: readonly TimeOfEvent[],
  rules: Rules,
  zone: string,
): EventTimes {
  const taken: Taken[] = [];
  const freeAllDay = new Set<string>();
  for (const event of events) {
    const date = event.start?.date;
    if (date && isOrdinary(event) && isMine(event) && event.transparency === 'transparent')
      freeAllDay.add(date);
    const reason = reasonOf(event, rules);
    const span = reason === null ? null : spanOf(event, zone);
    // An event without length takes no time.
    if (reason !== null && span !== null && span.endMs > span.startMs)
      taken.push({ ...span, reason, activityId: event.activityId ?? null });
  }
  return { taken, freeAllDay: [...freeAllDay].sort() };
}

/** A working location says where somebody works, and a birthday whose it is: neither takes time, or could. */
const isOrdinary = ({ eventType }: TimeOfEvent): boolean =>
  eventType !== 'workingLocation' && eventType !== 'birthday';

const answerOf = ({ attendees = [] }: TimeOfEvent): string | undefined =>
  attendees.find(({ self }) => self)?.responseStatus;

const isMine = (event: TimeOfEvent): boolean =>
  event.status !== 'cancelled' && answerOf(event) !== 'declined';

/** Null for an event during which clients can book. */
function reasonOf(event: TimeOfEvent, rules: Rules): Reason | null {
  if (!isOrdinary(event) || !isMine(event) || event.transparency === 'transparent') return null;
  if (event.eventType === 'outOfOffice') return 'out-of-office';
  if (event.eventType === 'focusTime') return rules.focusTime === 'blocks' ? 'focus-time' : null;
  const answer = answerOf(event);
  if (event.status === 'tentative' || answer === 'tentative' || answer === 'needsAction')
    return rules.tentative === 'blocks' ? 'tentative' : null;
  if (event.start?.date) return rules.allDay === 'blocks' ? 'all-day' : null;
  return 'busy';
}

/** Null when Google gave no times that can be read. */
function spanOf({ start, end }: TimeOfEvent, zone: string): Span | null {
  const [startMs, endMs] = [msOfTime(start, zone), msOfTime(end, zone)];
  return Number.isNaN(startMs) || Number.isNaN(endMs) ? null : { startMs, endMs };
}

const DATE = /^[1-9]\d{3}-\d\d-\d\d$/;

function msOfTime(time: TimeOfEvent['start'], zone: string): number {
  if (time?.dateTime) return Date.parse(time.dateTime);
  return time?.date && DATE.test(time.date) ? midnightMs(time.date, zone) : NaN;
}

/** The beginning of a day in a zone. */
export const midnightMs = (date: string, zone: string): number =>
  instantMsOf({ local: `${date}T00:00:00`, zone });
