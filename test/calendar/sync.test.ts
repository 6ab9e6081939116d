import type { Link } from '../../src/calendar/link';
import type { CalendarPorts, GoogleWrite } from '../../src/calendar/ports';
import { fail, ok } from '../../src/kit/result';
import { ALLOWED, anEntry, aPolicy, crowd, World } from './world';

/** Something happens just before the first write to Google or the work system. */
const meanwhile = (world: World, side: 'google' | 'work', what: () => void): CalendarPorts => {
  let isDone = false;
  const once =
    <I extends unknown[], O>(method: (...inputs: I) => O) =>
    (...inputs: I): O => {
      if (!isDone) what();
      isDone = true;
      return method(...inputs);
    };
  const { google, work } = world;
  return {
    ...world.ports,
    google: {
      changes: (cursor, from) => google.changes(cursor, from),
      get: (ids) => google.get(ids),
      write:
        side === 'google'
          ? once((writes) => google.write(writes))
          : (writes) => google.write(writes),
    },
    work: {
      changes: (cursor) => work.changes(cursor),
      get: (ids) => work.get(ids),
      write:
        side === 'work' ? once((writes) => work.write(writes)) : (writes) => work.write(writes),
    },
  };
};

const one = (world: World, write: GoogleWrite) => {
  const written = world.google.write([write]);
  return written.ok ? written.value[0]! : written;
};

/** A world with one pair. */
const joined = (policy = {}): { world: World; event: string; activity: string } => {
  const world = new World(policy);
  const activity = world.addActivity(anEntry());
  world.run();
  return { world, activity, event: world.google.live()[0]!.id };
};

const edited = (world: World, id: string, changes: object): void =>
  void world.google.put({ ...world.google.events.get(id)!, ...changes });

describe('an edit between reading and writing', () => {
  test('is read again and merged, never written over [Inv13]', () => {
    const { world, event, activity } = joined();
    world.work.edit(activity, { name: 'Renamed at work' });
    const ports = meanwhile(world, 'google', () => edited(world, event, { location: 'Room 1' }));
    expect(world.run({}, ports)).toMatchObject({ kind: 'done', report: { failed: [] } });
    expect(world.google.events.get(event)).toMatchObject({
      summary: 'Renamed at work',
      location: 'Room 1',
    });
    expect(world.googleSays()).toEqual(world.workSays());
  });

  test('that deletes what is to be updated makes it anew, since somebody still wants it', () => {
    const { world, event, activity } = joined();
    world.work.edit(activity, { name: 'Still wanted' });
    world.run(
      {},
      meanwhile(world, 'google', () => world.google.remove(event)),
    );
    expect(world.google.live()).toMatchObject([{ summary: 'Still wanted' }]);
    expect(world.google.live()[0]!.id).not.toBe(event);
    expect(world.run()).toMatchObject({ report: { done: [] } });
  });

  test('that changes what is to be deleted keeps it', () => {
    const { world, event, activity } = joined();
    world.work.remove(activity);
    world.run(
      {},
      meanwhile(world, 'google', () => edited(world, event, { summary: 'Kept' })),
    );
    expect(world.workSays()).toHaveLength(1);
    expect(world.googleSays()).toEqual(world.workSays());
  });

  test('that deletes what is to be deleted is fine', () => {
    const { world, event, activity } = joined();
    world.work.remove(activity);
    const cycle = world.run(
      {},
      meanwhile(world, 'google', () => world.google.remove(event)),
    );
    expect(cycle).toMatchObject({ kind: 'done', report: { failed: [] } });
    expect(world.links.table.size).toBe(0);
  });
});

describe('an id of our own that Google knows already', () => {
  test('is adopted when it is ours and lives, with what was changed in it since [Inv7]', () => {
    const { world, event } = joined();
    world.links.table.clear();
    world.links.progress = null;
    edited(world, event, { description: 'Bring cake' });
    const hidden: CalendarPorts = {
      ...world.ports,
      google: {
        changes: () => ok({ items: [], cursor: '0', isFull: true }),
        get: (ids) => world.google.get(ids),
        write: (writes) => world.google.write(writes),
      },
    };
    expect(world.run({}, hidden)).toMatchObject({
      kind: 'done',
      report: { failed: [], pending: [] },
    });
    expect(world.google.live()).toHaveLength(1);
    expect(world.workSays()[0]).toContain('Bring cake');
  });

  test('gives way to the next generation when its event was deleted', () => {
    const { world, event } = joined();
    world.links.table.clear();
    world.google.remove(event);
    world.links.progress = null;
    expect(world.run()).toMatchObject({ kind: 'done', report: { failed: [] } });
    expect(world.google.live()).toHaveLength(1);
    expect([...world.links.table.values()]).toMatchObject([{ generation: 2 }]);
  });
});

describe('a copy that a person makes', () => {
  test('of our event is an event of its own; deleting it leaves the original [D12]', () => {
    const { world, event } = joined();
    world.google.put({ ...world.google.events.get(event)!, id: 'copied' });
    world.run();
    expect(world.work.activities.size).toBe(2);
    world.google.remove('copied');
    world.run();
    expect([...world.work.activities.keys()]).toEqual(['w0001']);
    expect(world.google.live().map(({ id }) => id)).toEqual([event]);
  });

  test('of our event does not take the place of the original when the table is lost [D12]', () => {
    const { world, event, activity } = joined();
    world.google.put({ ...world.google.events.get(event)!, id: '0copied' });
    world.run();
    world.links.table.clear();
    world.links.progress = null;
    edited(world, '0copied', { summary: 'Copy' });
    world.run();
    expect(world.work.activities.get(activity)?.name).toBe('Review');
    expect(world.google.events.get(event)?.summary).toBe('Review');
  });

  test('of an activity with a link is new, and the oldest keeps the link even when the table is lost [D12]', () => {
    const world = new World();
    const event = world.addEvent(anEntry());
    world.run();
    const [original] = [...world.work.activities.values()];
    world.work.add({ ...original!, name: 'Copy' }, { externalId: event });
    world.links.table.clear();
    world.links.progress = null;
    world.run();
    const pair = [...world.links.table.values()].find(({ google }) => google.id === event);
    expect(pair?.work.id).toBe(original!.id);
    expect(world.google.live()).toHaveLength(2);
    expect(world.google.events.get(event)?.summary).toBe('Review');
  });
});

test.each(['google', 'work'] as const)(
  'a link that was lost alone is found again when its half in %s changes [Inv2]',
  (side) => {
    for (const add of ['addEvent', 'addActivity'] as const) {
      const world = new World();
      world[add](anEntry());
      world.run();
      const [[key, link]] = [...world.links.table] as [[string, Link]];
      world.links.table.delete(key);
      if (side === 'google') edited(world, link.google.id, { location: 'Room 1' });
      else world.work.edit(link.work.id, { location: 'Room 1' });
      world.run();
      expect(world.google.live()).toHaveLength(1);
      expect(world.work.activities.size).toBe(1);
      expect(world.googleSays()).toEqual(world.workSays());
    }
  },
);

test('of two versions of one event in a listing the newer counts, in whatever order they come [Inv11]', () => {
  for (const isOldFirst of [true, false]) {
    const { world, event } = joined();
    edited(world, event, { summary: 'Old' });
    const old = world.google.events.get(event)!;
    edited(world, event, { summary: 'New' });
    const items = [old, world.google.events.get(event)!];
    const ports: CalendarPorts = {
      ...world.ports,
      google: {
        changes: () =>
          ok({ items: isOldFirst ? items : items.reverse(), cursor: '9', isFull: false }),
        get: (ids) => world.google.get(ids),
        write: (writes) => world.google.write(writes),
      },
    };
    world.run({}, ports);
    expect([...world.work.activities.values()]).toMatchObject([{ name: 'New' }]);
  }
});

describe('deletions', () => {
  const emptied = (total: number, removed: number): World => {
    const world = new World();
    crowd(total).forEach((entry) => world.addEvent(entry));
    world.run();
    world.google
      .live()
      .slice(0, removed)
      .forEach(({ id }) => world.google.remove(id));
    return world;
  };

  test.each([
    [5, 5, 'done'],
    [60, 6, 'done'],
    [60, 7, 'held'],
    [6, 6, 'held'],
  ])('among %s pairs, %s of them: the run is %s [D2, Inv10]', (total, removed, kind) => {
    const world = emptied(total, removed);
    expect(world.run({ approved: null }).kind).toBe(kind);
    expect(world.work.activities.size).toBe(kind === 'done' ? total - removed : total);
  });

  test('that were held go on once a person says so, and are not forgotten before [D2]', () => {
    const world = emptied(20, 12);
    expect(world.run({ approved: null })).toMatchObject({
      kind: 'held',
      hold: { kind: 'too-many-deletions', deletions: 12, links: 20 },
    });
    expect(world.run({ approved: null }).kind).toBe('held');
    expect(world.run({ approved: { deletions: 12, creations: 0 } }).kind).toBe('done');
    expect(world.work.activities.size).toBe(8);
  });
});

test('more creations than anybody makes by hand are held, but for the initial sync', () => {
  const world = new World();
  crowd(600).forEach((entry) => world.addEvent(entry));
  expect(world.run({ approved: null }).kind).toBe('done');
  crowd(501).forEach((entry) =>
    world.addEvent({ ...entry, notes: 'again', title: `${entry.title}!` }),
  );
  expect(world.run({ approved: null })).toMatchObject({
    hold: { kind: 'too-many-creations', creations: 501 },
  });
});

test('a run whose time is over goes on where it stopped [Inv15]', () => {
  const world = new World();
  crowd(120).forEach((entry) => world.addActivity(entry));
  let left = 2;
  const brief = { ...world.ports, deadline: { left: () => left-- } };
  expect(world.run({}, brief)).toMatchObject({ kind: 'stopped', stop: { kind: 'deadline' } });
  expect(world.google.live()).toHaveLength(100);
  expect(world.run().kind).toBe('done');
  expect(world.google.written).toHaveLength(120);
});

test('a limit stops the run at once; nothing is lost', () => {
  const world = new World();
  crowd(120).forEach((entry) => world.addActivity(entry));
  let batches = 0;
  const limited: CalendarPorts = {
    ...world.ports,
    google: {
      changes: (cursor, from) => world.google.changes(cursor, from),
      get: (ids) => world.google.get(ids),
      write: (writes) =>
        ++batches < 2
          ? world.google.write(writes)
          : fail({ kind: 'rate-limited', retryAfterMs: null }),
    },
  };
  expect(world.run({}, limited)).toMatchObject({
    kind: 'stopped',
    stop: { failure: { kind: 'rate-limited' } },
  });
  expect(batches).toBe(2);
  world.run();
  expect(world.googleSays()).toEqual(world.workSays());
});

test('one activity that always fails delays no other, and rests after five tries [Inv19]', () => {
  const world = new World();
  const poisoned = world.addActivity(anEntry({ title: 'Poison' }));
  let tries = 0;
  const ports: CalendarPorts = {
    ...world.ports,
    google: {
      changes: (cursor, from) => world.google.changes(cursor, from),
      get: (ids) => world.google.get(ids),
      write: (writes) =>
        ok(
          writes.map((write) => {
            if (!JSON.stringify(write).includes('Poison')) return one(world, write);
            tries += 1;
            return fail({ kind: 'rejected' as const, id: write.id, reason: 'never' });
          }),
        ),
    },
  };
  for (let run = 0; run < 8; run += 1) {
    world.addActivity(anEntry({ title: `Other ${run}` }));
    world.run({}, ports);
    expect(world.google.live()).toHaveLength(run + 1);
  }
  expect(tries).toBe(5);
  expect(world.links.progress?.pending).toMatchObject([
    { work: poisoned, tries: 5, failure: 'rejected' },
  ]);
  world.work.edit(poisoned, { name: 'Cured' });
  world.run({}, ports);
  expect(world.links.progress?.pending).toEqual([]);
  expect(world.googleSays()).toEqual(world.workSays());
});

test('a pair that was left out catches up with both sides when it is in again [Inv1]', () => {
  const { world, event, activity } = joined();
  edited(world, event, { recurrence: ['RRULE:FREQ=DAILY'] });
  world.run();
  world.work.edit(activity, { notes: 'Written meanwhile' });
  world.run();
  expect(world.google.events.get(event)?.description).toBe('');
  edited(world, event, { recurrence: null, location: 'Room 1' });
  world.run();
  expect(world.google.events.get(event)).toMatchObject({ description: 'Written meanwhile' });
  expect(world.googleSays()).toEqual(world.workSays());
});

test('a type that is switched off leaves its entries in place, and catches up when it is on again [D4]', () => {
  const { world, event, activity } = joined();
  const types = world.policy.types;
  world.policy = aPolicy({ types: { ...types, synced: [] } });
  world.run();
  world.work.edit(activity, { name: 'Changed meanwhile' });
  world.run();
  expect(world.google.events.get(event)?.summary).toBe('Review');
  world.policy = aPolicy();
  world.run();
  expect(world.google.events.get(event)?.summary).toBe('Changed meanwhile');
});

test('activities of types that are not chosen, and project tasks, stay where they are [S4, S19, S29]', () => {
  const world = new World();
  const content = { ...world.work.activities.get(world.addActivity(anEntry()))! };
  world.work.add({ ...content, typeId: 'task' });
  world.work.add({ ...content, typeId: 'sales' });
  world.work.add(content, { owner: 'bob@example.com' });
  const cycle = world.run();
  expect(world.google.live()).toHaveLength(1);
  expect(cycle).toMatchObject({
    report: {
      leftOut: [
        { reason: 'project-task' },
        { reason: 'owned-by-other' },
        { reason: 'type-not-synced' },
      ],
    },
  });
});

test('every write is noted with what stood there before and what stands there now', () => {
  const { world, activity } = joined();
  world.work.edit(activity, { name: 'New name' });
  world.run();
  world.work.remove(activity);
  world.run();
  expect(world.journal.entries).toMatchObject([
    { side: 'google', action: 'create', before: null, after: { title: 'Review' } },
    {
      side: 'google',
      action: 'update',
      before: { title: 'Review' },
      after: { title: 'New name' },
      fields: ['title'],
    },
    { side: 'google', action: 'delete', before: { title: 'New name' }, after: null },
  ]);
});

test('an idle run asks each side once and saves nothing', () => {
  const { world } = joined();
  world.run();
  const calls: string[] = [];
  const told = <T extends object>(port: T): T =>
    new Proxy(port, {
      get:
        (target, name: string) =>
        (...inputs: unknown[]) => {
          calls.push(name);
          return (target as Record<string, (...given: unknown[]) => unknown>)[name]!(...inputs);
        },
    });
  const { ports } = world;
  world.run(
    { approved: ALLOWED },
    { ...ports, google: told(ports.google), work: told(ports.work), links: told(ports.links) },
  );
  expect(calls).toEqual(['load', 'changes', 'changes']);
});
