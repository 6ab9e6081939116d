/** The half of each service that runs inside a script's realm is bundled once, before the tests. */
module.exports = async () => {
  const { buildIoWorker, buildRealm } = await import('../../build/realm.mjs');
  await Promise.all([buildRealm(), buildIoWorker()]);
};
