import { createPublicKey, verify } from 'node:crypto';
import { signedAssertions, type Claim } from '../../src/connection/assertion';
import { fail, ok } from '../../src/kit/result';
import { aKey } from '../emulator/oauth/delegated-company';
import { ANNA } from '../support/small-company';
import { connectedCompany } from './company';

const { signing, robot } = connectedCompany();
const signedAssertion = (parts: typeof signing, claim: Claim): string => {
  const [assertion] = signedAssertions(parts, [claim]);
  return assertion?.ok ? assertion.value : '';
};
const partsOf = (assertion: string) => assertion.split('.') as [string, string, string];
const read = (part: string) =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

test('a claim says who asks for whom and for what, and is signed with the key [TB2]', () => {
  const assertion = signedAssertion(signing, { subject: ANNA, scopes: ['a', 'b'] });
  const [header, claims, signature] = partsOf(assertion);
  expect(read(header)).toEqual({ alg: 'RS256', typ: 'JWT', kid: robot.keyId });
  expect(read(claims)).toMatchObject({
    iss: robot.email,
    sub: ANNA,
    scope: 'a b',
    aud: 'https://oauth2.googleapis.com/token',
  });
  expect(
    verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      createPublicKey(aKey()),
      Buffer.from(signature, 'base64url'),
    ),
  ).toBe(true);
});

test('a claim has begun already and lives for less than an hour, on a clock that is somewhat off, too', () => {
  const { iat, exp } = read(partsOf(signedAssertion(signing, { subject: ANNA, scopes: ['a'] }))[1]);
  const now = signing.clock.now() / 1000;
  expect(Number(iat)).toBeLessThanOrEqual(now - 30);
  expect(Number(exp)).toBeGreaterThan(now + 1800);
  expect(Number(exp) - Number(iat)).toBeLessThan(3600);
  expect(Number(exp)).toBeLessThan(now + 3600 - 60);
});

test('a claim for the service account itself names nobody else', () => {
  const claims = read(partsOf(signedAssertion(signing, { subject: null, scopes: ['a'] }))[1]);
  expect(claims).not.toHaveProperty('sub');
});

test('a key whose ID the file did not say is signed without one: Google tries all keys of the account [TB4]', () => {
  const account = { ...robot, sentKeyId: null };
  const [header] = partsOf(
    signedAssertion({ ...signing, account }, { subject: ANNA, scopes: ['a'] }),
  );
  expect(read(header)).toEqual({ alg: 'RS256', typ: 'JWT' });
});

test('without a key Google signs all claims in one call, and one that it refuses leaves the others [TB6]', () => {
  const account = { ...robot, privateKey: null, sentKeyId: null };
  const asked: (readonly string[])[] = [];
  const refused = fail({ kind: 'may-not-sign', serviceAccount: robot.email } as const);
  const made = signedAssertions(
    {
      ...signing,
      account,
      signAtGoogle(_, claims) {
        asked.push(claims);
        return claims.map((_claim, index) => (index === 0 ? refused : ok(`signed-${index}`)));
      },
    },
    [
      { subject: ANNA, scopes: ['a'] },
      { subject: null, scopes: ['b'] },
    ],
  );
  expect(made).toEqual([refused, ok('signed-1')]);
  expect(asked.map((claims) => claims.map((text) => JSON.parse(text) as object))).toEqual([
    [
      expect.objectContaining({ sub: ANNA, scope: 'a', iss: robot.email }),
      expect.objectContaining({ scope: 'b' }),
    ],
  ]);
});
