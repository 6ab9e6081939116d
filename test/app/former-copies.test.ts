import { formerCopies } from '../../src/app/former-copies';
import { environmentSlot, productionAfter } from '../../src/install/environment';
import { snapshotStore } from '../../src/kit/snapshot-store';
import { MemoryStore } from '../kit/memory-store';

test('what an administrator decides about a demo’s copies during a run is not undone by the run (D22)', () => {
  const memory = new MemoryStore();
  const store = Object.assign(memory, { entries: () => Object.fromEntries(memory.values) });
  const place = environmentSlot(store, 'C1');
  void place.write(productionAfter('1', { nowMs: 0, hasRun: true }));
  const run = formerCopies(
    snapshotStore(store, () => false),
    'C1',
  )!;
  run.note('u1', 2);
  expect(place.read()).toMatchObject({ value: { former: { copies: 2, people: 1, after: 'u1' } } });
  void place.write({ name: 'production', former: null });
  run.note('u2', 3);
  run.finish(0);
  expect(place.read()).toMatchObject({ value: { name: 'production', former: null } });
});
