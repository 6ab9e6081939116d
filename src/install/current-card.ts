/** The page Integrations as it is now, for the caller. */
import type { Caller } from '../card/action';
import type { Card } from '../card/card-json';
import { valueOr, type Saved } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { unreachable } from '../kit/unreachable';
import { noWorkbookCard, takeOverCard } from './account-cards';
import { setupCard } from './cards';
import { checkReport, failuresOf } from './checks';
import { errorCard } from './failure-cards';
import type { Finalized } from './finalize';
import type { InstallPorts } from './ports';
import type { RequestBook } from './request';
import { stageSlot, type Stage } from './stage';
import { standingOf, type StandingParts } from './standing';
import { setupState, type SetupState } from './state';
import type { Surroundings } from './surroundings';
import type { Tenant } from './tenant';

/** What the page is made from. */
export interface CurrentParts extends StandingParts {
  /** In the caller's name. */
  readonly ports: InstallPorts;
  readonly around: Surroundings;
  /** Kept for the caller alone. */
  readonly own: StringStore;
  readonly requests: RequestBook;
  /** The caller's organization as it is kept now. */
  saved(): Saved<Tenant>;
}

/**
 * The card of where the caller's organization stands. Google is asked only where the card shows what it says (H13).
 *
 * @param stage where the caller is; as it was kept when nothing is said.
 */
export function cardOf(
  parts: CurrentParts,
  caller: Caller,
  stage: Stage | null = valueOr(stageSlot(parts.own).read(), null),
): Card {
  const tenant = parts.saved();
  const report = asksGoogle(tenant, stage) ? checkReport(parts.ports, caller.email) : null;
  const standing =
    tenant.kind === 'value' && tenant.value.stop === null ? standingOf(parts, tenant.value) : null;
  const request = tenant.kind === 'nothing' ? parts.requests.read(caller.domain) : null;
  const { email } = caller;
  const nowMs = parts.clock.now();
  return setupCard(
    setupState({ tenant, stage, request, email, report, standing, nowMs }),
    parts.around,
  );
}

const asksGoogle = (tenant: Saved<Tenant>, stage: Stage | null): boolean =>
  tenant.kind === 'nothing' && (stage === 'installing' || stage === 'finalizing');

/** How finalizing ended. */
export function finalizedCard(outcome: Finalized, caller: Caller, around: Surroundings): Card {
  switch (outcome.kind) {
    case 'refused':
      return errorCard(failuresOf(outcome.report), outcome.report);
    case 'asks-first':
      return takeOverCard(outcome.tenant, caller);
    case 'failed':
      return errorCard([outcome.failure], outcome.report);
    case 'no-workbook':
      return noWorkbookCard(outcome.failure, outcome.tenant, caller);
    case 'complete':
      return setupCard(afterwards(outcome.tenant), around);
    default:
      return unreachable(outcome);
  }
}

/** A pause outlasts a change of the sync account. */
const afterwards = (tenant: Tenant): SetupState =>
  tenant.stop === null
    ? { kind: 'complete', tenant }
    : { kind: 'paused', tenant, stop: tenant.stop };
