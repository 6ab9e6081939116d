import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { recordApiActivity } from '../../../emulator/workspace/oauth/api-activity';
import { requireAllowedByAdministrator } from '../../../emulator/workspace/oauth/api-controls';
import { ConsoleRefusal } from '../../../emulator/workspace/admin-action';
import { consentRequest } from '../../../emulator/workspace/oauth/consent';
import { LOCAL_CLIENT_ID } from '../../../emulator/workspace/oauth/local-client';
import { authenticate, tokenFor } from '../../../emulator/workspace/oauth/tokens';
import type { ApiName } from '../../../emulator/discovery/discovery';
import { ANNA, aWorkspace } from '../../support/small-company';
import { ACME, act, AUTH, CALENDAR, userNamed } from './delegated-company';

const EMAIL = `${AUTH}userinfo.email`;
const EVERYTHING = [EMAIL, CALENDAR, `${AUTH}drive`, `${AUTH}admin.directory.user`];

/** Which APIs the Local client, a third party's app, may call for Anna. */
function opened(workspace: LocalWorkspace): ApiName[] {
  const caller = authenticate(workspace, tokenFor(workspace, ANNA, EVERYTHING).token);
  return (['oauth2', 'calendar', 'sheets', 'drive', 'directory', 'reports'] as const).filter(
    (api) => {
      try {
        requireAllowedByAdministrator(workspace, caller, api);
        return true;
      } catch {
        return false;
      }
    },
  );
}

const ALL = ['oauth2', 'calendar', 'sheets', 'drive', 'directory', 'reports'];

describe('API controls', () => {
  test.each<
    [string, readonly (readonly [string, Record<string, string | boolean>])[], readonly string[]]
  >([
    ['nothing set', [], ALL],
    ['unconfigured apps blocked', [['setUnconfiguredApps', { access: 'block' }]], []],
    ['sign-in only', [['setUnconfiguredApps', { access: 'sign-in-only' }]], ['oauth2']],
    [
      'blocked and allowed again',
      [
        ['setUnconfiguredApps', { access: 'block' }],
        ['setUnconfiguredApps', { access: 'allow' }],
      ],
      ALL,
    ],
    [
      'unconfigured apps blocked and this one trusted',
      [
        ['setUnconfiguredApps', { access: 'block' }],
        ['setApp', { access: 'trusted' }],
      ],
      ALL,
    ],
    [
      'unconfigured apps blocked and this one limited',
      [
        ['setUnconfiguredApps', { access: 'block' }],
        ['setApp', { access: 'limited' }],
      ],
      ALL,
    ],
    ['this app blocked', [['setApp', { access: 'blocked' }]], []],
    [
      'blocked and unconfigured again',
      [
        ['setApp', { access: 'blocked' }],
        ['setApp', { access: 'unconfigured' }],
      ],
      ALL,
    ],
    [
      'Calendar restricted',
      [['setService', { service: 'calendar', restricted: true }]],
      ['oauth2', 'sheets', 'drive', 'directory', 'reports'],
    ],
    [
      'Drive restricted',
      [['setService', { service: 'drive', restricted: true }]],
      ['oauth2', 'calendar', 'directory', 'reports'],
    ],
    [
      'Calendar restricted and this app trusted',
      [
        ['setService', { service: 'calendar', restricted: true }],
        ['setApp', { access: 'trusted' }],
      ],
      ALL,
    ],
    [
      'Calendar restricted and open again',
      [
        ['setService', { service: 'calendar', restricted: true }],
        ['setService', { service: 'calendar', restricted: false }],
      ],
      ALL,
    ],
    [
      'this app open for Calendar alone',
      [['setApp', { access: 'specific', scopes: CALENDAR }]],
      ['oauth2', 'calendar'],
    ],
    [
      'the legacy switch off',
      [['setApiAccess', { enabled: false }]],
      ['oauth2', 'calendar', 'sheets', 'drive'],
    ],
  ])('with %s let a third party’s app call %j', (_, steps, expected) => {
    const workspace = aWorkspace();
    for (const [action, input] of steps)
      act(workspace, `apiControls.${action}`, { clientId: LOCAL_CLIENT_ID, ...input });
    expect(opened(workspace)).toEqual(expected);
  });

  test('answer in the words of each API, at the door', () => {
    const workspace = aWorkspace();
    act(workspace, 'apiControls.setUnconfiguredApps', { access: 'block' });
    const caller = authenticate(workspace, tokenFor(workspace, ANNA, EVERYTHING).token);
    const call = (methodId: string, params: object) => () =>
      workspace.door.call(
        { methodId, params: params as Record<string, unknown>, body: null },
        caller,
        null,
      );
    expect(call('directory.users.list', { customer: 'my_customer' })).toThrow(
      expect.objectContaining({
        code: 403,
        reason: 'domainCannotUseApis',
        message: 'Domain cannot use apis.',
      }),
    );
    expect(call('calendar.calendarList.list', {})).toThrow(
      expect.objectContaining({ code: 403, reason: 'domainPolicy' }),
    );
  });

  test('trust the organization’s own apps, unless that is switched off', () => {
    const workspace = aWorkspace();
    tokenFor(workspace, ANNA, EVERYTHING);
    const own = { ...workspace.state.oauth.clients[LOCAL_CLIENT_ID]!, ownerCustomerId: ACME };
    workspace.state.oauth.clients[LOCAL_CLIENT_ID] = own;
    act(workspace, 'apiControls.setUnconfiguredApps', { access: 'block' });
    expect(opened(workspace)).toEqual(ALL);
    act(workspace, 'apiControls.trustInternal', { trusted: false });
    expect(opened(workspace)).toEqual([]);
  });

  test('end the tokens and grants of what they forbid, and people are asked again afterwards', () => {
    const workspace = aWorkspace();
    const { token } = tokenFor(workspace, ANNA, EVERYTHING);
    const { id } = userNamed(workspace, ANNA);
    act(workspace, 'consent.grant', { clientId: LOCAL_CLIENT_ID, scopes: EVERYTHING }, ANNA);
    act(workspace, 'apiControls.setService', { service: 'calendar', restricted: true });
    expect(() => authenticate(workspace, token)).toThrow('Invalid Credentials');
    expect(act(workspace, 'consent.list', {}, ANNA)).toEqual({ apps: [] });
    expect(consentRequest(workspace, LOCAL_CLIENT_ID, id, [CALENDAR]).blocked?.error).toBe(
      'Error 400: admin_policy_enforced',
    );
    expect(consentRequest(workspace, LOCAL_CLIENT_ID, id, [EMAIL]).blocked).toBeNull();
  });

  test('do not hinder Google’s own products', () => {
    const workspace = aWorkspace();
    act(workspace, 'apiControls.setUnconfiguredApps', { access: 'block' });
    act(workspace, 'apiControls.setApiAccess', { enabled: false });
    const { token } = tokenFor(workspace, ANNA, EVERYTHING);
    const byApp = authenticate(workspace, token);
    const byHand = { ...byApp, clientId: 'google', projectNumber: null };
    expect(() => requireAllowedByAdministrator(workspace, byApp, 'directory')).toThrow();
    expect(() => requireAllowedByAdministrator(workspace, byHand, 'directory')).not.toThrow();
  });

  test('are set by administrators with the privilege', () => {
    expect(() =>
      act(aWorkspace(), 'apiControls.setUnconfiguredApps', { access: 'block' }, ANNA),
    ).toThrow(ConsoleRefusal);
  });

  test.each([
    [
      'setUnconfiguredApps',
      { access: 'block' },
      'BLOCK_ALL_THIRD_PARTY_API_ACCESS',
      'BLOCK_ALL_THIRD_PARTY_API_ACCESS',
    ],
    [
      'setUnconfiguredApps',
      { access: 'sign-in-only' },
      'SIGN_IN_ONLY_THIRD_PARTY_API_ACCESS',
      'SIGN_IN_ONLY_THIRD_PARTY_API_ACCESS',
    ],
    [
      'setUnconfiguredApps',
      { access: 'allow' },
      'UNBLOCK_ALL_THIRD_PARTY_API_ACCESS',
      'UNBLOCK_ALL_THIRD_PARTY_API_ACCESS',
    ],
    [
      'setApp',
      { clientId: 'x', access: 'trusted' },
      'ADD_TO_TRUSTED_OAUTH2_APPS',
      'CHANGE_APP_ACCESS',
    ],
    [
      'setApp',
      { clientId: 'x', access: 'blocked' },
      'ADD_TO_BLOCKED_OAUTH2_APPS',
      'CHANGE_APP_ACCESS',
    ],
    [
      'setService',
      { service: 'drive', restricted: true },
      'DISALLOW_SERVICE_FOR_OAUTH2_ACCESS',
      'CHANGE_API_ACCESS',
    ],
    [
      'trustInternal',
      { trusted: true },
      'TRUST_DOMAIN_OWNED_OAUTH2_APPS',
      'TRUST_DOMAIN_OWNED_OAUTH2_APPS',
    ],
    ['setApiAccess', { enabled: false }, 'ENABLE_API_ACCESS', 'ENABLE_API_ACCESS'],
  ])('%s %j is logged as %s, and from August 2026 as %s', (action, input, before, after) => {
    const names = [undefined, Date.UTC(2026, 8, 1)].map((startAt) => {
      const workspace = aWorkspace(startAt === undefined ? {} : { startAt });
      const logged: string[] = [];
      workspace.audit = ({ events }) => void logged.push(...events.map(({ name }) => name));
      act(workspace, `apiControls.${action}`, input as unknown as Record<string, string>);
      return logged;
    });
    expect(names).toEqual([[before], [after]]);
  });
});

describe('the token log', () => {
  const method = { id: 'calendar.events.list', api: 'calendar', scopes: [CALENDAR] } as const;

  function calls(edition: 'enterprise-plus' | 'business-starter') {
    const workspace = aWorkspace();
    workspace.state.directory.customers[ACME] = {
      ...workspace.state.directory.customers[ACME]!,
      edition,
    };
    const logged: unknown[] = [];
    workspace.audit = ({ events }) => void logged.push(...events);
    const caller = authenticate(workspace, tokenFor(workspace, ANNA, EVERYTHING).token);
    const call = () => recordApiActivity(workspace, caller, method, { items: [] });
    return { workspace, call, logged };
  }

  test('has the first call of each hour for an app, a person and a method', () => {
    const { workspace, call, logged } = calls('enterprise-plus');
    call();
    call();
    workspace.clock.advance(3_600_000);
    call();
    expect(logged).toHaveLength(2);
    expect(logged[0]).toEqual({
      type: 'auth',
      name: 'activity',
      parameters: [
        { name: 'client_id', value: LOCAL_CLIENT_ID },
        { name: 'app_name', value: 'Local client' },
        { name: 'client_type', value: 'WEB' },
        { name: 'api_name', value: 'calendar' },
        { name: 'method_name', value: 'calendar.events.list' },
        { name: 'num_response_bytes', intValue: '12' },
        { name: 'product_bucket', value: 'CALENDAR' },
      ],
    });
  });

  test('has no API calls in the smaller editions', () => {
    const { call, logged } = calls('business-starter');
    call();
    expect(logged).toEqual([]);
  });
});
