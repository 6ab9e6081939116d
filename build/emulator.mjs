import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The program behind `npm start`. The realm's code lies beside it: see realm.mjs. */
export const EMULATOR_FILE = join(root, 'build/emulator/main.js');

/** Programs of their own: the Workspace, and the worker that does a script's fetches where there is one. */
const ENTRIES = {
  main: 'emulator/main.ts',
  'io-worker': 'emulator/services/url-fetch/io-worker.ts',
};

/** Bundles the emulator into build/emulator: one file that needs Node and nothing else. */
export async function buildEmulator() {
  const entryPoints = Object.fromEntries(
    Object.entries(ENTRIES)
      .map(([name, path]) => [name, join(root, path)])
      .filter(([, path]) => existsSync(path)),
  );
  await build({
    entryPoints,
    outdir: dirname(EMULATOR_FILE),
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
