import fc from 'fast-check';
import { eventsOf } from '../../../src/audit/log-event';
import { rowOf } from '../../../src/audit/row';
import { untilKilled } from '../../kit/memory-store';
import { activity, HOUR, MINUTE, World } from '../../audit/world';
import { happenings, type Happening } from './arbitraries';
import { runsOf } from '../runs-of';

const filters = fc.constantFrom(
  { appName: 'Tandem', eventName: '' },
  { appName: '', eventName: 'authorize' },
  { appName: 'a b', eventName: '' },
  { appName: '', eventName: '' },
);

/** What happened meanwhile, what is exported then, and what goes wrong. */
const turns = fc.record({
  happenings: fc.array(happenings, { maxLength: 6 }),
  filter: filters,
  passesMs: fc.constantFrom(0, MINUTE, 5 * HOUR, 3 * 24 * HOUR),
  pageSize: fc.integer({ min: 1, max: 4 }),
  pagesInTime: fc.nat(60),
  trouble: fc.constantFrom('none', 'none', 'before', 'after', 'failed', 'timed-out', 'lost page'),
  isSorted: fc.boolean(),
  isSomebodyElse: fc.boolean(),
});

type Turn = typeof turns extends fc.Arbitrary<infer T> ? T : never;

function happen(world: World, { agoMs, lagMs, parts, isTwice, hasTwin }: Happening): void {
  const atMs = world.nowMs - agoMs;
  const made = activity(atMs, parts);
  for (let i = 0; i <= Number(isTwice); i += 1) world.log.add(made, atMs + lagMs);
  if (hasTwin) world.log.add(activity(atMs, parts));
}

function cause(world: World, { trouble }: Turn): void {
  const append = world.sheet.appends + 1;
  const failure = { kind: 'timed-out', service: 'sheets' } as const;
  if (trouble === 'before' || trouble === 'after') world.sheet.kill = { append, when: trouble };
  if (trouble === 'failed' || trouble === 'timed-out')
    world.sheet.refusal = { append, failure, happens: trouble === 'timed-out' };
}

function take(world: World, turn: Turn): void {
  for (const one of turn.happenings) happen(world, one);
  world.nowMs += turn.passesMs;
  cause(world, turn);
  if (turn.isSomebodyElse) world.marks.clear();
  let pages = 0;
  world.log.pageSize = turn.pageSize;
  world.log.beforePage = (number) => {
    pages += 1;
    const isLost = turn.trouble === 'lost page' && number === 1;
    return isLost ? { kind: 'unavailable', message: 'lost' } : null;
  };
  world.leftMs = () => Math.max(0, turn.pagesInTime - pages);
  untilKilled(() => world.export(turn.filter));
  world.sheet.kill = world.sheet.refusal = null;
  world.log.beforePage = () => null;
  if (turn.isSorted && world.sheet.grid)
    world.sheet.grid.splice(1, Infinity, ...world.sheet.below().sort());
}

/** Exports to the end, with nothing in the way. */
function finish(world: World, filter: { appName: string; eventName: string }): number {
  world.log.pageSize = 1000;
  world.leftMs = () => 1;
  const exported = world.export(filter);
  if (exported.kind === 'unknown-name') return 0;
  if (exported.kind !== 'complete') throw new Error(exported.kind);
  return exported.added.count;
}

const rows = (world: World): string[] => world.sheet.below().map((row) => JSON.stringify(row));
const wanted = (world: World, filter: { appName: string; eventName: string }): string[] =>
  eventsOf(
    world.log.entries.map((entry) => entry.activity),
    filter,
  ).map((one) => JSON.stringify(rowOf(one)));

test('whatever ended the exports before, every event has one row of eight cells [Inv17, D18, Att19, TI4]', () => {
  fc.assert(
    fc.property(fc.array(turns, { minLength: 1, maxLength: 6 }), (all) => {
      const world = new World();
      for (const turn of all) take(world, turn);
      world.nowMs += 72 * HOUR;
      const everything = { appName: '', eventName: '' };
      finish(world, everything);
      expect(rows(world).sort()).toEqual(wanted(world, everything).sort());
      for (const row of world.sheet.below()) {
        expect(row).toHaveLength(8);
        expect(row.join('')).not.toMatch(/[\0-\x1f]/);
      }
      expect(finish(world, everything)).toBe(0);
    }),
    runsOf(400),
  );
});

test('one person with one filter gets every event that is at most three days late, by marks alone [D18]', () => {
  fc.assert(
    fc.property(
      filters,
      fc.array(
        turns.map((turn) => ({ ...turn, isSomebodyElse: false })),
        { minLength: 1, maxLength: 8 },
      ),
      (filter, all) => {
        const world = new World();
        world.log.filters = false;
        world.log.slackMs = 10 * MINUTE;
        for (const turn of all) take(world, { ...turn, filter });
        world.nowMs += 71 * HOUR;
        finish(world, filter);
        expect(rows(world).sort()).toEqual(wanted(world, filter).sort());
      },
    ),
    runsOf(400),
  );
});

test('the same log gives the same sheet, cell by cell, however its pages are cut [Inv17]', () => {
  fc.assert(
    fc.property(
      fc.array(happenings, { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      (all, pageSize) => {
        const world = new World();
        for (const one of all) happen(world, { ...one, lagMs: 0 });
        const everything = { appName: '', eventName: '' };
        finish(world, everything);
        const sheet = world.sheet.grid;
        world.sheet.grid = null;
        world.marks.clear();
        world.log.pageSize = pageSize;
        expect(world.export(everything).kind).toBe('complete');
        expect(world.sheet.grid).toEqual(sheet);
      },
    ),
  );
});
