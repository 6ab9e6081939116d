import {
  pushes,
  restarts,
  shows,
  watched,
  type ActionEntry,
  type Actions,
  type Answer,
  type Caller,
} from '../card/action';
import type { Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { valueOr, type Slot } from '../kit/slot';
import { changeAccountCard, takeOverCard } from './account-cards';
import { setupCard } from './cards';
import type { CheckName } from './check-names';
import { checkReport, fullReport, isAllGood, type CheckReport } from './checks';
import { checksCard } from './checks-card';
import { cardOf, finalizedCard, type CurrentParts } from './current-card';
import { dailyCard } from './daily-card';
import { forgetDisproved, type DailyChecks } from './daily-checks';
import { wantedDeputy, type Wanted } from './deputy';
import { chooseDeputy, saveDeputy } from './deputy-actions';
import { environmentEntries, type EnvironmentParts } from './environment-actions';
import { authorizeCard, errorCard, rightsCard } from './failure-cards';
import { finalize } from './finalize';
import { LEAST_ROLES } from './least-roles';
import { healthAfterChecks, type Health } from './health';
import { INSTALL, type InstallAction } from './names';
import type { InstallPorts } from './ports';
import { noteArrival, requestEntries, type RequestParts } from './request-actions';
import { stageSlot, type Stage } from './stage';
import { paused, type Stop } from './stop';
import { isSyncAccount, type Tenant, type Tenants } from './tenant';

export interface InstallParts extends RequestParts, CurrentParts, EnvironmentParts {
  /** In the caller's name. */
  readonly ports: InstallPorts;
  readonly tenants: Tenants;
  readonly clock: Clock;
  noteHealth(tenant: Tenant, change: (before: Health) => Health): void;
  dailyChecks(tenant: Tenant): Slot<DailyChecks>;
  /** Notes that a runner was started, so that it is not late from the beginning. */
  noteStart(tenant: Tenant): void;
  /** Goes on with a workbook that was put back to an earlier version. Only who reaches the workbook can. */
  acceptRestored(): Result<null, Failure>;
}

/**
 * Before the organization is set up everyone may press these: finalizing makes nothing before all checks are good. Afterwards
 * they are for its administrators.
 */
export function installActions(parts: InstallParts): Actions {
  const { around } = parts;
  const stage = stageSlot(parts.own);

  const at = (next: Stage, caller: Caller): Answer => {
    // A stage that is not kept is asked for once more.
    void stage.write(next);
    return restarts(cardOf(parts, caller, next));
  };

  /** Also for an organization that is set up already, when a check sends somebody back to step 1. */
  const steps = (email: string): Answer => {
    void stage.write('installing');
    const report = checkReport(parts.ports, email);
    const isAgain = parts.saved().kind !== 'nothing';
    return watched(restarts(setupCard({ kind: 'installing', report, isAgain }, around)));
  };

  const finish = (caller: Caller, how: { takesOver: boolean; deputy: Wanted }): Answer => {
    void stage.write('finalizing');
    const outcome = finalize({ ...parts, caller, ...how });
    if (outcome.kind === 'complete') {
      stage.clear();
      parts.requests.clear(caller.domain);
      parts.noteStart(outcome.tenant);
    }
    const answer = restarts(finalizedCard(outcome, caller, around));
    return outcome.kind === 'complete' ? answer : watched(answer);
  };

  const entries: Readonly<Record<InstallAction, Omit<ActionEntry, 'for'>>> = {
    [INSTALL.open]: { run: (_, caller) => opened(parts, caller) },
    [INSTALL.begin]: { run: (_, caller) => at('asking-role', caller) },
    [INSTALL.administrator]: { run: (_, { email }) => steps(email) },
    [INSTALL.ask]: { run: (_, caller) => at('ask', caller) },
    ...requestEntries(parts, () => stage.clear()),
    ...environmentEntries(parts, {
      steps: ({ email }) => steps(email),
      home: (caller) => cardOf(parts, caller),
    }),
    [INSTALL.finalize]: {
      run: (inputs, caller) => finish(caller, { takesOver: false, deputy: wantedDeputy(inputs) }),
    },
    [INSTALL.takeOver]: {
      run: (inputs, caller) => finish(caller, { takesOver: true, deputy: wantedDeputy(inputs) }),
    },
    [INSTALL.check]: { run: (_, { email }) => check(parts, email) },
    [INSTALL.health]: { run: () => pushes(dailyCard(dailyOf(parts))) },
    [INSTALL.pause]: { run: (_, caller) => setStop(parts, caller, paused(parts.clock.now())) },
    [INSTALL.resume]: { run: (_, caller) => setStop(parts, caller, null) },
    [INSTALL.authorize]: { run: () => pushes(authorizeCard(around.authorization())) },
    [INSTALL.rights]: { run: () => pushes(rightsCard()) },
    [INSTALL.changeAccount]: { run: (_, caller) => changeAccount(parts, caller) },
    [INSTALL.deputy]: { run: () => chooseDeputy(parts) },
    [INSTALL.saveDeputy]: {
      reach: 'workbook',
      run: (inputs, caller) =>
        saveDeputy(parts, inputs, (notice) => restarts(cardOf(parts, caller), notice)),
    },
    [INSTALL.acceptRestored]: {
      reach: 'workbook',
      run: (_, caller) => acceptRestored(parts, caller),
    },
  };
  return forRoles(entries, parts.saved().kind !== 'nothing');
}

const forRoles = (
  entries: Readonly<Record<InstallAction, Omit<ActionEntry, 'for'>>>,
  isSetUp: boolean,
): Actions =>
  Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      name,
      { ...entry, for: isSetUp ? LEAST_ROLES[name as InstallAction] : 'everyone' },
    ]),
  );

/**
 * Where the caller's organization stands. An administrator who comes from the Marketplace has installed it and need not say so: the steps
 * that are left begin at once (H13, G3).
 */
function opened(parts: InstallParts, caller: Caller): Answer {
  const stage = stageSlot(parts.own);
  noteArrival(parts, caller);
  const isNew = parts.saved().kind === 'nothing' && stage.read().kind === 'nothing';
  const report = isNew ? checkReport(parts.ports, caller.email) : null;
  if (report !== null && ARRIVED.every((name) => isGood(report, name))) {
    void stage.write('installing');
    return watched(restarts(setupCard({ kind: 'installing', report }, parts.around)));
  }
  const answer = restarts(cardOf(parts, caller));
  return parts.saved().kind === 'nothing' && !isNew ? watched(answer) : answer;
}

const ARRIVED = ['administrator', 'marketplace'] as const;

const isGood = ({ checks }: CheckReport, wanted: CheckName): boolean =>
  checks.some(({ name }) => name === wanted) &&
  checks.every(({ name, mark }) => name !== wanted || mark === 'good');

function check(parts: InstallParts, email: string): Answer {
  const report = fullReport(parts.ports, email);
  const tenant = valueOr(parts.saved(), null);
  if (tenant !== null && isAllGood(report)) {
    parts.noteHealth(tenant, healthAfterChecks);
    forgetDisproved(parts.dailyChecks(tenant));
  }
  return shows(checksCard(report));
}

function dailyOf(parts: InstallParts): DailyChecks | null {
  const tenant = valueOr(parts.saved(), null);
  return tenant === null ? null : valueOr(parts.dailyChecks(tenant).read(), null);
}

function changeAccount({ saved, around }: InstallParts, caller: Caller): Answer {
  const tenant = valueOr(saved(), null);
  const isOther = tenant !== null && !isSyncAccount(tenant, caller);
  return pushes(
    isOther
      ? takeOverCard(tenant, caller)
      : changeAccountCard(around, tenant && tenant.syncAccount.email),
  );
}

/** Whoever is disconnected is connected again by finalizing, not by this. */
function setStop(parts: InstallParts, caller: Caller, stop: Stop | null): Answer {
  const tenant = valueOr(parts.saved(), null);
  const isOurs = tenant !== null && tenant.stop?.kind !== 'disconnected';
  const saved = isOurs ? parts.tenants.save({ ...tenant, stop }) : ok(null);
  return saved.ok ? restarts(cardOf(parts, caller)) : shows(errorCard([saved.failure], null));
}

function acceptRestored(parts: InstallParts, caller: Caller): Answer {
  const accepted = parts.acceptRestored();
  return accepted.ok
    ? restarts(cardOf(parts, caller), 'The next run goes on with the workbook as it is.')
    : shows(errorCard([accepted.failure], null));
}
