/**
 * Finalizing: all checks, the workbook and its deputy, the organization's record, the runner. Every step finds what an earlier try made, so
 * that pressing the button again, whatever happened, goes on and loses nothing (H38).
 */
import type { Caller } from '../card/action';
import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import { fail, ok, type Result } from '../kit/result';
import { checkReport, isAllGood, type CheckReport } from './checks';
import { deputyAfter, type Wanted } from './deputy';
import type { AdminAccount, InstallPorts } from './ports';
import { isAccount, type Tenant, type Tenants } from './tenant';

export interface FinalizeParts {
  readonly ports: InstallPorts;
  readonly tenants: Tenants;
  readonly clock: Clock;
  readonly caller: Caller;
  /** Whether the caller has agreed to replace another sync account. */
  readonly takesOver: boolean;
  readonly deputy: Wanted;
}

export type Finalized =
  /** Not all checks are good. Nothing was made. */
  | { readonly kind: 'refused'; readonly report: CheckReport }
  /** Another administrator is the sync account: the caller is asked first (H31). Nothing was made. */
  | { readonly kind: 'asks-first'; readonly tenant: Tenant }
  /** A step failed; pressing the button again goes on. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly report: CheckReport }
  /** The caller cannot open the organization's workbook, which they need to take over. Nothing was changed. */
  | { readonly kind: 'no-workbook'; readonly failure: Failure; readonly tenant: Tenant }
  | { readonly kind: 'complete'; readonly tenant: Tenant };

export function finalize(parts: FinalizeParts): Finalized {
  const report = checkReport(parts.ports, parts.caller.email);
  const { account } = report;
  if (account === null || !isAllGood(report)) return { kind: 'refused', report };
  const before = tenantBefore(parts, account);
  if (!before.ok) return { kind: 'failed', failure: before.failure, report };
  const current = before.value;
  const isOther = current !== null && !isAccount(current.syncAccount, personOf(account));
  if (isOther && !parts.takesOver) return { kind: 'asks-first', tenant: current };
  const workbookId = workbookOf(parts.ports, account.customerId, current);
  if (!workbookId.ok && isOther)
    return { kind: 'no-workbook', failure: workbookId.failure, tenant: current };
  if (!workbookId.ok) return { kind: 'failed', failure: workbookId.failure, report };
  const made = makeTenant(parts, { report, account, current, workbookId: workbookId.value });
  return made.ok
    ? { kind: 'complete', tenant: made.value }
    : { kind: 'failed', failure: made.failure, report };
}

const personOf = ({ userId, primaryEmail }: AdminAccount): Person => ({
  userId,
  email: primaryEmail,
});

/** The organization's record, if it has one. Fails when it cannot be read, and when the domain belongs to another organization. */
function tenantBefore(
  { tenants, caller }: FinalizeParts,
  { customerId }: AdminAccount,
): Result<Tenant | null, Failure> {
  const owner = tenants.byDomain(caller.domain);
  if (owner.kind === 'value' && owner.value.customerId !== customerId) return taken(caller.domain);
  const saved = tenants.byCustomer(customerId);
  if (saved.kind === 'unreadable')
    return fail({ kind: 'saved-data-unreadable', key: `tenant.${customerId}` });
  return ok(saved.kind === 'value' ? saved.value : null);
}

interface Found {
  readonly report: CheckReport;
  readonly account: AdminAccount;
  readonly current: Tenant | null;
  readonly workbookId: string;
}

function makeTenant(
  { ports, tenants, clock, caller, deputy }: FinalizeParts,
  { report, account, current, workbookId }: Found,
): Result<Tenant, Failure> {
  const tenant = tenantAfter(current, {
    customerId: account.customerId,
    domain: caller.domain,
    syncAccount: personOf(account),
    deputy: shareWith(ports, workbookId, deputyAfter(deputy, report.deputies, current)),
    workbookId,
    finalizedAt: instantAt(clock.now()),
  });
  const saved = saveWithDomain(tenants, tenant);
  if (!saved.ok) return saved;
  const everyMinutes = ports.startRunner();
  if (!everyMinutes.ok) return everyMinutes;
  const started = { ...tenant, everyMinutes: everyMinutes.value };
  const kept = tenants.save(started);
  return kept.ok ? ok(started) : kept;
}

/** A deputy must be able to open the workbook. If it cannot be shared, the page says that nobody is named. */
const shareWith = (
  ports: Pick<InstallPorts, 'share'>,
  workbookId: string,
  deputy: Person | null,
): Person | null => (deputy !== null && ports.share(workbookId, deputy.email).ok ? deputy : null);

/** An organization that has a workbook keeps it: another would be empty, and what is in the first be lost from sight. */
function workbookOf(
  ports: InstallPorts,
  customerId: string,
  current: Tenant | null,
): Result<string, Failure> {
  const knownId = current === null ? null : current.workbookId;
  const workbook = ports.workbook(customerId, knownId);
  if (!workbook.ok) return workbook;
  const { id } = workbook.value;
  return knownId === null || knownId === id ? ok(id) : fail({ kind: 'forbidden', id: knownId });
}

type Made = Omit<Tenant, 'isCalendarOn' | 'everyMinutes' | 'stop'>;

/** Switch and pause stay as they were; whatever was disconnected is connected again. A runner is only known to run for the sync account that started it. */
const tenantAfter = (current: Tenant | null, made: Made): Tenant => ({
  isCalendarOn: current !== null && current.isCalendarOn,
  stop: current?.stop?.kind === 'paused' ? current.stop : null,
  everyMinutes:
    current !== null && current.syncAccount.userId === made.syncAccount.userId
      ? current.everyMinutes
      : null,
  ...made,
  finalizedAt: current === null ? made.finalizedAt : current.finalizedAt,
});

function saveWithDomain(tenants: Tenants, tenant: Tenant): Result<null, Failure> {
  const { customerId, domain } = tenant;
  const saved = tenants.save(tenant);
  if (!saved.ok) return saved;
  const added = tenants.addDomains(customerId, [domain]);
  if (!added.ok) return added;
  const owner = tenants.byDomain(domain);
  return owner.kind === 'value' && owner.value.customerId === customerId ? ok(null) : taken(domain);
}

const taken = (domain: string): Result<never, Failure> => fail({ kind: 'domain-taken', domain });
