import type { Cell } from '../../src/sheets/spreadsheet';
import { cellsOfTimes, timesOfCells } from '../../src/worksystem/workbook/times';

/** 2026-03-02. */
const DAY = 46_083;

const read = (start: Cell, end: Cell, isAllDay: Cell = '', zone: Cell = '') =>
  timesOfCells({ start, end, isAllDay, zone });

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

test('an unticked box makes dates times at midnight', () => {
  expect(read(DAY, DAY + 1, false)).toMatchObject({
    isAllDay: false,
    start: '2026-03-02T00:00:00',
  });
});

test.each<[string, Cell, Cell, string]>([
  ['no start', '', DAY, 'start'],
  ['words', 'next Tuesday', DAY, 'start'],
  ['a day that there is not', '2026-02-30', '', 'start'],
  ['an hour that there is not', '2026-03-02 24:30', '', 'start'],
  ['no end of a time', DAY + 0.5, '', 'end'],
  ['an end before its start', DAY + 0.5, DAY + 0.25, 'end-before-start'],
  ['a last day before the first', DAY, DAY - 1, 'end-before-start'],
  ['a number far from any date', 1e9, 1e9, 'start'],
])('%s is a problem', (_, start, end, problem) => {
  expect(read(start, end).problem).toBe(problem);
});

test('a zone that nobody knows is a problem, and the times stand', () => {
  expect(read(DAY + 0.5, DAY + 0.6, '', 'Atlantis')).toMatchObject({
    problem: 'zone',
    start: '2026-03-02T12:00:00',
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
