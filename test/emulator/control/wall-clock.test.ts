import { startWorkspace } from '../../../emulator/start-workspace';
import { ADMIN, smallCompany } from '../../support/small-company';

const HOUR_MS = 3_600_000;

test('while the clock follows the wall, a trigger that comes due runs by itself', async () => {
  const started = await startWorkspace({
    seed: smallCompany(),
    clock: 'wall',
    latency: 'none',
    script: 'test/fixtures/one-trigger',
  });
  try {
    const { workspace, clock, run } = started;
    expect(run('install', { as: ADMIN }).execution.error).toBeNull();
    clock.advance(HOUR_MS, { runDueTriggers: false });
    const deadline = Date.now() + 60_000;
    const ran = () =>
      workspace.engine.executions.filter(({ start }) => start.surface === 'trigger');
    while (ran().length === 0 && Date.now() < deadline)
      await new Promise((go) => setTimeout(go, 50));
    expect(ran().map(({ start }) => start.functionName)).toEqual(['tick']);
  } finally {
    await started.stop();
  }
});
