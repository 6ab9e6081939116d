import { checkReport, failuresOf, isAllGood } from '../../src/install/checks';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';
import { ADMIN, anAccount, MemoryInstall, SCOPE } from './world';

type Answers = Partial<MemoryInstall['answers']>;

const reportOf = (answers: Answers) => {
  const ports = new MemoryInstall();
  Object.assign(ports.answers, answers);
  return { ...checkReport(ports, ADMIN.email), ports };
};

/** `name: mark` of every check that is not good. */
const notGood = (answers: Answers) =>
  reportOf(answers)
    .checks.filter(({ mark }) => mark !== 'good')
    .map(({ name, mark }) => `${name}: ${mark}`);

const failed = (failure: Failure) => fail(failure);
const BLOCKED = failed({ kind: 'api-access-blocked' });
const NO_ADMIN = failed({ kind: 'not-directory-admin', account: ADMIN.email });
const MISSING = failed({ kind: 'missing-scopes', scopes: [SCOPE] });
const NO_KEY = failed({ kind: 'invalid-key', problem: 'missing' });
const DISABLED = failed({ kind: 'service-disabled', service: 'Admin SDK API' });
const UNAVAILABLE = failed({ kind: 'unavailable', message: 'Backend Error' });

test('when all is right, every check is good and says by what it is known [H15, TA8]', () => {
  const report = reportOf({});
  expect(report.checks.map(({ name, mark }) => `${name}: ${mark}`)).toEqual([
    'administrator: good',
    'marketplace: good',
    'third-party-access: good',
    'services: good',
    'services: good',
    'scopes: good',
    'delegation: good',
    'directory: good',
  ]);
  for (const { evidence, failure } of report.checks) {
    expect(evidence).toMatch(/\.$/);
    expect(failure).toBeNull();
  }
  expect(isAllGood(report)).toBe(true);
});

test.each<[string, Answers, string[]]>([
  ['nobody installed it [H33]', { license: ok({ kind: 'none' }) }, ['marketplace: bad']],
  [
    'one person installed it for themself [H8]',
    { license: ok({ kind: 'individual' }) },
    ['marketplace: bad'],
  ],
  [
    'the install leaves out the administrator’s own unit [H10, TA2]',
    { license: ok({ kind: 'organization', isOnForCaller: false }) },
    ['marketplace: bad'],
  ],
  [
    'the account is no administrator [H3, TA15]',
    { account: ok(anAccount({ isAdmin: false })) },
    ['administrator: bad'],
  ],
  [
    'the account may not read even itself [H34]',
    { account: NO_ADMIN, directory: NO_ADMIN },
    ['administrator: bad', 'directory: skipped'],
  ],
  [
    'an administrator’s role does not allow reading the directory [H34]',
    { account: ok(anAccount({ isAdmin: false, isDelegatedAdmin: true })), directory: NO_ADMIN },
    ['directory: bad'],
  ],
  ['the directory shows nobody', { directory: ok(0) }, ['directory: bad']],
  [
    'the account is a private one [S2, TA16]',
    {
      account: failed({ kind: 'paid-account-needed' }),
      directory: failed({ kind: 'paid-account-needed' }),
    },
    ['administrator: bad', 'directory: skipped'],
  ],
  [
    'third-party access is blocked, found by any one call [H32, TA9]',
    { directory: BLOCKED },
    ['third-party-access: bad', 'directory: skipped'],
  ],
  [
    'third-party access is blocked everywhere [H32]',
    {
      account: BLOCKED,
      license: BLOCKED,
      services: BLOCKED,
      delegation: BLOCKED,
      directory: BLOCKED,
    },
    [
      'administrator: skipped',
      'marketplace: skipped',
      'third-party-access: bad',
      'services: skipped',
      'delegation: skipped',
      'directory: skipped',
    ],
  ],
  [
    'an API is not enabled [S10]',
    { services: failed({ kind: 'service-disabled', service: 'Google Calendar API' }) },
    ['services: bad'],
  ],
  [
    'an API that nobody asked for itself is not enabled',
    { account: DISABLED, directory: DISABLED },
    ['administrator: skipped', 'services: bad', 'directory: skipped'],
  ],
  ['a box was left unticked [H35, H36, TA10]', { missing: [SCOPE] }, ['scopes: bad']],
  [
    'a box was left unticked, and calls say so [H35]',
    { missing: [SCOPE], account: MISSING, directory: MISSING },
    ['administrator: skipped', 'scopes: bad', 'directory: skipped'],
  ],
  [
    'only a call knows that something was not allowed',
    { directory: MISSING },
    ['scopes: bad', 'directory: skipped'],
  ],
  [
    'nothing is delegated [S14]',
    { delegation: failed({ kind: 'unauthorized-client', clientId: '42' }) },
    ['delegation: bad'],
  ],
  [
    'one scope is not delegated [TB8]',
    { delegation: failed({ kind: 'scope-not-delegated', scope: SCOPE }) },
    ['delegation: bad'],
  ],
  [
    'there is no key',
    { license: NO_KEY, delegation: NO_KEY },
    ['marketplace: skipped', 'delegation: bad'],
  ],
  ['Google has a bad moment', { license: UNAVAILABLE }, ['marketplace: bad']],
  [
    'several things are wrong: one visit shows all [TA8]',
    {
      license: ok({ kind: 'none' }),
      missing: [SCOPE],
      delegation: failed({ kind: 'unauthorized-client', clientId: '42' }),
    },
    ['marketplace: bad', 'scopes: bad', 'delegation: bad'],
  ],
])('%s', (_, answers, expected) => {
  expect(notGood(answers)).toEqual(expected);
});

test('each question is asked once, whatever the others bring', () => {
  const { ports } = reportOf({ account: BLOCKED, license: BLOCKED });
  expect([...ports.calls].sort()).toEqual([
    'account',
    'delegation',
    'directory',
    'license',
    'missingScopes',
    'services',
    'superAdministrators',
  ]);
});

test('the evidence of an install outside the own unit names the unit [H10]', () => {
  const { checks } = reportOf({
    account: ok(anAccount({ orgUnitPath: '/Offices/Turku' })),
    license: ok({ kind: 'organization', isOnForCaller: false }),
  });
  expect(checks.find(({ name }) => name === 'marketplace')!.evidence).toContain('/Offices/Turku');
});

test('an individual install is told apart from none at all [H8]', () => {
  const evidenceOf = (kind: 'none' | 'individual') =>
    reportOf({ license: ok({ kind }) }).checks.find(({ name }) => name === 'marketplace')!.evidence;
  expect(evidenceOf('individual')).toContain('Individual install');
  expect(evidenceOf('none')).not.toContain('Individual install');
});

test('a check that is skipped says which other one to look at', () => {
  const { checks } = reportOf({ directory: BLOCKED });
  const { evidence, failure } = checks.find(({ name }) => name === 'directory')!;
  expect(evidence).toContain('Apps like Tandem may reach your data');
  expect(failure).toBeNull();
});

test('one cause that several checks met is one failure', () => {
  expect(failuresOf(reportOf({ account: BLOCKED, license: BLOCKED, directory: BLOCKED }))).toEqual([
    { kind: 'api-access-blocked' },
  ]);
  expect(failuresOf(reportOf({ services: DISABLED, account: DISABLED }))).toHaveLength(1);
});

test.each<Answers>([
  { license: ok({ kind: 'none' }) },
  { directory: BLOCKED },
  { account: UNAVAILABLE },
  { delegation: NO_KEY },
])('%j does not let anybody finalize', (answers) => {
  expect(isAllGood(reportOf(answers))).toBe(false);
});
