import type { LocalWorkspace } from '../../../emulator/local-workspace';
import type { AuditEntry } from '../../../emulator/workspace/audit-log';
import {
  ConsentBlocked,
  consentRequest,
  grantConsent,
  grantedScopes,
  revokeGrant,
  scopesFor,
} from '../../../emulator/workspace/oauth/consent';
import { setDelegation } from '../../../emulator/workspace/oauth/delegation';
import { DEFAULT_API_CONTROLS, grantKey } from '../../../emulator/workspace/state/oauth';
import { authenticate, issueToken } from '../../../emulator/workspace/oauth/tokens';
import type { ScriptRecord } from '../../../emulator/workspace/state/scripts';
import { ANNA, aScript } from '../../support/small-company';

const AUTH = 'https://www.googleapis.com/auth/';
const EMAIL = `${AUTH}userinfo.email`;
const CALENDAR = `${AUTH}calendar.events`;
const DRIVE = `${AUTH}drive.file`;
const USERS = `${AUTH}admin.directory.user.readonly`;
const WANTED = [EMAIL, CALENDAR, DRIVE];
const ACME = 'C01acme00';

interface Scene {
  readonly workspace: LocalWorkspace;
  readonly script: ScriptRecord;
  readonly anna: { kind: 'user'; userId: string; email: string; customerId: string };
  readonly logged: AuditEntry[];
}

function scene(consent: 'ask' | 'allow' = 'ask'): Scene {
  const workspace = aScript('', { settings: { consent } });
  const logged: AuditEntry[] = [];
  workspace.audit = (entry) => void logged.push(entry);
  const script = Object.values(workspace.state.scripts.scripts)[0]!;
  const user = Object.values(workspace.state.directory.users).find((u) => u.primaryEmail === ANNA)!;
  const anna = { kind: 'user', userId: user.id, email: ANNA, customerId: ACME } as const;
  return { workspace, script, anna, logged };
}

const scopesNow = ({ workspace, script, anna }: Scene, wanted = WANTED, surface = 'addon') => [
  ...scopesFor(workspace, script, wanted, { person: anna, surface: surface as 'addon' }),
];

const grant = ({ workspace, script, anna }: Scene, ticked: string[], asked = WANTED) =>
  grantConsent(workspace, script.clientId, anna.userId, { ticked, asked });

const screen = ({ workspace, script, anna }: Scene, scopes = WANTED) =>
  consentRequest(workspace, script.clientId, anna.userId, scopes);

describe('consent', () => {
  test('names the app, its publisher and each scope in plain words', () => {
    expect(screen(scene())).toMatchObject({
      appName: 'Test script',
      publisher: 'Acme',
      isInternal: true,
      granular: true,
      blocked: null,
      scopes: [
        {
          scope: EMAIL,
          tickable: false,
          description: 'See your primary Google Account email address',
        },
        {
          scope: CALENDAR,
          tickable: true,
          description: 'View and edit events on all your calendars',
        },
        { scope: DRIVE, tickable: true },
      ],
    });
  });

  const combinations = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
    WANTED.filter((_, i) => bits & (1 << i)),
  );
  test.each(combinations.map((ticked) => [ticked]))(
    'with %j ticked gives exactly these scopes, by hand and in triggers',
    (ticked) => {
      for (const setting of ['ask', 'allow'] as const) {
        const here = scene(setting);
        grant(here, ticked);
        expect(scopesNow(here)).toEqual(ticked);
        expect(scopesNow(here, WANTED, 'trigger')).toEqual(ticked);
      }
    },
  );

  test('that was never asked for counts as refused, or as given in full, as the settings say; never in a trigger', () => {
    expect(scopesNow(scene('ask'))).toEqual([]);
    expect(scopesNow(scene('allow'), WANTED, 'trigger')).toEqual([]);
    expect(scopesNow(scene('allow'))).toEqual(WANTED);
  });

  test('is needed again for scopes that a new manifest asks for', () => {
    const here = scene('ask');
    grant(here, WANTED);
    expect(scopesNow(here, [...WANTED, USERS])).toEqual(WANTED);
    expect(screen(here, [...WANTED, USERS]).scopes.map((s) => s.alreadyGranted)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    grant(here, [USERS], [...WANTED, USERS]);
    expect(scopesNow(here, [...WANTED, USERS])).toEqual([...WANTED, USERS]);
  });

  test('of somebody who allows everything covers a new manifest once they are at the keyboard', () => {
    const here = scene('allow');
    scopesNow(here);
    expect(scopesNow(here, [...WANTED, USERS], 'trigger')).toEqual(WANTED);
    expect(scopesNow(here, [...WANTED, USERS])).toEqual([...WANTED, USERS]);
  });

  test('that was withdrawn ends every token at once, and only the person can give it again', () => {
    const here = scene('allow');
    scopesNow(here);
    const { clientId } = here.script;
    const { token } = issueToken(here.workspace, {
      clientId,
      userId: here.anna.userId,
      scopes: WANTED,
    });
    expect(authenticate(here.workspace, token).principal.email).toBe(ANNA);
    expect(revokeGrant(here.workspace, clientId, here.anna.userId)).toBe(true);
    expect(() => authenticate(here.workspace, token)).toThrow('Invalid Credentials');
    expect(scopesNow(here)).toEqual([]);
    grant(here, [CALENDAR]);
    expect(scopesNow(here)).toEqual([CALENDAR]);
  });

  test('that is withdrawn during a run is gone at the next call of that run', () => {
    const here = scene('allow');
    const { workspace, script, anna } = here;
    const running = scopesFor(workspace, script, WANTED, { person: anna, surface: 'addon' });
    expect(WANTED.map((scope) => running.has(scope))).toEqual([true, true, true]);
    revokeGrant(workspace, script.clientId, anna.userId);
    grant(here, [DRIVE]);
    expect(WANTED.map((scope) => running.has(scope))).toEqual([false, false, true]);
  });

  test('is written to the token log with its scopes in both shapes', () => {
    const here = scene();
    grant(here, [CALENDAR, USERS], [CALENDAR, USERS]);
    revokeGrant(here.workspace, here.script.clientId, here.anna.userId);
    expect(here.logged.map(({ events }) => events[0]!.name)).toEqual(['authorize', 'revoke']);
    expect(here.logged[0]).toMatchObject({
      applicationName: 'token',
      customerId: ACME,
      actor: { email: ANNA },
      events: [{ type: 'auth', name: 'authorize' }],
    });
    expect(here.logged[0]!.events[0]!.parameters).toEqual([
      { name: 'client_id', value: here.script.clientId },
      { name: 'app_name', value: 'Test script' },
      { name: 'client_type', value: 'WEB' },
      {
        name: 'scope_data',
        multiMessageValue: [
          {
            parameter: [
              { name: 'scope_name', value: CALENDAR },
              { name: 'product_bucket', multiValue: ['CALENDAR'] },
            ],
          },
          {
            parameter: [
              { name: 'scope_name', value: USERS },
              { name: 'product_bucket', multiValue: ['GSUITE_ADMIN'] },
            ],
          },
        ],
      },
      { name: 'scope', multiValue: [CALENDAR, USERS] },
    ]);
  });

  test('has boxes to tick only where there is a choice', () => {
    const here = scene();
    expect(screen(here, [EMAIL, CALENDAR]).granular).toBe(false);
    const { apiControls, grants } = here.workspace.state.oauth;
    apiControls[ACME] = { ...DEFAULT_API_CONTROLS, apps: { [here.script.clientId]: 'trusted' } };
    expect(screen(here).granular).toBe(false);
    apiControls[ACME] = { ...DEFAULT_API_CONTROLS };
    expect(screen(here).granular).toBe(true);
    grants[grantKey(here.script.clientId, here.anna.userId)] = {
      clientId: here.script.clientId,
      userId: here.anna.userId,
      scopes: WANTED,
      via: 'domain-install',
      grantedAt: 0,
    };
    expect(screen(here).granular).toBe(false);
    expect(scopesNow(here)).toEqual(WANTED);
  });

  test('is not needed where the OAuth client was given domain-wide delegation', () => {
    const here = scene();
    const { workspace, script, anna } = here;
    setDelegation(workspace, ACME, script.clientId, [CALENDAR]);
    workspace.clock.advance(15 * 60_000);
    expect(scopesNow(here, WANTED, 'trigger')).toEqual([CALENDAR]);
    expect([...grantedScopes(workspace, script.clientId, anna)]).toEqual([CALENDAR]);
  });

  test('is blocked by the administrators’ policy, which the log calls a denial', () => {
    const here = scene();
    const block = {
      ...DEFAULT_API_CONTROLS,
      unconfiguredApps: 'block',
      trustInternalApps: false,
    } as const;
    here.workspace.state.oauth.apiControls[ACME] = structuredClone(block);
    expect(screen(here).blocked).toMatchObject({
      title: 'Access blocked',
      error: 'Error 400: admin_policy_enforced',
    });
    expect(() => grant(here, WANTED)).toThrow(ConsentBlocked);
    expect(here.logged.map(({ events }) => events[0])).toMatchObject([
      {
        name: 'deny',
        parameters: expect.arrayContaining([
          { name: 'rejection_type', value: 'EXPLICIT_ADMIN_BLOCK' },
        ]),
      },
    ]);
  });

  test('for an organization’s own app can be given by its own people only', () => {
    const here = scene();
    here.workspace.state.directory.consumers['guest@gmail.example'] = '42';
    expect(
      consentRequest(here.workspace, here.script.clientId, '42', WANTED).blocked,
    ).toMatchObject({ error: 'Error 403: org_internal' });
  });

  test('counts again what was granted before a service was restricted, once it is open again', () => {
    const here = scene();
    grant(here, WANTED);
    const { apiControls } = here.workspace.state.oauth;
    apiControls[ACME] = {
      ...DEFAULT_API_CONTROLS,
      trustInternalApps: false,
      restrictedServices: ['calendar'],
    };
    expect(scopesNow(here)).toEqual([EMAIL, DRIVE]);
    apiControls[ACME] = { ...DEFAULT_API_CONTROLS };
    expect(scopesNow(here)).toEqual(WANTED);
  });
});
