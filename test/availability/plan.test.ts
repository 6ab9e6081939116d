// What clients can book, by events and rules: pure.
import fc from 'fast-check';
import type { Span, TimeOfEvent } from '../../src/availability/events';
import {
  bookability,
  doubleBookings,
  freeSpans,
  listedSpan,
  planAvailability,
  unknownAvailability,
  windowOf,
  type Availability,
} from '../../src/availability/plan';
import { DEFAULT_RULES, type AvailabilityRules } from '../../src/availability/rules';

const ZONE = 'Europe/Helsinki';
const DAY_MS = 86_400_000;
const ms = (instant: string): number => Date.parse(instant);

/** A Tuesday, 10:00 in Helsinki. */
const NOW = ms('2026-03-03T08:00:00Z');

const timed = (start: string, end: string, more: Partial<TimeOfEvent> = {}): TimeOfEvent => ({
  id: `${start} ${end}`,
  start: { dateTime: start },
  end: { dateTime: end },
  ...more,
});

const allDay = (start: string, end: string, more: Partial<TimeOfEvent> = {}): TimeOfEvent => ({
  id: start,
  start: { date: start },
  end: { date: end },
  ...more,
});

interface Case {
  readonly events?: readonly TimeOfEvent[];
  readonly rules?: Partial<AvailabilityRules>;
  readonly hours?: string | null;
  readonly zone?: string;
  readonly nowMs?: number;
}

function planned({ events = [], rules = {}, hours = null, zone = ZONE, nowMs = NOW }: Case) {
  const all = { ...DEFAULT_RULES, hours: '', ...rules };
  return planAvailability(events, all, { zone, hours }, windowOf(nowMs, zone, all.days));
}

const span = (start: string, end: string): Span => ({ startMs: ms(start), endMs: ms(end) });

/** The blocks of the window, as instants. */
const blocks = ({ blocks: all, window }: Availability): readonly string[] =>
  all
    .filter(({ startMs }) => startMs < window.endMs)
    .map(
      ({ startMs, endMs, reason }) =>
        `${new Date(startMs).toISOString().slice(0, 16)} ${new Date(endMs).toISOString().slice(0, 16)} ${reason}`,
    );

const TEN = ['2026-03-04T08:00:00Z', '2026-03-04T09:00:00Z'] as const;
const at = (reason: string): readonly string[] => [`2026-03-04T08:00 2026-03-04T09:00 ${reason}`];
const self = (responseStatus: string) => ({ attendees: [{ self: true, responseStatus }] });

describe('what an event does to a time [TG1-TG5]', () => {
  test.each<readonly [string, Partial<TimeOfEvent>, Partial<AvailabilityRules>, readonly string[]]>(
    [
      ['a busy event blocks', {}, {}, at('busy')],
      ['one shown as free does not', { transparency: 'transparent' }, {}, []],
      ['one that was cancelled does not', { status: 'cancelled' }, {}, []],
      ['a declined one does not', self('declined'), {}, []],
      ['an accepted one does', self('accepted'), {}, at('busy')],
      ['a maybe blocks', self('tentative'), {}, at('tentative')],
      ['an unanswered invitation blocks', self('needsAction'), {}, at('tentative')],
      ['a tentative event blocks', { status: 'tentative' }, {}, at('tentative')],
      [
        'a maybe is free where the organization says so',
        self('tentative'),
        { tentative: 'free' },
        [],
      ],
      [
        'somebody else’s maybe is nothing',
        { attendees: [{ responseStatus: 'tentative' }] },
        {},
        at('busy'),
      ],
      ['out of office blocks', { eventType: 'outOfOffice' }, {}, at('out-of-office')],
      ['focus time blocks', { eventType: 'focusTime' }, {}, at('focus-time')],
      [
        'focus time is free where the organization says so',
        { eventType: 'focusTime' },
        { focusTime: 'free' },
        [],
      ],
      ['where somebody works takes no time', { eventType: 'workingLocation' }, {}, []],
      ['a birthday takes no time', { eventType: 'birthday' }, {}, []],
    ],
  )('%s', (_name, more, rules, expected) => {
    expect(blocks(planned({ events: [timed(...TEN, more)], rules }))).toEqual(expected);
  });

  test('an event without length, and one without readable times, block nothing', () => {
    const events = [timed(TEN[0], TEN[0]), timed('x', TEN[1]), { id: 'none' }];
    expect(blocks(planned({ events }))).toEqual([]);
  });
});

describe('all-day events [TG3, D9]', () => {
  const day = (more: Partial<TimeOfEvent> = {}) => allDay('2026-03-04', '2026-03-05', more);

  test('one shown as busy blocks from midnight to midnight in the person’s zone', () => {
    expect(blocks(planned({ events: [day()] }))).toEqual([
      '2026-03-03T22:00 2026-03-04T22:00 all-day',
    ]);
  });

  test('one shown as busy is free where the organization says so', () => {
    expect(blocks(planned({ events: [day()], rules: { allDay: 'free' } }))).toEqual([]);
  });

  test('one shown as free does not block, and its day is told', () => {
    const plan = planned({ events: [day({ transparency: 'transparent' })] });
    expect(blocks(plan)).toEqual([]);
    expect(plan.freeAllDay).toEqual(['2026-03-04']);
  });

  test('nobody is warned of what they declined, of a working location, or of a day out of the window', () => {
    const free = { transparency: 'transparent' };
    const events = [
      day({ ...free, ...self('declined') }),
      day({ ...free, eventType: 'workingLocation' }),
      allDay('2026-04-04', '2026-04-05', free),
    ];
    expect(planned({ events }).freeAllDay).toEqual([]);
  });

  test('on the days on which the clocks change a day has 23 and 25 hours', () => {
    const spring = planned({
      events: [allDay('2026-03-29', '2026-03-30')],
      nowMs: ms('2026-03-27T08:00:00Z'),
    });
    expect(blocks(spring)).toEqual(['2026-03-28T22:00 2026-03-29T21:00 all-day']);
    const autumn = planned({
      events: [allDay('2026-10-25', '2026-10-26')],
      nowMs: ms('2026-10-24T08:00:00Z'),
    });
    expect(blocks(autumn)).toEqual(['2026-10-24T21:00 2026-10-25T22:00 all-day']);
  });
});

describe('working hours [TG5]', () => {
  /** When it is open on a date, as instants. */
  const open = (zone: string, date: string, hours: string) => {
    const plan = planned({ hours, zone, nowMs: ms(`${date}T12:00:00Z`), rules: { days: 1 } });
    return freeSpans(plan.window, plan).map(
      ({ startMs, endMs }) =>
        `${new Date(startMs).toISOString().slice(5, 16)} ${new Date(endMs).toISOString().slice(5, 16)}`,
    );
  };

  test.each([
    // New York goes forward on 8 March 2026, at 02:00, and back on 1 November.
    ['America/New_York', '2026-03-07', ['03-07T14:00 03-07T17:00', '03-07T18:00 03-07T23:00']],
    ['America/New_York', '2026-03-08', ['03-08T13:00 03-08T16:00', '03-08T17:00 03-08T22:00']],
    ['America/New_York', '2026-11-01', ['11-01T14:00 11-01T17:00', '11-01T18:00 11-01T23:00']],
    ['Europe/Helsinki', '2026-03-29', ['03-29T06:00 03-29T09:00', '03-29T10:00 03-29T15:00']],
    ['Europe/Helsinki', '2026-10-25', ['10-25T07:00 10-25T10:00', '10-25T11:00 10-25T16:00']],
    ['Asia/Kolkata', '2026-03-08', ['03-08T03:30 03-08T06:30', '03-08T07:30 03-08T12:30']],
  ])('in %s on %s mornings and afternoons are right', (zone, date, expected) => {
    expect(open(zone, date, 'Mon-Sun 09:00-12:00, 13:00-18:00')).toEqual(expected);
  });

  test('somebody’s own hours count before the organization’s; without any, every hour can be booked', () => {
    const plan = (hours: string | null) =>
      planned({ rules: { hours: 'Tue 09:00-17:00', days: 1 }, hours });
    expect(freeSpans(plan(null).window, plan(null))).toEqual([
      span('2026-03-03T07:00:00Z', '2026-03-03T15:00:00Z'),
    ]);
    expect(freeSpans(plan('Tue 12-13').window, plan('Tue 12-13'))).toEqual([
      span('2026-03-03T10:00:00Z', '2026-03-03T11:00:00Z'),
    ]);
    expect(freeSpans(plan('').window, plan(''))).toEqual([plan('').window]);
  });
});

describe('buffers [TG6]', () => {
  const rules = { ...DEFAULT_RULES, hours: '', bufferBeforeMinutes: 15, bufferAfterMinutes: 30 };

  test('a time before and after each event cannot be booked, except around whole days', () => {
    expect(blocks(planned({ events: [timed(...TEN)], rules }))).toEqual([
      '2026-03-04T07:45 2026-03-04T08:00 buffer',
      '2026-03-04T08:00 2026-03-04T09:00 busy',
      '2026-03-04T09:00 2026-03-04T09:30 buffer',
    ]);
    expect(blocks(planned({ events: [allDay('2026-03-04', '2026-03-05')], rules }))).toHaveLength(
      1,
    );
  });

  test('the listing is wide enough for the buffers of events just outside the window', () => {
    const window = windowOf(NOW, ZONE, 1);
    expect(listedSpan(window, rules)).toEqual({
      startMs: window.startMs - 30 * 60_000,
      endMs: window.endMs + 15 * 60_000,
    });
    const before = timed('2026-03-02T21:00:00Z', '2026-03-02T21:45:00Z');
    expect(blocks(planned({ events: [before], rules }))).toEqual([
      '2026-03-02T22:00 2026-03-02T22:15 buffer',
    ]);
  });

  test('what a listing offers is what a booking gets: not 09:30 after an event until 09:15 with 30 minutes', () => {
    const plan = planned({
      events: [timed('2026-03-04T06:15:00Z', '2026-03-04T07:15:00Z')],
      rules,
    });
    const half = span('2026-03-04T07:30:00Z', '2026-03-04T08:00:00Z');
    expect(bookability(half, plan)).toMatchObject({ kind: 'busy', by: { reason: 'buffer' } });
    expect(freeSpans(span('2026-03-04T07:00:00Z', '2026-03-04T09:00:00Z'), plan)).toEqual([
      span('2026-03-04T07:45:00Z', '2026-03-04T09:00:00Z'),
    ]);
  });
});

describe('what is not known is not offered', () => {
  test('a calendar that could not be read', () => {
    const plan = unknownAvailability(windowOf(NOW, ZONE, 14));
    expect(bookability(span(...TEN), plan)).toEqual({ kind: 'unknown' });
    expect(freeSpans(plan.window, plan)).toEqual([]);
  });

  test('times after the last day that was looked at, before today, and without length', () => {
    const plan = planned({});
    expect(bookability(span('2026-03-17T08:00:00Z', '2026-03-17T09:00:00Z'), plan).kind).toBe(
      'unknown',
    );
    expect(bookability(span('2026-03-16T21:30:00Z', '2026-03-16T22:30:00Z'), plan).kind).toBe(
      'unknown',
    );
    expect(bookability(span('2026-03-16T20:30:00Z', '2026-03-16T21:30:00Z'), plan).kind).toBe(
      'bookable',
    );
    expect(bookability(span('2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z'), plan).kind).toBe(
      'unknown',
    );
    expect(bookability(span(TEN[0], TEN[0]), plan).kind).toBe('unknown');
  });
});

describe('double bookings [C3]', () => {
  const booking = (id: string, start: string, end: string, activityId = id) => ({
    ...timed(start, end),
    id,
    activityId,
  });

  test('a booking over anything else that takes time, each date of a series apart', () => {
    const events = [
      booking('one', '2026-03-04T08:00:00Z', '2026-03-04T09:00:00Z', 'weekly'),
      booking('two', '2026-03-11T08:00:00Z', '2026-03-11T09:00:00Z', 'weekly'),
      timed('2026-03-11T08:30:00Z', '2026-03-11T10:00:00Z'),
    ];
    expect(doubleBookings(planned({ events }).taken, new Set(['weekly']))).toEqual([
      { activityId: 'weekly', ...span('2026-03-11T08:00:00Z', '2026-03-11T09:00:00Z'), by: 'busy' },
    ]);
  });

  test('an activity that is no booking, one beside another, free time and buffers are none', () => {
    const events = [
      booking('a', '2026-03-04T08:00:00Z', '2026-03-04T09:00:00Z'),
      timed('2026-03-04T09:00:00Z', '2026-03-04T10:00:00Z'),
      timed('2026-03-04T08:00:00Z', '2026-03-04T09:00:00Z', { transparency: 'transparent' }),
      booking('b', '2026-03-05T08:00:00Z', '2026-03-05T09:00:00Z'),
      timed('2026-03-05T08:00:00Z', '2026-03-05T09:00:00Z'),
    ];
    const plan = planned({ events, rules: { bufferBeforeMinutes: 60 }, hours: 'Sat 9-10' });
    expect(doubleBookings(plan.taken, new Set(['a']))).toEqual([]);
  });

  test('of two bookings at one time both are told', () => {
    const events = [
      booking('a', '2026-03-04T08:00:00Z', '2026-03-04T09:00:00Z'),
      booking('b', '2026-03-04T08:30:00Z', '2026-03-04T09:30:00Z'),
    ];
    const found = doubleBookings(planned({ events }).taken, new Set(['a', 'b']));
    expect(found.map(({ activityId }) => activityId)).toEqual(['a', 'b']);
  });
});

describe('laws', () => {
  const minutes = fc.integer({ min: -2 * 24 * 60, max: 6 * 24 * 60 });
  const anEvent = fc.record({
    start: minutes,
    length: fc.integer({ min: 0, max: 30 * 60 }),
    eventType: fc.constantFrom('default', 'outOfOffice', 'focusTime', 'workingLocation'),
    transparency: fc.constantFrom('opaque', 'transparent'),
    response: fc.constantFrom('accepted', 'declined', 'tentative', 'needsAction'),
    isAllDay: fc.boolean(),
  });
  const aRule = fc.constantFrom('blocks' as const, 'free' as const);
  const aCase = fc.record({
    events: fc.array(anEvent, { maxLength: 12 }),
    rules: fc.record({
      days: fc.integer({ min: 1, max: 5 }),
      hours: fc.constantFrom('', 'Mon-Fri 09:00-17:00', 'Sat-Sun 02:00-03:30, 5-24'),
      tentative: aRule,
      allDay: aRule,
      focusTime: aRule,
      bufferBeforeMinutes: fc.integer({ min: 0, max: 90 }),
      bufferAfterMinutes: fc.integer({ min: 0, max: 90 }),
    }),
    zone: fc.constantFrom('Europe/Helsinki', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
    // Days on which clocks change are among them.
    day: fc.constantFrom('2026-03-06', '2026-03-27', '2026-04-03', '2026-10-24', '2026-10-31'),
  });

  type Drawn = typeof aCase extends fc.Arbitrary<infer T> ? T : never;

  function planOf({ events, rules, zone, day }: Drawn): Availability {
    const nowMs = ms(`${day}T12:00:00Z`);
    const all = events.map(({ start, length, response, isAllDay, ...more }, index): TimeOfEvent => {
      const iso = (at: number) => new Date(nowMs + at * 60_000).toISOString();
      const own = { ...more, ...self(response), id: String(index) };
      return isAllDay
        ? {
            ...allDay(
              iso(start).slice(0, 10),
              new Date(ms(iso(start)) + DAY_MS).toISOString().slice(0, 10),
            ),
            ...own,
          }
        : { ...timed(iso(start), iso(start + length)), ...own };
    });
    return planned({ events: all, rules, zone, nowMs });
  }

  test('blocks are in order, none is empty or over another, and neighbors differ in their reason', () => {
    fc.assert(
      fc.property(aCase, (drawn) => {
        const plan = planOf(drawn);
        plan.blocks.forEach(({ startMs, endMs, reason }, index) => {
          expect(endMs).toBeGreaterThan(startMs);
          const next = plan.blocks[index + 1];
          if (!next) return expect(reason).toBe('not-yet');
          expect(next.startMs).toBeGreaterThanOrEqual(endMs);
          expect(next.startMs > endMs || next.reason !== reason).toBe(true);
        });
        expect(plan.blocks[0]!.startMs).toBeGreaterThanOrEqual(plan.window.startMs);
      }),
    );
  });

  test('a time can be booked exactly if it lies within a free one', () => {
    fc.assert(
      fc.property(aCase, minutes, fc.integer({ min: 1, max: 300 }), (drawn, start, length) => {
        const plan = planOf(drawn);
        const startMs = ms(`${drawn.day}T12:00:00Z`) + start * 60_000;
        const wanted = { startMs, endMs: startMs + length * 60_000 };
        const isOffered = freeSpans(plan.window, plan).some(
          (free) => free.startMs <= wanted.startMs && wanted.endMs <= free.endMs,
        );
        expect(bookability(wanted, plan).kind === 'bookable').toBe(isOffered);
      }),
    );
  });

  test('nothing that takes time is ever offered, and more events never offer more', () => {
    fc.assert(
      fc.property(aCase, (drawn) => {
        const plan = planOf(drawn);
        for (const { startMs, endMs } of plan.taken) {
          const within = {
            startMs: Math.max(startMs, plan.window.startMs),
            endMs: Math.min(endMs, plan.window.endMs),
          };
          expect(freeSpans(within, plan)).toEqual([]);
        }
        const fewer = planOf({ ...drawn, events: drawn.events.slice(1) });
        const sum = (all: readonly Span[]) =>
          all.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0);
        expect(sum(freeSpans(plan.window, plan))).toBeLessThanOrEqual(
          sum(freeSpans(fewer.window, fewer)),
        );
      }),
    );
  });
});
