/** Whoever syncs one way: the side that gives is never written, and whoever turns back loses nothing by that (TF14). */
import fc from 'fast-check';
import { giverOf, type FieldWays } from '../../../src/calendar/entry/field-ways';
import { originOfEvent } from '../../../src/calendar/entry/origin-mark';
import type { GoogleWrite, WorkWrite } from '../../../src/calendar/ports';
import { NO_CHOICES, NO_RULES, type Way } from '../../../src/calendar/entry/own-choices';
import type { Shown } from '../../../src/calendar/entry/policy';
import { removeCopies } from '../../../src/calendar/sync/removal';
import { aPolicy, World } from '../../calendar/world';
import { runsOf } from '../runs-of';
import { doEdit, edits } from './arbitraries';
import { acts, doAct } from './series-acts';

const ways = fc.constantFrom<Way>('to-work', 'to-google');

let times = 0;

function choose(world: World, way: Way): void {
  const at = new Date(Date.UTC(2026, 0, 1) + 1000 * ++times).toISOString();
  const choices = { ...NO_CHOICES, at, rules: { ...NO_RULES, way } };
  world.policy = { ...world.policy, person: { ...aPolicy().person, choices } };
}

/** How often the side that gives was written. */
const writtenBy = (world: World, way: Way): number =>
  (way === 'to-work' ? world.google : world.work).written.length;

/** Copies that say something else than their originals. */
const unlike = (world: World, way: Way): unknown[] =>
  [...world.links.table.values()].flatMap(({ google, work, behind }) => {
    const [event, row] = [world.google.find(google.id), world.work.activities.get(work.id)];
    const isCopy =
      way === 'to-work'
        ? row?.externalId === google.id
        : event && originOfEvent(event)?.id === work.id;
    if (behind || !isCopy || !event || !row || event.status === 'cancelled') return [];
    const texts = [event.summary ?? '', event.location ?? ''];
    return [row.name.replace('(no title)', ''), row.location].join() === texts.join()
      ? []
      : [[event, row]];
  });

/** Runs until nothing is left to do. */
function settle(world: World): void {
  for (let runs = 0; runs < 4; runs += 1) expect(world.run().kind).toBe('done');
  const before = world.writes();
  expect(world.run().kind).toBe('done');
  expect(world.writes()).toBe(before);
}

test('whatever people do to single entries, the side that gives is never written, also after the sync went both ways [TF14]', () => {
  fc.assert(
    fc.property(
      ways,
      fc.boolean(),
      fc.boolean(),
      fc.array(edits(), { minLength: 1, maxLength: 4 }),
      (way, wasBothWays, tellsChanges, rounds) => {
        const world = new World({ tellsChanges });
        let tag = 0;
        if (wasBothWays) {
          for (const edit of rounds[0]!) doEdit(world, edit, `b${tag++}`);
          world.run();
        }
        choose(world, way);
        const before = writtenBy(world, way);
        for (const round of rounds) {
          for (const edit of round) doEdit(world, edit, `x${tag++}`);
          settle(world);
          expect(writtenBy(world, way)).toBe(before);
          expect(unlike(world, way)).toEqual([]);
        }
        // Turning back deletes nothing, and makes both sides the same but for copies that somebody had deleted.
        const [events, rows] = [world.google.live().length, world.work.activities.size];
        choose(world, 'both-ways');
        settle(world);
        expect(world.google.live().length).toBeGreaterThanOrEqual(events);
        expect(world.work.activities.size).toBeGreaterThanOrEqual(rows);
      },
    ),
    runsOf(300),
  );
});

test('the same holds for series, their dates and exceptions [TF14, TF19]', () => {
  fc.assert(
    fc.property(
      ways,
      fc.boolean(),
      fc.array(acts, { minLength: 2, maxLength: 14 }),
      (way, wasBothWays, all) => {
        const world = new World();
        if (!wasBothWays) choose(world, way);
        const half = wasBothWays ? Math.floor(all.length / 2) : 0;
        all.slice(0, half).forEach((act, index) => doAct(world, act, `b${index}`));
        if (wasBothWays) for (let runs = 0; runs < 3; runs += 1) world.run();
        choose(world, way);
        const before = writtenBy(world, way);
        all.slice(half).forEach((act, index) => doAct(world, act, `x${index}`));
        settle(world);
        expect(writtenBy(world, way)).toBe(before);
      },
    ),
    runsOf(300),
  );
});

const aWay = fc.constantFrom('both-ways' as const, 'to-google' as const, 'to-work' as const);
const fieldWays: fc.Arbitrary<FieldWays> = fc.record({
  title: aWay,
  notes: fc.oneof(aWay, fc.constant('apart' as const)),
  location: fc.oneof(aWay, fc.constant('apart' as const)),
});

const TEXTS = { title: 'summary', notes: 'description', location: 'location' } as const;
const CELLS = { title: 'name', notes: 'notes', location: 'location' } as const;

/** A copy that is made anew has what it had before. */
const isFirst = (write: GoogleWrite): write is Extract<GoogleWrite, { kind: 'insert' }> =>
  write.kind === 'insert' && write.body.extendedProperties?.private['tandemGeneration'] === '1';

/** @param known events that have had a row: one that a person typed, if no write made it. */
const isFirstRow = (
  { work: { written } }: World,
  write: WorkWrite,
  known: ReadonlySet<string>,
): write is Extract<WorkWrite, { kind: 'insert' }> =>
  write.kind === 'insert' &&
  !known.has(write.externalId) &&
  written.find((one) => one.kind === 'insert' && one.externalId === write.externalId) === write &&
  // Events that people make have other ids than Tandem's, and a deleted one no longer says whose it was.
  /^(g\d+|copy)/.test(write.externalId);

/** Writes of a field on a side to which its changes do not go. A new copy always has a title. */
function strayWrites(world: World, ways: FieldWays, known: ReadonlySet<string>): unknown[] {
  return (['title', 'notes', 'location'] as const).flatMap((field) => {
    const way = ways[field];
    const isClosed = (side: 'google' | 'work') => way === 'apart' || giverOf(way) === side;
    const google = isClosed('google')
      ? world.google.written.filter(
          (one) =>
            (one.kind === 'patch' && TEXTS[field] in one.body) ||
            (isFirst(one) && field !== 'title' && one.body[TEXTS[field]] !== ''),
        )
      : [];
    const work = isClosed('work')
      ? world.work.written.filter(
          (one) =>
            (one.kind === 'patch' && CELLS[field] in one.content) ||
            (isFirstRow(world, one, known) &&
              field !== 'title' &&
              one.content[CELLS[field]] !== ''),
        )
      : [];
    return [...google, ...work];
  });
}

test('whatever people do, a field that goes one way is never written on the side that gives, and copies follow it [TF18]', () => {
  fc.assert(
    fc.property(
      fieldWays,
      fc.boolean(),
      fc.array(edits(), { minLength: 1, maxLength: 4 }),
      (ways, tellsChanges, rounds) => {
        const world = new World({ tellsChanges, fieldWays: ways });
        const known = new Set<string>();
        let tag = 0;
        for (const round of rounds) {
          for (const edit of round) doEdit(world, edit, `x${tag++}`);
          settle(world);
          expect(strayWrites(world, ways, known)).toEqual([]);
          for (const { google } of world.links.table.values()) known.add(google.id);
          for (const { google, work, behind } of world.links.table.values()) {
            const [event, row] = [world.google.find(google.id), world.work.activities.get(work.id)];
            if (behind || !event || !row) continue;
            const there = [event.summary ?? '', row.name.replace('(no title)', '')];
            const isCopy =
              ways.title === 'to-work'
                ? row.externalId === google.id
                : originOfEvent(event)?.id === work.id;
            if (ways.title !== 'both-ways' && isCopy) expect(there[0]).toBe(there[1]);
          }
        }
      },
    ),
    runsOf(300),
  );
});

const shown: fc.Arbitrary<Shown> = fc.record(
  { busy: fc.boolean(), visibility: fc.constantFrom('public' as const, 'private' as const) },
  { requiredKeys: [] },
);
const privacy = fc.constantFrom('full' as const, 'busy' as const, 'leave-out' as const);

test('series come to rest, whichever way their fields go and however their events are shown [TF18, TF19, TF26]', () => {
  fc.assert(
    fc.property(
      fieldWays,
      shown,
      privacy,
      fc.array(acts, { minLength: 2, maxLength: 14 }),
      (ways, look, privateEvents, all) => {
        const world = new World({ fieldWays: ways, shown: look, privateEvents });
        all.forEach((act, index) => doAct(world, act, `b${index}`));
        settle(world);
      },
    ),
    runsOf(200),
  );
});

test('whoever turns their sync off gets rid of all copies, whatever their fields were allowed to say [TF18, D3]', () => {
  fc.assert(
    fc.property(
      fieldWays,
      shown,
      fc.array(edits(), { minLength: 1, maxLength: 3 }),
      (ways, look, rounds) => {
        const world = new World({ fieldWays: ways, shown: look });
        let tag = 0;
        for (const round of rounds) {
          for (const edit of round) doEdit(world, edit, `x${tag++}`);
          settle(world);
        }
        const links = [...world.links.table.values()].filter(({ behind }) => !behind);
        expect(removeCopies(world.ports, world.policy).ok).toBe(true);
        for (const { google, work, origin } of links) {
          const [event, row] = [
            world.google.events.get(google.id)!,
            world.work.activities.get(work.id),
          ];
          if (origin === 'google') expect(row?.externalId).not.toBe(google.id);
          else if (event.status !== 'cancelled') expect(originOfEvent(event)?.id).not.toBe(work.id);
        }
      },
    ),
    runsOf(200),
  );
});
