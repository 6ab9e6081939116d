// What is sent to Google as our code: only our code, nothing of it made from text, nothing secret in it, and the same bytes wherever it is built.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, type Node } from 'acorn';
import { BUILT } from '../support/tandem';

const ROOT = join(__dirname, '../..');
const FILES = readdirSync(BUILT);
const textOf = (name: string): string => readFileSync(join(BUILT, name), 'utf8');
const MAP = readFileSync(join(BUILT, '../gas.map'), 'utf8');

/** All script in a built file: its pages carry theirs inline. */
const scriptsIn = (name: string): string[] =>
  name.endsWith('.js')
    ? [textOf(name)]
    : [...textOf(name).matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code!);

type Walked = Node & Readonly<Record<string, unknown>>;

function nodesOf(value: unknown): Walked[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap(nodesOf);
  return 'type' in value && typeof value.type === 'string' ? [value as Walked, ...within] : within;
}

/** Calls that make code from text. */
function madeFromText(code: string): string[] {
  const calls = nodesOf(parse(code, { ecmaVersion: 'latest' })).filter(({ type }) =>
    ['CallExpression', 'NewExpression'].includes(type),
  );
  return calls.flatMap(({ callee, arguments: args }) => {
    const { name } = callee as { readonly name?: string };
    const [first] = args as readonly { readonly type: string; readonly value?: unknown }[];
    const isText = first?.type === 'Literal' && typeof first.value === 'string';
    if (name === 'eval' || name === 'Function') return [name];
    return isText && /^set(Timeout|Interval)$/.test(name ?? '') ? [name!] : [];
  });
}

test('the project is the bundle, its sentences, its two pages and the manifest: no test, no map, no key [Att38]', () => {
  expect(FILES.sort()).toEqual([
    'admin-page.html',
    'appsscript.json',
    'key-opener.html',
    'main.js',
    'sentences.html',
  ]);
});

test.each(FILES.filter((name) => name !== 'appsscript.json' && name !== 'sentences.html'))(
  '%s makes no code from text [Att38]',
  (name) => {
    const scripts = scriptsIn(name);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.flatMap(madeFromText)).toEqual([]);
  },
);

test('the check for it finds each way in which code is made from text [Att38]', () => {
  const ways = ["eval('1')", "new Function('1')", "Function('1')", "setTimeout('f()', 1)"];
  expect(ways.map((code) => madeFromText(code).length)).toEqual([1, 1, 1, 1]);
});

/** Libraries that the bundle may carry: a new one is looked at before it is added here. */
const LIBRARIES = ['valibot'];

test('everything in the bundle comes from src and from libraries that are named here: nothing of tests or of the local Workspace [Att38]', () => {
  const { sources } = JSON.parse(MAP) as { readonly sources: readonly string[] };
  const allowed = [
    /^webpack:\/\/tandem\/(\.\/)?src\/(?!admin-page\/)/,
    /^webpack:\/\/tandem\/webpack\//,
    ...LIBRARIES.map((name) => new RegExp(`/node_modules/${name}/`)),
  ];
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((source) => !allowed.some((one) => one.test(source)))).toEqual([]);
});

test.each([
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----(\\n|\s)+[A-Za-z0-9+/]{40}/],
  ['a token of Google’s', /ya29\.[\w-]{20}/],
  ['an API key', /AIza[\w-]{30}/],
  ['a client secret', /GOCSPX-[\w-]{20}/],
  [
    'the name of a folder of whoever built it',
    /["'(](\/home|\/root|\/tmp|\/Users|[A-Z]:\\\\)[\\/][\w-]+/,
  ],
])('neither the project nor the source map holds %s [Att38]', (_, secret) => {
  for (const text of [...FILES.map(textOf), MAP]) expect(secret.exec(text)?.[0]).toBeUndefined();
});

test('every library is locked to its bytes [Att38]', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<
      Record<string, { readonly integrity?: string; readonly link?: boolean }>
    >;
  };
  const loose = Object.entries(packages).filter(
    ([path, { integrity = '' }]) => path !== '' && !/^sha(256|384|512)-/.test(integrity),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('built again in another folder, it is the same to the last byte [Att38]', () => {
  const folder = mkdtempSync(join(tmpdir(), 'built-again-'));
  for (const name of [
    'src',
    'emulator',
    'build',
    'appsscript.json',
    'package.json',
    'tsconfig.json',
  ])
    cpSync(join(ROOT, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/build[\\/](gas|emulator|test-modules)/.test(path),
    });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const program = "import('./build/add-on.mjs').then(({ buildAddOn }) => buildAddOn())";
  const { status, stderr } = spawnSync('node', ['-e', program], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const again = (name: string): string => readFileSync(join(folder, 'build/gas', name), 'utf8');
  const different = FILES.filter((name) => again(name) !== textOf(name));
  rmSync(folder, { recursive: true });
  expect(different).toEqual([]);
  // A whole build, which takes its time on a busy machine.
}, 600_000);
