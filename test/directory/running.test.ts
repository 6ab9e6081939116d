import type { Employees } from '../../src/directory/ports';
import { fail } from '../../src/kit/result';
import { theirs, users } from './people';
import { company, World } from './world';

/** Something happens just before the first write. */
function meanwhile(world: World, what: () => void): World['employees'] {
  let isDone = false;
  const employees: Employees = {
    load: () => world.employees.load(),
    write(writes) {
      if (!isDone) what();
      isDone = true;
      return world.employees.write(writes);
    },
  };
  return employees as World['employees'];
}

test('the first run brings everybody in, a page at a time; the second reads only [H1, Inv3]', () => {
  const world = company(1200);
  expect(world.employees.all()).toHaveLength(1200);
  expect(world.last()?.good?.counts).toEqual({ insert: 1200, unchanged: 0 });
  const { length } = world.employees.written;
  const { calls } = world.directory;
  const { loads } = world.employees;
  world.run();
  expect([world.directory.calls - calls, world.employees.loads - loads]).toEqual([3, 1]);
  expect(world.employees.written).toHaveLength(length);
  expect(world.last()?.good?.counts).toEqual({ unchanged: 1200 });
});

describe('somebody at work changes a person between reading and writing', () => {
  test('who is read again, and says what Google says in the end [Inv13]', () => {
    const world = company(3);
    world.directory.change('g0001', { orgUnitPath: '/Sales' });
    const employees = meanwhile(world, () => world.employees.edit('e1', { title: 'Typed in' }));
    expect(world.run({ employees })).toEqual({ kind: 'finished' });
    expect(world.employees.table.get('e1')).toMatchObject({ orgUnitPath: '/Sales', title: '' });
    expect(world.problems.problems).toEqual([]);
    expect(world.last()?.good?.counts).toEqual({ update: 1, unchanged: 2 });
    expect(world.last()?.good?.failed.count).toBe(0);
  });

  test('who was removed there comes back, for Google still has them', () => {
    const world = company(3);
    world.directory.change('g0001', { orgUnitPath: '/Sales' });
    const employees = meanwhile(world, () => world.employees.table.delete('e1'));
    world.run({ employees });
    expect(world.employees.at('g0001@example.com')).toMatchObject([{ orgUnitPath: '/Sales' }]);
  });

  test('who is tried again alone: whom the work system refused waits for the next run', () => {
    const world = company(3);
    world.directory.change('g0001', { orgUnitPath: '/Sales' });
    world.directory.change('g0002', { orgUnitPath: '/Sales' });
    let refusals = 0;
    world.employees.refuses = (write) => {
      if (write.kind !== 'update' || write.id !== 'e2') return null;
      refusals += 1;
      return { kind: 'rejected', id: 'e2', reason: 'no' };
    };
    world.run({ employees: meanwhile(world, () => world.employees.edit('e1', { title: 'X' })) });
    expect([refusals, world.last()?.good?.counts]).toEqual([
      1,
      { update: 1, failed: 1, unchanged: 1 },
    ]);
  });

  test('who is switched on there meanwhile is switched off by the next run only, for no brake has seen it', () => {
    const world = company(3);
    world.directory.change('g0001', { suspended: true });
    world.run();
    world.directory.change('g0001', { orgUnitPath: '/Sales' });
    world.run({
      employees: meanwhile(world, () => world.employees.edit('e1', { isActive: true })),
    });
    expect(world.employees.table.get('e1')).toMatchObject({ isActive: true, orgUnitPath: '/' });
    world.run();
    expect(world.employees.table.get('e1')).toMatchObject({
      isActive: false,
      orgUnitPath: '/Sales',
    });
  });

  test('again and again is left to the next run', () => {
    const world = company(2);
    world.directory.change('g0001', { orgUnitPath: '/Sales' });
    const employees: Employees = {
      load: () => world.employees.load(),
      write(writes) {
        world.employees.edit('e1', { title: 'Typed in' });
        return world.employees.write(writes);
      },
    };
    expect(world.run({ employees: employees as World['employees'] })).toEqual({ kind: 'finished' });
    expect(world.problems.problems).toMatchObject([
      { about: 'directory person g0001', failure: { kind: 'stale-etag' }, count: 1 },
    ]);
    world.run();
    expect(world.problems.problems).toEqual([]);
    expect(world.employees.table.get('e1')).toMatchObject({ orgUnitPath: '/Sales' });
  });
});

test('a person the work system refuses delays nobody, and is left alone after five tries until something changes [Inv19]', () => {
  const world = new World();
  world.directory.people = users(4);
  world.employees.refuses = (write) =>
    write.kind === 'insert' && write.content.googleId === 'g0002'
      ? { kind: 'rejected', id: 'g0002', reason: 'no such thing' }
      : null;
  for (let run = 1; run <= 5; run += 1) {
    expect(world.run()).toEqual({ kind: 'finished' });
    expect(world.last()?.good?.failed).toMatchObject({
      count: 1,
      examples: [{ who: 'g0002@example.com', failure: { kind: 'rejected' } }],
    });
  }
  expect(world.employees.all()).toHaveLength(3);
  world.employees.refuses = () => null;
  world.run();
  expect(world.employees.all()).toHaveLength(3);
  expect(world.last()?.good?.leftOut.examples).toEqual([
    { who: 'g0002@example.com', reason: 'still-failing' },
  ]);
  world.directory.change('g0002', { orgUnitPath: '/Sales' });
  world.run();
  expect(world.employees.all()).toHaveLength(4);
  expect(world.problems.problems).toEqual([]);
});

test('problems of other features stay', () => {
  const world = new World();
  world.directory.people = users(2);
  const other = {
    about: 'calendar of anna',
    failure: { kind: 'gone', id: 'x' },
    version: null,
    count: 1,
    firstSeenAt: world.now(),
    lastSeenAt: world.now(),
    isQuarantined: false,
  } as const;
  world.problems.problems = [other];
  world.run();
  expect(world.problems.problems).toEqual([other]);
});

test('each write is in the journal, with who was there before and after', () => {
  const world = company(2);
  world.directory.change('g0001', { suspended: true });
  world.run();
  const entries = [...world.journalStore.entries.values()];
  expect(entries.map(({ operation, id }) => [operation, id])).toEqual([
    ['create', 'e1'],
    ['create', 'e2'],
    ['update', 'e1'],
  ]);
  expect(entries[0]!.before).toBeNull();
  expect(entries[2]!.before).toEqual(theirs('g0001'));
  expect(entries[2]!.after).toEqual(theirs('g0001', { isActive: false }));
});

test('a service that asks for time gets it, and another execution goes on', () => {
  const world = new World();
  world.directory.people = users(2);
  world.directory.failure = { kind: 'rate-limited', retryAfterMs: 90_000 };
  expect(world.run()).toEqual({ kind: 'continues', afterMs: 90_000 });
  world.directory.failure = null;
  expect(world.run()).toEqual({ kind: 'finished' });
});

test('a call with an unknown outcome ends the run, and nothing is tried twice without a check [Inv7]', () => {
  const world = new World();
  world.directory.people = users(2);
  const employees: Employees = {
    load: () => world.employees.load(),
    write(writes) {
      world.employees.write(writes);
      return fail({ kind: 'timed-out', service: 'workbook' });
    },
  };
  expect(world.run({ employees: employees as World['employees'] })).toMatchObject({
    kind: 'failed',
    failure: { kind: 'timed-out' },
  });
  expect(world.last()).toMatchObject({ good: { users: 0 }, failure: { kind: 'timed-out' } });
  world.run();
  expect(world.employees.all()).toHaveLength(2);
});

test('only a run that ends well fulfils a wish to sync all people [D19]', () => {
  const world = new World();
  world.directory.people = users(2);
  world.directory.failure = { kind: 'unavailable', message: 'down' };
  world.ask();
  const askedAt = world.now();
  world.run();
  expect(world.last()).toMatchObject({ answered: askedAt, fulfilled: null });
  world.directory.failure = null;
  world.ask();
  const secondAt = world.now();
  world.run();
  expect(world.last()).toMatchObject({ answered: secondAt, fulfilled: secondAt });
});
