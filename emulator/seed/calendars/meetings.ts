import type { LocalWorkspace } from '../../local-workspace';
import type { JsonObject } from '../../workspace/api-method';
import { objectsIn } from '../../workspace/directory/json-copy';
import { onCalendarOf } from './acting';
import { minutesOf, type LocalDates } from './local-dates';
import meetings from './meetings.json';

interface Meeting {
  readonly title: string;
  readonly organizer: string;
  readonly guests: readonly string[];
  /** Days after Monday. */
  readonly day: number;
  readonly at: string;
  readonly minutes: number;
  readonly zone: string;
  readonly rule: string;
  readonly location?: string;
  /** Which occurrence was moved, and which cancelled, counted from 0. */
  readonly moved?: number;
  readonly cancelled?: number;
  readonly declined?: { readonly week: number; readonly by: string };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many weeks before the present one a series began. */
const WEEKS_BACK = 8;

/** Recurring meetings with guests, some of them with occurrences that were moved, cancelled or declined. */
export function seedMeetings(workspace: LocalWorkspace, dates: LocalDates): void {
  for (const meeting of meetings as readonly Meeting[]) {
    workspace.clock.advance(workspace.random.int(DAY_MS));
    const eventId = String(insert(workspace, dates, meeting).id);
    for (const guest of meeting.guests.filter((address) => hasCalendar(workspace, address))) {
      respond(workspace, { guest, eventId, responseStatus: 'accepted' });
    }
    except(workspace, meeting, eventId);
  }
}

function insert(workspace: LocalWorkspace, dates: LocalDates, meeting: Meeting): JsonObject {
  const { title, organizer, guests, day, at, minutes, zone, rule, location } = meeting;
  const start = minutesOf(at);
  const time = (minute: number) => ({
    dateTime: dates.time(day - 7 * WEEKS_BACK, minute),
    timeZone: zone,
  });
  return onCalendarOf(workspace, organizer)(
    'insert',
    { sendUpdates: 'none' },
    {
      summary: title,
      start: time(start),
      end: time(start + minutes),
      recurrence: [`RRULE:${rule}`],
      attendees: guests.map((email) => ({ email })),
      ...(location !== undefined && { location }),
    },
  );
}

const hasCalendar = ({ state }: LocalWorkspace, address: string): boolean =>
  Object.values(state.directory.users).some(({ primaryEmail }) => primaryEmail === address);

function respond(
  workspace: LocalWorkspace,
  {
    guest,
    eventId,
    responseStatus,
  }: { readonly guest: string; readonly eventId: string; readonly responseStatus: string },
): void {
  const call = onCalendarOf(workspace, guest);
  const attendees = objectsIn(call('get', { eventId }).attendees).map((attendee) =>
    attendee.self === true ? { ...attendee, responseStatus } : attendee,
  );
  call('patch', { eventId, sendUpdates: 'none' }, { attendees });
}

function except(workspace: LocalWorkspace, meeting: Meeting, eventId: string): void {
  const call = onCalendarOf(workspace, meeting.organizer);
  const occurrences = objectsIn(call('instances', { eventId, maxResults: 20 }).items);
  const idOf = (nth: number | undefined): string | undefined =>
    nth === undefined ? undefined : (occurrences[nth]?.id as string | undefined);
  const [moved, cancelled, declined] = [
    meeting.moved,
    meeting.cancelled,
    meeting.declined?.week,
  ].map(idOf);
  if (moved) move(call, occurrences[meeting.moved!]!);
  if (cancelled) call('delete', { eventId: cancelled, sendUpdates: 'none' });
  if (declined && meeting.declined) {
    const { by: guest } = meeting.declined;
    respond(workspace, { guest, eventId: declined, responseStatus: 'declined' });
  }
}

const TWO_HOURS_MS = 2 * 60 * 60 * 1000;

/** Two hours later, and renamed. */
function move(call: ReturnType<typeof onCalendarOf>, occurrence: JsonObject): void {
  const later = (time: unknown): object => {
    const { dateTime, timeZone } = time as { dateTime: string; timeZone: string };
    return { dateTime: new Date(Date.parse(dateTime) + TWO_HOURS_MS).toISOString(), timeZone };
  };
  call(
    'patch',
    { eventId: occurrence.id, sendUpdates: 'none' },
    {
      summary: `${String(occurrence.summary)} (moved)`,
      start: later(occurrence.start),
      end: later(occurrence.end),
    },
  );
}
