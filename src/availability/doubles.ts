/** Bookings that overlap something else, each once, with how many of its dates do. */
import type { Span } from './events';
import { doubleBookings, takenBy, type Availability, type DoubleBooking } from './plan';
import type { Booking } from './ports';
import type { AvailabilityRules } from './rules';

/** `isRefused`: it is not in the calendar, because something else was there first. */
export type NamedDouble = DoubleBooking & {
  readonly name: string;
  readonly isRefused: boolean;
  /** How many dates of it overlap something; this is the first. */
  readonly dates: number;
};

/** Those in the calendar, and those that were not put there. */
export function namedDoubles(
  availability: Availability,
  bookings: ReadonlyMap<string, Booking>,
  rules: AvailabilityRules,
): readonly NamedDouble[] {
  const there = doubleBookings(availability.taken, new Set(bookings.keys()));
  return [
    ...firstOfEach(there).map((double) => ({
      ...double,
      name: bookings.get(double.activityId)?.name ?? '',
      isRefused: false,
    })),
    ...(rules.doubleBookings === 'refuse' ? refusedIn(availability, bookings) : []),
  ];
}

/** Bookings in the window that are not in the calendar, at a time that something else takes. */
function refusedIn(
  { taken, window }: Availability,
  bookings: ReadonlyMap<string, Booking>,
): NamedDouble[] {
  const there = new Set(taken.map(({ activityId }) => activityId));
  return [...bookings].flatMap(([activityId, booking]): NamedDouble[] => {
    if (booking.span === null || there.has(activityId)) return [];
    const spans = datesOf(booking, booking.span).filter(({ startMs }) => startMs >= window.startMs);
    const doubles = spans.flatMap((span): DoubleBooking[] => {
      const other = takenBy({ activityId, ...span }, taken);
      return other === null ? [] : [{ activityId, ...span, by: other.reason }];
    });
    const { name } = booking;
    return firstOfEach(doubles).map((double) => ({ ...double, name, isRefused: true }));
  });
}

/** When a booking takes time: itself, or its dates in the window. */
export const datesOf = ({ dates = [] }: Booking, itself: Span): readonly Span[] =>
  dates.length > 0 ? dates : [itself];

/** The first double date of each booking, with the number of them. */
function firstOfEach(
  doubles: readonly DoubleBooking[],
): (DoubleBooking & { readonly dates: number })[] {
  const found = new Map<string, DoubleBooking & { readonly dates: number }>();
  for (const double of doubles) {
    const first = found.get(double.activityId);
    found.set(double.activityId, { ...(first ?? double), dates: (first?.dates ?? 0) + 1 });
  }
  return [...found.values()];
}
