import { readFile, writeFile } from 'node:fs/promises';
import { minify } from 'terser';

/**
 * Every click runs the whole bundle from cold, so what nothing uses is taken out and local names are short. Functions keep
 * their names and statements their lines: Apps Script has no source maps, and a stack trace is read by function.
 */
const OPTIONS = {
  ecma: 2019,
  compress: {
    passes: 3,
    pure_getters: true,
    keep_fnames: true,
    keep_fargs: false,
    unsafe_arrows: true,
  },
  mangle: { keep_fnames: true },
  format: { comments: false, semicolons: false, max_line_len: 200 },
};

/** @param {string} path of the bundle, which is replaced. */
export async function makeSmaller(path) {
  const { code } = await minify(await readFile(path, 'utf8'), OPTIONS);
  if (!code) throw new Error('Nothing is left of the bundle.');
  await writeFile(path, code);
}
