import { dateWords, timeWords } from '../../src/kit/date-words';

test.each([
  ['2026-03-07', '7 March 2026'],
  ['2026-12-27T21:45:00', '27 December 2026, 21:45'],
  ['2026-01-27T21:45:30.123Z', '27 January 2026, 21:45 UTC'],
])('%s reads as %s', (time, words) => {
  expect(timeWords(time)).toBe(words);
});

test('beside a date of the same year, the year is left out', () => {
  expect(dateWords('2026-03-07', '2026-01-01')).toBe('7 March');
  expect(dateWords('2026-03-07', '2025-12-31')).toBe('7 March 2026');
});
