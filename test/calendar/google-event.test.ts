import type { Entry } from '../../src/calendar/entry/entry';
import { FIELDS, sameEntry } from '../../src/calendar/entry/fields';
import { changeOfEvent } from '../../src/calendar/entry/google-change';
import { entryOfEvent, eventPatch, type GoogleEvent } from '../../src/calendar/entry/google-event';
import { WHY_NOT } from '../../src/calendar/entry/why';
import { anEntry, aPolicy, at, ZONE } from './world';

const anEvent = (changes: Partial<GoogleEvent> = {}): GoogleEvent => ({
  id: 'g1',
  etag: '"1"',
  status: 'confirmed',
  organizer: { self: true },
  summary: 'Review',
  start: { dateTime: '2026-03-02T09:00:00+02:00', timeZone: ZONE },
  end: { dateTime: '2026-03-02T10:00:00+02:00', timeZone: ZONE },
  ...changes,
});

const entryOf = (changes: Partial<GoogleEvent>): Entry =>
  entryOfEvent(anEvent(changes), ZONE) as Entry;

describe('an event', () => {
  test('says what it says, and is busy unless it says free [D9]', () => {
    expect(entryOf({})).toEqual(anEntry());
    expect(entryOf({ transparency: 'transparent' }).busy).toBe(false);
    expect(entryOf({ visibility: 'confidential' }).private).toBe(true);
    expect(entryOf({ status: 'tentative' }).status).toBe('tentative');
  });

  test('of whole days has dates, the end exclusive, and no zone', () => {
    const { when } = entryOf({ start: { date: '2026-03-29' }, end: { date: '2026-03-30' } });
    expect(when).toEqual({ kind: 'all-day', start: '2026-03-29', end: '2026-03-30' });
    expect(eventPatch(anEntry({ when }), ['when']).start).toEqual({
      date: '2026-03-29',
      dateTime: null,
      timeZone: null,
    });
  });

  test.each([
    ['before clocks go forward', '2026-03-29T00:59:00Z', '2026-03-29T02:59:00'],
    ['after clocks went forward', '2026-03-29T01:00:00Z', '2026-03-29T04:00:00'],
    ['the first time clocks show it', '2026-10-25T03:30:00+03:00', '2026-10-25T03:30:00'],
    ['the second time clocks show it', '2026-10-25T03:30:00+02:00', '2026-10-25T03:30:00'],
  ])('%s keeps its instant on the way there and back [D13]', (_when, dateTime, local) => {
    const entry = entryOf({
      start: { dateTime, timeZone: ZONE },
      end: { dateTime: '2026-10-25T12:00:00+02:00', timeZone: ZONE },
    });
    expect(entry.when).toMatchObject({
      start: { local, instant: new Date(dateTime).toISOString() },
    });
    const sent = eventPatch(entry, FIELDS);
    expect(Date.parse(sent.start!.dateTime!)).toBe(Date.parse(dateTime));
    expect(sameEntry(entryOf(sent as GoogleEvent), { ...entry, title: 'Review' })).toBe(true);
  });

  test('answered in the calendar’s zone reads in its own [D13]', () => {
    const { when } = entryOf({
      start: { dateTime: '2026-03-02T08:00:00+01:00', timeZone: ZONE },
      end: { dateTime: '2026-03-02T09:00:00+01:00', timeZone: 'Not/AZone' },
    });
    expect(when).toEqual(anEntry().when);
  });

  test.each([
    ['no-start', { start: undefined }],
    ['no-end', { end: {} }],
    ['end-before-start', { end: { dateTime: '2026-03-02T08:00:00+02:00' } }],
    ['unreadable-time', { end: { date: '2026-03-03' } }],
    ['unreadable-time', { start: { date: '2026-02-30' }, end: { date: '2026-03-02' } }],
    ['unreadable-time', { start: { dateTime: '3026-03-02T09:00:00Z' } }],
    ['too-long', { start: { date: '1950-01-01' }, end: { date: '2190-01-01' } }],
  ])('with times that are %s is left out and says so', (reason, changes) => {
    const event = anEvent(changes as Partial<GoogleEvent>);
    expect(changeOfEvent(event, aPolicy())).toMatchObject({ kind: 'left-out', reason });
  });

  test('with a title of 8 KB or half a character is read as what can be held', () => {
    expect(entryOf({ summary: 'x'.repeat(8192) }).title).toHaveLength(1000);
    expect(entryOf({ summary: 'a\ud800b' }).title).toBe('a\ufffdb');
    expect(entryOf({ summary: ' two\n lines ' }).title).toBe('two lines');
  });

  test.each<[keyof typeof WHY_NOT, Partial<GoogleEvent>]>([
    ['declined', { attendees: [{ self: true, responseStatus: 'declined' }] }],
    ['imported', { privateCopy: true }],
    ['locked', { locked: true }],
    ['finer-than-days', { recurrence: ['RRULE:FREQ=HOURLY'] }],
    ['birthday', { eventType: 'birthday' }],
    ['working-location', { eventType: 'workingLocation' }],
    ['from-gmail', { eventType: 'fromGmail' }],
    ['special-event', { eventType: 'focusTime' }],
    ['unknown-event-type', { eventType: 'toString' }],
  ])('is left out with the reason %s [D8, D11]', (reason, changes) => {
    const change = changeOfEvent(anEvent(changes), aPolicy());
    expect(change).toMatchObject({ kind: 'left-out', reason });
    expect(WHY_NOT[reason]).toMatch(/^[A-Z].*\.$/);
  });

  test('that other guests have declined is synced: it still takes up the person’s time [D8]', () => {
    const attendees = [
      { email: 'bob@example.com', responseStatus: 'declined' },
      { email: 'ann@example.com', self: true, responseStatus: 'accepted' },
    ];
    expect(changeOfEvent(anEvent({ attendees }), aPolicy()).kind).toBe('present');
  });

  test('of focus time is sent as busy, one way, where the organization chose so', () => {
    const focus = anEvent({ eventType: 'focusTime', summary: 'Write the secret plan' });
    expect(changeOfEvent(focus, aPolicy({ specialEvents: 'busy' }))).toMatchObject({
      kind: 'present',
      writable: false,
      entry: { title: 'Busy' },
    });
  });

  test('that was deleted is gone', () => {
    expect(changeOfEvent({ id: 'g1', status: 'cancelled' }, aPolicy())).toEqual({
      kind: 'gone',
      id: 'g1',
    });
  });
});

test('a field that did not change is not sent', () => {
  const entry = anEntry({
    location: 'Room 1',
    when: { kind: 'timed', start: at('2026-03-02T09:00'), end: at('2026-03-02T10:00') },
  });
  expect(eventPatch(entry, ['location'])).toEqual({ location: 'Room 1' });
});
