/** People's calendars, into which no booking is put at a time that something else takes, where the organization refuses that. */
import { mayBook, type BookingAsk } from '../availability/booking-check';
import type { AvailabilityRunPorts } from '../availability/ports';
import type { GoogleCalendar, GoogleCalendars, GoogleWrite } from '../calendar/ports';
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import { fail, ok, type Result } from '../kit/result';

/** @param ports made when the first activity is about to become an event. */
export const checkedCalendars = (
  calendars: GoogleCalendars,
  ports: () => AvailabilityRunPorts,
): GoogleCalendars => ({
  ...calendars,
  of: (person) => checkedCalendar(calendars.of(person), person, ports),
});

const checkedCalendar = (
  calendar: GoogleCalendar,
  { userId }: Person,
  ports: () => AvailabilityRunPorts,
): GoogleCalendar => ({
  ...calendar,
  write(writes) {
    const asks = writes.map(askOf);
    const own = asks.filter((ask): ask is BookingAsk => ask !== null);
    if (own.length === 0) return calendar.write(writes);
    const checked = mayBook(ports(), userId, own);
    const reasons = new Map(own.map((ask, index) => [ask, reasonAt(checked, index)]));
    const refused = asks.map((ask) => (ask === null ? null : (reasons.get(ask) ?? null)));
    const sent = writes.filter((_, index) => refused[index] === null);
    const answer = sent.length === 0 ? ok([]) : calendar.write(sent);
    if (!answer.ok) return answer;
    const outcomes = [...answer.value];
    return ok(refused.map((reason) => (reason === null ? outcomes.shift()! : fail(reason))));
  },
});

/** What cannot be checked is not written: the next run tries again. */
const reasonAt = (
  checked: Result<readonly (Failure | null)[], Failure>,
  index: number,
): Failure | null => (checked.ok ? (checked.value[index] ?? null) : checked.failure);

/** Null for a write that makes no event of an activity, and for whole days. */
function askOf(write: GoogleWrite): BookingAsk | null {
  if (write.kind !== 'insert') return null;
  const { start, end, extendedProperties } = write.body;
  const activityId = extendedProperties?.private['tandemActivity'];
  if (activityId === undefined || !start?.dateTime || !end?.dateTime) return null;
  return { activityId, startMs: Date.parse(start.dateTime), endMs: Date.parse(end.dateTime) };
}
