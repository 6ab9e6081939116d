import { readFile, writeFile } from 'node:fs/promises';
import { minify } from 'terser';

/**
 * Every click runs the whole bundle from cold, so what nothing uses is taken out and names are shortened; the top-level
 * functions, which Apps Script calls by name, keep theirs. Lines stay short, so that a stack trace that names a line says
 * something even without its column: `npm run trace` turns it into files and lines.
 */
const OPTIONS = {
  ecma: 2019,
  compress: { passes: 3, pure_getters: true, keep_fargs: false, unsafe_arrows: true },
  mangle: true,
  format: { comments: false, semicolons: false, max_line_len: 200 },
};

/**
 * @param path of the bundle, which is replaced.
 * @param mapPath of its source map, which leads back to TypeScript afterwards too.
 */
export async function makeSmaller(path, mapPath) {
  const bundle = await readFile(path, 'utf8');
  const content = withStubs(JSON.parse(await readFile(mapPath, 'utf8')), bundle);
  const { code, map } = await minify(
    { 'main.js': bundle },
    { ...OPTIONS, sourceMap: { content, filename: 'main.js' } },
  );
  if (!code) throw new Error('Nothing is left of the bundle.');
  await writeFile(path, code);
  await writeFile(mapPath, map);
}

/** gas-webpack-plugin writes its functions before the bundle and leaves the map as it was: too few lines by theirs. */
function withStubs(map, bundle) {
  const stubs = bundle.slice(0, bundle.indexOf('/******/')).split('\n').length - 1;
  return { ...map, mappings: ';'.repeat(stubs) + map.mappings };
}
