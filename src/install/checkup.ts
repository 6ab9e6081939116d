/** Checks, while Tandem runs, whether what finalizing proved is still true. */
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import type { Result } from '../kit/result';
import type { FeatureHealth, Finding } from '../runs/feature';
import { valueOr, type Slot } from '../kit/slot';
import type { Clock } from '../kit/clock';
import type { CheckReport } from './checks';
import { areChecksDue, checksAfter, type DailyChecks } from './daily-checks';
import type { License } from './ports';

/** In the sync account's name. */
export interface InstallRunPorts {
  /** Its address. */
  readonly account: string;
  /** Fails with `sync-account-gone` when it is no longer an administrator. */
  inOffice(): Result<null, Failure>;
  license(): Result<License, Failure>;
  /** Fails with `workbook-in-trash` or `workbook-gone`. */
  workbook(): Result<null, Failure>;
  /** All checks. */
  report(): CheckReport;
  readonly checks: Slot<DailyChecks>;
  readonly clock: Clock;
}

const HOUR_MS = 3_600_000;

export const installHealth: FeatureHealth<InstallRunPorts> = {
  everyMs: HOUR_MS,
  findings(ports) {
    const hourly = [
      ...broken(ports.inOffice()),
      ...installFindings(ports),
      ...broken(ports.workbook()),
    ];
    return [...hourly, ...dailyFailures(ports).map(findingOf)];
  },
};

/** What is looked at every hour, and so is no longer known by the day's checks. */
const HOURLY: readonly Failure['kind'][] = [
  'sync-account-gone',
  'not-installed',
  'outside-install',
  'workbook-in-trash',
  'workbook-gone',
];

/** What the checks of the day found, which are made now when they are due. */
function dailyFailures({ checks, clock, report }: InstallRunPorts): readonly Failure[] {
  const last = valueOr(checks.read(), null);
  const now = clock.now();
  const known = areChecksDue(last, now) ? checksAfter(last, report().checks, now) : last;
  // If it cannot be kept, they are made again by the next look.
  if (known !== last && known !== null) void checks.write(known);
  return (known?.failures ?? []).filter(({ kind }) => !HOURLY.includes(kind));
}

/** A failure that passes by itself says nothing about the installation. */
const broken = (proof: Result<unknown, Failure>): readonly Finding[] =>
  proof.ok || traitsOf(proof.failure).cure === 'nobody' ? [] : [findingOf(proof.failure)];

/** A workbook in the trash still works until Google deletes it; a deputy is needed only if the sync account is gone. */
const DEGRADED: readonly Failure['kind'][] = ['workbook-in-trash', 'deputy-gone'];

const findingOf = (failure: Failure): Finding => ({
  state: DEGRADED.includes(failure.kind) ? 'degraded' : 'broken',
  failure,
});

function installFindings({ license, account }: InstallRunPorts): readonly Finding[] {
  const found = license();
  if (!found.ok) return broken(found);
  if (found.value.kind !== 'organization')
    return [{ state: 'broken', failure: { kind: 'not-installed' } }];
  return found.value.isOnForCaller
    ? []
    : [{ state: 'broken', failure: { kind: 'outside-install', account } }];
}
