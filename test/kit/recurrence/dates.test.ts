import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import {
  canonical,
  cutBefore,
  datesOf,
  fromDateOn,
  instantOfSlot,
  isSlot,
  lastDate,
  sameRepeats,
  slotOfInstant,
} from '../../../src/kit/recurrence/dates';
import type { Repeats, SeriesStart } from '../../../src/kit/recurrence/repeats';
import { allDay, repeats, rules, series, timed } from './series';
import { processorMs } from '../../support/processor-time';

/** The examples of RFC 5545, 3.8.5.3, that repeat once a day at most: a rule, how many dates it has, the first ones. */
const EXAMPLES: readonly [rule: string, count: number | null, dates: string][] = [
  ['FREQ=DAILY;COUNT=10', 10, '1997-09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09'],
  ['FREQ=DAILY;UNTIL=19971224', 114, '1997-09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09'],
  ['FREQ=DAILY;INTERVAL=2', null, '1997-09-02 09-04 09-06 09-08 09-10 09-12 09-14 09-16'],
  ['FREQ=DAILY;INTERVAL=10;COUNT=5', 5, '1997-09-02 09-12 09-22 10-02 10-12'],
  [
    'FREQ=YEARLY;UNTIL=20000131;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    93,
    '1998-01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08',
  ],
  [
    'FREQ=DAILY;UNTIL=20000131;BYMONTH=1',
    93,
    '1998-01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08',
  ],
  ['FREQ=WEEKLY;COUNT=10', 10, '1997-09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21'],
  ['FREQ=WEEKLY;UNTIL=19971224', 17, '1997-09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21'],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', null, '1997-09-02 09-16 09-30 10-14 10-28 11-11 11-25 12-09'],
  [
    'FREQ=WEEKLY;UNTIL=19971007;WKST=SU;BYDAY=TU,TH',
    11,
    '1997-09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25',
  ],
  [
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    10,
    '1997-09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224;WKST=SU;BYDAY=MO,WE,FR',
    26,
    '1997-09-01 09-03 09-05 09-15 09-17 09-19 09-29 10-01',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    8,
    '1997-09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16',
  ],
  [
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    10,
    '1997-09-05 10-03 11-07 12-05 1998-01-02 02-06 03-06 04-03',
  ],
  ['FREQ=MONTHLY;UNTIL=19971224;BYDAY=1FR', 4, '1997-09-05 10-03 11-07 12-05'],
  [
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    10,
    '1997-09-07 09-28 11-02 11-30 1998-01-04 01-25 03-01 03-29',
  ],
  ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', 6, '1997-09-22 10-20 11-17 12-22 1998-01-19 02-16'],
  ['FREQ=MONTHLY;BYMONTHDAY=-3', null, '1997-09-28 10-29 11-28 12-29 1998-01-29 02-26 03-29 04-28'],
  [
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    10,
    '1997-09-02 09-15 10-02 10-15 11-02 11-15 12-02 12-15',
  ],
  [
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    10,
    '1997-09-30 10-01 10-31 11-01 11-30 12-01 12-31 1998-01-01',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    10,
    '1997-09-10 09-11 09-12 09-13 09-14 09-15 1999-03-10 03-11',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    null,
    '1997-09-02 09-09 09-16 09-23 09-30 11-04 11-11 11-18',
  ],
  [
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    10,
    '1997-06-10 07-10 1998-06-10 07-10 1999-06-10 07-10 2000-06-10 07-10',
  ],
  [
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    10,
    '1997-03-10 1999-01-10 02-10 03-10 2001-01-10 02-10 03-10 2003-01-10',
  ],
  [
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    10,
    '1997-01-01 04-10 07-19 2000-01-01 04-09 07-18 2003-01-01 04-10',
  ],
  [
    'FREQ=YEARLY;BYDAY=20MO',
    null,
    '1997-05-19 1998-05-18 1999-05-17 2000-05-15 2001-05-14 2002-05-20 2003-05-19 2004-05-17',
  ],
  [
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    null,
    '1997-05-12 1998-05-11 1999-05-17 2000-05-15 2001-05-14 2002-05-13 2003-05-12 2004-05-10',
  ],
  [
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    null,
    '1997-03-13 03-20 03-27 1998-03-05 03-12 03-19 03-26 1999-03-04',
  ],
  [
    'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
    null,
    '1997-06-05 06-12 06-19 06-26 07-03 07-10 07-17 07-24',
  ],
  [
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    null,
    '1998-02-13 03-13 11-13 1999-08-13 2000-10-13 2001-04-13 07-13 2002-09-13',
  ],
  [
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    null,
    '1997-09-13 10-11 11-08 12-13 1998-01-10 02-07 03-07 04-11',
  ],
  [
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    null,
    '1996-11-05 2000-11-07 2004-11-02 2008-11-04 2012-11-06 2016-11-08 2020-11-03 2024-11-05',
  ],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', 3, '1997-09-04 10-07 11-06'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    null,
    '1997-09-29 10-30 11-27 12-30 1998-01-29 02-26 03-30 04-29',
  ],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', 4, '1997-08-05 08-10 08-19 08-24'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', 4, '1997-08-05 08-17 08-19 08-31'],
  ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', 5, '2007-01-15 01-30 02-15 03-15 03-30'],
];

/** Rules at the edges of years, months and weeks. */
const EDGES: readonly [rule: string, count: number | null, dates: string][] = [
  [
    'FREQ=YEARLY',
    null,
    '2024-02-29 2028-02-29 2032-02-29 2036-02-29 2040-02-29 2044-02-29 2048-02-29 2052-02-29',
  ],
  ['FREQ=MONTHLY', null, '2026-01-31 03-31 05-31 07-31 08-31 10-31 12-31 2027-01-31'],
  ['FREQ=YEARLY;BYMONTHDAY=29', null, '2026-01-29 03-29 04-29 05-29 06-29 07-29 08-29 09-29'],
  [
    'FREQ=YEARLY;BYYEARDAY=366',
    null,
    '2024-12-31 2028-12-31 2032-12-31 2036-12-31 2040-12-31 2044-12-31 2048-12-31 2052-12-31',
  ],
  [
    'FREQ=YEARLY;BYYEARDAY=-1,-366',
    null,
    '2024-01-01 12-31 2025-12-31 2026-12-31 2027-12-31 2028-01-01 12-31 2029-12-31',
  ],
  [
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=SU',
    null,
    '1997-05-12 1998-05-18 1999-05-17 2000-05-15 2001-05-14 2002-05-13 2003-05-12 2004-05-17',
  ],
  [
    'FREQ=YEARLY;BYWEEKNO=53',
    null,
    '2021-01-03 2027-01-03 2033-01-02 2038-01-03 2044-01-03 2049-01-03 2055-01-03 2061-01-02',
  ],
  [
    'FREQ=YEARLY;BYWEEKNO=1;INTERVAL=3;BYDAY=MO,TU',
    null,
    '2024-12-31 2028-01-03 01-04 2030-12-30 12-31 2034-01-02 01-03 2036-12-29',
  ],
  [
    'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO',
    null,
    '2026-12-28 2027-12-27 2028-12-25 2029-12-24 2030-12-23 2031-12-22 2032-12-27 2033-12-26',
  ],
  [
    'FREQ=YEARLY;BYDAY=-1FR;BYMONTH=10',
    null,
    '2026-10-30 2027-10-29 2028-10-27 2029-10-26 2030-10-25 2031-10-31 2032-10-29 2033-10-28',
  ],
  [
    'FREQ=YEARLY;BYDAY=-1SU',
    null,
    '2026-12-27 2027-12-26 2028-12-31 2029-12-30 2030-12-29 2031-12-28 2032-12-26 2033-12-25',
  ],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', null, '2027-02-07 02-18 03-04 03-18 04-01 04-15 04-29 05-13'],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WKST=SU',
    null,
    '2027-02-07 02-11 02-25 03-11 03-25 04-08 04-22 05-06',
  ],
  ['FREQ=WEEKLY;COUNT=3;BYDAY=WE', 4, '2027-06-03 06-09 06-16 06-23'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,TH,SA,SU;BYSETPOS=2,3;COUNT=4', 4, '2026-03-03 03-05 03-10 03-12'],
  [
    'FREQ=WEEKLY;BYDAY=MO,WE;BYMONTH=12',
    null,
    '2026-12-21 12-23 12-28 12-30 2027-12-01 12-06 12-08 12-13',
  ],
  ['FREQ=DAILY;INTERVAL=3;BYMONTH=1', null, '2026-01-01 01-04 01-07 01-10 01-13 01-16 01-19 01-22'],
  ['FREQ=DAILY;BYMONTHDAY=-1,1', null, '2026-01-31 02-01 02-28 03-01 03-31 04-01 04-30 05-01'],
  [
    'FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=29;BYSETPOS=3,2',
    null,
    '2023-01-29 03-29 2024-02-29 03-29 2025-03-29 2026-03-29 2027-03-29 2028-02-29',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=13;BYMONTH=5',
    null,
    '2026-05-12 2039-05-12 2052-05-12 2065-05-12 2078-05-12 2091-05-12 2104-05-12 2117-05-12',
  ],
  ['FREQ=DAILY;COUNT=3;BYSETPOS=1', 3, '2026-03-02 03-03 03-04'],
];

/** `2026-10-30 11-06` in full. */
function inFull(dates: string): readonly string[] {
  let year = '';
  return dates.split(' ').map((date) => {
    if (date.length > 5) year = date.slice(0, 5);
    return date.length > 5 ? date : `${year}${date}`;
  });
}

test.each([...EXAMPLES, ...EDGES])('%s names its dates', (rule, count, dates) => {
  const expected = inFull(dates);
  const start = allDay(expected[0]!);
  const read = repeats(rule, start);
  expect(datesOf(read, start, start.date, expected.length)).toEqual(expected);
  const all = datesOf(read, start, start.date, 1000);
  expect(lastDate(read, start)).toBe(count === null ? null : all[all.length - 1]);
  if (count !== null) expect(all).toHaveLength(count);
});

describe('a series counts as Google counts', () => {
  const start = allDay('2027-06-03');
  const dates = (lines: readonly string[]): readonly string[] =>
    datesOf(repeats(lines, start), start, '2027-01-01', 10);

  test.each([
    [
      'its start is an occurrence besides COUNT',
      ['RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=WE'],
      '2027-06-03 06-09 06-16',
    ],
    [
      'its start can be skipped',
      ['RRULE:FREQ=DAILY;COUNT=2', 'EXDATE;VALUE=DATE:20270603'],
      '2027-06-04',
    ],
    [
      'a skipped date uses up COUNT',
      ['RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20270604'],
      '2027-06-03 06-05',
    ],
    [
      'an extra date may be before the start',
      ['RRULE:FREQ=DAILY;COUNT=1', 'RDATE;VALUE=DATE:20270505'],
      '2027-05-05 06-03',
    ],
    [
      'an extra date of the rule is there once',
      ['RRULE:FREQ=DAILY;COUNT=2', 'RDATE;VALUE=DATE:20270604'],
      '2027-06-03 06-04',
    ],
    [
      'a date that is extra and skipped is skipped',
      ['RDATE;VALUE=DATE:20270604', 'EXDATE;VALUE=DATE:20270604'],
      '2027-06-03',
    ],
    ['an end before the start leaves the start', ['RRULE:FREQ=DAILY;UNTIL=20270101'], '2027-06-03'],
  ])('%s', (_, lines, expected) => {
    expect(dates(lines)).toEqual(inFull(expected));
  });

  test('a skipped date is still a slot, and a date in between is none', () => {
    const read = repeats(['RRULE:FREQ=DAILY;INTERVAL=2', 'EXDATE;VALUE=DATE:20270605'], start);
    expect(
      ['2027-06-02', '2027-06-03', '2027-06-04', '2027-06-05'].map((date) =>
        isSlot(read, start, date),
      ),
    ).toEqual([false, true, false, true]);
  });

  test.each([
    ['FREQ=DAILY;COUNT=3', '2027-06-05'],
    ['FREQ=WEEKLY;BYDAY=WE;UNTIL=20270701', '2027-06-30'],
    ['FREQ=DAILY', null],
    ['FREQ=DAILY;COUNT=999999999', null],
    ['FREQ=DAILY;UNTIL=20270101', '2027-06-03'],
  ])('the last date of %s is %s', (rule, last) => {
    expect(lastDate(repeats(rule, start), start)).toBe(last);
  });

  test('the last date passes over skipped ones; without any date left it is the start', () => {
    const lines = ['RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20270605'];
    expect(lastDate(repeats(lines, start), start)).toBe('2027-06-04');
    const none = ['RRULE:FREQ=DAILY;COUNT=1', 'EXDATE;VALUE=DATE:20270603'];
    expect(lastDate(repeats(none, start), start)).toBe('2027-06-03');
    expect(datesOf(repeats(none, start), start, '2027-06-03', 1)).toEqual([]);
  });
});

describe('an occurrence begins at its time of day in the zone of the series', () => {
  test.each([
    ['in winter', timed('2026-03-27'), '2026-03-28', '2026-03-28T08:00:00.000Z'],
    ['in summer', timed('2026-03-27'), '2026-03-29', '2026-03-29T07:00:00.000Z'],
    [
      'at a time that is skipped, later by the gap',
      timed('2026-03-28', '03:30:00'),
      '2026-03-29',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'at a time that comes twice, the first',
      timed('2026-10-24', '03:30:00'),
      '2026-10-25',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'at a midnight that is skipped',
      timed('2026-09-05', '00:00:00', 'America/Santiago'),
      '2026-09-06',
      '2026-09-06T04:00:00.000Z',
    ],
    [
      'far from UTC',
      timed('2026-03-02', '08:00:00', 'Pacific/Auckland'),
      '2026-03-03',
      '2026-03-02T19:00:00.000Z',
    ],
    ['all day', allDay('2026-03-02'), '2026-03-03', '2026-03-03'],
  ])('%s', (_, start, date, instant) => {
    expect(instantOfSlot(date, start)).toBe(instant);
    expect(slotOfInstant(instant, start)).toBe(date);
  });

  test('an original start may come with an offset', () => {
    expect(slotOfInstant('2026-03-02T23:30:00-05:00', timed('2026-03-03', '06:30:00'))).toBe(
      '2026-03-03',
    );
  });

  test('a skipped midnight moves to the next date and still names its own', () => {
    // Nuuk went from 22:00 to 23:00 then; an occurrence at 22:30 begins at 23:30. Troll's gap of two hours is at 01:00.
    const start = timed('2025-03-28', '23:30:00', 'America/Nuuk');
    const instant = instantOfSlot('2025-03-29', start);
    expect(slotOfInstant(instant, start)).toBe('2025-03-29');
  });
});

describe('rules that name the same days have one canonical form', () => {
  const start = timed('2026-03-03');

  test.each([
    ['FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=TU'],
    ['FREQ=WEEKLY;WKST=SU;BYDAY=TU,TH', 'FREQ=WEEKLY;BYDAY=TH,TU,TU'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['FREQ=DAILY;INTERVAL=14', 'FREQ=WEEKLY;INTERVAL=2'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'FREQ=DAILY'],
    ['FREQ=MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=3'],
    ['FREQ=MONTHLY', 'FREQ=DAILY;BYMONTHDAY=3'],
    ['FREQ=MONTHLY', 'FREQ=YEARLY;BYMONTHDAY=3'],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,-1', 'FREQ=MONTHLY;BYDAY=-1TU,1TU'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY;BYDAY=TU', 'FREQ=WEEKLY'],
    ['FREQ=YEARLY;BYDAY=TU', 'FREQ=WEEKLY'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=TU', 'FREQ=WEEKLY;BYMONTH=3;BYDAY=TU'],
    ['FREQ=YEARLY', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3'],
    ['FREQ=YEARLY;INTERVAL=2', 'FREQ=MONTHLY;INTERVAL=24'],
    ['FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=5', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=2TU', 'FREQ=MONTHLY;BYMONTH=3;BYDAY=TU;BYSETPOS=2'],
    ['FREQ=DAILY;UNTIL=99991231', 'FREQ=DAILY'],
    ['FREQ=WEEKLY;UNTIL=20260430T205959Z', 'FREQ=WEEKLY;UNTIL=20260430'],
    ['FREQ=DAILY;BYHOUR=10;BYMINUTE=0;BYSECOND=0', 'FREQ=DAILY'],
  ])('%s is %s', (one, other) => {
    expect(canonical(repeats(one, start), start)).toEqual(canonical(repeats(other, start), start));
  });

  test.each([
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU'],
    ['FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=WE'],
    ['FREQ=WEEKLY', 'FREQ=WEEKLY;COUNT=500'],
    ['FREQ=YEARLY;BYDAY=1TU', 'FREQ=MONTHLY;BYDAY=1TU'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ])('%s is not %s', (one, other) => {
    const [first, second] = [repeats(one, start), repeats(other, start)];
    expect(canonical(first, start)).not.toEqual(canonical(second, start));
    expect(sameRepeats(first, start, second, start)).toBe(false);
  });

  test.each([
    ['FREQ=WEEKLY;COUNT=3', 'FREQ=WEEKLY;UNTIL=20260322'],
    ['FREQ=MONTHLY;BYDAY=1TU', 'FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=1,2,3,4,5,6,7'],
    ['FREQ=YEARLY;BYYEARDAY=1', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1'],
  ])('%s repeats as %s does, by its dates', (one, other) => {
    expect(sameRepeats(repeats(one, start), start, repeats(other, start), start)).toBe(true);
  });

  test('a rule is the same from another start, unless it depends on it', () => {
    const later = timed('2026-03-11', '09:00:00');
    const same = (rule: string): boolean =>
      sameRepeats(repeats(rule, start), start, repeats(rule, later), later);
    expect(
      ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=TU,WE', 'FREQ=WEEKLY', 'FREQ=MONTHLY'].map(same),
    ).toEqual([true, true, false, false]);
  });

  test('dates without an effect are left out', () => {
    const lines = [
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'EXDATE;VALUE=DATE:20260304,20260310,20260601',
      'RDATE;VALUE=DATE:20260317,20260320,20260303',
    ];
    expect(canonical(repeats(lines, start), start)).toMatchObject({
      extra: ['2026-03-20'],
      skipped: ['2026-03-10'],
    });
  });
});

describe('a series is cut in two', () => {
  const start = timed('2026-03-03');
  const counts = (lines: readonly string[], date: string) => {
    const whole = repeats(lines, start);
    const [before, after] = [cutBefore(whole, start, date), fromDateOn(whole, start, date)];
    return [before.rule?.end ?? null, after.rule?.end ?? null];
  };

  test('a count is shared out: three of six, and three are left', () => {
    expect(counts(['RRULE:FREQ=WEEKLY;COUNT=6'], '2026-03-24')).toEqual([
      { count: 3 },
      { count: 3 },
    ]);
  });

  test('an end on a date stays with the later part', () => {
    expect(counts(['RRULE:FREQ=WEEKLY;UNTIL=20261231'], '2026-03-24')).toEqual([
      { until: '2026-03-23' },
      { until: '2026-12-31' },
    ]);
  });

  test('later skipped and extra dates go along; the earlier part keeps what it skipped', () => {
    const whole = repeats(
      [
        'RRULE:FREQ=DAILY',
        'EXDATE;VALUE=DATE:20260305,20260310',
        'RDATE;TZID=Europe/Helsinki:20260101T100000',
      ],
      start,
    );
    expect(fromDateOn(whole, start, '2026-03-08')).toMatchObject({
      skipped: ['2026-03-10'],
      extra: [],
    });
    expect(cutBefore(whole, start, '2026-03-08')).toMatchObject({
      skipped: ['2026-03-05', '2026-03-10'],
      extra: ['2026-01-01'],
    });
  });

  test('nothing is left of a series that is cut at its start', () => {
    const left = cutBefore(repeats('FREQ=DAILY', start), start, start.date);
    expect(datesOf(left, start, '2000-01-01', 5)).toEqual([]);
  });

  test('a split at an extra date keeps every other week in step', () => {
    const whole = repeats(
      ['RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4', 'RDATE;VALUE=DATE:20260311'],
      start,
    );
    const rest = fromDateOn(whole, start, '2026-03-11');
    expect(datesOf(rest, timed('2026-03-11'), '2026-03-01', 9)).toEqual(
      inFull('2026-03-11 03-17 03-31 04-14'),
    );
  });
});

describe('laws', () => {
  const first = (read: Repeats, start: SeriesStart): readonly string[] =>
    datesOf(read, start, '1900-01-01', 40);

  test('rules name the days that an independent library says', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 900 }), (rule, days) => {
        const date = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
        const theirs = libraryDates(rule, date);
        fc.pre(theirs !== null);
        const start = allDay(date);
        const ours = datesOf(repeats(rule, start), start, date, 61);
        expect(ours.filter((day) => day !== date || theirs.includes(day)).slice(0, 60)).toEqual(
          theirs,
        );
      }),
      { numRuns: 120, seed: 20261130 },
    );
  });

  test('a rule in its canonical form names the same days', () => {
    fc.assert(
      fc.property(series, ({ start, repeats: given }) => {
        const form = canonical(given, start);
        expect(first(form, start)).toEqual(first(given, start));
        expect(canonical(form, start)).toEqual(form);
        expect(sameRepeats(form, start, given, start)).toBe(true);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('both parts of a series together have its dates', () => {
    fc.assert(
      fc.property(series, fc.nat(30), ({ start, repeats: given }, at) => {
        const dates = first(given, start);
        const date = dates[at % Math.max(dates.length, 1)];
        fc.pre(date !== undefined && date > start.date);
        const before = first(cutBefore(given, start, date), start);
        const after = first(fromDateOn(given, start, date), { ...start, date });
        expect([...before, ...after].slice(0, dates.length)).toEqual(dates);
        expect(before.every((day) => day < date)).toBe(true);
      }),
      { numRuns: 250, seed: 2 },
    );
  });

  test('dates from a date on are those of the whole list, each a slot at an instant of its own', () => {
    fc.assert(
      fc.property(series, fc.nat(39), ({ start, repeats: given }, at) => {
        const dates = first(given, start);
        const from = dates[at % Math.max(dates.length, 1)];
        fc.pre(from !== undefined);
        const rest = dates.filter((date) => date >= from);
        expect(datesOf(given, start, from, rest.length)).toEqual(rest);
        expect(dates.every((date) => isSlot(given, start, date))).toBe(true);
        expect(dates.map((date) => slotOfInstant(instantOfSlot(date, start), start))).toEqual(
          dates,
        );
        const last = lastDate(given, start);
        if (last !== null) expect(datesOf(given, start, last, 2).length).toBeLessThan(2);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

/** Null where the library gives up, as it does on rules that never name a day. */
function libraryDates(rule: string, date: string): readonly string[] | null {
  const rruleString = `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}\nRRULE:${rule}`;
  try {
    return new RRuleTemporal({ rruleString })
      .all((_, index) => index < 60)
      .map((day) => day.toString().slice(0, 10))
      .filter((day) => day < '2200');
  } catch {
    return null;
  }
}

describe('hostile rules', () => {
  const start = allDay('1995-03-01');

  test.each([
    ['thirty years of days', 'FREQ=DAILY'],
    ['a count beyond all years', 'FREQ=DAILY;COUNT=999999999'],
    ['days that never come', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31'],
    ['a huge step of days', 'FREQ=DAILY;INTERVAL=999999999999999'],
    ['a huge step of months', 'FREQ=MONTHLY;INTERVAL=999999999999999'],
    ['a huge step of years', 'FREQ=YEARLY;INTERVAL=999999999999999'],
    ['31 February', 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2'],
    ['a position that never is', 'FREQ=YEARLY;BYMONTHDAY=31;BYDAY=MO;BYSETPOS=366'],
    ['a last week in June', 'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6'],
    ['a count that is never reached', 'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5;COUNT=100000'],
    [
      'hundreds of parts',
      `FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 366 }, (_, day) => -1 - day).join()};BYMONTHDAY=-31`,
    ],
  ])('%s: asked in little time', (_, rule) => {
    const read = repeats(rule, start);
    const ms = processorMs(() => {
      datesOf(read, start, '2026-11-30', 50);
      lastDate(read, start);
      isSlot(read, start, '2026-11-30');
      canonical(read, start);
    });
    expect(ms).toBeLessThan(1000);
  });

  test('a rule without an end is given no dates after 2199', () => {
    const far = allDay('2199-12-30');
    expect(datesOf(repeats('FREQ=DAILY', far), far, '2199-01-01', 9)).toEqual([
      '2199-12-30',
      '2199-12-31',
    ]);
  });
});
