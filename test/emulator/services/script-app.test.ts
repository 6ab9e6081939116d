import { ADMIN, ANNA, BEN } from '../../support/small-company';
import { grantKey } from '../../../emulator/workspace/state/oauth';
import { inScript, runIn, scriptOf, SCOPES } from './in-script';

const records = (workspace: ReturnType<typeof scriptOf>) =>
  Object.values(workspace.state.scripts.scripts)[0]!.triggers;

const builder = (chain: string): string =>
  `ScriptApp.newTrigger('g').timeBased().${chain}.create(); return null`;

describe('a trigger', () => {
  test.each([
    ['everyMinutes(5)', { every: 'minutes', count: 5 }],
    ['everyHours(12)', { every: 'hours', count: 12 }],
    ['everyDays(3)', { every: 'days', count: 3, atHour: null, nearMinute: null }],
    [
      'atHour(5).nearMinute(30).everyDays(1)',
      { every: 'days', count: 1, atHour: 5, nearMinute: 30 },
    ],
    [
      'onWeekDay(ScriptApp.WeekDay.FRIDAY).atHour(9)',
      { every: 'weeks', count: 1, weekDay: 5, atHour: 9, nearMinute: null },
    ],
    [
      'everyWeeks(2).onWeekDay(ScriptApp.WeekDay.MONDAY)',
      { every: 'weeks', count: 2, weekDay: 1, atHour: null, nearMinute: null },
    ],
    ['onMonthDay(15)', { every: 'month', monthDay: 15, atHour: null, nearMinute: null }],
  ])('made with %s recurs as it says, in the zone of the script', (chain, rule) => {
    const workspace = scriptOf(`function f() { ${builder(chain)} }`);
    expect(runIn(workspace, 'f')).toBeNull();
    expect(records(workspace)).toMatchObject([
      {
        handler: 'g',
        surface: 'editor',
        fired: false,
        source: { kind: 'recurring', rule, timeZone: 'Europe/Helsinki' },
      },
    ]);
    expect(records(workspace)[0]!.nextRunAt).toBeGreaterThan(workspace.clock.now());
  });

  test.each([
    ['after(60000)', Date.UTC(2026, 2, 2, 8, 1)],
    ['at(new Date(2026, 5, 1, 12))', Date.UTC(2026, 5, 1, 9)],
  ])('made with %s runs once', (chain, at) => {
    const workspace = scriptOf(`function f() { ${builder(chain)} }`);
    runIn(workspace, 'f');
    expect(records(workspace)).toMatchObject([{ source: { kind: 'one-shot', at } }]);
  });

  test('for a date runs within a quarter of an hour of midnight in the zone it names', () => {
    const workspace = scriptOf(
      `function f() { ${builder("atDate(2026, 6, 1).inTimezone('America/New_York')")} }`,
    );
    runIn(workspace, 'f');
    const { source } = records(workspace)[0]!;
    const midnight = Date.UTC(2026, 5, 1, 4);
    expect(source.kind === 'one-shot' && Math.abs(source.at - midnight)).toBeLessThanOrEqual(
      15 * 60_000,
    );
  });

  test('for a calendar waits for its events and names it as its source', () => {
    const workspace = scriptOf(`function f() {
      ScriptApp.newTrigger('g').forUserCalendar('${BEN}').onEventUpdated().create();
      const [t] = ScriptApp.getProjectTriggers();
      return [t.getHandlerFunction(), String(t.getTriggerSource()), t.getTriggerSourceId(), t.getEventType() === ScriptApp.EventType.ON_EVENT_UPDATED];
    }`);
    expect(runIn(workspace, 'f')).toEqual(['g', 'CALENDAR', BEN, true]);
    expect(records(workspace)).toMatchObject([{ nextRunAt: null }]);
  });

  test('is seen and deleted by its owner only', () => {
    const workspace = scriptOf(`function make() { ${builder('everyHours(1)')} }
      function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getTriggerSource()), t.getTriggerSourceId()]) }
      function clear() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)) }`);
    runIn(workspace, 'make', { as: ANNA });
    expect(runIn(workspace, 'list', { as: BEN })).toEqual([]);
    runIn(workspace, 'clear', { as: BEN });
    expect(runIn(workspace, 'list', { as: ANNA })).toEqual([['g', 'CLOCK', null]]);
    runIn(workspace, 'clear', { as: ANNA });
    expect(runIn(workspace, 'list', { as: ANNA })).toEqual([]);
  });

  test('cannot be deleted through the object that create() answered', () => {
    expect(
      inScript(
        "ScriptApp.deleteTrigger(ScriptApp.newTrigger('g').timeBased().everyHours(1).create())",
      ),
    ).toMatch(/server error/);
  });

  test.each([
    [
      'everyMinutes(7)',
      'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
    ],
    ['atHour(24)', 'The value you passed to atHour was invalid.'],
    ["inTimezone('Mars/Olympus')", 'Invalid argument: timezone'],
    [
      "everyHours('x')",
      "The parameters (String) don't match the method signature for ClockTriggerBuilder.everyHours.",
    ],
  ])('cannot be made with %s', (chain, words) => {
    expect(inScript(builder(chain))).toBe(`Exception: ${words}`);
  });

  test('is refused past the number that one user may have, and is not created', () => {
    const workspace = scriptOf(`function f() { ${builder('everyHours(1)')} }`, {
      limits: { TRIGGERS_PER_USER: 2 },
    });
    expect([1, 2, 3].map(() => runIn(workspace, 'f'))).toEqual([
      null,
      null,
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    ]);
    expect(records(workspace)).toHaveLength(2);
    expect(runIn(workspace, 'f', { as: BEN })).toBeNull();
  });

  const hourly =
    'Exception: The recurrence interval for an Add-on trigger must be at least one hour.';

  test('of an add-on recurs hourly at most', () => {
    const workspace =
      scriptOf(`function often() { ${builder('everyMinutes(30)')} } function hourly() { ${builder('everyHours(1)')} }
      function soon() { ${builder('after(1000)')} }`);
    const run = (name: string): unknown => runIn(workspace, name, { surface: 'addon' });
    expect([run('often'), run('hourly'), run('soon')]).toEqual([hourly, null, null]);
    expect(records(workspace)).toHaveLength(2);
  });

  test('that a trigger of an add-on makes is bound to the same rule', () => {
    const workspace =
      scriptOf(`function make() { ScriptApp.newTrigger('g').timeBased().after(1000).create() }
      function g() { ${builder('everyMinutes(5)')} }`);
    runIn(workspace, 'make', { surface: 'addon' });
    workspace.advance(120_000);
    expect(workspace.engine.executions.at(-1)).toMatchObject({
      error: { message: hourly.replace('Exception: ', '') },
    });
  });

  test.each([
    [true, null],
    [false, hourly],
  ])('of a web app may recur every minute: %s', (webAppMayTriggerEveryMinute, outcome) => {
    expect(
      inScript(builder('everyMinutes(1)'), {
        surface: 'webapp',
        settings: { webAppMayTriggerEveryMinute },
      }),
    ).toBe(outcome);
  });

  test('of an add-on is refused when too many were made in a day', () => {
    const workspace = scriptOf(`function f() { ${builder('after(1000)')} }`, {
      limits: { ADD_ON_TRIGGERS_MADE_PER_DAY: 2 },
    });
    const run = (): unknown => runIn(workspace, 'f', { surface: 'addon' });
    expect([run(), run(), run()].at(-1)).toMatch(
      /This add-on has created too many time-based triggers/,
    );
    workspace.clock.advance(86_400_001);
    expect(run()).toBeNull();
  });

  test('needs its scope', () => {
    expect(inScript("ScriptApp.newTrigger('g')", { manifest: { oauthScopes: [SCOPES[0]] } })).toBe(
      'Exception: Specified permissions are not sufficient to call ScriptApp.newTrigger. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    );
  });

  test('for a spreadsheet is not emulated, and says so', () => {
    expect(inScript("ScriptApp.newTrigger('g').forSpreadsheet('x')")).toMatch(
      /^NotEmulated: Script.TriggerBuilder.forSpreadsheet is not emulated .*reference\/script\/trigger-builder/,
    );
  });
});

const INFO = `const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl(), info.getAuthorizedScopes()]`;

/** A Workspace in which Anna ticked only the first box. */
function halfGranted(code: string) {
  const workspace = scriptOf(code, { settings: { consent: 'ask' } });
  const { clientId } = Object.values(workspace.state.scripts.scripts)[0]!;
  const { userId } = workspace.run('f', { as: ANNA }).execution.start.person;
  workspace.state.oauth.grants[grantKey(clientId, userId)] = {
    clientId,
    userId,
    scopes: [SCOPES[0]!],
    via: 'consent',
    grantedAt: 0,
  };
  return workspace;
}

describe('authorization', () => {
  test('is complete when everything was granted', () => {
    expect(inScript(INFO)).toEqual(['NOT_REQUIRED', null, SCOPES]);
  });

  test('is required, with an address to go to, when some boxes were left empty', () => {
    expect(runIn(halfGranted(`function f() { ${INFO} }`), 'f')).toEqual([
      'REQUIRED',
      expect.stringMatching(/^https:/),
      [SCOPES[0]],
    ]);
  });

  test('can be asked for some scopes only', () => {
    const workspace =
      halfGranted(`const ask = (scope) => { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [scope]); return true };
      function f() { return ask('${SCOPES[0]}') } function g() { return ask('${SCOPES[1]}') } function h() { return ask('https://x') }
      function all() { ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL) }`);
    expect(['f', 'g', 'h', 'all'].map((name) => runIn(workspace, name))).toEqual([
      true,
      'Exception: Authorization is required to perform that action.',
      expect.stringMatching(/^Exception: Invalid argument/),
      'Exception: Authorization is required to perform that action.',
    ]);
  });

  test('ends when the script invalidates it', () => {
    const workspace = scriptOf(
      `function f() { ScriptApp.invalidateAuth() } function g() { ${INFO} }`,
    );
    runIn(workspace, 'f');
    expect(runIn(workspace, 'g')).toEqual(['REQUIRED', expect.any(String), []]);
  });

  test('gives a token that the APIs know, and an identity token only with openid', () => {
    const manifest = { oauthScopes: ['openid', SCOPES[0]] };
    const [token, identity] = inScript(
      'return [ScriptApp.getOAuthToken(), ScriptApp.getIdentityToken()]',
      { manifest },
    ) as [string, string];
    expect(token).toMatch(/^ya29\./);
    expect(JSON.parse(Buffer.from(identity.split('.')[1]!, 'base64url').toString())).toMatchObject({
      email: ANNA,
      sub: '100000000000000000001',
    });
    expect(inScript('return ScriptApp.getIdentityToken()')).toBeNull();
  });
});

test('a script knows its own id, and the address of its web app if it has one', () => {
  const code =
    'const s = ScriptApp.getService(); return [ScriptApp.getScriptId().length, s.getUrl(), s.isEnabled()]';
  expect(inScript(code)).toEqual([57, null, false]);
  const manifest = { webapp: { access: 'ANYONE', executeAs: 'USER_ACCESSING' } };
  expect(inScript(code, { manifest })).toEqual([
    57,
    expect.stringMatching(/^https:\/\/script\.google\.com\/.*\/exec$/),
    true,
  ]);
});

test.each([
  ['no add-on', undefined, 'NONE'],
  ['an add-on that the person allowed', 'consent', 'WEB_STORE_ADD_ON'],
  ['an add-on that an administrator installed', 'domain-install', 'APPS_MARKETPLACE_DOMAIN_ADD_ON'],
] as const)('the installation source of %s is told', (_, via, source) => {
  const manifest =
    via === undefined
      ? {}
      : { addOns: { common: { name: 'A', logoUrl: 'https://a.example/a.png' }, calendar: {} } };
  const workspace = scriptOf('function f() { return String(ScriptApp.getInstallationSource()) }', {
    manifest,
  });
  const { start } = workspace.run('f', { as: ADMIN }).execution;
  if (via) {
    const grant = {
      clientId: start.script.clientId,
      userId: start.person.userId,
      scopes: SCOPES,
      via,
      grantedAt: 0,
    };
    workspace.state.oauth.grants[grantKey(grant.clientId, grant.userId)] = grant;
  }
  expect(runIn(workspace, 'f', { as: ADMIN })).toBe(source);
});
