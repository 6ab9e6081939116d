import type { GoogleEvent } from '../../src/calendar/entry/google-event';
import { aSeries, anEntry, World } from './world';

const BOSS = { email: 'boss@example.com' };
const answered = (responseStatus: string): Partial<GoogleEvent> => ({
  organizer: BOSS,
  attendees: [
    { email: 'ann@example.com', self: true, responseStatus },
    { email: BOSS.email, responseStatus: 'accepted' },
  ],
});

/** A meeting to which Ann was invited. */
function invited(responseStatus = 'accepted', recurrence = false) {
  const world = new World();
  const id = world.addEvent(
    anEntry(recurrence ? { recurrence: aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO') } : {}),
  );
  world.google.put({ ...world.google.events.get(id)!, ...answered(responseStatus) });
  world.run();
  return { world, id };
}

const rows = (world: World) => [...world.work.activities.values()];

test('somebody else’s meeting is copied with its organizer and the person’s own answer [D11]', () => {
  const { world } = invited();
  expect(rows(world)).toMatchObject([
    { name: 'Review', organizer: BOSS.email, answer: 'accepted', isTentative: false },
  ]);
});

test.each(['needsAction', 'tentative'])(
  'an invitation that is %s is copied as tentative [D8, TF21]',
  (response) => {
    const { world } = invited(response);
    expect(rows(world)).toMatchObject([{ answer: response, isTentative: true }]);
  },
);

test('a declined meeting is not copied; its copy goes when it is declined, and comes back with the answer [D8]', () => {
  const { world, id } = invited('declined');
  expect(rows(world)).toEqual([]);
  world.google.edit(id, answered('accepted'));
  world.run();
  expect(rows(world)).toHaveLength(1);
  world.google.edit(id, answered('declined'));
  world.run();
  expect(rows(world)).toEqual([]);
  world.google.edit(id, answered('accepted'));
  world.run();
  expect(rows(world)).toHaveLength(1);
});

test('moved and cancelled with the original; nothing that is done at work gets into it [D11]', () => {
  const { world, id } = invited();
  const [copy] = rows(world);
  world.work.edit(copy!.id, {
    name: 'My own name for it',
    start: '2026-03-04T09:00:00',
    end: '2026-03-04T10:00:00',
  });
  world.run();
  world.google.edit(id, { location: 'Room 7' });
  world.run();
  expect(rows(world)).toMatchObject([{ location: 'Room 7' }]);
  world.work.remove(copy!.id);
  world.run();
  world.run();
  expect(world.google.written).toEqual([]);
  world.google.remove(id);
  world.run();
  expect(rows(world)).toEqual([]);
  expect(world.google.written).toEqual([]);
});

test('one date of a series that the person declines is skipped, and that date alone [D8]', () => {
  const { world, id } = invited('accepted', true);
  const date = `${id}_20260309T070000Z`;
  world.google.edit(date, answered('declined'));
  world.run();
  expect(rows(world)).toMatchObject([{ repeats: { skipped: ['2026-03-09'] } }]);
  world.google.edit(date, answered('accepted'));
  world.run();
  expect(rows(world)).toMatchObject([{ repeats: { skipped: [] } }]);
  expect(world.google.written).toEqual([]);
});

test('somebody invited to one date only has a meeting of that date, and no series', () => {
  const world = new World();
  world.google.put({
    ...(anEvent() as GoogleEvent),
    id: 'abc_20260309T070000Z',
    recurringEventId: 'abc',
    originalStartTime: { dateTime: '2026-03-09T07:00:00Z' },
  });
  world.run();
  world.run();
  expect(rows(world)).toMatchObject([{ name: 'One date', slot: null, repeats: null }]);
});

const anEvent = (): Partial<GoogleEvent> => ({
  summary: 'One date',
  start: { dateTime: '2026-03-09T09:00:00+02:00', timeZone: 'Europe/Helsinki' },
  end: { dateTime: '2026-03-09T10:00:00+02:00', timeZone: 'Europe/Helsinki' },
  ...answered('accepted'),
});
