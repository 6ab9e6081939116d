import fc from 'fast-check';
import { doEdit, edits, entries } from './arbitraries';
import { World } from '../../calendar/world';
import { runsOf } from '../runs-of';

const winners = fc.constantFrom('google' as const, 'work' as const, 'newest' as const);

test('both sides end alike, and a second run writes nothing [Inv3, Inv4]', () => {
  fc.assert(
    fc.property(
      fc.array(edits(), { minLength: 1, maxLength: 4 }),
      winners,
      fc.boolean(),
      (rounds, winner, tellsChanges) => {
        const world = new World({ winner, tellsChanges });
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
    runsOf(300),
  );
});

test('two calendars that already agree are linked, and nothing is copied [Inv25, S32]', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 12 }), (all) => {
      const world = new World();
      for (const entry of all) world.addEvent(entry);
      for (const entry of [...all].reverse()) world.addActivity(entry);
      world.run();
      expect(world.writes()).toBe(0);
      expect(world.links.table.size).toBe(all.length);
    }),
  );
});

test('edits on one side arrive as they are, one write each [Inv1, Inv3]', () => {
  fc.assert(
    fc.property(
      fc.array(entries, { maxLength: 8 }),
      fc
        .constantFrom('google' as const, 'work' as const)
        .chain((side) => edits(side).map((all) => ({ side, all }))),
      (before, { side, all }) => {
        const world = new World();
        before.forEach((entry, index) => world.addEvent({ ...entry, title: `${index}` }));
        world.run();
        const written = world.writes();
        const touched = new Set(all.map((edit, index) => doEdit(world, edit, `x${index}`)));
        const says = side === 'google' ? world.googleSays : world.workSays;
        const wanted = says();
        world.run();
        expect(world.googleSays()).toEqual(wanted);
        expect(world.workSays()).toEqual(wanted);
        // A copied row lets go of the event of its original: that says nothing.
        const said = world.work.written.filter(
          (write) => write.kind !== 'patch' || Object.keys(write.content).length > 0,
        ).length;
        const letGo = world.work.written.length - said;
        expect(world.writes() - letGo - written).toBeLessThanOrEqual(touched.size + all.length);
        expect(side === 'google' ? world.google.written.length : said).toBe(
          side === 'google' ? 0 : before.length,
        );
      },
    ),
  );
});

test('what a person wrote is on both sides, or was lost to a recorded conflict [Inv1, Inv5]', () => {
  fc.assert(
    fc.property(fc.array(edits(), { maxLength: 3 }), winners, (rounds, winner) => {
      const world = new World({ winner });
      world.run();
      let tag = 0;
      for (const round of rounds) {
        const standing = new Map<string, string>();
        for (const edit of round) {
          const mark = `«${tag++}»`;
          const id = doEdit(world, edit, mark);
          if (edit.act === 'remove')
            for (const key of standing.keys())
              if (key.startsWith(`${edit.side}|${id}|`)) standing.delete(key);
          const says = edit.side === 'google' ? world.googleSays() : world.workSays();
          if (says.some((text) => text.includes(mark)))
            standing.set(`${edit.side}|${id}|${edit.field}`, mark);
        }
        const cycle = world.run();
        const report = cycle.kind === 'done' ? cycle.report : null;
        const lost = JSON.stringify(report?.conflicts.map((conflict) => conflict.lost));
        const pairs = report?.conflicts.map(({ google, work }) => `${google}|${work}`);
        expect(new Set(pairs).size).toBe(pairs?.length);
        for (const mark of standing.values()) {
          const isThere = [world.googleSays(), world.workSays()].every((says) =>
            says.some((text) => text.includes(mark)),
          );
          expect(isThere || lost.includes(mark)).toBe(true);
        }
      }
    }),
    runsOf(200),
  );
});

test('a token that is too old costs a full reading and changes no outcome [Inv9]', () => {
  fc.assert(
    fc.property(edits(), edits(), (before, after) => {
      const worlds = [new World(), new World()] as const;
      for (const world of worlds) {
        before.forEach((edit, index) => doEdit(world, edit, `x${index}`));
        world.run();
        after.forEach((edit, index) => doEdit(world, edit, `y${index}`));
      }
      worlds[1].google.oldestToken = 1e9;
      for (const world of worlds) world.run();
      expect(worlds[1].googleSays()).toEqual(worlds[0].googleSays());
      expect(worlds[1].workSays()).toEqual(worlds[0].workSays());
    }),
  );
});

test('a lost table of links is rebuilt, and nothing is copied twice [Inv2, Inv24]', () => {
  fc.assert(
    fc.property(edits(), (all) => {
      const world = new World();
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
  );
});
