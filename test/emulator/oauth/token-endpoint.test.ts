import { createPrivateKey } from 'node:crypto';
import { answerTokenInfo } from '../../../emulator/workspace/oauth/token-info';
import {
  answerRevokeRequest,
  answerTokenRequest,
} from '../../../emulator/workspace/oauth/token-endpoint';
import { authenticate } from '../../../emulator/workspace/oauth/tokens';
import { ADMIN, ANNA } from '../../support/small-company';
import {
  act,
  aKey,
  ask,
  AUTH,
  CALENDAR,
  claimsOf,
  delegate,
  delegatedCompany,
  EVENTS,
  exchange,
  jwt,
  userNamed,
  type DelegatedCompany,
} from './delegated-company';

const company = () => {
  const made = delegatedCompany();
  delegate(made, [CALENDAR]);
  return made;
};

describe('a service account’s assertion', () => {
  test('buys a token that acts as the person', () => {
    const here = company();
    const { status, body } = ask(here);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^ya29\./),
      expires_in: 3599,
      token_type: 'Bearer',
    });
    expect(authenticate(here.workspace, String(body['access_token']))).toMatchObject({
      principal: { kind: 'user', email: ANNA },
      clientId: here.account.uniqueId,
      scopes: new Set([CALENDAR]),
      impersonated: true,
      cause: 'api',
    });
  });

  test('without a subject buys a token of the account’s own', () => {
    const here = company();
    const { body } = ask(here, { sub: undefined, scope: `${CALENDAR} ${AUTH}drive` });
    expect(authenticate(here.workspace, String(body['access_token'])).principal).toEqual({
      kind: 'service-account',
      email: here.account.email,
      uniqueId: here.account.uniqueId,
    });
  });

  test('with an audience and no scope buys an ID token', () => {
    const here = company();
    const { body } = ask(here, {
      sub: undefined,
      scope: undefined,
      target_audience: 'https://acme.example',
    });
    const info = answerTokenInfo(here.workspace, { id_token: String(body['id_token']) });
    expect(info).toMatchObject({
      status: 200,
      body: {
        aud: 'https://acme.example',
        email: here.account.email,
        iss: 'https://accounts.google.com',
      },
    });
  });

  test.each([
    [
      'signed at the old address of the endpoint',
      { aud: 'https://www.googleapis.com/oauth2/v4/token' },
    ],
    ['signed at a local address', { aud: 'http://localhost:8080/token' }],
    ['with the subject in capitals', { sub: ANNA.toUpperCase() }],
    [
      'from a clock four minutes fast',
      { iat: Date.UTC(2026, 2, 2, 8, 4) / 1000, exp: Date.UTC(2026, 2, 2, 9, 4) / 1000 },
    ],
    ['that lasts 65 minutes', { exp: Date.UTC(2026, 2, 2, 9, 5) / 1000 }],
  ])('%s is taken', (_, claims) => {
    expect(ask(company(), claims).status).toBe(200);
  });

  test.each<[string, (c: DelegatedCompany) => string]>([
    ['signed with another key', (c) => jwt(claimsOf(c), { key: aKey(1) })],
    ['of another algorithm', (c) => jwt(claimsOf(c), { header: { alg: 'HS256' } })],
    ['that names another key', (c) => jwt(claimsOf(c), { header: { kid: 'other' } })],
    [
      'changed after signing',
      (c) =>
        jwt(claimsOf(c)).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify(claimsOf(c, { sub: ADMIN }))).toString('base64url')}.`,
        ),
    ],
    ['in plain base64', (c) => jwt(claimsOf(c)).replace(/\.[^.]+$/, '.++//')],
    ['that is no JWT', () => 'a.b'],
  ])('%s is refused as wrongly signed', (_, assertion) => {
    const here = company();
    expect(exchange(here, assertion(here))).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
    });
  });

  test('accepts the new key when keys are rotated, and the old one until it is deleted', () => {
    const here = company();
    const { workspace, account, keyId } = here;
    const { pem } = act(workspace, 'cloud.createKey', {
      serviceAccount: account.email,
      type: 'pem',
    });
    const withNew = () =>
      exchange(here, jwt(claimsOf(here), { key: createPrivateKey(String(pem)) }));
    expect([ask(here).status, withNew().status]).toEqual([200, 200]);
    act(workspace, 'cloud.deleteKey', { serviceAccount: account.email, keyId });
    expect([ask(here).status, withNew().status]).toEqual([400, 200]);
  });

  test('shows which scopes are missing to a check that asks for each alone', () => {
    const here = company();
    delegate(here, [CALENDAR, `${AUTH}gmail.send`]);
    const wanted = [CALENDAR, EVENTS, `${AUTH}gmail.send`];
    expect(wanted.map((scope) => ask(here, { scope }).status)).toEqual([200, 401, 200]);
  });

  test('ends with the suspension of the person, in the middle of a run', () => {
    const here = company();
    const token = String(ask(here).body['access_token']);
    const call = () => authenticate(here.workspace, token).principal.email;
    expect(call()).toBe(ANNA);
    userNamed(here.workspace, ANNA).suspended = true;
    expect(call).toThrow('Invalid Credentials');
  });
});

describe('the token endpoint', () => {
  test.each([
    [{}, 400, 'unsupported_grant_type', 'Invalid grant_type: '],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type', 'Invalid grant_type: password'],
    [{ grant_type: 'toString' }, 400, 'unsupported_grant_type', 'Invalid grant_type: toString'],
    [
      { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' },
      400,
      'invalid_request',
      'Missing required parameter: assertion',
    ],
    [
      { grant_type: 'refresh_token' },
      400,
      'invalid_request',
      'Missing required parameter: client_id',
    ],
    [
      { grant_type: 'refresh_token', client_id: 'x', refresh_token: 'y' },
      401,
      'invalid_client',
      'The OAuth client was not found.',
    ],
  ])('answers %j with %i %s', (form, status, error, description) => {
    const { workspace } = delegatedCompany();
    expect(answerTokenRequest(workspace, form as unknown as Record<string, string>)).toEqual({
      status,
      body: { error, error_description: description },
    });
  });

  test('revokes nothing it does not know', () => {
    expect(answerRevokeRequest(delegatedCompany().workspace, { token: 'x' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_token' },
    });
  });

  test('revokes one impersonated token and leaves the delegation', () => {
    const here = company();
    const token = String(ask(here).body['access_token']);
    expect(answerRevokeRequest(here.workspace, { token })).toEqual({ status: 200, body: {} });
    expect(() => authenticate(here.workspace, token)).toThrow('Invalid Credentials');
    expect(ask(here).status).toBe(200);
  });
});
