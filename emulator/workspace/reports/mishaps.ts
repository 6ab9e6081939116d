import type { Workspace } from '../workspace';
import type { Mishap, ReportsState } from '../state/reports';

/** A plan for a log: its next entries appear after this many minutes, never, or each twice. */
export interface LateEntries {
  readonly applicationName: string;
  /** Minutes after the event at which each entry appears, whatever the usual lag. */
  readonly minutes?: number;
  readonly never?: boolean;
  /** Whether each entry appears a second time, later, with the same id. */
  readonly twice?: boolean;
  /** How many entries; 1 when left out. */
  readonly count?: number;
}

/** Plans what happens to the next entries of a log. Several plans for one log apply in turn. */
export function planLateEntries({ state }: Workspace, plan: LateEntries): void {
  const { applicationName, count = 1 } = plan;
  state.reports.mishaps.push({ applicationName, mishap: mishapOf(plan), left: count });
}

/** The mishap for the entry that is being written, counted down; null for most. */
export function nextMishap(reports: ReportsState, applicationName: string): Mishap | null {
  if (reports.mishaps.length === 0) return null;
  const planned = reports.mishaps.find((plan) => plan.applicationName === applicationName);
  if (!planned) return null;
  if (--planned.left <= 0) reports.mishaps.splice(reports.mishaps.indexOf(planned), 1);
  return planned.mishap;
}

function mishapOf({ minutes, never, twice }: LateEntries): Mishap {
  if (never) return { kind: 'never' };
  if (twice) return { kind: 'twice' };
  if (minutes !== undefined && minutes >= 0) return { kind: 'late', minutes };
  throw new Error('Late log entries need one of: minutes (0 or more), never, twice.');
}
