/** A series that is deleted, left out or made anew: its exceptions go with it, whatever becomes of the run. */
import { FIELDS } from '../../src/calendar/entry/fields';
import { eventPatch, type GoogleEvent } from '../../src/calendar/entry/google-event';
import type { Link } from '../../src/calendar/entry/link';
import { Crash, hostile, type Fault } from '../laws/calendar/hostile';
import { hostileCompany } from '../laws/calendar/hostile-company';
import { Company, MINUTE_MS } from './company';
import { Meeting } from './meetings';
import { aSeries, anEntry, World } from './world';

const WEEKLY = aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO');
const DATES = ['20260316T070000Z', '20260330T060000Z'];

/** A series with two exceptions, both copied. */
function seriesWorld(side: 'google' | 'work', tellsChanges: boolean): World {
  const world = new World({ tellsChanges });
  const entry = anEntry({ title: 'Standup', recurrence: WEEKLY });
  if (side === 'google') world.addEvent(entry);
  else world.addActivity(entry);
  world.run();
  const { google } = seriesOf(world);
  DATES.forEach((date, index) =>
    world.google.edit(`${google.id}_${date}`, { summary: `Other ${index}` }),
  );
  world.run();
  return world;
}

const linksOf = (world: World): Link[] => [...world.links.table.values()];
const seriesOf = (world: World): Link => linksOf(world).find(({ slot }) => !slot)!;
const exceptionsOf = (world: World): Link[] => linksOf(world).filter(({ slot }) => slot);

const ENDS: Readonly<Record<string, (world: World, series: Link) => void>> = {
  'deleted in Google': (world, { google }) => world.google.remove(google.id),
  'deleted in the work system': (world, { work }) => world.work.remove(work.id),
  'left out by its person': (world, { google }) => {
    const choices = { at: 'now', leftOut: [google.id] };
    world.policy = { ...world.policy, person: { ...world.policy.person, choices } };
  },
  'made private, where private events are left out': (world, { google }) => {
    world.google.edit(google.id, { visibility: 'private' });
    world.policy = { ...world.policy, privateEvents: 'leave-out' };
  },
  'made anew in Google': (world, { google, work }) => {
    world.google.remove(google.id);
    world.work.edit(work.id, { name: 'Still wanted' });
  },
  'made anew in the work system': (world, { google, work }) => {
    world.work.remove(work.id);
    world.google.edit(google.id, { summary: 'Still wanted' });
    world.work.edit(exceptionsOf(world)[0]!.work.id, { name: 'Edited' });
  },
  'made a single entry': (world, { google }) =>
    world.google.put({ ...world.google.events.get(google.id)!, recurrence: null }),
};

/** What is there, and what belongs to what. */
const state = (world: World): unknown => [
  world.google
    .live()
    .map(({ summary, recurringEventId }) => [summary, recurringEventId !== undefined])
    .sort(),
  [...world.work.activities.values()]
    .map(({ name, slot }) => [name, slot !== null && world.work.activities.has(slot.series)])
    .sort(),
  linksOf(world).length,
];

function settled(world: World): unknown {
  for (let run = 0; run < 5; run += 1) world.run();
  return state(world);
}

function runWith(world: World, fault: Fault, at: number): void {
  try {
    world.run(
      {},
      hostile(world.ports, (call) => (call === at ? fault : null)),
    );
  } catch (error) {
    if (!(error instanceof Crash) && !String(error).includes('The run failed')) throw error;
  }
}

/** Where the work system does not tell what was deleted, the first run only notes what is missing. */
const WORLDS = [
  ['google', true],
  ['google', false],
  ['work', true],
] as const;

describe.each(WORLDS)('A series from %s; a work system that tells changes: %s;', (side, tells) => {
  test.each(Object.keys(ENDS))(
    '%s, it takes its exceptions along, although the run is cut off or meets a failure at any call [Inv5, Inv6, TF19]',
    (name) => {
      const ended = (runs: number): World => {
        const world = seriesWorld(side, tells);
        ENDS[name]!(world, seriesOf(world));
        for (let run = 0; run < runs; run += 1) world.run();
        return world;
      };
      const calm = settled(ended(0));
      for (const before of tells ? [0] : [0, 1]) {
        const calls = { count: 0 };
        const counted = ended(before);
        counted.run(
          {},
          hostile(counted.ports, () => null, calls),
        );
        for (const fault of ['crash-before', 'crash-after', 'parts-before', 'parts-after'] as const)
          for (let call = 0; call < calls.count; call += 1) {
            const world = ended(before);
            runWith(world, fault, call);
            expect([fault, call, settled(world)]).toEqual([fault, call, calm]);
          }
      }
    },
  );
});

test('an edit of an exception is kept when the row of its series is made anew', () => {
  const world = seriesWorld('google', true);
  ENDS['made anew in the work system']!(world, seriesOf(world));
  settled(world);
  expect(world.titles()).toEqual(['Edited', 'Other 1', 'Still wanted']);
  expect(world.names()).toEqual(world.titles());
});

test('a date that was only moved takes the new title of its series when the row of that is made anew', () => {
  const world = new World();
  const series = world.addEvent(anEntry({ title: 'Standup', recurrence: WEEKLY }));
  const start = { dateTime: '2026-03-16T15:00:00+02:00', timeZone: 'Europe/Helsinki' };
  const end = { ...start, dateTime: '2026-03-16T16:00:00+02:00' };
  world.google.edit(`${series}_${DATES[0]!}`, { start, end });
  world.run();
  world.work.remove(seriesOf(world).work.id);
  world.google.edit(series, { summary: 'Still wanted' });
  settled(world);
  expect(world.names()).toEqual(['Still wanted', 'Still wanted']);
});

test('a meeting given to a guest leaves nothing with its former organizer, a date that was moved included, although the run is cut off at any call [Inv2, Inv5]', () => {
  const given = (call: number): { company: Company; count: number } => {
    const company = new Company();
    const [ann, bob] = [company.add('ann'), company.add('bob')];
    company.turnOn(ann, bob);
    company.run();
    const event = eventPatch(anEntry({ recurrence: WEEKLY }), FIELDS) as Partial<GoogleEvent>;
    const meeting = new Meeting('m1', ann, [bob], event);
    for (const { google } of [ann, bob]) google.edit(`m1_${DATES[0]!}`, { summary: 'Moved' });
    company.run();
    meeting.answers.delete(bob);
    meeting.give(bob);
    company.later(60 * MINUTE_MS);
    const calls = { count: 0 };
    try {
      const faultAt = (at: number) => (at === call ? 'crash-after' : null);
      company.run((ports) => hostileCompany(ports, faultAt, calls));
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    for (let hour = 0; hour < 4; hour += 1) {
      company.later(60 * MINUTE_MS);
      company.run();
    }
    return { company, ...calls };
  };
  const { count } = given(-1);
  expect(count).toBeGreaterThan(30);
  for (let call = 0; call < count; call += 1) {
    const names = [...given(call).company.people.values()].map(({ work }) =>
      [...work.activities.values()].map(({ name }) => name).sort(),
    );
    expect([call, names]).toEqual([call, [[], ['Moved', 'Review']]]);
  }
});

test.each([
  ['their organizer has turned their sync on since', { organizer: true, declines: false }],
  ['the person has declined them since', { organizer: false, declines: true }],
])(
  'rows that a killed run made of meetings go, and are never copied to the calendar, when %s [Inv2, Inv5, D8]',
  (_, { organizer, declines }) => {
    for (const fault of ['crash-after', 'crash-before'] as const)
      for (let call = 0; call < 9; call += 1) {
        const world = new World();
        const meet = (answer: string): void => {
          const body = eventPatch(anEntry({ recurrence: WEEKLY }), FIELDS) as Partial<GoogleEvent>;
          const attendees = [{ email: 'ann@example.com', self: true, responseStatus: answer }];
          const by = { email: 'bob@example.com' };
          for (const [id, event] of [
            ['m1', body],
            ['m2', { ...body, recurrence: null }],
          ] as const)
            world.google.put({ ...event, id, organizer: by, attendees } as GoogleEvent);
        };
        meet('accepted');
        world.google.edit(`m1_${DATES[0]!}`, { summary: 'Moved' });
        runWith(world, fault, call);
        if (declines) meet('declined');
        world.policy = { ...world.policy, isSynced: () => organizer };
        for (let run = 0; run < 4; run += 1) world.run();
        expect([call, world.names(), world.google.written]).toEqual([call, [], []]);
      }
  },
);
