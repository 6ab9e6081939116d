/** What the buttons of the People card do. For administrators only. */
import {
  decides,
  inputOf,
  notices,
  pushes,
  restarts,
  shows,
  withTable,
  type Actions,
  type Answer,
  type Caller,
  type Inputs,
} from '../card/action';
import { instantAt } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import { seenIn, type Answered } from '../runs/decision';
import { decisionBook } from '../runs/decision-book';
import { failureCard, matchesCard, peopleCard, previewCard, whyCard } from './cards';
import type { DirectoryDesk } from './desk';
import type { Employee } from './employee';
import { everybody } from './everybody';
import { findPeople, type PeopleFound } from './find-people';
import { directoryDecision, heldRun } from './hold';
import { CHOSEN_INPUT, DO, TITLE, WHO_INPUT } from './names';
import { KINDS } from './operations';
import { previewOf, type Preview } from './preview';
import { saveWho, showUnits, showWho, tryWho } from './scope-actions';
import { prospect, scopeIn } from './prospect';
import { askSlot, lastSlot, NEVER } from './settings';
import { directoryState, syncAllIn } from './state';
import { whyPerson } from './why-person';
import { KIND_WORDS, lengthOf } from './wording';

export interface DirectoryPorts {
  /** The desk of the caller's own organization. */
  desk(): Result<DirectoryDesk, Failure>;
}

export function directoryActions(ports: DirectoryPorts): Actions {
  const entry = (act: (desk: DirectoryDesk, inputs: Inputs, caller: Caller) => Answer) => ({
    for: 'operator' as const,
    reach: 'workbook' as const,
    run(inputs: Inputs, caller: Caller): Answer {
      const desk = ports.desk();
      return desk.ok ? act(desk.value, inputs, caller) : shows(failureCard(desk.failure, DO.show));
    },
  });
  return {
    [DO.show]: { ...entry((desk) => show(desk)), for: 'auditor', isRead: true },
    [DO.look]: entry(look),
    [DO.go]: entry(go),
    [DO.leave]: entry((desk) =>
      decides(
        show(desk, 'Nothing was changed. The next run looks again.'),
        TITLE,
        'Left what waits for a decision as it is.',
      ),
    ),
    [DO.syncAll]: entry(syncAll),
    [DO.again]: entry(tryAgain),
    [DO.why]: entry(why),
    [DO.who]: entry(showWho),
    [DO.units]: entry((desk) => showUnits(inTime(desk))),
    [DO.tryWho]: entry((desk, inputs, caller) => tryWho(inTime(desk), inputs, caller)),
    [DO.saveWho]: entry((desk, inputs, caller) =>
      saveWho(desk, inputs, caller, () => afterSaving(desk)),
    ),
  };
}

function show(desk: DirectoryDesk, notice: string | null = null): Answer {
  const state = directoryState(desk);
  return state.ok
    ? withTable(restarts(peopleCard(state.value, desk), notice), everybody(desk))
    : restarts(failureCard(state.failure, DO.show), notice);
}

/** Reads both sides. If a click is too short for that, a run does it instead and stops before it writes. */
function look(desk: DirectoryDesk): Answer {
  const nowMs = desk.clock.now();
  const found = prospect(inTime(desk), nowMs);
  if (!found.ok && found.failure.kind === 'timed-out' && found.failure.service === HURRY)
    return start(desk, 'There are many people, so a run reads them. Refresh in a few minutes.');
  if (!found.ok) return shows(failureCard(found.failure, DO.look));
  const { plan, hold } = found.value;
  const decision = decisionBook(desk.store, directoryDecision);
  if (hold) {
    const kept = decision.hold(heldRun(plan, hold), nowMs);
    return kept.ok ? show(desk) : shows(failureCard(kept.failure, DO.look));
  }
  if (decision.standing(nowMs).kind === 'nothing') return pushes(previewCard(previewOf(plan)));
  const settled = decision.settle();
  return settled.ok
    ? start(desk, 'Nothing holds the sync any more: it goes on.')
    : shows(failureCard(settled.failure, DO.look));
}

const inTime = (desk: DirectoryDesk): DirectoryDesk => ({ ...desk, directory: hurried(desk) });

/** What waits was seen for the former choice, so it is looked at again. */
function afterSaving(desk: DirectoryDesk): Answer {
  const waits = decisionBook(desk.store, directoryDecision).standing(desk.clock.now());
  return waits.kind === 'waits' || !isBegun(desk) ? look(desk) : show(desk, SAVED);
}

const SAVED = 'Saved. The next run does it.';

const HURRY = 'directory listing';

/** Gives up between two pages when the click runs out of time. */
const hurried = ({ directory, deadline }: DirectoryDesk): DirectoryDesk['directory'] => ({
  find: (key) => directory.find(key),
  search: (words) => directory.search(words),
  confirmWholeView: () => directory.confirmWholeView(),
  users: (pageToken) =>
    deadline.left() > 0 ? directory.users(pageToken) : fail({ kind: 'timed-out', service: HURRY }),
});

const CANNOT_START =
  'Google does not let a run begin right now. The next scheduled run will do it.';

/** A run may begin, and even finish, within the click. The card shows that then, and the notice would be out of date. */
function start(desk: DirectoryDesk, notice: string): Answer {
  const begun = desk.start();
  const state = directoryState(desk);
  const kind = state.ok ? state.value.kind : null;
  if (kind === 'running') return show(desk, 'The run is under way.');
  if (kind === 'waiting' || kind === 'never') return show(desk, begun.ok ? notice : CANNOT_START);
  return show(desk, kind === 'done' && begun.ok ? 'Done.' : null);
}

const BEGINS = 'The run begins within minutes.';

/** Allows what was seen, and nothing that has come up since. */
function go(desk: DirectoryDesk, inputs: Inputs, { userId, email }: Caller): Answer {
  const decision = decisionBook(desk.store, directoryDecision);
  const who = { nowMs: desk.clock.now(), by: userId ?? email };
  const stands = decision.standing(who.nowMs);
  const answered = decision.answer(seenIn(inputs), who);
  if (!answered.ok) return shows(failureCard(answered.failure, DO.show));
  const { kind } = answered.value;
  if (kind !== 'go') return show(desk, NO_GO[kind]);
  const what = stands.kind === 'waits' ? `: ${changesIn(stands.waiting.what.preview)}` : '';
  return decides(start(desk, BEGINS), TITLE, `Said go to what waited${what}.`);
}

/** For example `Brought in 12, Deactivated 1`. */
const changesIn = ({ kinds }: Preview): string =>
  KINDS.filter((kind) => kinds[kind].count > 0)
    .map((kind) => `${KIND_WORDS[kind].did} ${kinds[kind].count}`)
    .join(', ') || 'no changes';

const NO_GO: Readonly<Record<Exclude<Answered['kind'], 'go'>, string | null>> = {
  'nothing-waits': 'No decision is needed any more.',
  'not-approvable': null,
  changed: 'Something has changed in the meantime. Please look again.',
  expired: 'This preview is more than a day old. Read the directory again.',
};

function syncAll(desk: DirectoryDesk, _inputs: Inputs, { userId, email }: Caller): Answer {
  const allowed = syncAllIn(desk);
  if (allowed.kind === 'locked')
    return show(desk, `You can sync all users again in ${lengthOf(allowed.leftMs)}.`);
  const state = directoryState(desk);
  if (state.ok && (state.value.kind === 'waiting' || state.value.kind === 'running'))
    return show(desk, 'A run is already on its way.');
  const ask = { at: instantAt(desk.clock.now()), by: userId ?? email };
  const kept = slot(desk.store, askSlot).write(ask);
  return kept.ok
    ? decides(start(desk, BEGINS), TITLE, 'Asked for a sync of all users.')
    : shows(failureCard(kept.failure, DO.show));
}

/** After a run that failed. The day's share of "Sync all users" is not used up by this. */
function tryAgain(desk: DirectoryDesk): Answer {
  const state = directoryState(desk);
  return state.ok && state.value.kind === 'failed'
    ? start(desk, 'Tandem tries again within minutes.')
    : show(desk);
}

function why(desk: DirectoryDesk, inputs: Inputs): Answer {
  const chosen = inputOf(inputs, CHOSEN_INPUT).trim();
  const typed = inputOf(inputs, WHO_INPUT).trim();
  if (chosen === '' && typed === '') return notices('Type a name or an address.');
  const employees = desk.employees.load();
  if (!employees.ok) return shows(failureCard(employees.failure, DO.show));
  const found: Result<PeopleFound, Failure> =
    chosen === '' ? findPeople(desk, typed, employees.value) : ok({ kind: 'one', email: chosen });
  if (!found.ok) return shows(failureCard(found.failure, DO.show));
  return found.value.kind === 'one'
    ? whyOne(desk, found.value.email, employees.value)
    : pushes(matchesCard(typed, found.value));
}

function whyOne(desk: DirectoryDesk, address: string, employees: readonly Employee[]): Answer {
  const problems = desk.problems.load();
  if (!problems.ok) return shows(failureCard(problems.failure, DO.show));
  const scope = scopeIn(desk.store);
  if (!scope.ok) return shows(failureCard(scope.failure, DO.show));
  const context = {
    employees,
    problems: problems.value,
    isBegun: isBegun(desk),
    scope: scope.value,
  };
  const why = whyPerson(desk, address, context);
  return why.ok ? pushes(whyCard(why.value)) : shows(failureCard(why.failure, DO.show));
}

/** Whether people have been brought in, or will be by the next run. */
export function hasBegun(ports: DirectoryPorts): boolean {
  const desk = ports.desk();
  return desk.ok && isBegun(desk.value);
}

/** Whether somebody has said go to the first run. */
const isBegun = ({ store, clock }: DirectoryDesk): boolean =>
  valueOr(slot(store, lastSlot).read(), NEVER).good !== null ||
  decisionBook(store, directoryDecision).standing(clock.now()).kind === 'allowed';
