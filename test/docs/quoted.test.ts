// Words in bold stand on Tandem's screens, words in italics on Google's: as the documents say of themselves.
import { boldIn, italicsIn, sectionOf, textOf } from './documents';
import { isAmong, textsIn } from './source-texts';

const ours = textsIn('src');
const consoles = [...ours, ...textsIn('emulator/console', 'emulator/workspace')];

const FOR_PEOPLE = ['docs/administrators.md', 'docs/people.md'];

const quotes = (of: (text: string) => string[]): [string, string][] =>
  FOR_PEOPLE.flatMap((path) => [...new Set(of(textOf(path)))].map((words): [string, string] => [path, words]));

test.each(quotes(boldIn))('%s: “%s” stands on a screen of Tandem’s', (_, words) => {
  expect(isAmong(ours, words)).toBe(true);
});

test.each(quotes(italicsIn).flatMap(([path, words]) => words.split(' → ').map((word) => [path, word])))(
  '%s: “%s” stands in a console of Google’s',
  (_, words) => {
    const isPart = consoles.some(({ source }) => source.includes(words!));
    expect(isPart).toBe(true);
  },
);

const messages = boldIn(sectionOf(textOf('README.md'), '## When something goes wrong'));
const sources = textsIn('build', 'emulator', 'test/support');

test.each(messages)('README.md: “%s” is what the programs say', (words) => {
  const pieces = words.split(/…|\d+/).map((piece) => piece.trim());
  const isSaid = sources.some(({ source }) => {
    const said = source.replace(/\\(.)/g, '$1');
    return pieces.every((piece) => said.includes(piece));
  });
  expect(isSaid).toBe(true);
});
