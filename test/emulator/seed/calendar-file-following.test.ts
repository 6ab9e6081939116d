import { ANNA } from '../../support/small-company';
import { icsOf, loaded, skippedOf, vevent } from './a-calendar-file';

const HELSINKI = ';TZID=Europe/Helsinki:';

/** Two weeks of a daily meeting at ten, Monday 2 March 2026 being the first day, unless other lines say otherwise. */
const series = (...lines: readonly string[]): string[] =>
  vevent(
    '1@havu',
    ...(lines.some((line) => line.startsWith('DTSTART'))
      ? []
      : [`DTSTART${HELSINKI}20260302T100000`, `DTEND${HELSINKI}20260302T103000`]),
    'SUMMARY:old',
    ...lines,
  );

/** A change of one of its occurrences and of all that follow. */
const from = (original: string, ...lines: readonly string[]): string[] =>
  vevent('1@havu', `RECURRENCE-ID;RANGE=THISANDFUTURE${original}`, 'SUMMARY:new', ...lines);

const at = (time: string): string => `${HELSINKI}202603${time}`;

/** Every occurrence: its title, its start and its length. */
const told = (...events: readonly (readonly string[])[]): string[] =>
  loaded(icsOf(...events.flat()))
    .events(ANNA, {
      singleEvents: true,
      orderBy: 'startTime',
      timeZone: 'Europe/Helsinki',
      timeMax: '2026-04-01T00:00:00Z',
    })
    .map(({ summary, start, end }) =>
      start.date
        ? `${summary} ${start.date.slice(5)} to ${end.date.slice(5)}`
        : `${summary} ${start.dateTime.slice(5, 16)} to ${end.dateTime.slice(11, 16)}`,
    );

test.each<[string, string[][], string[]]>([
  [
    'with another title',
    [
      series('RRULE:FREQ=DAILY;COUNT=4'),
      from(at('04T100000'), `DTSTART${at('04T100000')}`, `DTEND${at('04T103000')}`),
    ],
    [
      'old 03-02T10:00 to 10:30',
      'old 03-03T10:00 to 10:30',
      'new 03-04T10:00 to 10:30',
      'new 03-05T10:00 to 10:30',
    ],
  ],
  [
    'at another hour, with another length',
    [
      series('RRULE:FREQ=DAILY;UNTIL=20260305T080000Z'),
      from(':20260304T080000Z', `DTSTART${at('04T150000')}`, 'DURATION:PT2H'),
    ],
    [
      'old 03-02T10:00 to 10:30',
      'old 03-03T10:00 to 10:30',
      'new 03-04T15:00 to 17:00',
      'new 03-05T15:00 to 17:00',
    ],
  ],
  [
    'on other days of the week',
    [
      series('RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=6'),
      from(at('08T100000'), `DTSTART${at('09T100000')}`, `DTEND${at('09T103000')}`),
    ],
    [
      'old 03-02T10:00 to 10:30',
      'new 03-09T10:00 to 10:30',
      'new 03-17T10:00 to 10:30',
      'new 03-23T10:00 to 10:30',
      'new 03-31T10:00 to 10:30',
    ],
  ],
  [
    'in another time zone, across a change of clocks',
    [
      series('RRULE:FREQ=WEEKLY;COUNT=5'),
      from(
        at('09T100000'),
        'DTSTART;TZID=America/New_York:20260309T090000',
        'DTEND;TZID=America/New_York:20260309T100000',
      ),
    ],
    [
      'old 03-02T10:00 to 10:30',
      'new 03-09T15:00 to 16:00',
      'new 03-16T15:00 to 16:00',
      'new 03-23T15:00 to 16:00',
      'new 03-30T16:00 to 17:00',
    ],
  ],
  [
    'without the days left out, with the days added',
    [
      series(
        'RRULE:FREQ=DAILY;COUNT=5',
        `EXDATE${at('03T100000')}`,
        `EXDATE${at('05T100000')}`,
        `RDATE${at('20T120000')}`,
      ),
      from(at('04T100000'), `DTSTART${at('04T110000')}`, `DTEND${at('04T113000')}`),
    ],
    [
      'old 03-02T10:00 to 10:30',
      'new 03-04T11:00 to 11:30',
      'new 03-06T11:00 to 11:30',
      'new 03-20T13:00 to 13:30',
    ],
  ],
  [
    'and later occurrences changed and cancelled by themselves',
    [
      vevent('1@havu', `RECURRENCE-ID${at('05T100000')}`, 'STATUS:CANCELLED'),
      from(at('04T100000'), `DTSTART${at('04T110000')}`, `DTEND${at('04T113000')}`),
      vevent(
        '1@havu',
        `RECURRENCE-ID${at('06T100000')}`,
        `DTSTART${at('06T180000')}`,
        'SUMMARY:late',
      ),
      vevent(
        '1@havu',
        `RECURRENCE-ID${at('03T100000')}`,
        `DTSTART${at('03T090000')}`,
        'SUMMARY:early',
      ),
      series('RRULE:FREQ=DAILY;COUNT=6'),
    ],
    [
      'old 03-02T10:00 to 10:30',
      'early 03-03T09:00 to 09:00',
      'new 03-04T11:00 to 11:30',
      'late 03-06T18:00 to 18:00',
      'new 03-07T11:00 to 11:30',
    ],
  ],
  [
    'twice',
    [
      series('RRULE:FREQ=DAILY;COUNT=4'),
      from(at('05T100000'), `DTSTART${at('05T120000')}`, 'DURATION:PT1H'),
      from(at('03T100000'), `DTSTART${at('03T110000')}`, 'DURATION:PT1H'),
    ],
    [
      'old 03-02T10:00 to 10:30',
      'new 03-03T11:00 to 12:00',
      'new 03-04T11:00 to 12:00',
      'new 03-05T12:00 to 13:00',
    ],
  ],
  [
    'of all days',
    [
      series('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=DAILY;COUNT=4'),
      from(';VALUE=DATE:20260304', 'DTSTART;VALUE=DATE:20260305', 'DTEND;VALUE=DATE:20260307'),
    ],
    ['old 03-02 to 03-03', 'old 03-03 to 03-04', 'new 03-05 to 03-07', 'new 03-06 to 03-08'],
  ],
  [
    'from all days to hours',
    [
      series('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=DAILY;COUNT=3'),
      from(';VALUE=DATE:20260303', `DTSTART${at('03T090000')}`, 'DURATION:PT1H'),
    ],
    ['old 03-02 to 03-03', 'new 03-03T09:00 to 10:00', 'new 03-04T09:00 to 10:00'],
  ],
  [
    'from the first',
    [
      series('RRULE:FREQ=DAILY;COUNT=2'),
      from(at('02T100000'), `DTSTART${at('02T110000')}`, 'DURATION:PT1H'),
    ],
    ['new 03-02T11:00 to 12:00', 'new 03-03T11:00 to 12:00'],
  ],
  [
    'by dates that no rule makes',
    [
      series('RRULE:FREQ=MONTHLY;BYDAY=1MO,3MO;UNTIL=20260320T000000Z', `RDATE${at('05T100000')}`),
      from(at('05T100000'), `DTSTART${at('06T100000')}`, 'DURATION:PT1H'),
    ],
    ['old 03-02T10:00 to 10:30', 'new 03-06T10:00 to 11:00', 'new 03-17T10:00 to 11:00'],
  ],
  [
    'cancelled',
    [
      series('RRULE:FREQ=DAILY'),
      from(at('04T100000'), `DTSTART${at('04T100000')}`, 'STATUS:CANCELLED'),
    ],
    ['old 03-02T10:00 to 10:30', 'old 03-03T10:00 to 10:30'],
  ],
])('an occurrence and all that follow: %s', (_, events, wanted) => {
  expect(told(...events)).toEqual(wanted);
});

test('a series without an end goes on under its rule, in two parts', () => {
  const made = loaded(
    icsOf(
      ...series('RRULE:FREQ=WEEKLY;BYDAY=MO,WE'),
      ...from(at('11T100000'), `DTSTART${at('12T100000')}`, 'DURATION:PT1H'),
    ),
  );
  expect(skippedOf(made)).toEqual([]);
  const events = made.events().map(({ iCalUID, recurrence }) => [iCalUID, recurrence]);
  expect(events).toEqual([
    ['1@havu', ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260311T075959Z']],
    ['1_R20260311T080000@havu', ['RRULE:FREQ=WEEKLY;BYDAY=TU,TH;WKST=TU']],
  ]);
});

test('a change from an occurrence that does not exist is left out, and reported', () => {
  const made = loaded(
    icsOf(
      ...series('RRULE:FREQ=DAILY;COUNT=2'),
      ...from(at('09T100000'), `DTSTART${at('09T110000')}`),
    ),
  );
  expect(skippedOf(made)).toEqual([expect.stringContaining('no occurrence at its RECURRENCE-ID')]);
  expect(made.events()).toHaveLength(1);
});

test('a change without its series is an event of its own', () => {
  const made = loaded(icsOf(...from(at('04T100000'), `DTSTART${at('04T110000')}`)));
  expect(made.events()).toMatchObject([{ summary: 'new' }]);
});
