/** The named checks of the installation: each good, bad with its evidence, or skipped with the reason (H15, TA8). */
import { failureWords } from '../card/failure-words';
import type { Failure, FailureKind } from '../kit/failure';
import type { Person } from '../kit/person';
import type { Result } from '../kit/result';
import { CHECKS, labelOf, type CheckName } from './check-names';
import { answersOf, type Answers, type Finding } from './answers';
import { findingsOf } from './findings';
import type { AdminAccount, InstallPorts, ScopeProof } from './ports';

export interface Check {
  readonly name: CheckName;
  readonly label: string;
  /** `open`: not needed, or not for this account to see. */
  readonly mark: 'good' | 'bad' | 'skipped' | 'open';
  readonly evidence: string;
  /** Why a check is bad; null for all others. */
  readonly failure: Failure | null;
}

export interface CheckReport {
  readonly checks: readonly Check[];
  /** Null when Google did not say who is asking. */
  readonly account: AdminAccount | null;
  readonly delegation: readonly ScopeProof[];
  /** Who could be the asking account's deputy: other super administrators. */
  readonly deputies: readonly Person[];
}

/** All that finalizing needs. */
export const checkReport = (ports: InstallPorts, email: string): CheckReport =>
  reportOf(answersOf(ports, email));

/** The same, and what an organization that is set up needs to go on. */
export const fullReport = (ports: InstallPorts, email: string): CheckReport =>
  reportOf({ ...answersOf(ports, email), setUp: ports.setUp() });

function reportOf(answers: Answers): CheckReport {
  const { account, delegation, superAdministrators } = answers;
  return {
    checks: judged(answers),
    account: account.ok ? account.value : null,
    delegation,
    deputies: account.ok ? othersThan(account.value, superAdministrators) : [],
  };
}

/** Without a response from Google there is nobody to suggest; the checks say what is wrong. */
const othersThan = (
  { userId }: Pick<AdminAccount, 'userId'>,
  found: Result<readonly Person[], Failure>,
): readonly Person[] => (found.ok ? found.value.filter((one) => one.userId !== userId) : []);

/** Whether nothing is wrong or uncertain: only then can the installation be finalized. */
export const isAllGood = ({ checks }: Pick<CheckReport, 'checks'>): boolean =>
  checks.every(({ mark }) => mark === 'good' || mark === 'open');

/** The failures, each once: two checks may fail for the same reason. */
export function failuresOf({ checks }: Pick<CheckReport, 'checks'>): readonly Failure[] {
  const found = checks.flatMap(({ failure }) => (failure ? [failure] : []));
  return [...new Map(found.map((failure) => [JSON.stringify(failure), failure])).values()];
}

/** The checks to which a failure belongs, whichever question met it. The first one gets the blame if another check's question did. */
const OWNERS: Readonly<Partial<Record<FailureKind, readonly CheckName[]>>> = {
  'api-access-blocked': ['third-party-access'],
  'service-restricted': ['third-party-access'],
  'url-not-allowed': ['fetch'],
  'clock-differs': ['clock'],
  'service-disabled': ['services'],
  'missing-scopes': ['scopes'],
  'paid-account-needed': ['workspace-account'],
  'not-directory-admin': ['directory', 'administrator'],
  'directory-partly-readable': ['directory'],
  'not-installed': ['marketplace'],
  'outside-install': ['marketplace'],
  'invalid-key': ['key'],
  'key-revoked': ['key'],
  'service-account-disabled': ['key'],
  'may-not-sign': ['key'],
  'service-account-deleted': ['key'],
  'key-of-another-project': ['key'],
  'client-internal': ['delegation'],
};

export function judged(answers: Answers): readonly Check[] {
  const findings = findingsOf(answers);
  const own = withBlame([...findings.map(checkOf), thirdPartyAccess(findings)], findings);
  const free = isBad(own, 'third-party-access') ? own.map(whileBlocked) : own;
  const checks = isBad(free, 'administrator') ? free.map(withoutAdministrator) : free;
  return CHECKS.flatMap((name) => checks.filter((check) => check.name === name));
}

const ownersOf = ({ outcome }: Finding): readonly CheckName[] | undefined =>
  outcome.ok ? undefined : OWNERS[outcome.failure.kind];

const isForeign = (finding: Finding): boolean =>
  ownersOf(finding)?.includes(finding.name) === false;

function checkOf(finding: Finding): Check {
  const { name, label, outcome, seen, isOpen } = finding;
  if (outcome.ok)
    return { name, label, mark: isOpen ? 'open' : 'good', evidence: outcome.value, failure: null };
  if (isForeign(finding)) return skipped(finding, ownersOf(finding)![0]!);
  const evidence = seen ?? failureWords(outcome.failure).meaning;
  return { name, label, mark: 'bad', evidence, failure: outcome.failure };
}

/** Checks for which Google has to answer. */
const SPEAKING: readonly CheckName[] = ['administrator', 'marketplace', 'services', 'directory'];

/** Good when Google responded at all: a block comes before anything else. */
function thirdPartyAccess(findings: readonly Finding[]): Check {
  const name = 'third-party-access';
  const check = { name, label: labelOf(name), failure: null } as const;
  return findings.some((finding) => SPEAKING.includes(finding.name) && finding.outcome.ok)
    ? { ...check, mark: 'good', evidence: 'Google answered Tandem’s requests, for every service.' }
    : { ...check, mark: 'skipped', evidence: 'No request got that far.' };
}

/** A failure that another check's question met makes its owner bad, unless the owner is bad for a reason of its own. */
function withBlame(checks: readonly Check[], findings: readonly Finding[]): readonly Check[] {
  return findings.filter(isForeign).reduce((all, finding) => {
    const owner = ownersOf(finding)![0]!;
    if (finding.outcome.ok || isBad(all, owner)) return all;
    const { failure } = finding.outcome;
    const blamed: Check = {
      name: owner,
      label: labelOf(owner),
      mark: 'bad',
      evidence: failureWords(failure).meaning,
      failure,
    };
    const stands = all.some(({ name, label }) => name === owner && label === blamed.label);
    return stands ? all.map((check) => (check.name === owner ? blamed : check)) : [...all, blamed];
  }, checks);
}

const isBad = (checks: readonly Check[], name: CheckName): boolean =>
  checks.some((check) => check.name === name && check.mark === 'bad');

/** A block hides what people have allowed. Whether that is everything shows once it is lifted. */
const whileBlocked = (check: Check): Check =>
  check.name === 'scopes' && check.mark === 'bad' ? skipped(check, 'third-party-access') : check;

/** Only administrators may read the directory, so a refusal says nothing more. */
const withoutAdministrator = (check: Check): Check =>
  check.name === 'directory' && check.mark === 'bad' ? skipped(check, 'administrator') : check;

const skipped = ({ name, label }: Pick<Check, 'name' | 'label'>, owner: CheckName): Check => ({
  name,
  label,
  mark: 'skipped',
  evidence: `Cannot be judged yet: see “${labelOf(owner)}”.`,
  failure: null,
});
