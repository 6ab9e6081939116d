// What an organization decides about single fields (TF18), and about how new events are shown (TF26).
import type { Entry } from '../../src/calendar/entry/entry';
import type { FieldWays } from '../../src/calendar/entry/field-ways';
import type { Shown } from '../../src/calendar/entry/policy';
import type { Cycle } from '../../src/calendar/sync/sync';
import { aSeries, anEntry, World } from './world';

type Texts = Pick<Entry, 'title' | 'notes' | 'location'>;

const run = (world: World): Extract<Cycle, { kind: 'done' }>['report'] => {
  const cycle = world.run({ approved: null });
  if (cycle.kind !== 'done') throw new Error(cycle.kind);
  return cycle.report;
};

const choose = (world: World, policy: { fieldWays?: FieldWays; shown?: Shown }): void => {
  const { fieldWays: _, shown: __, ...rest } = world.policy;
  world.policy = { ...rest, ...policy };
};

const event = (world: World) => world.google.live()[0]!;
const row = (world: World) => [...world.work.activities.values()][0]!;
const inGoogle = (world: World): string =>
  [event(world).summary, event(world).description, event(world).location].join('|');
const atWork = (world: World): string =>
  [row(world).name, row(world).notes, row(world).location].join('|');

const FULL: Texts = { title: 'Visit', notes: 'Tea', location: 'Hall' };

/** One pair, made on one side and copied to the other under these choices. */
function pair(origin: 'google' | 'work', fieldWays: FieldWays, before: FieldWays = fieldWays) {
  const world = new World();
  choose(world, { fieldWays: before });
  if (origin === 'google') world.addEvent(anEntry(FULL));
  else world.addActivity(anEntry(FULL));
  run(world);
  choose(world, { fieldWays });
  return world;
}

test.each<[string, 'google' | 'work', FieldWays, string, string]>([
  ['nothing chosen', 'google', {}, 'Visit|Tea|Hall', 'Visit|Tea|Hall'],
  ['notes from Google', 'google', { notes: 'to-work' }, 'Visit|Tea|Hall', 'Visit|Tea|Hall'],
  ['notes from Google', 'work', { notes: 'to-work' }, 'Visit||Hall', 'Visit|Tea|Hall'],
  ['notes from work', 'google', { notes: 'to-google' }, 'Visit|Tea|Hall', 'Visit||Hall'],
  ['notes from work', 'work', { notes: 'to-google' }, 'Visit|Tea|Hall', 'Visit|Tea|Hall'],
  ['no locations', 'google', { location: 'apart' }, 'Visit|Tea|Hall', 'Visit|Tea|'],
  ['no locations', 'work', { location: 'apart' }, 'Visit|Tea|', 'Visit|Tea|Hall'],
  ['titles from work', 'google', { title: 'to-google' }, 'Visit|Tea|Hall', 'Visit|Tea|Hall'],
  ['titles from Google', 'work', { title: 'to-work' }, 'Visit|Tea|Hall', 'Visit|Tea|Hall'],
])('%s: a copy of what was made in %s has what goes its way [TF18]', (_, origin, ways, ...says) => {
  const world = pair(origin, ways);
  expect([inGoogle(world), atWork(world)]).toEqual(says);
  world.expectSettled();
});

/** What becomes of an edit of the title on one side, on the other, or on both. */
test.each<[FieldWays['title'], 'google' | 'work', string, string, string, string]>([
  // way, made in, who edits, in Google, at work, told
  ['to-work', 'google', 'google', 'G', 'G', ''],
  ['to-work', 'google', 'work', 'Visit', 'Visit', 'put back: W'],
  ['to-work', 'google', 'both', 'G', 'G', 'lost: W'],
  ['to-work', 'work', 'google', 'G', 'G', ''],
  ['to-work', 'work', 'work', 'Visit', 'W', ''],
  ['to-work', 'work', 'both', 'G', 'G', 'lost: W'],
  ['to-google', 'work', 'work', 'W', 'W', ''],
  ['to-google', 'work', 'google', 'Visit', 'Visit', 'put back: G'],
  ['to-google', 'work', 'both', 'W', 'W', 'lost: G'],
  ['to-google', 'google', 'work', 'W', 'W', ''],
  ['to-google', 'google', 'google', 'G', 'Visit', ''],
  ['to-google', 'google', 'both', 'W', 'W', 'lost: G'],
])(
  'titles %s, made in %s, edited in %s: Google says %s, work says %s, told: %s [TF18, D1]',
  (title, origin, who, ...expected) => {
    const world = pair(origin, { title: title! });
    if (who !== 'work') world.google.edit(event(world).id, { summary: 'G' });
    if (who !== 'google') world.work.edit(row(world).id, { name: 'W' });
    const { conflicts } = run(world);
    const told = conflicts.map(
      ({ oneWay, lost }) => `${oneWay ? 'put back' : 'lost'}: ${lost.title}`,
    );
    expect([event(world).summary, row(world).name, told.join()]).toEqual(expected);
    world.expectSettled();
    // The other fields go both ways as ever.
    world.work.edit(row(world).id, { location: 'Room 1' });
    run(world);
    world.google.edit(event(world).id, { description: 'Coffee' });
    run(world);
    expect([event(world).location, row(world).notes]).toEqual(['Room 1', 'Coffee']);
    expect([event(world).summary, row(world).name]).toEqual(expected.slice(0, 2));
    world.expectSettled();
  },
);

test('of two fields that go opposite ways, both edits are put back at once, and each is told [TF18]', () => {
  const world = pair('google', { title: 'to-work', location: 'to-work' });
  world.work.edit(row(world).id, { name: 'W', location: 'Elsewhere' });
  world.google.edit(event(world).id, { description: 'Coffee' });
  expect(run(world).conflicts).toMatchObject([
    { winner: 'google', fields: ['title', 'location'], lost: { title: 'W' }, oneWay: true },
  ]);
  expect(atWork(world)).toBe('Visit|Coffee|Hall');
  const other = pair('work', { title: 'to-google', notes: 'to-work' });
  other.google.edit(event(other).id, { summary: 'G', description: 'Mine' });
  other.work.edit(row(other).id, { notes: 'Theirs' });
  const { conflicts } = run(other);
  expect(conflicts.map(({ winner, fields }) => [winner, fields])).toEqual([
    ['work', ['title']],
    ['google', ['notes']],
  ]);
  expect([inGoogle(other), atWork(other)]).toEqual(['Visit|Mine|Hall', 'Visit|Mine|Hall']);
  other.expectSettled();
});

test('what was copied while a field went both ways stays, and is not carried any more [TF18]', () => {
  const world = pair('google', { notes: 'apart' }, {});
  world.google.edit(event(world).id, { description: 'Secret', location: 'Room 1' });
  run(world);
  expect(atWork(world)).toBe('Visit|Tea|Room 1');
  world.work.edit(row(world).id, { notes: 'Own', name: 'W' });
  run(world);
  expect([inGoogle(world), atWork(world)]).toEqual(['W|Secret|Room 1', 'W|Own|Room 1']);
  world.expectSettled();
});

test('details of an event that becomes private are removed, whichever way they go [TF18, TF5]', () => {
  const world = pair('google', { notes: 'apart', location: 'to-google' }, {});
  world.policy = { ...world.policy, privateEvents: 'busy' };
  run(world);
  world.google.edit(event(world).id, { visibility: 'private' });
  run(world);
  expect(atWork(world)).toBe('Busy||');
  expect(inGoogle(world)).toBe('Visit|Tea|Hall');
});

test('a date that somebody moves keeps what its series has on the other side [TF18, TF19]', () => {
  const world = new World();
  choose(world, { fieldWays: { notes: 'to-google', location: 'apart' } });
  const recurrence = aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3');
  const id = world.addEvent(anEntry({ ...FULL, recurrence }));
  run(world);
  world.work.edit(row(world).id, { notes: 'From work' });
  run(world);
  expect(event(world).description).toBe('From work');
  world.google.edit(`${id}_20260309T070000Z`, { summary: 'Moved', description: 'Mine' });
  run(world);
  const moved = [...world.work.activities.values()].find(({ name }) => name === 'Moved')!;
  expect([moved.notes, moved.location]).toEqual(['From work', '']);
  world.expectSettled();
});

test.each<[Shown, string, string]>([
  [{}, 'opaque', 'default'],
  [{ busy: false }, 'transparent', 'default'],
  [{ busy: true, visibility: 'public' }, 'opaque', 'public'],
  [{ visibility: 'private' }, 'opaque', 'private'],
])('shown as %j, a new event is %s and its visibility %s [TF26]', (shown, busy, visibility) => {
  const world = new World();
  choose(world, { shown });
  world.addActivity(anEntry());
  run(world);
  expect(event(world)).toMatchObject({ transparency: busy, visibility });
  const { typeId, isBusy } = row(world);
  world.expectSettled();
  world.google.edit(event(world).id, { summary: 'Renamed' });
  run(world);
  expect(row(world)).toMatchObject({ name: 'Renamed', typeId, isBusy });
  world.expectSettled();
});

test('what a person changes of that in Google is never put back, and changes nothing at work [TF26]', () => {
  const world = new World();
  choose(world, { shown: { busy: true, visibility: 'private' } });
  world.addActivity(anEntry({ busy: false }));
  run(world);
  const mine = { transparency: 'transparent', visibility: 'public' };
  world.google.edit(event(world).id, mine);
  run(world);
  world.work.edit(row(world).id, { name: 'Renamed', isBusy: true });
  run(world);
  expect(event(world)).toMatchObject({ summary: 'Renamed', ...mine });
  expect(row(world).typeId).toBe('meeting');
  choose(world, { shown: { busy: true, visibility: 'private' } });
  world.expectSettled();
  expect(event(world)).toMatchObject(mine);
});

test('events that were there keep how they are shown, and so does a copy that has to be made anew [TF26]', () => {
  const world = new World();
  world.addActivity(anEntry());
  run(world);
  choose(world, { shown: { busy: false, visibility: 'private' } });
  world.expectSettled();
  expect(event(world)).toMatchObject({ transparency: 'opaque', visibility: 'default' });
  world.google.remove(event(world).id);
  world.work.edit(row(world).id, { name: 'Renamed' });
  run(world);
  expect(event(world)).toMatchObject({ summary: 'Renamed', transparency: 'opaque' });
});

test('a private activity is private whatever is chosen, and one that becomes so is no longer shown otherwise [TF26, TF5]', () => {
  const world = new World();
  choose(world, { shown: { visibility: 'public' } });
  world.addActivity(anEntry({ private: true }));
  run(world);
  expect(event(world).visibility).toBe('private');
  const other = new World();
  choose(other, { shown: { visibility: 'private' } });
  other.addActivity(anEntry());
  run(other);
  other.work.edit(row(other).id, { typeId: 'personal' });
  run(other);
  other.google.edit(event(other).id, { location: 'Home' });
  run(other);
  expect(row(other)).toMatchObject({ typeId: 'personal', location: 'Home' });
  other.work.edit(row(other).id, { typeId: 'meeting' });
  run(other);
  expect(event(other).visibility).toBe('default');
  other.expectSettled();
});

test('a person’s own private copy of such an event is private: only Tandem’s own is not [TF26, D12]', () => {
  const world = new World({ privateEvents: 'busy' });
  choose(world, { shown: { visibility: 'private' } });
  world.addActivity(anEntry());
  run(world);
  world.google.put({ ...event(world), id: 'copied', summary: 'My own' });
  run(world);
  expect(world.names()).toEqual(['Busy', 'Review']);
});

test('a moved date of a series that is only shown as private stays an entry like the others [TF26, TF19]', () => {
  const world = new World({ privateEvents: 'busy' });
  choose(world, { shown: { visibility: 'private', busy: false } });
  world.addActivity(anEntry({ recurrence: aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3') }));
  run(world);
  const { id, extendedProperties } = event(world);
  // Google gives a date the properties of its series.
  world.google.edit(`${id}_20260309T070000Z`, {
    summary: 'Moved',
    ...(extendedProperties && { extendedProperties }),
  });
  run(world);
  expect(world.names()).toEqual(['Moved', 'Review']);
  world.expectSettled();
});
