/** What somebody may do as an administrator. Google is asked in every execution that depends on it. */
import { nullable, object, picklist, string } from 'valibot';
import type { Role } from '../card/action';
import { mayReadLog } from '../google/administrators';
import { ownAccount } from '../google/directory';
import type { AdminAccount } from '../install/ports';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import type { Execution } from './execution';

/** A super administrator is an owner; one whose role may read users, an operator. */
export const roleIn = ({ isAdmin, isDelegatedAdmin }: AdminAccount): Role | null =>
  isAdmin ? 'owner' : isDelegatedAdmin ? 'operator' : null;

/**
 * The caller's role in their own organization; null for somebody who is not an administrator. An administrator who may read the
 * log but no users is an auditor. Google is asked once an execution.
 */
export function roleOf(execution: Execution): Result<Role | null, Failure> {
  const known = asked.get(execution.deadline);
  if (known) return known;
  const role = askRole(execution);
  asked.set(execution.deadline, role);
  if (role.ok) remember(execution, role.value);
  return role;
}

/** Keyed by deadline: an execution has only one, even if its other facts are put together again. */
const asked = new WeakMap<object, Result<Role | null, Failure>>();

function askRole({ caller, tenant }: Execution): Result<Role | null, Failure> {
  const account = ownAccount(caller.email);
  if (account.ok) {
    const isForeign = tenant !== null && tenant.customerId !== account.value.customerId;
    return ok(isForeign ? null : roleIn(account.value));
  }
  if (account.failure.kind !== 'not-directory-admin') return account;
  if (tenant === null) return ok(null);
  const mayRead = mayReadLog(caller.email, tenant.customerId);
  // Reading users was already refused. If the log cannot be read either, that adds no right.
  return ok(mayRead.ok && mayRead.value ? 'auditor' : null);
}

interface Remembered {
  readonly customerId: string;
  readonly role: Role | null;
}

const rememberedSlot = (own: StringStore): Slot<Remembered> =>
  slot(own, {
    key: 'role',
    version: 1,
    decode: decoderOf<Remembered>(
      object({ customerId: string(), role: nullable(picklist(['auditor', 'operator', 'owner'])) }),
    ),
    isShort: true,
  });

function remember({ own, tenant }: Execution, role: Role | null): void {
  if (tenant === null) return;
  const place = rememberedSlot(own);
  const known = valueOr(place.read(), null);
  if (known?.customerId === tenant.customerId && known.role === role) return;
  // If it cannot be saved, it is asked for again.
  void place.write({ customerId: tenant.customerId, role });
}

/** The role that the caller had when Google last said. Only for showing them why Google does not say now. */
export function lastRoleOf({ own, tenant }: Execution): Role | null {
  const known = valueOr(rememberedSlot(own).read(), null);
  return known !== null && known.customerId === tenant?.customerId ? known.role : null;
}
