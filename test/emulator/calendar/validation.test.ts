import { ANNA } from '../../support/small-company';
import { hands, hour, refusal, series } from './hands';

const required = (message: string) => ({ code: 400, reason: 'required', message });
const invalid = (message: string) => ({ code: 400, reason: 'invalid', message });

test.each([
  [
    'without a start',
    { end: { dateTime: '2026-03-02T10:00:00Z' } },
    required('Missing start time.'),
  ],
  [
    'without an end',
    { start: { dateTime: '2026-03-02T10:00:00Z' } },
    required('Missing end time.'),
  ],
  [
    'that is half all day',
    { start: { date: '2026-03-02' }, end: { dateTime: '2026-03-02T10:00:00Z' } },
    invalid('Start and end times must either both be date or both be dateTime.'),
  ],
  [
    'without offset or zone',
    { start: { dateTime: '2026-03-02T10:00:00' }, end: { dateTime: '2026-03-02T11:00:00' } },
    required('Missing time zone definition for start time.'),
  ],
  [
    'that recurs without a zone',
    { ...hour(), recurrence: ['RRULE:FREQ=DAILY'] },
    required('Missing time zone definition for start time.'),
  ],
  [
    'in a zone nobody knows',
    { ...hour(), start: { dateTime: '2026-03-02T10:00:00', timeZone: 'Europe/Nowhere' } },
    invalid('Invalid time zone definition for start time.'),
  ],
  [
    'in an offset as zone',
    { ...hour(), start: { dateTime: '2026-03-02T10:00:00', timeZone: '+02:00' } },
    invalid('Invalid time zone definition for start time.'),
  ],
  [
    'on a day that is none',
    { start: { date: '2026-02-30' }, end: { date: '2026-03-01' } },
    invalid('Invalid start time.'),
  ],
  [
    'with both date and dateTime',
    {
      start: { date: '2026-03-02', dateTime: '2026-03-02T10:00:00Z' },
      end: { date: '2026-03-03' },
    },
    invalid('Invalid start time.'),
  ],
  [
    'that ends before it begins',
    { start: { dateTime: '2026-03-02T10:00:00Z' }, end: { dateTime: '2026-03-02T09:00:00Z' } },
    { code: 400, reason: 'timeRangeEmpty', message: 'The specified time range is empty.' },
  ],
  [
    'of less than no days',
    { start: { date: '2026-03-02' }, end: { date: '2026-03-01' } },
    { code: 400, reason: 'timeRangeEmpty', message: 'The specified time range is empty.' },
  ],
  [
    'with a rule that is none',
    { ...series('FREQ=SOMETIMES') },
    invalid('Invalid recurrence rule.'),
  ],
  ['that repeats hourly', { ...series('FREQ=HOURLY') }, invalid('Invalid recurrence rule.')],
  [
    'that repeats by minutes',
    { ...series('FREQ=MINUTELY;INTERVAL=1440') },
    invalid('Invalid recurrence rule.'),
  ],
  [
    'that repeats by seconds',
    { ...series('FREQ=SECONDLY;COUNT=2') },
    invalid('Invalid recurrence rule.'),
  ],
  [
    'with DTSTART among its rules',
    { ...series('FREQ=DAILY'), recurrence: ['DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY'] },
    invalid('Invalid recurrence rule.'),
  ],
  [
    'with COUNT and UNTIL',
    series('FREQ=DAILY;COUNT=2;UNTIL=20260401T000000Z'),
    invalid('Invalid recurrence rule.'),
  ],
  [
    'with six reminders',
    {
      ...hour(),
      reminders: {
        useDefault: false,
        overrides: Array.from({ length: 6 }, () => ({ method: 'popup', minutes: 1 })),
      },
    },
    { code: 400, reason: 'invalid' },
  ],
  [
    'with a reminder five weeks before',
    {
      ...hour(),
      reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 40_321 }] },
    },
    { code: 400, reason: 'invalid' },
  ],
  [
    'with default and own reminders',
    { ...hour(), reminders: { useDefault: true, overrides: [{ method: 'popup', minutes: 1 }] } },
    { code: 400, reason: 'cannotUseDefaultRemindersAndSpecifyOverride' },
  ],
  [
    'with a guest without address',
    { ...hour(), attendees: [{ displayName: 'Nobody' }] },
    { code: 400, reason: 'required' },
  ],
  [
    'with a guest whose address is none',
    { ...hour(), attendees: [{ email: 'nobody' }] },
    invalid('Invalid attendee email.'),
  ],
  [
    'with a source that is no web page',
    { ...hour(), source: { url: 'ftp://example.com' } },
    { code: 400, reason: 'invalid' },
  ],
])('an event %s is refused', (_, body, expected) => {
  expect(refusal(() => hands(ANNA).insert(body))).toMatchObject(expected);
});

test.each([
  'Europe/Helsinki',
  'UTC',
  'Etc/GMT+3',
  'America/Argentina/Buenos_Aires',
  'Asia/Kolkata',
])('%s is a zone', (timeZone) => {
  const body = {
    start: { dateTime: '2026-03-02T10:00:00', timeZone },
    end: { dateTime: '2026-03-02T11:00:00', timeZone },
  };
  expect(hands(ANNA).insert(body).start.timeZone).toBe(timeZone);
});

test('a patch from all day to a time must remove the date', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert({ start: { date: '2026-03-02' }, end: { date: '2026-03-03' } });
  expect(refusal(() => anna.patch(id, hour()))).toMatchObject({ message: 'Invalid start time.' });
  const { start, end } = hour() as { start: object; end: object };
  expect(
    anna.patch(id, { start: { ...start, date: null }, end: { ...end, date: null } }).start,
  ).toEqual({
    dateTime: '2026-03-03T10:00:00Z',
    timeZone: 'UTC',
  });
});

test('times are answered in the zone asked for, and keep the zone they were written in', () => {
  const anna = hands(ANNA);
  const zone = 'America/New_York';
  const { id } = anna.insert({
    start: { dateTime: '2026-03-02T09:00:00', timeZone: zone },
    end: { dateTime: '2026-03-02T10:00:00.750', timeZone: zone },
  });
  expect(anna.get(id).start).toEqual({ dateTime: '2026-03-02T14:00:00Z', timeZone: zone });
  expect(anna.get(id, { timeZone: 'Asia/Kolkata' })).toMatchObject({
    start: { dateTime: '2026-03-02T19:30:00+05:30', timeZone: zone },
    end: { dateTime: '2026-03-02T20:30:00+05:30', timeZone: zone },
  });
});

test('an all-day event has dates, an exclusive end and no zone', () => {
  const anna = hands(ANNA);
  const event = anna.insert({
    start: { date: '2026-03-02', timeZone: 'Asia/Tokyo' },
    end: { date: '2026-03-04' },
  });
  expect([event.start, event.end]).toEqual([{ date: '2026-03-02' }, { date: '2026-03-04' }]);
});

describe('extended properties', () => {
  const put = (properties: object) =>
    hands(ANNA).insert({ ...hour(), extendedProperties: { private: properties } });

  test('with too long a name are dropped, and too long a value is cut', () => {
    expect(
      put({ ['k'.repeat(44)]: 'v'.repeat(1025), ['k'.repeat(45)]: 'v' }).extendedProperties,
    ).toEqual({
      private: { ['k'.repeat(44)]: 'v'.repeat(1024) },
    });
  });

  test.each([
    ['too many', Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`k${index}`, 'v']))],
    [
      'too large together',
      Object.fromEntries(Array.from({ length: 33 }, (_, index) => [`k${index}`, 'v'.repeat(1024)])),
    ],
  ])('that are %s are refused', (_, properties) => {
    expect(refusal(() => put(properties))).toMatchObject({ code: 400 });
  });

  test('find their events: every condition must hold', () => {
    const anna = hands(ANNA);
    anna.insert({
      ...hour(),
      summary: 'Both',
      extendedProperties: { private: { a: '1', b: '2=2' } },
    });
    anna.insert({
      ...hour(),
      summary: 'One',
      extendedProperties: { private: { a: '1' }, shared: { s: 'x' } },
    });
    const found = (params: object) =>
      anna.list(params).items.map(({ summary }: { summary: string }) => summary);
    expect(found({ privateExtendedProperty: ['a=1'] })).toEqual(['Both', 'One']);
    expect(found({ privateExtendedProperty: ['a=1', 'b=2=2'] })).toEqual(['Both']);
    expect(found({ sharedExtendedProperty: ['s=x'] })).toEqual(['One']);
  });
});

test('a client without conference support neither sets nor loses a conference', () => {
  const anna = hands(ANNA);
  const conferenceData = {
    createRequest: { requestId: 'r1', conferenceSolutionKey: { type: 'hangoutsMeet' } },
  };
  expect(anna.insert({ ...hour(), conferenceData })).not.toHaveProperty('conferenceData');
  const pending = anna.insert({ ...hour(), conferenceData }, { conferenceDataVersion: 1 });
  expect(pending.conferenceData.createRequest.status.statusCode).toBe('pending');
  anna.workspace.clock.advance(2000);
  const ready = anna.update(pending.id, hour());
  expect(ready.conferenceData).toMatchObject({
    conferenceId: expect.stringMatching(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/),
  });
  expect(ready.hangoutLink).toBe(`https://meet.google.com/${ready.conferenceData.conferenceId}`);
});
