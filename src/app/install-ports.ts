/** What installing needs, in the caller's name, and what checks on the installation need, in the sync account's. */
import type { Caller } from '../card/action';
import { delegationSections } from '../connection/cards';
import { CONNECTION } from '../connection/names';
import { superAdministrators } from '../google/administrators';
import { clock } from '../google/clock';
import { findColleagues } from '../google/colleagues';
import { firstPeople, ownAccount } from '../google/directory';
import { license, LICENSE_SCOPE } from '../google/license';
import { sendMail } from '../google/mail';
import { serviceProofs } from '../google/service-proofs';
import { consentUrl, missingScopes, webAppUrl } from '../google/session';
import { startRecurring, TRIGGER_DOORS } from '../google/triggers';
import { ensureWorkbook } from '../google/workbook-file';
import { shareWorkbook, unshareWorkbook, workbookInPlace } from '../google/workbook-sharing';
import type { InstallParts } from '../install/actions';
import type { InstallRunPorts } from '../install/checkup';
import { fullReport } from '../install/checks';
import { environmentOf, environmentSlot } from '../install/environment';
import { dailyChecksSlot, noChecksYet } from '../install/daily-checks';
import { healthAfterRun } from '../install/health';
import type { InstallPorts, License } from '../install/ports';
import { requestBook } from '../install/request';
import type { Surroundings } from '../install/surroundings';
import type { Failure } from '../kit/failure';
import { fail, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { FORMS_VERSION, formsSlot } from '../records/form-carry-over';
import { APP_NAME } from './audit-ports';
import { customerOf, proofsFor, servesOthers } from './connection-ports';
import type { Execution } from './execution';
import { healthOf, lastRunOf, noteHealth, noteRanNow } from './health-notes';
import type { Mounted } from './mounted';
import { delegationNeeds, manifestScopes } from './needs';
import { lastRoleOf } from './roles';
import { mySlot } from './remembered-caller';
import { newRound, type Round } from './round';
import { inOffice, setUpProofs } from './set-up-proofs';
import {
  accountInUse,
  askingAccount,
  projectNumber,
  publicAccount,
  tokens,
} from './service-account';
import { SHEET_FORMS } from './workbook-tables';

export function installPorts(execution: Execution, features: readonly Mounted[]): InstallParts {
  const { tenant, tenants, own, shared, caller } = execution;
  const [first] = features.flatMap(({ jobs }) => jobs);
  return {
    ports: proofPorts(execution, features),
    tenants,
    own,
    clock,
    around: surroundings(execution, features),
    saved: () =>
      tenant === null ? tenants.byDomain(caller.domain) : tenants.byCustomer(tenant.customerId),
    saveEnvironment(environment) {
      const id = customerOf(execution)();
      return id === null
        ? fail({ kind: 'not-directory-admin', account: caller.email })
        : environmentSlot(shared, id).write(environment);
    },
    health: (of) => healthOf(shared, of),
    noteHealth: (of, change) => void noteHealth(shared, of, change),
    requests: requestBook(shared, clock.now),
    colleagues: (typed) => findColleagues(typed, caller.email),
    sendMail,
    lastRun: (of) => lastRunOf(shared, of),
    firstJob: first?.name ?? null,
    acceptRestored: () =>
      tenant === null
        ? fail({ kind: 'not-installed' })
        : newRound(execution, tenant, execution.deadline).book.records.acceptRestored(),
    dailyChecks: (of) => dailyChecksSlot(shared, of.customerId),
    noteStart(of) {
      // If it cannot be kept, the first look makes the checks once more.
      void dailyChecksSlot(shared, of.customerId).write(noChecksYet(clock.now()));
      noteHealth(shared, of, (before, at) => healthAfterRun({ ...before, ranAt: null }, at));
      noteRanNow(of);
      const { userId, email } = caller;
      // This way their organization is found even if their domain changes before the first run.
      if (userId !== null) void mySlot(own).write({ userId, email, customerId: of.customerId });
    },
  };
}

function proofPorts(
  execution: Pick<Execution, 'caller' | 'shared' | 'tenant'>,
  features: readonly Mounted[],
): InstallPorts {
  const { caller, shared, tenant } = execution;
  const customerId = customerOf(execution);
  return {
    account: () => ownAccount(caller.email),
    license: () => licenseFor(caller, shared, customerId()),
    wantedScopes: () => manifestScopes(features),
    missingScopes: () => missingScopes(manifestScopes(features)),
    delegation: () =>
      proofsFor(caller, accountInUse(shared, customerId()), delegationNeeds(features)),
    services: () => serviceProofs(caller.email),
    directory: () => firstPeople(caller.email),
    workbook(customerId, knownId) {
      const known = knownId === null ? {} : { knownId };
      const found = ensureWorkbook({ customerId, title: APP_NAME, sheets: SHEET_FORMS, ...known });
      // If the version of its sheets cannot be noted, the first run finds it out.
      if (found.ok && found.value.isNew)
        void slot(shared, formsSlot(found.value.id)).write(FORMS_VERSION);
      return found;
    },
    superAdministrators: () => superAdministrators(caller.email),
    share: shareWorkbook,
    unshare: unshareWorkbook,
    inOffice: (administrator) => inOffice(administrator, caller),
    setUp: () => (tenant === null ? null : setUpProofs(tenant, caller)),
    startRunner: () => startRecurring(TRIGGER_DOORS.runner),
  };
}

/** The license of the listing, as far as it covers this account. */
function licenseFor(
  { email }: Pick<Caller, 'email'>,
  shared: StringStore,
  customerId: string | null,
): Result<License, Failure> {
  const account = askingAccount(shared, customerId);
  return license({
    applicationId: projectNumber(shared),
    email,
    token: account.ok ? tokens(account.value).ownToken([LICENSE_SCOPE]) : account,
  });
}

export const installRunPorts = (
  { tenant, execution: { shared } }: Round,
  features: readonly Mounted[],
): InstallRunPorts => ({
  inOffice: () => inOffice(tenant.syncAccount, tenant.syncAccount),
  license: () => licenseFor(tenant.syncAccount, shared, tenant.customerId),
  workbook: () => workbookInPlace(tenant.workbookId),
  account: tenant.syncAccount.email,
  report() {
    const caller = { ...tenant.syncAccount, domain: tenant.domain };
    return fullReport(proofPorts({ caller, shared, tenant }, features), caller.email);
  },
  checks: dailyChecksSlot(shared, tenant.customerId),
  clock,
});

function environmentAround(
  execution: Execution,
): Pick<Surroundings, 'environment' | 'clientId' | 'leave'> {
  const { shared } = execution;
  const customerId = customerOf(execution);
  return {
    environment: () => environmentOf(shared, customerId()),
    clientId() {
      const account = publicAccount(shared, customerId());
      return account.ok ? account.value.clientId : null;
    },
    leave: CONNECTION.askLeave,
  };
}

const surroundings = (execution: Execution, features: readonly Mounted[]): Surroundings => ({
  ...environmentAround(execution),
  nowMs: clock.now,
  adminPage: webAppUrl(),
  marketplace: `https://workspace.google.com/marketplace/app/tandem/${projectNumber(execution.shared)}`,
  authorization: consentUrl,
  delegation: (proofs) =>
    delegationSections({
      account: publicAccount(execution.shared, customerOf(execution)()),
      needs: delegationNeeds(features),
      proofs,
      offersOwn: !servesOthers(execution),
    }),
  placeOf(feature) {
    const place = features.find(({ name }) => name === feature)?.places[0];
    return place && place.isAlways !== true
      ? { text: `Go to ${place.title}`, action: place.action }
      : null;
  },
  steps() {
    const { tenant, tenants, caller } = execution;
    if (lastRoleOf(execution) === 'auditor') return [];
    // The button that was just pressed may have set the organization up.
    const now = { ...execution, tenant: tenant ?? valueOr(tenants.byDomain(caller.domain), null) };
    return features.flatMap(({ step }) =>
      step === null ? [] : [{ text: step.text, action: step.action, isDone: step.isDone(now) }],
    );
  },
  next: features
    .filter(({ jobs }) => jobs.length > 0)
    .flatMap(({ places }) => places.filter(({ isForLater }) => isForLater !== true))
    .map(({ title, action }) => ({ text: `Go to ${title}`, action })),
});
