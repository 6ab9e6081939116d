import fc from 'fast-check';
import { repeatsOfLines } from '../../../src/kit/recurrence/lines';
import type { Repeats, SeriesStart } from '../../../src/kit/recurrence/repeats';

export const allDay = (date: string): SeriesStart => ({ date, time: null, zone: '' });

export const timed = (date: string, time = '10:00:00', zone = 'Europe/Helsinki'): SeriesStart => ({
  date,
  time,
  zone,
});

/** What lines say; a rule alone may be given without `RRULE:`. */
export function repeats(lines: string | readonly string[], start: SeriesStart): Repeats {
  const given = typeof lines === 'string' ? [`RRULE:${lines}`] : lines;
  const read = repeatsOfLines(given, start);
  if (typeof read === 'string') throw new Error(`${given.join()}: ${read}`);
  return read;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const some = <T>(values: readonly T[], maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength });
const part = (name: string, value: fc.Arbitrary<readonly unknown[]>) =>
  fc.option(
    value.map((list) => `;${name}=${list.join()}`),
    { nil: '', freq: 2 },
  );
const numbers = (least: number, most: number) =>
  fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 4 });
const monthDays = numbers(1, 31).chain((days) =>
  fc.boolean().map((isBack) => days.map((day) => (isBack ? -day : day))),
);
/** The library that rules are compared with ignores plain days beside numbered ones: never both. */
const numberedDays = fc
  .constantFrom(['1', '2', '-1', '5'], [''])
  .chain((ordinals) =>
    fc.array(fc.tuple(fc.constantFrom(...ordinals), fc.constantFrom(...DAYS)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map((days) => [...new Set(days.map(([nth, day]) => nth + day))]);

const interval = fc
  .integer({ min: 1, max: 14 })
  .map((step) => (step > 1 ? `;INTERVAL=${step}` : ''));
const end = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((times) => `;COUNT=${times}`),
  fc.integer({ min: 0, max: 900 }).map((days) => {
    const date = new Date(Date.UTC(2026, 0, 1 + days)).toISOString();
    return `;UNTIL=${date.slice(0, 10).replaceAll('-', '')}`;
  }),
  fc.constant(''),
);
const wkst = part('WKST', some(['SU', 'MO'] as const, 1));
const months = part('BYMONTH', numbers(1, 12));

const parts = (freq: string, ...rest: fc.Arbitrary<string>[]) =>
  fc.tuple(interval, end, wkst, months, ...rest).map((texts) => `FREQ=${freq}${texts.join('')}`);

/** Rules of all frequencies, which an independent library reads as we do. */
export const rules = fc.oneof(
  parts('DAILY', part('BYDAY', some(DAYS)), part('BYMONTHDAY', monthDays)),
  parts('WEEKLY', part('BYDAY', some(DAYS, 5))),
  parts('MONTHLY', part('BYDAY', numberedDays)),
  parts('MONTHLY', part('BYMONTHDAY', monthDays)),
  parts(
    'MONTHLY',
    fc.constantFrom(
      ';BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      ';BYDAY=SA,SU;BYSETPOS=1,2',
      ';BYDAY=TU;BYSETPOS=2',
      ';BYMONTHDAY=13;BYDAY=FR',
    ),
  ),
  parts('YEARLY', part('BYMONTHDAY', monthDays)),
  parts('YEARLY', part('BYDAY', numberedDays)),
  fc
    .tuple(interval, end, numbers(1, 366))
    .map(([step, ends, days]) => `FREQ=YEARLY${step}${ends};BYYEARDAY=${days.join()}`),
);

/** Rules that the library reads otherwise, or not at all, are ours to get right, too. */
export const allRules = fc.oneof(
  { weight: 4, arbitrary: rules },
  {
    weight: 1,
    arbitrary: fc
      .tuple(interval, end, numbers(1, 53), part('BYDAY', some(DAYS)), wkst)
      .map(
        ([step, ends, weeks, days, first]) =>
          `FREQ=YEARLY${step}${ends}${first};BYWEEKNO=${weeks.join()}${days}`,
      ),
  },
);

const dates = fc
  .integer({ min: 0, max: 1200 })
  .map((day) => new Date(Date.UTC(2025, 10, 1 + day)).toISOString().slice(0, 10));

export const starts: fc.Arbitrary<SeriesStart> = fc.oneof(
  dates.map(allDay),
  fc
    .record({
      date: dates,
      time: fc.constantFrom('00:00:00', '02:30:00', '09:15:00', '23:45:00'),
      zone: fc.constantFrom(
        'UTC',
        'Europe/Helsinki',
        'America/New_York',
        'Pacific/Auckland',
        'America/Santiago',
      ),
    })
    .map(({ date, time, zone }) => timed(date, time, zone)),
);

/** A series with a rule or without, with extra and skipped dates, some of them its own. */
export const series: fc.Arbitrary<{ readonly start: SeriesStart; readonly repeats: Repeats }> = fc
  .record({
    start: starts,
    rule: fc.option(allRules, { freq: 9 }),
    extra: fc.uniqueArray(dates, { maxLength: 3 }),
    skipped: fc.uniqueArray(dates, { maxLength: 3 }),
  })
  .map(({ start, rule, extra, skipped }) => ({
    start,
    repeats: {
      rule: rule === null ? null : repeats(rule, start).rule,
      extra: extra.filter((date) => date > start.date).sort(),
      skipped: skipped.sort(),
    },
  }));
