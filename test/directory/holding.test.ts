import { aUser, users } from './people';
import { company, World } from './world';

test('before a person has looked a run writes nothing, and leaves what they should look at [TA13]', () => {
  const world = new World({ isApproved: false });
  world.directory.people = users(30);
  expect(world.run()).toEqual({ kind: 'failed', failure: { kind: 'held', job: 'directory' } });
  expect(world.employees.all()).toEqual([]);
  const preview = world.held()?.what.preview;
  expect(preview).toMatchObject({ users: 30, kinds: { insert: { count: 30 } } });
  expect(preview?.kinds.insert.names).toHaveLength(20);
  expect(preview?.kinds.insert.names[0]).toBe('Given g0001');
  const { plannedAt } = world.held()!;
  world.run();
  expect(world.held()?.plannedAt).toBe(plannedAt);
  expect(world.go()).toBe('go');
  expect(world.run()).toEqual({ kind: 'finished' });
  expect(world.employees.all()).toHaveLength(30);
  expect(world.held()).toBe(null);
});

describe('a run that would deactivate too many', () => {
  const shrunken = (): World => {
    const world = company(100);
    world.directory.people = [...world.directory.people.slice(30), aUser('new')];
    return world;
  };

  test('is held whole, with names; a go lets it through, and a day later does not any more [D14, TC13]', () => {
    const world = shrunken();
    expect(world.run()).toMatchObject({ failure: { kind: 'held' } });
    expect(world.employees.at('new@example.com')).toEqual([]);
    expect(world.held()).toMatchObject({
      numbers: { deactivations: 30 },
      what: { hold: { kind: 'shrunken-listing', missing: 30, active: 100 } },
    });
    expect(world.go()).toBe('go');
    world.clock.sleep(24 * 3_600_000);
    expect(world.run()).toMatchObject({ failure: { kind: 'held' } });
    expect(world.go()).toBe('go');
    expect(world.run()).toEqual({ kind: 'finished' });
    expect(world.employees.all().filter(({ isActive }) => !isActive)).toHaveLength(30);
    expect(world.employees.at('new@example.com')).toHaveLength(1);
  });

  test('goes on by itself when the listing is whole again', () => {
    const world = shrunken();
    world.run();
    world.directory.people = [...users(100), aUser('new')];
    expect(world.run()).toEqual({ kind: 'finished' });
    expect(world.employees.all().every(({ isActive }) => isActive)).toBe(true);
    expect(world.held()).toBe(null);
  });

  test('deactivates nobody when the listing is empty, whatever anybody said', () => {
    const world = company(3);
    world.approve(world.employees.all().map(({ id }) => id));
    world.directory.people = [];
    expect(world.run()).toMatchObject({ failure: { kind: 'held' } });
    expect(world.held()).toMatchObject({ mayGo: false, what: { hold: { kind: 'empty-listing' } } });
    expect(world.go()).toBe('not-approvable');
    expect(world.employees.all().every(({ isActive }) => isActive)).toBe(true);
  });
});
