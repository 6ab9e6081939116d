import { build } from 'esbuild';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** One file with every module that a test may import. test/support/translate.cjs hands them out. */
export const MODULES_FILE = join(root, 'build/tests/modules.js');

const FOLDERS = ['src', 'emulator', 'test', 'bench'];

/** Programs that are used as they are installed: they look for files beside themselves, or are large and rarely used. */
const EXTERNAL = [
  'playwright-core',
  'googleapis',
  'google-auth-library',
  'esbuild',
  'typescript',
  'axe-core',
  'fast-check',
];

/**
 * Bundles the modules that tests import. Jest loads a module in about a millisecond, and many a test needs six
 * hundred of them: in one file they cost a twentieth. Each is evaluated when it is first asked for, once for all test
 * files of a process (test/support/environment.cjs).
 *
 * @param plugins of esbuild, asked before our own.
 */
export async function buildTestModules(plugins = []) {
  const entries = FOLDERS.flatMap(modulesIn).map(
    (path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)}),`,
  );
  await build({
    stdin: { contents: `module.exports = {\n${entries.join('\n')}\n};`, resolveDir: root },
    outfile: MODULES_FILE,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: EXTERNAL,
    loader: { '.css': 'empty', '.svg': 'empty', '.woff2': 'empty' },
    plugins: [...plugins, ownPlace, jsonFiles],
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** TypeScript modules below a folder, as paths from the top of the repository. */
const modulesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.ts$/.test(path) && !/(\.test|\.d)\.ts$/.test(path));

/** In a bundle, `__dirname` would be the bundle's folder. */
const ownPlace = {
  name: 'own place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('__dirname')) return undefined;
      const own = JSON.stringify(dirname(path));
      return { contents: text.replaceAll('__dirname', own), loader: 'ts' };
    });
  },
};

/** Node reads JSON faster than a program that contains it. */
const jsonFiles = {
  name: 'JSON files',
  setup({ onResolve }) {
    onResolve({ filter: /^\..*\.json$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      external: true,
    }));
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildTestModules();
