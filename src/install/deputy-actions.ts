/** Names another deputy for an organization that is set up. */
import { pushes, shows, type Answer, type Inputs } from '../card/action';
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import { fail, ok, type Result } from '../kit/result';
import { valueOr, type Saved } from '../kit/slot';
import { deputyAfter, deputyCard, wantedDeputy } from './deputy';
import { errorCard } from './failure-cards';
import type { InstallPorts } from './ports';
import { isAccount, type Tenant, type Tenants } from './tenant';

export interface DeputyParts {
  /** Ports of the account that reaches the workbook. */
  readonly ports: Pick<InstallPorts, 'superAdministrators' | 'share' | 'unshare'>;
  readonly tenants: Pick<Tenants, 'save'>;
  saved(): Saved<Tenant>;
}

/** The card on which an owner chooses. */
export function chooseDeputy(parts: DeputyParts): Answer {
  const tenant = tenantOf(parts);
  if (!tenant.ok) return shows(errorCard([tenant.failure], null));
  const candidates = candidatesFor(parts, tenant.value);
  return candidates.ok
    ? pushes(deputyCard(tenant.value, candidates.value))
    : shows(errorCard([candidates.failure], null));
}

/**
 * Shares the workbook with the new deputy, notes them, and unshares it with the one before. In this order, the noted deputy can
 * always open it, wherever it breaks off.
 *
 * @param done the answer once it is done.
 */
export function saveDeputy(
  parts: DeputyParts,
  inputs: Inputs,
  done: (notice: string) => Answer,
): Answer {
  const saved = replaceDeputy(parts, inputs);
  if (!saved.ok) return shows(errorCard([saved.failure], null));
  const deputy = saved.value;
  return done(deputy === null ? 'Nobody is the deputy now.' : `${deputy.email} is the deputy now.`);
}

function replaceDeputy(parts: DeputyParts, inputs: Inputs): Result<Person | null, Failure> {
  const { ports, tenants } = parts;
  const tenant = tenantOf(parts);
  if (!tenant.ok) return tenant;
  const candidates = candidatesFor(parts, tenant.value);
  if (!candidates.ok) return candidates;
  const { deputy: before, workbookId } = tenant.value;
  const deputy = deputyAfter(wantedDeputy(inputs), candidates.value, tenant.value);
  const shared = deputy === null ? ok(null) : ports.share(workbookId, deputy.email);
  if (!shared.ok) return shared;
  const kept = tenants.save({ ...tenant.value, deputy });
  if (!kept.ok) return kept;
  if (before !== null && (deputy === null || !isAccount(before, deputy))) {
    const taken = ports.unshare(workbookId, before.email);
    if (!taken.ok) return taken;
  }
  return ok(deputy);
}

function tenantOf({ saved }: DeputyParts): Result<Tenant, Failure> {
  const tenant = valueOr(saved(), null);
  return tenant === null ? fail({ kind: 'not-installed' }) : ok(tenant);
}

function candidatesFor(
  { ports }: DeputyParts,
  { syncAccount }: Tenant,
): Result<readonly Person[], Failure> {
  const all = ports.superAdministrators();
  return all.ok ? ok(all.value.filter((one) => !isAccount(syncAccount, one))) : all;
}
