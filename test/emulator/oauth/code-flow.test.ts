import { createHash } from 'node:crypto';
import {
  createAuthorizationCode,
  type CodeRequest,
} from '../../../emulator/workspace/oauth/code-grant';
import { revokeGrant } from '../../../emulator/workspace/oauth/consent';
import { registerLocalClient } from '../../../emulator/workspace/oauth/local-client';
import { answerTokenInfo } from '../../../emulator/workspace/oauth/token-info';
import {
  answerRevokeRequest,
  answerTokenRequest,
} from '../../../emulator/workspace/oauth/token-endpoint';
import { authenticate } from '../../../emulator/workspace/oauth/tokens';
import { ANNA, aWorkspace } from '../../support/small-company';
import { act, AUTH, CALENDAR, userNamed } from './delegated-company';

const CLIENT = '123-web.apps.googleusercontent.com';
const REDIRECT = 'http://localhost:1234/callback';
const SCOPES = ['openid', `${AUTH}userinfo.email`, `${AUTH}userinfo.profile`, CALENDAR];

/** Anna has consented; her browser carries a code back to the application. */
function codeFlow(parts: Partial<CodeRequest> = {}) {
  const workspace = aWorkspace();
  registerLocalClient(workspace);
  workspace.state.oauth.clients[CLIENT] = {
    clientId: CLIENT,
    name: 'Planner',
    kind: 'web',
    projectNumber: '100000000001',
    ownerCustomerId: null,
    secret: 'hush',
  };
  const anna = userNamed(workspace, ANNA);
  act(workspace, 'consent.grant', { clientId: CLIENT, scopes: SCOPES }, ANNA);
  const request = {
    clientId: CLIENT,
    userId: anna.id,
    scopes: SCOPES,
    redirectUri: REDIRECT,
    ...parts,
  };
  const code = createAuthorizationCode(workspace, request);
  const form = { client_id: CLIENT, client_secret: 'hush', redirect_uri: REDIRECT };
  const post = (more: Record<string, string>) => {
    const { status, body } = answerTokenRequest(workspace, { ...form, ...more });
    return { status, body: body as Record<string, string> };
  };
  const redeem = (more: Record<string, string> = {}) =>
    post({ grant_type: 'authorization_code', code, ...more });
  const refresh = (refresh_token: string, more: Record<string, string> = {}) =>
    post({ grant_type: 'refresh_token', refresh_token, ...more });
  return { workspace, anna, redeem, refresh };
}

describe('an authorization code', () => {
  test('buys an access token, a refresh token and an ID token, once', () => {
    const { workspace, redeem } = codeFlow();
    const { status, body } = redeem();
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^ya29\./),
        refresh_token: expect.stringMatching(/^1\/\//),
        id_token: expect.any(String),
        expires_in: 3599,
        scope: SCOPES.join(' '),
        token_type: 'Bearer',
      },
    ]);
    expect(authenticate(workspace, body['access_token']!)).toMatchObject({
      applicationName: 'Planner',
    });
    expect(answerTokenInfo(workspace, { id_token: body['id_token'] }).body).toMatchObject({
      aud: CLIENT,
      email: ANNA,
      hd: 'acme.example',
    });
    expect(redeem()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test.each<[string, Record<string, string>, number, string]>([
    ['a code nobody gave', { code: 'x' }, 400, 'invalid_grant'],
    [
      'another address to return to',
      { redirect_uri: 'http://localhost:9/' },
      400,
      'redirect_uri_mismatch',
    ],
    ['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'x' }, 401, 'invalid_client'],
  ])('with %s is refused', (_, more, status, error) => {
    expect(codeFlow().redeem(more)).toMatchObject({ status, body: { error } });
  });

  test('is stale after ten minutes', () => {
    const { workspace, redeem } = codeFlow();
    workspace.clock.advance(600_000);
    expect(redeem()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('bound to a verifier is useless without it', () => {
    const codeChallenge = createHash('sha256').update('v'.repeat(43)).digest('base64url');
    const { redeem } = codeFlow({ codeChallenge, codeChallengeMethod: 'S256' });
    expect(redeem().body['error_description']).toBe('Missing code verifier.');
    expect(redeem({ code_verifier: 'w' }).body['error_description']).toBe('Invalid code verifier.');
    expect(redeem({ code_verifier: 'v'.repeat(43) }).status).toBe(200);
  });
});

describe('a refresh token', () => {
  const REVOKED = {
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
  };

  test('obtains access tokens for as long as the grant exists', () => {
    const { workspace, redeem, refresh } = codeFlow();
    const token = redeem().body['refresh_token']!;
    workspace.clock.advance(30 * 24 * 3_600_000);
    expect(refresh(token)).toMatchObject({
      status: 200,
      body: { expires_in: 3599, scope: SCOPES.join(' ') },
    });
    expect(refresh(token, { scope: CALENDAR }).body['scope']).toBe(CALENDAR);
    expect(refresh(token, { scope: `${AUTH}drive` }).body['error']).toBe('invalid_scope');
  });

  test.each<
    [string, (flow: ReturnType<typeof codeFlow>, tokens: Record<string, string>) => unknown]
  >([
    [
      'the person withdrew access',
      ({ workspace, anna }) => revokeGrant(workspace, CLIENT, anna.id),
    ],
    [
      'the application revoked it',
      ({ workspace }, { refresh_token }) =>
        answerRevokeRequest(workspace, { token: refresh_token! }),
    ],
    [
      'the application revoked its access token',
      ({ workspace }, { access_token }) => answerRevokeRequest(workspace, { token: access_token! }),
    ],
    [
      'administrators block third-party apps',
      ({ workspace }) => act(workspace, 'apiControls.setUnconfiguredApps', { access: 'block' }),
    ],
    ['the person was suspended', ({ anna }) => (anna.suspended = true)],
  ])('is no good after %s', (_, end) => {
    const flow = codeFlow();
    const tokens = flow.redeem().body;
    end(flow, tokens);
    expect(flow.refresh(tokens['refresh_token']!)).toEqual(REVOKED);
    expect(() => authenticate(flow.workspace, tokens['access_token']!)).toThrow(
      'Invalid Credentials',
    );
  });
});

describe('the owner of a token', () => {
  const userInfo = (scopes: string[]) => {
    const { workspace, redeem } = codeFlow({ scopes });
    const caller = authenticate(workspace, redeem().body['access_token']!);
    return workspace.door.call(
      { methodId: 'oauth2.userinfo.get', params: {}, body: null },
      caller,
      null,
    );
  };

  test('is revealed as far as its scopes allow', () => {
    const id = expect.stringMatching(/^\d{21}$/);
    const hd = 'acme.example';
    expect(userInfo(['openid'])).toEqual({ id, hd });
    expect(userInfo(SCOPES)).toEqual({
      id,
      hd,
      email: ANNA,
      verified_email: true,
      name: 'anna Example',
      given_name: 'anna',
      family_name: 'Example',
    });
  });

  test('and its purpose are revealed to anybody who has it', () => {
    const { workspace, redeem } = codeFlow();
    const accessToken = redeem().body['access_token']!;
    workspace.clock.advance(60_000);
    expect(answerTokenInfo(workspace, { access_token: accessToken })).toMatchObject({
      status: 200,
      body: { aud: CLIENT, expires_in: '3539', email: ANNA, scope: SCOPES.join(' ') },
    });
    expect(answerTokenInfo(workspace, { access_token: 'x' })).toEqual({
      status: 400,
      body: { error: 'invalid_token', error_description: 'Invalid Value' },
    });
  });
});
