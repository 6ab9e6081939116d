import fc from 'fast-check';
import {
  instantMsOf,
  instantOf,
  isTimeZone,
  localAt,
  offsetMsAt,
  wallTimeAt,
} from '../../src/kit/zoned-time';

const ZONES = [
  ...Intl.supportedValuesOf('timeZone'),
  'UTC',
  'Etc/GMT+12',
  'Etc/GMT-14',
  'US/Pacific',
];

const someZone = fc.constantFrom(...ZONES);
const HOUR_MS = 3_600_000;

const instants = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from) / 1000, max: Date.parse(to) / 1000 }).map((s) => s * 1000);

const thisCentury = instants('1971-01-01T00:00:00Z', '2037-12-31T00:00:00Z');
const longAgo = instants('1850-01-01T00:00:00Z', '2200-01-01T00:00:00Z');

/** What Intl shows, read in a different way than the code does. */
function shown(ms: number, zone: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    })
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name)!;
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

describe('what the clocks show', () => {
  test('is what Intl says, at any instant in any zone [Inv16]', () => {
    fc.assert(
      fc.property(fc.oneof(thisCentury, longAgo), someZone, (ms, zone) => {
        expect(localAt(ms, zone)).toBe(shown(ms, zone));
      }),
      { numRuns: 10_000 },
    );
  });

  test('names an instant at which they show it, the first of two if they show it twice [Inv16]', () => {
    fc.assert(
      fc.property(thisCentury, someZone, (ms, zone) => {
        const local = localAt(ms, zone);
        const found = instantMsOf({ local, zone });
        expect(localAt(found, zone)).toBe(local);
        expect(found).toBeLessThanOrEqual(ms);
        for (const earlier of [30 * 60_000, HOUR_MS, 2 * HOUR_MS])
          expect(localAt(found - earlier, zone)).not.toBe(local);
      }),
      { numRuns: 10_000 },
    );
  });

  test('changes by the offset at every clock change in several years [Inv16, D13]', () => {
    for (const zone of [
      'Europe/Helsinki',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Gaza',
    ]) {
      for (const changeMs of changesOf(zone, '2023-01-01T00:00:00Z', '2029-01-01T00:00:00Z'))
        for (let ms = changeMs - 3 * HOUR_MS; ms <= changeMs + 3 * HOUR_MS; ms += 5 * 60_000)
          expect(localAt(ms, zone)).toBe(shown(ms, zone));
    }
  });
});

/** Instants at which the clocks of a zone change, to the minute. */
function changesOf(zone: string, from: string, to: string): number[] {
  const changes: number[] = [];
  for (let ms = Date.parse(from); ms < Date.parse(to); ms += 15 * 60_000)
    if (offsetMsAt(ms, zone) !== offsetMsAt(ms - 15 * 60_000, zone)) changes.push(ms);
  return changes;
}

describe('a wall time', () => {
  test.each([
    // Clocks go forward: half past three is skipped, and is read as an hour later.
    ['2026-03-29T02:59:59', 'Europe/Helsinki', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29T03:30:00', 'Europe/Helsinki', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T04:00:00', 'Europe/Helsinki', '2026-03-29T01:00:00.000Z'],
    ['2026-03-08T02:30:00', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    // Clocks go back: it comes twice, and the first is meant.
    ['2026-10-25T02:59:59', 'Europe/Helsinki', '2026-10-24T23:59:59.000Z'],
    ['2026-10-25T03:30:00', 'Europe/Helsinki', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T04:00:00', 'Europe/Helsinki', '2026-10-25T02:00:00.000Z'],
    ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // By half an hour, at midnight, and by a whole day.
    ['2026-10-04T02:15:00', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['2018-11-04T00:30:00', 'America/Sao_Paulo', '2018-11-04T03:30:00.000Z'],
    ['2011-12-30T12:00:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
    ['2026-07-01T12:00:00', 'Asia/Kathmandu', '2026-07-01T06:15:00.000Z'],
  ])('%s in %s is %s [Inv16, D13]', (local, zone, instant) => {
    expect(instantOf({ local, zone })).toBe(instant);
  });

  test('that the clocks skip is read as Temporal reads it: later by the gap [Inv16]', () => {
    for (const zone of [
      'Europe/Helsinki',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    ])
      for (const changeMs of changesOf(zone, '2024-01-01T00:00:00Z', '2028-01-01T00:00:00Z')) {
        const before = offsetMsAt(changeMs - 1, zone);
        const gapMs = offsetMsAt(changeMs, zone) - before;
        if (gapMs < 0) continue;
        const skipped = new Date(changeMs + before + gapMs / 2).toISOString().slice(0, 19);
        expect(instantMsOf({ local: skipped, zone })).toBe(changeMs + gapMs / 2);
      }
  });

  test('keeps its zone on the way to an instant and back', () => {
    const wall = { local: '2026-06-01T09:00:00', zone: 'Europe/Berlin' };
    expect(wallTimeAt(instantOf(wall), 'Europe/Berlin')).toEqual(wall);
  });

  test.each(['2026-02-30T10:00:00', '2026-13-01T00:00:00', '2026-01-01', '0000-01-01T00:00:00'])(
    'that does not exist is a bug: %s',
    (local) => {
      expect(() => instantOf({ local, zone: 'UTC' })).toThrow(RangeError);
    },
  );
});

test.each([
  ['Europe/Helsinki', true],
  ['UTC', true],
  ['Customized Time Zone', false],
  ['W. Europe Standard Time', false],
  ['', false],
])('whether there is a time zone %p: %p', (zone, is) => {
  expect(isTimeZone(zone)).toBe(is);
});
