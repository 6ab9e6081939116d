import fc from 'fast-check';
import { datesOf, sameRepeats } from '../../../src/kit/recurrence/dates';
import { linesOfRepeats, repeatsOfLines } from '../../../src/kit/recurrence/lines';
import { allDay, repeats, series, timed } from './series';

const start = timed('2026-11-02');

describe('lines as Google sends them', () => {
  test.each([
    ['a rule', ['RRULE:FREQ=WEEKLY;WKST=SU;UNTIL=20261130T215959Z;INTERVAL=2;BYDAY=MO,WE']],
    [
      'extra and skipped dates',
      [
        'EXDATE;TZID=Europe/Helsinki:20261103T100000,20261104T100000',
        'RDATE;TZID=Europe/Helsinki:20261220T100000',
        'RRULE:FREQ=DAILY;COUNT=9',
      ],
    ],
    ['extra dates alone', ['RDATE;TZID=Europe/Helsinki:20261220T100000']],
    [
      'every part',
      [
        'RRULE:FREQ=YEARLY;WKST=SU;COUNT=3;INTERVAL=2;BYMONTH=1,2;BYWEEKNO=5,-1;BYYEARDAY=9;BYMONTHDAY=9;BYDAY=MO;BYSETPOS=-1',
      ],
    ],
    ['a numbered weekday', ['RRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR']],
    ['nothing', []],
  ])('%s: read and written alike', (_, lines) => {
    expect(linesOfRepeats(repeats(lines, start), start)).toEqual(lines);
  });

  test('an all-day series has dates without times', () => {
    const lines = [
      'EXDATE;VALUE=DATE:20261103',
      'RDATE;VALUE=DATE:20261220',
      'RRULE:FREQ=DAILY;UNTIL=20261110',
    ];
    expect(linesOfRepeats(repeats(lines, allDay('2026-11-02')), allDay('2026-11-02'))).toEqual(
      lines,
    );
  });
});

describe('lines as other programs write them', () => {
  test.each([
    [
      'in lower case, with spaces',
      ['rrule: freq=weekly; byday=mo,we;count=+3;'],
      'FREQ=WEEKLY;COUNT=3;BYDAY=MO,WE',
    ],
    ['folded', ['RRULE:FREQ=WEEKLY;BY\r\n DAY=MO,W\r\n\tE'], 'FREQ=WEEKLY;BYDAY=MO,WE'],
    [
      'several in one text',
      ['RRULE:FREQ=DAILY\r\nEXDATE:20261103T080000Z'],
      'FREQ=DAILY -2026-11-03',
    ],
    ['the same rule twice', ['RRULE:FREQ=DAILY', 'rrule:freq=daily'], 'FREQ=DAILY'],
    [
      'a date for a time',
      ['RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20261103', 'RDATE;VALUE=DATE:20270101'],
      'FREQ=DAILY +2027-01-01 -2026-11-03',
    ],
    [
      'times in another zone',
      ['RRULE:FREQ=DAILY', 'EXDATE;TZID=America/New_York:20261103T030000'],
      'FREQ=DAILY -2026-11-03',
    ],
    [
      'a zone as Windows calls it, quoted',
      ['RRULE:FREQ=DAILY', 'EXDATE;TZID="FLE Standard Time":20261103T100000'],
      'FREQ=DAILY -2026-11-03',
    ],
    [
      'a time without a zone',
      ['RRULE:FREQ=DAILY', 'EXDATE:20261103T100000'],
      'FREQ=DAILY -2026-11-03',
    ],
    [
      'a skipped time at which nothing begins',
      ['RRULE:FREQ=DAILY', 'EXDATE:20261103T113000'],
      'FREQ=DAILY',
    ],
    ['the start’s own time of day', ['RRULE:FREQ=DAILY;BYHOUR=10;BYMINUTE=0'], 'FREQ=DAILY'],
    ['the Gregorian calendar', ['RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT'], 'FREQ=MONTHLY'],
    ['an end in the year 9999', ['RRULE:FREQ=DAILY;UNTIL=99991231T235959Z'], 'FREQ=DAILY'],
  ])('%s', (_, lines, expected) => {
    const { rule, extra, skipped } = repeats(lines, start);
    const [value] = linesOfRepeats({ rule, extra: [], skipped: [] }, start);
    const dates = [...extra.map((date) => `+${date}`), ...skipped.map((date) => `-${date}`)];
    expect([value?.replace('RRULE:', ''), ...dates].join(' ')).toBe(expected);
  });

  test.each([
    [
      'Google’s cut: the end of the day before',
      timed('2023-10-05', '12:00:00', 'America/Buenos_Aires'),
      '20231026T025959Z',
      '2023-10-25',
    ],
    [
      'a cut one second before',
      timed('2023-10-05', '12:00:00', 'America/Buenos_Aires'),
      '20231026T145959Z',
      '2023-10-25',
    ],
    [
      'at the start of the last one',
      timed('2023-10-05', '12:00:00', 'America/Buenos_Aires'),
      '20231026T150000Z',
      '2023-10-26',
    ],
    ['a date alone', timed('2021-12-02', '18:00:00', 'Pacific/Auckland'), '20211216', '2021-12-16'],
    [
      'local time',
      timed('2021-12-02', '18:00:00', 'Pacific/Auckland'),
      '20211216T175959',
      '2021-12-15',
    ],
    [
      'an instant on a day before in UTC',
      timed('2021-12-02', '08:00:00', 'Pacific/Auckland'),
      '20211215T190000Z',
      '2021-12-16',
    ],
    ['a time for an all-day series', allDay('2021-12-02'), '20211216T000000Z', '2021-12-16'],
  ])('the last date is told by instants: %s', (_, first, until, date) => {
    expect(repeats(`FREQ=DAILY;UNTIL=${until}`, first).rule?.end).toEqual({ until: date });
  });
});

describe('what is left to Google', () => {
  const many = (count: number): string =>
    Array.from({ length: count }, (_, day) =>
      new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10).replaceAll('-', ''),
    ).join();

  test.each([
    [['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'], 'several-rules'],
    [['RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY'], 'exception-rule'],
    [['RRULE:FREQ=HOURLY'], 'finer-than-days'],
    [['RRULE:FREQ=SECONDLY;COUNT=5'], 'finer-than-days'],
    [['RRULE:FREQ=DAILY;BYHOUR=9,17'], 'finer-than-days'],
    [['RRULE:FREQ=DAILY;BYHOUR=9'], 'finer-than-days'],
    [['RRULE:FREQ=DAILY', 'RDATE;TZID=Europe/Helsinki:20261220T150000'], 'extra-times'],
    [['RDATE;VALUE=PERIOD:20261220T080000Z/PT3H'], 'extra-times'],
    [
      [`RRULE:FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 1000 }, () => 1).join()}`],
      'too-many-parts',
    ],
    [['RRULE:FREQ=DAILY', `EXDATE;VALUE=DATE:${many(1001)}`], 'too-many-parts'],
    ...[
      'RRULE:',
      'RRULE:FREQ=NEVER',
      'RRULE:INTERVAL=2',
      'RRULE:FREQ=DAILY;INTERVAL=0',
      'RRULE:FREQ=DAILY;COUNT=0',
      'RRULE:FREQ=DAILY;COUNT=-1',
      'RRULE:FREQ=DAILY;COUNT=3;UNTIL=20270101',
      'RRULE:FREQ=DAILY;UNTIL=20260231',
      'RRULE:FREQ=DAILY;UNTIL=tomorrow',
      'RRULE:FREQ=DAILY;FREQ=DAILY',
      'RRULE:FREQ=DAILY;BYEASTER=1',
      'RRULE:FREQ=WEEKLY;BYDAY=1MO',
      'RRULE:FREQ=MONTHLY;BYDAY=0MO',
      'RRULE:FREQ=MONTHLY;BYDAY=XX',
      'RRULE:FREQ=WEEKLY;BYMONTHDAY=3',
      'RRULE:FREQ=MONTHLY;BYWEEKNO=3',
      'RRULE:FREQ=MONTHLY;BYYEARDAY=3',
      'RRULE:FREQ=MONTHLY;BYMONTHDAY=32',
      'RRULE:FREQ=MONTHLY;BYMONTHDAY=0',
      'RRULE:FREQ=YEARLY;BYMONTH=-1',
      'RRULE:FREQ=DAILY;WKST=XX',
      'RRULE:FREQ=DAILY;BYSETPOS=1.5',
      'RRULE:RSCALE=CHINESE;FREQ=YEARLY',
      'RRULE;X=1:FREQ=DAILY',
      'EXDATE;TZID=Atlantis:20261103T100000',
      'EXDATE:20261103T250000Z',
      'EXDATE:soon',
      'DTSTART:20261102',
      'BEGIN:VEVENT',
      'constructor',
    ].map((line): [string[], string] => [[line], 'unreadable-rule']),
  ])('%j: %s', (lines, unsaid) => {
    expect(repeatsOfLines(lines, start)).toBe(unsaid);
  });
});

test('any series comes back from its lines as it was', () => {
  fc.assert(
    fc.property(series, ({ start: first, repeats: given }) => {
      const back = repeats(linesOfRepeats(given, first), first);
      expect(sameRepeats(back, first, given, first)).toBe(true);
      expect(datesOf(back, first, '1900-01-01', 30)).toEqual(
        datesOf(given, first, '1900-01-01', 30),
      );
    }),
    { numRuns: 300, seed: 4 },
  );
});

test('no text stops the reader', () => {
  const texts = fc.array(
    fc.constantFrom(
      'RRULE',
      'EXDATE',
      ':',
      ';',
      '=',
      'FREQ',
      'DAILY',
      'UNTIL',
      'BYDAY',
      '20261103',
      'T100000',
      'Z',
      ',',
      '-1',
      'MO',
      'é',
      '\n ',
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(texts, (parts) => {
      expect(() => repeatsOfLines([parts.join('')], start)).not.toThrow();
    }),
    { numRuns: 500, seed: 5 },
  );
});
