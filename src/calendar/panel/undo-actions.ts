/** Undoing what runs wrote: the person sees first what would be put back. */
import {
  inputOf,
  notices,
  pushes,
  restarts,
  type Actions,
  type Answer,
  type Inputs,
} from '../../card/action';
import { CALENDAR } from './action-names';
import { homeOf } from './cards';
import type { ForEveryone } from './conflict-actions';
import type { Mine } from './mine';
import { undoListCard } from './undo-cards';

export const undoActions = (everyone: ForEveryone): Actions => ({
  [CALENDAR.lookBack]: everyone((mine, inputs) =>
    undo(mine, { run: inputOf(inputs, 'run'), id: inputOf(inputs, 'id') || null, go: false }),
  ),
  [CALENDAR.putBack]: everyone(putBack),
  [CALENDAR.takeOther]: everyone((mine, inputs) =>
    undo(mine, { run: null, id: inputOf(inputs, 'conflict'), go: true }),
  ),
  [CALENDAR.leaveUndo]: everyone((mine) => {
    mine.forgetUndo();
    return restarts(homeOf(mine, mine.state()));
  }),
  [CALENDAR.undoList]: everyone((mine) => {
    const undoing = mine.undoing();
    return undoing ? pushes(undoListCard(undoing)) : restarts(homeOf(mine, mine.state()), OVER);
  }),
});

/** Nobody says go to what they have not seen. */
function putBack(mine: Mine, inputs: Inputs): Answer {
  const seen = mine.undoing();
  const [run, id] = [inputOf(inputs, 'run') || null, inputOf(inputs, 'id') || null];
  if (seen === null || seen.isDone || seen.run !== run || seen.id !== id)
    return restarts(homeOf(mine, mine.state()), OVER);
  return undo(mine, { run, id, go: true });
}

function undo(
  mine: Mine,
  what: { readonly run: string | null; readonly id: string | null; readonly go: boolean },
): Answer {
  if (mine.state().kind !== 'on') return restarts(homeOf(mine, mine.state()));
  // A new wish replaces it.
  const { keys, until } = mine.dismissed();
  if (keys.length > 0 || until !== null) return notices(LATER);
  const put = mine.wish({ kind: 'undo', at: mine.now(), ...what });
  if (!put.ok || put.value === 'gave-way') return notices(LATER);
  mine.forgetUndo();
  return restarts(homeOf(mine, mine.state()));
}

const OVER = 'That was too long ago. Undo it again.';
const LATER = 'Tandem first carries out what you asked for before. Try again in a few minutes.';
