/**
 * Before the first test, builds the bundles that the tests drive and that are older than their sources. `npm test`
 * without paths has already built everything.
 */
module.exports = async ({ nonFlagArgs }) => {
  const { findChromium } = await import('../../build/chromium.mjs');
  process.env.CHROMIUM ??= findChromium() ?? '';
  if (process.env.TANDEM_IS_BUILT) return;
  const { buildStale, PARTS } = await import('../../build/fresh.mjs');
  const { partsDrivenBy, testsNamed } = await import('../../build/named-tests.mjs');
  const isForAll = nonFlagArgs.length === 0;
  await buildStale(isForAll ? PARTS : await partsDrivenBy(testsNamed(nonFlagArgs)));
};
