import { ANNA, BEN } from '../../support/small-company';
import { inScript, runIn, scriptOf } from './in-script';

const CACHE = 'const c = CacheService.getScriptCache();';

describe('the cache', () => {
  test('keeps values for ten minutes, or for as long as requested', () => {
    const workspace = scriptOf(`${CACHE}
      function put() { c.put('a', 1); c.put('b', '2', 60); c.putAll({ d: '4' }, 21600) }
      function get() { return [c.get('a'), c.get('b'), c.getAll(['a', 'b', 'd', 'x'])] }`);
    const after = (seconds: number): unknown => {
      workspace.clock.advance(seconds * 1000);
      return runIn(workspace, 'get');
    };
    runIn(workspace, 'put');
    expect(after(0)).toEqual(['1', '2', { a: '1', b: '2', d: '4' }]);
    expect(after(60)).toEqual(['1', null, { a: '1', d: '4' }]);
    expect(after(540)).toEqual([null, null, { d: '4' }]);
    expect(after(21_000)).toEqual([null, null, {}]);
  });

  test('of a user is seen by that user only', () => {
    const workspace = scriptOf(`function put() { CacheService.getUserCache().put('a', '1') }
      function get() { return CacheService.getUserCache().get('a') }`);
    runIn(workspace, 'put', { as: ANNA });
    expect([ANNA, BEN].map((as) => runIn(workspace, 'get', { as }))).toEqual(['1', null]);
  });

  test('forgets what is removed', () => {
    expect(
      inScript(`${CACHE} c.putAll({ a: '1', b: '2', d: '3' }); c.remove('a'); c.removeAll(['b']);
      return c.getAll(['a', 'b', 'd'])`),
    ).toEqual({ d: '3' });
  });

  test('keeps nine tenths of its cap, those that expire last, when the cap is passed', () => {
    expect(
      inScript(
        `${CACHE} for (let i = 0; i < 11; i++) c.put('k' + i, 'v', 100 + i);
      return Array.from({ length: 11 }, (_, i) => i).filter((i) => c.get('k' + i) !== null)`,
        { limits: { CACHE_ITEMS: 10 } },
      ),
    ).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test.each([
    ["c.put('k'.repeat(251), 'v')", 'Exception: Argument too large: key'],
    ["c.put('k', 'v'.repeat(100 * 1024 + 1))", 'Exception: Argument too large: value'],
    ["c.put('k', 'v', 0)", 'Exception: Invalid argument: expirationInSeconds'],
    ["c.put('k', 'v', 21601)", 'Exception: Invalid argument: expirationInSeconds'],
    [
      "c.put('k', null)",
      "Exception: The parameters (String,null) don't match the method signature for CacheService.Cache.put.",
    ],
    [
      "c.getAll('k')",
      "Exception: The parameters (String) don't match the method signature for CacheService.Cache.getAll.",
    ],
  ])('refuses %s', (code, words) => {
    expect(inScript(`${CACHE} ${code}`)).toBe(words);
  });

  test('loses a write that is planned to be lost', () => {
    const workspace = scriptOf(`${CACHE} function f() { c.put('a', '1'); return c.get('a') }`);
    workspace.faults.plan([{ method: 'cache.put', fault: { kind: 'lose-write' } }]);
    expect(runIn(workspace, 'f')).toBeNull();
  });
});
