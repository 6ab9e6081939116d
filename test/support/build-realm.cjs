/**
 * What tests run as a bundle is bundled once, before them: the half of each service that runs inside a script's realm,
 * and the console's pages where browser tests are among those asked for.
 */
module.exports = async ({ nonFlagArgs }) => {
  const { buildIoWorker, buildRealm } = await import('../../build/realm.mjs');
  const { buildConsole } = await import('../../build/console.mjs');
  const looksAtPages =
    nonFlagArgs.length === 0 || nonFlagArgs.some((path) => path.includes('browser'));
  await Promise.all([buildRealm(), buildIoWorker(), ...(looksAtPages ? [buildConsole()] : [])]);
};
