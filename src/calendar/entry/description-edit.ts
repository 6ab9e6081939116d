/** Carries an edit of a description's shown text into the description itself: whatever was not edited keeps its markup, byte for byte. */
import { isPairAt, wellFormed } from '../../kit/text';
import { htmlOfText, piecesOf, READ_CHARACTERS, textOfHtml, type Piece } from './description';
import { isSameText, MOST_CHARACTERS } from './text';

/** Larger tables of lines are not compared; the edited part is replaced as a whole then. */
const MOST_COMPARED = 250_000;

/** Where new text goes when there is markup at its place: `early` is before the markup, inside the element that ends there. */
type Place = 'early' | 'late';

/**
 * The description that shows as `text`. The parts of `raw` whose text did not change are kept as they are. That includes the end
 * that was cut off in the shown text, unless the person deleted the ellipsis.
 */
export function editedDescription(raw: string, text: string): string {
  const isShown = (description: string): boolean =>
    isSameText(textOfHtml(description, 'work'), text, 'notes');
  if (isShown(raw)) return raw;
  const units = unitsOf(raw);
  const lineBreak = units.some(isBreakTag) ? '<br>' : '\n';
  const encode = (added: string): string => htmlOfText(added).replace(/\n/g, lineBreak);
  const edited = (['early', 'late'] as const).map((place) => edit(units, text, { encode, place }));
  return edited.find(isShown) ?? htmlOfText(text);
}

const isBreakTag = (unit: Piece): boolean =>
  unit.raw !== unit.text && /^<(br|p|div|li)[\s/>]/i.test(unit.raw);

interface Writing {
  readonly place: Place;
  encode(added: string): string;
}

/** Keeps what is the same at both ends, and compares the middle line by line. */
const edit = (units: readonly Piece[], text: string, writing: Writing): string =>
  within(units, text, (middle, added) =>
    byLines(middle, added)
      .map(([some, more]) =>
        within(some, more, (changed, inserted) => replaced(changed, inserted, writing)),
      )
      .join(''),
  );

/** Keeps what units and text have in common at both ends, and hands the middle to `deal`. */
function within(
  units: readonly Piece[],
  text: string,
  deal: (units: readonly Piece[], text: string) => string,
): string {
  let [first, from] = [0, 0];
  while (first < units.length && text.startsWith(units[first]!.text, from)) {
    from += units[first]!.text.length;
    first += 1;
  }
  let [last, to] = [units.length, text.length];
  while (last > first && isBefore(units[last - 1]!.text, text, from, to)) {
    last -= 1;
    to -= units[last]!.text.length;
  }
  if (units.slice(first, last).every(isMarkup)) {
    while (first > 0 && isMarkup(units[first - 1]!)) first -= 1;
    while (last < units.length && isMarkup(units[last]!)) last += 1;
  }
  const middle = units.slice(first, last);
  const isSame = from === to && middle.every(isMarkup);
  return (
    rawOf(units.slice(0, first)) +
    (isSame ? rawOf(middle) : deal(middle, text.slice(from, to))) +
    rawOf(units.slice(last))
  );
}

const isBefore = (end: string, text: string, from: number, to: number): boolean =>
  to - end.length >= from && text.slice(to - end.length, to) === end;

/** A piece that shows no text. */
const isMarkup = ({ text }: Piece): boolean => text === '';

const rawOf = (units: readonly Piece[]): string => units.map(({ raw }) => raw).join('');

/** Replaces the units' text but keeps their markup: it may close an element that was opened before. */
function replaced(units: readonly Piece[], added: string, { encode, place }: Writing): string {
  const markup = rawOf(units.filter(isMarkup));
  return place === 'early' ? encode(added) + markup : markup + encode(added);
}

type Stretch = readonly [readonly Piece[], string];

/** Units and text in corresponding stretches: one for each line that is the same in both, one for everything between two such lines. */
function byLines(units: readonly Piece[], text: string): Stretch[] {
  const lines = linesOf(units, (unit) => unit.text.endsWith('\n'));
  const wanted = text.split(/(?<=\n)/);
  if (lines.length * wanted.length > MOST_COMPARED) return [[units, text]];
  const shown = lines.map((line) => line.map((unit) => unit.text).join(''));
  const stretches: Stretch[] = [];
  let [line, want] = [0, 0];
  const end: readonly [number, number] = [lines.length, wanted.length];
  for (const [nextLine, nextWant] of [...common(shown, wanted), end]) {
    const between = lines.slice(line, nextLine).reduce((all, one) => all.concat(one), []);
    stretches.push([between, wanted.slice(want, nextWant).join('')]);
    if (nextLine < lines.length) stretches.push([lines[nextLine]!, wanted[nextWant]!]);
    [line, want] = [nextLine + 1, nextWant + 1];
  }
  return stretches;
}

function linesOf(units: readonly Piece[], isLast: (unit: Piece) => boolean): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const unit of units) {
    lines[lines.length - 1]!.push(unit);
    if (isLast(unit)) lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

/** Pairs of indexes of the longest common subsequence. */
function common(some: readonly string[], others: readonly string[]): [number, number][] {
  const width = others.length + 1;
  const lengths = new Uint16Array((some.length + 1) * width);
  for (let i = some.length - 1; i >= 0; i -= 1)
    for (let j = others.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        some[i] === others[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const places: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < some.length && j < others.length) {
    if (some[i] === others[j]) places.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return places;
}

/** A description in units that an edit keeps or replaces as a whole: characters, links and tags, each with its shown text. */
function unitsOf(raw: string): Piece[] {
  const pieces = piecesOf(raw.slice(0, READ_CHARACTERS)).flatMap((piece): Piece[] =>
    piece.raw === piece.text ? [...piece.raw].map((one) => ({ raw: one, text: one })) : [piece],
  );
  const rest = raw.slice(READ_CHARACTERS);
  return cut(evened(rest === '' ? pieces : [...pieces, { raw: rest, text: '…' }]));
}

/** Evens out blanks and line breaks as `plainText` does, keeping each character in its unit. */
function evened(pieces: readonly Piece[]): Piece[] {
  const owners = pieces.flatMap(({ text }, index) => [...text].map(() => index));
  const characters = pieces
    .flatMap(({ text }) => [...text])
    .map((one) => (one === '\u00a0' ? ' ' : wellFormed(one)))
    .map((one, index, all) => (one !== '\r' ? one : all[index + 1] === '\n' ? '' : '\n'));
  dropLineEnds(characters);
  dropEmptyLines(characters);
  trimEnds(characters);
  const texts = pieces.map(() => '');
  characters.forEach((one, index) => {
    texts[owners[index]!] += one;
  });
  return pieces.map(({ raw }, index) => ({ raw, text: texts[index]! }));
}

function dropLineEnds(characters: string[]): void {
  let isEnd = true;
  for (let index = characters.length - 1; index >= 0; index -= 1) {
    const one = characters[index]!;
    if (one === '') continue;
    if (isEnd && (one === ' ' || one === '\t')) characters[index] = '';
    else isEnd = one === '\n';
  }
}

function dropEmptyLines(characters: string[]): void {
  let ends = 0;
  characters.forEach((one, index) => {
    if (one === '') return;
    ends = one === '\n' ? ends + 1 : 0;
    if (ends > 2) characters[index] = '';
  });
}

function trimEnds(characters: string[]): void {
  const isBlank = (one: string | undefined): boolean => one !== undefined && one.trim() === '';
  for (let index = 0; isBlank(characters[index]); index += 1) characters[index] = '';
  for (let index = characters.length - 1; isBlank(characters[index]); index -= 1)
    characters[index] = '';
}

/** Makes the end that is not shown one unit, shown as the ellipsis. */
function cut(units: readonly Piece[]): Piece[] {
  const most = MOST_CHARACTERS.google.notes;
  const whole = units.reduce((sum, { text }) => sum + text.length, 0);
  if (whole <= most) return [...units];
  let [at, room] = [0, most - 1];
  while (units[at]!.text.length <= room) {
    room -= units[at]!.text.length;
    at += 1;
  }
  const { text } = units[at]!;
  const shown = text.slice(0, room > 0 && isPairAt(text, room - 1) ? room - 1 : room);
  return [...units.slice(0, at), { raw: rawOf(units.slice(at)), text: `${shown}…` }];
}
