import type { Failure } from '../kit/failure';
import type { Saved } from '../kit/slot';
import { unreachable } from '../kit/unreachable';
import { failuresOf, isAllGood, type CheckReport } from './checks';
import type { SetupRequest } from './request';
import type { Stage } from './stage';
import type { Standing } from './standing';
import { stopState, type Stop, type StopState } from './stop';
import type { Tenant } from './tenant';

export interface SetupFacts {
  /** The caller's organization. */
  readonly tenant: Saved<Tenant>;
  readonly stage: Stage | null;
  /** A colleague was asked to set it up, and by whom; null when nobody was. */
  readonly request: SetupRequest | null;
  /** The caller's address. */
  readonly email: string;
  /** What this visit asked; null when it asked nothing. */
  readonly report: CheckReport | null;
  /** The state of the organization; null when it is not set up. */
  readonly standing: Standing | null;
  readonly nowMs: number;
}

/** How far an organization's set-up is (mission 1.7). */
export type SetupState =
  | { readonly kind: 'not-installed' }
  /** "Are you a Workspace administrator?" (H6). */
  | { readonly kind: 'asking-role' }
  | { readonly kind: 'ask' }
  /** A colleague was asked and has not finalized yet (G7). */
  | { readonly kind: 'waiting'; readonly request: SetupRequest }
  /** The caller is the colleague who was asked (G2). */
  | { readonly kind: 'ready-to-finalize'; readonly request: SetupRequest }
  | {
      readonly kind: 'installing';
      readonly report: CheckReport | null;
      /** Whether the organization is set up already, and is only led through the steps again. */
      readonly isAgain?: boolean;
    }
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
  /** All is well; or something is late or waits for a person; or nothing works until somebody acts. */
  | {
      readonly kind: 'active' | 'degraded' | 'broken';
      readonly tenant: Tenant;
      readonly standing: Standing;
    }
  /** Nothing runs, because an administrator wanted it so (C22). While cooling down, another environment should not be connected yet (C21). */
  | { readonly kind: StopState; readonly tenant: Tenant; readonly stop: Stop };

export function setupState(facts: SetupFacts): SetupState {
  const { tenant, report, standing, nowMs } = facts;
  if (tenant.kind === 'unreadable') return { kind: 'error', failures: [UNREADABLE], report: null };
  if (tenant.kind === 'value') {
    const { stop, everyMinutes } = tenant.value;
    if (stop !== null) return { kind: stopState(stop, nowMs), tenant: tenant.value, stop };
    if (everyMinutes === null || standing === null) return finalizing(report);
    return { kind: runningState(standing), tenant: tenant.value, standing };
  }
  return beforeTenant(facts);
}

function runningState({ troubles, isDeployed }: Standing) {
  if (troubles.some(({ state }) => state === 'broken')) return 'broken';
  if (!isDeployed) return 'deploying';
  return troubles.length > 0 ? 'degraded' : 'active';
}

const UNREADABLE: Failure = { kind: 'saved-data-unreadable', key: 'tenant' };

function beforeTenant({ stage, report, request, email }: SetupFacts): SetupState {
  switch (stage) {
    case null:
      if (request === null) return { kind: 'not-installed' };
      return { kind: request.to === email ? 'ready-to-finalize' : 'waiting', request };
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
