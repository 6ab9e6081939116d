import type { AccountLookUp } from '../../src/connection/ports';
import { ownTokens, peoplesTokens, type OwnTokens } from '../../src/connection/tokens';
import type { Failure } from '../../src/kit/failure';
import type { AddressedPerson, Person } from '../../src/kit/person';
import { fail, ok, type Result } from '../../src/kit/result';
import { CALENDAR, delegate, EVENTS, userNamed } from '../emulator/oauth/delegated-company';
import { MemoryStore } from '../kit/memory-store';
import { ANNA, BEN } from '../support/small-company';
import { connectedCompany, hash } from './company';

const MINUTE = 60_000;

const personAt = (email: string): Person => ({ userId: `id of ${email}`, email });
const [anna, ben, nobody] = [ANNA, BEN, 'nobody@acme.example'].map(personAt) as [
  Person,
  Person,
  Person,
];

/** A directory in which everybody has the address that they are asked about with, but for those who were renamed or are gone. */
function directory() {
  const asked: string[][] = [];
  const renamed = new Map<string, string>();
  const lookUp: AccountLookUp = (people) => {
    asked.push(people.map(({ email }) => email));
    return ok(
      new Map(
        people.map(({ userId, email }): [string, Result<AddressedPerson, Failure>] => {
          const now = renamed.get(userId) ?? email;
          return email === nobody.email
            ? [userId, fail({ kind: 'unknown-subject', account: email })]
            : [userId, ok({ userId, email: now, addresses: [now] })];
        }),
      ),
    );
  };
  return { asked, renamed, lookUp };
}

function source(delegated: readonly string[] = [CALENDAR, EVENTS]) {
  const here = connectedCompany();
  delegate(here.company, delegated);
  const cache = new MemoryStore();
  const parts = { ...here.signing, endpoint: here.endpoint, cache, hash };
  const company = directory();
  const people = peoplesTokens({ ...parts, lookUp: company.lookUp });
  const tokens = { ...people, ...ownTokens(parts) };
  return { ...here, cache, tokens, parts, directory: company };
}

test('people’s tokens are minted in one call, each for the person who asked', () => {
  const { tokens, calls, workspace } = source();
  const people = tokens.tokensFor([anna, ben, anna], [CALENDAR]);
  expect(calls).toEqual([2]);
  expect([...people.keys()]).toEqual([anna.userId, ben.userId]);
  for (const [userId, token] of people) {
    const { email } = [anna, ben].find((one) => one.userId === userId)!;
    const known = Object.values(workspace.state.oauth.accessTokens).find(
      (one) => token.ok && one.token === token.value,
    );
    expect(known?.userId).toBe(userNamed(workspace, email).id);
  }
});

test('a token that is kept is not asked for again; the others are', () => {
  const { tokens, calls } = source();
  const first = tokens.tokensFor([anna], [CALENDAR, EVENTS]);
  const second = tokens.tokensFor([ben, anna], [EVENTS, CALENDAR]);
  expect(second.get(anna.userId)).toEqual(first.get(anna.userId));
  expect([...second.keys()]).toEqual([ben.userId, anna.userId]);
  expect(second.get(ben.userId)).not.toEqual(second.get(anna.userId));
  expect(calls).toEqual([1, 1]);
});

test('a token is renewed before an execution could outlive it', () => {
  const { tokens, calls, workspace } = source();
  const first = tokens.tokensFor([anna], [CALENDAR]).get(anna.userId);
  workspace.clock.advance(49 * MINUTE);
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)).toEqual(first);
  workspace.clock.advance(2 * MINUTE);
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)).not.toEqual(first);
  expect(calls).toEqual([1, 1]);
});

test('a token is for its scopes and its key alone: others do not get it', () => {
  const { tokens, calls, parts, robot, directory: company } = source();
  tokens.tokensFor([anna], [CALENDAR]);
  tokens.tokensFor([anna], [EVENTS]);
  tokens.ownToken([CALENDAR]);
  const rotated = { ...robot, keyId: 'another' };
  peoplesTokens({ ...parts, account: rotated, lookUp: company.lookUp }).tokensFor(
    [anna],
    [CALENDAR],
  );
  expect(calls).toEqual([1, 1, 1, 1]);
});

test('a token that a request found to be no good is minted anew', () => {
  const { tokens, calls } = source();
  tokens.tokensFor([anna, ben], [CALENDAR]);
  tokens.forget([anna], [CALENDAR]);
  tokens.tokensFor([anna, ben], [CALENDAR]);
  expect(calls).toEqual([2, 1]);
});

test('one person without a token does not cost the others theirs, and is asked for again', () => {
  const { tokens, calls } = source();
  const ask = () => tokens.tokensFor([nobody, anna], [CALENDAR]);
  expect(ask().get(nobody.userId)).toEqual({
    ok: false,
    failure: { kind: 'unknown-subject', account: 'nobody@acme.example' },
  });
  expect(ask().get(anna.userId)?.ok).toBe(true);
  expect(calls).toEqual([1]);
});

test('a cache that was lost or holds something else costs only one call', () => {
  const { tokens, calls, cache } = source();
  const first = tokens.tokensFor([anna], [CALENDAR]).get(anna.userId);
  for (const key of cache.values.keys()) cache.values.set(key, '{"token":1}');
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)).not.toEqual(first);
  for (const key of cache.values.keys()) cache.values.set(key, 'no JSON');
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)?.ok).toBe(true);
  expect(calls).toEqual([1, 1, 1]);
});

test('a cache that is full costs nothing but more calls', () => {
  const { parts, company, calls, directory: accounts } = source();
  const cache = new MemoryStore({ valueBytes: 9_000, storeBytes: 1 });
  const tokens = peoplesTokens({ ...parts, cache, lookUp: accounts.lookUp });
  delegate(company, [CALENDAR]);
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)?.ok).toBe(true);
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)?.ok).toBe(true);
  expect(calls).toEqual([1, 1]);
});

test('a token is its account’s, whatever its address became; a newcomer at the address gets another', () => {
  const { tokens, calls, directory: company } = source();
  const first = tokens.tokensFor([anna], [CALENDAR]).get(anna.userId);
  company.renamed.set(anna.userId, 'anna.new@acme.example');
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)).toEqual(first);
  expect([...tokens.kept([anna, ben], [CALENDAR]).keys()]).toEqual([anna.userId]);
  const newcomer = { ...anna, userId: 'newcomer' };
  expect(tokens.kept([newcomer], [CALENDAR]).size).toBe(0);
  expect(tokens.tokensFor([newcomer], [CALENDAR]).get('newcomer')).not.toEqual(first);
  expect(calls).toEqual([1, 1]);
  expect(company.asked).toEqual([[ANNA], [ANNA]]);
});

test('a token is made for the address that the account has now, never for the one it had [Att32]', () => {
  const { tokens, workspace, directory: company } = source();
  company.renamed.set(anna.userId, BEN);
  const token = tokens.tokensFor([anna], [CALENDAR]).get(anna.userId);
  const known = Object.values(workspace.state.oauth.accessTokens).find(
    (one) => token?.ok && one.token === token.value,
  );
  expect(known?.userId).toBe(userNamed(workspace, BEN).id);
});

test('where the directory cannot be read, no token is made for anybody', () => {
  const { parts, calls } = source();
  const failure = { kind: 'not-directory-admin', account: 'admin@acme.example' } as const;
  const tokens = peoplesTokens({ ...parts, lookUp: () => fail(failure) });
  const asked = tokens.tokensFor([anna, ben], [CALENDAR]);
  expect([...asked.values()]).toEqual([fail(failure), fail(failure)]);
  expect(calls).toEqual([]);
});

test('the keys of the cache stay below Google’s 250 characters', () => {
  const { cache, tokens } = source();
  tokens.tokensFor([{ ...anna, userId: '1'.repeat(30) }], [CALENDAR]);
  expect(Math.max(...[...cache.values.keys()].map((key) => key.length))).toBeLessThan(250);
});

test('nobody’s tokens are nobody’s call', () => {
  const { tokens, calls } = source();
  expect(tokens.tokensFor([], [CALENDAR]).size).toBe(0);
  expect(calls).toEqual([]);
});

test('a call that never came through is the failure of each', () => {
  const { parts, directory: accounts } = source();
  const failure = { kind: 'timed-out', service: 'token' } as const;
  const endpoint = (_: string, all: readonly string[]) =>
    all.map(() => ({ ok: false, failure }) as const);
  const cache = new MemoryStore();
  const tokens = peoplesTokens({ ...parts, endpoint, cache, lookUp: accounts.lookUp });
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)).toEqual({ ok: false, failure });
  const deaf: OwnTokens = ownTokens({ ...parts, endpoint: () => [], cache: new MemoryStore() });
  expect(deaf.ownToken([CALENDAR])).toMatchObject({ failure: { kind: 'unreadable-answer' } });
});
