import {
  pushes,
  restarts,
  shows,
  type ActionEntry,
  type Actions,
  type Answer,
  type Caller,
} from '../card/action';
import type { Clock } from '../kit/clock';
import { valueOr, type Saved } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { unreachable } from '../kit/unreachable';
import { changeAccountCard, takeOverCard } from './account-cards';
import { setupCard } from './cards';
import { checkReport, failuresOf } from './checks';
import { authorizeCard, checksCard, errorCard, rightsCard } from './failure-cards';
import { finalize, type Finalized } from './finalize';
import { INSTALL, type InstallAction } from './names';
import type { InstallPorts } from './ports';
import { stageSlot, type Stage } from './stage';
import { setupState } from './state';
import type { Surroundings } from './surroundings';
import type { Tenant, Tenants } from './tenant';

export interface InstallParts {
  /** In the caller's name. */
  readonly ports: InstallPorts;
  readonly tenants: Tenants;
  /** Kept for the caller alone. */
  readonly own: StringStore;
  readonly clock: Clock;
  readonly around: Surroundings;
  /** Whether the first directory run has ended. */
  isDeployed(tenant: Tenant): boolean;
}

/**
 * Everyone may press these: the checks are what finds out who is an administrator, with the evidence, and finalizing makes
 * nothing before all of them are good.
 */
export function installActions(parts: InstallParts): Actions {
  const { tenants, own, around } = parts;
  const stage = stageSlot(own);

  const at = (next: Stage, caller: Caller): Answer => {
    stage.write(next);
    return restarts(cardOf(parts, caller));
  };

  /** Also for an organization that is set up already, when a check sends somebody back to step 1. */
  const steps = (email: string): Answer => {
    stage.write('installing');
    const report = checkReport(parts.ports, email);
    return restarts(setupCard({ kind: 'installing', report }, around));
  };

  const tenantOf = ({ domain }: Caller): Tenant | null => valueOr(tenants.byDomain(domain), null);

  const finalized = (caller: Caller, takesOver: boolean): Answer => {
    stage.write('finalizing');
    const outcome = finalize({ ...parts, caller, takesOver });
    if (outcome.kind === 'complete') stage.clear();
    return restarts(finalizedCard(outcome, caller, around));
  };

  const changeAccount = (caller: Caller): Answer => {
    const tenant = tenantOf(caller);
    const isOther = tenant !== null && tenant.syncAccount !== caller.email;
    return pushes(
      isOther
        ? takeOverCard(tenant, caller.email)
        : changeAccountCard(around, tenant && tenant.syncAccount),
    );
  };

  const entries: Readonly<Record<InstallAction, ActionEntry['run']>> = {
    [INSTALL.open]: (_, caller) => restarts(cardOf(parts, caller)),
    [INSTALL.begin]: (_, caller) => at('asking-role', caller),
    [INSTALL.administrator]: (_, { email }) => steps(email),
    [INSTALL.ask]: (_, caller) => at('ask', caller),
    [INSTALL.finalize]: (_, caller) => finalized(caller, false),
    [INSTALL.takeOver]: (_, caller) => finalized(caller, true),
    [INSTALL.check]: (_, { email }) => shows(checksCard(checkReport(parts.ports, email))),
    [INSTALL.authorize]: () => pushes(authorizeCard(around.authorization())),
    [INSTALL.rights]: () => pushes(rightsCard()),
    [INSTALL.changeAccount]: (_, caller) => changeAccount(caller),
  };
  return Object.fromEntries(
    Object.entries(entries).map(([name, run]) => [name, { for: 'everyone', run }]),
  );
}

/** The card of where the caller's organization stands. Google is asked only where the card shows what it says (H13). */
export function cardOf({ ports, tenants, own, around, isDeployed }: InstallParts, caller: Caller) {
  const tenant = tenants.byDomain(caller.domain);
  const stage = valueOr(stageSlot(own).read(), null);
  return setupCard(
    setupState({
      tenant,
      stage,
      report: asksGoogle(tenant, stage) ? checkReport(ports, caller.email) : null,
      isDeployed: tenant.kind === 'value' && isDeployed(tenant.value),
    }),
    around,
  );
}

const asksGoogle = (tenant: Saved<Tenant>, stage: Stage | null): boolean =>
  tenant.kind === 'nothing' && (stage === 'installing' || stage === 'finalizing');

function finalizedCard(outcome: Finalized, caller: Caller, around: Surroundings) {
  switch (outcome.kind) {
    case 'refused':
      return errorCard(failuresOf(outcome.report), outcome.report);
    case 'asks-first':
      return takeOverCard(outcome.tenant, caller.email);
    case 'failed':
      return errorCard([outcome.failure], outcome.report);
    case 'complete':
      return setupCard({ kind: 'complete', tenant: outcome.tenant }, around);
    default:
      return unreachable(outcome);
  }
}
