/**
 * One Chromium for all browser tests of a run, in which each file has pages of its own. Starting one for each file costs seconds
 * while both cores are busy.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

let server = null;

/** Tests find it through CHROMIUM_AT. */
exports.startChromium = async () => {
  const { chromium } = require('playwright-core');
  server = await chromium.launchServer({
    executablePath: process.env.CHROMIUM,
    host: '127.0.0.1',
    args: FLAGS,
  });
  process.env.CHROMIUM_AT = server.wsEndpoint();
};

/** Does nothing when none was started. */
exports.stopChromium = async () => {
  await server?.close();
  server = null;
};
