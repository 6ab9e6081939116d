/**
 * npm test: builds, checks and runs every test. npm test -- PATH …: runs the named tests, and first builds the parts
 * that they drive and that are out of date. Options are passed on to Jest.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireChromium } from './chromium.mjs';
import { check } from './check.mjs';
import { runTool } from './processes.mjs';

const named = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tandem-tests-'));
try {
  process.exitCode = (await (named.length > 0 ? testNamed() : testAll())) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

async function testNamed() {
  const { code } = await runTool('jest', ['--config', 'build/jest.config.mjs', ...named], {
    env: { CHROMIUM: requireChromium() },
    shows: true,
  });
  return code === 0;
}

async function testAll() {
  // The tests drive the built add-on in the built Workspace, so both are built first.
  await import('./build.mjs');
  const CHROMIUM = requireChromium();
  // The checks use the processor time that the tests leave: a browser test waits longer than it works.
  const checking = check({ isPatient: true });
  const results = await runJest({ CHROMIUM });
  const repeated = await repeatBrowserFiles(results, { CHROMIUM });
  const { passed, failed, ranWell } = count(results, repeated);
  const failures = await checking;
  for (const text of failures) console.log(`\n${text}`);
  console.log(failures.length === 0 ? 'All checks passed.' : `${failures.length} checks FAILED.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failures.length === 0 && ranWell && failed === 0;
}

/** @returns Jest's results, and `ranWell`, which is false when Jest could not even begin. */
async function runJest(env, ...paths) {
  const file = join(folder, `${paths.length > 0 ? 'again' : 'all'}.json`);
  const args = ['--config', 'build/jest.config.mjs', '--json', `--outputFile=${file}`];
  const { code } = await runTool('jest', [...args, ...paths], {
    env: { ...env, TANDEM_IS_BUILT: 'yes' },
    shows: true,
  });
  try {
    return { ...JSON.parse(readFileSync(file, 'utf8')), code };
  } catch {
    throw new Error(`Jest ended with ${code} and left no results.`);
  }
}

/**
 * A browser on a busy machine is not always in time. A browser file that failed is run once more, alone, in a new
 * process with a new Workspace, free of anything that the first try left behind. The first failure is printed above:
 * a file that passes only the second time should be fixed.
 */
async function repeatBrowserFiles({ testResults }, env) {
  const files = testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  const isBrowsers = (path) => path.replaceAll('\\', '/').includes('/test/browser/');
  if (files.length === 0 || !files.every(isBrowsers)) return null;
  console.log(`Once more, each from a fresh Workspace:\n  ${files.join('\n  ')}`);
  return runJest(env, '--runInBand', '--runTestsByPath', ...files);
}

/** Counts tests. A file that could not be loaded counts as one failed test. */
function count(first, repeated) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = first;
  const failedOf = (results) => results.numFailedTests + results.numRuntimeErrorTestSuites;
  if (!repeated)
    return {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      ranWell: first.code === 0,
    };
  const failed = failedOf(repeated);
  return {
    passed: numPassedTests + failedOf(first) - failed,
    failed,
    ranWell: repeated.code === 0,
  };
}
