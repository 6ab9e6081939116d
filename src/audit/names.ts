/** Names of applications as people type them, compared with those that the log has. */
import { comparable } from './cell-text';

/** Without quotes, accents and letter case. */
const loosely = (name: string): string =>
  comparable(
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/["'`´‘’‚“”„«»‹›]/g, ''),
  ).toLowerCase();

/** Those that are the same name but for quotes, letter case, accents and spaces. */
export const equallyNamed = (typed: string, names: readonly string[]): readonly string[] =>
  names.filter((name) => loosely(name) === loosely(typed));

const MOST_LIKE_NAMES = 3;

/** At most three names that may have been meant, the most alike first. */
export function likeNames(typed: string, names: readonly string[]): readonly string[] {
  const wanted = loosely(typed);
  if (wanted === '') return [];
  return names
    .map((name) => ({ name, distance: distanceOf(wanted, loosely(name)) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, MOST_LIKE_NAMES)
    .map(({ name }) => name);
}

/** Longer names are not compared letter by letter. */
const LONGEST_COMPARED = 100;

/** How many letters differ; less than one where one name contains the other. */
function distanceOf(one: string, other: string): number {
  if (one !== '' && other !== '' && (one.includes(other) || other.includes(one))) return 0.5;
  if (Math.max(one.length, other.length) > LONGEST_COMPARED) return Infinity;
  return editDistance(one, other);
}

/** Letters added, left out or exchanged. @see https://en.wikipedia.org/wiki/Levenshtein_distance */
function editDistance(one: string, other: string): number {
  const letters = [...other];
  let row = [0, ...letters.map((_, index) => index + 1)];
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [index, compared] of letters.entries())
      next.push(
        Math.min(
          row[index]! + (letter === compared ? 0 : 1),
          row[index + 1]! + 1,
          next[index]! + 1,
        ),
      );
    row = next;
  }
  return row[row.length - 1]!;
}
