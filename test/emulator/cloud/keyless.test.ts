import { createPublicKey, verify } from 'node:crypto';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { LOCAL_CLIENT_ID } from '../../../emulator/workspace/oauth/local-client';
import { answerTokenInfo } from '../../../emulator/workspace/oauth/token-info';
import { authenticate, issueToken, tokenFor } from '../../../emulator/workspace/oauth/tokens';
import { ANNA, BEN } from '../../support/small-company';
import {
  act,
  AUTH,
  CALENDAR,
  claimsOf,
  delegate,
  delegatedCompany,
  exchange,
} from '../oauth/delegated-company';

const CLOUD = `${AUTH}cloud-platform`;
const SERVICE = 'iamcredentials.projects.serviceAccounts';

function company() {
  const here = delegatedCompany();
  delegate(here, [CALENDAR]);
  const { workspace, account } = here;
  act(workspace, 'cloud.grantTokenCreator', { serviceAccount: account.email, member: ANNA });
  const call = (
    method: string,
    body: object,
    { as = ANNA, scopes = [CLOUD], name = account.email } = {},
  ) => callAs(workspace, tokenFor(workspace, as, scopes).token, { method, body, name });
  return { ...here, call };
}

const callAs = (
  workspace: LocalWorkspace,
  token: string,
  { method, body, name }: { method: string; body: object; name: string },
) => {
  const params = { name: `projects/-/serviceAccounts/${name}` };
  const incoming = {
    methodId: `${SERVICE}.${method}`,
    params,
    body: body as Record<string, string>,
  };
  return workspace.door.call(incoming, authenticate(workspace, token), null) as Record<
    string,
    string
  >;
};

describe('signing without a key', () => {
  test('makes an assertion that the token endpoint takes', () => {
    const here = company();
    const { signedJwt, keyId } = here.call('signJwt', { payload: JSON.stringify(claimsOf(here)) });
    const { status, body } = exchange(here, signedJwt!);
    expect(status).toBe(200);
    expect(authenticate(here.workspace, String(body['access_token'])).principal.email).toBe(ANNA);
    const header = JSON.parse(Buffer.from(signedJwt!.split('.')[0]!, 'base64url').toString());
    expect(header).toEqual({ alg: 'RS256', kid: keyId, typ: 'JWT' });
  });

  test('goes on when every key of the account’s own is deleted', () => {
    const here = company();
    act(here.workspace, 'cloud.deleteKey', {
      serviceAccount: here.account.email,
      keyId: here.keyId,
    });
    const { signedJwt } = here.call('signJwt', { payload: JSON.stringify(claimsOf(here)) });
    expect(exchange(here, signedJwt!).status).toBe(200);
  });

  test('is refused to whoever is no Token Creator, and to everybody where there is no such account', () => {
    const { call } = company();
    const denied = expect.objectContaining({
      code: 403,
      message: "Permission 'iam.serviceAccounts.signJwt' denied on resource (or it may not exist).",
    });
    expect(() => call('signJwt', { payload: '{}' }, { as: BEN })).toThrow(denied);
    expect(() =>
      call('signJwt', { payload: '{}' }, { name: 'no@no.iam.gserviceaccount.com' }),
    ).toThrow(denied);
  });

  test('needs the scope cloud-platform', () => {
    const { call } = company();
    expect(() => call('signJwt', { payload: '{}' }, { scopes: [CALENDAR] })).toThrow(
      expect.objectContaining({ code: 403, reason: 'insufficientPermissions' }),
    );
  });

  const now = Date.UTC(2026, 2, 2, 8) / 1000;
  test.each([
    ['no JSON', 'x', 400],
    ['a list', '[]', 400],
    ['an end in the past', JSON.stringify({ exp: now - 1 }), 400],
    ['an end more than 12 hours ahead', JSON.stringify({ exp: now + 12 * 3600 + 1 }), 400],
    ['an end that is no integer', JSON.stringify({ exp: '1' }), 400],
    ['an end 12 hours ahead', JSON.stringify({ exp: now + 12 * 3600 }), 200],
    ['no end', '{}', 200],
  ])('of %s', (_, payload, status) => {
    const { call } = company();
    if (status === 200) expect(call('signJwt', { payload })).toHaveProperty('signedJwt');
    else
      expect(() => call('signJwt', { payload })).toThrow(expect.objectContaining({ code: status }));
  });

  test('for 12 hours makes nothing that the token endpoint would take', () => {
    const here = company();
    const claims = claimsOf(here, { exp: now + 12 * 3600 });
    const { signedJwt } = here.call('signJwt', { payload: JSON.stringify(claims) });
    expect(exchange(here, signedJwt!).body['error']).toBe('invalid_grant');
  });

  test('signs bytes that the account’s public keys verify', () => {
    const { account, call } = company();
    const { signedBlob, keyId } = call('signBlob', {
      payload: Buffer.from('hello').toString('base64'),
    });
    const { publicKey } = account.keys.find((key) => key.keyId === keyId)!;
    const signature = Buffer.from(signedBlob!, 'base64');
    expect(verify('sha256', Buffer.from('hello'), createPublicKey(publicKey), signature)).toBe(
      true,
    );
  });

  test('of an access token makes one for the account itself', () => {
    const { workspace, account, call } = company();
    const { accessToken, expireTime } = call('generateAccessToken', {
      scope: [CALENDAR],
      lifetime: '600s',
    });
    expect(authenticate(workspace, accessToken!).principal).toMatchObject({
      kind: 'service-account',
      email: account.email,
    });
    expect(expireTime).toBe('2026-03-02T08:10:00Z');
    expect(() => call('generateAccessToken', { scope: [CALENDAR], lifetime: '3601s' })).toThrow(
      'lifetime',
    );
  });

  test('of an ID token makes one that Google vouches for', () => {
    const { workspace, account, call } = company();
    const { token } = call('generateIdToken', {
      audience: 'https://x.example',
      includeEmail: true,
    });
    expect(answerTokenInfo(workspace, { id_token: token })).toMatchObject({
      status: 200,
      body: { aud: 'https://x.example', sub: account.uniqueId, email: account.email },
    });
  });

  test('goes through another service account that may act for this one', () => {
    const { workspace, account, projectId, call } = company();
    const between = act(workspace, 'cloud.createServiceAccount', {
      project: projectId,
      name: 'between',
    });
    const delegates = [`projects/-/serviceAccounts/${String(between['email'])}`];
    act(workspace, 'cloud.grantTokenCreator', { serviceAccount: between['email']!, member: BEN });
    expect(() => call('signJwt', { payload: '{}', delegates }, { as: BEN })).toThrow('denied');
    act(workspace, 'cloud.grantTokenCreator', {
      serviceAccount: account.email,
      member: between['email']!,
    });
    expect(call('signJwt', { payload: '{}', delegates }, { as: BEN })).toHaveProperty('signedJwt');
  });

  test('asks that the IAM Credentials API be on in the caller’s project', () => {
    const { workspace, account } = company();
    tokenFor(workspace, ANNA, [CLOUD]);
    const client = workspace.state.oauth.clients[LOCAL_CLIENT_ID]!;
    workspace.state.cloud.projects[client.projectNumber]!.enabledApis = [];
    const { userId } = findPrincipal(workspace.state.directory, ANNA)!;
    const { token } = issueToken(workspace, { clientId: LOCAL_CLIENT_ID, userId, scopes: [CLOUD] });
    expect(() =>
      callAs(workspace, token, { method: 'signJwt', body: { payload: '{}' }, name: account.email }),
    ).toThrow(expect.objectContaining({ reason: 'accessNotConfigured' }));
  });
});
