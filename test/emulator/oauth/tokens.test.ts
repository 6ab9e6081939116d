import type { LocalWorkspace } from '../../../emulator/local-workspace';
import {
  authenticate,
  issueToken,
  revokeTokens,
  tokenFor,
} from '../../../emulator/workspace/oauth/tokens';
import { ANNA, aWorkspace } from '../../support/small-company';

const CALENDAR = 'https://www.googleapis.com/auth/calendar';

const annaOf = ({ state }: LocalWorkspace) =>
  Object.values(state.directory.users).find(({ primaryEmail }) => primaryEmail === ANNA)!;

describe('an access token', () => {
  test('is opaque, lasts an hour less a second, and identifies the caller and the application', () => {
    const workspace = aWorkspace();
    const { token, expiresAt } = tokenFor(workspace, ANNA, [CALENDAR]);
    expect(token).toMatch(/^ya29\.[\w-]{100,}$/);
    expect(expiresAt - workspace.clock.now()).toBe(3_599_000);
    expect(authenticate(workspace, token)).toMatchObject({
      principal: { kind: 'user', email: ANNA, customerId: 'C01acme00' },
      scopes: new Set([CALENDAR]),
      applicationName: 'Local client',
      impersonated: false,
      cause: 'api',
    });
  });

  test.each<[string, (workspace: LocalWorkspace) => void]>([
    ['expired', ({ clock }) => clock.advance(3_599_000)],
    ['revoked', (workspace) => revokeTokens(workspace, () => true)],
    ['of a suspended user', (workspace) => (annaOf(workspace).suspended = true)],
    ['of an archived user', (workspace) => (annaOf(workspace).archived = true)],
    ['of a deleted user', (workspace) => (annaOf(workspace).deletionTime = '2026-03-02T08:00:00Z')],
    ['of a client that is gone', ({ state }) => (state.oauth.clients = {})],
    ['of a state that was replaced', ({ state }) => (state.oauth.accessTokens = {})],
  ])('that is %s is refused with 401 authError', (_, spoil) => {
    const workspace = aWorkspace();
    const { token } = tokenFor(workspace, ANNA, [CALENDAR]);
    spoil(workspace);
    expect(() => authenticate(workspace, token)).toThrow(
      expect.objectContaining({
        code: 401,
        reason: 'authError',
        message: 'Invalid Credentials',
        detail: expect.objectContaining({ location: 'Authorization' }),
      }),
    );
  });

  test.each(['', 'nonsense', 'constructor', '__proto__'])('%p belongs to nobody', (bearer) => {
    expect(() => authenticate(aWorkspace(), bearer)).toThrow('Invalid Credentials');
  });

  test('remains its owner’s when the address changes', () => {
    const workspace = aWorkspace();
    const { token } = tokenFor(workspace, ANNA, [CALENDAR]);
    annaOf(workspace).primaryEmail = 'anna.new@acme.example';
    workspace.state.directory.revision++;
    expect(authenticate(workspace, token).principal.email).toBe('anna.new@acme.example');
  });

  test('is forgotten some time after it has expired, so that the state does not grow forever', () => {
    const workspace = aWorkspace();
    const { clientId, userId } = tokenFor(workspace, ANNA, [CALENDAR]);
    for (let i = 0; i < 3_000; i++) {
      issueToken(workspace, { clientId, userId: userId!, scopes: [CALENDAR] });
      workspace.clock.advance(60_000);
    }
    expect(Object.keys(workspace.state.oauth.accessTokens).length).toBeLessThan(700);
  });
});
