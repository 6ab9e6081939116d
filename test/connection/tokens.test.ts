import { tokenSource } from '../../src/connection/tokens';
import type { Person } from '../../src/kit/person';
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

function source(delegated: readonly string[] = [CALENDAR, EVENTS]) {
  const here = connectedCompany();
  delegate(here.company, delegated);
  const cache = new MemoryStore();
  const tokens = tokenSource({ ...here.signing, endpoint: here.endpoint, cache, hash });
  return { ...here, cache, tokens };
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
  const { tokens, calls, signing, endpoint, cache, robot } = source();
  tokens.tokensFor([anna], [CALENDAR]);
  tokens.tokensFor([anna], [EVENTS]);
  tokens.ownToken([CALENDAR]);
  const rotated = { ...robot, keyId: 'another' };
  tokenSource({ ...signing, account: rotated, endpoint, cache, hash }).tokensFor(
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
  expect(calls).toEqual([2, 1]);
});

test('a cache that is lost or holds something else costs one call and no more', () => {
  const { tokens, calls, cache } = source();
  const first = tokens.tokensFor([anna], [CALENDAR]).get(anna.userId);
  for (const key of cache.values.keys()) cache.values.set(key, '{"token":1}');
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)).not.toEqual(first);
  for (const key of cache.values.keys()) cache.values.set(key, 'no JSON');
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)?.ok).toBe(true);
  expect(calls).toEqual([1, 1, 1]);
});

test('a cache that is full costs nothing but more calls', () => {
  const { signing, endpoint, company, calls } = source();
  const cache = new MemoryStore({ valueBytes: 9_000, storeBytes: 1 });
  const tokens = tokenSource({ ...signing, endpoint, cache, hash });
  delegate(company, [CALENDAR]);
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)?.ok).toBe(true);
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)?.ok).toBe(true);
  expect(calls).toEqual([1, 1]);
});

test('a token is its account’s, whatever its address became; a newcomer at the address gets another', () => {
  const { tokens, calls } = source();
  const first = tokens.tokensFor([anna], [CALENDAR]).get(anna.userId);
  const renamed = { ...anna, email: 'anna.new@acme.example' };
  expect(tokens.tokensFor([renamed], [CALENDAR]).get(anna.userId)).toEqual(first);
  const newcomer = { ...anna, userId: 'newcomer' };
  expect(tokens.tokensFor([newcomer], [CALENDAR]).get('newcomer')).not.toEqual(first);
  expect(calls).toEqual([1, 1]);
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
  const { signing } = source();
  const failure = { kind: 'timed-out', service: 'token' } as const;
  const endpoint = (_: string, all: readonly string[]) =>
    all.map(() => ({ ok: false, failure }) as const);
  const tokens = tokenSource({ ...signing, endpoint, cache: new MemoryStore(), hash });
  expect(tokens.tokensFor([anna], [CALENDAR]).get(anna.userId)).toEqual({ ok: false, failure });
  const deaf = tokenSource({ ...signing, endpoint: () => [], cache: new MemoryStore(), hash });
  expect(deaf.ownToken([CALENDAR])).toMatchObject({ failure: { kind: 'unreadable-answer' } });
});
