/** What failed and has to be read again, because a cursor reports each change only once. */
import type { Side } from '../entry/entry';
import { halvesOf, replacedHalves } from './halves';
import type { Failed } from './outcome';
import type { Pending } from '../ports';

/** After this many tries an operation rests until one of its halves changes. */
export const MOST_TRIES = 5;
/** If more than this fail, it is not about single records: the cursors stay where they are. */
export const MOST_PENDING = 100;

/**
 * What is pending after a run: what failed in it, and what was resting and not touched.
 *
 * @param read the ids that this run decided about.
 */
export function pendingAfter(
  before: readonly Pending[],
  failed: readonly Failed[],
  read: Readonly<Record<Side, ReadonlySet<string>>>,
): Pending[] {
  const now = failed.flatMap(({ operation, failure }): Pending[] => {
    const halves = halvesOf(operation);
    const earlier = before.find((pending) => isOneOf(pending, halves));
    const told = { tries: (earlier?.tries ?? 0) + 1, failure: failure.kind };
    const dates = (operation.heard ?? []).map((google) => ({ google, work: null, ...told }));
    const { google, work } = replacedHalves(operation);
    const replaced = (google ?? work) ? [{ google, work, ...told }] : [];
    return [{ ...halves, ...told }, ...replaced, ...dates];
  });
  const resting = before.filter(
    ({ google, work }) =>
      !(google !== null && read.google.has(google)) && !(work !== null && read.work.has(work)),
  );
  return [...resting, ...now];
}

const isOneOf = (one: Pick<Pending, Side>, other: Pick<Pending, Side>): boolean =>
  (one.google !== null && one.google === other.google) ||
  (one.work !== null && one.work === other.work);

export const isResting = ({ tries }: Pending): boolean => tries >= MOST_TRIES;
