import fc from 'fast-check';
import { mostDeactivations } from '../../../src/directory/brakes';
import type { DirectoryStanding } from '../../../src/directory/hold';
import { aUser, users } from '../../directory/people';
import { World } from '../../directory/world';
import { happen, happenings, type Happening } from './company';
import { runsOf } from '../runs-of';

/** What people do about a run, between two of them. */
type Doing =
  'nothing' | 'go' | 'a day passes' | 'eight leave' | 'goes out of sight' | 'comes back in sight';

const rounds = fc.array(
  fc.record({
    happenings: happenings(20),
    doing: fc.constantFrom<Doing>(
      'nothing',
      'go',
      'go',
      'a day passes',
      'eight leave',
      'eight leave',
      'goes out of sight',
      'comes back in sight',
    ),
  }),
  { minLength: 2, maxLength: 8 },
);

function act(world: World, doing: Doing): void {
  switch (doing) {
    case 'go':
      return void world.go();
    case 'a day passes':
      return world.clock.sleep(86_400_000);
    case 'eight leave':
      return world.directory.remove(...world.directory.people.slice(0, 8).map(({ id }) => id));
    case 'goes out of sight':
      world.directory.isHidden = ({ id }) => id > 'g0010' && id !== 'keeper';
      return;
    case 'comes back in sight':
      world.directory.isHidden = () => false;
      return;
    case 'nothing':
  }
}

/** Everybody of some thirty people may leave, come and change, and nobody approves anything but by a press. */
function live(
  all: readonly { readonly happenings: readonly Happening[]; readonly doing: Doing }[],
  check: (world: World, standing: DirectoryStanding, before: ReadonlySet<string>) => void,
): void {
  const world = new World();
  world.directory.people = [...users(30), aUser('keeper')];
  world.run();
  all.forEach((round, at) => {
    round.happenings.forEach((one, index) => happen(world, one, `${at}-${index}`));
    act(world, round.doing);
    const standing = world.decision.standing(world.clock.now());
    const active = world.employees.all().filter(({ isActive }) => isActive);
    const before = new Set(active.map(({ id }) => id));
    world.run();
    check(world, standing, before);
  });
}

const deactivatedIn = ({ employees }: World, before: ReadonlySet<string>): string[] =>
  employees
    .all()
    .filter(({ id, isActive }) => !isActive && before.has(id))
    .map(({ id }) => id);

test('a run deactivates at most those who were shown and approved, and as many more as the brakes allow [Inv10, TC13]', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      live(all, (world, standing, before) => {
        const gone = deactivatedIn(world, before);
        const shown = standing.kind === 'allowed' ? standing.go.numbers['deactivations']! : 0;
        expect(gone.length).toBeLessThanOrEqual(shown + mostDeactivations(before.size));
      });
    }),
    runsOf(200),
  );
});

test('nobody is deactivated while the sync account does not see everybody', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      live(all, (world, _standing, before) => {
        const hidden = world.directory.people.filter((user) => world.directory.isHidden(user));
        const ids = new Set(hidden.map(({ id }) => id));
        for (const id of deactivatedIn(world, before)) {
          const { googleId } = world.employees.table.get(id)!;
          const own = world.directory.people.find((user) => user.id === googleId);
          expect(ids.has(googleId ?? '') && own?.suspended !== true).toBe(false);
        }
      });
    }),
    runsOf(200),
  );
});
