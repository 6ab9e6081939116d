/** The calendar's entries in the table of actions. Whose calendar it is comes from the platform, never from a card (S26). */
import {
  inputOf,
  notices,
  pushes,
  restarts,
  shows,
  type Actions,
  type Answer,
  type Caller,
  type Inputs,
} from '../../card/action';
import type { Card } from '../../card/card-json';
import { instantAt, msOf } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import { answerTo, seenIn } from '../../runs/decision';
import { CALENDAR } from './action-names';
import type { CalendarActionPorts } from './action-ports';
import { adminActions } from './admin-actions';
import { choicesActions, rulesOf } from './choices-actions';
import { conflictActions, type ForEveryone } from './conflict-actions';
import { keptCard } from './kept-card';
import { nearCard } from './near-cards';
import { FIND, previewListCard } from './preview-card';
import { askOffCard, homeOf, typesCard } from './cards';
import { mineOf, type Mine } from './mine';
import { chooseEvent } from './open-event';
import { CONSENT_VERSION } from '../boards/my-sync';
import { waitingHold } from '../boards/hold-decision';
import { undoActions } from './undo-actions';
import type { SyncState } from '../boards/state';
import { marksIn } from '../sync/near-match';
import type { Wish } from '../boards/wishes';

export const calendarActions = (ports: CalendarActionPorts): Actions => ({
  ...personActions(ports),
  ...adminActions(ports),
});

/** The homepage's card; for the door that shows it. */
export function calendarHome(ports: CalendarActionPorts, caller: Caller): Card {
  const mine = mineOf(ports, caller);
  mine.learnPrivacy();
  const state = mine.state();
  mine.learnConnected(state);
  // A look that cannot be noted comes in its turn.
  if (mine.mayBeConnected(state)) void mine.wish({ kind: 'look', at: mine.now(), isUnsure: true });
  else if (isWorthALook(state)) void mine.wish({ kind: 'look', at: mine.now() });
  return homeOf(mine, state);
}

/**
 * What the calendar-updated trigger of a person does: the runner looks at their calendar soon. The trigger says only
 * that something changed (S36-S38).
 */
export function calendarChanged(ports: CalendarActionPorts, caller: Caller): void {
  const mine = mineOf(ports, caller);
  // A look that cannot be noted comes in its turn.
  if (mine.isOn()) void mine.wish({ kind: 'look', at: mine.now() });
}

function personActions(ports: CalendarActionPorts): Actions {
  const everyone: ForEveryone = (run) => ({
    for: 'everyone',
    run: (inputs, caller) => run(mineOf(ports, caller), inputs, caller),
  });
  return {
    [CALENDAR.home]: everyone((_mine, _inputs, caller) => restarts(calendarHome(ports, caller))),
    [CALENDAR.lookAhead]: everyone(lookAhead),
    [CALENDAR.previewList]: everyone(previewList),
    [CALENDAR.near]: everyone(nearList),
    [CALENDAR.chooseNear]: everyone(chooseNear),
    [CALENDAR.kept]: everyone(keptList),
    [CALENDAR.listKept]: everyone((mine) => listKept(mine)),
    [CALENDAR.start]: everyone((mine) => start(mine, ports)),
    [CALENDAR.notNow]: everyone((mine) => {
      mine.forgetPreview();
      return home(mine, 'Nothing was turned on.');
    }),
    [CALENDAR.syncSoon]: everyone((mine) => leaveWish(mine, { kind: 'look', at: mine.now() })),
    [CALENDAR.askOff]: everyone(() => pushes(askOffCard())),
    [CALENDAR.turnOff]: everyone((mine, inputs) => turnOff(mine, inputs, ports)),
    [CALENDAR.types]: everyone((mine) =>
      pushes(typesCard(mine.board?.policy() ?? {}, rulesOf(mine))),
    ),
    [CALENDAR.approve]: everyone(approve),
    [CALENDAR.chooseEvent]: {
      for: 'everyone',
      run: (inputs, caller) => chooseEvent(ports, inputs, caller),
    },
    ...choicesActions(ports, everyone),
    ...conflictActions(everyone),
    ...undoActions(everyone),
    [CALENDAR.privacySeen]: everyone((mine, inputs) => {
      const state = mine.state();
      const news = state.kind === 'on' ? state.privacy : null;
      // Nobody says that they have seen what they were not shown.
      if (news?.now === inputOf(inputs, 'choice')) mine.noteTold(news.now);
      return home(mine);
    }),
  };
}

const home = (mine: Mine, notice: string | null = null): Answer =>
  restarts(homeOf(mine, mine.state()), notice);

const BUSY = 'Tandem could not save that right now. Try again in a moment.';
const FULL =
  'Tandem has no room left for what your organization’s people ask for. Nothing was changed; your administrators are told.';

const notNoted = ({ kind }: Failure): Answer => notices(kind === 'store-full' ? FULL : BUSY);

function leaveWish(mine: Mine, wish: Wish, then?: () => void): Answer {
  const put = mine.wish(wish);
  if (!put.ok) return notNoted(put.failure);
  if (put.value === 'put') then?.();
  return home(mine);
}

function lookAhead(mine: Mine): Answer {
  if (!mine.isOrganizationOn()) return home(mine);
  const state = mine.state();
  const isOut = state.kind === 'on' && state.status?.outcome === 'off';
  const at = mine.now();
  return leaveWish(mine, { kind: 'preview', at }, () => {
    mine.forgetPreview();
    // The runner has already turned it off; this only notes it here too.
    if (isOut) void mine.keep('off', at);
  });
}

function previewList(mine: Mine, inputs: Inputs): Answer {
  const state = mine.state();
  const wanted = {
    list: inputOf(inputs, 'list'),
    page: Number(inputOf(inputs, 'page')),
    find: inputOf(inputs, FIND),
  };
  const found = state.kind === 'preview-ready' ? previewListCard(state.saved, wanted) : null;
  if (found === null) return home(mine, EXPIRED);
  return inputs['page'] ? shows(found) : pushes(found);
}

function nearList(mine: Mine, inputs: Inputs): Answer {
  const state = mine.state();
  if (state.kind !== 'preview-ready') return home(mine, EXPIRED);
  const card = nearCard(state.saved, Number(inputOf(inputs, 'page')));
  return inputs['page'] ? shows(card) : pushes(card);
}

/** Kept with the preview, until the person starts. */
function chooseNear(mine: Mine, inputs: Inputs): Answer {
  const state = mine.state();
  if (state.kind !== 'preview-ready') return home(mine, EXPIRED);
  const mark = inputOf(inputs, 'mark');
  const others = marksIn(state.saved.same).filter((one) => one !== mark);
  const isNear = state.saved.preview.near.some((pair) => pair.mark === mark);
  const isOne = isNear && inputOf(inputs, 'choice') === 'one';
  const saved = { ...state.saved, same: [...others, ...(isOne ? [mark] : [])].join('') };
  const kept = mine.keepPreview(saved);
  return kept.ok ? shows(nearCard(saved, Number(inputOf(inputs, 'page')))) : notNoted(kept.failure);
}

const EXPIRED = 'This preview has expired. Look again.';

/** The first time, a run has to list it. */
function keptList(mine: Mine, inputs: Inputs): Answer {
  const kept = mine.kept();
  if (mine.state().kind !== 'on' || kept === null) return listKept(mine);
  const wanted = { page: Number(inputOf(inputs, 'page')), find: inputOf(inputs, FIND) };
  const card = keptCard(kept, wanted, msOf(mine.now()));
  return inputs['page'] ? shows(card) : pushes(card);
}

const listKept = (mine: Mine): Answer =>
  mine.state().kind === 'on' ? leaveWish(mine, { kind: 'list', at: mine.now() }) : home(mine);

/** Only after the person has seen a recent preview: they agree to what they saw. */
function start(mine: Mine, ports: CalendarActionPorts): Answer {
  const state = mine.state();
  if (state.kind !== 'preview-ready') return home(mine, 'Look at the preview first.');
  const at = mine.now();
  const { same } = state.saved;
  const on = { kind: 'on', at, consentVersion: CONSENT_VERSION } as const;
  const put = mine.wish(same === '' ? on : { ...on, same });
  if (!put.ok) return notNoted(put.failure);
  if (put.value === 'gave-way') return notices(BUSY);
  const kept = mine.keep('on', at);
  if (!kept.ok) return notNoted(kept.failure);
  // The preview follows the person's own choice, which may be stricter.
  mine.noteTold(mine.board?.policy()?.privateEvents ?? state.saved.privateEvents);
  const watched = ports.watchOwnCalendar();
  return home(
    mine,
    watched.ok
      ? null
      : 'Tandem finds changes at its regular runs, because Google would not notify it of them.',
  );
}

/** Always possible, even while the organization's switch is off: nobody is kept from turning it off. */
function turnOff(mine: Mine, inputs: Inputs, ports: CalendarActionPorts): Answer {
  const at = instantAt(ports.clock.now());
  const copies = inputOf(inputs, 'copies') === 'remove' ? 'remove' : 'keep';
  const put = mine.wish({ kind: 'off', at, copies });
  if (!put.ok) return notNoted(put.failure);
  const kept = mine.keep('off', at);
  if (!kept.ok) return notNoted(kept.failure);
  // If the trigger stays, the runner does nothing for somebody whose sync is off.
  void ports.stopWatching();
  return home(mine);
}

/** Nobody can agree to what they did not see. */
function approve(mine: Mine, inputs: Inputs, { email }: Caller): Answer {
  const state = mine.state();
  const waiting = state.kind === 'on' && state.status ? waitingHold(state.status) : null;
  const at = mine.now();
  const answered = answerTo(waiting, seenIn(inputs), { nowMs: msOf(at), by: email });
  switch (answered.kind) {
    case 'nothing-waits':
    case 'not-approvable':
      return home(mine, 'There is nothing left to decide.');
    case 'changed':
      return home(mine, 'The numbers have changed. Look again.');
    case 'expired':
      return home(mine, 'That was more than a day ago. Sync again to see what would happen now.');
    case 'go': {
      const { deletions = 0, creations = 0, changes = 0 } = answered.go.numbers;
      return leaveWish(mine, { kind: 'approve', at, deletions, creations, changes });
    }
  }
}

/** Opening the card wishes for a look if the last one was a while ago (S37). */
const isWorthALook = (state: SyncState): boolean =>
  state.kind === 'on' &&
  state.waiting === null &&
  (state.status === null || state.freshness.kind === 'never' || state.freshness.ageMs >= RECENT_MS);

const RECENT_MS = 2 * 60_000;
