import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { FEATURES } from '../src/app/features';
import { manifestScopes } from '../src/app/needs';

const ROOT = join(__dirname, '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'build/gas/appsscript.json'), 'utf8')) as {
  oauthScopes: string[];
};

test('the manifest asks for what the features need, and for nothing else [Att39]', () => {
  expect([...manifest.oauthScopes].sort()).toEqual(manifestScopes(FEATURES).sort());
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
      /no top-level function with that name/,
    ],
    ['syntax after ES2019', `${door}const a = b?.c`, /is not ES2019/],
    ['a timer', `${door}setTimeout(f, 1)`, /uses setTimeout/],
    ['fetch', `${door}fetch('x')`, /uses fetch/],
    ['code made from text', `${door}new Function('1')`, /new Function/],
    ['eval', `${door}eval('1')`, /eval/],
    [
      'a trigger whose function is missing',
      `${door}ScriptApp.newTrigger('runSync')`,
      /runSync is called by name/,
    ],
    [
      'a service that is called at load',
      `${door}HtmlService.createHtmlOutputFromFile('x');`,
      /does not load without Google/,
    ],
    ['more than 600 KB', `${door}/*${'x'.repeat(620_000)}*/`, /bytes; the limit is/],
  ])('refuses %s', (_, code, sentence) => {
    expect(problemsOf(code)).toMatch(sentence);
  });
});

describe('the built bundle', () => {
  const built = join(ROOT, 'build/gas/main.js');
  const runTool = (tool: string, input = ''): string =>
    spawnSync('node', [join('build', tool)], { cwd: ROOT, input }).stdout.toString();

  const sentences = readFileSync(join(ROOT, 'build/gas/sentences.html'), 'utf8');

  /** The stack trace of a door that is opened where Google has only files. */
  function stackOf(door: string): string {
    const createTemplateFromFile = () => ({ getRawContent: () => sentences });
    const context = createContext({ HtmlService: { createTemplateFromFile } });
    new Script(readFileSync(built, 'utf8'), { filename: 'main.gs' }).runInContext(context);
    return new Script(`try { ${door}({}); '' } catch (error) { error.stack; }`).runInContext(
      context,
    ) as string;
  }

  /** The source lines that `npm run trace` names, outermost last. */
  const traced = (stack: string): string[] =>
    [...runTool('trace.mjs', stack).matchAll(/→ (?:about )?([\w./-]+):(\d+)/g)].map(
      ([, path, line]) => readFileSync(join(ROOT, path!), 'utf8').split('\n')[Number(line) - 1]!,
    );

  test('loads, for each 100 KB, in at most 0.85 of the time of a fixed script of 300 KB, and altogether in at most 5 times that', () => {
    const bytes = statSync(join(ROOT, 'build/gas/main.js')).size;
    // Node 20 needs 4.4 times as long, Node 24 4.7: their engines differ in what they parse at once.
    const most = Math.min(5, 0.85 * (bytes / 100_000));
    let least = Infinity;
    // A busy machine slows down one of the two more than the other: the least of a few says what the code costs.
    for (let round = 0; round < 5 && least > most; round += 1)
      least = Math.min(least, Number(runTool('load-ratio.mjs')));
    expect(least).toBeLessThanOrEqual(most);
  });

  test('keeps what it says in a file of its own, whole or in the pieces between which values stand', () => {
    const json = /^<script type="application\/json">(.*)<\/script>\n$/s.exec(sentences)?.[1];
    expect(json).not.toContain('<');
    const moved = JSON.parse(json!) as unknown[];
    expect(moved).toContain('Who administers your Google Workspace?');
    expect(moved).toContainEqual([
      'Nobody was found for “',
      '”. Type the whole address, or send the message yourself.',
    ]);
    expect(readFileSync(built, 'utf8')).not.toContain('Nobody was found for');
  });

  test('is traced: a failure leads to the line where it happened, and to the door it came through', () => {
    const stack = stackOf('onHomepage');
    expect(stack).toContain('CardService is not defined');
    const lines = traced(stack);
    expect(lines[0]).toContain('CardService');
    expect(lines.at(-1)).toMatch(/homepage/i);
  });

  test('is traced to about the place where a log keeps lines without columns', () => {
    const withoutColumns = stackOf('onHomepage').replace(/(main\.gs:\d+):\d+/g, '$1');
    expect(runTool('trace.mjs', withoutColumns)).toContain('→ about src/');
  });

  test('says nothing of a place that is not in it', () => {
    expect(runTool('trace.mjs', 'at f (Code:3:4)')).toBe('at f (Code:3:4)');
  });
});
