// One way per person: one side gives, the other follows (TF14).
import { NO_CHOICES, NO_RULES, type Way } from '../../src/calendar/entry/own-choices';
import type { Cycle } from '../../src/calendar/sync/sync';
import { aPolicy, aSeries, anEntry, World } from './world';

let chosen = 0;

const go = (world: World, way: Way): void => {
  const { person } = aPolicy();
  const at = `2026-03-01T12:${String(++chosen).padStart(2, '0')}:00.000Z`;
  const choices = { ...NO_CHOICES, at, rules: { ...NO_RULES, way } };
  world.policy = { ...world.policy, person: { ...person, choices } };
};

const run = (world: World): Extract<Cycle, { kind: 'done' }>['report'] => {
  const cycle = world.run({ approved: null });
  if (cycle.kind !== 'done') throw new Error(cycle.kind);
  return cycle.report;
};

const row = (world: World, name: string) =>
  [...world.work.activities.values()].find((one) => one.name === name)!;
const event = (world: World, title: string) =>
  world.google.live().find(({ summary }) => summary === title)!;

function synced(way: Way): World {
  const world = new World();
  world.addEvent(anEntry({ title: 'Mine' }));
  world.addActivity(anEntry({ title: 'Theirs' }));
  world.addEvent(anEntry({ title: 'Both' }));
  world.addActivity(anEntry({ title: 'Both' }));
  run(world);
  expect(world.names()).toEqual(['Both', 'Mine', 'Theirs']);
  expect(world.titles()).toEqual(['Both', 'Mine', 'Theirs']);
  go(world, way);
  world.expectSettled();
  return world;
}

test.each<[Way, string[], string[], string, string]>([
  ['to-work', ['Both', 'Mine'], ['Both', 'Mine', 'Theirs'], 'work', 'only-to-work'],
  ['to-google', ['Both', 'Mine', 'Theirs'], ['Both', 'Theirs'], 'google', 'only-to-google'],
])(
  'a first sync %s copies nothing the other way, and joins what is the same [TF14]',
  (way, ...told) => {
    const [inGoogle, atWork, side, reason] = told;
    const world = new World();
    go(world, way);
    world.addEvent(anEntry({ title: 'Mine' }));
    world.addActivity(anEntry({ title: 'Theirs' }));
    world.addEvent(anEntry({ title: 'Both' }));
    world.addActivity(anEntry({ title: 'Both' }));
    const { leftOut } = run(world);
    expect(world.titles()).toEqual(inGoogle);
    expect(world.names()).toEqual(atWork);
    expect(leftOut).toEqual([{ side, id: expect.any(String) as string, reason }]);
    world.expectSettled();
  },
);

test('an edit of a copy at work is put back and told, with the version that lost [TF14]', () => {
  const world = synced('to-work');
  world.work.edit(row(world, 'Mine').id, { name: 'Renamed at work', location: 'Room 1' });
  const { conflicts } = run(world);
  expect(world.names()).toEqual(['Both', 'Mine', 'Theirs']);
  expect(world.titles()).toEqual(['Both', 'Mine', 'Theirs']);
  expect(conflicts).toMatchObject([
    { winner: 'google', fields: ['title', 'location'], lost: { title: 'Renamed at work' } },
  ]);
  world.expectSettled();
});

test('an edit of a copy in Google is put back and told, with the version that lost [TF14]', () => {
  const world = synced('to-google');
  world.google.edit(event(world, 'Theirs').id, { summary: 'Renamed here', location: 'Room 1' });
  const { conflicts } = run(world);
  expect(world.titles()).toEqual(['Both', 'Mine', 'Theirs']);
  expect(event(world, 'Theirs').location).toBe('');
  expect(conflicts).toMatchObject([
    { winner: 'work', fields: ['title', 'location'], lost: { title: 'Renamed here' } },
  ]);
  world.expectSettled();
});

test('changes of the side that gives arrive, whoever made the entry [TF14]', () => {
  const toWork = synced('to-work');
  for (const title of ['Mine', 'Theirs', 'Both'])
    toWork.google.edit(event(toWork, title).id, { summary: `${title}, moved` });
  run(toWork);
  expect(toWork.names()).toEqual(['Both, moved', 'Mine, moved', 'Theirs, moved']);
  toWork.expectSettled();
  const toGoogle = synced('to-google');
  for (const name of ['Mine', 'Theirs', 'Both'])
    toGoogle.work.edit(row(toGoogle, name).id, { name: `${name}, moved` });
  run(toGoogle);
  expect(toGoogle.titles()).toEqual(['Both, moved', 'Mine, moved', 'Theirs, moved']);
  toGoogle.expectSettled();
});

test('what a person made themself on the side that follows keeps their edits, which travel once both ways count again [TF14]', () => {
  const world = synced('to-google');
  world.google.edit(event(world, 'Mine').id, { summary: 'Mine, renamed' });
  world.expectSettled();
  expect(world.names()).toEqual(['Both', 'Mine', 'Theirs']);
  expect(world.titles()).toEqual(['Both', 'Mine, renamed', 'Theirs']);
  go(world, 'both-ways');
  run(world);
  expect(world.names()).toEqual(['Both', 'Mine, renamed', 'Theirs']);
  world.expectSettled();
});

test.each<Way>(['to-work', 'to-google'])(
  '%s: a copy that somebody deleted stays away, its original stays, and turning back deletes nothing [TF14]',
  (way) => {
    const world = synced(way);
    if (way === 'to-work') world.work.remove(row(world, 'Mine').id);
    else world.google.remove(event(world, 'Theirs').id);
    const leftOut = [...run(world).leftOut, ...run(world).leftOut];
    const original = way === 'to-work' ? world.titles() : world.names();
    expect(original).toEqual(['Both', 'Mine', 'Theirs']);
    world.expectSettled();
    if (way === 'to-work') world.google.edit(event(world, 'Mine').id, { summary: 'Mine, moved' });
    else world.work.edit(row(world, 'Theirs').id, { name: 'Theirs, moved' });
    run(world);
    expect(world.links.progress!.missing).toEqual([]);
    world.expectSettled();
    expect(way === 'to-work' ? world.names() : world.titles()).toHaveLength(2);
    go(world, 'both-ways');
    run(world);
    run(world);
    expect((way === 'to-work' ? world.titles() : world.names()).length).toBe(3);
    expect(leftOut.map(({ reason }) => reason)).toContain('copy-deleted');
  },
);

test('a deletion on the side that gives deletes the copy, and nothing that a person made on the other side [TF14]', () => {
  const world = synced('to-work');
  for (const title of ['Mine', 'Theirs']) world.google.remove(event(world, title).id);
  run(world);
  expect(world.names()).toEqual(['Both', 'Theirs']);
  world.expectSettled();
  go(world, 'both-ways');
  run(world);
  expect(world.titles()).toEqual(['Both', 'Theirs']);
});

test('turning from both ways to one, and back, writes nothing where nobody changed anything [TF14]', () => {
  for (const way of ['to-work', 'to-google'] as const) {
    const world = synced(way);
    go(world, 'both-ways');
    world.expectSettled();
  }
});

test('a series follows with the dates that were moved and cancelled, and its copy’s own dates stay as somebody left them [TF14]', () => {
  const world = new World();
  go(world, 'to-work');
  const recurrence = aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=5');
  const id = world.addEvent(anEntry({ recurrence }));
  run(world);
  world.google.edit(`${id}_20260309T070000Z`, { summary: 'Only this Monday' });
  world.google.remove(`${id}_20260316T070000Z`);
  run(world);
  expect(world.names()).toEqual(['Only this Monday', 'Review']);
  world.expectSettled();
  world.work.remove(row(world, 'Only this Monday').id);
  run(world);
  world.expectSettled();
  expect(world.google.events.get(`${id}_20260309T070000Z`)?.summary).toBe('Only this Monday');
  world.google.edit(id, {
    start: { dateTime: '2026-03-02T11:00:00+02:00', timeZone: 'Europe/Helsinki' },
    end: { dateTime: '2026-03-02T12:00:00+02:00', timeZone: 'Europe/Helsinki' },
  });
  const written = world.google.written.length;
  run(world);
  world.expectSettled();
  expect(world.google.written).toHaveLength(written);
  expect(row(world, 'Review').start).toBe('2026-03-02T11:00:00+02:00');
});
