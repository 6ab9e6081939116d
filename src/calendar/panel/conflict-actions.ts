/** Reading and dismissing conflicts. */
import {
  inputOf,
  notices,
  pushes,
  restarts,
  shows,
  type ActionEntry,
  type Actions,
  type Answer,
  type Caller,
  type Inputs,
} from '../../card/action';
import type { ToldConflict } from '../boards/told-conflict';
import { CALENDAR } from './action-names';
import { homeOf } from './cards';
import { conflictsCard } from './conflict-cards';
import type { Mine } from './mine';

/** An action that everybody may take for themselves. */
export type ForEveryone = (
  run: (mine: Mine, inputs: Inputs, caller: Caller) => Answer,
) => ActionEntry;

/** The most keys in a wish, which has to be short. */
const MOST_WAITING = 20;

export const conflictActions = (everyone: ForEveryone): Actions => ({
  [CALENDAR.conflicts]: everyone((mine, inputs) => {
    const card = conflictsCard(conflictsOf(mine), Number(inputOf(inputs, 'page')));
    return inputs['page'] ? shows(card) : pushes(card);
  }),
  [CALENDAR.dismiss]: everyone(dismiss),
});

function conflictsOf(mine: Mine): readonly ToldConflict[] {
  const state = mine.state();
  return state.kind === 'on' ? (state.status?.conflicts ?? []) : [];
}

/** Includes what an earlier wish dismisses, because a new wish replaces it. */
function dismiss(mine: Mine, inputs: Inputs): Answer {
  const before = mine.dismissed();
  const key = inputOf(inputs, 'conflict');
  const until = inputOf(inputs, 'until') || null;
  const known = conflictsOf(mine);
  const keys = [...before.keys, ...known.map((one) => one.key).filter((one) => one === key)];
  if (keys.length > MOST_WAITING) return notices(LATER);
  const isAll = known.some(({ at }) => at === until);
  const put = mine.wish({
    kind: 'dismiss',
    at: mine.now(),
    keys,
    until: isAll ? latest(until, before.until) : before.until,
  });
  if (!put.ok || put.value === 'gave-way') return notices(LATER);
  return inputs['page']
    ? shows(conflictsCard(conflictsOf(mine), Number(inputOf(inputs, 'page'))))
    : restarts(homeOf(mine, mine.state()));
}

const latest = (one: string | null, other: string | null): string | null =>
  one !== null && (other === null || one > other) ? one : other;

const LATER =
  'Tandem first carries out what you asked for before. Dismiss it again in a few minutes.';
