import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';
import { buildAdminPage } from './admin-page.mjs';
import { bundleProblems } from './bundle-check.mjs';
import { weighRooms } from './bundle-weight.mjs';
import { importTypeScript } from './import-typescript.mjs';
import { makeSmaller } from './smaller.mjs';
import { MAP_FILE, readSourceMap } from './source-map.mjs';
import config from './webpack.config.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Builds build/gas, which `clasp push` sends. Fails with a line for each thing that Apps Script would refuse, and
 * then keeps the previous build: the new one is made beside it and replaces it as a whole.
 *
 * @param rules of webpack for a bundle that only tests run: it is neither made smaller nor looked at.
 */
export async function buildAddOn(rules = null) {
  await bundle(rules ?? []);
  const made = config.output.path;
  const code = join(made, config.output.filename);
  const map = join(made, config.output.sourceMapFilename);
  if (rules === null) await makeSmaller(code, map, join(made, 'sentences.html'));
  await buildAdminPage(made);
  await writeManifest(made);
  const { readProject } = await importTypeScript('emulator/project/project.ts');
  const { warnings } = readProject(made);
  const problems = [...warnings, ...(rules === null ? await problemsOf(made, code, map) : [])];
  if (problems.length > 0) throw new Error(`The add-on is refused:\n  ${problems.join('\n  ')}`);
  const folder = join(root, 'build/gas');
  await rm(folder, { recursive: true, force: true });
  await rename(map, MAP_FILE);
  await rename(made, folder);
}

/** What Apps Script would refuse in a bundle, and what is too large. Prints the bundle by room. */
async function problemsOf(folder, code, map) {
  const { table, problems } = weighRooms(await readFile(code, 'utf8'), readSourceMap(map));
  console.log(`The bundle by room:\n${table}`);
  return [...(await bundleProblems(folder)), ...problems];
}

/** The manifest, with the scopes that the features need. Those that it has already stay. */
async function writeManifest(folder) {
  const manifest = JSON.parse(await readFile(join(root, 'appsscript.json'), 'utf8'));
  const { FEATURES } = await importTypeScript('src/app/features.ts');
  const needed = FEATURES.flatMap(({ needs }) => needs.manifest.map(({ scope }) => scope));
  const oauthScopes = [...(manifest.oauthScopes ?? []), ...needed];
  const whole = { ...manifest, oauthScopes: [...new Set(oauthScopes)].sort() };
  await writeFile(join(folder, 'appsscript.json'), `${JSON.stringify(whole, null, 2)}\n`);
}

const bundle = (rules) =>
  new Promise((resolve, reject) => {
    const module = { rules: [...config.module.rules, ...rules] };
    webpack({ ...config, module }, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve(undefined);
    });
  });
