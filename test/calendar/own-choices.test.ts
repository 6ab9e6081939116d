import {
  choicesOf,
  NO_CHOICES,
  withChoices,
  type OwnChoices,
} from '../../src/calendar/entry/own-choices';
import { activityOfEntry } from '../../src/calendar/entry/activity';
import { aPolicy, aSeries, anEntry, World } from './world';

const choose = (world: World, choices: Partial<OwnChoices>): void => {
  const { person } = aPolicy();
  const before = world.policy.person.choices?.at ?? '';
  const at = `2026-03-01T12:00:${String(before.length === 0 ? 1 : Number(before.slice(17, 19)) + 1).padStart(2, '0')}.000Z`;
  world.policy = {
    ...world.policy,
    person: { ...person, choices: { ...NO_CHOICES, ...choices, at } },
  };
};

const done = (world: World): void => {
  expect(world.run({ approved: null }).kind).toBe('done');
};

const settled = (world: World): void => {
  const before = world.writes();
  done(world);
  done(world);
  expect(world.writes()).toBe(before);
};

const names = (world: World): string[] =>
  [...world.work.activities.values()].map(({ name }) => name).sort();
const events = (world: World): (string | undefined)[] =>
  world.google.live().map(({ summary }) => summary);

function copied(entry = anEntry(), policy = {}) {
  const world = new World(policy);
  const event = world.addEvent(entry);
  world.addEvent(anEntry({ title: 'Lunch' }));
  done(world);
  const row = [...world.work.activities.values()].find(({ externalId }) => externalId === event)!;
  return { world, event, row };
}

test('the activity of an event that is not to be synced goes, the event stays, and “Sync this” brings it back [TF16]', () => {
  const { world, event } = copied();
  choose(world, { leftOut: [event] });
  done(world);
  expect(names(world)).toEqual(['Lunch']);
  expect(events(world)).toEqual(['Review', 'Lunch']);
  world.google.edit(event, { summary: 'Review, moved' });
  settled(world);
  expect(names(world)).toEqual(['Lunch']);
  choose(world, {});
  done(world);
  expect(names(world)).toEqual(['Lunch', 'Review, moved']);
  settled(world);
});

test('an activity that somebody edited since the last run stays, and nothing is carried until it is synced again [TF16]', () => {
  const { world, event, row } = copied();
  world.work.edit(row.id, { notes: 'Bring the plan' });
  choose(world, { leftOut: [event] });
  done(world);
  expect(names(world)).toEqual(['Lunch', 'Review']);
  world.google.edit(event, { summary: 'Renamed' });
  settled(world);
  expect(names(world)).toEqual(['Lunch', 'Review']);
  choose(world, {});
  done(world);
  expect(names(world)).toEqual(['Lunch', 'Renamed']);
  expect(world.google.events.get(event)!.description).toBe('Bring the plan');
});

test('an activity that a person entered themself stays [TF16]', () => {
  const world = new World();
  const event = world.addEvent(anEntry());
  world.addActivity(anEntry());
  done(world);
  choose(world, { leftOut: [event] });
  done(world);
  expect(names(world)).toEqual(['Review']);
});

test('a copy in Google stays as it is, whatever becomes of its activity, until it is synced again [TF16]', () => {
  const world = new World();
  const row = world.addActivity(anEntry());
  done(world);
  const [copy] = world.google.live();
  choose(world, { leftOut: [copy!.id] });
  done(world);
  world.work.edit(row, { name: 'Renamed at work' });
  settled(world);
  expect(events(world)).toEqual(['Review']);
  choose(world, {});
  done(world);
  expect(events(world)).toEqual(['Renamed at work']);
});

test('a copy that its person left out and then deleted does not come back when its activity changes [TF16]', () => {
  const world = new World();
  const row = world.addActivity(anEntry());
  world.addActivity(anEntry({ title: 'Lunch' }));
  done(world);
  const copy = world.google.live().find(({ summary }) => summary === 'Review')!;
  choose(world, { leftOut: [copy.id] });
  done(world);
  world.google.remove(copy.id);
  done(world);
  world.work.edit(row, { name: 'Renamed at work' });
  settled(world);
  expect(events(world)).toEqual(['Lunch']);
  expect(names(world)).toEqual(['Lunch', 'Renamed at work']);
});

test('of a series whose copy is left out, a date that changes at work stays there [TF16]', () => {
  const world = new World();
  const row = world.addActivity(
    anEntry({ recurrence: aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3') }),
  );
  done(world);
  const [copy] = world.google.live();
  choose(world, { leftOut: [copy!.id] });
  done(world);
  world.work.add(activityOfEntry(anEntry({ title: 'Later' }), world.policy.types), {
    slot: { series: row, date: '2026-03-09' },
  });
  world.work.edit(row, { name: 'Renamed', repeats: null });
  settled(world);
  expect(events(world)).toEqual(['Review']);
  choose(world, {});
  done(world);
  expect(events(world)[0]).toBe('Renamed');
});

test('a series goes and comes back with the date that differs [TF16]', () => {
  const recurrence = aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO');
  const { world, event } = copied(anEntry({ recurrence }));
  world.google.edit(`${event}_20260309T070000Z`, { summary: 'Only this Monday' });
  done(world);
  expect(names(world)).toEqual(['Lunch', 'Only this Monday', 'Review']);
  choose(world, { leftOut: [event] });
  done(world);
  expect(names(world)).toEqual(['Lunch']);
  settled(world);
  choose(world, {});
  done(world);
  expect(names(world)).toEqual(['Lunch', 'Only this Monday', 'Review']);
});

test('a private event that its person leaves out shows nothing at work, even in a row that was edited [TF16, S21]', () => {
  const { world, event, row } = copied(anEntry({ title: 'Doctor' }));
  world.work.edit(row.id, { notes: 'Bring the plan' });
  world.google.edit(event, { visibility: 'private' });
  world.policy = aPolicy({ privateEvents: 'busy' });
  choose(world, { leftOut: [event] });
  done(world);
  expect(names(world)).toEqual(['Busy', 'Lunch']);
});

test('a run that is killed while it takes an activity back deletes no event [TF16]', () => {
  const { world, event } = copied();
  choose(world, { leftOut: [event] });
  const { links } = world.ports;
  const cut: typeof links = {
    load: () => links.load(),
    announceWithdrawal: (leaving) => links.announceWithdrawal(leaving),
    saveProgress: (progress) => links.saveProgress(progress),
    save() {
      throw new Error('killed');
    },
  };
  expect(() => world.run({}, { ...world.ports, links: cut })).toThrow('killed');
  done(world);
  expect(events(world)).toEqual(['Review', 'Lunch']);
  expect(names(world)).toEqual(['Lunch']);
  choose(world, {});
  done(world);
  expect(names(world)).toEqual(['Lunch', 'Review']);
});

test.each<[string, unknown, OwnChoices]>([
  ['nothing', null, NO_CHOICES],
  ['something else', { leftOut: 'x' }, NO_CHOICES],
  ['choices', { at: 'then', leftOut: ['a'] }, { at: 'then', leftOut: ['a'] }],
])('choices are read from a cell that holds %s', (_, data, choices) => {
  expect(choicesOf(data)).toEqual(choices);
});

test('a choice that changes nothing has everything stay as read', () => {
  const before: OwnChoices = { at: 'then', leftOut: ['a'] };
  const of = (id: string, isLeftOut: boolean) =>
    withChoices(before, { events: [{ id, isLeftOut }] }, 'now');
  expect(of('a', true)).toBe(before);
  expect(of('b', false)).toBe(before);
  expect(of('b', true)).toEqual({ at: 'now', leftOut: ['a', 'b'] });
  expect(of('a', false)).toEqual({ at: 'now', leftOut: [] });
});
