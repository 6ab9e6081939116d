import fc from 'fast-check';
import { anEntry, at, crowd, World } from '../../calendar/world';
import { doEdit, edits } from './arbitraries';
import { Crash, hostile, type Fault } from './hostile';
import { runsOf } from '../runs-of';

/** A world with work of every kind waiting: copies, merges, conflicts, deletions and things to make anew. */
function busyWorld(tellsChanges: boolean): World {
  const world = new World({ tellsChanges, winner: 'work' });
  const events = crowd(8).map((entry) => world.addEvent(entry));
  const activities = crowd(8).map((entry) =>
    world.addActivity({ ...entry, title: `Activity ${entry.title}` }),
  );
  world.run();
  const [renamed, moved, removed, torn] = events;
  world.google.put({ ...world.google.events.get(renamed!)!, summary: 'Renamed' });
  world.google.put({ ...world.google.events.get(moved!)!, location: 'Room 1' });
  world.google.remove(removed!);
  world.google.remove(torn!);
  const pairOf = (event: string): string =>
    [...world.links.table.values()].find(({ google }) => google.id === event)!.work.id;
  world.work.edit(pairOf(moved!), { notes: 'Bring cake' });
  world.work.edit(pairOf(torn!), { notes: 'Still wanted' });
  world.work.edit(pairOf(renamed!), { name: 'Named otherwise' });
  world.work.remove(activities[0]!);
  world.work.remove(activities[1]!);
  const copyOf = (activity: string): string =>
    [...world.links.table.values()].find(({ work }) => work.id === activity)!.google.id;
  const kept = world.google.events.get(copyOf(activities[1]!))!;
  world.google.put({ ...kept, description: 'Not to be lost' });
  world.google.put({ ...world.google.events.get(copyOf(activities[2]!))!, id: 'copied' });
  world.addEvent(anEntry({ title: 'New in Google' }));
  world.addActivity(anEntry({ title: 'New at work' }));
  world.addEvent(anEntry({ when: { kind: 'all-day', start: '2026-03-04', end: '2026-03-05' } }));
  world.addActivity(
    anEntry({
      when: { kind: 'timed', start: at('2026-03-05T09:00'), end: at('2026-03-05T09:30') },
    }),
  );
  return world;
}

function crashed(world: World, call: number, fault: Fault): boolean {
  try {
    world.run(
      {},
      hostile(world.ports, (count) => (count === call ? fault : null)),
    );
    return false;
  } catch (error) {
    if (error instanceof Crash) return true;
    if (!String(error).includes('The run failed')) throw error;
    return false;
  }
}

describe.each([true, false])('a work system that tells changes: %s;', (tellsChanges) => {
  const calm = busyWorld(tellsChanges);
  calm.run();
  calm.run();
  const counted = { count: 0 };
  const counting = busyWorld(tellsChanges);
  counting.run(
    {},
    hostile(counting.ports, () => null, counted),
  );

  test.each<Fault>([
    'crash-before',
    'crash-after',
    'fail-before',
    'fail-after',
    'parts-before',
    'parts-after',
  ])('%s at any call leaves what a calm run leaves, nothing twice [Inv2, Inv6, Inv7]', (fault) => {
    expect(counted.count).toBeGreaterThanOrEqual(8);
    for (let call = 0; call < counted.count; call += 1) {
      const world = busyWorld(tellsChanges);
      crashed(world, call, fault);
      world.run();
      world.run();
      expect([call, world.googleSays()]).toEqual([call, calm.googleSays()]);
      expect([call, world.workSays()]).toEqual([call, calm.workSays()]);
      expect(world.run()).toMatchObject({ kind: 'done', report: { done: [], pending: [] } });
    }
  });

  test('two crashes in a row are no worse than one [Inv6]', () => {
    for (let call = 0; call < counted.count; call += 1)
      for (const [first, second] of [
        ['crash-after', 'crash-before'],
        ['parts-after', 'crash-after'],
      ] as const) {
        const world = busyWorld(tellsChanges);
        crashed(world, call, first);
        crashed(world, call, second);
        world.run();
        world.run();
        expect([call, world.googleSays()]).toEqual([call, calm.googleSays()]);
        expect([call, world.workSays()]).toEqual([call, calm.workSays()]);
      }
  });
});

test.each([
  ['google', true],
  ['google', false],
  ['work', true],
  ['work', false],
] as const)(
  'an entry that is made anew in %s, and edited while its pair does not know of it, is there once; a work system that tells changes: %s [Inv7]',
  (side, tellsChanges) => {
    const CALLS = 10;
    for (let first = 0; first < CALLS; first += 1)
      for (let second = 0; second < CALLS; second += 1) {
        const world = new World({ tellsChanges });
        const event = world.addEvent(anEntry({ title: 'From Google' }));
        const activity = world.addActivity(anEntry({ title: 'From work' }));
        world.run();
        world.run();
        const [link] = [...world.links.table.values()].filter(({ origin }) => origin !== side);
        if (side === 'google') {
          world.google.remove(link!.google.id);
          world.work.edit(activity, { notes: 'Still wanted' });
        } else {
          world.work.remove(link!.work.id);
          world.google.edit(event, { description: 'Still wanted' });
        }
        crashed(world, first, 'parts-after');
        world.google.live().forEach(({ id }) => world.google.edit(id, { summary: `Edited ${id}` }));
        world.addActivity(anEntry({ title: 'Another one' }));
        crashed(world, second, 'parts-after');
        world.run();
        world.run();
        expect([first, second, world.workSays()]).toEqual([first, second, world.googleSays()]);
        expect(world.google.live()).toHaveLength(3);
      }
  },
);

test('whatever fails, two healthy runs without new edits bring both sides together [Inv4, Inv7, Inv8]', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(edits(), fc.nat(14)), { minLength: 1, maxLength: 4 }),
      fc.constantFrom<Fault>(
        'crash-before',
        'crash-after',
        'fail-after',
        'parts-before',
        'parts-after',
      ),
      fc.boolean(),
      (rounds, fault, tellsChanges) => {
        const world = new World({ tellsChanges });
        let tag = 0;
        for (const [round, call] of rounds) {
          for (const edit of round) doEdit(world, edit, `x${tag++}`);
          crashed(world, call, fault);
        }
        world.run();
        world.run();
        expect(world.googleSays()).toEqual(world.workSays());
        const before = world.writes();
        world.run();
        expect(world.writes()).toBe(before);
      },
    ),
    runsOf(400),
  );
});

test('a run that fails saves no cursor past what it did not do [Inv8]', () => {
  fc.assert(
    fc.property(
      edits(),
      fc.nat(14),
      fc.constantFrom<Fault>('parts-before', 'parts-after'),
      (all, call, fault) => {
        const world = new World();
        all.forEach((edit, index) => doEdit(world, edit, `x${index}`));
        crashed(world, call, fault);
        world.run();
        expect(world.googleSays()).toEqual(world.workSays());
      },
    ),
    runsOf(300),
  );
});
