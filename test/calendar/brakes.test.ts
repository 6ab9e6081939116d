// What the work system may change of a person's calendar in one run without asking.
import { mostChanges } from '../../src/calendar/sync/brakes';
import { crowd, World } from './world';

const inStep = (total: number): World => {
  const world = new World();
  crowd(total).forEach((entry) => world.addActivity(entry));
  world.run();
  return world;
};

function rename(world: World, count: number): void {
  [...world.work.activities.keys()]
    .slice(0, count)
    .forEach((id, index) => world.work.edit(id, { name: `Changed ${index}` }));
}

function remove(world: World, count: number): void {
  [...world.work.activities.keys()].slice(-count).forEach((id) => world.work.remove(id));
}

test.each([
  [10, 10, 'done'],
  [11, 11, 'held'],
  [40, 10, 'done'],
  [40, 11, 'held'],
  [54, 11, 'held'],
  [55, 11, 'done'],
  [100, 20, 'done'],
  [100, 21, 'held'],
])('of %s entries the work system changes %s: the run is %s', (total, changes, kind) => {
  const world = inStep(total);
  rename(world, changes);
  const before = world.writes();
  expect(world.run({ approved: null }).kind).toBe(kind);
  expect(world.writes() - before).toBe(kind === 'held' ? 0 : changes);
});

test('a held run writes nothing until the person says go, and then exactly what it showed', () => {
  const world = inStep(30);
  rename(world, 12);
  const before = world.google.written.length;
  const held = world.run({ approved: null });
  expect(held).toMatchObject({
    kind: 'held',
    hold: { kind: 'too-many-changes', changes: 12, deletions: 0, links: 30 },
  });
  if (held.kind !== 'held' || held.hold.kind !== 'too-many-changes') throw new Error(held.kind);
  const { examples } = held.hold;
  expect(examples).toHaveLength(10);
  expect(examples[0]).toEqual({
    title: 'Entry 0',
    start: '2026-03-02T09:00:00',
    field: 'title',
    before: 'Entry 0',
    after: 'Changed 0',
    others: 0,
  });
  expect(world.run({ approved: { deletions: 9, creations: 9, changes: 11 } }).kind).toBe('held');
  expect(world.google.written).toHaveLength(before);
  expect(world.run({ approved: { deletions: 0, creations: 0, changes: 12 } }).kind).toBe('done');
  expect(world.google.written).toHaveLength(before + 12);
  expect(world.run({ approved: null }).kind).toBe('done');
});

test('deletions of the same plan are asked about together with the changes, and one go covers both', () => {
  const world = inStep(60);
  rename(world, 13);
  remove(world, 7);
  expect(world.run({ approved: null })).toMatchObject({
    hold: { kind: 'too-many-changes', changes: 13, deletions: 7, links: 60 },
  });
  expect(world.run({ approved: { deletions: 0, creations: 0, changes: 13 } })).toMatchObject({
    hold: { kind: 'too-many-changes', changes: 13, deletions: 7 },
  });
  expect(world.run({ approved: { deletions: 7, creations: 0, changes: 13 } }).kind).toBe('done');
  expect(world.google.live()).toHaveLength(53);
});

test('few deletions beside many changes are not asked about, nor many deletions said to be changes', () => {
  const world = inStep(60);
  rename(world, 13);
  remove(world, 2);
  expect(world.run({ approved: null })).toMatchObject({
    hold: { kind: 'too-many-changes', changes: 13, deletions: 0 },
  });
  const other = inStep(60);
  rename(other, 5);
  remove(other, 7);
  expect(other.run({ approved: null })).toMatchObject({
    hold: { kind: 'too-many-deletions', deletions: 7 },
  });
});

test('what is put right in the work system is no longer held', () => {
  const world = inStep(30);
  const before = [...world.work.activities.entries()].map(([id, { name }]) => [id, name] as const);
  rename(world, 12);
  expect(world.run({ approved: null }).kind).toBe('held');
  before.forEach(([id, name]) => world.work.edit(id, { name }));
  expect(world.run({ approved: null }).kind).toBe('done');
  expect(world.googleSays()).toEqual(world.workSays());
});

test('a person’s own edits in Google are theirs, however many', () => {
  const world = inStep(30);
  world.google.live().forEach((event, index) => {
    world.google.put({ ...event, summary: `Mine ${index}` });
  });
  expect(world.run({ approved: null }).kind).toBe('done');
  expect(world.workSays()).toEqual(world.googleSays());
});

test('entries that are only read again under another policy are not taken for changed', () => {
  const world = inStep(30);
  world.policy = { ...world.policy, held: ['title', 'when'] };
  expect(world.run({ approved: null }).kind).toBe('done');
  world.policy = { ...world.policy, types: { ...world.policy.types, synced: ['meeting'] } };
  expect(world.run({ approved: null }).kind).toBe('done');
});

test.each([
  [0, 10],
  [50, 10],
  [54, 10],
  [55, 11],
  [1000, 200],
])('of %s entries %s may change unasked', (links, most) => {
  expect(mostChanges(links)).toBe(most);
});
