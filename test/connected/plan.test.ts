import { canSwitch, linesOf, stateOf } from '../../src/connected/lines';
import { planSave, type Switched } from '../../src/connected/plan';
import type { Account, PersonSync, WhoConnects, WorkPerson } from '../../src/connected/ports';
import { fail, ok } from '../../src/kit/result';
import { had } from '../worksystem/workbook-of';

const AT = '2026-03-02T08:00:00.000Z';
const BOSS = 'boss@acme.example';

const person = (name: string, more: Partial<WorkPerson> = {}): WorkPerson => ({
  id: `w-${name}`,
  googleId: `g-${name}`,
  email: `${name}@acme.example`,
  givenName: name,
  familyName: '',
  aliases: '',
  isActive: true,
  ...more,
});

const sync = (name: string, more: Partial<PersonSync> = {}): PersonSync => ({
  userId: `g-${name}`,
  email: `${name}@acme.example`,
  addresses: [`${name}@acme.example`],
  state: 'on',
  consentedAt: AT,
  failure: null,
  freshAt: null,
  ...more,
});

const by = { by: BOSS, toldAt: AT };

test.each([
  ['never turned on', null, 'off'],
  ['only rules chosen so far', sync('a', { state: 'off', consentedAt: '' }), 'off'],
  ['their own', sync('a'), 'own'],
  ['their own, held', sync('a', { failure: 'held' }), 'own'],
  ['ended by themself', sync('a', { state: 'off' }), 'ended'],
  ['connected', sync('a', { connected: by }), 'connected'],
  ['connected, not told yet', sync('a', { connected: { ...by, toldAt: null } }), 'waiting'],
  ['ended by an administrator', sync('a', { state: 'off', connected: by }), 'off'],
  ['suspended', sync('a', { state: 'off', failure: 'suspended-subject' }), 'stopped'],
  ['no calendar', sync('a', { failure: 'calendar-off', connected: by }), 'stopped'],
] as const)('somebody is listed as they are: %s [I13]', (_, one, state) => {
  expect(stateOf(one)).toBe(state);
});

test('everybody is listed once: people who left only while they have a connection, and strangers while theirs is on', () => {
  const lines = linesOf(
    [person('ann'), person('ben', { isActive: false }), person('cem', { isActive: false })],
    [sync('ann'), sync('cem'), sync('dan'), sync('eve', { state: 'off' })],
  );
  expect(lines.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'ann own',
    'cem own',
    'dan@acme.example own',
  ]);
});

const ACCOUNTS: Readonly<Record<string, Account>> = Object.fromEntries(
  ['ann', 'ben', 'cem'].map((name): [string, Account] => {
    const email = `${name}@acme.example`;
    return [email, { userId: `g-${name}`, email, addresses: [email], isSuspended: false }];
  }),
);

const planned = (
  switched: Partial<Switched>,
  more: {
    readonly people?: readonly WorkPerson[];
    readonly syncs?: readonly PersonSync[];
    readonly policy?: WhoConnects;
    readonly hasDecided?: boolean;
    readonly accounts?: Readonly<Record<string, Account>>;
  } = {},
) =>
  had(
    planSave(
      [{ key: 'w-ann', before: false, after: true, address: '', ...switched }],
      {
        lines: linesOf(more.people ?? [person('ann'), person('ben')], more.syncs ?? []),
        policy: more.policy ?? 'administrators',
        by: BOSS,
      },
      {
        account: (address) => ok((more.accounts ?? ACCOUNTS)[address] ?? null),
        hasDecided: () => more.hasDecided ?? false,
      },
    ),
  );

test('a switch that is turned on connects the account of that address, in the administrator’s name [I10, I18]', () => {
  expect(planned({})).toEqual({
    changes: [
      {
        kind: 'connect',
        account: { userId: 'g-ann', email: 'ann@acme.example', addresses: ['ann@acme.example'] },
        knownAs: null,
        by: BOSS,
      },
    ],
    refused: [],
  });
});

test('a person whom the work system knows by another address is connected by an alias, and stays known by that [I11, I18]', () => {
  const lena = person('lena', {
    email: 'lena@partner.example',
    googleId: null,
    aliases: 'ann@acme.example',
  });
  const plan = planned({ key: 'w-lena', address: 'ann@acme.example' }, { people: [lena] });
  expect(plan.changes).toMatchObject([{ kind: 'connect', knownAs: 'lena@partner.example' }]);
});

const off = { before: true, after: false };
const ALIAS = 'team@acme.example';

test.each([
  ['an unknown person', planned({ key: 'w-nobody' })],
  ['an address of somebody else', planned({ address: 'ben@acme.example' })],
  [
    'an address that two people have',
    planned({}, { people: [person('ann'), person('ben', { aliases: 'ann@acme.example' })] }),
  ],
  ['no account', planned({}, { accounts: {} })],
  [
    'a suspended account',
    planned(
      {},
      { accounts: { 'ann@acme.example': { ...ACCOUNTS['ann@acme.example']!, isSuspended: true } } },
    ),
  ],
  [
    'another account than the sheet says',
    planned({}, { people: [person('ann', { googleId: 'g-other' })] }),
  ],
  [
    'the account of somebody else by an alias',
    planned(
      { address: ALIAS },
      {
        people: [person('ann', { googleId: null, aliases: ALIAS }), person('ben')],
        accounts: { [ALIAS]: ACCOUNTS['ben@acme.example']! },
      },
    ),
  ],
  ['somebody who has just decided', planned({}, { hasDecided: true })],
  ['somebody who ended it', planned({}, { syncs: [sync('ann', { state: 'off' })] })],
  [
    'somebody inactive',
    planned(
      {},
      {
        people: [person('ann', { isActive: false })],
        syncs: [sync('ann', { state: 'off', connected: by })],
      },
    ),
  ],
  ['the policy “only each person”', planned({}, { policy: 'person' })],
  [
    'a person’s own sync, turned off by a forged card',
    planned({ ...off, before: false, after: true }, { syncs: [sync('ann')] }),
  ],
  ['a person’s own sync, as if it had been connected', planned(off, { syncs: [sync('ann')] })],
  [
    'a switch that somebody else turned on meanwhile',
    planned({}, { syncs: [sync('ann', { connected: by })] }),
  ],
])('nothing is changed for %s, and it is said', (_, { changes, refused }) => {
  expect(changes).toEqual([]);
  expect(refused).toHaveLength(1);
});

test('a connection can always be ended, also where administrators may no longer connect anybody', () => {
  const syncs = [sync('ann', { connected: by })];
  expect(planned(off, { syncs, policy: 'person' }).changes).toEqual([
    { kind: 'end', userId: 'g-ann' },
  ]);
  expect(linesOf([person('ann')], syncs).every((line) => canSwitch(line, 'person'))).toBe(true);
});

test('nothing is saved while Google does not say whose address it is', () => {
  const lines = linesOf([person('ann')], []);
  const plan = planSave(
    [{ key: 'w-ann', before: false, after: true, address: '' }],
    { lines, policy: 'administrators', by: BOSS },
    { account: () => fail({ kind: 'unavailable', message: '503' }), hasDecided: () => false },
  );
  expect(plan.ok).toBe(false);
});
