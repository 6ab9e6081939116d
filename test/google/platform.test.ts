import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { ADMIN, ANNA } from '../support/small-company';
import { googleScript, inGoogle, runGoogle, SCOPES } from './in-google';

describe('properties', () => {
  test('keep what they are given, list it by prefix and forget what is deleted', () => {
    expect(
      inGoogle(`
        const store = G.scriptProperties();
        store.set({ 'wish.a': '1', 'wish.b': '2', other: '3' });
        store.delete(['wish.a']);
        return [store.get('wish.a'), store.get('other'), store.entries('wish.')];
      `),
    ).toEqual([null, '3', { 'wish.b': '2' }]);
  });

  test('of a person are hidden from everybody else', () => {
    const workspace = googleScript(`
      function keep() { G.userProperties().set({ a: 'mine' }) }
      function look() { return G.userProperties().get('a') }`);
    runGoogle(workspace, 'keep', { as: ANNA });
    expect([ANNA, ADMIN].map((as) => runGoogle(workspace, 'look', { as }))).toEqual(['mine', null]);
  });

  test.each([
    ['a value that is too long', "{ a: 'x'.repeat(9217) }", 'value'],
    [
      'more than the store holds',
      'Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, "x".repeat(9000)]))',
      'properties',
    ],
  ])('fail with a full store for %s', (_, entries, store) => {
    expect(inGoogle(`return G.scriptProperties().set(${entries})`)).toEqual({
      ok: false,
      failure: { kind: 'store-full', store },
    });
  });

  test('show what another execution has written in the meantime', () => {
    const workspace = googleScript(`
      function other() { G.scriptProperties().set({ a: 'new' }) }
      function f() {
        const store = G.scriptProperties();
        store.set({ a: 'old' });
        const before = store.get('a');
        return [before, store.get('a')];
      }`);
    workspace.faults.plan([
      {
        at: 2,
        method: 'properties.getProperty',
        fault: { kind: 'run', function: 'other', as: ANNA },
      },
    ]);
    expect(runGoogle(workspace, 'f')).toEqual(['old', 'new']);
  });
});

test('the cache keeps values for as long as it was asked to', () => {
  const workspace = googleScript(`
    function keep() { return G.scriptCache(60).set({ a: '1' }) }
    function look() { return G.scriptCache(60).get('a') }`);
  runGoogle(workspace, 'keep');
  const now = runGoogle(workspace, 'look');
  workspace.clock.advance(61_000);
  expect([now, runGoogle(workspace, 'look')]).toEqual(['1', null]);
});

test('a lock that another execution holds is busy, and work that throws releases it', () => {
  const workspace = googleScript(`
    function other() { PropertiesService.getScriptProperties().setProperty('other', JSON.stringify(G.scriptLock.hold(() => 1))) }
    function f() {
      try { G.scriptLock.hold(() => { throw new Error('bug') }) } catch (e) { /* seen */ }
      return G.scriptLock.hold(() => PropertiesService.getScriptProperties().getProperty('none'));
    }
    function look() { return JSON.parse(PropertiesService.getScriptProperties().getProperty('other')) }`);
  workspace.faults.plan([
    { method: 'properties.getProperty', fault: { kind: 'run', function: 'other', as: ANNA } },
  ]);
  expect(runGoogle(workspace, 'f')).toEqual({ ok: true, value: null });
  expect(runGoogle(workspace, 'look')).toEqual({
    ok: false,
    failure: { kind: 'busy', until: null },
  });
});

describe('triggers', () => {
  const RECURRING = `
    function start() { return G.startRecurring('runSyncs') }
    function list() { return ScriptApp.getProjectTriggers().map((t) => t.getUniqueId()) }`;

  test.each([
    ['every minute where the surface may', 'webapp', 1],
    ['every hour where it may not', 'addon', 60],
  ] as const)('recur %s, and starting anew leaves one', (_, surface, minutes) => {
    const workspace = googleScript(RECURRING);
    expect(runGoogle(workspace, 'start', { surface })).toEqual({ ok: true, value: minutes });
    const [first] = runGoogle(workspace, 'list') as string[];
    runGoogle(workspace, 'start', { surface });
    const left = runGoogle(workspace, 'list') as string[];
    expect(left).toHaveLength(1);
    expect(left).not.toContain(first);
  });

  test('fall back to the hour in a web app, too, should Google forbid more', () => {
    const workspace = googleScript(RECURRING, {
      settings: { webAppMayTriggerEveryMinute: false },
    });
    expect(runGoogle(workspace, 'start', { surface: 'webapp' })).toEqual({ ok: true, value: 60 });
  });

  test('that fire once are listed until they are removed, and only for their owner', () => {
    expect(
      inGoogle(`
        const once = G.oneShotTriggers('continueSyncs');
        const a = once.make(60000).value, b = once.make(1).value;
        G.startRecurring('runSyncs');
        once.remove(a);
        once.remove('none');
        return [once.list().length === 1 && once.list()[0] === b, G.isOwnTrigger(b), G.isOwnTrigger(a), G.hasTrigger('runSyncs')];
      `),
    ).toEqual([true, true, false, true]);
  });

  test('are too many at the 21st', () => {
    expect(
      inGoogle(`
        const once = G.oneShotTriggers('continueSyncs');
        return Array.from({ length: 21 }, () => once.make(1)).filter(({ ok }) => !ok);
      `),
    ).toEqual([{ ok: false, failure: { kind: 'too-many-triggers' } }]);
  });

  test('watch a person’s own calendar once', () => {
    expect(
      inGoogle(
        `G.watchOwnCalendar('onCalendarUpdated', '${ANNA}');
         G.watchOwnCalendar('onCalendarUpdated', '${ANNA}');
         return ScriptApp.getProjectTriggers().map((t) => t.getTriggerSourceId())`,
        { as: ANNA },
      ),
    ).toEqual([ANNA]);
  });

  test('need their scope, and say which', () => {
    const workspace = googleScript(RECURRING, {
      manifest: { oauthScopes: SCOPES.filter((scope) => !scope.endsWith('scriptapp')) },
    });
    expect(runGoogle(workspace, 'start')).toEqual({
      ok: false,
      failure: {
        kind: 'missing-scopes',
        scopes: ['https://www.googleapis.com/auth/script.scriptapp'],
      },
    });
  });
});

describe('digests', () => {
  test('are those of SHA-256 in UTF-8', () => {
    const text = 'Grüße, 東京 🎌';
    expect(inGoogle(`return [G.sha256Hex('${text}'), G.sha256('${text}').length]`)).toEqual([
      createHash('sha256').update(text).digest('hex'),
      32,
    ]);
  });

  test('and signatures are accepted by others', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const [signature, encoded] = inGoogle(
      `return [G.sign('häp', ${JSON.stringify(pem)}), G.base64Url('häp??>')]`,
    ) as string[];
    expect(
      verify('sha256', Buffer.from('häp'), publicKey, Buffer.from(signature!, 'base64url')),
    ).toBe(true);
    expect(encoded).toBe(Buffer.from('häp??>').toString('base64url'));
  });
});

describe('the session', () => {
  test('gives the address in lower case', () => {
    expect(inGoogle('return G.effectiveEmail()', { as: ANNA })).toEqual({ ok: true, value: ANNA });
  });

  test('names the scopes that are not granted', () => {
    expect(inGoogle(`return G.missingScopes(['${SCOPES[0]}', 'https://other'])`)).toEqual([
      'https://other',
    ]);
  });
});

test('sleep lasts even longer than a single sleep may', () => {
  const workspace = googleScript('function f() { G.sleep(330000.5) }');
  const before = workspace.clock.now();
  runGoogle(workspace, 'f');
  expect(workspace.clock.now() - before).toBe(330_001);
});
