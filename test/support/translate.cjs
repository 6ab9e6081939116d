const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { transformSync, version } = require('esbuild');

const own = readFileSync(__filename);
const root = join(__dirname, '../..');

/**
 * Replaces `require` in a test: modules of this repository come from the one file that contains them all, everything
 * else from the process (see environment.cjs).
 *
 * @param folder the test's, from the top of the repository.
 */
const requireFrom = (folder) =>
  `
{
  const modules = modulesOfProcess();
  const { join, posix } = requireOfProcess('node:path');
  require = (name) => {
    if (!/^\\.\\.?\\//.test(name)) return requireOfProcess(name);
    const path = posix.join(${JSON.stringify(folder)}, name) + '.ts';
    return modules[path] ? modules[path]() : requireOfProcess(join(__dirname, name));
  };
  require.resolve = requireOfProcess.resolve;
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
