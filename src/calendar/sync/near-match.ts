/** Unlinked entries of the two sides that may be the same though their keys differ. Only a person can say so (TF7). */
import type { Present } from '../entry/change';
import type { Entry } from '../entry/entry';
import { textDigest } from '../../kit/text-digest';
import { timesKey, type Matched } from './first-match';

/** The most that a person is asked about. */
const MOST_ASKED = 20;

/** More of one title or time say nothing about which belongs to which, and comparing all with all would take minutes. */
const MOST_ALIKE = 100;

const DAY_MS = 86_400_000;

type Pair = Matched['pairs'][number];

/** Names a pair in a wish, which has to be short. */
export const pairMark = ({ google, work }: Pair): string =>
  textDigest(`${google.id}|${work.id}`).slice(0, 6);

/** Pairs to ask about, each entry once: those that begin closest together first. Private entries and dates of series are left out. */
export function nearPairs(google: readonly Present[], work: readonly Present[]): Pair[] {
  const pairs = candidates(google, work).sort(
    (one, other) => apartMs(one) - apartMs(other) || (pairMark(one) < pairMark(other) ? -1 : 1),
  );
  return eachOnce(pairs).slice(0, MOST_ASKED);
}

/** The marks of the pairs that a person said are one entry. */
export const marksIn = (same: string): readonly string[] => same.match(/.{6}/g) ?? [];

/** The same with the pairs that the person said are one entry. */
export function asChosen(found: Matched, same: string): Matched {
  const { google, work } = found;
  const marks = new Set(marksIn(same));
  if (marks.size === 0) return found;
  const pairs = eachOnce(candidates(google, work).filter((pair) => marks.has(pairMark(pair))));
  const taken = new Set(pairs.flatMap((pair) => [pair.google, pair.work]));
  const alone = (all: readonly Present[]): Present[] => all.filter((one) => !taken.has(one));
  return { pairs: found.pairs.concat(pairs), google: alone(google), work: alone(work) };
}

function candidates(google: readonly Present[], work: readonly Present[]): Pair[] {
  const byTitle = new Map<string, Present[]>();
  const byTimes = new Map<string, Present[]>();
  const add = (to: Map<string, Present[]>, key: string, one: Present): void => {
    const alike = to.get(key);
    if (alike) alike.push(one);
    else to.set(key, [one]);
  };
  const few = (alike: readonly Present[] = []): readonly Present[] =>
    alike.length > MOST_ALIKE ? [] : alike;
  for (const one of work.filter(isAskable)) {
    add(byTitle, plain(one.entry.title), one);
    add(byTimes, timesKey(one.entry.when), one);
  }
  return google.filter(isAskable).flatMap((one) => {
    const { title, when } = one.entry;
    const named = few(byTitle.get(plain(title))).filter(
      (other) => apartMs({ google: one, work: other }) <= DAY_MS,
    );
    const timed = few(byTimes.get(timesKey(when))).filter((other) =>
      isAlike(title, other.entry.title),
    );
    return [...new Set([...named, ...timed])]
      .filter(({ entry }) => (entry.recurrence === null) === (one.entry.recurrence === null))
      .map((other) => ({ google: one, work: other }));
  });
}

const isAskable = ({ entry, slot }: Present): boolean =>
  !slot && !entry.private && plain(entry.title) !== '';

const startMs = ({ when }: Entry): number =>
  Date.parse(when.kind === 'timed' ? when.start.instant : when.start);

const apartMs = ({ google, work }: Pair): number =>
  Math.abs(startMs(google.entry) - startMs(work.entry));

const wordsOf = (title: string): string[] => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const plain = (title: string): string => wordsOf(title).join('');

/** One within the other, or half of the words of the shorter one in both. */
function isAlike(one: string, other: string): boolean {
  const [first, second] = [plain(one), plain(other)];
  if (first.includes(second) || second.includes(first)) return true;
  const [words, others] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared * 2 >= Math.min(words.size, others.size);
}

function eachOnce(pairs: readonly Pair[]): Pair[] {
  const taken = new Set<Present>();
  return pairs.filter(({ google, work }) => {
    if (taken.has(google) || taken.has(work)) return false;
    taken.add(google).add(work);
    return true;
  });
}
