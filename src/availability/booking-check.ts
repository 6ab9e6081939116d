/** The last check before a booking is put into a calendar, with times that are read at that moment (TG10). */
import { shortMoment } from '../kit/date-words';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { localAt } from '../kit/zoned-time';
import { feedOf, loadRules, type Feeding } from './due';
import { timesOfEvents, type Span, type Taken } from './events';
import { asksOver, bookingsOf, together } from './look';
import { datesOf } from './doubles';
import { takenBy } from './plan';
import type { AvailabilityRunPorts, Booking } from './ports';
import { REASON_WORDS } from './reasons';
import type { AvailabilityRules } from './rules';

/** An activity that is about to become an event. */
export interface BookingAsk extends Span {
  readonly activityId: string;
}

type CheckPorts = Pick<
  AvailabilityRunPorts,
  'people' | 'takers' | 'bookings' | 'calendars' | 'settings' | 'clock'
>;

/**
 * Why each of these must not be put into the person's calendar, in the order of the asks; null for all that may, which are no bookings, or
 * whose time is free. Where the organization does not refuse double bookings, nothing is read. A calendar that cannot be read is a
 * reason, too. Of a series, all dates are checked for which
 * availability is given.
 */
export function mayBook(
  ports: CheckPorts,
  userId: string,
  asks: readonly BookingAsk[],
): Result<readonly (Failure | null)[], Failure> {
  const all = asks.map(() => null);
  if (asks.length === 0) return ok(all);
  const read = loadRules(ports.settings);
  if (!read.ok) return read;
  const { rules } = read.value;
  if (rules.doubleBookings !== 'refuse') return ok(all);
  const feed = feedOf(ports, rules);
  if (!feed.ok) return feed;
  const feeding = feed.value.find(({ person }) => person.userId === userId);
  if (feeding === undefined) return ok(all);
  const bookings = bookingsOf(ports, feeding, rules, ports.clock.now());
  if (!bookings.ok) return bookings;
  return checked(ports, { feeding, rules, bookings: bookings.value }, asks);
}

interface Checking {
  readonly feeding: Feeding;
  readonly rules: AvailabilityRules;
  readonly bookings: ReadonlyMap<string, Booking>;
}

function checked(
  { calendars }: CheckPorts,
  { feeding, rules, bookings }: Checking,
  asks: readonly BookingAsk[],
): Result<readonly (Failure | null)[], Failure> {
  const spansOf = (ask: BookingAsk): readonly Span[] => {
    const booking = bookings.get(ask.activityId);
    return booking ? datesOf(booking, ask) : [];
  };
  const ours = asks.flatMap(spansOf);
  if (ours.length === 0) return ok(asks.map(() => null));
  const span = {
    startMs: Math.min(...ours.map(({ startMs }) => startMs)),
    endMs: Math.max(...ours.map(({ endMs }) => endMs)),
  };
  const times = together(calendars.read(asksOver(feeding, span)));
  if (!times.ok) return fail(times.failure);
  const { zone, events } = times.value;
  const taken: Taken[] = [...timesOfEvents(events, rules, zone).taken];
  return ok(
    asks.map((ask): Failure | null => {
      const booking = bookings.get(ask.activityId);
      if (booking === undefined) return null;
      const { activityId } = ask;
      const spans = spansOf(ask);
      const overlaps = spans.flatMap((one) => {
        const other = takenBy({ activityId, ...one }, taken);
        return other === null ? [] : [{ startMs: one.startMs, by: other.reason }];
      });
      const [first] = overlaps;
      if (first === undefined) {
        // Of two at one time the first counts.
        taken.push(...spans.map((one): Taken => ({ activityId, ...one, reason: 'busy' })));
        return null;
      }
      return {
        kind: 'double-booked',
        booking: booking.name,
        person: feeding.person.email,
        when: shortMoment(localAt(first.startMs, zone)),
        by: REASON_WORDS[first.by],
        isRefused: true,
        ...(overlaps.length > 1 && { dates: overlaps.length }),
      };
    }),
  );
}
