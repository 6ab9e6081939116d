import { readFile, writeFile } from 'node:fs/promises';
import { minify } from 'terser';
import { hoistRepeated } from './hoisting.mjs';
import { moveSentences, sentencesFile } from './sentences.mjs';

/**
 * Every click runs the whole bundle from cold, so unused code is removed and names are shortened. Top-level functions
 * keep their names, by which Apps Script calls them. Lines stay short, so that a stack trace is useful even without
 * columns: `npm run trace` turns it into files and lines.
 */
const UNUSED = {
  ecma: 2019,
  compress: { passes: 3, pure_getters: true, keep_fargs: false, unsafe_arrows: true },
  mangle: false,
  format: { comments: false, beautify: true },
};
const NAMES = {
  ecma: 2019,
  compress: false,
  mangle: true,
  format: { comments: false, semicolons: false, max_line_len: 200 },
};

/**
 * @param path the bundle, which is replaced.
 * @param mapPath its source map, which still leads back to TypeScript afterwards.
 * @param sentencesPath where its sentences go.
 */
export async function makeSmaller(path, mapPath, sentencesPath) {
  const bundle = await readFile(path, 'utf8');
  const whole = withStubs(JSON.parse(await readFile(mapPath, 'utf8')), bundle);
  const { sentences, ...wordless } = moveSentences(bundle, whole);
  await writeFile(sentencesPath, sentencesFile(sentences));
  // Between the two: what is written once more than needed would be put back where it came from.
  const used = await minified(wordless, UNUSED);
  const { code, map } = await minified(hoistRepeated(used.code, JSON.parse(used.map)), NAMES);
  await writeFile(path, code);
  await writeFile(mapPath, map);
}

async function minified({ code, map: content }, options) {
  const smaller = await minify(
    { 'main.js': code },
    { ...options, sourceMap: { content, filename: 'main.js' } },
  );
  if (!smaller.code) throw new Error('Minifying the bundle left nothing.');
  return smaller;
}

/**
 * gas-webpack-plugin writes its functions before the bundle but leaves the map unchanged, so the map lacks their
 * lines.
 */
function withStubs(map, bundle) {
  const stubs = bundle.slice(0, bundle.indexOf('/******/')).split('\n').length - 1;
  return { ...map, mappings: ';'.repeat(stubs) + map.mappings };
}
