import { occurrences } from '../../../emulator/workspace/calendar/series';
import { ANNA, BEN } from '../../support/small-company';
import { hands, handsOf, ids, refusal, series, type Answer } from './hands';
import { processorMs } from '../../support/processor-time';

const starts = (answer: Answer): string[] =>
  answer.items.map(({ start }: Answer) => start.dateTime ?? start.date);

describe('a series keeps its wall time', () => {
  test.each([
    [
      'in spring, Helsinki',
      'Europe/Helsinki',
      '2026-03-28T10:00:00',
      ['2026-03-28T08:00:00Z', '2026-03-29T07:00:00Z', '2026-03-30T07:00:00Z'],
    ],
    [
      'in autumn, Helsinki',
      'Europe/Helsinki',
      '2026-10-24T10:00:00',
      ['2026-10-24T07:00:00Z', '2026-10-25T08:00:00Z', '2026-10-26T08:00:00Z'],
    ],
    [
      'in spring, New York',
      'America/New_York',
      '2026-03-07T09:30:00',
      ['2026-03-07T14:30:00Z', '2026-03-08T13:30:00Z', '2026-03-09T13:30:00Z'],
    ],
    [
      'where half an hour is skipped',
      'Australia/Lord_Howe',
      '2026-10-03T09:00:00',
      ['2026-10-02T22:30:00Z', '2026-10-03T22:00:00Z', '2026-10-04T22:00:00Z'],
    ],
    [
      'at an hour that is skipped: it moves on by the gap',
      'Europe/Helsinki',
      '2026-03-28T03:30:00',
      ['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z'],
    ],
    [
      'at an hour that comes twice: the first',
      'Europe/Helsinki',
      '2026-10-24T03:30:00',
      ['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
    ],
    [
      'without changes of clocks',
      'Asia/Kolkata',
      '2026-03-28T10:00:00',
      ['2026-03-28T04:30:00Z', '2026-03-29T04:30:00Z', '2026-03-30T04:30:00Z'],
    ],
  ])('%s', (_, timeZone, from, expected) => {
    const anna = hands(ANNA);
    const end = `${from.slice(0, 11)}23:00:00`;
    const { id } = anna.insert({
      start: { dateTime: from, timeZone },
      end: { dateTime: end, timeZone },
      recurrence: ['RRULE:FREQ=DAILY;COUNT=3'],
    });
    expect(starts(anna.instances(id))).toEqual(expected);
  });
});

describe('recurrence lines', () => {
  const days = (recurrence: string[], start = '2026-03-02') => {
    const anna = hands(ANNA);
    const next = new Date(Date.parse(start) + 86_400_000).toISOString().slice(0, 10);
    const { id } = anna.insert({ start: { date: start }, end: { date: next }, recurrence });
    return starts(anna.instances(id)).map((date) => date.slice(5));
  };

  test.each([
    [
      'every other week on two days',
      ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=5'],
      ['03-02', '03-04', '03-16', '03-18', '03-30'],
    ],
    [
      'the last Friday',
      ['RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3'],
      ['03-02', '03-27', '04-24', '05-29'],
    ],
    [
      'the 31st',
      ['RRULE:FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20260831'],
      ['03-02', '03-31', '05-31', '07-31', '08-31'],
    ],
    [
      'until a day, itself included',
      ['RRULE:FREQ=DAILY;UNTIL=20260304'],
      ['03-02', '03-03', '03-04'],
    ],
    [
      'without two days',
      ['RRULE:FREQ=DAILY;COUNT=5', 'EXDATE;VALUE=DATE:20260303,20260305'],
      ['03-02', '03-04', '03-06'],
    ],
    [
      'with a day more',
      ['RRULE:FREQ=DAILY;COUNT=2', 'RDATE;VALUE=DATE:20260310'],
      ['03-02', '03-03', '03-10'],
    ],
    ['only days more', ['RDATE;VALUE=DATE:20260310,20260305'], ['03-02', '03-05', '03-10']],
    [
      'less another rule',
      ['RRULE:FREQ=DAILY;COUNT=5', 'EXRULE:FREQ=DAILY;INTERVAL=2'],
      ['03-03', '03-05'],
    ],
    [
      'two rules, each day once',
      ['RRULE:FREQ=DAILY;COUNT=3', 'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3'],
      ['03-02', '03-03', '03-04', '03-06'],
    ],
    [
      'two rules, of which each has a COUNT of its own',
      ['RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2', 'RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2'],
      ['03-02', '03-04', '03-09', '03-11'],
    ],
    [
      'times of day, which mean nothing to dates',
      ['RRULE:FREQ=DAILY;COUNT=3;BYHOUR=9,17;BYMINUTE=0,30;BYSECOND=15'],
      ['03-02', '03-03', '03-04'],
    ],
    [
      'the last working day',
      ['RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2'],
      ['03-02', '03-31', '04-30'],
    ],
    [
      'a start that the rule does not name is there besides COUNT',
      ['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3'],
      ['03-02', '03-03', '03-10', '03-17'],
    ],
  ])('%s', (_, recurrence, expected) => {
    expect(days(recurrence)).toEqual(expected);
  });

  test('an additional date that is a period has that period’s own length', () => {
    const anna = hands(ANNA);
    const { id } = anna.insert({
      ...series('FREQ=DAILY;COUNT=1'),
      recurrence: [
        'RRULE:FREQ=DAILY;COUNT=1',
        'RDATE;VALUE=PERIOD:20260310T080000Z/PT3H30M,20260311T080000Z/20260311T081500Z',
        'RDATE;TZID=Europe/Helsinki;VALUE=PERIOD:20260312T100000/20260312T101000',
      ],
    });
    const spans = anna.instances(id).items.map(({ start, end }: Answer) => [start, end]);
    expect(
      spans.map((span: Answer[]) => span.map(({ dateTime }) => dateTime.slice(8, 16))),
    ).toEqual([
      ['02T08:00', '02T09:00'],
      ['10T08:00', '10T11:30'],
      ['11T08:00', '11T08:15'],
      ['12T08:00', '12T08:10'],
    ]);
    expect(anna.get(`${id}_20260310T080000Z`).end.dateTime).toBe('2026-03-10T11:30:00Z');
    anna.patch(`${id}_20260310T080000Z`, { summary: 'Renamed' });
    expect(anna.get(`${id}_20260310T080000Z`).end.dateTime).toBe('2026-03-10T11:30:00Z');
  });

  test.each([
    ['days since 1995', { date: '1995-01-01' }, { date: '1995-01-02' }, 'FREQ=DAILY', 7],
    ['days since 1900', { date: '1900-01-01' }, { date: '1900-01-02' }, 'FREQ=DAILY', 7],
    [
      'hours since 1995',
      { dateTime: '1995-01-01T10:00:00', timeZone: 'Europe/Helsinki' },
      { dateTime: '1995-01-01T11:00:00', timeZone: 'Europe/Helsinki' },
      'FREQ=DAILY;BYHOUR=8,10,12,14,16',
      35,
    ],
  ])(
    'a series that has run for decades takes place in any week: %s',
    (_, start, end, rule, count) => {
      const anna = hands(ANNA);
      const { id } = anna.insert({ start, end, recurrence: [`RRULE:${rule}`] });
      for (const year of [2026, 2090, 2190]) {
        const window = { timeMin: `${year}-03-02T00:00:00Z`, timeMax: `${year}-03-09T00:00:00Z` };
        expect(anna.list({ ...window, singleEvents: true }).items).toHaveLength(count);
        expect(anna.list(window).items).toHaveLength(1);
        expect(anna.instances(id, window).items).toHaveLength(count);
      }
      const [first] = anna.list({ timeMin: '2026-03-02T00:00:00Z', singleEvents: true }).items;
      expect(anna.get(first.id).status).toBe('confirmed');
    },
  );

  test('of a leap day take place every four years', () => {
    expect(days(['RRULE:FREQ=YEARLY;COUNT=3'], '2028-02-29')).toEqual(['02-29', '02-29', '02-29']);
  });

  test('a time of day left out of EXDATE is that of the series', () => {
    const anna = hands(ANNA);
    const { id } = anna.insert({
      ...series('FREQ=DAILY;COUNT=3'),
      recurrence: ['RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;TZID=Europe/Helsinki:20260303T100000'],
    });
    expect(starts(anna.instances(id))).toEqual(['2026-03-02T08:00:00Z', '2026-03-04T08:00:00Z']);
  });
});

test.each([
  'FREQ=DAILY;COUNT=999999999',
  'FREQ=WEEKLY;INTERVAL=999999999',
  'FREQ=YEARLY;INTERVAL=999999999',
  'FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2',
  'FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;INTERVAL=7',
])('a bomb ends: %s', (rule) => {
  const at = Date.UTC(2026, 2, 2);
  const timing = {
    start: { at, timeZone: 'UTC' },
    end: { at, timeZone: 'UTC' },
    recurrence: [`RRULE:${rule}`],
  };
  let count = 0;
  const ms = processorMs(() => {
    for (const _ of occurrences(timing)) count += _ ? 1 : 0;
  });
  expect(count).toBeLessThanOrEqual(366 * 175);
  expect(ms).toBeLessThan(2500);
});

describe('an occurrence', () => {
  const company = (rule = 'FREQ=DAILY;COUNT=4') => {
    const anna = hands(ANNA);
    const { id } = anna.insert(series(rule));
    return { anna, id, second: `${id}_20260303T080000Z` };
  };

  test('is known by its original start in UTC, or its date', () => {
    const { anna, id, second } = company();
    expect(ids(anna.instances(id).items)).toContain(second);
    expect(anna.get(second)).toMatchObject({
      id: second,
      recurringEventId: id,
      originalStartTime: { dateTime: '2026-03-03T08:00:00Z', timeZone: 'Europe/Helsinki' },
      iCalUID: `${id}@google.com`,
    });
    expect(anna.get(second)).not.toHaveProperty('recurrence');
    const allDay = anna.insert({
      start: { date: '2026-03-02' },
      end: { date: '2026-03-03' },
      recurrence: ['RRULE:FREQ=DAILY;COUNT=2'],
    });
    expect(ids(anna.instances(allDay.id).items)).toEqual([
      `${allDay.id}_20260302`,
      `${allDay.id}_20260303`,
    ]);
  });

  test.each(['20260310T080000Z', '20260303T090000Z', '20260303'])(
    'that the series has not is not found: %s',
    (basic) => {
      const { anna, id } = company();
      expect(refusal(() => anna.get(`${id}_${basic}`))).toMatchObject({ code: 404 });
    },
  );

  test('that was moved is an item of its own and keeps its original start', () => {
    const { anna, id, second } = company();
    anna.patch(second, {
      start: { dateTime: '2026-03-05T12:00:00Z' },
      end: { dateTime: '2026-03-05T13:00:00Z' },
    });
    const listed = anna.list().items;
    expect(ids(listed)).toEqual([id, second]);
    expect(listed[0].recurrence).toEqual(['RRULE:FREQ=DAILY;COUNT=4']);
    expect(listed[1]).toMatchObject({
      start: { dateTime: '2026-03-05T12:00:00Z' },
      originalStartTime: { dateTime: '2026-03-03T08:00:00Z' },
    });
    expect(starts(anna.instances(id))).toEqual([
      '2026-03-02T08:00:00Z',
      '2026-03-04T08:00:00Z',
      '2026-03-05T08:00:00Z',
      '2026-03-05T12:00:00Z',
    ]);
  });

  test('that was deleted is a cancelled item, and no EXDATE', () => {
    const { anna, id, second } = company();
    anna.remove(second);
    const listed = anna.list().items;
    expect(listed[0].recurrence).toEqual(['RRULE:FREQ=DAILY;COUNT=4']);
    expect(listed[1]).toEqual({
      kind: 'calendar#event',
      etag: expect.any(String),
      id: second,
      status: 'cancelled',
      recurringEventId: id,
      originalStartTime: { dateTime: '2026-03-03T08:00:00Z', timeZone: 'Europe/Helsinki' },
    });
    expect(anna.instances(id).items).toHaveLength(3);
    expect(anna.instances(id, { showDeleted: true }).items).toHaveLength(4);
    expect(refusal(() => anna.remove(second))).toMatchObject({ code: 410 });
    expect(anna.patch(second, { status: 'confirmed' })).toMatchObject({
      status: 'confirmed',
      summary: 'Series',
    });
  });

  test('shows what the series says, except where it was changed itself', () => {
    const { anna, id, second } = company();
    anna.patch(second, { location: 'Elsewhere' });
    anna.patch(id, { summary: 'Renamed', location: 'Everywhere' });
    expect(anna.get(second)).toMatchObject({ summary: 'Renamed', location: 'Elsewhere' });
  });

  test('can lack a field that the series has', () => {
    const { anna, id, second } = company();
    anna.patch(id, { location: 'Everywhere' });
    anna.patch(second, { location: null });
    expect(anna.get(second)).not.toHaveProperty('location');
    expect(anna.get(`${id}_20260304T080000Z`).location).toBe('Everywhere');
  });

  test('that was changed disappears when the series no longer takes place then, and is a new one when it does again', () => {
    const { anna, id, second } = company();
    anna.patch(second, { summary: 'Special' });
    const { nextSyncToken } = anna.list();
    const move = (hour: string) =>
      anna.patch(id, {
        start: { dateTime: `2026-03-02T${hour}:00:00` },
        end: { dateTime: `2026-03-02T${hour}:30:00` },
      });
    move('14');
    expect(ids(anna.list().items)).toEqual([id]);
    const increment = anna.list({ syncToken: nextSyncToken }).items;
    expect(increment.find((item: Answer) => item.id === second)).toMatchObject({
      status: 'cancelled',
      recurringEventId: id,
    });
    expect(anna.instances(id).items).toHaveLength(4);
    move('10');
    expect(anna.get(second)).toMatchObject({ status: 'confirmed', summary: 'Series' });
    expect(anna.patch(second, { location: 'Again' })).toMatchObject({
      summary: 'Series',
      location: 'Again',
    });
    expect(anna.instances(id).items).toHaveLength(4);
  });

  test('made more private makes the whole series so; less private changes nothing', () => {
    const { anna, id, second } = company();
    anna.patch(second, { visibility: 'private' });
    expect(anna.get(id).visibility).toBe('private');
    anna.patch(second, { visibility: 'public' });
    expect([anna.get(id).visibility, anna.get(second).visibility]).toEqual(['private', 'private']);
  });

  test('can be found by its original start', () => {
    const { anna, id, second } = company();
    anna.patch(second, {
      start: { dateTime: '2026-03-09T12:00:00Z' },
      end: { dateTime: '2026-03-09T13:00:00Z' },
    });
    expect(ids(anna.instances(id, { originalStart: '2026-03-03T10:00:00+02:00' }).items)).toEqual([
      second,
    ]);
  });
});

test('a deleted series takes its occurrences with it', () => {
  const anna = hands(ANNA);
  const ben = handsOf(anna.workspace, BEN);
  const { id } = anna.insert({ ...series('FREQ=DAILY;COUNT=3'), attendees: [{ email: BEN }] });
  anna.patch(`${id}_20260303T080000Z`, { location: 'x' });
  anna.remove(id);
  expect(anna.list().items).toEqual([]);
  expect(ben.list({ singleEvents: true }).items).toEqual([]);
  expect(refusal(() => anna.remove(id))).toMatchObject({ code: 410 });
  expect(anna.instances(id).items).toEqual([]);
});

test('instances are paged, and only series have them', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert(series('FREQ=DAILY;COUNT=5'));
  const first = anna.instances(id, { maxResults: 3 });
  const second = anna.instances(id, { maxResults: 3, pageToken: first.nextPageToken });
  expect([first.items.length, second.items.length, second.nextPageToken]).toEqual([
    3,
    2,
    undefined,
  ]);
  expect(refusal(() => anna.instances('nothing'))).toMatchObject({ code: 404 });
});

test('a series without an end asked for far ahead is answered there', () => {
  const anna = hands(ANNA);
  anna.insert(series('FREQ=WEEKLY'));
  const { items } = anna.list({
    singleEvents: true,
    timeMin: '2044-01-01T00:00:00Z',
    timeMax: '2044-02-01T00:00:00Z',
  });
  expect(items).toHaveLength(4);
});
