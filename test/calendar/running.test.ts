import type { CalendarPorts } from '../../src/calendar/sync/ports';
import type { GoogleWrite } from '../../src/calendar/ports';
import { fail, ok } from '../../src/kit/result';
import { edited, joined } from './pair';
import { ALLOWED, anEntry, aPolicy, crowd, World } from './world';

const one = (world: World, write: GoogleWrite) => {
  const written = world.google.write([write]);
  return written.ok ? written.value[0]! : written;
};

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
    [69, 6, 'done'],
    [69, 7, 'held'],
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
    expect(world.run({ approved: { deletions: 12, creations: 0, changes: 0 } }).kind).toBe('done');
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

const overLimit = fail({ kind: 'rate-limited' as const, retryAfterMs: null });

test.each([
  ['a whole batch', () => overLimit],
  [
    'a single call of a batch',
    (world: World, writes: readonly GoogleWrite[]) =>
      ok(writes.map((write, index) => (index === 7 ? overLimit : one(world, write)))),
  ],
])('a limit that Google reports for %s stops the run at once; nothing is lost', (_, refuse) => {
  const world = new World();
  crowd(120).forEach((entry) => world.addActivity(entry));
  let batches = 0;
  const limited: CalendarPorts = {
    ...world.ports,
    google: {
      changes: (cursor, from) => world.google.changes(cursor, from),
      get: (ids) => world.google.get(ids),
      write: (writes) => (++batches < 2 ? world.google.write(writes) : refuse(world, writes)),
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

test('failures of more than a hundred are no matter of single entries: the run stops, and the next one finds them all again [Inv8]', () => {
  const world = new World();
  world.run();
  const before = world.links.progress;
  crowd(101).forEach((entry) => world.addActivity(entry));
  const refusing = {
    ...world.ports,
    google: {
      changes: (cursor: string | null, from: string) => world.google.changes(cursor, from),
      get: (ids: readonly string[]) => world.google.get(ids),
      write: (writes: readonly { readonly id: string }[]) =>
        ok(writes.map(({ id }) => fail({ kind: 'rejected' as const, id, reason: 'never' }))),
    },
  };
  expect(world.run({}, refusing)).toMatchObject({
    kind: 'stopped',
    stop: { kind: 'too-many-failures', failed: 101 },
  });
  expect(world.links.progress).toEqual(before);
  world.run();
  expect(world.google.live()).toHaveLength(101);
});

test.each([
  ['changed', { location: 'Room 1' }],
  ['as it was', {}],
])(
  'a pair that was left out catches up with both sides when its event is in again, %s [Inv1]',
  (_, changes) => {
    const { world, event, activity } = joined();
    edited(world, event, { recurrence: ['RRULE:FREQ=HOURLY'] });
    world.run();
    world.work.edit(activity, { notes: 'Written meanwhile' });
    world.run();
    expect(world.google.events.get(event)?.description).toBe('');
    edited(world, event, { recurrence: null, ...changes });
    world.run();
    expect(world.google.events.get(event)).toMatchObject({ description: 'Written meanwhile' });
    expect(world.googleSays()).toEqual(world.workSays());
  },
);

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

test('every write is noted with the entry before and after it', () => {
  const { world, activity } = joined();
  world.work.edit(activity, { name: 'New name' });
  world.run();
  world.work.remove(activity);
  world.run();
  expect(world.journal.entries).toMatchObject([
    { side: 'google', operation: 'create', before: null, after: { title: 'Review' } },
    {
      side: 'google',
      operation: 'update',
      before: { title: 'Review' },
      after: { title: 'New name' },
      fields: ['title'],
    },
    { side: 'google', operation: 'delete', before: { title: 'New name' }, after: null },
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

const refused = fail({ kind: 'store-full' as const, store: 'The workbook' });

test('what the journal does not take is not linked either, so that the next run finds it [Inv6]', () => {
  const { world, activity } = joined();
  const [before] = [...world.links.table.values()];
  world.work.edit(activity, { name: 'New name' });
  const journal = { append: () => refused, hide: () => ok(null) };
  expect(world.run({}, { ...world.ports, journal })).toMatchObject({
    kind: 'stopped',
    stop: { failure: { kind: 'store-full' } },
  });
  expect([...world.links.table.values()]).toEqual([before]);
  expect(world.run().kind).toBe('done');
  expect(world.googleSays()).toEqual(world.workSays());
});

test('a run whose progress cannot be saved is not done, and the next one does nothing twice [Inv6]', () => {
  const { world, activity } = joined();
  world.work.edit(activity, { name: 'New name' });
  const links = {
    load: () => world.links.load(),
    save: (changes: Parameters<typeof world.links.save>[0]) => world.links.save(changes),
    announceWithdrawal: () => refused,
    saveProgress: () => refused,
  };
  expect(world.run({}, { ...world.ports, links })).toMatchObject({
    kind: 'stopped',
    stop: { failure: { kind: 'store-full' } },
  });
  const before = world.writes();
  expect(world.run().kind).toBe('done');
  expect(world.writes()).toBe(before);
});
