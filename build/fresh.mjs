import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTestModules, MODULES_FILE } from './test-modules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The parts that are built: for each its newest file, its sources, and how to build it. The lock file stands for the
 * libraries.
 */
const OUTPUTS = {
  'the add-on': {
    file: 'build/gas/main.js',
    sources: ['src', 'appsscript.json', 'build', 'package-lock.json'],
    build: async () => (await import('./add-on.mjs')).buildAddOn(),
  },
  'the realm': {
    file: 'build/emulator/realm.js',
    sources: ['emulator', 'build', 'package-lock.json'],
    build: async () => {
      const { buildIoWorker, buildRealm } = await import('./realm.mjs');
      await Promise.all([buildRealm(), buildIoWorker()]);
    },
  },
  'the Workspace': {
    file: 'build/emulator/main.js',
    sources: ['emulator', 'build', 'package-lock.json'],
    build: async () => (await import('./emulator.mjs')).buildEmulator(),
  },
  'the console': {
    file: 'build/emulator/console/page.html',
    sources: ['emulator/console', 'src/admin-page', 'src/card', 'build', 'package-lock.json'],
    build: async () => (await import('./console.mjs')).buildConsole(),
  },
};

/** What every test imports. */
const TEST_MODULES = {
  file: relative(root, MODULES_FILE),
  sources: ['src', 'emulator', 'test', 'bench', 'build', 'package-lock.json'],
  build: buildTestModules,
};

/** The names of the parts that can be built. */
export const PARTS = Object.keys(OUTPUTS);

/** Bundles the modules that tests import, unless that was done after their last change. */
export async function buildTestModulesIfStale() {
  if (isStale(TEST_MODULES)) await buildTestModules();
}

/** Builds those of the parts that are older than their sources. */
export async function buildStale(parts) {
  const stale = parts.filter((part) => isStale(OUTPUTS[part]));
  for (const part of stale) console.log(`Building ${part} …`);
  await Promise.all(stale.map((part) => OUTPUTS[part].build()));
}

function isStale({ file, sources }) {
  const built = timeOf(join(root, file));
  return sources.some((source) => newest(join(root, source)) > built);
}

const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** When anything at or below a path was last changed. Files that the build writes do not count. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => path !== join(root, 'build') || /\.mjs$/.test(name))
    .map(({ name }) => newest(join(path, name)));
  return Math.max(0, ...inside);
}
