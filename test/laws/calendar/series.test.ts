/** Series, their exceptions and dates left out, changed on both sides in any order, with anything that may go wrong in between. */
import fc from 'fast-check';
import { entryOfActivity } from '../../../src/calendar/entry/activity';
import type { Entry } from '../../../src/calendar/entry/entry';
import { entryOfEvent } from '../../../src/calendar/entry/google-event';
import { instanceId, seriesStart } from '../../../src/calendar/entry/series-start';
import { slotEntry } from '../../../src/calendar/entry/slot-entry';
import { datesOf, isSlot } from '../../../src/kit/recurrence/dates';
import { aSeries, anEntry, World, ZONE } from '../../calendar/world';
import { acts, DATES, doAct, masters, rows, RULES } from './series-acts';
import { Crash, hostile, type Fault } from './hostile';
import { runsOf } from '../runs-of';

const key = ({ title, when }: Entry): string =>
  `${title} ${when.kind === 'timed' ? `${when.start.instant} ${when.end.instant}` : when.start}`;

/** Every occurrence of the next two months, as each side shows them. */
function shown(
  series: readonly { readonly id: string; readonly entry: Entry }[],
  exceptions: ReadonlyMap<string, readonly { date: string; entry: Entry }[]>,
): string[] {
  return series
    .flatMap(({ id, entry }) => {
      // What takes the place of no date is told as a problem.
      const own = (exceptions.get(id) ?? []).filter(({ date }) =>
        isSlot(entry.recurrence!, seriesStart(entry.when), date),
      );
      const dates = datesOf(
        {
          ...entry.recurrence!,
          skipped: entry.recurrence!.skipped.filter(
            (date) => !own.some((one) => one.date === date),
          ),
        },
        seriesStart(entry.when),
        '2026-03-01',
        70,
      ).filter((date) => date < '2026-05-01');
      const plain = dates.filter((date) => !own.some((one) => one.date === date));
      return [
        ...plain.map((date) => key(slotEntry(entry, date))),
        ...own.map((one) => key(one.entry)),
      ];
    })
    .sort();
}

function googleShows(world: World): string[] {
  const live = world.google.live();
  const series = masters(world).map((event) => {
    const entry = entryOfEvent(event, ZONE) as Entry;
    const away = [...world.google.events.values()]
      .filter(
        ({ recurringEventId, status }) => recurringEventId === event.id && status === 'cancelled',
      )
      .flatMap(({ id }) =>
        DATES.concat('2026-03-02').filter((date) => instanceId(event.id, entry.when, date) === id),
      );
    const skipped = [...entry.recurrence!.skipped, ...away];
    return { id: event.id, entry: { ...entry, recurrence: { ...entry.recurrence!, skipped } } };
  });
  const exceptions = new Map<string, { date: string; entry: Entry }[]>();
  for (const event of live) {
    const its = series.find(({ id }) => id === event.recurringEventId);
    if (!its) continue;
    const date = DATES.find((one) => instanceId(its.id, its.entry.when, one) === event.id)!;
    const list = exceptions.get(its.id) ?? [];
    exceptions.set(its.id, [...list, { date, entry: entryOfEvent(event, ZONE) as Entry }]);
  }
  return shown(series, exceptions);
}

function workShows(world: World): string[] {
  const exceptions = new Map<string, { date: string; entry: Entry }[]>();
  const pairs = [...world.links.table.values()].map(({ work }) => work.id);
  const all = [...world.work.activities.values()];
  for (const activity of all) {
    const { id, slot } = activity;
    if (!slot) continue;
    // A second row for one date is told that the date is taken, and stays where it is.
    const isOfDate = (one: (typeof all)[number]): boolean =>
      one.slot?.series === slot.series && one.slot.date === slot.date;
    if (!pairs.includes(id) && all.some((one) => pairs.includes(one.id) && isOfDate(one))) continue;
    const list = exceptions.get(slot.series) ?? [];
    const entry = entryOfActivity(activity, world.policy) as Entry;
    exceptions.set(slot.series, [...list, { date: slot.date, entry }]);
  }
  const series = rows(world).map((row) => ({
    id: row.id,
    entry: entryOfActivity(row, world.policy) as Entry,
  }));
  return shown(series, exceptions);
}

/** Runs until nothing is written any more. */
function settle(world: World): void {
  for (let round = 0; round < 8; round += 1) {
    const before = world.writes();
    world.run();
    if (world.writes() === before && round > 1) return;
  }
  throw new Error('The sync does not come to rest.');
}

const RUNS = runsOf(150);

test.each([true, false])(
  'after any history both sides show the same occurrences, and nothing more is written; a work system that tells changes: %s [Inv1, TF19]',
  (tellsChanges) => {
    fc.assert(
      fc.property(fc.array(acts, { minLength: 3, maxLength: 14 }), (history) => {
        const world = new World({ tellsChanges });
        world.addEvent(anEntry({ title: 'Standup', recurrence: aSeries(RULES[0]!) }));
        history.forEach((act, index) => doAct(world, act, `t${index}`));
        settle(world);
        expect(workShows(world)).toEqual(googleShows(world));
      }),
      RUNS,
    );
  },
);

test('a run that is cut off at any call loses nothing and doubles nothing of a series [Inv5]', () => {
  const faults = fc.constantFrom<Fault>(
    'crash-before',
    'crash-after',
    'fail-before',
    'fail-after',
    'parts-before',
    'parts-after',
  );
  fc.assert(
    fc.property(
      fc.array(acts, { minLength: 3, maxLength: 10 }),
      fc.nat(14),
      faults,
      (history, call, fault) => {
        const world = new World();
        world.addEvent(anEntry({ title: 'Standup', recurrence: aSeries(RULES[0]!) }));
        history.forEach((act, index) => doAct(world, act, `t${index}`));
        try {
          world.run(
            {},
            hostile(world.ports, (count) => (count === call ? fault : null)),
          );
        } catch (error) {
          if (!(error instanceof Crash) && !String(error).includes('The run failed')) throw error;
        }
        settle(world);
        expect(workShows(world)).toEqual(googleShows(world));
      },
    ),
    RUNS,
  );
});

const act = (what: string, date = DATES[0]!, rule = RULES[0]!) => ({ what, pick: 0, date, rule });

test.each([
  [
    'an edit of one date arrives, although a run was killed while its series had a rule without that date',
    [
      act('change-google', DATES[2]),
      act('run'),
      act('edit-exception'),
      act('cancel-google'),
      act('rule-work', DATES[0], RULES[1]),
      act('add-google'),
    ],
  ],
  [
    'a date that somebody has just changed in Google arrives, although a run was killed while it moved the series',
    [act('run'), act('later-work'), act('change-google', DATES[2]), act('skip-work', DATES[2])],
  ],
  [
    'so does one that is an exception already',
    [act('change-google', DATES[2]), act('run'), act('change-google', DATES[2]), act('later-work')],
  ],
])('%s [Inv5]', (_, history) => {
  for (let call = 0; call < 15; call += 1) {
    const world = new World();
    world.addEvent(anEntry({ title: 'Standup', recurrence: aSeries(RULES[0]!) }));
    history.forEach((one, index) => doAct(world, one, `t${index}`));
    try {
      world.run(
        {},
        hostile(world.ports, (count) => (count === call ? 'crash-after' : null)),
      );
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    settle(world);
    expect(workShows(world)).toEqual(googleShows(world));
    expect([call, world.titles()]).toEqual([call, expect.arrayContaining(['t2'])]);
  }
});
