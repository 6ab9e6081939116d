import fc from 'fast-check';
import { canonical, sameRepeats } from '../../../src/kit/recurrence/dates';
import { linesOfRepeats } from '../../../src/kit/recurrence/lines';
import type { Repeats } from '../../../src/kit/recurrence/repeats';
import { repeatsOfWords, wordsOfRepeats } from '../../../src/kit/recurrence/words';
import { allDay, repeats, series, timed } from './series';
import { processorMs } from '../../support/processor-time';

/** A Tuesday, the first in its month. */
const start = timed('2026-11-03');

const readAs = (text: string): Repeats => {
  const read = repeatsOfWords(text, start);
  if (typeof read === 'string') throw new Error(`${text}: ${read}`);
  return read;
};

describe('a person reads how an entry repeats', () => {
  test.each([
    ['FREQ=DAILY', 'every day'],
    ['FREQ=DAILY;INTERVAL=3;COUNT=6', 'every 3 days, 6 times'],
    ['FREQ=DAILY;COUNT=1', 'every day, 1 time'],
    ['FREQ=WEEKLY', 'every week on Tue'],
    ['FREQ=WEEKLY;BYDAY=WE,MO;UNTIL=20261231T215959Z', 'every week on Mon, Wed until 2026-12-31'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=6', 'every 2 weeks on Thu, 6 times'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR', 'every 2 weeks on Mon, Tue, Wed, Thu, Fri'],
    [
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU',
      'every 2 weeks on Tue, Sun with weeks starting on Sun',
    ],
    ['FREQ=MONTHLY', 'every month on the 3rd'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1,1,22', 'every month on the 1st, 22nd, last day'],
    ['FREQ=MONTHLY;BYMONTHDAY=-2', 'every month on the 2nd to last day'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=11', 'every 3 months on the 11th'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Fri'],
    ['FREQ=MONTHLY;BYDAY=1MO,3MO', 'every month on the first Mon, third Mon'],
    ['FREQ=MONTHLY;BYDAY=-2FR', 'every month on the second to last Fri'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'every month on the last weekday'],
    ['FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1', 'every month on the first weekend day'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'every year on 24 Dec'],
    ['FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=24,31', 'every 2 years on 24 Dec, 31 Dec'],
    ['FREQ=YEARLY;BYMONTH=6;BYDAY=3FR', 'every year on the third Fri of Jun'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', 'every year on the last day of Feb'],
    [
      'FREQ=YEARLY;BYMONTH=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'every year on the last weekday of Dec',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR'],
    [
      'FREQ=YEARLY;BYWEEKNO=20;UNTIL=20301231',
      'RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=TU until 2030-12-31',
    ],
    ['FREQ=WEEKLY;BYMONTH=11,12', 'RRULE:FREQ=WEEKLY;BYMONTH=11,12;BYDAY=TU'],
  ])('%s is “%s”, and reads back', (rule, words) => {
    const given = repeats(rule, start);
    expect(wordsOfRepeats(given, start)).toBe(words);
    expect(canonical(readAs(words), start)).toEqual(canonical(given, start));
  });

  test.each([
    [
      ['RRULE:FREQ=WEEKLY;UNTIL=20261231', 'EXDATE;VALUE=DATE:20261110,20261117'],
      'every week on Tue until 2026-12-31 except 2026-11-10, 2026-11-17',
    ],
    [['RRULE:FREQ=WEEKLY', 'RDATE;VALUE=DATE:20261205'], 'every week on Tue and on 2026-12-05'],
    [
      [
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE;VALUE=DATE:20261110',
        'RDATE;VALUE=DATE:20261205,20261206',
      ],
      'every week on Tue, 4 times except 2026-11-10 and on 2026-12-05, 2026-12-06',
    ],
    [['RDATE;VALUE=DATE:20261205,20261206'], 'on 2026-12-05, 2026-12-06'],
    [['RRULE:FREQ=DAILY;COUNT=2', 'EXDATE;VALUE=DATE:20261224'], 'every day, 2 times'],
    [[], ''],
  ])('%j is “%s”, and reads back', (lines, words) => {
    const given = repeats(lines, start);
    expect(wordsOfRepeats(given, start)).toBe(words);
    expect(canonical(readAs(words), start)).toEqual(canonical(given, start));
  });
});

describe('a person writes how an entry repeats', () => {
  test.each([
    ['Daily', 'every day'],
    ['WEEKLY', 'every week on Tue'],
    ['monthly', 'every month on the 3rd'],
    ['Annually', 'every year on 3 Nov'],
    ['quarterly', 'every 3 months on the 3rd'],
    ['biweekly', 'every 2 weeks on Tue'],
    ['every fortnight on Friday', 'every 2 weeks on Fri'],
    ['every other week', 'every 2 weeks on Tue'],
    ['every second week on Mondays', 'every 2 weeks on Mon'],
    ['every other day', 'every 2 days'],
    ['every 2nd month on the 15th', 'every 2 months on the 15th'],
    ['Every other Tuesday', 'every 2 weeks on Tue'],
    ['Mondays and Thursdays', 'every week on Mon, Thu'],
    ['every Mon, Wed & Fri', 'every week on Mon, Wed, Fri'],
    ['weekly on mo, we', 'every week on Mon, Wed'],
    ['each week on tues, thurs', 'every week on Tue, Thu'],
    ['weekdays', 'every weekday'],
    ['every working day', 'every weekday'],
    ['every weekend', 'every week on Sat, Sun'],
    ['every month on the first and third Monday', 'every month on the first Mon, third Mon'],
    ['the last Friday of every month', 'every month on the last Fri'],
    ['every 15th of the month', 'every month on the 15th'],
    ['monthly on day 1, 15', 'every month on the 1st, 15th'],
    ['monthly on the last day', 'every month on the last day'],
    ['monthly on the last working day', 'every month on the last weekday'],
    ['every month on the second last day', 'every month on the 2nd to last day'],
    ['every 24 December', 'every year on 24 Dec'],
    ['yearly on Dec 24th and Dec 31st', 'every year on 24 Dec, 31 Dec'],
    ['every year on the 24th and 31st of Dec.', 'every year on 24 Dec, 31 Dec'],
    ['every first Monday of September', 'every year on the first Mon of Sep'],
    ['Every week, until 2026-12-31', 'every week on Tue until 2026-12-31'],
    ['every week till 31 Dec 2026', 'every week on Tue until 2026-12-31'],
    ['every week until Dec 31, 2026', 'every week on Tue until 2026-12-31'],
    ['every week until 31.12.2026', 'every week on Tue until 2026-12-31'],
    ['every week for 6 times', 'every week on Tue, 6 times'],
    ['every week, 6 occurrences', 'every week on Tue, 6 times'],
    ['every day twice', 'every day, 2 times'],
    ['every week until 2026-12-31 on Mon', 'every week on Mon until 2026-12-31'],
    [
      'every week but not on 2026-11-10 and on 2026-11-17',
      'every week on Tue except 2026-11-10, 2026-11-17',
    ],
    [
      'every week except 2026-11-10 and 2026-11-17, also on 2026-12-05',
      'every week on Tue except 2026-11-10, 2026-11-17 and on 2026-12-05',
    ],
    ['2026-12-05 and 2026-12-06', 'on 2026-12-05, 2026-12-06'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', 'every week on Mon, Wed'],
    ['rrule:freq=weekly; byday=mo, we', 'every week on Mon, Wed'],
    [
      'RRULE:FREQ=WEEKLY;UNTIL=20261231T215959Z except 2026-11-10',
      'every week on Tue until 2026-12-31 except 2026-11-10',
    ],
    ['FREQ=DAILY, 6 times', 'every day, 6 times'],
    ['RRULE:FREQ=WEEKLY\nEXDATE:20261110T080000Z', 'every week on Tue except 2026-11-10'],
    ['freq=weekly\nrdate;value=date:20261205', 'every week on Tue and on 2026-12-05'],
    ['every week on', 'every week on Tue'],
    ['every week\n on Mon', 'every week on Mon'],
    ['never', ''],
    [' ', ''],
  ])('%j is “%s”', (text, words) => {
    expect(wordsOfRepeats(readAs(text), start)).toBe(words);
  });

  test.each([
    ['every hour', 'finer-than-days'],
    ['Hourly', 'finer-than-days'],
    ['every 30 minutes', 'finer-than-days'],
    ['RRULE:FREQ=HOURLY', 'finer-than-days'],
    ['RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY', 'several-rules'],
    ['RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY', 'exception-rule'],
    [
      `every day except ${Array.from({ length: 1001 }, () => '2026-11-10').join()}`,
      'too-many-parts',
    ],
    ...[
      'soon',
      'every',
      'every 0 weeks',
      'every month on Mon',
      'every second Tuesday',
      'every other weekday',
      'every week on the 15th',
      'every month on the 1st, 15th and last Fri',
      'every month on the 32nd',
      'every month on the sixth Mon',
      'every day on Mon',
      'every year on 31 Feb',
      'every year on 24 Dec, 6 Jan',
      'every year on Mon',
      'every week until',
      'every week until Christmas',
      'every week until 2026-02-30',
      'every week until 2026-12-31 until 2027-01-31',
      'every week, 6 times until 2027-01-31',
      'every week, 0 times',
      'every week except Mon',
      'until 2026-12-31',
      'every week with weeks starting on Xmas',
      'every week every month',
      'FREQ=WEEKLY every Mon',
      'FREQ=SOMETIMES',
      'RRULE:FREQ=WEEKLY;COUNT=2 until 2026-12-31',
      'constructor',
      'every toString',
      'joka viikko',
      'täglich',
    ].map((text): [string, string] => [text, 'unreadable-rule']),
  ])('“%s” is not guessed: %s', (text, unsaid) => {
    expect(repeatsOfWords(text, start)).toBe(unsaid);
  });
});

test('any series comes back from its words as it was', () => {
  fc.assert(
    fc.property(series, ({ start: first, repeats: given }) => {
      const words = wordsOfRepeats(given, first);
      const back = repeatsOfWords(words, first);
      if (typeof back === 'string') throw new Error(`${words}: ${back}`);
      expect(sameRepeats(back, first, given, first)).toBe(true);
      expect(wordsOfRepeats(back, first)).toBe(words);
      expect(linesOfRepeats(canonical(back, first), first)).toEqual(
        linesOfRepeats(canonical(given, first), first),
      );
    }),
    { numRuns: 400, seed: 6 },
  );
});

test('no text stops the reader, however long', () => {
  const words = fc.array(
    fc.constantFrom(
      'every',
      'other',
      '2',
      'week',
      'month',
      'on',
      'the',
      'last',
      'first',
      'Mon',
      'day',
      'weekday',
      'of',
      'Dec',
      '24',
      'until',
      'except',
      '2026-12-31',
      ',',
      '6',
      'times',
      'FREQ=DAILY',
      'with',
      '\n ',
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(words, (some) => {
      const read = repeatsOfWords(some.join(' '), allDay('2026-11-03'));
      if (typeof read === 'string') return;
      const said = wordsOfRepeats(read, allDay('2026-11-03'));
      const again = repeatsOfWords(said, allDay('2026-11-03'));
      expect(typeof again === 'string' ? again : wordsOfRepeats(again, allDay('2026-11-03'))).toBe(
        said,
      );
    }),
    { numRuns: 1500, seed: 7 },
  );
  const ms = processorMs(() => {
    for (const text of [' ', 'every ', '1', ',', 'on 2026-12-31 ', 'FREQ=', 'mon '])
      repeatsOfWords(text.repeat(50_000 / text.length), start);
  });
  expect(ms).toBeLessThan(2000);
});
