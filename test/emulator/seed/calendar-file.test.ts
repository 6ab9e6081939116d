import fc from 'fast-check';
import { addCalendars } from '../../../emulator/seed/calendar-file';
import { ADMIN, ANNA, BEN, smallCompany } from '../../support/small-company';
import { eventsOf, icsOf, loaded, NOW, skippedOf, vevent } from './a-calendar-file';
import { processorMs } from '../../support/processor-time';

const one = (...lines: string[]) => loaded(icsOf(...vevent('1', ...lines)));

describe('times', () => {
  test.each([
    ['UTC', ['DTSTART:20260304T090000Z'], '2026-03-04T09:00:00Z', 'UTC'],
    [
      'an IANA zone',
      ['DTSTART;TZID=America/New_York:20260304T090000'],
      '2026-03-04T14:00:00Z',
      'America/New_York',
    ],
    [
      "a program's own prefix",
      ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260304T090000'],
      '2026-03-04T08:00:00Z',
      'Europe/Berlin',
    ],
    [
      "Windows' name of a zone",
      ['DTSTART;TZID="W. Europe Standard Time":20260704T090000'],
      '2026-07-04T07:00:00Z',
      'Europe/Berlin',
    ],
  ])('%s', (_, lines, dateTime, timeZone) => {
    expect(one(...lines).events()[0].start).toEqual({ dateTime, timeZone });
  });

  test('a time without a zone is in the zone of the file, which becomes that of the calendar', () => {
    const ics = icsOf('X-WR-TIMEZONE:Europe/Helsinki', ...vevent('1', 'DTSTART:20260304T090000'));
    expect(loaded(ics).events()[0].start).toEqual({
      dateTime: '2026-03-04T09:00:00+02:00',
      timeZone: 'Europe/Helsinki',
    });
  });

  test('a zone with unique rules keeps its instants, and that is reported', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Mine',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0217',
      'TZOFFSETTO:+0217',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const made = loaded(icsOf(...zone, ...vevent('1', 'DTSTART;TZID=Mine:20260304T090000')));
    expect(made.events()[0].start.dateTime).toBe('2026-03-04T06:43:00Z');
    expect(made.report.notes).toEqual([
      {
        line: 11,
        name: 'UID 1',
        reason: expect.stringContaining('"Mine" matches no known time zone'),
      },
    ]);
  });

  test.each([
    ['no end', ['DTSTART;VALUE=DATE:20260304'], '2026-03-05'],
    [
      'an end on the same day',
      ['DTSTART;VALUE=DATE:20260304', 'DTEND;VALUE=DATE:20260304'],
      '2026-03-04',
    ],
    ['a length', ['DTSTART;VALUE=DATE:20260304', 'DURATION:P1W'], '2026-03-11'],
    ['no word that it is a date', ['DTSTART:20260304'], '2026-03-05'],
  ])('an all-day event with %s', (_, lines, date) => {
    expect(one(...lines).events()[0]).toMatchObject({
      start: { date: '2026-03-04' },
      end: { date },
    });
  });

  test.each([
    ['hours by the clock', 'DURATION:PT24H', '2026-03-29T13:00:00+03:00'],
    ['days by the calendar', 'DURATION:P1D', '2026-03-29T12:00:00+03:00'],
    ['no length at all', 'SUMMARY:x', '2026-03-28T12:00:00+02:00'],
  ])('across a change of clocks: %s', (_, line, end) => {
    const start = 'DTSTART;TZID=Europe/Helsinki:20260328T120000';
    const [event] = one(start, line).events(ANNA, { timeZone: 'Europe/Helsinki' });
    expect(event.end.dateTime).toBe(end);
  });
});

describe('series', () => {
  const starts = (ics: string): string[] =>
    loaded(ics)
      .events(ANNA, { singleEvents: true, orderBy: 'startTime' })
      .map(({ start }) => start.dateTime ?? start.date);

  test('dates left out and added, in whatever zone and form they are written', () => {
    const ics = icsOf(
      ...vevent(
        '1',
        'DTSTART;TZID=Europe/Helsinki:20260302T100000',
        'rrule:freq=daily;count=6',
        'EXDATE;TZID=Eastern Standard Time:20260303T030000',
        'EXDATE:20260304T080000Z,20260305T080000Z',
        'EXDATE;VALUE=DATE:20260306',
        'RDATE;TZID=Europe/Helsinki:20260310T110000',
        'RDATE;VALUE=PERIOD:20260311T080000Z/PT1H',
      ),
    );
    expect(starts(ics)).toEqual([
      '2026-03-02T08:00:00Z',
      '2026-03-07T08:00:00Z',
      '2026-03-10T09:00:00Z',
      '2026-03-11T08:00:00Z',
    ]);
  });

  test('changed and cancelled occurrences, before their series in the file and named in other ways', () => {
    const ics = icsOf(
      ...vevent('1', 'RECURRENCE-ID:20260303T080000Z', 'STATUS:CANCELLED'),
      ...vevent('1', 'RECURRENCE-ID;VALUE=DATE:20260304', 'DTSTART:20260304T150000Z'),
      ...vevent('1', 'DTSTART;TZID=Europe/Helsinki:20260302T100000', 'RRULE:FREQ=DAILY;COUNT=4'),
    );
    expect(starts(ics)).toEqual([
      '2026-03-02T08:00:00Z',
      '2026-03-04T15:00:00Z',
      '2026-03-05T08:00:00Z',
    ]);
  });

  test('an occurrence without its series is an event of its own', () => {
    const lone = ['RECURRENCE-ID:20260303T080000Z', 'DTSTART:20260303T090000Z', 'SUMMARY:Alone'];
    const { events, report } = loaded(
      icsOf(
        ...vevent('1', ...lone),
        ...vevent('2', 'RECURRENCE-ID:20260303T080000Z', 'STATUS:CANCELLED'),
      ),
    );
    expect(events()).toMatchObject([
      { summary: 'Alone', start: { dateTime: '2026-03-03T09:00:00Z' } },
    ]);
    expect(report.skipped).toEqual([
      {
        line: 9,
        name: 'UID 2',
        reason: 'it cancels an occurrence of a series that does not exist',
      },
    ]);
  });
});

describe('whose event it is', () => {
  const CHIEF = 'ORGANIZER;CN="Chief, the":MAILTO:Chief@customer.example';

  test("another's meeting is an imported copy, and its owner takes part in it", () => {
    const { events, state } = one(CHIEF, `ATTENDEE:mailto:${BEN}`);
    expect(events()).toMatchObject([
      {
        privateCopy: true,
        organizer: { email: 'chief@customer.example', displayName: 'Chief, the' },
        attendees: [{ email: BEN }, { email: ANNA, responseStatus: 'accepted' }],
      },
    ]);
    expect(eventsOf(state, BEN)).toEqual([]);
    expect(state.outbox).toEqual([]);
  });

  test("another's series keeps its changed occurrences", () => {
    const { events, report } = loaded(
      icsOf(
        ...vevent('1', CHIEF, 'RRULE:FREQ=DAILY;COUNT=3'),
        ...vevent('1', CHIEF, 'RECURRENCE-ID:20260305T090000Z', 'STATUS:CANCELLED'),
        ...vevent('1', CHIEF, 'RECURRENCE-ID:20260306T090000Z', 'DTSTART:20260306T110000Z'),
      ),
    );
    expect(report).toMatchObject({ loaded: 3, skipped: [] });
    const starts = events(ANNA, { singleEvents: true }).map(({ start }) => start.dateTime);
    expect(starts.sort()).toEqual(['2026-03-04T09:00:00Z', '2026-03-06T11:00:00Z']);
  });

  test('a meeting in several files is on the calendars once, as its organizer has it', () => {
    const meeting = (title: string): Buffer =>
      Buffer.from(
        icsOf(
          ...vevent('m', `SUMMARY:${title}`, `ORGANIZER:mailto:${ANNA}`, `ATTENDEE:mailto:${BEN}`),
        ),
      );
    const state = smallCompany();
    const files = [
      { person: BEN, ics: meeting('as Ben has it') },
      { person: ANNA, ics: meeting('as Anna has it') },
    ];
    const reports = addCalendars(state, files, NOW);
    expect(reports.map(({ loaded: count, already }) => [count, already])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    for (const person of [ANNA, BEN])
      expect(eventsOf(state, person).map(({ summary }) => summary)).toEqual(['as Anna has it']);
  });

  test('guests: answers, rooms, further guests, addresses in a parameter', () => {
    const { events, report } = one(
      'ATTENDEE;PARTSTAT=DECLINED;X-NUM-GUESTS=2:mailto:a@x.example',
      'ATTENDEE;CUTYPE=ROOM;CN=Room:mailto:room@x.example',
      'ATTENDEE;EMAIL=p@x.example;PARTSTAT=TENTATIVE:/principals/12',
      'ATTENDEE:invalid:nomail',
    );
    expect(events()[0].attendees).toEqual([
      { email: 'a@x.example', responseStatus: 'declined', additionalGuests: 2 },
      {
        email: 'room@x.example',
        displayName: 'Room',
        responseStatus: 'needsAction',
        resource: true,
      },
      { email: 'p@x.example', responseStatus: 'tentative' },
    ]);
    expect(report.notes[0]!.reason).toBe('1 of its guests have no e-mail address');
  });
});

test.each([
  ['PRIVATE', 'private'],
  ['confidential', 'confidential'],
  ['PUBLIC', undefined],
])('CLASS:%s', (written, visibility) => {
  expect(one(`CLASS:${written}`).events()[0].visibility).toBe(visibility);
});

describe('letters and lines', () => {
  const titled = (title: string): string => icsOf(...vevent('1', `SUMMARY:${title}`));
  const titleOf = (bytes: Buffer): string => loaded(bytes).events()[0].summary;

  test.each<[string, string, (text: string) => Buffer]>([
    ['UTF-8', 'Grüße 漢字 🎉', (text) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', 'Grüße 漢字', (text) => Buffer.from(`\ufeff${text}`)],
    ['Latin-1', 'Grüße', (text) => Buffer.from(text, 'latin1')],
    ['UTF-16', 'Grüße 漢字', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', 'Grüße', (text) => Buffer.from(text, 'utf16le')],
    ['bare line feeds', 'Grüße', (text) => Buffer.from(text.replaceAll('\r\n', '\n'))],
  ])('%s', (_, title, encode) => {
    expect(titleOf(encode(titled(title)))).toBe(title);
  });

  test('a line folded within a letter', () => {
    const [before, after] = [Buffer.from(titled('Gr')), Buffer.from('ü', 'utf8')];
    const cut = before.indexOf('SUMMARY:Gr') + 'SUMMARY:Gr'.length;
    const folded = Buffer.concat([
      before.subarray(0, cut),
      after.subarray(0, 1),
      Buffer.from('\r\n '),
      after.subarray(1),
      Buffer.from('\r\n\tße'),
      before.subarray(cut),
    ]);
    expect(titleOf(folded)).toBe('Grüße');
  });
});

describe('a bad event is named and skipped', () => {
  const good = (uid: string): string[] => vevent(uid, `SUMMARY:${uid}`);

  test.each([
    ['no start', ['BEGIN:VEVENT', 'UID:x', 'END:VEVENT'], 'it has no DTSTART'],
    ['a start that is none', vevent('x', 'DTSTART:soon'), 'DTSTART is not a date or time'],
    [
      'a day that is none',
      vevent('x', 'DTSTART;VALUE=DATE:20260230'),
      'DTSTART is not a date or time',
    ],
    [
      'an hour that is none',
      vevent('x', 'DTSTART:20260302T250000Z'),
      'DTSTART is not a date or time',
    ],
    ['an end before its start', vevent('x', 'DTEND:20260304T080000Z'), 'time range is empty'],
    ['a date to end a time', vevent('x', 'DTEND;VALUE=DATE:20260305'), 'both be date or both'],
    ['a length that is none', vevent('x', 'DURATION:long'), 'DURATION is not a length of time'],
    ['a rule that is none', vevent('x', 'RRULE:FREQ=SOMETIMES'), 'invalid frequency "SOMETIMES"'],
    ['a rule without a frequency', vevent('x', 'RRULE:COUNT=3'), 'Invalid recurrence rule'],
    [
      'a zone nobody knows',
      vevent('x', 'DTSTART;TZID=Atlantis:20260304T090000'),
      '"Atlantis" is unknown',
    ],
    [
      'an exception that is none',
      vevent('x', 'RRULE:FREQ=DAILY', 'EXDATE:never'),
      'EXDATE is not a',
    ],
    [
      'this and all that came before',
      vevent('x', 'RECURRENCE-ID;RANGE=THISANDPRIOR:20260304T090000Z'),
      'RANGE',
    ],
    ['the UID of another', vevent('one'), 'line 3 has the same UID'],
    ['a cancellation', vevent('x', 'STATUS:CANCELLED'), 'it is cancelled'],
    ['no end of its lines', ['BEGIN:VEVENT', 'UID:x', 'DTSTART:20260304T090000Z'], 'no END:VEVENT'],
    ['no beginning', ['UID:x', 'DTSTART:20260304T090000Z', 'END:VEVENT'], 'no BEGIN:VEVENT'],
    ['an end of something else', ['BEGIN:VEVENT', 'UID:x', 'END:VTODO'], 'END:VTODO is where'],
    ['an end that is none', vevent('x', 'DTEND:later'), 'DTEND is not a date or time'],
  ])('%s', (_, lines, reason) => {
    const made = loaded(icsOf(...good('one'), ...lines, ...good('two')));
    expect(skippedOf(made)).toEqual([expect.stringContaining(reason)]);
    expect(skippedOf(made)[0]).toMatch(/^(8|10): /);
    expect(made.events().map(({ summary }) => summary)).toEqual(['one', 'two']);
  });

  test('a file that breaks off loses its last event', () => {
    const whole = icsOf(...good('one'), ...good('two'));
    const made = loaded(whole.slice(0, whole.lastIndexOf('SUMMARY')));
    expect(skippedOf(made)).toEqual(['8: the file ends within it']);
    expect(made.events()).toHaveLength(1);
  });

  test('an alarm that cannot be read costs nothing; tasks are counted', () => {
    const { report } = loaded(
      icsOf(
        ...vevent('1', 'BEGIN:VALARM', 'TRIGGER:x', 'nonsense', 'END:VALARM'),
        'BEGIN:VTODO',
        'nonsense',
        'END:VTODO',
      ),
    );
    expect(report).toMatchObject({ loaded: 1, skipped: [], otherKinds: { VTODO: 1 } });
  });

  test('an event without a UID gets one', () => {
    const made = loaded(icsOf('BEGIN:VEVENT', 'DTSTART:20260304T090000Z', 'END:VEVENT'));
    expect(made.report).toMatchObject({ loaded: 1, notes: [{ line: 3 }] });
    expect(made.events()).toHaveLength(1);
  });
});

test.each([
  ['what is no calendar', ANNA, 'hello', 'It is not an iCalendar file'],
  ['nothing', ANNA, '', 'It is not an iCalendar file'],
  ['somebody unknown', 'x@acme.example', icsOf(), 'Nobody in this company has a calendar at x@'],
])('%s is refused in a sentence', (_, person, ics, words) => {
  expect(() => loaded(ics, { person })).toThrow(words);
});

test('a suspended person, called by an alias in capitals, has a calendar still', () => {
  const state = smallCompany();
  const user = Object.values(state.directory.users).find((one) => one.primaryEmail === BEN)!;
  Object.assign(user, { suspended: true, aliases: ['benny@acme.example'] });
  const ics = icsOf('X-WR-TIMEZONE:Asia/Tokyo', ...vevent('1', 'ORGANIZER:mailto:a@x.example'));
  const { events, report } = loaded(ics, { person: 'Benny@acme.example', state });
  expect(report).toMatchObject({ loaded: 1, skipped: [] });
  user.suspended = false;
  expect(events(BEN)[0].attendees).toMatchObject([{ email: BEN }]);
});

test('who has no Calendar gets no events', () => {
  const state = smallCompany();
  const user = Object.values(state.directory.users).find((one) => one.primaryEmail === BEN)!;
  user.servicesOff = ['calendar'];
  expect(() => loaded(icsOf(), { person: BEN, state })).toThrow('Nobody in this company has');
});

test('nothing is logged, mailed or triggered; the same file makes the same events', () => {
  const ics = icsOf(...vevent('1', `ATTENDEE:mailto:${BEN}`, `ATTENDEE:mailto:${ADMIN}`));
  const { state } = loaded(ics);
  expect(state.outbox).toEqual([]);
  expect(state.reports).toEqual(smallCompany().reports);
  expect(loaded(ics).state).toEqual(state);
});

test('whatever happens to one line, the events beside it are there', () => {
  const events = ['one', 'two', 'three'].map((uid) =>
    vevent(
      uid,
      `SUMMARY:${uid}`,
      'DTSTART;TZID=Europe/Helsinki:20260304T090000',
      'DTEND;TZID=Europe/Helsinki:20260304T100000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'EXDATE;TZID=Europe/Helsinki:20260311T090000',
      `ATTENDEE;CN="A, B";PARTSTAT=ACCEPTED:mailto:${BEN}`,
      'SEQUENCE:1',
    ),
  );
  const lines = icsOf(...events.flat()).split('\r\n');
  const place = fc.integer({
    min: 2 + events[0]!.length,
    max: 1 + events.flat().length - events[2]!.length,
  });
  const cut = (line: string) => fc.nat(line.length).map((end) => line.slice(0, end));
  const change = place.chain((at) =>
    fc.tuple(fc.constant(at), fc.oneof(cut(lines[at]!), fc.string({ maxLength: 20 }))),
  );
  fc.assert(
    fc.property(change, ([at, text]) => {
      // A line that begins with a space goes on with the one before; one that begins or ends a component makes another file.
      fc.pre(!/^[ \t]|^(BEGIN|END):|[\r\n]/i.test(text));
      const made = loaded(lines.map((line, index) => (index === at ? text : line)).join('\r\n'));
      const titles = new Set(made.events().map(({ summary }) => summary));
      expect(titles).toContain('one');
      expect(titles).toContain('three');
      expect(made.report.loaded + made.report.skipped.length).toBe(3);
    }),
    { numRuns: 300 },
  );
});

test('thousands of events are read in seconds', () => {
  const many = Array.from({ length: 3000 }, (_, nth) => vevent(`${nth}@many`, 'SUMMARY:x')).flat();
  const ms = processorMs(() =>
    expect(loaded(icsOf(...many)).report).toMatchObject({ loaded: 3000, skipped: [] }),
  );
  expect(ms).toBeLessThan(10_000);
});

describe('a line that other programs write badly costs that line alone', () => {
  const read = (...lines: string[]) => {
    const made = one('SUMMARY:Kept', ...lines);
    expect(made.report).toMatchObject({ loaded: 1, skipped: [] });
    return {
      event: made.events()[0],
      days: made
        .events(ANNA, { singleEvents: true, orderBy: 'startTime' })
        .map(({ start }) => (start.dateTime ?? start.date).slice(8, 10)),
      notes: made.report.notes.map(({ reason }) => reason),
    };
  };

  test.each([
    ['a raw line break in a text', ['DESCRIPTION:First', 'Second on its own line'], '"Second on'],
    [
      'a raw line break before a colon',
      ['DESCRIPTION:First', 'Agenda: second'],
      '"Agenda: second"',
    ],
    ['a rule that is empty', ['RRULE:'], 'its RRULE is empty'],
    ['an exception that is empty', ['EXDATE:'], 'its EXDATE is empty'],
    ['an exception of separators', ['EXDATE;TZID=Europe/Oslo:,,'], 'its EXDATE is empty'],
    ['an end that is empty', ['DTEND:'], 'its DTEND is empty'],
    ['a sequence that is a time', ['SEQUENCE:1772355600000'], 'its SEQUENCE 1772355600000 is'],
    ['parameters that break off', ['LOCATION;ALTREP="cid:x'], 'a line that cannot be read'],
  ])('%s', (_, lines, note) => {
    const { event, notes } = read(...lines);
    expect(event).toMatchObject({ summary: 'Kept', sequence: 0 });
    expect(notes).toEqual([expect.stringContaining(note)]);
  });

  test.each([
    ['a separator at the end of a rule', ['RRULE:FREQ=DAILY;COUNT=2;'], ['04', '05']],
    [
      'a comma at the end of a list',
      ['RRULE:FREQ=WEEKLY;BYDAY=WE,TH,;COUNT=3'],
      ['04', '05', '11'],
    ],
    [
      'a comma after a date',
      ['RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20260305T090000Z,'],
      ['04', '06'],
    ],
    ['COUNT before UNTIL', ['RRULE:FREQ=DAILY;COUNT=2;UNTIL=20260320T090000Z'], ['04', '05']],
    ['UNTIL before COUNT', ['RRULE:FREQ=DAILY;UNTIL=20260305T090000Z;COUNT=9'], ['04', '05']],
    [
      'times of day in days',
      ['DTSTART;VALUE=DATE:20260304', 'RRULE:FREQ=DAILY;COUNT=2;BYHOUR=9'],
      ['04', '05'],
    ],
  ])('%s means what is left without it', (_, lines, days) => {
    expect(read(...lines)).toMatchObject({ days, notes: [] });
  });

  test('a period that is added to a series keeps its length', () => {
    const made = one(
      'DTEND:20260304T100000Z',
      'RRULE:FREQ=DAILY;COUNT=1',
      'RDATE;VALUE=PERIOD:20260311T080000Z/PT3H',
    );
    const ends = made.events(ANNA, { singleEvents: true }).map(({ end }) => end.dateTime);
    expect(ends).toEqual(['2026-03-04T10:00:00Z', '2026-03-11T11:00:00Z']);
  });

  test('a rule below daily, which Calendar refuses, costs its event', () => {
    expect(skippedOf(one('RRULE:FREQ=HOURLY;COUNT=3'))).toEqual([
      '3: Calendar refuses it: Invalid recurrence rule',
    ]);
  });
});

describe('a zone whose definition is incomplete', () => {
  const times = (zone: string[], tzid = 'Away', start = `DTSTART;TZID=${tzid}:20260310T090000`) => {
    const ics = icsOf(
      'BEGIN:VTIMEZONE',
      'TZID:Away',
      ...zone,
      'END:VTIMEZONE',
      ...vevent('1', start),
    );
    const made = loaded(ics);
    return made.report.loaded === 0 ? skippedOf(made) : made.events()[0].start.dateTime;
  };
  const half = (kind: string, ...lines: string[]) => [`BEGIN:${kind}`, ...lines, `END:${kind}`];

  test.each([
    [
      'no offset before the change',
      half('STANDARD', 'TZOFFSETTO:+1000', 'DTSTART:16010101T000000'),
      '2026-03-09T23:00:00Z',
    ],
    [
      'an empty offset before the change',
      half('STANDARD', 'TZOFFSETFROM:', 'TZOFFSETTO:+1000', 'DTSTART:16010101T000000'),
      '2026-03-09T23:00:00Z',
    ],
    [
      'no beginning',
      half('STANDARD', 'TZOFFSETFROM:+1000', 'TZOFFSETTO:+1000'),
      '2026-03-09T23:00:00Z',
    ],
    [
      'two halves without offsets before',
      [
        ...half(
          'STANDARD',
          'TZOFFSETTO:-0500',
          'DTSTART:20071104T020000',
          'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
        ),
        ...half(
          'DAYLIGHT',
          'TZOFFSETTO:-0400',
          'DTSTART:20070311T020000',
          'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
        ),
      ],
      '2026-03-10T13:00:00Z',
    ],
  ])('%s is completed', (_, zone, at) => {
    expect(times(zone)).toBe(at);
  });

  test.each([
    ['nothing', []],
    ['no offset', half('STANDARD', 'DTSTART:16010101T000000')],
    ['an empty offset', half('STANDARD', 'TZOFFSETFROM:+1000', 'TZOFFSETTO:')],
  ])('%s in it costs its events, which would be at a wrong hour', (_, zone) => {
    expect(times(zone)).toEqual([expect.stringContaining('"Away" is unknown')]);
  });

  test.each([
    ['(UTC+10:00) Brisbane', 'DTSTART;TZID=(UTC+10:00) Brisbane:20260310T090000'],
    [
      '(UTC+10:00) Canberra, Melbourne',
      'DTSTART;VALUE=DATE-TIME;TZID=(UTC+10:00) Canberra, Melbourne:20260310T090000',
    ],
  ])('its name may hold a colon without quotes: %s', (tzid, start) => {
    const zone = half('STANDARD', 'TZOFFSETTO:+1000', 'DTSTART:16010101T000000');
    const ics = icsOf(
      'BEGIN:VTIMEZONE',
      `TZID:${tzid}`,
      ...zone,
      'END:VTIMEZONE',
      ...vevent('1', start),
    );
    expect(loaded(ics).events()[0].start.dateTime).toBe('2026-03-09T23:00:00Z');
  });
});

describe('of several versions of an event the newest counts', () => {
  const version = (title: string, sequence: number, stamp: string, ...more: string[]) =>
    vevent('v', `SUMMARY:${title}`, `SEQUENCE:${sequence}`, `DTSTAMP:${stamp}`, ...more);
  const [early, late] = ['20260201T080000Z', '20260220T080000Z'];

  test.each([
    [
      'the higher sequence, wherever it stands',
      [version('Old', 0, late), version('New', 2, early)],
      ['New'],
    ],
    [
      'the higher sequence, first in the file',
      [version('New', 2, early), version('Old', 0, late)],
      ['New'],
    ],
    [
      'a sequence too large for Calendar',
      [version('New', 1772355600000, early), version('Old', 1, late)],
      ['New'],
    ],
    ['then the later stamp', [version('Old', 1, early), version('New', 1, late)], ['New']],
    [
      'a newer cancellation',
      [version('Old', 0, early), version('Off', 1, late, 'STATUS:CANCELLED')],
      [],
    ],
    [
      'not an older cancellation',
      [version('Off', 0, early, 'STATUS:CANCELLED'), version('New', 1, late)],
      ['New'],
    ],
  ])('%s', (_, versions, titles) => {
    const made = loaded(icsOf(...versions.flat()));
    expect(made.events().map(({ summary }) => summary)).toEqual(titles);
    expect(skippedOf(made)).toContainEqual(expect.stringContaining('has a newer version of it'));
  });

  test('also of one occurrence of a series', () => {
    const occurrence = (title: string, sequence: number) =>
      version(title, sequence, early, 'RECURRENCE-ID:20260305T090000Z', 'DTSTART:20260305T120000Z');
    const series = vevent('v', 'SUMMARY:Series', 'RRULE:FREQ=DAILY;COUNT=2');
    const made = loaded(icsOf(...series, ...occurrence('New', 3), ...occurrence('Old', 1)));
    const titles = made.events(ANNA, { singleEvents: true }).map(({ summary }) => summary);
    expect(titles.sort()).toEqual(['New', 'Series']);
  });
});
