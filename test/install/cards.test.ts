import { checkCard } from '../../emulator/card/check';
import { escaped } from '../../src/card/card';
import type { Card, Widget } from '../../src/card/card-json';
import { failureWords } from '../../src/card/failure-words';
import { changeAccountCard, noWorkbookCard, takeOverCard } from '../../src/install/account-cards';
import { notSetUpCard, setupCard } from '../../src/install/cards';
import { checkReport, type Check, type CheckReport } from '../../src/install/checks';
import { deputyCard } from '../../src/install/deputy';
import { checksCard } from '../../src/install/checks-card';
import { authorizeCard, errorCard, rightsCard } from '../../src/install/failure-cards';
import { INSTALL } from '../../src/install/names';
import type { ShownTrouble, Standing } from '../../src/install/standing';
import { disconnected, paused } from '../../src/install/stop';
import type { SetupState } from '../../src/install/state';
import type { Failure } from '../../src/kit/failure';
import { FAILURE_KINDS } from '../../src/kit/failure-traits';
import { fail, ok } from '../../src/kit/result';
import { failureOf } from '../card/any-failure';
import { ADMIN, anAccount, around, aTenant, MemoryInstall, OTHER, SCOPE, WHO } from './world';

const reportOf = (answers: Partial<MemoryInstall['answers']> = {}): CheckReport => {
  const ports = new MemoryInstall();
  Object.assign(ports.answers, answers);
  return checkReport(ports, ADMIN.email);
};
const widgetsOf = ({ sections = [] }: Card): Widget[] =>
  sections.flatMap(({ widgets = [] }) => widgets);
const headersOf = ({ sections = [] }: Card) => sections.map(({ header }) => header);
/** As a sentence stands in a card. */
const inJson = (text: string) => JSON.stringify(escaped(text)).slice(1, -1);
const textOf = (card: Card) => JSON.stringify(card);
const buttonTexts = (card: Card): string[] =>
  widgetsOf(card).flatMap(({ buttonList, decoratedText }) =>
    [...(buttonList?.buttons ?? []), ...(decoratedText?.button ? [decoratedText.button] : [])].map(
      ({ text }) => text ?? '',
    ),
  );

const BAD = reportOf({
  account: ok(anAccount({ isAdmin: false })),
  license: ok({ kind: 'none' }),
  missing: [SCOPE],
  services: fail({ kind: 'service-disabled', service: 'Google Calendar API' }),
  delegation: fail({ kind: 'unauthorized-client', clientId: '42' }),
});
const many: readonly Check[] = Array.from({ length: 40 }, (_, index) => ({
  name: 'delegation',
  label: `Scope ${index}`,
  mark: index === 30 ? 'bad' : 'good',
  evidence: 'Seen.',
  failure: null,
}));

const WELL: Standing = { troubles: [], lastRun: null, isDeployed: true };
const EVERYTHING: readonly ShownTrouble[] = FAILURE_KINDS.map((kind, index) => ({
  state: index % 2 === 0 ? 'broken' : 'degraded',
  failure: failureOf(kind),
  since: index % 3 === 0 ? null : '2026-11-02T08:00:00.000Z',
  feature: index % 2 === 0 ? 'directory' : null,
}));

const STATES: readonly SetupState[] = [
  { kind: 'not-installed' },
  { kind: 'asking-role' },
  { kind: 'ask' },
  { kind: 'installing', report: null },
  { kind: 'installing', report: reportOf() },
  { kind: 'installing', report: BAD },
  { kind: 'finalizing', report: null },
  { kind: 'error', failures: [{ kind: 'saved-data-unreadable', key: 'tenant' }], report: null },
  { kind: 'complete', tenant: aTenant() },
  { kind: 'deploying', tenant: aTenant(), standing: WELL },
  { kind: 'active', tenant: aTenant(), standing: WELL },
  { kind: 'active', tenant: aTenant({ deputy: WHO.other }), standing: WELL },
  { kind: 'broken', tenant: aTenant(), standing: { ...WELL, troubles: EVERYTHING } },
  { kind: 'degraded', tenant: aTenant(), standing: { ...WELL, troubles: EVERYTHING.slice(1, 2) } },
  { kind: 'paused', tenant: aTenant(), stop: paused(0) },
  { kind: 'disconnected', tenant: aTenant(), stop: disconnected(0, false) },
  { kind: 'cooling-down', tenant: aTenant(), stop: disconnected(0, true) },
];

const CARDS: readonly (readonly [string, Card])[] = [
  ...STATES.map((state, index) => [`${state.kind} ${index}`, setupCard(state, around)] as const),
  ['without an Admin page', setupCard({ kind: 'ask' }, { ...around, adminPage: null })],
  ['not set up', notSetUpCard()],
  ['not set up, with a link', notSetUpCard(around.adminPage)],
  ['changing the account', changeAccountCard(around, ADMIN.email)],
  ['taking over', takeOverCard(aTenant(), OTHER)],
  ['taking over as the deputy', takeOverCard(aTenant({ deputy: WHO.other }), OTHER)],
  [
    'taking over without the workbook',
    noWorkbookCard({ kind: 'forbidden', id: 'workbook-1' }, aTenant(), OTHER),
  ],
  ['changing the deputy', deputyCard(aTenant({ deputy: WHO.other }), [WHO.other])],
  ['changing the deputy where there is nobody', deputyCard(aTenant(), [])],
  ['rights', rightsCard()],
  ['authorizing', authorizeCard('https://accounts.google.com/consent')],
  ['authorizing without a link', authorizeCard(null)],
  ['checks', checksCard(BAD)],
  ['too many checks', checksCard({ ...BAD, checks: many })],
  [
    'the most that can be wrong at once',
    errorCard(
      [
        { kind: 'not-directory-admin', account: ADMIN.email },
        { kind: 'directory-partly-readable', account: ADMIN.email },
        ...FAILURE_KINDS.map(failureOf),
      ],
      { ...BAD, checks: many },
    ),
  ],
];

test.each(CARDS)('Google takes the card of %s, and it is short', (_, card) => {
  expect(checkCard(card)).toEqual([]);
  expect(widgetsOf(card).length).toBeLessThanOrEqual(30);
});

test.each(CARDS)(
  'each button of %s runs an action of ours, of those it was given, or opens a page',
  (_, card) => {
    const known = [
      ...Object.values(INSTALL),
      ...around.next.map(({ action }) => action),
    ] as string[];
    const named = [...textOf(card).matchAll(/"key":"do","value":"([^"]+)"/g)].map(
      ([, name]) => name!,
    );
    for (const name of named) expect(known).toContain(name);
    for (const [, url] of textOf(card).matchAll(/"url":"([^"]+)"/g)) expect(url).toMatch(/^https:/);
  },
);

describe('a failure on the card', () => {
  test.each(FAILURE_KINDS)('%s: heading, meaning, cure and a button', (kind) => {
    const failure = failureOf(kind);
    const card = errorCard([failure], null);
    const { heading, meaning, cure, link } = failureWords(failure);
    const text = textOf(card);
    expect(headersOf(card)[0]).toBe(heading);
    for (const sentence of [meaning, cure]) expect(text).toContain(inJson(sentence));
    if (link) expect(text).toContain(link.url);
    expect(buttonTexts(card)).toContain('Retry finalize');
  });

  test.each<[Failure['kind'], string[]]>([
    ['api-access-blocked', ['Open API controls', 'Retry finalize']],
    ['not-installed', ['Back to step 1']],
    ['outside-install', ['Open Marketplace apps', 'Back to step 1']],
    ['not-directory-admin', ['Choose another account', 'Show needed rights']],
    ['missing-scopes', ['Authorize again']],
    ['unauthorized-client', ['Open domain-wide delegation', 'Show client ID and scopes']],
    ['service-disabled', ['Open API library']],
  ])('%s offers %j [H32, H33, H34, H35, TA8]', (kind, expected) => {
    expect(buttonTexts(errorCard([failureOf(kind)], null))).toEqual(
      expect.arrayContaining(expected),
    );
  });

  test('the evidence of each check stands beside it', () => {
    const text = textOf(errorCard([{ kind: 'not-installed' }], BAD));
    for (const { evidence } of BAD.checks) expect(text).toContain(inJson(evidence));
  });

  test('more than three are counted, and what is bad is listed before what is good', () => {
    const failures = FAILURE_KINDS.slice(0, 5).map(failureOf);
    const text = textOf(errorCard(failures, { ...BAD, checks: many }));
    expect(text).toContain('2 more below');
    expect(text.indexOf('Scope 30')).toBeLessThan(text.indexOf('Scope 0'));
  });

  test('the checks stand under the two things that finalizing checks [H15]', () => {
    expect(headersOf(checksCard(reportOf())).slice(0, 4)).toEqual([
      'The Marketplace installation is complete',
      'The right access to domain data',
      'What Google tells no app',
      'Report',
    ]);
  });
});

describe('the steps', () => {
  const steps = (report: CheckReport | null) => setupCard({ kind: 'installing', report }, around);

  test('say what to choose in the Marketplace, in order [H2, H7, H8, H9, H10, H11, H12, H13, H14]', () => {
    const card = steps(null);
    expect(headersOf(card)).toEqual([
      'Step 1. Install from the Marketplace',
      'Step 2. Allow Tandem',
      'Step 3. Domain-wide delegation',
      'Step 4. Finalize',
      'Try it first?',
    ]);
    const text = textOf(card);
    for (const word of [
      'Admin install',
      'Continue',
      'Everyone at your organization',
      'tick the terms',
      'Finish',
      'Done',
    ])
      expect(text).toContain(word);
    expect(text).toContain(around.marketplace);
    expect(buttonTexts(card)).toContain('Finalize Google Workspace sync');
    expect(buttonTexts(card)).toContain('Change sync account');
  });

  test('that are done already are skipped, and said to be [G3, TA7]', () => {
    const text = textOf(steps(reportOf()));
    expect(text).toContain('Already installed.');
    expect(text).toContain('Already authorized.');
    expect(text).not.toContain('Open Google Workspace Marketplace');
  });

  test('hand over what was tried of the delegation', () => {
    expect(textOf(steps(BAD))).toContain('1 tried');
  });

  test('offer no Finalize to who is no administrator, but to ask one [H3, H17]', () => {
    const card = steps(reportOf({ account: ok(anAccount({ isAdmin: false })) }));
    expect(buttonTexts(card)).not.toContain('Finalize Google Workspace sync');
    expect(buttonTexts(card)).toContain('Ask an administrator');
    expect(textOf(card)).toContain('This account cannot access the Google Workspace Directory');
  });
});

test('the question has the two answers of the article [H6]', () => {
  expect(buttonTexts(setupCard({ kind: 'asking-role' }, around))).toEqual([
    'I am an administrator',
    'Ask an administrator',
  ]);
});

test('what is sent to a colleague says what to do, with the address of the Admin page [H21, G8]', () => {
  const text = textOf(setupCard({ kind: 'ask' }, around));
  expect(text).toContain(`Open ${around.adminPage}`);
  expect(text).toContain('Finalize Google Workspace sync');
});

test('a finalized set-up says which steps are left, and its first button is the next of them [H16, TA13]', () => {
  const step = (text: string, isDone: boolean) => ({ text, action: `do.${text}`, isDone });
  const of = (...steps: readonly ReturnType<typeof step>[]) =>
    setupCard({ kind: 'complete', tenant: aTenant() }, { ...around, steps: () => steps });
  const fresh = of(step('People', false), step('Calendars', false));
  expect(buttonTexts(fresh)[0]).toBe('People');
  expect(textOf(fresh)).toContain('What is left to do');
  expect(textOf(fresh)).toContain('Turn on your own sync');
  expect(buttonTexts(of(step('People', true), step('Calendars', false)))[0]).toBe('Calendars');
  const done = of(step('People', true), step('Calendars', true));
  expect(textOf(done)).not.toContain('left to do');
  expect(buttonTexts(done)[0]).toBe('See the people');
});

test('a finalized set-up shows what was set up', () => {
  const card = setupCard({ kind: 'complete', tenant: aTenant() }, around);
  expect(textOf(card)).toContain('docs.google.com/spreadsheets/d/workbook-1/edit');
});

test.each([
  [1, 'Every minute'],
  [60, 'Every hour'],
  [5, 'Every 5 minutes'],
])('a runner that comes each %i minutes is said to: %s [D15]', (everyMinutes, text) => {
  expect(
    textOf(
      setupCard({ kind: 'active', tenant: aTenant({ everyMinutes }), standing: WELL }, around),
    ),
  ).toContain(text);
});

describe('what is wrong, on Integrations', () => {
  const shown = (trouble: ShownTrouble) =>
    setupCard(
      {
        kind: trouble.state === 'broken' ? 'broken' : 'degraded',
        tenant: aTenant(),
        standing: { ...WELL, troubles: [trouble] },
      },
      around,
    );

  test.each(FAILURE_KINDS)('%s: what and since when, the cure, and one button of ours', (kind) => {
    const failure = failureOf(kind);
    const since = '2026-11-02T08:00:00.000Z';
    const card = shown({ state: 'broken', failure, since, feature: 'directory' });
    const { heading, meaning, cure } = failureWords(failure);
    const text = textOf({ sections: card.sections!.slice(0, 1) });
    for (const sentence of [heading, meaning, cure]) expect(text).toContain(inJson(sentence));
    expect(text).toContain('Since 2 November 2026, 08:00 UTC');
    expect([...text.matchAll(/"key":"do"/g)]).toHaveLength(1);
  });

  test('a broken organization says so in its title; a degraded one is connected', () => {
    const failure: Failure = { kind: 'not-installed' };
    const titleOf = (state: ShownTrouble['state']) =>
      shown({ state, failure, since: null, feature: null }).header?.title;
    expect(titleOf('broken')).toBe('Tandem is not working');
    expect(titleOf('degraded')).toBe('Google Workspace is connected');
  });
});

test('the deputy, whose workbook it is already, is not told to have it shared', () => {
  const asDeputy = textOf(takeOverCard(aTenant({ deputy: WHO.other }), OTHER));
  expect(asDeputy).toContain('You are the deputy: the workbook is shared with you.');
  expect(asDeputy).not.toContain('as an editor');
  expect(textOf(takeOverCard(aTenant(), OTHER))).toContain('shares the workbook with you');
});

test('what people see before set-up leads administrators to the Admin page', () => {
  expect(textOf(notSetUpCard(around.adminPage))).toContain(around.adminPage!);
  expect(buttonTexts(notSetUpCard())).toEqual([]);
});
