/** Finds unlinked entries of the two sides that are the same, by their content (S32). */
import type { Present } from '../entry/change';
import type { Entry, When } from '../entry/entry';
import { canonical } from '../../kit/recurrence/dates';
import { sameEntry } from '../entry/fields';
import { seriesStart } from '../entry/series-start';

/** Subject, start date, start time, end date, end time and recurrence: entries with equal keys are the same one. */
export const matchKey = ({ title, when, recurrence }: Entry): string =>
  `${timesKey(when)}|${rulesKey(when, recurrence)}|${title}`;

/** Dates that are skipped do not count: they may be what one side does not know yet. */
const rulesKey = (when: When, recurrence: Entry['recurrence']): string =>
  recurrence === null
    ? ''
    : JSON.stringify(canonical({ ...recurrence, skipped: [] }, seriesStart(when)));

export const timesKey = (when: When): string =>
  when.kind === 'timed' ? `${when.start.instant}|${when.end.instant}` : `${when.start}|${when.end}`;

export interface Matched {
  readonly pairs: readonly { readonly google: Present; readonly work: Present }[];
  readonly google: readonly Present[];
  readonly work: readonly Present[];
}

/**
 * Pairs entries by key. If several on both sides have the same key, as many are paired as the smaller side has: first those that
 * agree in every field, then by id, so that the order of reading does not matter.
 */
export function matched(google: readonly Present[], work: readonly Present[]): Matched {
  const waiting = new Map<string, Present[]>();
  for (const change of byId(work)) {
    const key = matchKey(change.entry);
    const same = waiting.get(key);
    if (same) same.push(change);
    else waiting.set(key, [change]);
  }
  const pairs: { google: Present; work: Present }[] = [];
  const taken = new Set<Present>();
  const take = (change: Present, isTwin: (twin: Present) => boolean): boolean => {
    const same = waiting.get(matchKey(change.entry)) ?? [];
    const twin = same.find((candidate) => !taken.has(candidate) && isTwin(candidate));
    if (!twin) return false;
    taken.add(twin);
    pairs.push({ google: change, work: twin });
    return true;
  };
  const unlike = byId(google).filter(
    (change) => !take(change, ({ entry }) => sameEntry(entry, change.entry)),
  );
  const alone = unlike.filter((change) => !take(change, () => true));
  return { pairs, google: alone, work: work.filter((change) => !taken.has(change)) };
}

const byId = (changes: readonly Present[]): Present[] =>
  [...changes].sort((one, other) => (one.id < other.id ? -1 : 1));
