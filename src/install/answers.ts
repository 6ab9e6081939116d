/** Every question of the installation with its result, as it came. */
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import type { Result } from '../kit/result';
import type { CheckName } from './check-names';
import type {
  AdminAccount,
  InstallPorts,
  License,
  ScopeProof,
  ServiceProof,
  SetUpProofs,
} from './ports';

export interface Answers {
  /** The address of the asking account. */
  readonly email: string;
  readonly account: Result<AdminAccount, Failure>;
  readonly license: Result<License, Failure>;
  readonly services: readonly ServiceProof[];
  readonly wantedScopes: readonly string[];
  readonly missingScopes: readonly string[];
  readonly delegation: readonly ScopeProof[];
  readonly directory: Result<number, Failure>;
  readonly superAdministrators: Result<readonly Person[], Failure>;
  /** Null before the organization is set up, and while finalizing. */
  readonly setUp: SetUpProofs | null;
}

/** Asks every question once, whatever the others result in, so that one visit shows everything that is wrong (TA8). */
export const answersOf = (ports: InstallPorts, email: string): Answers => ({
  email,
  account: ports.account(),
  license: ports.license(),
  services: ports.services(),
  wantedScopes: ports.wantedScopes(),
  missingScopes: ports.missingScopes(),
  delegation: ports.delegation(),
  directory: ports.directory(),
  superAdministrators: ports.superAdministrators(),
  setUp: null,
});

export interface Finding {
  readonly name: CheckName;
  readonly label: string;
  /** The evidence, or what failed. */
  readonly outcome: Result<string, Failure>;
  /** What was seen, if the failure does not say it. */
  readonly seen?: string;
  /** Neither good nor bad: not needed, or not for this account to see. */
  readonly isOpen?: boolean;
}

export type Outcome = Pick<Finding, 'outcome' | 'seen' | 'isOpen'>;
