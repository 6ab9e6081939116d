/** The calendar engine's laws with a workbook as the work side. */
import fc from 'fast-check';
import { anEntry, crowd } from '../calendar/world';
import { doEdit, edits, entries } from '../laws/calendar/arbitraries';
import { Crash, FAULTS, type Fault } from '../sheets/memory-spreadsheet';
import { WorkbookWorld } from './work-in-workbook';

test('both sides end alike, and a second run writes nothing [Inv3, Inv4]', () => {
  fc.assert(
    fc.property(
      fc.array(edits(), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('google' as const, 'work' as const),
      (rounds, winner) => {
        const world = new WorkbookWorld({ winner });
        let tag = 0;
        for (const round of rounds) {
          for (const edit of round) doEdit(world, edit, `x${tag++}`);
          expect(world.run().kind).toBe('done');
          expect(world.googleSays()).toEqual(world.workSays());
          const before = world.writes();
          expect(world.run()).toMatchObject({ kind: 'done', report: { done: [] } });
          expect(world.writes()).toBe(before);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a calendar and rows that already agree are linked, and nothing is copied [Inv25, S32]', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 8 }), (all) => {
      const world = new WorkbookWorld();
      for (const entry of all) world.addEvent(entry);
      for (const entry of [...all].reverse()) world.addActivity(entry);
      world.run();
      expect(world.writes()).toBe(0);
      expect(world.links.table.size).toBe(all.length);
    }),
    { numRuns: 40 },
  );
});

test('a lost table of links is rebuilt from the rows, and nothing is copied twice [Inv2, Inv24]', () => {
  fc.assert(
    fc.property(edits(), (all) => {
      const world = new WorkbookWorld();
      all.forEach((edit, index) => doEdit(world, edit, `x${index}`));
      world.run();
      const says = world.googleSays();
      const written = world.writes();
      world.links.table.clear();
      world.links.progress = null;
      world.run();
      expect(world.writes()).toBe(written);
      expect(world.googleSays()).toEqual(says);
    }),
    { numRuns: 40 },
  );
});

/** Work of every kind in one direction. */
const SCENARIOS: Readonly<Record<string, () => WorkbookWorld>> = {
  'from Google to the rows': () => {
    const world = new WorkbookWorld();
    const [renamed, removed] = crowd(4).map((entry) => world.addEvent(entry));
    world.run();
    world.google.put({ ...world.google.events.get(renamed!)!, summary: 'Renamed' });
    world.google.remove(removed!);
    world.addEvent(anEntry({ title: 'New in Google' }));
    return world;
  },
  'from the rows to Google': () => {
    const world = new WorkbookWorld();
    const [renamed, removed] = crowd(4).map((entry) => world.addActivity(entry));
    world.run();
    world.work.edit(renamed!, { name: 'Renamed' });
    world.work.remove(removed!);
    world.addActivity(anEntry({ title: 'New at work' }));
    world.work.spreadsheet.edit('Activities', (rows) => {
      const pasted = [...rows[rows.length - 1]!];
      pasted[rows[0]!.indexOf('Name')] = 'Pasted copy';
      rows.push(pasted);
    });
    return world;
  },
};

function disturbed(world: WorkbookWorld, call: number, fault: Fault): void {
  const { spreadsheet } = world.work;
  spreadsheet.asked();
  spreadsheet.faultAt = (count) => (count === call ? fault : null);
  try {
    world.run();
  } catch (error) {
    if (!(error instanceof Crash) && !String(error).includes('The run failed')) throw error;
  }
  spreadsheet.faultAt = () => null;
}

describe.each(Object.keys(SCENARIOS))('work %s', (name) => {
  const scenario = SCENARIOS[name]!;
  const calm = scenario();
  calm.work.spreadsheet.asked();
  calm.run();
  const calls = calm.work.spreadsheet.asked().length;

  test.each(FAULTS)(
    '%s at any call to the spreadsheet leaves what a calm run leaves, nothing twice [Inv2, Inv6, Inv7]',
    (fault) => {
      expect(calls).toBeGreaterThanOrEqual(2);
      for (let call = 0; call < calls; call += 1) {
        const world = scenario();
        disturbed(world, call, fault);
        world.run();
        world.run();
        expect([call, world.googleSays()]).toEqual([call, calm.googleSays()]);
        expect([call, world.workSays()]).toEqual([call, calm.workSays()]);
        expect(world.run()).toMatchObject({ kind: 'done', report: { done: [], pending: [] } });
      }
    },
  );
});

test('a thousand events become rows in at most twenty writes', () => {
  const world = new WorkbookWorld();
  crowd(1000).forEach((entry) => world.addEvent(entry));
  world.work.spreadsheet.asked();
  world.run();
  const calls = world.work.spreadsheet.asked();
  expect(world.work.activities.size).toBe(1000);
  expect(calls.filter((name) => name === 'write').length).toBeLessThanOrEqual(20);
});

test('an edit that a person makes just before a row is written is never written over [Inv13]', () => {
  const world = new WorkbookWorld({ winner: 'google' });
  const event = world.addEvent(anEntry());
  world.run();
  world.google.put({ ...world.google.events.get(event)!, location: 'Room 1' });
  const { spreadsheet } = world.work;
  let edits = 0;
  spreadsheet.before = (call) => {
    if (call !== 'write' || edits > 0) return;
    edits += 1;
    spreadsheet.edit('Activities', (rows) => {
      rows[1]![rows[0]!.indexOf('Notes')] = 'Typed meanwhile';
    });
  };
  world.run();
  expect(edits).toBe(1);
  world.run();
  expect([...world.work.activities.values()]).toMatchObject([
    { notes: 'Typed meanwhile', location: 'Room 1' },
  ]);
  expect(world.googleSays()).toEqual(world.workSays());
});
