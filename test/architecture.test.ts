import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');

const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.(tsx?|mjs|cjs)$/.test(path) && statSync(join(ROOT, path)).isFile());

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The files that say something they should not. */
const saying = (paths: readonly string[], words: RegExp): string[] =>
  paths.filter((path) => words.test(textOf(path)));

const CLOCK_OR_CHANCE = /\bDate\.now\(\)|new Date\(\)|Math\.random\(\)/;

test('what decides asks for no time and no chance', () => {
  const pure = files('src').filter((path) => !/^src\/(google|main|app|admin-page)/.test(path));
  expect(saying(pure, CLOCK_OR_CHANCE)).toEqual([]);
});

test('the local Workspace asks no clock and no chance but its own', () => {
  const others = files('emulator').filter(
    (path) => !/kit\/clock\.ts|realm\/language\.ts|io-worker|console\//.test(path),
  );
  expect(saying(others, CLOCK_OR_CHANCE)).toEqual([]);
});

test('every file is named for the one thing inside', () => {
  const vague = /\/(utils?|helpers?|common|misc|index|manager|info)(\.[a-z]+)+$/;
  const all = ['src', 'emulator', 'test', 'build', 'bench'].flatMap(files);
  expect(all.filter((path) => vague.test(path))).toEqual([]);
});

const use = (path: string): string => `import { x } from '${path}';\nexport const y = x;\n`;
const useType = (path: string): string => `import type { X } from '${path}';\nexport type Y = X;\n`;
const X = 'export const x = 1;\nexport type X = 1;\n';

/** A file, and what the rules refuse in it. */
const OFFENDERS: readonly [what: string, path: string, text: string, rule: string][] = [
  ['a feature that imports another one', 'src/directory/a.ts', use('../audit/x'), 'src/directory'],
  ['a feature that imports Google’s side', 'src/audit/b.ts', use('../google/x'), 'src/audit'],
  ['runs that import a feature', 'src/runs/c.ts', useType('../directory/x'), 'src/runs'],
  ['card that imports a feature', 'src/card/d.ts', useType('../directory/x'), 'src/card'],
  ['kit that imports anything', 'src/kit/e.ts', useType('../card/x'), 'src/kit'],
  ['sheets that import records', 'src/sheets/f.ts', useType('../records/x'), 'src/sheets'],
  ['records that import a work system', 'src/records/g.ts', use('../worksystem/x'), 'src/records'],
  [
    'a work system that imports records',
    'src/worksystem/h.ts',
    use('../records/x'),
    'src/worksystem',
  ],
  [
    'google that imports more than ports',
    'src/google/i.ts',
    useType('../directory/x'),
    'src/google',
  ],
  [
    'google that imports values of ports',
    'src/google/j.ts',
    use('../directory/ports'),
    'src/google: only types from ports',
  ],
  ['app that imports the Admin page', 'src/app/k.ts', use('../admin-page/x'), 'src/app'],
  [
    'the add-on that imports the local Workspace',
    'src/app/l.ts',
    use('../../emulator/card/x'),
    'src/app',
  ],
  ['a door that reaches past app.ts', 'src/main.ts', use('./kit/x'), 'src/main.ts'],
  [
    'the local Workspace that imports the add-on',
    'emulator/card/m.ts',
    use('../../src/kit/x'),
    'emulator/card',
  ],
  [
    'the console that imports more than how cards are drawn',
    'emulator/console/n.ts',
    use('../../src/admin-page/x'),
    'emulator/console',
  ],
  [
    'what runs in a realm and imports what does not',
    'emulator/services/lock/realm.ts',
    use('./x'),
    'emulator: code that runs in a realm',
  ],
  [
    'a folder of the local Workspace without a rule',
    'emulator/new/o.ts',
    use('../card/x'),
    'emulator: a folder without a rule',
  ],
  ['an import that leads nowhere', 'src/kit/p.ts', use('./gone'), 'an import that leads nowhere'],
  [
    'a file that imports itself by way of another',
    'src/kit/q.ts',
    use('./r'),
    'no circle of files',
  ],
];

const OTHERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['kit', 'card', 'directory', 'audit', 'google', 'records', 'worksystem', 'admin-page'].map(
      (room) => [`src/${room}/x.ts`, X],
    ),
  ),
  'emulator/card/x.ts': X,
  'emulator/services/lock/x.ts': X,
  'src/kit/r.ts': use('./q'),
  'src/directory/ports.ts': X,
  // No circle of files, and one of folders.
  'src/directory/sync/one.ts': use('../runner/two'),
  'src/directory/runner/two.ts': X,
  'src/directory/runner/three.ts': use('../sync/four'),
  'src/directory/sync/four.ts': X,
  'src/audit/plan.ts': use('./log/five'),
  'src/audit/log/five.ts': X,
  'src/audit/log/six.ts': use('../plan'),
  // What is allowed.
  'src/directory/allowed.ts': use('../card/x') + use('../kit/x'),
  'src/google/allowed.ts': useType('../directory/ports'),
  'src/records/allowed.ts': useType('../directory/ports'),
};

/** `npm run check` holds the repository itself to these rules; here they show that they refuse. */
describe('the import rules', () => {
  let said: string;

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'imports-'));
    const offenders = OFFENDERS.map(([, path, text]) => [path, text]);
    for (const [path, text] of [...offenders, ...Object.entries(OTHERS)]) {
      mkdirSync(dirname(join(folder, path!)), { recursive: true });
      writeFileSync(join(folder, path!), text!);
    }
    const args = [join(ROOT, 'build/check-imports.mjs'), 'src', 'emulator'];
    said = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout;
    rmSync(folder, { recursive: true });
  });

  test.each(OFFENDERS)('refuse %s', (_, path, __, rule) => {
    const lines = said.split('\n').filter((line) => line.startsWith(rule));
    expect(lines.join('\n')).toContain(path);
  });

  test('refuse a circle of folders where no circle of files is', () => {
    expect(said).toMatch(/no circle in src\/directory: .*(sync → runner|runner → sync)/);
  });

  test('refuse a circle of a folder and a file beside it', () => {
    expect(said).toMatch(/no circle in src\/audit: .*(log → plan\.ts|plan\.ts → log)/);
  });

  test('let a room import what it may', () => {
    expect(said).not.toMatch(/^src\S*: \S*allowed\.ts/m);
  });
});
