import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isAmong } from '../../../emulator/project/glob';
import { projectFiles } from '../../../emulator/project/project-folder';

const root = mkdtempSync(join(tmpdir(), 'project-'));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;

/** What clasp would push from a folder with these files. */
function pushed(files: Readonly<Record<string, string>>): string[] {
  const folder = join(root, String(++folders));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return projectFiles(folder).map(({ name, type }) => `${name} ${type}`);
}

const MANIFEST = { 'appsscript.json': '{"timeZone":"UTC"}' };

describe('a folder is read as clasp push would send it', () => {
  test('code, pages and the manifest, by path, and nothing else', () => {
    expect(
      pushed({
        ...MANIFEST,
        'b.js': '',
        'a/z.gs': '',
        'page.html': '',
        'notes.md': '',
        'package.json': '{}',
        'node_modules/x/index.js': '',
        'a/node_modules/y/index.js': '',
        '.git/hooks/x.js': '',
      }),
    ).toEqual(['a/z SERVER_JS', 'appsscript JSON', 'b SERVER_JS', 'page HTML']);
  });

  test('from the folder that .clasp.json names, whose own files count alone', () => {
    const files = {
      'test/a.js': '',
      'dist/appsscript.json': MANIFEST['appsscript.json'],
      'dist/Code.js': '',
    };
    for (const key of ['rootDir', 'srcDir'])
      expect(pushed({ ...files, '.clasp.json': `{"scriptId":"x","${key}":"./dist"}` })).toEqual([
        'Code SERVER_JS',
        'appsscript JSON',
      ]);
  });

  test('without what .claspignore names, whose paths begin at that folder', () => {
    expect(
      pushed({
        '.clasp.json': '{"rootDir":"src"}',
        '.claspignore': '# tests\n**/*.test.js\n\nvendor/**\n!vendor/kept.js\n',
        'src/appsscript.json': MANIFEST['appsscript.json'],
        'src/a.js': '',
        'src/a.test.js': '',
        'src/deep/b.test.js': '',
        'src/vendor/gone.js': '',
        'src/vendor/kept.js': '',
      }),
    ).toEqual(['a SERVER_JS', 'appsscript JSON', 'vendor/kept SERVER_JS']);
  });

  test('with the files first that are to be pushed first', () => {
    expect(
      pushed({
        ...MANIFEST,
        '.clasp.json': '{"filePushOrder":["z.js","b.js"]}',
        'a.js': '',
        'b.js': '',
        'z.js': '',
      }),
    ).toEqual(['z SERVER_JS', 'b SERVER_JS', 'a SERVER_JS', 'appsscript JSON']);
  });

  test('with the extensions that the settings name, and without subfolders if they say so', () => {
    expect(
      pushed({
        ...MANIFEST,
        '.clasp.json':
          '{"scriptExtensions":["mjs"],"htmlExtensions":["htm"],"skipSubdirectories":true}',
        'a.mjs': '',
        'b.js': '',
        'c.htm': '',
        'd/e.mjs': '',
      }),
    ).toEqual(['a SERVER_JS', 'appsscript JSON', 'c HTML']);
  });

  test.each([
    ['a folder outside the project', '{"rootDir":"../elsewhere"}', 'is outside the project.'],
    ['settings that are not JSON', '{', '.clasp.json is not JSON'],
  ])('%s is refused', (_, settings, words) => {
    expect(() => pushed({ ...MANIFEST, '.clasp.json': settings })).toThrow(words);
  });
});

test.each([
  ['a.js', ['*.js'], true],
  ['d/a.js', ['*.js'], false],
  ['d/a.js', ['**/*.js'], true],
  ['a.js', ['**/*.js'], true],
  ['d/e/a.js', ['d/**'], true],
  ['.git/x', ['.git/**'], true],
  ['a.test.ts', ['*.{test,spec}.ts'], true],
  ['a1.js', ['a[0-9].js', '!a1.js'], false],
  ['ab.js', ['a?.js'], true],
  ['a+b.js', ['a+b.js'], true],
  ['Code.js', ['**/**', '!Code.js'], false],
  ['x.js', ['!Code.js'], true],
  ['Code.js', [], false],
])('whether %s is among %j: %s', (path, patterns, among) => {
  expect(isAmong(path, patterns)).toBe(among);
});
