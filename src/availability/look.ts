/** Reads people's calendars and plans from them what clients can book. */
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { failureWords } from '../card/failure-words';
import { fail, ok, type Result } from '../kit/result';
import { isTimeZone } from '../kit/zoned-time';
import { boardBlocks, postBoards, type Board, type Look, type Looks } from './boards';
import { ownHours, READ_AGAIN_MS, type Feeding } from './due';
import { namedDoubles, type NamedDouble } from './doubles';
import type { Span } from './events';
import type { AvailabilityRunPorts, Booking, CalendarAsk, CalendarTimes } from './ports';
import {
  listedSpan,
  planAvailability,
  unknownAvailability,
  windowOf,
  type Availability,
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
  readonly doubles: readonly NamedDouble[];
  readonly next: Look;
}

interface Rules {
  readonly rules: AvailabilityRules;
  readonly looks: Looks;
}

/** Looks at these people together. */
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
    const bookings = bookingsOf(ports, feeding, rules, nowMs);
    if (!bookings.ok) return bookings;
    const times = together(own);
    const before = looks.of(feeding.person.userId);
    found.push(
      times.ok
        ? known(feeding, { times: times.value, rules, nowMs, bookings: bookings.value })
        : unread(feeding, { failure: times.failure, rules, nowMs, before }),
    );
  }
  return ok(found);
}

/** The zone may be wrong until Google has said it: a day more on both sides is enough for every zone. */
const SLACK_MS = 86_400_000;

function asksFor(feeding: Feeding, rules: AvailabilityRules, nowMs: number): CalendarAsk[] {
  const zone = zoneOr(feeding.person.zone, 'UTC');
  const { startMs, endMs } = listedSpan(windowOf(nowMs, zone, rules.days), rules);
  return asksOver(feeding, { startMs: startMs - SLACK_MS, endMs: endMs + SLACK_MS });
}

/** All calendars whose events take the person's time, their main one first. */
export function asksOver({ person, taker }: Feeding, span: Span): CalendarAsk[] {
  const calendars = [PRIMARY, ...taker.calendars.filter((id) => id !== person.email)];
  return calendars.map((calendarId) => ({ person, calendarId, span }));
}

const zoneOr = (zone: string | null, otherwise: string): string =>
  zone !== null && isTimeZone(zone) ? zone : otherwise;

export function bookingsOf(
  { bookings }: Pick<AvailabilityRunPorts, 'bookings'>,
  { person }: Pick<Feeding, 'person'>,
  { bookingTypes, days }: AvailabilityRules,
  nowMs: number,
): Result<ReadonlyMap<string, Booking>, Failure> {
  const types = bookingTypes.split(',').map((name) => name.trim());
  const named = types.filter((name) => name !== '');
  return named.length === 0
    ? ok(new Map())
    : bookings.of(person, named, windowOf(nowMs, zoneOr(person.zone, 'UTC'), days));
}

/** All calendars of a person: if one cannot be read, it is unknown when they are free. An event in two of them counts once. */
export function together(
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
  readonly bookings: ReadonlyMap<string, Booking>;
}

function known(feeding: Feeding, { times, rules, nowMs, bookings }: Read): Found {
  const { events, zone } = times;
  const person = { zone, hours: ownHours(feeding.taker) };
  const availability = planAvailability(events, rules, person, windowOf(nowMs, zone, rules.days));
  const doubles = namedDoubles(availability, bookings, rules);
  const next = {
    mark: feeding.mark,
    readAtMs: nowMs,
    triedAtMs: nowMs,
    isGood: true,
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
  const { retry } = traitsOf(failure);
  const mayPass = retry === 'soon' || retry === 'later';
  const isUnknown = !mayPass || readAtMs === null || nowMs - readAtMs >= READ_AGAIN_MS;
  const zone = zoneOr(feeding.person.zone, 'UTC');
  const window = windowOf(nowMs, zone, rules.days);
  return {
    feeding,
    availability: isUnknown ? unknownAvailability(window) : null,
    zone,
    failure,
    doubles: [],
    next: {
      mark: feeding.mark,
      readAtMs,
      triedAtMs: nowMs,
      isGood: false,
      isUnknown,
      hasProblems: true,
    },
  };
}

/** Leaves what cards show, and takes away what they showed of people who have left. */
export function showFound(
  { cache, customer, clock }: Pick<AvailabilityRunPorts, 'cache' | 'customer' | 'clock'>,
  found: readonly Found[],
  gone: readonly string[],
): void {
  const boards = found.flatMap((one): [string, Board][] => {
    const board = boardFor(one, clock.now());
    return board ? [[one.feeding.person.userId, board]] : [];
  });
  postBoards(cache, customer, { boards: new Map(boards), gone });
}

function boardFor(
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
    doubles: doubles.map(({ name, startMs, isRefused, dates }) => ({
      name,
      startMs,
      isRefused,
      dates,
    })),
    trouble: words && { heading: words.heading, meaning: words.meaning, cure: words.cure },
  };
}
