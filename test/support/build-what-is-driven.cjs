/**
 * Before the first test, bundles the modules that tests import, and builds what the tests drive, where either is older
 * than its sources. `npm test` without paths has already built what is driven.
 */
module.exports = async ({ nonFlagArgs }) => {
  const { findChromium } = await import('../../build/chromium.mjs');
  process.env.CHROMIUM ??= findChromium() ?? '';
  const { buildStale, buildTestModulesIfStale, PARTS } = await import('../../build/fresh.mjs');
  await buildTestModulesIfStale();
  if (process.env.TANDEM_IS_BUILT) return;
  const { partsDrivenBy, testsNamed } = await import('../../build/named-tests.mjs');
  const isForAll = nonFlagArgs.length === 0;
  await buildStale(isForAll ? PARTS : await partsDrivenBy(testsNamed(nonFlagArgs)));
};
