/** Checks, while Tandem runs, whether what finalizing proved is still true. */
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import type { Result } from '../kit/result';
import type { FeatureHealth, Finding } from '../runs/feature';
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
}

const HOUR_MS = 3_600_000;

export const installHealth: FeatureHealth<InstallRunPorts> = {
  everyMs: HOUR_MS,
  findings: (ports) => [
    ...broken(ports.inOffice()),
    ...installFindings(ports),
    ...broken(ports.workbook()),
  ],
};

/** A failure that passes by itself says nothing about the installation. */
const broken = (proof: Result<unknown, Failure>): readonly Finding[] =>
  proof.ok || traitsOf(proof.failure).cure === 'nobody' ? [] : [findingOf(proof.failure)];

/** A workbook in the trash still works until Google deletes it. */
const findingOf = (failure: Failure): Finding => ({
  state: failure.kind === 'workbook-in-trash' ? 'degraded' : 'broken',
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
