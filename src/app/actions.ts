/** The closed table of everything a button can do, and who may. */
import { auditActions } from '../audit/actions';
import type { OpenFile } from '../audit/ports';
import { calendarActions } from '../calendar/panel/actions';
import { CALENDAR } from '../calendar/panel/action-names';
import {
  pushes,
  shows,
  type ActionEntry,
  type Actions,
  type Answer,
  type Caller,
  type Inputs,
} from '../card/action';
import { connectionCard } from '../connection/cards';
import { publishedAccount } from '../connection/key-file';
import { directoryActions } from '../directory/actions';
import { ownAccount } from '../google/directory';
import { takeOverCard } from '../install/account-cards';
import { installActions } from '../install/actions';
import type { Tenant } from '../install/tenant';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { answered } from './action-door';
import { auditPorts } from './audit-ports';
import { calendarPorts } from './calendar-ports';
import { directoryDesk } from './directory-desk';
import type { Execution } from './execution';
import { installParts, proofsFor } from './install';
import { delegationNeeds } from './needs';
import { publicAccount } from './service-account';

export const CONNECTION = { show: 'connection.show' } as const;

/** Whether an action needs the workbook, which the sync account alone reaches. */
const needsWorkbook = (name: string): boolean =>
  name.startsWith('directory.') || ADMIN_CALENDAR.includes(name);

const ADMIN_CALENDAR: readonly string[] = [
  CALENDAR.admin,
  CALENDAR.switchOn,
  CALENDAR.switchOff,
  CALENDAR.saveSettings,
];

/** Does what a button asks for, in the caller's name. */
export function act(
  execution: Execution,
  name: string,
  inputs: Inputs,
  openFile: OpenFile | null = null,
): Answer {
  const { caller, tenant } = execution;
  const isElsewhere = needsWorkbook(name) && tenant !== null && tenant.syncAccount !== caller.email;
  const actions = isElsewhere
    ? { [name]: takesOver(tenant, caller) }
    : actionsOf(execution, openFile);
  return answered({ actions, caller, isAdmin: () => isAdmin(execution) }, name, inputs);
}

/** Only an administrator is asked whether to take the sync account's place. */
const takesOver = (tenant: Tenant, { email }: Caller): ActionEntry => ({
  for: 'admin',
  run: () => pushes(takeOverCard(tenant, email)),
});

const actionsOf = (execution: Execution, openFile: OpenFile | null): Actions => ({
  ...installActions(installParts(execution)),
  ...connectionActions(execution),
  ...directoryActions(() => deskOf(execution)),
  ...calendarActions(calendarPorts(execution)),
  ...auditActions(auditPorts(execution, openFile)),
});

const connectionActions = ({ caller, shared }: Execution): Actions => ({
  [CONNECTION.show]: {
    for: 'admin',
    run: () =>
      shows(
        connectionCard({
          account: publicAccount(shared),
          needs: delegationNeeds(),
          proofs: proofsFor(caller, publishedAccount(shared)),
        }),
      ),
  },
});

function deskOf(execution: Execution): Result<ReturnType<typeof directoryDesk>, Failure> {
  const { tenant } = execution;
  return tenant === null ? fail({ kind: 'not-installed' }) : ok(directoryDesk(execution, tenant));
}

/** Asked anew each time, and only for the caller's own organisation. */
export function isAdmin({ caller, tenant }: Execution): Result<boolean, Failure> {
  const account = ownAccount(caller.email);
  if (!account.ok) return account.failure.kind === 'not-directory-admin' ? ok(false) : account;
  const { customerId, isAdmin: isSuper, isDelegatedAdmin } = account.value;
  return ok((isSuper || isDelegatedAdmin) && (tenant === null || tenant.customerId === customerId));
}
