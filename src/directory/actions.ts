/** What the buttons of the People card do. For administrators only. */
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
} from '../card/action';
import { instantAt } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { fail, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import { failureCard, peopleCard, previewCard, whyCard } from './cards';
import type { DirectoryDesk } from './desk';
import { AT_PARAMETER, DO, WHO_INPUT } from './names';
import { outlookOf } from './outlook';
import { previewOf } from './preview';
import { prospect } from './prospect';
import { askSlot, goSlot, outlookSlot } from './settings';
import { directoryState, syncAllIn } from './state';
import { whyPerson } from './why-person';
import { lengthOf } from './wording';

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
    [DO.show]: entry((desk) => shown(desk)),
    [DO.look]: entry(look),
    [DO.go]: entry(go),
    [DO.syncAll]: entry(syncAll),
    [DO.again]: entry(again),
    [DO.why]: entry(why),
  };
}

function shown(desk: DirectoryDesk, notice: string | null = null): Answer {
  const state = directoryState(desk);
  return state.ok
    ? restarts(peopleCard(state.value, desk), notice)
    : restarts(failureCard(state.failure, DO.show), notice);
}

/** Reads both sides. Where the click is too short for that, a run is asked to: it stops before it writes. */
function look(desk: DirectoryDesk): Answer {
  const place = slot(desk.store, outlookSlot);
  const found = prospect({ ...desk, directory: hurried(desk) }, desk.clock.now());
  if (!found.ok && found.failure.kind === 'timed-out' && found.failure.service === HURRY)
    return started(desk, 'There are many people: a run reads them. Refresh in a few minutes.');
  if (!found.ok) return shows(failureCard(found.failure, DO.look));
  const { plan, hold } = found.value;
  if (hold) {
    const kept = place.write(outlookOf(plan, hold, instantAt(desk.clock.now())));
    return kept.ok ? shown(desk) : shows(failureCard(kept.failure, DO.look));
  }
  if (place.read().kind === 'nothing') return pushes(previewCard(previewOf(plan)));
  place.clear();
  return started(desk, 'Nothing holds the sync any more: it goes on.');
}

const HURRY = 'directory listing';

/** Gives up between two pages when the click runs out of time. */
const hurried = ({
  directory,
  deadline,
}: DirectoryDesk): Pick<DirectoryDesk['directory'], 'users'> => ({
  users: (pageToken) =>
    deadline.left() > 0 ? directory.users(pageToken) : fail({ kind: 'timed-out', service: HURRY }),
});

const CANNOT_START =
  'Google lets no run begin just now: it begins with the next one that is planned.';

/** A run may begin, and even end, within the click: then the card says how it stands, and the notice would be late. */
function started(desk: DirectoryDesk, notice: string): Answer {
  const begun = desk.start();
  const state = directoryState(desk);
  const kind = state.ok ? state.value.kind : null;
  if (kind === 'running') return shown(desk, 'It is under way.');
  if (kind === 'waiting' || kind === 'never') return shown(desk, begun.ok ? notice : CANNOT_START);
  return shown(desk, kind === 'done' && begun.ok ? 'Done.' : null);
}

/** To what was seen, and to nothing that came since. */
function go(desk: DirectoryDesk, inputs: Inputs, { email }: Caller): Answer {
  const outlook = valueOr(slot(desk.store, outlookSlot).read(), null);
  if (!outlook) return shown(desk, 'Nothing waits for a decision any more.');
  if (outlook.at !== inputOf(inputs, AT_PARAMETER))
    return shown(desk, 'It changed meanwhile. Please look once more.');
  if (outlook.hold.kind === 'empty-listing') return shown(desk);
  const kept = slot(desk.store, goSlot).write({
    at: instantAt(desk.clock.now()),
    by: email,
    deactivations: outlook.deactivations,
  });
  return kept.ok
    ? started(desk, 'It begins within minutes.')
    : shows(failureCard(kept.failure, DO.show));
}

function syncAll(desk: DirectoryDesk, _inputs: Inputs, { email }: Caller): Answer {
  const allowed = syncAllIn(desk);
  if (allowed.kind === 'locked')
    return shown(desk, `Sync all users is possible again in ${lengthOf(allowed.leftMs)}.`);
  const state = directoryState(desk);
  if (state.ok && (state.value.kind === 'waiting' || state.value.kind === 'running'))
    return shown(desk, 'A run is on its way already.');
  const kept = slot(desk.store, askSlot).write({ at: instantAt(desk.clock.now()), by: email });
  return kept.ok
    ? started(desk, 'It begins within minutes.')
    : shows(failureCard(kept.failure, DO.show));
}

/** After a run that failed: that is no use of the day's share. */
function again(desk: DirectoryDesk): Answer {
  const state = directoryState(desk);
  return state.ok && state.value.kind === 'failed'
    ? started(desk, 'It is tried again within minutes.')
    : shown(desk);
}

function why(desk: DirectoryDesk, inputs: Inputs): Answer {
  const address = inputOf(inputs, WHO_INPUT).trim();
  if (address === '') return notices('Type the address of a person.');
  const problems = desk.problems.load();
  if (!problems.ok) return shows(failureCard(problems.failure, DO.show));
  const isApproved = slot(desk.store, goSlot).read().kind === 'value';
  const found = whyPerson(desk, address, { problems: problems.value, isApproved });
  return found.ok ? pushes(whyCard(found.value)) : shows(failureCard(found.failure, DO.show));
}
