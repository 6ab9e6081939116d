// Files made by other programs: ical-generator, ics, and time zones from timezones-ical-library.
import fc from 'fast-check';
import ical, {
  ICalAttendeeStatus,
  ICalEventClass,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalEventTransparency,
  ICalWeekday,
  type ICalCalendar,
} from 'ical-generator';
import { createEvents, type EventAttributes } from 'ics';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { ANNA, BEN } from '../../support/small-company';
import { loaded } from './a-calendar-file';

const generator = (zone: string): string => String([tzlib_get_ical_block(zone)].flat()[0]);
const calendarIn = (zone: string): ICalCalendar =>
  ical({ name: 'Work', timezone: { name: zone, generator } });
const instant = (text: unknown): string => new Date(String(text)).toISOString();

/** The file that ics makes of events. */
function icsText(events: EventAttributes[]): string {
  const { value, error } = createEvents(events);
  if (!value || error) throw error ?? new Error('ics made nothing.');
  return value;
}

test('a calendar of ical-generator: zone, series with an exception, guests, private and tentative events', () => {
  const calendar = calendarIn('Europe/Helsinki');
  // ical-generator writes the machine's wall time as the zone's.
  const series = calendar.createEvent({
    id: 'series@generator',
    start: new Date('2026-03-03T09:00:00'),
    end: new Date('2026-03-03T10:00:00'),
    timezone: 'Europe/Helsinki',
    summary: 'Series; with, "signs" \\ and\na line – ö 漢字 '.repeat(4),
    repeating: {
      freq: ICalEventRepeatingFreq.WEEKLY,
      count: 10,
      byDay: [ICalWeekday.TU, ICalWeekday.TH],
    },
    class: ICalEventClass.PRIVATE,
    status: ICalEventStatus.TENTATIVE,
    transparency: ICalEventTransparency.TRANSPARENT,
    location: 'Room 1',
    description: 'Why',
    url: 'https://dropped.example/',
  });
  series.createAttendee({ email: BEN, name: 'Ben', status: ICalAttendeeStatus.ACCEPTED });
  calendar.createEvent({
    id: 'series@generator',
    recurrenceId: new Date('2026-03-05T09:00:00'),
    start: new Date('2026-03-05T13:00:00'),
    end: new Date('2026-03-05T14:00:00'),
    timezone: 'Europe/Helsinki',
    summary: 'Moved',
  });
  const { report, events } = loaded(calendar.toString());
  expect(report).toMatchObject({ loaded: 2, skipped: [], notes: [] });
  expect(events()).toMatchObject([
    {
      iCalUID: 'series@generator',
      summary: 'Series; with, "signs" \\ and\na line – ö 漢字 '.repeat(4),
      start: { dateTime: '2026-03-03T09:00:00+02:00', timeZone: 'Europe/Helsinki' },
      end: { dateTime: '2026-03-03T10:00:00+02:00', timeZone: 'Europe/Helsinki' },
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=10;BYDAY=TU,TH'],
      visibility: 'private',
      status: 'tentative',
      transparency: 'transparent',
      location: 'Room 1',
      description: 'Why',
      organizer: { email: ANNA, self: true },
      attendees: [{ email: BEN, displayName: 'Ben', responseStatus: 'accepted' }],
    },
    {
      summary: 'Moved',
      originalStartTime: { dateTime: '2026-03-05T09:00:00+02:00' },
      start: { dateTime: '2026-03-05T13:00:00+02:00' },
    },
  ]);
  expect(events()[0]).not.toHaveProperty('source');
  const starts = events(ANNA, { singleEvents: true, orderBy: 'startTime' }).map(
    ({ start }) => start.dateTime,
  );
  // Clocks change on 29 March: the meeting stays at nine.
  expect(starts.map((start) => start.slice(5, 19))).toEqual([
    '03-03T09:00:00',
    '03-05T13:00:00',
    '03-10T09:00:00',
    '03-12T09:00:00',
    '03-17T09:00:00',
    '03-19T09:00:00',
    '03-24T09:00:00',
    '03-26T09:00:00',
    '03-31T09:00:00',
    '04-02T09:00:00',
  ]);
  expect(events(BEN)[0]).toMatchObject({ iCalUID: 'series@generator', location: 'Room 1' });
});

test('a calendar of ics: durations, UTC, exception dates, alarms, somebody else for organizer', () => {
  const { report, events } = loaded(
    icsText([
      {
        uid: 'series@ics',
        title: 'Daily',
        start: [2026, 3, 2, 10, 0],
        startInputType: 'utc',
        duration: { hours: 1, minutes: 30 },
        recurrenceRule: 'FREQ=DAILY;COUNT=3',
        exclusionDates: [[2026, 3, 3, 10, 0]],
        classification: 'PRIVATE',
        alarms: [{ action: 'display', trigger: { minutes: 5, before: true } }],
      },
      {
        uid: 'theirs@ics',
        title: 'Theirs',
        start: [2026, 3, 5, 10, 0],
        startInputType: 'utc',
        end: [2026, 3, 5, 11, 0],
        endInputType: 'utc',
        organizer: { name: 'Chief', email: 'chief@customer.example' },
        attendees: [{ email: ANNA, rsvp: true, partstat: 'TENTATIVE', role: 'OPT-PARTICIPANT' }],
      },
      { uid: 'day@ics', title: 'Day', start: [2026, 3, 6], end: [2026, 3, 8] },
    ]),
  );
  expect(report).toMatchObject({ loaded: 3, skipped: [] });
  expect(events(ANNA, { singleEvents: true, orderBy: 'startTime' })).toMatchObject([
    { summary: 'Daily', visibility: 'private', start: { dateTime: '2026-03-02T10:00:00Z' } },
    { summary: 'Daily', end: { dateTime: '2026-03-04T11:30:00Z' } },
    {
      summary: 'Theirs',
      privateCopy: true,
      organizer: { email: 'chief@customer.example', displayName: 'Chief' },
      attendees: [{ email: ANNA, responseStatus: 'tentative', optional: true, self: true }],
    },
    { summary: 'Day', start: { date: '2026-03-06' }, end: { date: '2026-03-08' } },
  ]);
});

const MINUTE = 60_000;
const text = fc.string({ unit: 'grapheme', maxLength: 90 });
const time = fc
  .integer({ min: Date.UTC(2024, 0, 1) / MINUTE, max: Date.UTC(2028, 0, 1) / MINUTE })
  .map((minutes) => new Date(minutes * MINUTE));
const event = fc.record({
  summary: text,
  description: text,
  start: time,
  minutes: fc.integer({ min: 0, max: 5000 }),
  allDay: fc.boolean(),
});
const file = fc.array(event, { maxLength: 8 });

/** Line breaks of every kind become \n; texts that no file can hold do not occur. */
const carried = (written: string): string => written.replace(/\r\n?/g, '\n');
const clean = (written: string): string =>
  written.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '').trim();

test('whatever ical-generator writes is on the calendar, and nothing else', () => {
  fc.assert(
    fc.property(file, (given) => {
      const calendar = ical();
      const written = given.map((one, nth) => ({
        iCalUID: `${nth}@generator`,
        summary: clean(one.summary),
        description: clean(one.description),
        start: one.start,
        end: new Date(one.start.getTime() + one.minutes * MINUTE),
        allDay: one.allDay,
      }));
      for (const { iCalUID: id, ...one } of written) calendar.createEvent({ id, ...one });
      const { report, events } = loaded(calendar.toString());
      expect(report).toMatchObject({ loaded: given.length, skipped: [], notes: [] });
      const seen = new Map(events().map((one) => [one.iCalUID, one]));
      expect(seen.size).toBe(written.length);
      for (const one of written) {
        const { summary = '', description = '', start } = seen.get(one.iCalUID)!;
        expect([summary, description].map(carried)).toEqual([one.summary, one.description]);
        if (one.allDay) expect(start.date).toBe(one.start.toISOString().slice(0, 10));
        else expect(instant(start.dateTime)).toBe(one.start.toISOString());
      }
    }),
    { numRuns: 60 },
  );
});

test.each(['Europe/Helsinki', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'])(
  'a zone of this name or of another name with the same rules is %s',
  (zone) => {
    const definition = generator(zone).replace(/\r?\nX-LIC-LOCATION.*/, '');
    for (const name of [zone, `/program.example/2026_1/${zone}`, 'Customized Time Zone']) {
      const { report, events } = loaded(
        [
          'BEGIN:VCALENDAR',
          definition.replace(/TZID:.*/, `TZID:${name}`),
          'BEGIN:VEVENT\r\nUID:1',
          `DTSTART;TZID="${name}":20260302T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=300`,
          'END:VEVENT\r\nEND:VCALENDAR\r\n',
        ].join('\r\n'),
      );
      expect(report).toMatchObject({ loaded: 1, notes: [] });
      const all = events(ANNA, { singleEvents: true, timeZone: zone });
      expect(all).toHaveLength(300);
      expect(new Set(all.map(({ start }) => start.dateTime.slice(11, 16)))).toEqual(
        new Set(['10:00']),
      );
    }
  },
);
