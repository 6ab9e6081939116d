import type { Failure } from '../kit/failure';
import type { Saved } from '../kit/slot';
import { unreachable } from '../kit/unreachable';
import { failuresOf, isAllGood, type CheckReport } from './checks';
import type { Stage } from './stage';
import type { Standing } from './standing';
import type { Tenant } from './tenant';

export interface SetupFacts {
  /** The caller's organization. */
  readonly tenant: Saved<Tenant>;
  readonly stage: Stage | null;
  /** What this visit asked; null when it asked nothing. */
  readonly report: CheckReport | null;
  /** The state of the organization; null when it is not set up. */
  readonly standing: Standing | null;
}

/** How far an organization's set-up is (mission 1.7). */
export type SetupState =
  | { readonly kind: 'not-installed' }
  /** "Are you a Workspace administrator?" (H6). */
  | { readonly kind: 'asking-role' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'installing'; readonly report: CheckReport | null }
  /** All checks are good; finalizing was begun or broke off, and goes on when the button is pressed again. */
  | { readonly kind: 'finalizing'; readonly report: CheckReport | null }
  | {
      readonly kind: 'error';
      readonly failures: readonly Failure[];
      readonly report: CheckReport | null;
    }
  | { readonly kind: 'complete'; readonly tenant: Tenant }
  /** Finalized; the people are on their way into the work system (G6). */
  | { readonly kind: 'deploying'; readonly tenant: Tenant; readonly standing: Standing }
  | { readonly kind: 'active'; readonly tenant: Tenant; readonly standing: Standing };

export function setupState({ tenant, stage, report, standing }: SetupFacts): SetupState {
  if (tenant.kind === 'unreadable') return { kind: 'error', failures: [UNREADABLE], report: null };
  if (tenant.kind === 'value') {
    if (tenant.value.everyMinutes === null || standing === null) return finalizing(report);
    const kind = standing.isDeployed ? 'active' : 'deploying';
    return { kind, tenant: tenant.value, standing };
  }
  return beforeTenant(stage, report);
}

const UNREADABLE: Failure = { kind: 'saved-data-unreadable', key: 'tenant' };

function beforeTenant(stage: Stage | null, report: CheckReport | null): SetupState {
  switch (stage) {
    case null:
      return { kind: 'not-installed' };
    case 'asking-role':
    case 'ask':
      return { kind: stage };
    case 'installing':
      return { kind: 'installing', report };
    case 'finalizing':
      return finalizing(report);
    default:
      return unreachable(stage);
  }
}

const finalizing = (report: CheckReport | null): SetupState =>
  report !== null && !isAllGood(report)
    ? { kind: 'error', failures: failuresOf(report), report }
    : { kind: 'finalizing', report };
