import { activityPatch } from '../../src/calendar/entry/activity';
import type { Entry } from '../../src/calendar/entry/entry';
import type { Link } from '../../src/calendar/entry/link';
import type { CalendarPorts } from '../../src/calendar/sync/ports';
import { ok } from '../../src/kit/result';
import { edited, joined } from './pair';
import { anEntry, aSeries, at, World } from './world';

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
      { approved: null },
      meanwhile(world, 'google', () => world.google.remove(event)),
    );
    expect(cycle).toMatchObject({ kind: 'done', report: { failed: [], pending: [] } });
    expect(world.links.table.size).toBe(0);
    expect(world.journal.entries).toMatchObject([{ operation: 'create' }, { operation: 'delete' }]);
  });
});

test('one date of a series whose row is there by the time that it is copied becomes a pair in the same run [Inv7]', () => {
  const world = new World();
  const series = world.addEvent(anEntry({ recurrence: aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO') }));
  world.run();
  const [row] = [...world.work.activities.values()];
  const date = `${series}_20260309T070000Z`;
  world.google.edit(date, { summary: 'Retro' });
  const slot = { series: row!.id, date: '2026-03-09' };
  const start = '2026-03-09T09:00:00+02:00';
  const end = '2026-03-09T10:00:00+02:00';
  const its = { ...row!, name: 'Retro', repeats: null, start, end };
  const ports = meanwhile(world, 'work', () => world.work.add(its, { externalId: date, slot }));
  expect(world.run({}, ports)).toMatchObject({ kind: 'done', report: { failed: [] } });
  expect([...world.links.table.values()].map(({ google }) => google.id)).toEqual([series, date]);
  expect(world.names()).toEqual(['Retro', 'Review']);
  world.expectSettled();
});

test('the row of one date whose series is deleted in Google meanwhile is not forgotten: the next run says why it is left out [Inv1]', () => {
  const world = new World();
  const series = world.addEvent(anEntry({ recurrence: aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO') }));
  world.run();
  const [row] = [...world.work.activities.values()];
  const slot = { series: row!.id, date: '2026-03-09' };
  const own = world.work.add({ ...row!, name: 'Retro', repeats: null }, { slot });
  const ports = meanwhile(world, 'google', () => world.google.remove(series));
  expect(world.run({}, ports)).toMatchObject({
    report: { failed: [{ failure: { kind: 'not-found' } }], pending: [{ work: own.id }] },
  });
  expect(world.run()).toMatchObject({
    report: { leftOut: [{ side: 'work', id: own.id, reason: 'no-such-series' }] },
  });
  expect(world.names()).toEqual(['Retro']);
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

  test.each([
    ['nothing but its id', {}],
    ['all that it was', { ...joined().world.google.live()[0] }],
  ])(
    'gives way to the next generation when its event was deleted, and Google returns %s [Inv7]',
    (_, left) => {
      const { world, event } = joined();
      world.links.table.clear();
      world.google.remove(event);
      world.google.events.set(event, { ...left, ...world.google.events.get(event)! });
      world.links.progress = null;
      world.addActivity(anEntry({ title: 'In the same batch' }));
      expect(world.run()).toMatchObject({ kind: 'done', report: { failed: [], pending: [] } });
      expect(world.google.live()).toHaveLength(2);
      const generations = [...world.links.table.values()].map(({ generation }) => generation);
      expect(generations.sort()).toEqual([1, 2]);
    },
  );
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

  test.each([true, false])(
    'of an activity is an entry of its own: the first one comes back when it was deleted while its event was edited [D12]',
    (tellsChanges) => {
      const world = new World({ tellsChanges });
      const event = world.addEvent(anEntry());
      world.run();
      const [original] = [...world.work.activities.values()];
      const copy = world.work.add(original!, { externalId: event });
      world.run();
      edited(world, event, { summary: 'Edited' });
      world.work.remove(original!.id);
      world.run();
      expect(world.names()).toEqual(['Edited', 'Review']);
      expect(world.titles()).toEqual(['Edited', 'Review']);
      world.work.remove(copy.id);
      world.run();
      expect(world.google.live().map(({ id }) => id)).toEqual([event]);
      world.expectSettled();
    },
  );
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

test('a copied row that is joined with another event lets go of the one that it names, whose own row can be made anew [D12]', () => {
  const world = new World();
  const event = world.addEvent(anEntry());
  world.run();
  const [own] = [...world.work.activities.values()];
  const later = { kind: 'timed', start: at('2026-03-09T09:00:00'), end: at('2026-03-09T10:00:00') };
  const when = later as Entry['when'];
  const other = world.addEvent(anEntry({ when }));
  const copied = world.work.add(
    { ...own!, ...activityPatch(anEntry({ when }), ['when'], world.policy.types) },
    { externalId: event },
  );
  world.run();
  expect([...world.links.table.values()]).toContainEqual(
    expect.objectContaining({
      google: expect.objectContaining({ id: other }) as unknown,
      work: expect.objectContaining({ id: copied.id }) as unknown,
    }),
  );
  expect(world.work.activities.get(copied.id)!.externalId).toBeNull();
  world.work.remove(own!.id);
  edited(world, event, { summary: 'Edited' });
  world.run();
  expect(world.workSays()).toEqual(world.googleSays());
  expect(world.work.activities.size).toBe(2);
});
