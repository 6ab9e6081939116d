import { changeOfEvent } from '../../src/calendar/entry/google-change';
import { entryOfActivity } from '../../src/calendar/entry/activity';
import type { Entry } from '../../src/calendar/entry/entry';
import type { Policy } from '../../src/calendar/entry/policy';
import { removeCopies } from '../../src/calendar/sync/removal';
import { fail, ok } from '../../src/kit/result';
import { aPolicy, anEntry, World } from './world';

const SECRET = /Doctor|Knee|Clinic|eve@/;
const secret = anEntry({
  title: 'Doctor',
  notes: 'Knee',
  location: 'Clinic',
  participants: [{ email: 'eve@example.com', response: 'accepted' }],
  private: true,
});

type Choice = Policy['privateEvents'];

/** A person whose private event was copied under one choice. */
function copied(choice: Choice, entry: Entry = secret) {
  const world = new World();
  world.policy = aPolicy({ privateEvents: choice });
  const event = world.addEvent(entry);
  world.addEvent(anEntry({ title: 'Lunch' }));
  done(world);
  return { world, event };
}

const choose = (world: World, privateEvents: Choice): void => {
  world.policy = aPolicy({ privateEvents });
};

const done = (world: World): void => {
  expect(world.run({ approved: null }).kind).toBe('done');
};

const rows = (world: World) => [...world.work.activities.values()];
const rowOf = (world: World, event: string) =>
  rows(world).find(({ externalId }) => externalId === event);
const kept = (world: World): string =>
  JSON.stringify([rows(world), [...world.links.table.values()]]);
const settle = (world: World): void => {
  const before = world.writes();
  done(world);
  done(world);
  expect(world.writes()).toBe(before);
};

/** A run that writes, and is killed before any link is saved with what it wrote. */
function killedAfterWriting(world: World): void {
  const { links } = world.ports;
  const cut: typeof links = {
    load: () => links.load(),
    announceWithdrawal: (leaving) => links.announceWithdrawal(leaving),
    saveProgress: (progress) => links.saveProgress(progress),
    save() {
      throw new Error('killed');
    },
  };
  try {
    world.run({ approved: null }, { ...world.ports, links: cut });
  } catch {
    // As Google ends an execution: nothing is told.
  }
}

describe('when less of private events may be shown', () => {
  test('the next run leaves in the row only that the time is taken, and settles', () => {
    const { world, event } = copied('full');
    expect(kept(world)).toMatch(SECRET);
    choose(world, 'busy');
    done(world);
    expect(kept(world)).not.toMatch(SECRET);
    expect(rowOf(world, event)).toMatchObject({ name: 'Busy', notes: '', location: '' });
    expect(world.google.live().find(({ id }) => id === event)?.summary).toBe('Doctor');
    settle(world);
  });

  test.each(['full', 'busy'] as const)(
    'to nothing at all, the copies made under the choice %s go, and no brake asks the person',
    (before) => {
      const world = new World();
      world.policy = aPolicy({ privateEvents: before });
      for (let count = 0; count < 12; count += 1)
        world.addEvent({ ...secret, title: `Doctor ${count}` });
      world.addEvent(anEntry({ title: 'Lunch' }));
      done(world);
      choose(world, 'leave-out');
      done(world);
      expect(rows(world).map(({ name }) => name)).toEqual(['Lunch']);
      expect(kept(world)).not.toMatch(SECRET);
      expect(world.google.live()).toHaveLength(13);
      settle(world);
    },
  );

  test('a row that was edited meanwhile loses nothing: its words are in Google', () => {
    for (const choice of ['busy', 'leave-out'] as const) {
      const { world, event } = copied('full');
      world.work.edit(rowOf(world, event)!.id, { notes: 'Knee, bring the scans' });
      choose(world, choice);
      done(world);
      done(world);
      expect(kept(world)).not.toMatch(SECRET);
      expect(world.google.live().find(({ id }) => id === event)?.description).toContain('scans');
      expect(rowOf(world, event)?.name).toBe(choice === 'busy' ? 'Busy' : undefined);
      settle(world);
    }
  });

  test('an event that was over before the window is not forgotten', () => {
    const { world, event } = copied('full');
    choose(world, 'busy');
    world.policy = {
      ...world.policy,
      window: {
        ...world.policy.window,
        from: '2027-01-01',
        fromInstant: '2027-01-01T00:00:00.000Z',
      },
    };
    done(world);
    expect(rowOf(world, event)?.name).toBe('Busy');
    expect(kept(world)).not.toMatch(SECRET);
  });

  test('a mask that a killed run left in the row never goes to Google', () => {
    const { world, event } = copied('full');
    const links = new Map(world.links.table);
    const { progress } = world.links;
    choose(world, 'busy');
    done(world);
    world.links.table.clear();
    links.forEach((link, key) => world.links.table.set(key, link));
    world.links.progress = progress;
    done(world);
    expect(world.google.live().find(({ id }) => id === event)?.summary).toBe('Doctor');
    expect(kept(world)).not.toMatch(SECRET);
  });

  test('a run that was killed after it removed the row does not delete the event', () => {
    const { world, event } = copied('full');
    choose(world, 'leave-out');
    world.work.remove(rowOf(world, event)!.id);
    done(world);
    done(world);
    expect(world.google.live().map(({ id }) => id)).toContain(event);
  });

  const choices: readonly Choice[] = ['full', 'busy', 'leave-out'];
  test.each(
    choices.flatMap((before) =>
      (['busy', 'leave-out'] as const).flatMap((tried) =>
        choices.map((after) => [before, tried, after] as const),
      ),
    ),
  )(
    'from %s to %s, by a run that is killed before it has noted that, and then to %s: the event loses nothing, and the row says what it may',
    (before, tried, after) => {
      const { world, event } = copied(before);
      choose(world, tried);
      killedAfterWriting(world);
      choose(world, after);
      for (let runs = 0; runs < 3; runs += 1) done(world);
      expect(world.google.live().find(({ id }) => id === event)).toMatchObject({
        summary: 'Doctor',
        location: 'Clinic',
        description: 'Knee',
      });
      const shown = { full: 'Doctor', busy: 'Busy', 'leave-out': undefined };
      expect(rows(world).filter(({ externalId }) => externalId === event)).toMatchObject(
        after === 'leave-out' ? [] : [{ name: shown[after] }],
      );
      if (after !== 'full') expect(kept(world)).not.toMatch(SECRET);
      settle(world);
    },
  );

  test('the records are told what to forget, and are told no details again', () => {
    const { world, event } = copied('full');
    const row = rowOf(world, event)!.id;
    const before = world.journal.entries.length;
    choose(world, 'busy');
    done(world);
    expect(world.journal.hidden).toEqual([
      { ids: [], allPrivate: 'of-everybody' },
      { ids: [event, row], allPrivate: 'of-nobody' },
    ]);
    expect(JSON.stringify(world.journal.entries.slice(before))).not.toMatch(SECRET);
  });
});

describe('an event', () => {
  test.each(['busy', 'leave-out'] as const)(
    'that becomes private follows the choice %s, and what was noted of it before, too',
    (choice) => {
      const { world, event } = copied(choice, { ...secret, private: false });
      expect(kept(world)).toMatch(SECRET);
      world.google.put({ ...world.google.events.get(event)!, visibility: 'private' });
      done(world);
      expect(kept(world)).not.toMatch(SECRET);
      expect(rowOf(world, event)?.name).toBe(choice === 'busy' ? 'Busy' : undefined);
      expect(world.journal.hidden.flatMap(({ ids }) => ids)).toContain(event);
      settle(world);
    },
  );

  test.each(['busy', 'leave-out'] as const)(
    'that stops being private is copied whole again, after the choice %s',
    (choice) => {
      const { world, event } = copied(choice);
      world.google.put({ ...world.google.events.get(event)!, visibility: 'default' });
      done(world);
      expect(rowOf(world, event)).toMatchObject({ name: 'Doctor', location: 'Clinic' });
      settle(world);
    },
  );

  test.each(['busy', 'leave-out'] as const)(
    'is copied whole where the organization changes %s to everything',
    (choice) => {
      const { world, event } = copied(choice);
      choose(world, 'full');
      done(world);
      expect(rowOf(world, event)).toMatchObject({ name: 'Doctor', location: 'Clinic' });
      settle(world);
    },
  );
});

describe('removing the copies', () => {
  const choices: readonly Choice[] = ['full', 'busy', 'leave-out'];
  test.each(choices.flatMap((before) => choices.map((after) => [before, after] as const)))(
    'copied under the choice %s, under the choice %s: takes all that Tandem made',
    (before, after) => {
      const { world } = copied(before);
      choose(world, after);
      expect(removeCopies(world.ports, world.policy)).toEqual({ ok: true, value: 'done' });
      expect(rows(world)).toEqual([]);
      expect(world.links.table.size).toBe(0);
      expect(world.google.live()).toHaveLength(2);
    },
  );

  test('is not done while what was not removed cannot be unlinked', () => {
    const { world } = copied('full');
    const { work, links } = world;
    const failed = removeCopies(
      {
        ...world.ports,
        work: {
          changes: (cursor) => work.changes(cursor),
          get: (ids) => work.get(ids),
          write: (writes) => ok(writes.map(() => fail({ kind: 'forbidden', id: 'a row' }))),
        },
        links: {
          load: () => links.load(),
          save: () => fail({ kind: 'store-full', store: 'The workbook' }),
          announceWithdrawal: (leaving) => links.announceWithdrawal(leaving),
          saveProgress: (progress) => links.saveProgress(progress),
        },
      },
      world.policy,
    );
    expect(failed).toMatchObject({ ok: false, failure: { kind: 'store-full' } });
    expect(links.table.size).toBe(2);
    expect(removeCopies(world.ports, world.policy)).toEqual({ ok: true, value: 'done' });
    expect(rows(world)).toEqual([]);
  });

  test('takes rows of a type that became project tasks, and leaves what was found alike', () => {
    const world = new World();
    const event = world.addEvent(anEntry({ title: 'Review' }));
    world.addEvent(anEntry({ title: 'Both' }));
    world.addActivity(anEntry({ title: 'Both' }));
    world.addActivity(anEntry({ title: 'Row first' }));
    done(world);
    const { types } = world.policy;
    world.policy = aPolicy({ types: { ...types, synced: [], tasks: ['task', 'meeting'] } });
    removeCopies(world.ports, world.policy);
    expect(rowOf(world, event)).toBeUndefined();
    expect(
      rows(world)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Both', 'Row first']);
    expect(
      world.google
        .live()
        .map(({ summary }) => summary)
        .sort(),
    ).toEqual(['Both', 'Review']);
  });

  test('finds copies by their marks where the links are lost, and leaves one that a person copied or changed', () => {
    const world = new World();
    for (const title of ['One', 'Two', 'Three']) world.addEvent(anEntry({ title }));
    done(world);
    world.links.table.clear();
    const two = rows(world).find(({ name }) => name === 'Two')!;
    world.work.edit(two.id, { name: 'Two, moved' });
    removeCopies(world.ports, world.policy);
    expect(rows(world).map(({ name }) => name)).toEqual(['Two, moved']);
  });

  test('leaves a copy that somebody changed after the last run', () => {
    const { world, event } = copied('busy');
    world.work.edit(rowOf(world, event)!.id, { notes: 'Call me' });
    removeCopies(world.ports, world.policy);
    expect(rowOf(world, event)?.notes).toBe('Call me');
  });

  test('tells the journal to forget what was private, also where details may be shown', () => {
    const { world, event } = copied('full');
    const row = rowOf(world, event)!.id;
    const before = world.journal.entries.length;
    removeCopies(world.ports, world.policy);
    expect(world.journal.hidden).toEqual([{ ids: [event, row], allPrivate: 'of-the-person' }]);
    expect(JSON.stringify(world.journal.entries.slice(before))).not.toMatch(SECRET);
  });
});

test('copies whose removal was killed come back when the person turns their sync on again, on both sides', () => {
  const { world, event } = copied('full');
  const row = world.addActivity(anEntry({ title: 'Row' }));
  done(world);
  const { links } = world.ports;
  const save = () => {
    throw new Error('killed');
  };
  const cut = {
    load: () => links.load(),
    announceWithdrawal: (leaving: Parameters<typeof links.announceWithdrawal>[0]) =>
      links.announceWithdrawal(leaving),
    saveProgress: save,
    save,
  };
  expect(() => removeCopies({ ...world.ports, links: cut }, world.policy)).toThrow('killed');
  expect(rows(world).map(({ name }) => name)).toEqual(['Row']);
  for (let runs = 0; runs < 3; runs += 1) done(world);
  expect(
    rows(world)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Doctor', 'Lunch', 'Row']);
  expect(
    world.google
      .live()
      .map(({ summary }) => summary)
      .sort(),
  ).toEqual(['Doctor', 'Lunch', 'Row']);
  expect(world.google.live().map(({ id }) => id)).toContain(event);
  expect(world.work.activities.has(row)).toBe(true);
  settle(world);
});

test('what a private row of the work system says is its own, whatever the choice [S21]', () => {
  const world = new World();
  world.policy = aPolicy({ privateEvents: 'leave-out' });
  const id = world.addActivity({ ...anEntry({ title: 'Own' }), private: true });
  done(world);
  expect(world.work.activities.get(id)?.name).toBe('Own');
  const [event] = world.google.live();
  expect(changeOfEvent(event!, world.policy)).toMatchObject({ kind: 'present' });
  expect(entryOfActivity(world.work.activities.get(id)!, world.policy)).toMatchObject({
    private: true,
  });
});
