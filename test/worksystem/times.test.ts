import fc from 'fast-check';
import { activityOfEntry, entryOfActivity } from '../../src/calendar/entry/activity';
import type { Cell } from '../../src/sheets/spreadsheet';
import { cellsOfTimes, timesOfCells, type TimeCells } from '../../src/worksystem/workbook/times';
import { anEntry, aPolicy } from '../calendar/world';

const { types: TYPES } = aPolicy();

/** 2026-03-02. */
const DAY = 46_083;

const read = (start: Cell, end: Cell, isAllDay: Cell = '', zone: Cell = '') => {
  const { times, problem } = timesOfCells({ start, end, isAllDay, zone });
  return { ...times, problem };
};

test.each<[string, Cell, Cell, string, string]>([
  ['date-times', DAY + 9 / 24, DAY + 10 / 24, '2026-03-02T09:00:00', '2026-03-02T10:00:00'],
  [
    'texts',
    '2026-03-02 09:00',
    '2026-03-02 10:30:15',
    '2026-03-02T09:00:00',
    '2026-03-02T10:30:15',
  ],
  [
    'one figure for the hour',
    '2026-03-02 9:00',
    '2026-03-02T9:30',
    '2026-03-02T09:00:00',
    '2026-03-02T09:30:00',
  ],
  [
    'an end that says the time alone',
    DAY + 9 / 24,
    10 / 24,
    '2026-03-02T09:00:00',
    '2026-03-02T10:00:00',
  ],
  ['such an end as text', '2026-03-02 9:00', '10:00', '2026-03-02T09:00:00', '2026-03-02T10:00:00'],
  [
    'offsets',
    '2026-03-02T09:00:00+02:00',
    '2026-03-02T08:00Z',
    '2026-03-02T09:00:00+02:00',
    '2026-03-02T08:00:00Z',
  ],
])('%s are times', (_, start, end, from, to) => {
  expect(read(start, end)).toEqual({
    isAllDay: false,
    start: from,
    end: to,
    zone: '',
    problem: null,
  });
});

test.each<[string, Cell, Cell, Cell, string, string]>([
  ['a date and no end', '2026-03-02', '', '', '2026-03-02', '2026-03-03'],
  ['two dates: the last day is in it', DAY, DAY + 2, '', '2026-03-02', '2026-03-05'],
  [
    'a ticked box, whatever the times',
    DAY + 9 / 24,
    DAY + 10 / 24,
    true,
    '2026-03-02',
    '2026-03-03',
  ],
  ['a word for a ticked box', '2026-03-02', '2026-03-02', 'yes', '2026-03-02', '2026-03-03'],
])('%s make whole days', (_, start, end, box, from, to) => {
  expect(read(start, end, box)).toEqual({
    isAllDay: true,
    start: from,
    end: to,
    zone: '',
    problem: null,
  });
});

test('an unticked box makes no times of dates: they stay whole days, and that is told', () => {
  expect(read(DAY, DAY + 1, false)).toMatchObject({
    isAllDay: true,
    start: '2026-03-02',
    end: '2026-03-04',
    problem: 'box',
  });
});

test('times of day beside a ticked box are kept apart, for one of the two was typed last', () => {
  const cells = { start: DAY + 9 / 24, end: DAY + 10 / 24, isAllDay: true, zone: '' };
  expect(timesOfCells(cells).besideBox).toEqual({
    isAllDay: false,
    start: '2026-03-02T09:00:00',
    end: '2026-03-02T10:00:00',
    zone: '',
  });
  expect(timesOfCells({ ...cells, isAllDay: false }).besideBox).toBeNull();
});

test.each<[string, Cell, Cell, string, string]>([
  ['9.00 and 10.30', '2026-03-02 9.00', '10.30', '09:00:00', '10:30:00'],
  ['9 am and 1:15 PM', '2026-03-02 9 am', '1:15 PM', '09:00:00', '13:15:00'],
  ['midnight and noon by halves', '2026-03-02 12:00 AM', '12:00 p.m.', '00:00:00', '12:00:00'],
  ['a date with dots', '2.3.2026 09:00', '02.03.2026 10:00', '09:00:00', '10:00:00'],
  [
    'a date with slashes, the year first',
    '2026/3/2 09:00',
    '2026/03/02, 10:00',
    '09:00:00',
    '10:00:00',
  ],
  ['seconds and their parts', '2026-03-02T09:00:15.123', '09:00:15', '09:00:15', '09:00:15'],
  [
    'an hour typed as text without a date beside a number',
    DAY + 9 / 24,
    '10.00',
    '09:00:00',
    '10:00:00',
  ],
])('%s are read', (_, start, end, from, to) => {
  expect(read(start, end)).toMatchObject({
    problem: null,
    start: `2026-03-02T${from}`,
    end: `2026-03-02T${to}`,
  });
});

test.each<[string, Cell, Cell]>([
  ['24:00', '2026-03-02 22:00', '2026-03-02 24:00'],
  ['24:00 alone', '2026-03-02 22:00', '24:00'],
  ['24:00 as a number', DAY + 22 / 24, 1],
  ['0:00 alone', '2026-03-02 22:00', '0:00'],
  ['0:00 as a number', DAY + 22 / 24, 0],
  ['the midnight after it as a number', DAY + 22 / 24, DAY + 1],
])('an end of %s is the end of the day', (_, start, end) => {
  expect(read(start, end)).toMatchObject({ problem: null, end: '2026-03-03T00:00:00' });
});

test('no time at all stays one only where both times of day are typed', () => {
  expect(read(DAY + 0.5, DAY + 0.5)).toMatchObject({ isAllDay: false, problem: null });
  expect(read('2026-03-02 00:00', '2026-03-02 00:00')).toMatchObject({
    isAllDay: false,
    problem: null,
  });
  expect(read(DAY, DAY, false)).toMatchObject({ isAllDay: true, end: '2026-03-03' });
});

test.each<[string, Cell, Cell, Cell, string]>([
  ['no start', '', DAY, '', 'no-start'],
  ['words', 'next Tuesday', DAY, '', 'start'],
  ['a time of day alone', 0.5, DAY, '', 'start'],
  ['a day that there is not', '2026-02-30', '', '', 'start'],
  ['an hour that there is not', '2026-03-02 24:30', '', '', 'start'],
  ['13 o’clock in the afternoon', '2026-03-02 13:00 PM', '', '', 'start'],
  ['a date that is another day elsewhere', '3/2/2026 09:00', '3/2/2026 10:00', '', 'start'],
  ['an offset that no clock has', '2026-03-02T09:00+19:00', '2026-03-02T10:00+19:00', '', 'start'],
  ['no end of a time', DAY + 0.5, '', '', 'no-end'],
  ['words for an end', DAY + 0.5, 'late', '', 'end'],
  ['an end before its start', DAY + 0.5, DAY + 0.25, '', 'end-before-start'],
  ['a night, for its end has no date', DAY + 22 / 24, 6 / 24, '', 'end-before-start'],
  [
    'an end before its start once offsets count',
    '2026-03-02T09:00+02:00',
    '2026-03-02T06:59Z',
    '',
    'end-before-start',
  ],
  ['a last day before the first', DAY, DAY - 1, '', 'end-before-start'],
  ['a time until a date', DAY + 0.5, DAY, '', 'end-without-time'],
  ['a time until a date that is text', DAY + 0.5, '2026-03-03', '', 'end-without-time'],
  ['a date until a time', '2026-03-02', '2026-03-02 10:00', '', 'start-without-time'],
  ['a number far from any date', 1e9, 1e9, '', 'start'],
  ['the year 1899', '1899-12-31 09:00', '1899-12-31 10:00', '', 'year'],
  ['the year 9999', 2_958_465, 2_958_465, '', 'year'],
  ['the year 2200', '2200-01-02 09:00', '2200-01-02 10:00', '', 'year'],
  ['eleven years', DAY, DAY + 11 * 366, '', 'too-long'],
  ['an unknown zone', DAY + 0.5, DAY + 0.6, 'Atlantis', 'zone'],
])('%s is a problem, and never an event', (_, start, end, zone, problem) => {
  const cells = { start, end, isAllDay: '', zone };
  expect(timesOfCells(cells).problem).toBe(problem);
  expect(typeof entryOf(cells)).toBe('string');
});

const entryOf = (cells: TimeCells) =>
  entryOfActivity(
    { ...activityOfEntry(anEntry(), TYPES), ...timesOfCells(cells).times },
    aPolicy(),
  );

test('whatever stands in the cells becomes an event or a problem, never neither and never both', () => {
  const someTime = fc.oneof(
    fc.constantFrom<Cell>(
      '',
      0,
      1,
      0.5,
      DAY,
      DAY + 0.5,
      DAY + 1,
      -1,
      2_958_465,
      109_575,
      'soon',
      true,
    ),
    fc.constantFrom<Cell>(
      '2026-03-29 03:30',
      '2026-10-25 03:30',
      '2026-03-29T03:30+02:00',
      '2026-03-02',
      '24:00',
      '9.00',
    ),
    fc.double({ min: -400_000, max: 3_000_000, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.record({
        start: someTime,
        end: someTime,
        isAllDay: fc.constantFrom<Cell>('', true, false, 'maybe'),
        zone: fc.constantFrom<Cell>(
          '',
          'Europe/Helsinki',
          'Eastern Standard Time',
          'UTC+2',
          'Atlantis',
        ),
      }),
      (cells) => {
        const { problem } = timesOfCells(cells);
        const isLeftOut = problem !== null && problem !== 'box';
        expect([cells, typeof entryOf(cells) === 'string']).toEqual([cells, isLeftOut]);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['half an hour', '03:30', '04:00', '01:30', '02:00'],
  ['an hour', '03:30', '04:30', '01:30', '02:30'],
  ['to a later hour', '03:30', '05:00', '01:30', '02:00'],
  ['until within it', '02:30', '03:30', '00:30', '01:30'],
])(
  'on the night when the clocks skip an hour %s is an event that lasts',
  (_, from, to, start, end) => {
    const cells = { start: `2026-03-29 ${from}`, end: `2026-03-29 ${to}`, isAllDay: '', zone: '' };
    expect(entryOf(cells)).toMatchObject({
      when: {
        start: { instant: `2026-03-29T${start}:00.000Z` },
        end: { instant: `2026-03-29T${end}:00.000Z` },
      },
    });
  },
);

test('a zone may be called as Windows calls it, and an empty one is that of the owner’s calendar', () => {
  const starts = (zone: string) =>
    entryOf({ start: DAY + 0.5, end: DAY + 0.6, isAllDay: '', zone });
  expect(starts('Eastern Standard Time')).toMatchObject({
    when: { start: { zone: 'America/New_York', instant: '2026-03-02T17:00:00.000Z' } },
  });
  expect(starts('')).toMatchObject({
    when: { start: { zone: 'Europe/Helsinki', instant: '2026-03-02T10:00:00.000Z' } },
  });
});

test('midnight to midnight is written as text, for two numbers would be whole days', () => {
  const times = {
    isAllDay: false,
    start: '2026-03-02T00:00:00+02:00',
    end: '2026-03-03T00:00:00+02:00',
    zone: 'Europe/Helsinki',
  };
  const cells = cellsOfTimes(times);
  expect(cells).toMatchObject({ start: '2026-03-02 00:00', end: '2026-03-03 00:00' });
  expect(timesOfCells(cells).times).toMatchObject({
    isAllDay: false,
    start: '2026-03-02T00:00:00',
    end: '2026-03-03T00:00:00',
  });
});

test('a time that clocks show twice is written with its offset, for a number could be either', () => {
  const zone = 'Europe/Helsinki';
  const first = {
    isAllDay: false,
    start: '2026-10-25T03:30:00+03:00',
    end: '2026-10-25T05:00:00+02:00',
    zone,
  };
  const second = { ...first, start: '2026-10-25T03:30:00+02:00' };
  expect(typeof cellsOfTimes(first).start).toBe('number');
  expect(cellsOfTimes(second).start).toBe(second.start);
  expect(typeof cellsOfTimes(second).end).toBe('number');
});
