import { aUser, theirs, users } from '../../directory/people';
import { World } from '../../directory/world';
import { Crash, hostile, type Fault } from './hostile';

/** Some thirty people of every kind, and work of every kind to be done for them. */
function busyWorld(): World {
  const world = new World();
  world.batchSize = 6;
  const all = users(30);
  all.slice(0, 12).forEach(({ id }) => world.employees.add(theirs(id), true));
  all.slice(12, 16).forEach(({ id }) => world.employees.add(theirs(id, { googleId: null })));
  world.employees.add(theirs('gone'), true);
  world.employees.add(theirs('holder', { email: 'info@example.com' }), true);
  world.employees.add(theirs('stranger', { googleId: null }));
  world.employees.edit('e5', { isActive: false });
  world.directory.pageSize = 11;
  world.directory.people = [...all, aUser('heir', { primaryEmail: 'info@example.com' })];
  world.directory.change('g0001', { suspended: true });
  world.directory.change('g0002', { primaryEmail: 'renamed@example.com' });
  world.directory.change('g0003', { organizations: [{ title: 'Lead', primary: true }] });
  world.directory.change('g0013', { archived: true });
  world.directory.change('g0020', { suspended: true });
  world.directory.change('g0021', { name: {} });
  world.ask();
  return world;
}

function crashed(world: World, call: number, fault: Fault): void {
  try {
    world.run(hostile(world.parts(), (count) => (count === call ? fault : null)));
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
}

const calm = busyWorld();
const counted = { count: 0 };
calm.run(hostile(calm.parts(), () => null, counted));

test('the calm run does all of it, and notes each write', () => {
  expect(calm.last()?.good?.counts).toEqual({
    deactivate: 4,
    update: 2,
    link: 3,
    reactivate: 1,
    insert: 13,
    unchanged: 8,
  });
  expect(calm.journalStore.entries.size).toBe(23);
  expect(calm.says()).toHaveLength(32);
  expect(counted.count).toBeGreaterThanOrEqual(20);
});

test.each<Fault>([
  'crash-before',
  'crash-after',
  'fail-before',
  'fail-after',
  'parts-before',
  'parts-after',
])('%s at any call leaves what a calm run leaves, nobody twice [Inv2, Inv6, Inv7]', (fault) => {
  for (let call = 0; call < counted.count; call += 1) {
    const world = busyWorld();
    crashed(world, call, fault);
    expect(world.run()).toEqual({ kind: 'finished' });
    expect([call, world.says()]).toEqual([call, calm.says()]);
    expect([call, world.problems.problems]).toEqual([call, []]);
    // Only the batch that was being written can be missing in the journal.
    expect(world.journalStore.entries.size).toBeGreaterThanOrEqual(23 - world.batchSize);
    const { length } = world.employees.written;
    expect(world.run()).toEqual({ kind: 'finished' });
    expect([call, world.employees.written.length]).toEqual([call, length]);
    expect(world.held()).toBe(null);
  }
});

test('two crashes in a row are no worse than one [Inv6]', () => {
  for (let call = 0; call < counted.count; call += 1)
    for (const [first, second] of [
      ['crash-after', 'crash-before'],
      ['parts-after', 'crash-after'],
    ] as const) {
      const world = busyWorld();
      crashed(world, call, first);
      crashed(world, call, second);
      world.run();
      expect([call, world.says()]).toEqual([call, calm.says()]);
    }
});

test('a run that is out of time after every step gets everything done, one batch at a time [Inv15]', () => {
  const world = busyWorld();
  let executions = 0;
  for (; executions < 20; executions += 1) {
    let steps = 0;
    const ended = world.run({}, { left: () => ((steps += 1) <= 3 ? 1 : 0) });
    if (ended.kind === 'finished') break;
  }
  expect(executions).toBeGreaterThan(1);
  expect(executions).toBeLessThan(8);
  expect(world.says()).toEqual(calm.says());
});
