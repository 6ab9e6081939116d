import { repeatsOfWords, wordsOfRepeats } from '../../src/kit/recurrence/words';
import { blockOf, textOf } from './documents';

/** Of the page's examples. */
const START = { date: '2026-11-03', time: '10:00:00', zone: 'Europe/Helsinki' };

const page = textOf('docs/repeats.md');

/** What is printed as code in each row of the tables between two marks, by column. */
const rowsOf = (block: string): readonly (readonly string[][])[] =>
  (blockOf(page, block) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(' | ')
        .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)),
    );

const pairs = rowsOf('repeats').map(([written, shown]): [string, string] => [written![0]!, shown![0]!]);

test('the page has examples of all kinds', () => {
  expect(pairs.length).toBeGreaterThan(30);
});

test.each(pairs)('docs/repeats.md: “%s” is “%s”, which reads back', (written, shown) => {
  for (const text of [written, shown]) {
    const read = repeatsOfWords(text, START);
    expect(typeof read === 'string' ? read : wordsOfRepeats(read, START)).toBe(shown);
  }
});

const refused = rowsOf('not-read').flatMap(([written]) => written!.map((text) => [text]));

test.each(refused)('docs/repeats.md: “%s” is not read', (text) => {
  expect(['unreadable-rule', 'finer-than-days']).toContain(repeatsOfWords(text, START));
});

const cures = rowsOf('not-read').flatMap(([, cure]) => cure!.filter((code) => /^every/.test(code)));

test.each(cures.map((text) => [text]))('docs/repeats.md: “%s”, which it advises, is read', (text) => {
  expect(repeatsOfWords(text, START)).toMatchObject({ rule: { interval: expect.any(Number) } });
});

test('other code on the page is read as well', () => {
  const prose = page.replace(/^\|.*$/gm, '').replace(/`RRULE:`|`the last day`/g, '');
  const codes = [...prose.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
  expect(codes.length).toBeGreaterThan(3);
  for (const code of codes) expect(typeof repeatsOfWords(code, START)).toBe('object');
});
