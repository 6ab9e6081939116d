import { build } from 'esbuild';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What a file says that drives something built, or imports what does. */
const SIGNS = [
  { part: 'the add-on', says: /build\/gas\b/ },
  { part: 'the realm', says: /build\/emulator\/realm\.js/ },
  { part: 'the Workspace', says: /build\/emulator\/main\.js/ },
  { part: 'the console', says: /build\/emulator\/console/ },
  { part: 'the console', says: /build\/emulator\/main\.js/ },
];

/** The test files that jest runs for these patterns. */
export function testsNamed(patterns) {
  const wanted = patterns.map((pattern) => new RegExp(pattern, 'i'));
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(root, 'test', path))
    .filter((path) => wanted.some((pattern) => pattern.test(path)));
}

/**
 * Which built parts these tests drive: decided by what they and the files that they import say.
 *
 * @see fresh.mjs for the parts.
 */
export async function partsDrivenBy(tests) {
  const { metafile } = await build({
    entryPoints: tests,
    absWorkingDir: root,
    outdir: 'unwritten',
    write: false,
    bundle: true,
    metafile: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  const texts = Object.keys(metafile.inputs)
    .filter((path) => /\.(ts|cjs|mjs)$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'));
  const driven = SIGNS.filter(({ says }) => texts.some((text) => says.test(text)));
  return [...new Set(driven.map(({ part }) => part))];
}
