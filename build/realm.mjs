import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the emulator finds the code it runs first in every realm. */
export const REALM_FILE = join(root, 'build/emulator/realm.js');

/** The thread that does UrlFetchApp's real HTTP. */
export const IO_WORKER_FILE = join(root, 'build/emulator/io-worker.js');

/** Bundles emulator/services/url-fetch/io-worker.ts. */
export async function buildIoWorker() {
  await build({
    entryPoints: [join(root, 'emulator/services/url-fetch/io-worker.ts')],
    outfile: IO_WORKER_FILE,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
}

/**
 * Bundles emulator/services/prelude/realm.ts into one function expression `(host, setting) => void`, so that nothing
 * of it, not even the name of the bundle, is visible to the script that runs after it.
 */
export async function buildRealm() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'emulator/services/prelude/realm.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'prelude',
    target: 'es2022',
    keepNames: false,
    legalComments: 'none',
  });
  await mkdir(dirname(REALM_FILE), { recursive: true });
  await writeFile(
    REALM_FILE,
    `(function (host, setting) { 'use strict';\n${outputFiles[0].text}\nreturn prelude.install(host, setting);\n})`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await Promise.all([buildRealm(), buildIoWorker()]);
