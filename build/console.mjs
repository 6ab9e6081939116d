import { build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Bundles the console for the browser into build/emulator/console: one page, a script for each product, styles,
 * fonts, and the two scripts around web apps.
 */
export async function buildConsole() {
  const outdir = join(root, 'build/emulator/console');
  await mkdir(outdir, { recursive: true });
  await build({
    entryPoints: [join(root, 'emulator/console/main.tsx')],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file', '.svg': 'file' },
    assetNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    publicPath: '/console',
    legalComments: 'linked',
  });
  await build({
    entryPoints: {
      'web-app-frame': join(root, 'emulator/console/web-app/frame.ts'),
      'web-app-host': join(root, 'emulator/console/web-app/host.ts'),
    },
    outdir,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
  });
  await copyFile(join(root, 'emulator/console/page.html'), join(outdir, 'page.html'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildConsole();
