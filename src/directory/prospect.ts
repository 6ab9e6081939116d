/** What a run would do: reads both sides and plans, and writes nothing. The first half of a run, and all of a preview. */
import type { Failure } from '../kit/failure';
import { readAll } from '../kit/pages';
import { fail, ok, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { decisionBook } from '../runs/decision-book';
import { deactivationsIn, planHold, type Approval, type Hold } from './brakes';
import { isDamagedId } from './damaged-id';
import { directoryDecision } from './hold';
import { plan, type Plan } from './plan';
import type { Directory, DirectoryUser, Employees } from './ports';
import { EVERYONE, lostUnit, scopeSlot, type Scope } from './scope';
import { lastSlot, NEVER } from './settings';

export interface Prospect {
  readonly users: readonly DirectoryUser[];
  readonly plan: Plan;
  readonly hold: Hold | null;
}

export interface ProspectPorts {
  readonly directory: Directory;
  readonly employees: Pick<Employees, 'load'>;
  readonly store: StringStore;
}

/**
 * Fails with `directory-partly-readable` when the listing shows only a part of the organization, and with `org-unit-lost` when
 * nobody is any more in an org unit by which it is decided who takes part.
 *
 * @param tried who would take part; without it, what is saved counts.
 */
export function prospect(
  ports: ProspectPorts,
  nowMs: number,
  tried?: Scope,
): Result<Prospect, Failure> {
  const scope = tried === undefined ? scopeIn(ports.store) : ok(tried);
  if (!scope.ok) return scope;
  const listing = readAll((pageToken) => ports.directory.users(pageToken));
  if (!listing.ok) return listing;
  const { items: users } = listing.value;
  const whole = confirmWhole(users, ports.directory);
  if (!whole.ok) return whole;
  const unit = lostUnit(users, scope.value);
  if (unit !== null) return fail({ kind: 'org-unit-lost', unit });
  const employees = ports.employees.load();
  if (!employees.ok) return employees;
  const planned = plan(users, employees.value, scope.value);
  const confirmed = confirmGone(planned, ports.directory);
  if (!confirmed.ok) return confirmed;
  return ok({ users, plan: planned, hold: planHold(planned, approvalIn(ports.store, nowMs)) });
}

/** Who takes part. Fails where that cannot be read: more people than were chosen would come in. */
export function scopeIn(store: StringStore): Result<Scope, Failure> {
  const saved = slot(store, scopeSlot).read();
  return saved.kind === 'unreadable'
    ? fail({ kind: 'saved-data-unreadable', key: scopeSlot.key })
    : ok(valueOr(saved, EVERYONE));
}

/** Google silently shows an account only the org units that its role covers. Everybody else would look gone. */
const confirmWhole = (
  users: readonly DirectoryUser[],
  directory: Directory,
): Result<null, Failure> =>
  users.length === 0 || users.some(({ isAdmin }) => isAdmin === true)
    ? ok(null)
    : directory.confirmWholeView();

/** How many people who seem gone are looked up by id. Usually that is all of them; of more, some from all over the list. */
const MOST_CONFIRMED = 30;

/** A part of the organization may include a super administrator. But a lookup by id is refused for somebody out of sight; for somebody gone it finds nothing. */
function confirmGone({ operations }: Plan, directory: Directory): Result<null, Failure> {
  const ids = deactivationsIn(operations).flatMap(({ reason, employee: { googleId } }) =>
    reason === 'gone' && googleId !== null && !isDamagedId(googleId) ? [googleId] : [],
  );
  for (const id of spread(ids, MOST_CONFIRMED)) {
    const found = directory.find(id);
    if (!found.ok) return found;
    if (found.value) return fail(INCOMPLETE);
  }
  return ok(null);
}

/** At most so many items, evenly spaced. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]!);
}

const INCOMPLETE: Failure = {
  kind: 'unreadable-answer',
  service: 'Admin SDK API',
  reason: 'the list of users lacked somebody whose account exists',
};

function approvalIn(store: StringStore, nowMs: number): Approval {
  const decision = decisionBook(store, directoryDecision);
  const { good } = valueOr(slot(store, lastSlot).read(), NEVER);
  return {
    isBegun: good !== null || decision.standing(nowMs).kind === 'allowed',
    allowance: decision.allowance(nowMs),
  };
}
