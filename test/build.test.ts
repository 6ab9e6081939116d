import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestScopes } from '../src/app/needs';

const ROOT = join(__dirname, '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'appsscript.json'), 'utf8')) as {
  oauthScopes: string[];
};

test('the manifest asks for what the features need, and for nothing else [Att39]', () => {
  expect([...manifest.oauthScopes].sort()).toEqual(manifestScopes().sort());
});

describe('the bundle check', () => {
  /** Problems of a bundle with this code and a manifest that names `onHomepage`. */
  function problemsOf(code: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    writeFileSync(join(folder, 'main.js'), code);
    const named = { addOns: { common: { homepageTrigger: { runFunction: 'onHomepage' } } } };
    writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(named));
    const { stdout } = spawnSync('node', ['build/bundle-check.mjs', folder], { cwd: ROOT });
    return stdout.toString();
  }
  const door = 'function onHomepage() {}\n';

  test('lets a bundle pass whose doors are top-level functions', () => {
    expect(problemsOf(`${door}const text = { fetch: 1 }; text.fetch;`)).toBe('');
  });

  test.each([
    [
      'a door that is only assigned',
      'globalThis.onHomepage = () => {}',
      /no top-level function of that name/,
    ],
    ['syntax after ES2019', `${door}const a = b?.c`, /is not ES2019/],
    ['a timer', `${door}setTimeout(f, 1)`, /uses setTimeout/],
    ['fetch', `${door}fetch('x')`, /uses fetch/],
    ['code made from text', `${door}new Function('1')`, /new Function/],
    ['eval', `${door}eval('1')`, /eval/],
    [
      'a trigger whose function is missing',
      `${door}ScriptApp.newTrigger('runSync')`,
      /runSync is named/,
    ],
    ['more than 300 KB', `${door}/*${'x'.repeat(310_000)}*/`, /bytes; the limit is/],
  ])('refuses %s', (_, code, sentence) => {
    expect(problemsOf(code)).toMatch(sentence);
  });
});
