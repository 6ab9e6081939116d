/** A row of a series is changed after some of its dates have taken place. */
import { entryOfEvent } from '../../src/calendar/entry/google-event';
import type { Entry } from '../../src/calendar/entry/entry';
import { syncWindow } from '../../src/calendar/entry/sync-window';
import { datesOf } from '../../src/kit/recurrence/dates';
import { seriesStart } from '../../src/calendar/entry/series-start';
import type { Activity } from '../../src/calendar/entry/activity';
import type { PastWrite } from '../../src/calendar/ports';
import { wantedOf } from '../../src/calendar/sync/plan-put-back';
import { lookBack } from '../../src/calendar/sync/put-back';
import { Crash, hostile } from '../laws/calendar/hostile';
import { aPolicy, aSeries, anEntry, World, ZONE } from './world';

const MONDAYS = 'RRULE:FREQ=WEEKLY;BYDAY=MO';
const WEDNESDAYS = 'RRULE:FREQ=WEEKLY;BYDAY=WE';
/** A Friday; the series began on Monday 2 March. */
const LATER = aPolicy({ window: syncWindow('2026-03-20T12:00:00.000Z', ZONE) });

function series(origin: 'google' | 'work') {
  const world = new World();
  const entry = anEntry({ title: 'Standup', recurrence: aSeries(MONDAYS) });
  if (origin === 'google') world.addEvent(entry);
  else world.addActivity(entry);
  world.run();
  world.run();
  world.policy = LATER;
  world.run();
  const [row] = [...world.work.activities.keys()];
  return { world, row: row!, event: world.google.live()[0]!.id };
}

const settled = (world: World): void => {
  for (let round = 0; round < 4; round += 1) world.run();
  const before = world.writes();
  world.run();
  expect(world.writes()).toBe(before);
};

/** Each series in Google: its time of day and its first dates. Single events stand with their one date. */
const inGoogle = (world: World): string[] =>
  world.google
    .live()
    .flatMap((event) => {
      if (event.recurringEventId) return [];
      const { when, recurrence } = entryOfEvent(event, ZONE) as Entry;
      const { date, time } = seriesStart(when);
      const dates = recurrence ? datesOf(recurrence, seriesStart(when), date, 6) : [date];
      const shown = dates.filter((one) => one < '2026-04-10').map((one) => one.slice(5));
      return [`${time!.slice(0, 5)} on ${shown.join(' ')}`];
    })
    .sort();

const PAST = '09:00 on 03-02 03-09 03-16';

/** A date of the series as Google names it. */
const dateId = (event: string, date: string): string =>
  `${event}_${date.replace(/-/g, '')}T070000Z`;

describe.each(['google', 'work'] as const)('a series that began in %s', (origin) => {
  test.each<[string, Partial<Activity>, string[]]>([
    ['another rule', { repeats: aSeries(WEDNESDAYS) }, [PAST, '09:00 on 03-25 04-01 04-08']],
    [
      'another time of day',
      { start: '2026-03-02T11:00:00+02:00', end: '2026-03-02T12:00:00+02:00' },
      [PAST, '11:00 on 03-23 03-30 04-06'],
    ],
    ['another length', { end: '2026-03-02T11:00:00+02:00' }, [PAST, '09:00 on 03-23 03-30 04-06']],
    [
      'a start that is still to come',
      { start: '2026-03-30T09:00:00+03:00', end: '2026-03-30T10:00:00+03:00' },
      [PAST, '09:00 on 03-30 04-06'],
    ],
    [
      'one date that is still to come instead of a rule',
      { repeats: null, start: '2026-03-31T09:00:00+03:00', end: '2026-03-31T10:00:00+03:00' },
      [PAST, '09:00 on 03-31'],
    ],
  ])(
    'gets %s at work: what has taken place stays, and the row goes on from its next date',
    (_, change, after) => {
      const { world, row, event } = series(origin);
      world.work.edit(row, change);
      world.run();
      expect(inGoogle(world)).toEqual(after);
      expect(world.google.find(event)!.recurrence).toEqual([
        `${MONDAYS.replace(';', ';UNTIL=20260320T215959Z;')}`,
      ]);
      expect(world.work.activities.size).toBe(2);
      expect(world.work.activities.get(row)).toMatchObject({ externalId: null });
      expect(world.googleSays()).toEqual(world.workSays());
      settled(world);
      expect(inGoogle(world)).toEqual(after);
    },
  );

  test.each<[string, Partial<Activity>, string[]]>([
    [
      'a later end',
      { repeats: aSeries(`${MONDAYS};COUNT=5`) },
      ['09:00 on 03-02 03-09 03-16 03-23 03-30'],
    ],
    ['an end in the past', { repeats: aSeries(`${MONDAYS};COUNT=2`) }, ['09:00 on 03-02 03-09']],
    [
      'one past date less',
      { repeats: aSeries(MONDAYS, ['2026-03-09']) },
      ['09:00 on 03-02 03-09 03-16 03-23 03-30 04-06'],
    ],
    ['another name', { name: 'Retro' }, ['09:00 on 03-02 03-09 03-16 03-23 03-30 04-06']],
    [
      'an earlier start',
      { start: '2026-02-23T09:00:00+02:00', end: '2026-02-23T10:00:00+02:00' },
      ['09:00 on 02-23 03-02 03-09 03-16 03-23 03-30'],
    ],
  ])('gets %s at work: it stays one event and one row', (_, change, after) => {
    const { world, row } = series(origin);
    world.work.edit(row, change);
    world.run();
    expect(inGoogle(world)).toEqual(after);
    settled(world);
    expect(world.work.activities.size).toBe(1);
  });

  test.each<[string, Partial<Activity>]>([
    ['no longer repeats', { repeats: null }],
    [
      'repeats on days of which none is to come',
      { repeats: aSeries('RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2') },
    ],
  ])('%s at work: the row says until when it took place', (_, change) => {
    const { world, row } = series(origin);
    world.work.edit(row, { ...change, name: 'Retro' });
    world.run();
    expect(inGoogle(world)).toEqual([PAST]);
    expect(world.googleSays()).toEqual(world.workSays());
    expect(world.work.activities.get(row)).toMatchObject({
      name: 'Retro',
      start: '2026-03-02T09:00:00+02:00',
    });
    settled(world);
  });

  test('keeps what was agreed for single dates, past and to come, under the series that has them', () => {
    const { world, row, event } = series(origin);
    world.google.edit(dateId(event, '2026-03-09'), { summary: 'Long one' });
    world.google.edit(dateId(event, '2026-03-23'), { summary: 'Retro' });
    world.run();
    world.run();
    world.work.edit(row, { repeats: aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO,WE') });
    world.run();
    settled(world);
    const exceptions = [...world.work.activities.values()].filter(({ slot }) => slot);
    const history = [...world.work.activities.keys()].find(
      (id) => id !== row && !exceptions.some((one) => one.id === id),
    );
    expect(exceptions.map(({ name, slot }) => [name, slot]).sort()).toEqual([
      ['Long one', { series: history, date: '2026-03-09' }],
      ['Retro', { series: row, date: '2026-03-23' }],
    ]);
    expect(world.google.find(dateId(event, '2026-03-09'))).toMatchObject({ summary: 'Long one' });
    expect(world.google.live().filter(({ summary }) => summary === 'Retro')).toHaveLength(1);
    expect(inGoogle(world)).toEqual([PAST, '09:00 on 03-23 03-25 03-30 04-01 04-06 04-08']);
  });

  test('is not undone half, and says what to do instead', () => {
    const { world, row } = series(origin);
    world.journal.entries.length = 0;
    world.work.edit(row, { repeats: aSeries(WEDNESDAYS) });
    world.run();
    const past = world.journal.entries.map((entry) => ({
      ...entry,
      ...{ at: '', run: '', isCut: false, pair: entry.pair ?? '' },
    })) as unknown as PastWrite[];
    expect(past.map(({ change }) => change)).toContain('Ends on Mon 16 Mar 2026.');
    const looked = lookBack(wantedOf(past), world.ports, world.policy);
    expect(looked).toMatchObject({ ok: true, value: { steps: [] } });
    expect(looked.ok && looked.value.refused.map(({ reason }) => reason).sort()).toEqual([
      ...['copied', 'copied'],
      ...['split', 'split'],
    ]);
  });

  test('goes on with the guests, the call and the whole text that the event has', () => {
    const { world, row, event } = series(origin);
    const own = {
      attendees: [
        { email: 'ann@example.com', self: true, responseStatus: 'accepted' },
        { email: 'bob@example.com', responseStatus: 'declined' },
      ],
      description: '<b>Bring</b> numbers',
      conferenceData: { conferenceId: 'abc' },
    };
    world.google.edit(event, own as object);
    world.run();
    world.run();
    world.work.edit(row, { repeats: aSeries(WEDNESDAYS) });
    world.run();
    expect(world.google.live().find(({ id }) => id !== event)).toMatchObject({
      attendees: [
        { email: 'ann@example.com', responseStatus: 'accepted' },
        { email: 'bob@example.com' },
      ],
      description: '<b>Bring</b> numbers',
      conferenceData: { conferenceId: 'abc' },
    });
    settled(world);
  });

  test.each(['row', 'event'] as const)(
    'loses nothing when somebody renames its new %s after a run that was killed before it could say so [Inv5]',
    (half) => {
      const { world, row, event } = series(origin);
      world.work.edit(row, { repeats: aSeries(WEDNESDAYS) });
      const saved = new Map(world.links.table);
      const isMade = (): boolean => world.google.live().length > 1;
      const killed = hostile(world.ports, () => (isMade() ? 'crash-before' : null));
      expect(() => world.run({}, killed)).toThrow(Crash);
      world.links.table = saved;
      const made = world.google.live().find(({ id }) => id !== event)!;
      if (half === 'row') world.work.edit(row, { name: 'Retro' });
      else world.google.edit(made.id, { summary: 'Retro' });
      settled(world);
      expect(world.work.activities.get(row)).toMatchObject({ name: 'Retro' });
      expect(world.google.find(made.id)).toMatchObject({ summary: 'Retro' });
      expect(inGoogle(world)).toEqual([PAST, '09:00 on 03-25 04-01 04-08']);
      expect(world.googleSays()).toEqual(world.workSays());
    },
  );

  test('waits for a person when many rows change at once, as after sorting one column', () => {
    const world = new World();
    for (let index = 0; index < 12; index += 1) {
      const entry = anEntry({ title: `Series ${index}`, recurrence: aSeries(MONDAYS) });
      if (origin === 'google') world.addEvent(entry);
      else world.addActivity(entry);
    }
    world.run();
    world.run();
    world.policy = LATER;
    for (const id of [...world.work.activities.keys()])
      world.work.edit(id, { repeats: aSeries(WEDNESDAYS) });
    expect(world.run({ approved: null })).toMatchObject({
      kind: 'held',
      hold: { kind: 'too-many-changes', changes: 12 },
    });
  });

  test.each(['google', 'work'] as const)(
    'changed on both sides at once: %s wins, the other is told, and nothing is carried twice [D1]',
    (winner) => {
      const { world, row, event } = series(origin);
      world.policy = { ...LATER, winner };
      world.google.edit(event, {
        summary: 'From Google',
        recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TH'],
      });
      world.work.edit(row, { name: 'From the row', repeats: aSeries(WEDNESDAYS) });
      const cycle = world.run();
      const lost = cycle.kind === 'done' ? cycle.report.conflicts : [];
      expect(lost).toMatchObject([{ winner, fields: ['title', 'recurrence'] }]);
      settled(world);
      expect(new Set(world.titles())).toEqual(
        new Set([winner === 'google' ? 'From Google' : 'From the row']),
      );
      expect(world.googleSays()).toEqual(world.workSays());
    },
  );

  test('shows only its time when it becomes private meanwhile, in the past and from now on', () => {
    const { world, row, event } = series(origin);
    world.policy = { ...LATER, privateEvents: 'busy' };
    world.google.edit(event, { visibility: 'private' });
    world.work.edit(row, { repeats: aSeries(WEDNESDAYS) });
    world.run();
    settled(world);
    expect(inGoogle(world)).toEqual([PAST, '09:00 on 03-25 04-01 04-08']);
    expect(world.titles()).toEqual(['Standup', 'Standup']);
    expect(world.names()).toEqual(origin === 'google' ? ['Busy', 'Busy'] : ['Busy', 'Standup']);
  });

  const FAULTS = [
    'crash-before',
    'crash-after',
    'fail-before',
    'fail-after',
    'parts-before',
    'parts-after',
  ] as const;
  test.each(FAULTS)('comes to the same when a run is cut off at any call by %s [Inv5]', (fault) => {
    const outcome = (call: number, isUnsaved = false): { said: string[]; calls: number } => {
      const { world, row, event } = series(origin);
      world.google.edit(dateId(event, '2026-03-09'), { summary: 'Long one' });
      world.google.edit(dateId(event, '2026-03-23'), { summary: 'Retro' });
      world.run();
      world.run();
      world.work.edit(row, { repeats: aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO,WE'), name: 'Daily' });
      const saved = new Map(world.links.table);
      let calls = 0;
      try {
        world.run(
          {},
          hostile(world.ports, (count) => ((calls = count), count === call ? fault : null)),
        );
      } catch (error) {
        if (error instanceof Crash && isUnsaved) world.links.table = new Map(saved);
        if (!(error instanceof Crash) && !String(error).includes('The run failed')) throw error;
      }
      settled(world);
      expect(world.googleSays()).toHaveLength(world.workSays().length);
      const under = [...world.work.activities.values()].flatMap(({ name, slot }) =>
        slot
          ? [`${name} ${slot.date} under the ${slot.series === row ? 'later' : 'past'} part`]
          : [],
      );
      return { said: [...world.googleSays(), ...under.sort()], calls };
    };
    const whole = outcome(-1);
    for (let call = 0; call <= whole.calls; call += 1)
      for (const isUnsaved of fault.startsWith('crash') ? [false, true] : [false])
        expect(outcome(call, isUnsaved).said).toEqual(whole.said);
  });

  test.each(FAULTS)(
    'leaves out what it left out before, after a run that was cut off by %s [Inv5]',
    (fault) => {
      for (let call = 0; call < 15; call += 1) {
        const { world, row, event } = series(origin);
        world.work.edit(row, {
          repeats: { ...aSeries(MONDAYS), skipped: ['2026-03-09'] },
        });
        world.addEvent(anEntry({ title: 'Another', recurrence: aSeries(MONDAYS) }));
        world.run();
        world.work.edit(row, { repeats: aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO,WE') });
        try {
          world.run(
            {},
            hostile(world.ports, (count) => (count === call ? fault : null)),
          );
        } catch (error) {
          if (!(error instanceof Crash) && !String(error).includes('The run failed')) throw error;
        }
        settled(world);
        const past = [...world.work.activities.values()].find(
          ({ externalId, name }) => name === 'Standup' && externalId === event,
        );
        expect(past?.repeats).toMatchObject({ skipped: ['2026-03-09'] });
      }
    },
  );
});
