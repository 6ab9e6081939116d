/** From a button's name to the feature that answers it, and whether the caller may. */
import {
  pushes,
  type ActionEntry,
  type Answer,
  type Caller,
  type Inputs,
  type Role,
} from '../card/action';
import { ownAccount } from '../google/directory';
import { takeOverCard } from '../install/account-cards';
import type { Tenant } from '../install/tenant';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { answer } from './action-door';
import type { Execution } from './execution';
import { FEATURES } from './features';

/** Does what a button asks for, in the caller's name. Only the feature that it belongs to is handed anything. */
export function act(execution: Execution, name: string, inputs: Inputs): Answer {
  const feature = FEATURES.find((one) => name.startsWith(`${one.name}.`));
  const entry = entryOf(feature?.actions(execution) ?? {}, name);
  const { caller, tenant } = execution;
  const isElsewhere =
    entry?.reach === 'workbook' && tenant !== null && tenant.syncAccount !== caller.email;
  return answer({
    entry: isElsewhere ? takesOver(tenant, caller) : entry,
    caller,
    inputs,
    role: () => roleOf(execution),
  });
}

const entryOf = (
  actions: Readonly<Record<string, ActionEntry>>,
  name: string,
): ActionEntry | null =>
  Object.prototype.hasOwnProperty.call(actions, name) ? actions[name]! : null;

/** Only an administrator is asked whether to take the sync account's place. */
const takesOver = (tenant: Tenant, { email }: Caller): ActionEntry => ({
  for: 'operator',
  run: () => pushes(takeOverCard(tenant, email)),
});

/** Asked anew each time, and only for the caller's own organization; null for somebody who is no administrator. */
export function roleOf({ caller, tenant }: Execution): Result<Role | null, Failure> {
  const account = ownAccount(caller.email);
  if (!account.ok) return account.failure.kind === 'not-directory-admin' ? ok(null) : account;
  const { customerId, isAdmin, isDelegatedAdmin } = account.value;
  if (tenant !== null && tenant.customerId !== customerId) return ok(null);
  if (isAdmin) return ok('owner');
  return ok(isDelegatedAdmin ? 'owner' : null);
}
