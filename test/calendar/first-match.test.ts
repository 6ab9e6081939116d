import { aSeries, crowd, anEntry, at, NOW, World, ZONE } from './world';
import { isInWindow, syncWindow } from '../../src/calendar/entry/sync-window';
import { wallTimeAt } from '../../src/kit/zoned-time';
import type { Entry } from '../../src/calendar/entry/entry';

/** An hour that ended so many days before now. */
const ended = (days: number, hours = 0): Entry => {
  const ms = Date.parse(NOW) - days * 86_400_000 - hours * 3_600_000;
  const local = (time: number) => at(wallTimeAt(new Date(time).toISOString(), ZONE).local);
  return anEntry({ when: { kind: 'timed', start: local(ms - 3_600_000), end: local(ms) } });
};

const kinds = (world: World): string[] => {
  const cycle = world.run();
  return cycle.kind === 'done' ? cycle.report.done.map(({ kind }) => kind) : [cycle.kind];
};

describe('an initial sync', () => {
  test('joins what has the same subject, times and recurrence, and writes nothing [S32]', () => {
    const world = new World();
    world.addEvent(anEntry());
    world.addActivity(anEntry());
    expect(kinds(world)).toEqual(['link']);
    expect(world.writes()).toBe(0);
  });

  test.each<[string, Partial<Entry>]>([
    ['subject', { title: 'Other' }],
    [
      'start time',
      { when: { kind: 'timed', start: at('2026-03-02T09:05'), end: at('2026-03-02T10:00') } },
    ],
    [
      'end time',
      { when: { kind: 'timed', start: at('2026-03-02T09:00'), end: at('2026-03-02T10:05') } },
    ],
    [
      'end date',
      { when: { kind: 'timed', start: at('2026-03-02T09:00'), end: at('2026-03-03T10:00') } },
    ],
    ['length of whole days', { when: { kind: 'all-day', start: '2026-03-02', end: '2026-03-03' } }],
  ])('takes another %s for another entry [S32]', (_what, changes) => {
    const world = new World();
    world.addEvent(anEntry());
    world.addActivity(anEntry(changes));
    expect(kinds(world)).toEqual(['create', 'create']);
  });

  test('joins the same instant told in another zone [D13]', () => {
    const world = new World();
    world.addEvent(anEntry());
    const [start, end] = [
      at('2026-03-02T08:00', 'Europe/Berlin'),
      at('2026-03-02T09:00', 'Europe/Berlin'),
    ];
    world.addActivity(anEntry({ when: { kind: 'timed', start, end } }));
    expect(kinds(world)).toEqual(['link']);
  });

  test('pairs doubles by count, those alike in everything first [S32]', () => {
    const world = new World();
    for (const notes of ['a', 'b', 'c']) world.addEvent(anEntry({ notes }));
    for (const notes of ['c', 'b']) world.addActivity(anEntry({ notes }));
    expect(kinds(world)).toEqual(['link', 'link', 'create']);
    expect(world.googleSays()).toEqual(world.workSays());
    expect(world.google.written).toEqual([]);
  });

  test('fills what only one of two that match says, and asks the policy about the rest [S32, D1]', () => {
    const world = new World({ winner: 'work' });
    world.addEvent(anEntry({ notes: 'Cake', location: 'Room 1' }));
    world.addActivity(anEntry({ notes: '', location: 'Room 2' }));
    const cycle = world.run();
    expect(cycle).toMatchObject({
      report: { conflicts: [{ fields: ['location'], lost: { location: 'Room 1' } }] },
    });
    expect(world.googleSays()).toEqual(world.workSays());
    expect(world.workSays()[0]).toMatch(/Cake.*|Room 2/);
  });

  test.each([
    [29, 0, true],
    [30, 0, true],
    [30, 13, true],
    [30, 15, false],
    [31, 0, false],
  ])('%s days and %s hours back is in: %s [S33]', (days, hours, isIn) => {
    for (const add of ['addEvent', 'addActivity'] as const) {
      const world = new World();
      world[add](ended(days, hours));
      expect(kinds(world)).toEqual(isIn ? ['create'] : []);
    }
  });

  test.each([
    ['RRULE:FREQ=WEEKLY', true],
    ['RRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z', true],
    ['RRULE:FREQ=WEEKLY;COUNT=100', true],
    ['RRULE:FREQ=WEEKLY;UNTIL=20260101T000000Z', false],
  ])('an old series that says %s is in: %s [S34]', (rule, isIn) => {
    const series = { ...ended(31), recurrence: aSeries(rule) };
    expect(isInWindow(series, syncWindow(NOW, ZONE))).toBe(isIn);
  });

  test.each([
    ['2026-04-10T12:00:00.000Z', '2026-03-11', '2026-03-10T22:00:00.000Z'],
    ['2026-11-10T12:00:00.000Z', '2026-10-11', '2026-10-10T21:00:00.000Z'],
    ['2026-03-29T00:30:00.000Z', '2026-02-27', '2026-02-26T22:00:00.000Z'],
  ])(
    'looks from %s back to the start of %s, whatever the clocks did [S33, D13]',
    (now, from, fromInstant) => {
      expect(syncWindow(now, ZONE)).toMatchObject({ from, fromInstant });
    },
  );

  /** Now is the evening of 1 March in UTC: the window begins on another day in each zone. */
  test.each([
    ['Pacific/Kiritimati', '2026-01-30T10:00:00Z'],
    ['Asia/Kolkata', '2026-01-30T18:30:00Z'],
    ['Europe/Helsinki', '2026-01-29T22:00:00Z'],
    ['America/Los_Angeles', '2026-01-30T08:00:00Z'],
    ['Pacific/Pago_Pago', '2026-01-30T11:00:00Z'],
  ])(
    'begins 30 days ago at midnight in %s, %s: what ends a second later is in, what ends then is not [S33, D13]',
    (zone, edge) => {
      const window = syncWindow('2026-03-01T21:00:00.000Z', zone);
      const edgeMs = Date.parse(edge);
      expect(Date.parse(window.fromInstant)).toBe(edgeMs);
      const ending = (ms: number) => {
        const [start, end] = [ms - 3_600_000, ms].map((one) => at(new Date(one).toISOString()));
        return anEntry({ when: { kind: 'timed', start: start!, end: end! } });
      };
      expect(isInWindow(ending(edgeMs + 1000), window)).toBe(true);
      expect(isInWindow(ending(edgeMs), window)).toBe(false);
      const instant = at(edge);
      const moment = anEntry({ when: { kind: 'timed', start: instant, end: instant } });
      expect(isInWindow(moment, window)).toBe(true);
      const allDay = (start: string, end: string) =>
        anEntry({ when: { kind: 'all-day', start, end } });
      const { from } = window;
      const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
      const dayAfter = new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10);
      expect(isInWindow(allDay(from, dayAfter), window)).toBe(true);
      expect(isInWindow(allDay(dayBefore, from), window)).toBe(false);
    },
  );

  test('leaves out, in later runs, too, what was over before it could be synced [S33]', () => {
    const world = new World();
    world.run();
    world.addEvent(ended(40));
    expect(world.run()).toMatchObject({
      report: { done: [], leftOut: [{ reason: 'before-window' }] },
    });
  });

  test('makes a thousand copies in twenty batches after one listing', () => {
    const world = new World();
    crowd(1000).forEach((entry) => world.addActivity(entry));
    const { google } = world;
    let calls = 0;
    const counted =
      <I extends unknown[], O>(method: (...inputs: I) => O) =>
      (...inputs: I): O => {
        calls += 1;
        return method(...inputs);
      };
    world.run(
      {},
      {
        ...world.ports,
        google: {
          changes: counted((cursor, from) => google.changes(cursor, from)),
          get: counted((ids) => google.get(ids)),
          write: counted((writes) => google.write(writes)),
        },
      },
    );
    expect([calls, google.written.length]).toEqual([21, 1000]);
  });
});
