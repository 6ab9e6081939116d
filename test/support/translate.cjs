const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { transformSync, version } = require('esbuild');

const own = readFileSync(__filename);
const root = join(__dirname, '../..');

/**
 * Replaces `require` in a test: a module of this repository comes from the one file that contains them all (see
 * environment.cjs), everything else from Jest.
 */
const requireFrom = (folder) =>
  `
{
  const ofJest = require;
  const modules = modulesWith(ofJest);
  const { posix } = ofJest('node:path');
  require = (name) => {
    const path = posix.join(${JSON.stringify(folder)}, name) + '.ts';
    return /^\\.\\.?\\//.test(name) && modules[path] ? modules[path]() : ofJest(name);
  };
  require.resolve = ofJest.resolve;
}`.replace(/\s*\n\s*/g, ' ');

/** Translates a test. Types are checked by build/check.mjs. */
module.exports = {
  process: (source, path) => {
    const folder = relative(root, dirname(path)).replaceAll('\\', '/');
    return transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcefile: path,
      sourcemap: 'inline',
      sourcesContent: false,
      banner: requireFrom(folder),
    });
  },
  getCacheKey: (source, path) =>
    createHash('sha1').update(own).update(version).update(path).update(source).digest('hex'),
};
