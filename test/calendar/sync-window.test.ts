import { allDayWhen, momentOf, timedWhen } from '../../src/calendar/entry/moments';
import type { Entry, When } from '../../src/calendar/entry/entry';
import { isInWindow, syncWindow } from '../../src/calendar/entry/sync-window';
import { aSeries, anEntry } from './world';

const KIRITIMATI = 'Pacific/Kiritimati';
const HELSINKI = 'Europe/Helsinki';
const HONOLULU = 'Pacific/Honolulu';

/** One minute past midnight by UTC on 2 March: the same day in Helsinki, 14 hours on in Kiritimati, the day before in Honolulu. */
const NOW = '2026-03-02T00:01:00.000Z';

test.each([
  [HELSINKI, '2026-01-31', '2026-01-30T22:00:00.000Z'],
  [KIRITIMATI, '2026-01-31', '2026-01-30T10:00:00.000Z'],
  [HONOLULU, '2026-01-30', '2026-01-30T10:00:00.000Z'],
  ['UTC', '2026-01-31', '2026-01-31T00:00:00.000Z'],
])('the thirty days before today are days of %s, not of UTC [S33]', (zone, from, fromInstant) => {
  expect(syncWindow(NOW, zone)).toMatchObject({ from, fromInstant });
});

test('thirty days are counted by the calendar where the clocks change between [S33] [Inv16]', () => {
  const { from, fromInstant } = syncWindow('2026-04-20T12:00:00.000Z', HELSINKI);
  expect([from, fromInstant]).toEqual(['2026-03-21', '2026-03-20T22:00:00.000Z']);
});

const timed = (start: string, end: string): When =>
  timedWhen(momentOf(start, 'UTC', 'UTC'), momentOf(end, 'UTC', 'UTC')) as When;
const days = (start: string, end: string): When => allDayWhen(start, end) as When;

/** Helsinki's window begins at 22:00 UTC on 30 January. */
test.each<[string, When, Partial<Entry>, boolean]>([
  [
    'ends as the first day begins',
    timed('2026-01-30T21:00:00Z', '2026-01-30T22:00:00Z'),
    {},
    false,
  ],
  ['ends a second into it', timed('2026-01-30T21:00:00Z', '2026-01-30T22:00:01Z'), {}, true],
  [
    'begins with it and lasts no time',
    timed('2026-01-30T22:00:00Z', '2026-01-30T22:00:00Z'),
    {},
    true,
  ],
  [
    'begins and ends a second before it',
    timed('2026-01-30T21:59:59Z', '2026-01-30T21:59:59Z'),
    {},
    false,
  ],
  [
    'lasts from before it to after it',
    timed('2026-01-01T00:00:00Z', '2026-02-10T00:00:00Z'),
    {},
    true,
  ],
  ['is the whole day before', days('2026-01-30', '2026-01-31'), {}, false],
  ['is the whole first day', days('2026-01-31', '2026-02-01'), {}, true],
  ['lies ahead', timed('2030-01-01T09:00:00Z', '2030-01-01T10:00:00Z'), {}, true],
])('an entry that %s is in the window or not [S33] [S34]', (_, when, more, isIn) => {
  const window = syncWindow(NOW, HELSINKI);
  expect(isInWindow(anEntry({ when, ...more }), window)).toBe(isIn);
});

test.each([
  [['RRULE:FREQ=WEEKLY'], true],
  [['RRULE:FREQ=WEEKLY;UNTIL=20260302T000000Z'], true],
  [['RRULE:FREQ=WEEKLY;UNTIL=20260205T235959Z'], true],
  [['RRULE:FREQ=WEEKLY;UNTIL=20260120T235959Z'], false],
  [['RRULE:FREQ=WEEKLY;COUNT=2'], false],
])(
  'an old series with %j is in until its last occurrence is over for 30 days [S34]',
  (rules, isIn) => {
    const when = timed('2025-01-01T09:00:00Z', '2025-01-01T10:00:00Z');
    const entry = anEntry({ when, recurrence: aSeries(rules[0]!) });
    expect(isInWindow(entry, syncWindow(NOW, HELSINKI))).toBe(isIn);
  },
);
