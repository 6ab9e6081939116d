import { google } from 'googleapis';
import { redirectGoogle } from '../../../emulator/redirect-google.cjs';
import { privatePem } from '../../../emulator/workspace/cloud/keys';
import { ANNA } from '../../support/small-company';
import { aKey, AUTH, CALENDAR, delegate, delegatedCompany } from '../oauth/delegated-company';
import { fetchImplementation } from './clients';
import { startWorkspace, type StartedWorkspace } from '../../../emulator/start-workspace';

const EMAIL = `${AUTH}userinfo.email`;
const company = delegatedCompany();
delegate(company, [EMAIL]);

let started: StartedWorkspace;
let undo: () => void;
beforeAll(async () => {
  // Google's client signs with this machine's time, so the Workspace must have it too.
  started = await startWorkspace({
    seed: company.workspace.state,
    clock: 'wall',
    latency: 'none',
    settings: { propagation: 'immediate' },
  });
  undo = redirectGoogle(started.url);
});
afterAll(async () => {
  undo();
  await started.stop();
});

const jwt = (options: { subject?: string; scopes?: string[]; key?: string } = {}) =>
  new google.auth.JWT({
    email: company.account.email,
    key: privatePem(aKey()),
    keyId: company.keyId,
    subject: ANNA,
    scopes: [EMAIL],
    transporterOptions: { fetchImplementation },
    ...options,
  });

/** The token endpoint's answer to a client that got no token. */
const refused = async (auth: InstanceType<typeof google.auth.JWT>) => {
  const error = (await auth.authorize().then(
    () => null,
    (thrown: unknown) => thrown,
  )) as {
    status?: number;
    response?: { status: number; data: unknown };
  } | null;
  return [error?.response?.status, error?.response?.data];
};

test('Google’s own library gets a token as a person, and calls an API on Google’s own host with it', async () => {
  const { data } = await google.oauth2({ version: 'v2', auth: jwt() }).userinfo.get();
  expect(data).toMatchObject({ email: ANNA });
  expect(started.workspace.traffic.calls.map(({ method }) => method)).toEqual([
    'token',
    'oauth2.userinfo.get',
  ]);
});

test.each<[string, () => InstanceType<typeof google.auth.JWT>, number, object]>([
  [
    'a scope that is not delegated',
    () => jwt({ scopes: [CALENDAR] }),
    401,
    {
      error: 'unauthorized_client',
      error_description: expect.stringContaining('not authorized for any of the scopes'),
    },
  ],
  [
    'a person who is not there',
    () => jwt({ subject: 'nobody@acme.example' }),
    400,
    { error: 'invalid_grant', error_description: 'Invalid email or User ID' },
  ],
  [
    'another key',
    () => jwt({ key: privatePem(aKey(1)) }),
    400,
    { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
  ],
])('%s gets no token', async (_, auth, status, body) => {
  expect(await refused(auth())).toEqual([status, body]);
});

test('the library asks what a token is good for, and gives it back', async () => {
  const auth = jwt();
  const { access_token: token } = await auth.authorize();
  const client = new google.auth.OAuth2({ transporterOptions: { fetchImplementation } });
  expect(await client.getTokenInfo(token!)).toMatchObject({
    aud: company.account.uniqueId,
    scopes: [EMAIL],
    email: ANNA,
  });
  await client.revokeToken(token!);
  await expect(client.getTokenInfo(token!)).rejects.toThrow(/invalid_token|Invalid Value/);
});
