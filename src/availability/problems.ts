/** Problems that administrators are told: calendars that cannot be read, and double bookings. */
import type { Failure } from '../kit/failure';
import { shortMoment } from '../kit/date-words';
import { ok, type Result } from '../kit/result';
import { localAt } from '../kit/zoned-time';
import { problemBook } from '../runs/problems';
import type { Looks } from './boards';
import type { Found } from './look';
import type { AvailabilityRunPorts } from './ports';
import { REASON_WORDS } from './reasons';

/** How this feature's problems begin, and no others. */
const calendarOf = (email: string): string => `Availability of ${email}`;
const bookingsOf = (email: string): string => `Double booking of ${email}: `;

/** Reads Problems only when somebody has one, or had. */
export function noteProblems(
  { problems, clock }: Pick<AvailabilityRunPorts, 'problems' | 'clock'>,
  found: readonly Found[],
  looks: Looks,
): Result<null, Failure> {
  const worth = found.filter(
    ({ feeding, next }) =>
      // After the cache was lost, nobody knows who had one.
      next.hasProblems || (looks.of(feeding.person.userId)?.hasProblems ?? false),
  );
  if (worth.length === 0) return ok(null);
  const before = problems.load();
  if (!before.ok) return before;
  const book = problemBook(before.value, clock);
  for (const one of worth) {
    const { email } = one.feeding.person;
    if (one.failure === null) book.noteSuccess(calendarOf(email));
    else book.noteFailure(calendarOf(email), null, one.failure);
    const doubles = doublesOf(one);
    const known = new Map(before.value.map(({ about, version }) => [about, version]));
    for (const about of known.keys())
      if (about.startsWith(bookingsOf(email)) && one.failure === null && !doubles.has(about))
        book.noteSuccess(about);
    for (const [about, failure] of doubles)
      if (!known.has(about)) book.noteFailure(about, null, failure);
  }
  return book.isChanged ? problems.save(book.list()) : ok(null);
}

function doublesOf({ feeding, doubles, zone }: Found): ReadonlyMap<string, Failure> {
  const { email } = feeding.person;
  return new Map(
    doubles.map(({ name, startMs, by, isRefused, dates }) => {
      const when = shortMoment(localAt(startMs, zone));
      const about = `${bookingsOf(email)}${name || 'a booking'}, ${when}`;
      return [
        about,
        {
          kind: 'double-booked',
          booking: name,
          person: email,
          when,
          by: REASON_WORDS[by],
          isRefused,
          ...(dates > 1 && { dates }),
        },
      ];
    }),
  );
}
