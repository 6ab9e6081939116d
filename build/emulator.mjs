import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The program behind `npm start`. The realm's code is beside it: see realm.mjs. */
export const EMULATOR_FILE = join(root, 'build/emulator/main.js');

/**
 * Bundles the emulator into build/emulator: one file that needs only Node and the files that realm.mjs puts beside
 * it.
 */
export async function buildEmulator() {
  await build({
    entryPoints: [join(root, 'emulator/main.ts')],
    outfile: EMULATOR_FILE,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildEmulator();
