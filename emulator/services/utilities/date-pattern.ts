import { ScriptException } from '../../runtime/script-exception';

/** A piece of a SimpleDateFormat pattern: a run of one letter, or literal text. */
export type PatternPart =
  | { readonly kind: 'field'; readonly letter: string; readonly count: number }
  | { readonly kind: 'text'; readonly text: string };

const LETTERS = 'GyYMLwWDdFEuaHkKhmsSzZX';

const known = new Map<string, readonly PatternPart[]>();

/**
 * The parts of a pattern. Quotes enclose literal text; two quotes stand for one.
 *
 * @throws ScriptException for a letter that is not a field.
 * @see https://docs.oracle.com/javase/7/docs/api/java/text/SimpleDateFormat.html
 */
export function parsePattern(pattern: string): readonly PatternPart[] {
  let parts = known.get(pattern);
  if (!parts) known.set(pattern, (parts = [...partsOf(pattern)]));
  return parts;
}

function* partsOf(pattern: string): Generator<PatternPart> {
  for (const [piece, quoted, letters] of pattern.matchAll(
    /'((?:[^']|'')*)'|(([A-Za-z])\3*)|[^A-Za-z']+|'/g,
  )) {
    if (quoted !== undefined)
      yield { kind: 'text', text: quoted === '' ? "'" : quoted.replaceAll("''", "'") };
    else if (letters !== undefined) yield fieldOf(letters, pattern);
    else if (piece === "'")
      throw new ScriptException('Invalid argument: format. Unterminated quote');
    else yield { kind: 'text', text: piece };
  }
}

function fieldOf(letters: string, pattern: string): PatternPart {
  const letter = letters[0]!;
  if (!LETTERS.includes(letter))
    throw new ScriptException(`Illegal pattern character '${letter}' (in ${pattern})`);
  return { kind: 'field', letter, count: letters.length };
}
