/** The result of each question of the installation, before it is judged which one is to blame. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { scopeNames } from '../card/words-table';
import type { Answers, Finding, Outcome } from './answers';
import { labelOf, type CheckName } from './check-names';
import { setUpFindings } from './set-up-findings';
import { clock, fetched, key } from './token-findings';
import type { ServiceProof } from './ports';

/** In the order of `CHECKS`; `third-party-access` has no question of its own. */
export const findingsOf = (answers: Answers): readonly Finding[] => [
  finding('workspace-account', { outcome: workspaceAccount(answers) }),
  finding('administrator', { outcome: administrator(answers) }),
  finding('marketplace', marketplace(answers)),
  ...answers.services.map((one) =>
    finding(
      'services',
      { outcome: restricted(one, answers.services) },
      `${one.service} is enabled`,
    ),
  ),
  ...scopes(answers),
  finding('key', { outcome: key(answers) }),
  ...answers.delegation.map(({ scope, proof }) =>
    finding('delegation', { outcome: proof }, `Delegated: ${scopeNames([scope])}`),
  ),
  finding('clock', { outcome: clock(answers) }),
  finding('fetch', { outcome: fetched(answers) }),
  finding('directory', directory(answers)),
  ...log(answers),
  ...setUpFindings(answers.setUp, answers.account),
];

/** @param label where a check asks several questions. */
const finding = (name: CheckName, outcome: Outcome, label = labelOf(name)): Finding => ({
  name,
  label,
  ...outcome,
});

/** Only a private account is refused for what it is. */
function workspaceAccount({ account }: Answers): Result<string, Failure> {
  if (account.ok) return ok(`Its organization is ${account.value.customerId}.`);
  return account.failure.kind === 'not-directory-admin'
    ? ok('Google’s directory knows its organization.')
    : account;
}

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
  const unit = account.ok ? ` Your organizational unit is ${account.value.orgUnitPath}.` : '';
  if (value.isOnForCaller) return { outcome: ok(`The admin install covers ${email}.${unit}`) };
  return {
    outcome: fail({ kind: 'outside-install', account: email }),
    seen: `The admin install does not cover ${email}.${unit}`,
  };
}

const NOT_INSTALLED = fail({ kind: 'not-installed' } as const);

/** Its own switch, the older "API access", refuses it alone. */
const ADMIN_SDK = 'Admin SDK API';

/** A service that is refused while others answer is restricted to trusted apps (H32). */
function restricted(
  { service, proof }: ServiceProof,
  all: readonly ServiceProof[],
): Result<string, Failure> {
  const isAlone = all.some((one) => one.proof.ok);
  return !proof.ok &&
    proof.failure.kind === 'api-access-blocked' &&
    service !== ADMIN_SDK &&
    isAlone
    ? fail({ kind: 'service-restricted', service })
    : proof;
}

/** All that is missing is one failure, because it is allowed in one go. */
const scopes = ({ wantedScopes, missingScopes }: Answers): readonly Finding[] =>
  [...new Set([...wantedScopes, ...missingScopes])].map((scope) => ({
    name: 'scopes',
    label: `Allowed: ${scopeNames([scope])}`,
    ...(missingScopes.includes(scope)
      ? {
          outcome: fail({ kind: 'missing-scopes', scopes: missingScopes }),
          seen: 'Your authorization does not include it.',
        }
      : { outcome: ok('Your authorization includes it.') }),
  }));

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

/** Only exports need the log, and whoever exports does so with their own rights. */
const log = ({ services }: Answers): readonly Finding[] =>
  services
    .filter(({ service }) => service === ADMIN_SDK)
    .map(({ proof, isAllowed }) =>
      finding(
        'log',
        proof.ok && !isAllowed
          ? {
              outcome: ok('Your role does not include Reports. Only exports of the log need it.'),
              isOpen: true,
            }
          : { outcome: proof },
      ),
    );
