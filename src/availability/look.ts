/** Reads people's calendars and plans from them what clients can book. */
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { failureWords } from '../card/failure-words';
import { fail, ok, type Result } from '../kit/result';
import { gathering } from '../kit/together';
import { isTimeZone } from '../kit/zoned-time';
import { boardBlocks, boardSlot, type Board, type Look, type Looks } from './boards';
import { ownHours, READ_AGAIN_MS, type Feeding } from './due';
import type { AvailabilityRunPorts, CalendarAsk, CalendarTimes } from './ports';
import {
  doubleBookings,
  listedSpan,
  planAvailability,
  unknownAvailability,
  windowOf,
  type Availability,
  type DoubleBooking,
} from './plan';
import type { AvailabilityRules } from './rules';

const PRIMARY = 'primary';

/** What a look at one person found. */
export interface Found {
  readonly feeding: Feeding;
  /** Null when the calendar could not be read for the moment: what the work system knows stays. */
  readonly availability: Availability | null;
  readonly zone: string;
  readonly failure: Failure | null;
  readonly doubles: readonly (DoubleBooking & { readonly name: string })[];
  readonly next: Look;
}

interface Rules {
  readonly rules: AvailabilityRules;
  readonly looks: Looks;
}

/** Looks at these people together, and leaves what their cards show. */
export function look(
  ports: AvailabilityRunPorts,
  { rules, looks }: Rules,
  chunk: readonly Feeding[],
): Result<readonly Found[], Failure> {
  const nowMs = ports.clock.now();
  const asks = chunk.map((feeding) => asksFor(feeding, rules, nowMs));
  const answers = ports.calendars.read(asks.flat());
  let at = 0;
  const found: Found[] = [];
  for (const [index, feeding] of chunk.entries()) {
    const own = answers.slice(at, (at += asks[index]!.length));
    const bookings = bookingsOf(ports, feeding, rules);
    if (!bookings.ok) return bookings;
    const times = together(own);
    const before = looks.of(feeding.person.userId);
    found.push(
      times.ok
        ? known(feeding, { times: times.value, rules, nowMs, bookings: bookings.value })
        : unread(feeding, { failure: times.failure, rules, nowMs, before }),
    );
  }
  postBoards(ports, found, nowMs);
  return ok(found);
}

/** The zone may be wrong until Google has said it: a day more on both sides is enough for every zone. */
const SLACK_MS = 86_400_000;

function asksFor(
  { person, taker }: Feeding,
  rules: AvailabilityRules,
  nowMs: number,
): CalendarAsk[] {
  const zone = zoneOr(person.zone, 'UTC');
  const { startMs, endMs } = listedSpan(windowOf(nowMs, zone, rules.days), rules);
  const span = { startMs: startMs - SLACK_MS, endMs: endMs + SLACK_MS };
  const calendars = [PRIMARY, ...taker.calendars.filter((id) => id !== person.email)];
  return calendars.map((calendarId) => ({ person, calendarId, span }));
}

const zoneOr = (zone: string | null, otherwise: string): string =>
  zone !== null && isTimeZone(zone) ? zone : otherwise;

function bookingsOf(
  { bookings }: Pick<AvailabilityRunPorts, 'bookings'>,
  { person }: Feeding,
  { bookingTypes }: AvailabilityRules,
): Result<ReadonlyMap<string, string>, Failure> {
  const types = bookingTypes.split(',').map((name) => name.trim());
  const named = types.filter((name) => name !== '');
  return named.length === 0 ? ok(new Map()) : bookings.of(person, named);
}

/** All calendars of a person: if one cannot be read, it is unknown when they are free. An event in two of them counts once. */
function together(
  answers: readonly Result<CalendarTimes, Failure>[],
): Result<CalendarTimes, Failure> {
  const events = new Map<string, CalendarTimes['events'][number]>();
  let zone = '';
  for (const answer of answers) {
    if (!answer.ok) return answer;
    if (zone === '') ({ zone } = answer.value);
    for (const event of answer.value.events) if (!events.has(event.id)) events.set(event.id, event);
  }
  return isTimeZone(zone)
    ? ok({ events: [...events.values()], zone })
    : fail({
        kind: 'unreadable-answer',
        service: 'Google Calendar',
        reason: 'a calendar without a time zone',
      });
}

interface Read {
  readonly times: CalendarTimes;
  readonly rules: AvailabilityRules;
  readonly nowMs: number;
  readonly bookings: ReadonlyMap<string, string>;
}

function known(feeding: Feeding, { times, rules, nowMs, bookings }: Read): Found {
  const { events, zone } = times;
  const person = { zone, hours: ownHours(feeding.taker) };
  const availability = planAvailability(events, rules, person, windowOf(nowMs, zone, rules.days));
  const doubles = doubleBookings(availability.taken, new Set(bookings.keys())).map((double) => ({
    ...double,
    name: bookings.get(double.activityId) ?? '',
  }));
  const next = {
    mark: feeding.mark,
    readAtMs: nowMs,
    triedAtMs: nowMs,
    isUnknown: false,
    hasProblems: doubles.length > 0,
  };
  return { feeding, availability, zone, failure: null, doubles, next };
}

interface Unread {
  readonly failure: Failure;
  readonly rules: AvailabilityRules;
  readonly nowMs: number;
  readonly before: Look | null;
}

/** What was read a short while ago stays for the moment; a failure that does not go away by itself counts at once. */
function unread(feeding: Feeding, { failure, rules, nowMs, before }: Unread): Found {
  const readAtMs = before?.readAtMs ?? null;
  const mayPass = traitsOf(failure).retry === 'soon' || traitsOf(failure).stops === 'run';
  const isUnknown = !mayPass || readAtMs === null || nowMs - readAtMs >= READ_AGAIN_MS;
  const zone = zoneOr(feeding.person.zone, 'UTC');
  const window = windowOf(nowMs, zone, rules.days);
  return {
    feeding,
    availability: isUnknown ? unknownAvailability(window) : null,
    zone,
    failure,
    doubles: [],
    next: { mark: feeding.mark, readAtMs, triedAtMs: nowMs, isUnknown, hasProblems: true },
  };
}

function postBoards(
  { cache, customer }: AvailabilityRunPorts,
  found: readonly Found[],
  nowMs: number,
): void {
  const posted = gathering(cache);
  for (const one of found) {
    const board = boardOf(one, nowMs);
    // Gathering never fails.
    if (board) void boardSlot(posted.store, customer, one.feeding.person.userId).write(board);
  }
  // What the cache does not keep is shown again after the next look.
  void posted.send();
}

function boardOf(
  { feeding, availability, zone, failure, doubles }: Found,
  atMs: number,
): Board | null {
  if (availability === null) return null;
  const { window, freeAllDay } = availability;
  const words = failure && failureWords(failure);
  return {
    atMs,
    email: feeding.person.email,
    zone,
    ...window,
    blocks: boardBlocks(availability),
    freeAllDay,
    doubles: doubles.map(({ name, startMs }) => ({ name, startMs })),
    trouble: words && { heading: words.heading, meaning: words.meaning, cure: words.cure },
  };
}
