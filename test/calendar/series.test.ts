import type { Entry } from '../../src/calendar/entry/entry';
import { entryOfEvent, type GoogleEvent } from '../../src/calendar/entry/google-event';
import { seriesStart } from '../../src/calendar/entry/series-start';
import { datesOf } from '../../src/kit/recurrence/dates';
import { fail, ok } from '../../src/kit/result';
import { Crash, hostile } from '../laws/calendar/hostile';
import { aSeries, anEntry, at, World, ZONE } from './world';

const WEEKLY = 'RRULE:FREQ=WEEKLY;BYDAY=MO';
const series = (title = 'Standup') => anEntry({ title, recurrence: aSeries(WEEKLY) });

const settled = (world: World): void => {
  for (let round = 0; round < 4; round += 1) world.run();
  const before = world.writes();
  world.run();
  expect(world.writes()).toBe(before);
};

const dateId = (id: string, date: string, time = '0700'): string =>
  `${id}_${date.replace(/-/g, '')}T${time}00Z`;

const rows = (world: World) =>
  [...world.work.activities.values()].map(({ name, start, repeats, slot }) => ({
    name,
    start: start.slice(0, 16),
    skipped: repeats !== null && typeof repeats === 'object' ? repeats.skipped : null,
    slot: slot && slot.date,
  }));

/** A series on both sides. */
function both(origin: 'google' | 'work' = 'google', tellsChanges = true) {
  const world = new World({ tellsChanges });
  const id = origin === 'google' ? world.addEvent(series()) : null;
  if (id === null) world.addActivity(series());
  world.run();
  world.run();
  const [activity] = [...world.work.activities.values()];
  return { world, event: id ?? world.google.live()[0]!.id, activity: activity!.id };
}

describe.each(['google', 'work'] as const)('a series that began in %s', (origin) => {
  test('is one event and one activity, and the next run writes nothing', () => {
    const { world, event } = both(origin);
    expect(world.google.events.get(event)!.recurrence).toEqual([WEEKLY]);
    expect(rows(world)).toEqual([
      { name: 'Standup', start: '2026-03-02T09:00', skipped: [], slot: null },
    ]);
    settled(world);
  });

  test('loses one date in Google: the activity skips it', () => {
    const { world, event } = both(origin);
    world.google.remove(dateId(event, '2026-03-09'));
    world.run();
    expect(rows(world)[0]!.skipped).toEqual(['2026-03-09']);
    settled(world);
    world.google.edit(dateId(event, '2026-03-09'), { status: 'confirmed' });
    world.run();
    expect(rows(world)[0]!.skipped).toEqual([]);
    settled(world);
  });

  test('loses one date at work: Google cancels it, and brings it back', () => {
    const { world, event, activity } = both(origin);
    const id = dateId(event, '2026-03-09');
    world.work.edit(activity, { repeats: aSeries(WEEKLY, ['2026-03-09']) });
    world.run();
    expect(world.google.find(id)).toMatchObject({ status: 'cancelled' });
    expect(world.google.events.get(event)!.recurrence).toEqual([WEEKLY]);
    settled(world);
    world.work.edit(activity, { repeats: aSeries(WEEKLY) });
    world.run();
    expect(world.google.find(id)).toMatchObject({ status: 'confirmed' });
    settled(world);
  });

  test('has one date moved in Google: it becomes an activity that names the series and the date', () => {
    const { world, event, activity } = both(origin);
    const id = dateId(event, '2026-03-09');
    world.google.edit(id, {
      summary: 'Standup, late',
      start: { dateTime: '2026-03-09T11:00:00+02:00', timeZone: 'Europe/Helsinki' },
      end: { dateTime: '2026-03-09T12:00:00+02:00', timeZone: 'Europe/Helsinki' },
    });
    world.run();
    expect(rows(world)).toEqual([
      { name: 'Standup', start: '2026-03-02T09:00', skipped: [], slot: null },
      { name: 'Standup, late', start: '2026-03-09T11:00', skipped: null, slot: '2026-03-09' },
    ]);
    settled(world);
    const [, exception] = [...world.work.activities.values()];
    expect(exception!.slot).toEqual({ series: activity, date: '2026-03-09' });
    world.work.edit(exception!.id, { name: 'Standup, very late' });
    world.run();
    expect(world.google.find(id)).toMatchObject({ summary: 'Standup, very late' });
    settled(world);
    world.google.remove(id);
    world.run();
    expect(rows(world)).toEqual([
      { name: 'Standup', start: '2026-03-02T09:00', skipped: ['2026-03-09'], slot: null },
    ]);
    settled(world);
  });

  test('has one date moved at work: Google moves that date alone', () => {
    const { world, event, activity } = both(origin);
    const moved = anEntry({
      title: 'Elsewhere',
      when: { kind: 'timed', start: at('2026-03-10T15:00:00'), end: at('2026-03-10T16:00:00') },
    });
    const row = world.work.add(
      {
        ...world.work.activities.get(activity)!,
        repeats: null,
        name: moved.title,
        start: '2026-03-10T15:00:00',
        end: '2026-03-10T16:00:00',
      },
      { slot: { series: activity, date: '2026-03-09' } },
    );
    world.run();
    const id = dateId(event, '2026-03-09');
    expect(world.google.find(id)).toMatchObject({
      summary: 'Elsewhere',
      recurringEventId: event,
      start: { dateTime: '2026-03-10T15:00:00+02:00' },
    });
    expect(world.google.events.get(event)!.recurrence).toEqual([WEEKLY]);
    settled(world);
    world.work.remove(row.id);
    world.run();
    world.run();
    expect(world.google.find(id)).toMatchObject({ status: 'cancelled' });
    settled(world);
    expect(rows(world)[0]!.skipped).toEqual(['2026-03-09']);
  });

  test('is moved to another time of day at work: what was agreed for single dates stays', () => {
    const { world, event, activity } = both(origin);
    world.google.remove(dateId(event, '2026-03-09'));
    world.google.edit(dateId(event, '2026-03-16'), { summary: 'Retro' });
    world.run();
    world.run();
    world.work.edit(activity, {
      start: '2026-03-02T10:00:00+02:00',
      end: '2026-03-02T11:00:00+02:00',
    });
    world.run();
    world.run();
    expect(world.google.find(dateId(event, '2026-03-09', '0800'))?.status ?? 'cancelled').toBe(
      'cancelled',
    );
    expect(world.google.find(dateId(event, '2026-03-16', '0800'))).toMatchObject({
      summary: 'Retro',
    });
    expect(rows(world).map(({ name, skipped }) => [name, skipped])).toEqual([
      ['Standup', ['2026-03-09']],
      ['Retro', null],
    ]);
    settled(world);
  });

  test('is moved to another time of day in Google: what was agreed for single dates stays', () => {
    const { world, event } = both(origin);
    world.google.remove(dateId(event, '2026-03-09'));
    world.google.edit(dateId(event, '2026-03-16'), { summary: 'Retro' });
    world.run();
    world.run();
    const times = {
      start: { dateTime: '2026-03-02T10:00:00+02:00', timeZone: 'Europe/Helsinki' },
      end: { dateTime: '2026-03-02T11:00:00+02:00', timeZone: 'Europe/Helsinki' },
    };
    world.google.edit(event, times);
    world.run();
    world.run();
    expect(world.google.find(dateId(event, '2026-03-09', '0800'))).toMatchObject({
      status: 'cancelled',
    });
    expect(world.google.find(dateId(event, '2026-03-16', '0800'))).toMatchObject({
      summary: 'Retro',
    });
    expect(rows(world).map(({ name, skipped }) => [name, skipped])).toEqual([
      ['Standup', ['2026-03-09']],
      ['Retro', null],
    ]);
    settled(world);
  });

  test.each(['google', 'work'] as const)('is deleted in %s, and its exceptions with it', (side) => {
    const { world, event, activity } = both(origin);
    world.google.edit(dateId(event, '2026-03-16'), { summary: 'Retro' });
    world.run();
    world.run();
    expect(world.work.activities.size).toBe(2);
    if (side === 'google') world.google.remove(event);
    else world.work.remove(activity);
    world.run();
    world.run();
    expect(world.google.live()).toEqual([]);
    expect(world.work.activities.size).toBe(0);
    settled(world);
    expect(world.links.table.size).toBe(0);
  });

  test('ends earlier in Google and goes on as another one: neither is lost', () => {
    const { world, event } = both(origin);
    const { id: _, ...rest } = world.google.events.get(event)!;
    world.google.edit(event, { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260315T215959Z'] });
    world.google.put({
      ...(rest as GoogleEvent),
      id: `${event}_R20260316T070000`,
      extendedProperties: {},
      start: { dateTime: '2026-03-16T10:30:00+02:00', timeZone: 'Europe/Helsinki' },
      end: { dateTime: '2026-03-16T11:30:00+02:00', timeZone: 'Europe/Helsinki' },
    } as GoogleEvent);
    world.run();
    world.run();
    expect(world.google.live()).toHaveLength(2);
    expect(rows(world).map(({ start }) => start)).toEqual(['2026-03-02T09:00', '2026-03-16T10:30']);
    settled(world);
  });

  test('survives the loss of the token and of a policy: a full listing changes nothing', () => {
    const { world, event } = both(origin);
    world.google.remove(dateId(event, '2026-03-09'));
    world.google.edit(dateId(event, '2026-03-16'), { summary: 'Retro' });
    world.run();
    world.run();
    const before = JSON.stringify(rows(world));
    world.google.oldestToken = 1e6;
    world.run();
    expect(JSON.stringify(rows(world))).toBe(before);
    settled(world);
  });
});

test('a series that comes back from its row leaves out the date whose row was deleted with it [Inv1]', () => {
  const { world, event, activity } = both();
  world.google.edit(dateId(event, '2026-03-09'), { summary: 'Retro' });
  world.run();
  const [, retro] = [...world.work.activities.values()];
  world.work.remove(retro!.id);
  world.work.edit(activity, { name: 'Still wanted', repeats: aSeries(WEEKLY, ['2026-03-09']) });
  world.google.remove(event);
  settled(world);
  const [again] = world.google.live();
  expect(again).toMatchObject({ summary: 'Still wanted' });
  expect(again!.recurrence!.join()).toContain('EXDATE');
  expect(rows(world)).toMatchObject([{ name: 'Still wanted', skipped: ['2026-03-09'] }]);
});

test('a date that Google cancelled is not forgotten when its row could not be written [Inv6]', () => {
  const { world, event } = both();
  world.google.remove(dateId(event, '2026-03-09'));
  const write = (writes: readonly unknown[]) =>
    ok(writes.map(() => fail({ kind: 'unavailable' as const, message: 'planned' })));
  const work = Object.assign(Object.create(world.work) as typeof world.work, { write });
  world.run({}, { ...world.ports, work });
  expect(rows(world)[0]!.skipped).toEqual([]);
  world.run();
  expect(rows(world)[0]!.skipped).toEqual(['2026-03-09']);
  settled(world);
});

test('a date that takes place again, unmentioned by a full listing, is skipped no longer', () => {
  const { world, event } = both();
  world.google.remove(dateId(event, '2026-03-09'));
  world.run();
  world.google.events.delete(dateId(event, '2026-03-09'));
  world.google.edit(event, { summary: 'Standup, renamed' });
  world.google.oldestToken = 1e6;
  world.run();
  expect(rows(world)).toMatchObject([{ name: 'Standup, renamed', skipped: [] }]);
  settled(world);
});

test('of two rows for one date the first counts, and of a date that has one already none [Inv1]', () => {
  const { world, activity, event } = both();
  const exception = { ...world.work.activities.get(activity)!, repeats: null };
  const slot = { series: activity, date: '2026-03-16' };
  world.work.add({ ...exception, name: 'First' }, { slot });
  world.work.add({ ...exception, name: 'Second' }, { slot });
  world.run();
  world.work.add({ ...exception, name: 'Third' }, { slot });
  const cycle = world.run();
  expect(cycle).toMatchObject({ report: { leftOut: [{ reason: 'date-taken' }] } });
  world.run();
  expect(world.google.find(dateId(event, '2026-03-16'))).toMatchObject({ summary: 'First' });
  expect(world.google.live().filter(({ recurringEventId }) => recurringEventId)).toHaveLength(1);
});

test('a row that somebody wrote in place of a deleted one is the date’s row, though Google moved the date meanwhile [Inv1]', () => {
  const { world, event, activity } = both();
  const id = dateId(event, '2026-03-09');
  world.google.edit(id, { summary: 'In Google' });
  world.run();
  const [, row] = [...world.work.activities.values()];
  world.work.remove(row!.id);
  world.work.add(
    { ...row!, name: 'In Google' },
    { slot: { series: activity, date: '2026-03-09' } },
  );
  world.google.edit(id, {
    start: { dateTime: '2026-03-09T15:00:00+02:00' },
    end: { dateTime: '2026-03-09T16:00:00+02:00' },
  });
  const report = world.run();
  expect(report).toMatchObject({ kind: 'done', report: { leftOut: [] } });
  expect(rows(world).slice(1)).toEqual([
    { name: 'In Google', start: '2026-03-09T15:00', skipped: null, slot: '2026-03-09' },
  ]);
  settled(world);
});

test('a new row whose start is no date of its rule is left out, and says so', () => {
  const world = new World();
  world.addActivity(anEntry({ recurrence: aSeries('RRULE:FREQ=WEEKLY;BYDAY=WE') }));
  expect(world.run()).toMatchObject({ report: { leftOut: [{ reason: 'start-outside-rule' }] } });
  expect(world.google.live()).toEqual([]);
});

test('a first sync joins equal series and their exceptions', () => {
  const world = new World();
  const event = world.addEvent(series());
  world.google.edit(dateId(event, '2026-03-16'), { summary: 'Retro' });
  world.google.remove(dateId(event, '2026-03-23'));
  const id = world.addActivity(series());
  const whole = world.work.activities.get(id)!;
  world.work.edit(id, { repeats: aSeries(WEEKLY, ['2026-03-30']) });
  world.work.add(
    {
      ...whole,
      repeats: null,
      name: 'Retro',
      start: '2026-03-16T09:00:00',
      end: '2026-03-16T10:00:00',
    },
    { slot: { series: id, date: '2026-03-16' } },
  );
  world.run();
  world.run();
  expect(rows(world).map(({ name, skipped }) => [name, skipped])).toEqual([
    ['Standup', ['2026-03-23', '2026-03-30']],
    ['Retro', null],
  ]);
  expect(world.google.find(dateId(event, '2026-03-30'))?.status ?? 'cancelled').toBe('cancelled');
  settled(world);
});

describe.each(['google', 'work'] as const)('beside a series that began in %s', (origin) => {
  /** A series with a row for the date 9 March, and an entry by itself, both in step. */
  function inStep(tellsChanges = true) {
    const { world, event, activity } = both(origin, tellsChanges);
    world.google.edit(dateId(event, '2026-03-09'), { summary: 'Retro' });
    const when = {
      kind: 'timed' as const,
      start: at('2026-03-05T13:00:00'),
      end: at('2026-03-05T14:00:00'),
    };
    world.addActivity(anEntry({ title: 'Alone', when }));
    world.run();
    world.run();
    const named = (name: string) =>
      [...world.work.activities.values()].find((one) => one.name === name)!;
    const become = (name: string, slot: { date: string } | null, changes = {}): void => {
      const row = named(name);
      const its = slot && { series: activity, ...slot };
      world.work.activities.set(row.id, { ...row, slot: its });
      world.work.edit(row.id, changes);
    };
    return { world, event, activity, become };
  }

  /** What takes place in Google until 24 March, each date once. */
  const takesPlace = (world: World): string[] =>
    world.google
      .live()
      .flatMap((event) => {
        const { when, recurrence } = entryOfEvent(event, ZONE) as Entry;
        const { date } = seriesStart(when);
        if (!recurrence || event.recurringEventId) return [`${date.slice(5)} ${event.summary}`];
        return datesOf(recurrence, seriesStart(when), date, 4)
          .filter((one) => one < '2026-03-24' && !world.google.events.has(dateId(event.id, one)))
          .map((one) => `${one.slice(5)} ${event.summary}`);
      })
      .sort();

  type Setting = ReturnType<typeof inStep>;
  const BECOMES: [string, (setting: Setting) => void, string[]][] = [
    [
      'the row of one date becomes an entry of its own: the series leaves out that date',
      ({ become }) => become('Retro', null),
      ['03-02 Standup', '03-05 Alone', '03-09 Retro', '03-16 Standup', '03-23 Standup'],
    ],
    [
      'the row of one date becomes a series of its own',
      ({ become }) => become('Retro', null, { repeats: aSeries('RRULE:FREQ=DAILY;COUNT=2') }),
      [
        '03-02 Standup',
        '03-05 Alone',
        '03-09 Retro',
        '03-10 Retro',
        '03-16 Standup',
        '03-23 Standup',
      ],
    ],
    [
      'the row of one date takes the place of another',
      ({ become }) =>
        become(
          'Retro',
          { date: '2026-03-16' },
          {
            start: '2026-03-16T09:00:00+02:00',
            end: '2026-03-16T10:00:00+02:00',
          },
        ),
      ['03-02 Standup', '03-05 Alone', '03-16 Retro', '03-23 Standup'],
    ],
    [
      'the row of one date becomes an entry of its own while its series gets another title in Google',
      ({ world, event, become }) => {
        become('Retro', null);
        world.google.edit(event, { summary: 'Daily' });
        world.google.edit(dateId(event, '2026-03-09'), { location: 'Room 1' });
      },
      ['03-02 Daily', '03-05 Alone', '03-09 Retro', '03-16 Daily', '03-23 Daily'],
    ],
    [
      'an entry takes the place of one date: its own event goes',
      ({ become }) => become('Alone', { date: '2026-03-16' }),
      ['03-02 Standup', '03-05 Alone', '03-09 Retro', '03-23 Standup'],
    ],
    [
      'an entry becomes a series',
      ({ become }) => become('Alone', null, { repeats: aSeries('RRULE:FREQ=DAILY;COUNT=2') }),
      [
        '03-02 Standup',
        '03-05 Alone',
        '03-06 Alone',
        '03-09 Retro',
        '03-16 Standup',
        '03-23 Standup',
      ],
    ],
    [
      'the series no longer repeats: its first date stays, and the row of another date goes with it',
      ({ world, activity }) => world.work.edit(activity, { repeats: null }),
      ['03-02 Standup', '03-05 Alone'],
    ],
    [
      'the series no longer repeats in Google',
      ({ world, event }) => world.google.edit(event, { recurrence: null } as object),
      ['03-02 Standup', '03-05 Alone'],
    ],
  ];

  test.each(BECOMES)('%s [Inv1, Inv2]', (_, act, after) => {
    for (const tellsChanges of [true, false]) {
      const setting = inStep(tellsChanges);
      act(setting);
      const { world } = setting;
      settled(world);
      expect(takesPlace(world)).toEqual(after);
      expect(world.titles()).toEqual(world.names());
    }
  });

  test.each(BECOMES)('%s, also when a run is killed at any call [Inv5]', (_, act, after) => {
    const cutOff = (call: number): number => {
      const setting = inStep();
      act(setting);
      const { world } = setting;
      let calls = 0;
      const ports = hostile(
        world.ports,
        (count) => ((calls = count), count === call ? 'crash-after' : null),
      );
      try {
        world.run({}, ports);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      settled(world);
      expect([call, takesPlace(world)]).toEqual([call, after]);
      expect(world.titles()).toEqual(world.names());
      return calls;
    };
    const calls = cutOff(-1);
    for (let call = 0; call <= calls; call += 1) cutOff(call);
  });

  test.each<[string, (setting: Setting) => void, string]>([
    [
      'a date that has a row already',
      ({ become }) => become('Alone', { date: '2026-03-09' }),
      'date-taken',
    ],
    [
      'a rule that its start is no date of',
      ({ become }) => become('Retro', null, { repeats: aSeries('RRULE:FREQ=WEEKLY;BYDAY=WE') }),
      'start-outside-rule',
    ],
  ])('a row that would become %s stays what it was, and is told', (_, act, reason) => {
    const setting = inStep();
    const before = takesPlace(setting.world);
    act(setting);
    expect(setting.world.run()).toMatchObject({ report: { leftOut: [{ side: 'work', reason }] } });
    settled(setting.world);
    expect(takesPlace(setting.world)).toEqual(before);
  });
});
