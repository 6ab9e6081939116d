/** Finds the feature that answers a button, and checks whether the caller may press it. */
import { notices, type ActionEntry, type Answer, type Inputs, type Role } from '../card/action';
import { scriptCache } from '../google/cache';
import { clock } from '../google/clock';
import { LIMITS } from '../google/limits';
import { isLate } from '../install/standing';
import { isSyncAccount, type Tenant } from '../install/tenant';
import { instantAt } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { answer } from './action-door';
import { noteDecision } from './decision-notes';
import { entryOf, featureOf, isAlwaysOpen, isPlace, placeOf } from './entries';
import type { Execution } from './execution';
import { lastRunOf } from './health-notes';
import type { Mounted } from './mounted';
import { lastRoleOf, roleOf } from './roles';
import { adminWishes } from './wishes/admin-wish';
import { askFor } from './wishes/ask';
import { boardsOf, type Boards } from './wishes/boards';
import { outcomeCard } from './wishes/cards';

export interface Press {
  readonly features: readonly Mounted[];
  readonly execution: Execution;
  readonly action: string;
  readonly inputs: Inputs;
}

/**
 * Does what a button asks for, in the caller's name. If only the sync account can reach what is needed, and another
 * administrator presses, the sync account is asked to do it.
 */
export function act(press: Press): Answer {
  const { features, execution, action, inputs } = press;
  const { caller, tenant } = execution;
  const entry = entryOf(features, execution, action);
  const role = () => roleFor(press);
  if (entry === null || tenant === null) return answer({ entry, caller, inputs, role });
  const boards = boardsOf(scriptCache(LIMITS.CACHE_SECONDS), tenant.customerId);
  if (isSyncAccount(tenant, caller)) {
    const done = answer({ entry, caller, inputs, role });
    noteDecided(execution, tenant, done);
    leaveBoard(press, entry, done, boards);
    return done;
  }
  const shown = answer({
    entry: entry.reach === 'workbook' ? asking(press, entry, tenant, boards) : entry,
    caller,
    inputs,
    role,
  });
  noteDecided(execution, tenant, shown);
  return withOutcome(press, shown, boards);
}

function noteDecided({ shared, caller }: Execution, tenant: Tenant, { decided }: Answer): void {
  if (decided) noteDecision(shared, tenant.customerId, decided, caller);
}

/** While Google does not say who is an administrator, pages that show what is wrong are for whoever was one when last checked. */
function roleFor({ features, execution, action }: Press): Result<Role | null, Failure> {
  const role = roleOf(execution);
  if (role.ok || !isAlwaysOpen(features, action)) return role;
  const last = lastRoleOf(execution);
  return last === null ? role : ok(last);
}

/** The entry for somebody who has to ask the sync account. */
const asking = (press: Press, entry: ActionEntry, tenant: Tenant, boards: Boards): ActionEntry => ({
  for: entry.for === 'everyone' ? 'auditor' : entry.for,
  run(inputs, { userId, email }) {
    const { features, execution, action } = press;
    const role = roleOf(execution);
    const place = placeOf(features, action);
    if (userId === null || place === null || !role.ok || role.value === null)
      return notices('Google does not say who you are right now. Try again in a moment.');
    const { everyMinutes } = tenant;
    return askFor(
      {
        wishes: adminWishes(execution.shared, tenant.customerId),
        boards,
        clock,
        everyMinutes,
        stoppedSince: stoppedSince(execution, tenant),
        place,
      },
      { action, entry, inputs, by: { userId, email }, role: role.value },
    );
  },
});

function stoppedSince({ shared }: Execution, tenant: Tenant): string | null {
  const lastRun = lastRunOf(shared, tenant);
  if (lastRun === null) return null;
  const { everyMinutes } = tenant;
  const { at, isExact } = lastRun;
  return isLate(at, { everyMinutes, isExact }, clock.now()) ? at : null;
}

/** Other administrators may be shown what the sync account sees. After it changes something, the old board is dropped. */
function leaveBoard(
  press: Press,
  entry: ActionEntry,
  { card, table }: Answer,
  boards: Boards,
): void {
  if (entry.reach !== 'workbook') return;
  const { features, action } = press;
  if (entry.isRead && card !== null)
    boards.post(action, { at: instantAt(clock.now()), card, table });
  const place = placeOf(features, action);
  if (!entry.isRead && place !== null) boards.drop(place.action);
}

/** Tells the caller the outcome of their last wish when they come back to the place where they asked. */
function withOutcome(press: Press, shown: Answer, boards: Boards): Answer {
  const { features, execution, action } = press;
  const { userId } = execution.caller;
  const feature = featureOf(features, action);
  if (userId === null || feature === null || shown.card === null) return shown;
  if (!isPlace(features, action)) return shown;
  const outcome = boards.takeOutcome(userId, feature.name);
  if (outcome === null) return shown;
  const card = outcome.card === null ? shown.card : outcomeCard(outcome.card, action);
  return { ...shown, card, notice: outcome.notice ?? shown.notice };
}
