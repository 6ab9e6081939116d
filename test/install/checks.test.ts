import { reportText } from '../../src/install/check-sections';
import { checkReport, failuresOf, fullReport, isAllGood } from '../../src/install/checks';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';
import type { SetUpProofs } from '../../src/install/ports';
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
const LATE = failed({ kind: 'clock-differs' });
const NOT_LISTED = failed({ kind: 'url-not-allowed', host: 'oauth2.googleapis.com' });
const UNAVAILABLE = failed({ kind: 'unavailable', message: 'Backend Error' });

test('when all is right, every check is good and says by what it is known [H15, TA8]', () => {
  const report = reportOf({});
  expect(report.checks.map(({ name, mark }) => `${name}: ${mark}`)).toEqual([
    'workspace-account: good',
    'administrator: good',
    'marketplace: good',
    'third-party-access: good',
    'services: good',
    'services: good',
    'scopes: good',
    'scopes: good',
    'key: good',
    'delegation: good',
    'clock: good',
    'fetch: good',
    'directory: good',
    'log: good',
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
    ['workspace-account: bad', 'administrator: skipped', 'directory: skipped'],
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
      adminSdk: BLOCKED,
      delegation: BLOCKED,
      directory: BLOCKED,
    },
    [
      'workspace-account: skipped',
      'administrator: skipped',
      'marketplace: skipped',
      'third-party-access: bad',
      'services: skipped',
      'services: skipped',
      'delegation: skipped',
      'directory: skipped',
      'log: skipped',
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
    ['workspace-account: skipped', 'administrator: skipped', 'services: bad', 'directory: skipped'],
  ],
  ['a box was left unticked [H35, H36, TA10]', { missing: [SCOPE] }, ['scopes: bad']],
  [
    'a box was left unticked, and calls say so [H35]',
    { missing: [SCOPE], account: MISSING, directory: MISSING },
    ['workspace-account: skipped', 'administrator: skipped', 'scopes: bad', 'directory: skipped'],
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
    ['marketplace: skipped', 'key: bad', 'delegation: skipped', 'clock: skipped', 'fetch: skipped'],
  ],
  [
    'the service account of another project asks who has installed Tandem',
    { license: failed({ kind: 'key-of-another-project', project: '1' }) },
    ['marketplace: skipped', 'key: bad'],
  ],
  [
    'Google’s clocks differ',
    { license: LATE, delegation: LATE },
    ['marketplace: skipped', 'key: skipped', 'delegation: skipped', 'clock: bad', 'fetch: skipped'],
  ],
  [
    'the organization’s own list of addresses leaves a server out',
    { license: NOT_LISTED, delegation: NOT_LISTED },
    ['marketplace: skipped', 'key: skipped', 'delegation: skipped', 'clock: skipped', 'fetch: bad'],
  ],
  [
    'one service is kept for trusted apps: limited, not blocked [H32]',
    { services: BLOCKED },
    ['third-party-access: bad', 'services: skipped'],
  ],
  [
    'the older switch “API access” is off: the Admin SDK alone is refused [G10]',
    { adminSdk: BLOCKED, account: BLOCKED, directory: BLOCKED },
    [
      'workspace-account: skipped',
      'administrator: skipped',
      'third-party-access: bad',
      'services: skipped',
      'directory: skipped',
      'log: skipped',
    ],
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

test('an account whose role leaves out Reports can be the sync account: only exports need the log', () => {
  const report = reportOf({ mayReadLog: false });
  expect(report.checks.find(({ name }) => name === 'log')).toMatchObject({
    mark: 'open',
    evidence: 'Your role does not include Reports. Only exports of the log need it.',
  });
  expect(isAllGood(report)).toBe(true);
});

test('a service that is kept for trusted apps is named, and told apart from a block [H32]', () => {
  expect(failuresOf(reportOf({ services: BLOCKED }))).toEqual([
    { kind: 'service-restricted', service: 'Google Calendar API' },
  ]);
  expect(failuresOf(reportOf({ services: BLOCKED, adminSdk: BLOCKED }))).toEqual([
    { kind: 'api-access-blocked' },
  ]);
});

const READY: SetUpProofs = {
  account: ADMIN.email,
  syncAccount: ok(null),
  deputy: ok('It can.'),
  workbook: ok('It is there.'),
};

test.each<[string, Partial<SetUpProofs>, readonly string[]]>([
  ['all stands', {}, []],
  [
    'the sync account was suspended [H30]',
    { syncAccount: failed({ kind: 'sync-account-gone', account: ADMIN.email, how: 'suspended' }) },
    ['sync-account: bad'],
  ],
  [
    'the deputy lost the workbook',
    { deputy: failed({ kind: 'deputy-gone', account: 'b@acme.example', how: 'cannot-open' }) },
    ['deputy: bad'],
  ],
  ['nobody is the deputy', { deputy: null }, ['deputy: open']],
  ['somebody asks who cannot open the workbook', { workbook: null }, ['workbook: open']],
  [
    'the workbook is in the trash',
    { workbook: failed({ kind: 'workbook-in-trash', workbook: 'w' }) },
    ['workbook: bad'],
  ],
])('once set up, when %s', (_, parts, expected) => {
  const ports = new MemoryInstall();
  ports.answers.setUp = { ...READY, ...parts };
  const { checks } = fullReport(ports, ADMIN.email);
  const found = checks.filter(({ mark }) => mark !== 'good');
  expect(found.map(({ name, mark }) => `${name}: ${mark}`)).toEqual(expected);
  expect(checks.slice(-3).map(({ name }) => name)).toEqual(['sync-account', 'deputy', 'workbook']);
  // Whoever takes over must not be held up by what they put right with it.
  expect(isAllGood(checkReport(ports, ADMIN.email))).toBe(true);
});

test('the report is plain text: what is wrong with its code, and the evidence of the rest', () => {
  const text = reportText(reportOf({ license: ok({ kind: 'none' }) }).checks);
  expect(text).toContain(
    'WRONG [not-installed]: Installed from the Marketplace for the organization. Google knows of no install in your organization.',
  );
  expect(text).toContain('ok: Allowed: calendar.events. Your authorization includes it.');
  expect(text.split('\n')).toHaveLength(14);
});

test.each([
  [
    'a super administrator, who may more than the sync needs',
    true,
    /The sync needs less: .*Users → Read/,
  ],
  ['an administrator with a role', false, /has a role\.$/],
])('the sync account is told kindly what would do when it is %s [C8, C11]', (_, isAdmin, words) => {
  const ports = new MemoryInstall();
  ports.answers.account = ok(anAccount({ isAdmin, isDelegatedAdmin: true }));
  ports.answers.setUp = { ...READY, account: ADMIN.email };
  const { checks } = fullReport(ports, ADMIN.email);
  const check = checks.find(({ name }) => name === 'sync-account');
  expect(check).toMatchObject({ mark: 'good', evidence: expect.stringMatching(words) });
});
