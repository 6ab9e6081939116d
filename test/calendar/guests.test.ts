// Guests of an event that Tandem made, and what it adds to that event's texts.
import { aPolicy, anEntry, World } from './world';

const done = (world: World): void => {
  expect(world.run({ approved: null }).kind).toBe('done');
};

/** A row with a participant, and its event. */
function made(policy = {}) {
  const world = new World(policy);
  const id = world.addActivity(
    anEntry({ participants: [{ email: 'entered@x.example', response: 'needsAction' }] }),
  );
  done(world);
  const [event] = world.google.live();
  return { world, id, event: event!, row: () => world.work.activities.get(id)! };
}

test('guests who come and go in Google come and go in the work system; whoever was entered there stays [S40]', () => {
  const { world, event, row } = made();
  const guest = { email: 'guest@x.example', responseStatus: 'accepted' };
  world.google.edit(event.id, { attendees: [guest] });
  done(world);
  expect(row().participants).toEqual(['entered@x.example', 'guest@x.example']);
  world.google.edit(event.id, { attendees: [guest] });
  world.work.edit(row().id, { participants: ['second@x.example', 'guest@x.example'] });
  done(world);
  world.google.edit(event.id, { attendees: [] });
  done(world);
  expect(row().participants).toEqual(['second@x.example']);
});

test('a template changes the events that are there, of pairs that changed in nothing, and only theirs [TF25, C17]', () => {
  const template = {
    title: '{title}',
    notes: '{notes}',
    hasClientId: true,
    typeNames: { meeting: 'Meeting' },
  };
  const { world, event, row } = made();
  world.work.activities.set(row().id, { ...row(), reference: 'C-1' });
  const own = world.addEvent(anEntry({ title: 'Own', notes: 'Mine' }));
  done(world);
  const shown = (id = event.id): unknown => world.google.events.get(id)?.description;
  world.policy = aPolicy({ template });
  done(world);
  expect([shown(), shown(own)]).toEqual(['Client ID: C-1', 'Mine']);
  world.policy = aPolicy({ template: { ...template, notes: '{type} {reference}\n{notes}' } });
  done(world);
  expect(shown()).toBe('Meeting C-1');
  const writes = world.writes();
  done(world);
  expect(world.writes()).toBe(writes);
  world.policy = aPolicy();
  done(world);
  expect([shown() ?? '', shown(own)]).toEqual(['', 'Mine']);
  expect(row().notes).toBe('');
});
