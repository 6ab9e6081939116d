import { build } from 'esbuild';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Texts by which a file that drives a built part, or imports a file that does, is recognized. */
const SIGNS = [
  { part: 'the add-on', says: /build\/gas\b/ },
  { part: 'the realm', says: /build\/emulator\/realm\.js/ },
  { part: 'the Workspace', says: /build\/emulator\/main\.js/ },
  { part: 'the console', says: /build\/emulator\/console/ },
  { part: 'the console', says: /build\/emulator\/main\.js/ },
];

/** The test files that Jest runs for these patterns. */
export function testsNamed(patterns) {
  const wanted = patterns.map((pattern) => new RegExp(pattern, 'i'));
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(root, 'test', path))
    .filter((path) => wanted.some((pattern) => pattern.test(path)));
}

/**
 * The built parts that these tests drive, according to the texts of the tests and of the files that they import.
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
