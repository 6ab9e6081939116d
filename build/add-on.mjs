import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';
import { buildAdminPage } from './admin-page.mjs';
import { bundleProblems } from './bundle-check.mjs';
import { importTypeScript } from './import-typescript.mjs';
import { makeSmaller } from './smaller.mjs';
import config from './webpack.config.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Builds build/gas: what `clasp push` sends. Fails with a line for each thing that Apps Script would refuse. */
export async function buildAddOn() {
  await bundle();
  await makeSmaller(join(root, 'build/gas/main.js'));
  const folder = join(root, 'build/gas');
  await mkdir(folder, { recursive: true });
  await buildAdminPage(folder);
  await copyFile(join(root, 'appsscript.json'), join(folder, 'appsscript.json'));
  const { readProject } = await importTypeScript('emulator/runtime/project.ts');
  readProject(folder);
  const problems = await bundleProblems(folder);
  if (problems.length > 0) throw new Error(`The add-on is refused:\n  ${problems.join('\n  ')}`);
}

const bundle = () =>
  new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve(undefined);
    });
  });
