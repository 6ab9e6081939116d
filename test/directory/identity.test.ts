import type { Employee } from '../../src/directory/employee';
import { isDamagedId, mayHaveBeen } from '../../src/directory/damaged-id';
import { aUser, theirs, users } from './people';
import { company, World } from './world';

const ANNA = '103456789012345678901';
const ANNA_AT = 'anna@example.com';

const anna = (more: Parameters<typeof aUser>[1] = {}) =>
  aUser(ANNA, { primaryEmail: ANNA_AT, ...more });

/** Anna is in step, with two colleagues. */
function withAnna(): World {
  const world = new World();
  world.directory.people = [anna(), ...users(2)];
  world.run();
  return world;
}

const rowsAt = (world: World, email: string): Pick<Employee, 'id' | 'googleId' | 'isActive'>[] =>
  world.employees.at(email).map(({ id, googleId, isActive }) => ({ id, googleId, isActive }));

const leftOut = (world: World) => world.last()?.good?.leftOut.examples;

describe('a person is Google’s id, not an address', () => {
  test('who is renamed keeps their record [TC11]', () => {
    const world = withAnna();
    world.directory.change(ANNA, { primaryEmail: 'anna.new@example.com', aliases: [ANNA_AT] });
    world.run();
    expect(rowsAt(world, 'anna.new@example.com')).toEqual([
      { id: 'e1', googleId: ANNA, isActive: true },
    ]);
    expect(world.employees.all()).toHaveLength(3);
  });

  test('two people who swap addresses within a day each keep their own record', () => {
    const world = withAnna();
    world.directory.change(ANNA, { primaryEmail: 'g0001@example.com' });
    world.directory.change('g0001', { primaryEmail: ANNA_AT });
    world.run();
    expect(rowsAt(world, 'g0001@example.com')).toMatchObject([{ id: 'e1', googleId: ANNA }]);
    expect(rowsAt(world, ANNA_AT)).toMatchObject([{ id: 'e2', googleId: 'g0001' }]);
  });

  test('who is created at the address of a deleted account is somebody else [Att32]', () => {
    const world = withAnna();
    world.directory.remove(ANNA);
    world.directory.people.push(aUser('newcomer', { primaryEmail: ANNA_AT }));
    world.run();
    expect(rowsAt(world, ANNA_AT)).toEqual([
      { id: 'e1', googleId: ANNA, isActive: false },
      { id: 'e4', googleId: 'newcomer', isActive: true },
    ]);
  });

  test('who is created while a brake holds the run comes in with it, and the predecessor goes', () => {
    const world = company(100);
    const [gone, ...others] = world.directory.people;
    world.directory.people = [
      ...others.slice(20),
      aUser('newcomer', { primaryEmail: gone!.primaryEmail }),
    ];
    expect(world.run()).toMatchObject({ failure: { kind: 'held' } });
    expect(rowsAt(world, gone!.primaryEmail)).toMatchObject([
      { googleId: gone!.id, isActive: true },
    ]);
    expect(world.go()).toBe('go');
    world.run();
    expect(rowsAt(world, gone!.primaryEmail)).toMatchObject([
      { googleId: gone!.id, isActive: false },
      { googleId: 'newcomer', isActive: true },
    ]);
  });

  test('who is undeleted is active again in the same record', () => {
    const world = withAnna();
    world.directory.remove(ANNA);
    world.run();
    expect(rowsAt(world, ANNA_AT)).toMatchObject([{ isActive: false }]);
    world.directory.people.push(anna());
    world.run();
    expect(rowsAt(world, ANNA_AT)).toEqual([{ id: 'e1', googleId: ANNA, isActive: true }]);
  });

  test('everybody keeps their record when the company changes its domain', () => {
    const world = company(30);
    for (const { id } of world.directory.people)
      world.directory.change(id, { primaryEmail: `${id}@new.example` });
    expect(world.run()).toEqual({ kind: 'finished' });
    expect(world.last()?.good?.counts).toEqual({ update: 30, unchanged: 0 });
    expect(world.domains).toEqual(['new.example']);
  });
});

describe('a row at an alias of an account', () => {
  test('is that account: it is joined, and shows the primary address from then on', () => {
    const world = new World();
    world.employees.add(theirs('x', { googleId: null, email: 'a.virtanen@example.com' }));
    world.directory.people = [anna({ aliases: ['A.Virtanen@example.com'] }), ...users(1)];
    world.run();
    expect(rowsAt(world, ANNA_AT)).toEqual([{ id: 'e1', googleId: ANNA, isActive: true }]);
    expect(world.employees.all()).toHaveLength(2);
  });

  test('beside one at the primary address is reported, and neither is used', () => {
    const world = new World();
    world.employees.add(theirs('x', { googleId: null, email: 'a.virtanen@example.com' }));
    world.employees.add(theirs('y', { googleId: null, email: ANNA_AT }));
    world.directory.people = [anna({ aliases: ['a.virtanen@example.com'] })];
    world.run();
    expect(leftOut(world)).toEqual([{ who: ANNA_AT, reason: 'several-matches' }]);
  });

  test('of somebody who already has another row is reported as a second one', () => {
    const world = withAnna();
    world.directory.change(ANNA, { aliases: ['a.virtanen@example.com'] });
    world.employees.add(theirs('x', { googleId: null, email: 'a.virtanen@example.com' }));
    world.run();
    expect(leftOut(world)).toEqual([{ who: 'a.virtanen@example.com', reason: 'second-row' }]);
  });

  test('that is somebody else’s primary address at that moment is not taken for the alias', () => {
    const world = new World();
    world.employees.add(theirs('x', { googleId: null, email: 'g0001@example.com' }));
    world.directory.people = [anna({ aliases: ['g0001@example.com'] }), ...users(1)];
    world.run();
    expect(rowsAt(world, 'g0001@example.com')).toMatchObject([{ id: 'e1', googleId: 'g0001' }]);
    expect(world.employees.at(ANNA_AT)).toMatchObject([{ aliases: '' }]);
  });
});

describe('a Google id that a spreadsheet took for a number', () => {
  const damage = (world: World, id: string, email = ANNA_AT): void => {
    world.employees.edit(world.employees.at(ANNA_AT)[0]!.id, { googleId: id, email });
  };

  test.each([
    '1.03456789012346E+20',
    '1.03456789012345e+20',
    '1.03457E+20',
    '1,03457E20',
    '103456789012346000000',
  ])('%s at the person’s own address gets its digits back', (id) => {
    const world = withAnna();
    damage(world, id);
    world.run();
    expect(rowsAt(world, ANNA_AT)).toEqual([{ id: 'e1', googleId: ANNA, isActive: true }]);
  });

  test.each([
    ['at their address, but of other digits', '1.13456789012346E+20', ANNA_AT],
    ['at their address, but with too few digits', '1.0E+20', ANNA_AT],
    ['at their address, but with zeros for most digits', '103000000000000000000', ANNA_AT],
    ['of their digits, but at another address', '1.03456789012346E+20', 'other@example.com'],
  ])('%s is told, and nobody is deactivated or brought in twice', (_, id, email) => {
    const world = withAnna();
    damage(world, id, email);
    const before = world.employees.all();
    world.run();
    expect(world.employees.all()).toEqual(before);
    expect(leftOut(world)).toContainEqual({ who: ANNA_AT, reason: 'damaged-id' });
  });

  test('in the row of somebody who left is reported, and the row stays as it is', () => {
    const world = withAnna();
    damage(world, '1.1E+20');
    world.directory.remove(ANNA);
    world.run();
    expect(rowsAt(world, ANNA_AT)).toMatchObject([{ isActive: true }]);
    expect(leftOut(world)).toEqual([{ who: ANNA_AT, reason: 'damaged-id' }]);
  });

  test('is told apart from whole ids, and from ids that it cannot have been', () => {
    expect([ANNA, 'g0001', '1.1E+20', '110000000000000000000'].map(isDamagedId)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(mayHaveBeen('1.03456789012346E+20', '103456789012399999999')).toBe(false);
    expect(mayHaveBeen('1.03456789012346E+20', 'g0001')).toBe(false);
  });
});

describe('an account of which Google does not say whether it is', () => {
  const { suspended: _suspended, archived: _archived, ...silent } = anna();

  test.each([
    ['suspended', { ...silent, archived: false }],
    ['archived', { ...silent, suspended: false }],
  ])('%s is not brought in, and neither deactivated nor reactivated', (_, unknown) => {
    const world = new World();
    world.directory.people = [unknown];
    world.run();
    expect(world.employees.all()).toEqual([]);
    expect(leftOut(world)).toEqual([{ who: ANNA_AT, reason: 'unknown-status' }]);
    for (const isActive of [true, false]) {
      const there = new World();
      there.directory.people = [unknown];
      there.employees.add(theirs(ANNA, { email: ANNA_AT, familyName: 'Old', isActive }));
      there.run();
      expect(there.employees.at(ANNA_AT)).toMatchObject([{ familyName: ANNA, isActive }]);
    }
  });
});

describe('a listing that hides somebody is not believed', () => {
  const PARTLY = { failure: { kind: 'directory-partly-readable' } };

  test('when no super administrator is in sight: nobody is deactivated, in any run', () => {
    const world = company(21);
    world.directory.isAdminHidden = true;
    world.directory.isHidden = ({ id }) => id < 'g0004';
    expect(world.run()).toMatchObject(PARTLY);
    world.directory.isHidden = () => false;
    world.directory.change('g0009', { suspended: true });
    expect(world.run()).toMatchObject(PARTLY);
    expect(world.employees.all().every(({ isActive }) => isActive)).toBe(true);
  });

  test('when somebody who is not listed exists, but is out of sight', () => {
    const world = company(21);
    world.directory.isHidden = ({ id }) => id < 'g0004';
    expect(world.run()).toMatchObject(PARTLY);
    expect(world.employees.all().every(({ isActive }) => isActive)).toBe(true);
  });

  test('when somebody who is not listed can be read all the same', () => {
    const world = company(21);
    const { find } = world.directory;
    const lost = world.directory.people[0]!;
    world.directory.remove(lost.id);
    world.directory.find = (key) =>
      key === lost.id ? { ok: true, value: lost } : find.call(world.directory, key);
    expect(world.run()).toMatchObject({ failure: { kind: 'unreadable-answer' } });
    expect(world.employees.all().every(({ isActive }) => isActive)).toBe(true);
  });

  test('and a super administrator in it costs no further request', () => {
    const world = company(3);
    world.directory.isAdminHidden = true;
    world.directory.change('g0001', { isAdmin: true });
    expect(world.run()).toEqual({ kind: 'finished' });
  });
});

describe('domains in which people have addresses', () => {
  test('are noted as the organization’s, each once, whether or not a brake holds the run', () => {
    const world = company(100);
    world.directory.people = [
      ...users(20),
      aUser('new', { primaryEmail: 'New@Added.Example' }),
      aUser('sub', { primaryEmail: 'sub@sub.example.com' }),
    ];
    expect(world.run()).toMatchObject({ failure: { kind: 'held' } });
    expect(world.domains).toEqual(['added.example', 'example.com', 'sub.example.com']);
  });

  test('that belong to another organization are listed in Problems until that is over', () => {
    const world = new World();
    world.directory.people = users(2);
    world.domainFailure = { kind: 'domain-taken', domain: 'example.com' };
    expect(world.run()).toEqual({ kind: 'finished' });
    expect(world.problems.problems).toMatchObject([
      { about: 'directory domains', failure: { kind: 'domain-taken' } },
    ]);
    world.domainFailure = null;
    world.run();
    expect(world.problems.problems).toEqual([]);
  });
});
