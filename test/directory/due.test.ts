import { directoryIsDue } from '../../src/directory/due';
import { users } from './people';
import { World } from './world';

const isDue = ({ runs, store, clock }: World): boolean => {
  const due = directoryIsDue({ runs, store, clock });
  return due.ok && due.value;
};

test('the first run begins by itself, goes on where its time ended, and then waits for a person: it looks again a day later [G6] [TA13]', () => {
  const world = new World({ isApproved: false });
  world.directory.people = users(2);
  expect(isDue(world)).toBe(true);
  world.run({}, { left: () => 0 });
  expect(isDue(world)).toBe(true);
  world.run();
  expect(world.held()?.what.hold).toEqual({ kind: 'first-run' });
  world.clock.sleep(23 * 3_600_000);
  expect(isDue(world)).toBe(false);
  world.clock.sleep(3_600_000);
  expect(isDue(world)).toBe(true);
});

test('a run is due once a day, after an hour when it failed, and at once when somebody waits', () => {
  const world = new World();
  world.directory.people = users(2);
  expect(isDue(world)).toBe(true);
  world.run();
  world.clock.sleep(23 * 3_600_000);
  expect(isDue(world)).toBe(false);
  world.clock.sleep(3_600_000);
  expect(isDue(world)).toBe(true);
  world.directory.failure = { kind: 'unavailable', message: 'down' };
  world.run();
  expect(isDue(world)).toBe(false);
  world.clock.sleep(3_600_000);
  expect(isDue(world)).toBe(true);
  world.run();
  world.clock.sleep(1000);
  world.ask();
  expect(isDue(world)).toBe(true);
});
