/** A run that a brake held, as a decision (`runs/decision.ts`): what waits for the person, and what their go allows. */
import { instantAt, msOf } from '../../kit/clock';
import { DECISION, type Go, type Numbers, type Waiting } from '../../runs/decision';
import type { Approval, Hold } from '../sync/brakes';
import type { Status } from './status-board';
import type { Wish } from './wishes';

/** Null when nothing waits. If the board has lost it, the next run posts it again. */
export const waitingHold = ({ at, hold }: Pick<Status, 'at' | 'hold'>): Waiting<Hold> | null =>
  hold && {
    plannedAt: at,
    until: instantAt(msOf(at) + DECISION.LASTS_MS),
    numbers: numbersOf(hold),
    marks: null,
    mayGo: true,
    what: hold,
  };

/** The go that a wish carries to the runner. */
export const goOf = ({
  at,
  deletions,
  creations,
  changes,
}: Extract<Wish, { kind: 'approve' }>): Go => ({
  at,
  by: '',
  to: '',
  until: instantAt(msOf(at) + DECISION.LASTS_MS),
  numbers: { deletions, creations, changes },
  marks: null,
});

const NOTHING: Approval = { deletions: 0, creations: 0, changes: 0 };

/** The numbers that a go to this hold would allow. */
function numbersOf(hold: Hold): Numbers {
  return { ...NOTHING, ...ownNumbersOf(hold) };
}

function ownNumbersOf(hold: Hold): Partial<Approval> {
  switch (hold.kind) {
    case 'too-many-deletions':
      return { deletions: hold.deletions };
    case 'too-many-changes':
      return { deletions: hold.deletions, changes: hold.changes };
    case 'too-many-creations':
      return { creations: hold.creations };
    case 'empty-listing':
      return { deletions: hold.links };
    case 'shrunken-listing':
      return { deletions: hold.missing };
  }
}
