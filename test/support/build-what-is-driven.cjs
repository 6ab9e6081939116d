/**
 * Before the first test: whatever the tests drive as a bundle is built where its sources are newer. `npm test` without paths
 * has built everything already.
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
