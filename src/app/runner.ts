/** What recurring triggers do for an organization, in its sync account's name. */
import { scriptCache } from '../google/cache';
import { findAccount } from '../google/administrators';
import { clock } from '../google/clock';
import { LIMITS } from '../google/limits';
import {
  findingOf,
  healthAfter,
  healthAfterLook,
  healthAfterRun,
  healthWithout,
  isLookDue,
} from '../install/health';
import { tenantKey, type Tenant } from '../install/tenant';
import type { Failure } from '../kit/failure';
import { ok } from '../kit/result';
import { valueOr } from '../kit/slot';
import { noteDecision, waitingDecisions } from './decision-notes';
import { leaveWhenDone } from './leave-when-done';
import { entryOf, featureOf, placeOf } from './entries';
import { inNameOf, type Execution } from './execution';
import { healthOf, noteHealth, noteRanNow } from './health-notes';
import { listTroubles, mailTroubles } from './health-news';
import type { Mounted, MountedJob } from './mounted';
import { roleIn } from './roles';
import { newRound, runJob, type Round } from './round';
import { noteRowProblems } from './row-problems';
import { adminWishes } from './wishes/admin-wish';
import { boardsOf } from './wishes/boards';
import { carryOutWishes, showBoards, type Carrying, type Found } from './wishes/carry-out';

type Features = readonly Mounted[];
type Running = Execution & { readonly tenant: Tenant };

/**
 * Does everything that is due, in one execution, in the order of the features: people come first, because calendars depend on
 * them. Before that, it carries out what other administrators asked for; after that, it checks health. It notes what the next
 * run need not read after the last write. Boards and mails come last.
 */
export function runOrganization(features: Features, execution: Running): void {
  const carrying = carryingFor(features, execution);
  const changed = carryOutWishes(carrying);
  const tenant = savedTenant(execution);
  const round = newRound({ ...execution, tenant }, tenant, execution.deadline);
  if (tenant.stop !== null) {
    noteCame(execution, tenant);
    return showBoards(carrying, changed);
  }
  const carried = round.book.records.carryOver();
  if (!carried.ok) return noteUnready(round, carried.failure);
  for (const feature of features) {
    for (const job of feature.jobs) runWhenDue(round, feature, job);
    lookAtHealth(round, feature);
  }
  leaveWhenDone(round, execution);
  noteCame(execution, tenant);
  listTroubles(round);
  // What could not be noted about rows is found again by the next run that reads them.
  void noteRowProblems(round.book, clock);
  // If it cannot be remembered, the next run reads the rows again.
  void round.book.settle();
  showBoards(carrying, changed);
  mailTroubles(round);
}

function noteCame({ shared }: Running, tenant: Tenant): void {
  noteHealth(shared, tenant, healthAfterRun);
  noteRanNow(tenant);
}

/** Nothing runs on a workbook that has not been carried over, because everybody in it would seem to be off. */
function noteUnready({ execution, tenant }: Round, failure: Failure): void {
  const findings = [findingOf(failure)];
  noteHealth(execution.shared, tenant, (before, at) =>
    healthAfter(before, { feature: 'install', part: 'workbook', findings }, at),
  );
}

/** The organization's record as it is now. */
const savedTenant = ({ tenants, tenant }: Running): Tenant =>
  valueOr(tenants.byCustomer(tenant.customerId), tenant);

/** The same, with what others may have changed since this execution began. */
function tenantNow(execution: Running): Tenant {
  execution.shared.forget?.([tenantKey(execution.tenant.customerId)]);
  return savedTenant(execution);
}

function runWhenDue(round: Round, { name: feature }: Mounted, job: MountedJob): void {
  const { tenant, execution } = round;
  const part = job.name;
  const due = job.due(round);
  if (!due.ok) {
    const findings = [findingOf(due.failure)];
    noteHealth(execution.shared, tenant, (before, at) =>
      healthAfter(before, { feature, part, findings }, at),
    );
    return;
  }
  if (due.value.kind === 'due') runJob(round, due.value.job);
  if (due.value.kind === 'off')
    noteHealth(execution.shared, tenant, (before, at) =>
      healthWithout(before, { feature, part }, at),
    );
}

function lookAtHealth(round: Round, { name: feature, health }: Mounted): void {
  if (health === null) return;
  const { everyMs } = health;
  const { shared } = round.execution;
  if (!isLookDue(healthOf(shared, round.tenant), { feature, everyMs }, clock.now())) return;
  const findings = health.findings(round);
  noteHealth(shared, round.tenant, (before, at) =>
    healthAfterLook(before, { feature, everyMs }, findings, at),
  );
}

/** What carries out other administrators' wishes in the sync account's name. */
function carryingFor(features: Features, execution: Running): Carrying {
  const { shared, tenant, caller } = execution;
  const { customerId } = tenant;
  let noted = 0;
  return {
    wishes: adminWishes(shared, customerId),
    boards: boardsOf(scriptCache(LIMITS.CACHE_SECONDS), customerId),
    clock,
    runner: caller,
    // An earlier wish may have changed the organization's record.
    find(action, by) {
      noted = waitingDecisions(shared, customerId).length;
      const now = { ...execution, tenant: tenantNow(execution) };
      return findWished(features, by === null ? now : inNameOf(now, by), action);
    },
    roleNow(userId) {
      const account = findAccount(userId, caller.email);
      if (!account.ok) return account;
      const { value } = account;
      const isOurs = value !== null && value.customerId === customerId && !value.isSuspended;
      return ok(isOurs ? roleIn(value) : null);
    },
    note(wish, outcome, decided) {
      // A saved setting or a switch has already been noted in more detail.
      if (waitingDecisions(shared, customerId).length > noted) return;
      const title = placeOf(features, wish.action)?.title ?? wish.action;
      const asked = { title, change: `Asked for: ${outcome}` };
      noteDecision(shared, customerId, decided ?? asked, wish.by);
    },
  };
}

function findWished(features: Features, execution: Execution, action: string): Found | null {
  const feature = featureOf(features, action);
  const entry = entryOf(features, execution, action);
  if (feature === null || entry === null || entry.reach !== 'workbook') return null;
  const place = feature.places.find((one) => {
    const shown = entryOf(features, execution, one.action);
    return shown?.reach === 'workbook' && shown.isRead;
  });
  return { feature: feature.name, entry, place: place ?? null };
}
