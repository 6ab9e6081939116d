import { tokenSource } from '../../src/connection/tokens';
import { ok } from '../../src/kit/result';
import { CALENDAR, delegate, EVENTS, userNamed } from '../emulator/oauth/delegated-company';
import { MemoryStore } from '../kit/memory-store';
import { ANNA, BEN } from '../support/small-company';
import { connectedCompany, hash } from './company';

const MINUTE = 60_000;

function source(delegated: readonly string[] = [CALENDAR, EVENTS]) {
  const here = connectedCompany();
  delegate(here.company, delegated);
  const cache = new MemoryStore();
  const tokens = tokenSource({ ...here.signing, endpoint: here.endpoint, cache, hash });
  return { ...here, cache, tokens };
}

test('people’s tokens are minted in one call, each for the person who asked', () => {
  const { tokens, calls, workspace } = source();
  const people = tokens.tokensFor([ANNA, BEN, ANNA], [CALENDAR]);
  expect(calls).toEqual([2]);
  expect([...people.keys()]).toEqual([ANNA, BEN]);
  for (const [email, token] of people) {
    const known = Object.values(workspace.state.oauth.accessTokens).find(
      (one) => token.ok && one.token === token.value,
    );
    expect(known?.userId).toBe(userNamed(workspace, email).id);
  }
});

test('a token that is kept is not asked for again; the others are', () => {
  const { tokens, calls } = source();
  const first = tokens.tokensFor([ANNA], [CALENDAR, EVENTS]);
  const second = tokens.tokensFor([BEN, ANNA], [EVENTS, CALENDAR]);
  expect(second.get(ANNA)).toEqual(first.get(ANNA));
  expect([...second.keys()]).toEqual([BEN, ANNA]);
  expect(second.get(BEN)).not.toEqual(second.get(ANNA));
  expect(calls).toEqual([1, 1]);
});

test('a token is renewed before an execution could outlive it', () => {
  const { tokens, calls, workspace } = source();
  const first = tokens.tokensFor([ANNA], [CALENDAR]).get(ANNA);
  workspace.clock.advance(49 * MINUTE);
  expect(tokens.tokensFor([ANNA], [CALENDAR]).get(ANNA)).toEqual(first);
  workspace.clock.advance(2 * MINUTE);
  expect(tokens.tokensFor([ANNA], [CALENDAR]).get(ANNA)).not.toEqual(first);
  expect(calls).toEqual([1, 1]);
});

test('a token is for its scopes and its key alone: others do not get it', () => {
  const { tokens, calls, signing, endpoint, cache, robot } = source();
  tokens.tokensFor([ANNA], [CALENDAR]);
  tokens.tokensFor([ANNA], [EVENTS]);
  tokens.ownToken([CALENDAR]);
  const rotated = { ...robot, keyId: 'another' };
  tokenSource({ ...signing, account: rotated, endpoint, cache, hash }).tokensFor(
    [ANNA],
    [CALENDAR],
  );
  expect(calls).toEqual([1, 1, 1, 1]);
});

test('a token that a request found to be no good is minted anew', () => {
  const { tokens, calls } = source();
  tokens.tokensFor([ANNA, BEN], [CALENDAR]);
  tokens.forget([ANNA], [CALENDAR]);
  tokens.tokensFor([ANNA, BEN], [CALENDAR]);
  expect(calls).toEqual([2, 1]);
});

test('one person without a token does not cost the others theirs, and is asked for again', () => {
  const { tokens, calls } = source();
  const ask = () => tokens.tokensFor(['nobody@acme.example', ANNA], [CALENDAR]);
  expect(ask().get('nobody@acme.example')).toEqual({
    ok: false,
    failure: { kind: 'unknown-subject', account: 'nobody@acme.example' },
  });
  expect(ask().get(ANNA)?.ok).toBe(true);
  expect(calls).toEqual([2, 1]);
});

test('a cache that is lost or holds something else costs one call and no more', () => {
  const { tokens, calls, cache } = source();
  const first = tokens.tokensFor([ANNA], [CALENDAR]).get(ANNA);
  for (const key of cache.values.keys()) cache.values.set(key, '{"token":1}');
  expect(tokens.tokensFor([ANNA], [CALENDAR]).get(ANNA)).not.toEqual(first);
  for (const key of cache.values.keys()) cache.values.set(key, 'no JSON');
  expect(tokens.tokensFor([ANNA], [CALENDAR]).get(ANNA)?.ok).toBe(true);
  expect(calls).toEqual([1, 1, 1]);
});

test('a cache that is full costs nothing but more calls', () => {
  const { signing, endpoint, company, calls } = source();
  const cache = new MemoryStore({ valueBytes: 9_000, storeBytes: 1 });
  const tokens = tokenSource({ ...signing, endpoint, cache, hash });
  delegate(company, [CALENDAR]);
  expect(tokens.tokensFor([ANNA], [CALENDAR]).get(ANNA)?.ok).toBe(true);
  expect(tokens.tokensFor([ANNA], [CALENDAR]).get(ANNA)?.ok).toBe(true);
  expect(calls).toEqual([1, 1]);
});

test('the keys of the cache stay below Google’s 250 characters and tell long addresses apart', () => {
  const { cache, signing } = source();
  let count = 0;
  const endpoint = (_: string, all: readonly string[]) =>
    all.map(() => {
      count += 1;
      const body = JSON.stringify({ access_token: `token-${count}`, expires_in: 3600 });
      return ok({ status: 200, body });
    });
  const tokens = tokenSource({ ...signing, endpoint, cache, hash });
  const long = (end: string) => `${'a'.repeat(64)}@${'b'.repeat(180)}.${end}`;
  tokens.tokensFor([long('example'), long('test')], [CALENDAR]);
  expect(cache.values.size).toBe(2);
  expect(Math.max(...[...cache.values.keys()].map((key) => key.length))).toBeLessThan(250);
  expect(tokens.tokensFor([long('test')], [CALENDAR]).get(long('test'))).toEqual(ok('token-2'));
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
  expect(tokens.tokensFor([ANNA], [CALENDAR]).get(ANNA)).toEqual({ ok: false, failure });
  const deaf = tokenSource({ ...signing, endpoint: () => [], cache: new MemoryStore(), hash });
  expect(deaf.ownToken([CALENDAR])).toMatchObject({ failure: { kind: 'unreadable-answer' } });
});
