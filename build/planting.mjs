/**
 * Bundles in which every planted bug waits and one of them acts, chosen when a program starts: bundling once for each bug
 * would take ten times as long as the tests that look for it.
 */
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The environment variable by which the modules that tests import know which bug acts. Without it none does. */
export const PLANTED = 'TANDEM_PLANTED';

/** Asks for a file with one of its bugs, or with none. */
const QUERY = /\?planted=(\w+)$/;

/** Bundles what tests import, in a copy of the checkout. */
export async function plantInModules(copy, mutants) {
  const { buildTestModules } = await import(fileIn(copy, 'build/test-modules.mjs'));
  await buildTestModules([waitingIn(variantsOf(copy, mutants))]);
}

/**
 * Bundles the add-on, in a copy of the checkout. It is not made smaller: that takes most of the time of a build.
 *
 * @returns a function that chooses the bug that acts; null: none.
 */
export async function plantInAddOn(copy, mutants) {
  const { buildAddOn } = await import(fileIn(copy, 'build/add-on.mjs'));
  const loader = fileURLToPath(new URL('./planting-loader.mjs', import.meta.url));
  const options = { variants: variantsOf(copy, mutants) };
  await buildAddOn([{ test: /\.ts$/, enforce: 'pre', loader, options }]);
  const file = join(copy, 'build/gas/main.js');
  const code = readFileSync(file, 'utf8');
  return (number) => writeFileSync(file, `globalThis.${PLANTED} = '${number}';\n${code}`);
}

/**
 * For tests that bundle sources themselves, as those of src/google do. A source seems as old as before, so that nothing
 * is built anew.
 *
 * @returns a function that writes the bug that acts, in place of the one before, into its source.
 */
export function plantInSources(copy, mutants) {
  let restore = () => {};
  return (number) => {
    restore();
    restore = () => {};
    if (mutants[number] === undefined) return;
    const { file, search, replace } = mutants[number];
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    const { atime, mtime } = statSync(path);
    const write = (wanted) => {
      writeFileSync(path, wanted);
      utimesSync(path, atime, mtime);
    };
    write(text.replace(search, () => replace));
    restore = () => write(text);
  };
}

const fileIn = (copy, path) => pathToFileURL(join(copy, path)).href;

/** For each file its texts: by the number of a bug, the text with it. */
function variantsOf(copy, mutants) {
  const variants = new Map();
  for (const [number, { file, search, replace }] of mutants.entries()) {
    const path = join(copy, file);
    const texts = variants.get(path) ?? new Map();
    texts.set(
      `${number}`,
      readFileSync(path, 'utf8').replace(search, () => replace),
    );
    variants.set(path, texts);
  }
  return variants;
}

/** A module that is, when it is first asked for, the file with the bug that acts. Other copies of it are never evaluated. */
export function switchOf(path, texts, chosen) {
  const name = `./${basename(path)}`;
  const cases = [...texts.keys()].map(
    (number) => `case '${number}': module.exports = require('${name}?planted=${number}'); break;`,
  );
  return `switch (${chosen}) { ${cases.join('\n')} default: module.exports = require('${name}?planted=none'); }`;
}

/** @returns the text of a path that asks for a bug, and undefined for another. */
export function plantedText(variants, path) {
  const [query, number] = QUERY.exec(path) ?? [];
  if (query === undefined) return undefined;
  const file = path.slice(0, -query.length);
  return variants.get(file)?.get(number) ?? readFileSync(file, 'utf8');
}

/** For esbuild. */
const waitingIn = (variants) => ({
  name: 'planted bugs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: QUERY }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      namespace: 'planted',
    }));
    onLoad({ filter: /./, namespace: 'planted' }, ({ path }) => ({
      contents: plantedText(variants, path),
      loader: 'ts',
      resolveDir: dirname(path),
    }));
    onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => {
      const texts = variants.get(path);
      return texts && { contents: switchOf(path, texts, `process.env.${PLANTED}`), loader: 'js' };
    });
  },
});
