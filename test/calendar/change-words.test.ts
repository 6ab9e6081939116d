import type { Entry, Field, When } from '../../src/calendar/entry/entry';
import type { Conflict } from '../../src/calendar/ports';
import { changeWords } from '../../src/calendar/sync/change-words';
import { instantOf } from '../../src/kit/zoned-time';
import { aSeries, anEntry } from './world';

const ZONE = 'Europe/Helsinki';
const moment = (local: string, zone = ZONE) => ({
  local,
  zone,
  instant: instantOf({ local, zone }),
});
const timed = (start: string, end: string, zone = ZONE): When => ({
  kind: 'timed',
  start: moment(start, zone),
  end: moment(end, zone),
});
const TEN = timed('2026-03-03T10:00:00', '2026-03-03T11:00:00');
const wholeDays = (start: string, end: string): When => ({ kind: 'all-day', start, end });

const words = (
  before: Partial<Entry> | null,
  after: Partial<Entry> | null,
  fields: readonly Field[] = [],
  conflict: Conflict | null = null,
): string =>
  changeWords({
    side: 'work',
    before: before && anEntry({ when: TEN, ...before }),
    after: after && anEntry({ when: TEN, ...after }),
    fields,
    conflict,
  });

const MOVED: readonly (readonly [string, When, When])[] = [
  [
    'Moved from Tue 3 Mar 2026 10:00 to 11:00.',
    TEN,
    timed('2026-03-03T11:00:00', '2026-03-03T12:00:00'),
  ],
  [
    'Moved from Tue 3 Mar 2026 10:00 to Wed 4 Mar 09:30.',
    TEN,
    timed('2026-03-04T09:30:00', '2026-03-04T10:30:00'),
  ],
  [
    'Moved from Tue 3 Mar 2026 10:00–11:00 to Tue 3 Mar 2026 10:00–12:30.',
    TEN,
    timed('2026-03-03T10:00:00', '2026-03-03T12:30:00'),
  ],
  [
    'Moved from Tue 3 Mar 2026 10:00–11:00 to Tue 3 Mar 2026, all day.',
    TEN,
    wholeDays('2026-03-03', '2026-03-04'),
  ],
  [
    'Moved from Tue 3 Mar 2026 to Thu 5 Mar, all day to Thu 31 Dec 2026 to Fri 1 Jan 2027, all day.',
    wholeDays('2026-03-03', '2026-03-06'),
    wholeDays('2026-12-31', '2027-01-02'),
  ],
  [
    'Time zone changed from Europe/Helsinki to Europe/London.',
    TEN,
    timed('2026-03-03T10:00:00', '2026-03-03T11:00:00', 'Europe/London'),
  ],
];

test.each(MOVED)('the Journal says “%s”', (said, before, after) => {
  expect(words({ when: before }, { when: after }, ['when'])).toBe(said);
});

const CHANGED: readonly (readonly [string, Field, Partial<Entry>, Partial<Entry>])[] = [
  ['Title changed, was “Old”.', 'title', { title: 'Old' }, { title: 'New' }],
  ['Notes changed.', 'notes', { notes: 'a' }, { notes: 'b' }],
  ['Notes removed.', 'notes', { notes: 'a' }, { notes: '' }],
  ['Location changed.', 'location', { location: '' }, { location: 'Room 1' }],
  ['Location removed.', 'location', { location: 'Room 1' }, { location: '' }],
  ['Made private.', 'private', { private: false }, { private: true }],
  ['No longer private.', 'private', { private: true }, { private: false }],
  ['Now shown as free.', 'busy', { busy: true }, { busy: false }],
  ['Now shown as busy.', 'busy', { busy: false }, { busy: true }],
  ['Now tentative.', 'status', { status: 'confirmed' }, { status: 'tentative' }],
  ['Now confirmed.', 'status', { status: 'tentative' }, { status: 'confirmed' }],
  ['Participants changed.', 'participants', {}, {}],
  [
    'Repeats from now on.',
    'recurrence',
    { recurrence: null },
    { recurrence: aSeries('RRULE:FREQ=DAILY') },
  ],
  [
    'Some of its dates changed.',
    'recurrence',
    { recurrence: aSeries('RRULE:FREQ=DAILY') },
    { recurrence: aSeries('RRULE:FREQ=DAILY', ['2026-03-04']) },
  ],
];

test.each(CHANGED)('the Journal says “%s”', (said, field, before, after) => {
  expect(words(before, after, [field])).toBe(said);
});

test('the Journal says what is new, what is gone, and who won where both sides had changed it', () => {
  expect(words(null, {})).toBe('New in the work system: Tue 3 Mar 2026 10:00–11:00.');
  expect(words({}, null)).toBe('Deleted in the work system: Tue 3 Mar 2026 10:00–11:00.');
  const conflict: Conflict = {
    google: 'g',
    work: 'w',
    winner: 'google',
    fields: ['notes'],
    lost: anEntry(),
  };
  expect(words({ notes: 'a' }, { notes: 'b' }, ['notes'], conflict)).toBe(
    'Notes changed. Both sides had changed it, and Google Calendar won.',
  );
});
