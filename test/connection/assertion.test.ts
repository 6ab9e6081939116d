import { createPublicKey, verify } from 'node:crypto';
import { signedAssertion } from '../../src/connection/assertion';
import { aKey } from '../emulator/oauth/delegated-company';
import { ANNA } from '../support/small-company';
import { connectedCompany } from './company';

const { signing, robot } = connectedCompany();
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
