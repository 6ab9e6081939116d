import { back, beneathIn, landed, opened, topOf, type Shown } from '../../src/admin-page/shown';
import { notices, pushes, restarts, shows, type Answer } from '../../src/card/action';
import { card } from '../../src/card/card';
import { pageAnswer, pageOf } from '../../src/card/page';

const [a, b, c] = [card('A'), card('B'), card('C')] as const;
const frame = { title: 'Here', account: 'anna@acme.example', places: [], next: null };
const place: Shown = [[a, b]];

/** What is shown after an answer, as titles. */
const after = (shown: Shown, answer: Answer, pressed = b): string[][] =>
  landed(shown, pageAnswer(frame, answer), pressed).shown.map((layer) =>
    layer.map(({ header }) => header?.title ?? ''),
  );

describe('an answer', () => {
  test.each<[string, Shown, Answer, string[][]]>([
    ['takes the place of the card that asked', place, shows(c), [['A', 'C']]],
    ['lies on top', place, pushes(c), [['A', 'B'], ['C']]],
    ['takes the place of what lies on top', [[a], [b]], shows(c), [['A'], ['C']]],
    ['is all there is', [[a], [b]], restarts(c), [['C']]],
    ['leaves what is shown', place, notices('Done.'), [['A', 'B']]],
  ])('%s', (_, shown, answer, expected) => {
    expect(after(shown, answer)).toEqual(expected);
  });

  test('to a button beneath takes away what lay on top', () => {
    const layers: Shown = [[a, b], [c]];
    expect(after(layers, pushes(card('D')))).toEqual([['A', 'B'], ['D']]);
    expect(after(layers, shows(card('D')))).toEqual([['A', 'D']]);
    expect(after(layers, notices('Done.'))).toEqual([['A', 'B'], ['C']]);
  });

  test('for a card that is gone by now replaces everything', () => {
    expect(after([[a]], shows(c))).toEqual([['C']]);
  });

  test('that is a whole place leaves nothing below it', () => {
    expect(landed([[a], [b]], pageOf(frame, [c, a]), null).shown).toEqual([[c, a]]);
  });
});

test('the way back ends at the place’s own cards', () => {
  const shown = opened(place, c, a);
  expect([topOf(shown), beneathIn(shown)]).toEqual([[c], [a, b]]);
  expect(topOf(back(shown))).toEqual([a, b]);
  expect(topOf(back(back(shown)))).toEqual([a, b]);
});

test('a card that is opened from one beneath takes the place of what lay on top', () => {
  const d = card('D');
  expect(opened([[a], [b], [c]], d, a)).toEqual([[a], [d]]);
});
