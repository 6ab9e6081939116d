import fc from 'fast-check';
import type { GoogleEvent } from '../../../src/calendar/entry/google-event';
import type { CalendarPorts } from '../../../src/calendar/sync/ports';
import type { Listing } from '../../../src/calendar/ports';
import type { Failure } from '../../../src/kit/failure';
import { fail, ok, type Result } from '../../../src/kit/result';
import { anEntry, crowd, World } from '../../calendar/world';
import { doEdit, edits, entries } from './arbitraries';

/** A port whose listings are changed on their way. */
const listing = (
  ports: CalendarPorts,
  change: <T>(listing: Listing<T>) => Result<Listing<T>, Failure>,
): CalendarPorts => {
  const through = <T>(found: Result<Listing<T>, Failure>): Result<Listing<T>, Failure> =>
    found.ok ? change(found.value) : found;
  return {
    ...ports,
    google: {
      changes: (cursor, from) => through(ports.google.changes(cursor, from)),
      get: (ids) => ports.google.get(ids),
      write: (writes) => ports.google.write(writes),
    },
    work: {
      changes: (cursor, from) => through(ports.work.changes(cursor, from)),
      get: (ids) => ports.work.get(ids),
      write: (writes) => ports.work.write(writes),
    },
  };
};

test.each([true, false])(
  'order, and what comes twice, change no outcome; on an initial sync: %s [Inv11]',
  (isInitial) => {
    fc.assert(
      fc.property(edits(), edits(), fc.infiniteStream(fc.nat(1000)), (before, after, chance) => {
        const shuffled = <T>(found: Listing<T>): Result<Listing<T>, Failure> => {
          const twice = [...found.items, ...found.items.filter((_, index) => index % 3 === 0)];
          const keyed = twice.map((item) => [chance.next().value ?? 0, item] as const);
          keyed.sort(([one], [other]) => one - other);
          return ok({ ...found, items: keyed.map(([, item]) => item) });
        };
        const [calm, turned] = [new World(), new World()];
        for (const world of [calm, turned]) {
          before.forEach((edit, index) => doEdit(world, edit, `x${index}`));
          if (isInitial) continue;
          world.run();
          after.forEach((edit, index) => doEdit(world, edit, `y${index}`));
        }
        calm.run();
        turned.run({}, listing(turned.ports, shuffled));
        expect(turned.googleSays()).toEqual(calm.googleSays());
        expect(turned.workSays()).toEqual(calm.workSays());
      }),
    );
  },
);

describe('a listing that cannot be right', () => {
  const filled = (): World => {
    const world = new World({ tellsChanges: false });
    crowd(30).forEach((entry) => world.addEvent(entry));
    world.run();
    world.google.oldestToken = 1e9;
    return world;
  };
  const untouched = (world: World): void => {
    expect(world.google.live()).toHaveLength(30);
    expect(world.work.activities.size).toBe(30);
  };

  test('deletes nothing when it is empty, and a person is asked [Inv10, D14]', () => {
    const world = filled();
    const ports = listing(world.ports, (found) => ok({ ...found, items: [] }));
    expect(world.run({ approved: null }, ports)).toMatchObject({
      kind: 'held',
      hold: { kind: 'empty-listing', side: 'google' },
    });
    untouched(world);
  });

  test('deletes nothing when it is empty where there are too few for any other brake [Inv10, D14]', () => {
    const world = new World({ tellsChanges: false });
    crowd(3).forEach((entry) => world.addEvent(entry));
    world.run();
    world.google.oldestToken = 1e9;
    const ports = listing(world.ports, (found) => ok({ ...found, items: [] }));
    expect(world.run({ approved: null }, ports)).toMatchObject({
      hold: { kind: 'empty-listing', side: 'google', links: 3 },
    });
    expect([world.google.live().length, world.work.activities.size]).toEqual([3, 3]);
  });

  test.each(['google', 'work'] as const)(
    'deletes nothing when a page of %s is lost, however much was on it [Inv9, Inv10]',
    (side) => {
      for (let left = 1; left < 30; left += 1)
        for (const approved of [null, { deletions: 1000, creations: 1000, changes: 1000 }]) {
          const world = filled();
          const cut = listing(world.ports, (found) =>
            ok({ ...found, items: found.items.slice(0, left) }),
          );
          world.run({ approved }, { ...world.ports, [side]: cut[side] });
          untouched(world);
        }
    },
  );

  test('stops the run when it breaks off [Inv10]', () => {
    const world = filled();
    const ports = listing(world.ports, () => fail({ kind: 'unavailable', message: 'page 2' }));
    expect(() => world.run({}, ports)).toThrow('unavailable');
    untouched(world);
  });

  test('and a calendar that says of everything it is not there deletes nothing either [Inv10]', () => {
    const world = filled();
    for (const { id } of world.google.live())
      world.google.put({ ...world.google.events.get(id)!, summary: `New ${id}` });
    const none: CalendarPorts = {
      ...world.ports,
      work: {
        changes: (cursor) => world.work.changes(cursor),
        get: (ids) => ok(ids.map(() => null)),
        write: (writes) =>
          ok(
            writes.map((write) =>
              fail({ kind: 'not-found' as const, id: 'id' in write ? write.id : '' }),
            ),
          ),
      },
    };
    world.run({ approved: null }, none);
    expect(world.google.live()).toHaveLength(30);
  });
});

test('events of others, series and special types are never written [D11]', () => {
  const foreign: fc.Arbitrary<Partial<GoogleEvent>> = fc.constantFrom(
    { organizer: { email: 'boss@example.com' } },
    { organizer: { self: true }, eventType: 'focusTime' },
    { eventType: 'birthday' },
    { eventType: 'fromGmail' },
    { recurrence: ['RRULE:FREQ=HOURLY'] },
    { recurringEventId: 'g1' },
    { locked: true },
    { privateCopy: true },
    { attendees: [{ self: true, responseStatus: 'declined' }] },
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(foreign, entries), { maxLength: 8 }),
      fc.array(edits('work'), { maxLength: 3 }),
      (others, rounds) => {
        const world = new World({ specialEvents: 'busy' });
        const theirs = others.map(([marks, entry]) => {
          const id = world.addEvent(entry);
          world.google.put({ ...world.google.events.get(id)!, ...marks });
          return id;
        });
        const before = theirs.map((id) => world.google.events.get(id));
        for (const [round, all] of rounds.entries()) {
          all.forEach((edit, index) => doEdit(world, edit, `${round}x${index}`));
          world.run();
        }
        expect(theirs.map((id) => world.google.events.get(id))).toEqual(before);
        const written = new Set(world.google.written.map(({ id }) => id));
        expect(theirs.filter((id) => written.has(id))).toEqual([]);
      },
    ),
  );
});

test('guests are never written, so nobody gets mail [Inv21, D10]', () => {
  fc.assert(
    fc.property(edits(), (all) => {
      const world = new World();
      const id = world.addEvent(anEntry());
      world.google.put({
        ...world.google.events.get(id)!,
        attendees: [{ self: true, email: 'ann@example.com' }, { email: 'bob@example.com' }],
      });
      world.run();
      all.forEach((edit, index) => doEdit(world, edit, `x${index}`));
      world.run();
      expect(JSON.stringify(world.google.written)).not.toContain('attendees');
    }),
  );
});
