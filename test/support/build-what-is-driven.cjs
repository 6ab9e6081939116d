const { startChromium } = require('./shared-chromium.cjs');

/**
 * Before the first test, bundles the modules that tests import, and builds what the tests drive, where either is older
 * than its sources; then starts the browser, if a test needs one. `npm test` without paths has already built what is driven.
 */
module.exports = async ({ nonFlagArgs }) => {
  const { findChromium } = await import('../../build/chromium.mjs');
  process.env.CHROMIUM ??= findChromium() ?? '';
  const { buildStale, buildTestModulesIfStale, PARTS } = await import('../../build/fresh.mjs');
  await buildTestModulesIfStale();
  const { partsDrivenBy, testsNamed } = await import('../../build/named-tests.mjs');
  const named = nonFlagArgs.length === 0 ? null : testsNamed(nonFlagArgs);
  if (!process.env.TANDEM_IS_BUILT)
    await buildStale(named === null ? PARTS : await partsDrivenBy(named));
  if (process.env.CHROMIUM && (named === null || named.some(isBrowsers))) await startChromium();
};

const isBrowsers = (path) => path.replaceAll('\\', '/').includes('/test/browser/');
