import fc from 'fast-check';
import type { Employee } from '../../../src/directory/employee';
import { addressesOf } from '../../../src/directory/person';
import type { DirectoryUser } from '../../../src/directory/ports';
import { World } from '../../directory/world';
import { aUser, users } from '../../directory/people';
import { approveAll, happen, happenings, type Happening } from './company';
import { runsOf } from '../runs-of';

const FEW = users(3);

function company(): World {
  const world = new World();
  world.directory.people = [...FEW];
  return world;
}

/** Nothing happens to the keeper. */
const withoutKeeper = (world: World): void => world.directory.remove('keeper');

/** Somebody is always left: an empty listing is no listing. */
function run(world: World): void {
  withoutKeeper(world);
  world.directory.people.push(aUser('keeper'));
  approveAll(world);
  expect(world.run()).toEqual({ kind: 'finished' });
}

const linked = (world: World): Employee[] =>
  world.employees.all().filter(({ googleId }) => googleId !== null);

/** Somebody typed two rows for one account: which is theirs is for people to say. */
const isUnclear = ({ employees }: World, user: DirectoryUser): boolean =>
  employees
    .all()
    .filter(({ googleId, email }) => googleId === null && addressesOf(user).includes(email))
    .length > 1;

const rounds = fc.array(happenings(), { minLength: 1, maxLength: 4 });

function live(world: World, all: Happening[][], check: () => void): void {
  all.forEach((round, at) => {
    withoutKeeper(world);
    round.forEach((happening, index) => happen(world, happening, `${at}-${index}`));
    run(world);
    check();
  });
}

test('after a run the work system says of everybody what Google says, and of those who left that they did [H1]', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const world = company();
      live(world, all, () => {
        const { people } = world.directory;
        const known = new Map(linked(world).map((employee) => [employee.googleId!, employee]));
        for (const user of people) {
          const { id, primaryEmail, name, suspended, organizations } = user;
          const employee = known.get(id);
          if (name?.familyName === undefined || isUnclear(world, user)) continue;
          if (suspended === true) expect(employee?.isActive ?? false).toBe(false);
          else
            expect(employee).toMatchObject({
              email: primaryEmail.toLowerCase(),
              familyName: name.familyName,
              title: organizations?.[0]?.title ?? '',
              isActive: true,
            });
        }
        const ids = new Set(people.map(({ id }) => id));
        for (const { googleId, isActive } of linked(world))
          if (!ids.has(googleId!)) expect(isActive).toBe(false);
      });
    }),
    runsOf(300),
  );
});

test('the next run reads, and writes nothing [Inv3]', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const world = company();
      live(world, all, () => {
        const { length } = world.employees.written;
        const { size } = world.journalStore.entries;
        run(world);
        expect(world.employees.written.length).toBe(length);
        expect(world.journalStore.entries.size).toBe(size);
      });
    }),
    runsOf(200),
  );
});

test('nobody is ever deleted, nobody has two records, and nobody gets another’s [D6, Att32, Inv2, Inv10]', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const world = company();
      let before = new Map<string, Employee>();
      live(world, all, () => {
        const { table } = world.employees;
        for (const [id, { googleId }] of before) {
          expect(table.has(id)).toBe(true);
          if (googleId !== null) expect(table.get(id)!.googleId).toBe(googleId);
        }
        const ids = linked(world).map(({ googleId }) => googleId);
        expect(new Set(ids).size).toBe(ids.length);
        before = new Map(table);
      });
    }),
    runsOf(300),
  );
});

test('what belongs to the work system alone is never written', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const world = company();
      live(world, all, () => {
        const listed = world.directory.people.map(({ primaryEmail }) => primaryEmail.toLowerCase());
        for (const { googleId, email, familyName, isActive } of world.employees.all())
          if (googleId === null && !listed.includes(email))
            expect([familyName.startsWith('w-'), isActive]).toEqual([true, true]);
      });
    }),
    runsOf(200),
  );
});

test('the order of people and the size of pages change nothing [Inv11]', () => {
  const shuffled = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(rounds, shuffled, fc.infiniteStream(fc.nat(1000)), (all, pageSize, order) => {
      const calm = company();
      const other = company();
      other.directory.pageSize = pageSize;
      all.forEach((round, at) => {
        for (const world of [calm, other])
          round.forEach((happening, index) => happen(world, happening, `${at}-${index}`));
      });
      const keys = new Map(other.directory.people.map(({ id }) => [id, order.next().value!]));
      other.directory.people.sort((one, two) => keys.get(one.id)! - keys.get(two.id)!);
      run(calm);
      run(other);
      expect(other.employees.written).toEqual(calm.employees.written);
    }),
    runsOf(200),
  );
});

test('a rename is one update, and nothing else [TC11]', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const world = company();
      live(world, all, () => undefined);
      run(world);
      const someone = world.directory.people.find(
        ({ id, name }) =>
          name?.familyName !== undefined &&
          id !== 'keeper' &&
          linked(world).some(({ googleId, isActive }) => googleId === id && isActive),
      );
      fc.pre(someone !== undefined);
      const { length } = world.employees.written;
      world.directory.change(someone.id, { primaryEmail: 'Brand.New@example.com' });
      run(world);
      expect(world.employees.written.slice(length)).toMatchObject([
        { kind: 'update', content: { email: 'brand.new@example.com' } },
      ]);
      expect(Object.keys(world.employees.written.at(-1)!.content)).toEqual(['email']);
    }),
    runsOf(150),
  );
});

test('a listing that fails on any page changes nobody [Inv10]', () => {
  const world = company();
  world.directory.people = users(40);
  run(world);
  world.directory.pageSize = 7;
  world.directory.remove('g0001');
  const { length } = world.employees.written;
  for (let page = 0; page < 6; page += 1) {
    let calls = 0;
    const broken = {
      users: (token: string | undefined) =>
        (calls += 1) > page
          ? ({ ok: false, failure: { kind: 'unavailable', message: 'lost' } } as const)
          : world.directory.users(token),
    };
    expect(world.run({ directory: broken as typeof world.directory })).toMatchObject({
      kind: 'failed',
    });
    expect(world.employees.written.length).toBe(length);
  }
});
