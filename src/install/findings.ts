/** The result of each question of the installation, before it is judged which one is to blame. */
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import { fail, ok, type Result } from '../kit/result';
import { scopeNames } from '../card/words-table';
import type { AdminAccount, InstallPorts, License, ScopeProof, ServiceProof } from './ports';

export type CheckName =
  | 'administrator'
  | 'marketplace'
  | 'third-party-access'
  | 'services'
  | 'scopes'
  | 'delegation'
  | 'directory';

export interface Answers {
  /** The address of the asking account. */
  readonly email: string;
  readonly account: Result<AdminAccount, Failure>;
  readonly license: Result<License, Failure>;
  readonly services: readonly ServiceProof[];
  readonly missingScopes: readonly string[];
  readonly delegation: readonly ScopeProof[];
  readonly directory: Result<number, Failure>;
  readonly superAdministrators: Result<readonly Person[], Failure>;
}

/** Asks every question once, whatever the others result in, so that one visit shows everything that is wrong (TA8). */
export const answersOf = (ports: InstallPorts, email: string): Answers => ({
  email,
  account: ports.account(),
  license: ports.license(),
  services: ports.services(),
  missingScopes: ports.missingScopes(),
  delegation: ports.delegation(),
  directory: ports.directory(),
  superAdministrators: ports.superAdministrators(),
});

export interface Finding {
  readonly name: CheckName;
  readonly label: string;
  /** The evidence, or what failed. */
  readonly outcome: Result<string, Failure>;
  /** What was seen, if the failure does not say it. */
  readonly seen?: string;
}

/** In the order in which an administrator meets them; `third-party-access` has no question of its own. */
export const findingsOf = (answers: Answers): readonly Finding[] => [
  { name: 'administrator', label: 'You are an administrator', outcome: administrator(answers) },
  {
    name: 'marketplace',
    label: 'Installed from the Marketplace for the organization',
    ...marketplace(answers),
  },
  ...answers.services.map(({ service, proof }): Finding => ({
    name: 'services',
    label: `${service} is enabled`,
    outcome: proof,
  })),
  { name: 'scopes', label: 'You allowed all that Tandem asks for', outcome: scopes(answers) },
  ...answers.delegation.map(({ scope, proof }): Finding => ({
    name: 'delegation',
    label: `Delegated: ${scopeNames([scope])}`,
    outcome: proof,
  })),
  { name: 'directory', label: 'The directory can be read', ...directory(answers) },
];

type Outcome = Pick<Finding, 'outcome' | 'seen'>;

function administrator({ account }: Answers): Result<string, Failure> {
  if (!account.ok) return account;
  const { primaryEmail, isAdmin, isDelegatedAdmin } = account.value;
  if (isAdmin) return ok(`${primaryEmail} is a super administrator.`);
  if (isDelegatedAdmin) return ok(`${primaryEmail} has an administrator role.`);
  return fail({ kind: 'not-directory-admin', account: primaryEmail });
}

/** An install by one person does not count (H8); one without the administrator's own unit cannot be completed (H10). */
function marketplace({ license, account, email }: Answers): Outcome {
  if (!license.ok) return { outcome: license };
  const { value } = license;
  if (value.kind === 'none')
    return { outcome: NOT_INSTALLED, seen: 'Google knows of no install in your organization.' };
  if (value.kind === 'individual')
    return {
      outcome: NOT_INSTALLED,
      seen: 'Somebody installed Tandem for themself alone (Individual install).',
    };
  if (value.isOnForCaller) return { outcome: ok(`The admin install covers ${email}.`) };
  const unit = account.ok ? ` Your organizational unit is ${account.value.orgUnitPath}.` : '';
  return {
    outcome: fail({ kind: 'outside-install', account: email }),
    seen: `The admin install does not cover ${email}.${unit}`,
  };
}

const NOT_INSTALLED = fail({ kind: 'not-installed' } as const);

const scopes = ({ missingScopes }: Answers): Result<string, Failure> =>
  missingScopes.length === 0
    ? ok('Nothing is missing.')
    : fail({ kind: 'missing-scopes', scopes: missingScopes });

/** An account that reads the directory is in it, so an empty list proves that it may not read. */
function directory({ directory: read, email }: Answers): Outcome {
  if (!read.ok) return { outcome: read };
  if (read.value > 0)
    return {
      outcome: ok('People of your organization were read, a super administrator among them.'),
    };
  return {
    outcome: fail({ kind: 'not-directory-admin', account: email }),
    seen: 'Google let the directory be read, but showed nobody.',
  };
}
