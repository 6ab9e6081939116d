// Runs over many people: whose calendar is read, and what happens when it cannot be.
import { availabilityIsDue, availabilityWork, type Point } from '../../src/availability/run';
import type {
  AvailabilityRunPorts,
  CalendarTimes,
  FedPerson,
  Syncing,
} from '../../src/availability/ports';
import type { Failure } from '../../src/kit/failure';
import { fail, ok, type Result } from '../../src/kit/result';
import type { Problem } from '../../src/runs/ports';
import { MemoryStore } from '../kit/memory-store';

const HOUR_MS = 3_600_000;
const EMPTY: Result<CalendarTimes, Failure> = ok({ events: [], zone: 'Europe/Helsinki' });

function company(count: number) {
  let nowMs = Date.parse('2026-03-03T08:00:00Z');
  const states = new Map<string, string>();
  const answers = new Map<string, Result<CalendarTimes, Failure>>();
  const fed = new Map<string, FedPerson>();
  let problems: readonly Problem[] = [];
  const asked: string[][] = [];
  const people = Array.from({ length: count }, (_, index) => `1${String(index).padStart(20, '0')}`);
  const settings: Record<string, string> = { 'Whom clients can book': 'everybody' };
  const ports: AvailabilityRunPorts = {
    customer: 'C1',
    isOn: true,
    clock: { now: () => nowMs },
    people: () =>
      ok(
        people.map((userId): Syncing => ({
          userId,
          email: `${userId}@acme.example`,
          addresses: [],
          zone: 'Europe/Helsinki',
          state: states.get(userId) ?? '',
          isBehind: states.get(userId) === 'behind',
        })),
      ),
    takers: { find: () => ok({ isMarked: false, hours: null, calendars: [] }) },
    bookings: { of: () => ok(new Map()) },
    calendars: {
      read(asks) {
        asked.push(asks.map(({ person }) => person.userId));
        return asks.map(({ person }) => answers.get(person.userId) ?? EMPTY);
      },
    },
    feed: {
      write(some, everybody) {
        for (const one of some) fed.set(one.userId, one);
        for (const userId of fed.keys()) if (!everybody.has(userId)) fed.delete(userId);
        return ok({ written: some.length });
      },
    },
    settings: { load: () => ok(settings) },
    problems: {
      load: () => ok(problems),
      save(all) {
        problems = all;
        return ok(null);
      },
    },
    store: new MemoryStore(),
    cache: new MemoryStore({ valueBytes: 100 * 1024, storeBytes: 100 * 1024 * 1024 }),
  };
  /** Runs if it is due; returns how many calendars were read, by request. */
  function run(): readonly number[] {
    asked.length = 0;
    const isDue = availabilityIsDue(ports);
    if (!isDue.ok || !isDue.value) return [];
    const work = availabilityWork(ports).steps(undefined as never);
    for (let point: Point = work.first(); ;) {
      const step = work.step(point);
      if (step.kind !== 'next') return asked.map(({ length }) => length).filter((one) => one > 0);
      ({ point } = step);
    }
  }
  return {
    ...{ ports, people, states, answers, fed, settings, run },
    problems: () => problems.map(({ about }) => about),
    pass: (ms: number) => (nowMs += ms),
    why: (index: number) => fed.get(people[index]!)?.rows.map(({ why }) => why) ?? null,
  };
}

test('of 1,000 people each calendar is read once, 50 at a time; idle none; after a change one', () => {
  const all = company(1_000);
  expect(all.run()).toEqual(Array(20).fill(50));
  expect(all.fed.size).toBe(1_000);
  all.pass(60_000);
  expect(all.run()).toEqual([]);
  all.states.set(all.people[7]!, 'changed');
  expect(all.run()).toEqual([1]);
  expect(all.run()).toEqual([]);
});

test('without news everybody is read again after five hours, and on a new day', () => {
  const { run, pass } = company(3);
  run();
  pass(5 * HOUR_MS - 1);
  expect(run()).toEqual([]);
  pass(1);
  expect(run()).toEqual([3]);
  pass(4 * HOUR_MS);
  expect(run()).toEqual([]);
  // Midnight in Helsinki is at 22:00 in UTC.
  pass(5 * HOUR_MS);
  expect(run()).toEqual([3]);
});

test('somebody whose calendar sync does not work is looked at every ten minutes', () => {
  const { states, people, run, pass } = company(2);
  states.set(people[0]!, 'behind');
  run();
  pass(9 * 60_000);
  expect(run()).toEqual([]);
  pass(60_000);
  expect(run()).toEqual([1]);
});

test('where the cache is lost, everybody is read again, and nothing else is lost', () => {
  const all = company(2);
  all.run();
  const lost = company(2);
  Object.assign(lost.ports, { store: all.ports.store });
  expect(lost.run()).toEqual([2]);
});

describe('a calendar that cannot be read [TG8]', () => {
  const unavailable = fail<Failure>({ kind: 'unavailable', message: 'Backend Error' });
  const gone = fail<Failure>({ kind: 'not-found', id: 'team' });

  test('for the moment: what was read before stays, it is tried again after ten minutes, and told', () => {
    const { answers, people, states, run, pass, why, problems } = company(2);
    run();
    answers.set(people[0]!, unavailable);
    states.set(people[0]!, 'changed');
    expect(run()).toEqual([1]);
    expect(why(0)).not.toContain('Unknown');
    expect(problems()).toEqual([`Availability of ${people[0]}@acme.example`]);
    pass(10 * 60_000 - 1);
    expect(run()).toEqual([]);
    pass(1);
    expect(run()).toEqual([1]);
    answers.delete(people[0]!);
    pass(10 * 60_000);
    expect(run()).toEqual([1]);
    expect(problems()).toEqual([]);
    expect(run()).toEqual([]);
  });

  test('for hours: then it is unknown when they are free, and nothing is offered', () => {
    const { answers, people, states, run, pass, why } = company(1);
    run();
    answers.set(people[0]!, unavailable);
    states.set(people[0]!, 'changed');
    run();
    pass(5 * HOUR_MS);
    run();
    expect(why(0)).toEqual(['Unknown', 'Not checked yet']);
  });

  test('that does not exist closes the week of its person at once, and nobody else’s', () => {
    const { answers, people, run, why, pass } = company(2);
    answers.set(people[0]!, gone);
    run();
    expect(why(0)).toEqual(['Unknown', 'Not checked yet']);
    expect(why(1)).not.toContain('Unknown');
    answers.delete(people[0]!);
    pass(10 * 60_000);
    run();
    expect(why(0)).not.toContain('Unknown');
  });

  test('never read before, nothing is known either', () => {
    const { answers, people, run, why } = company(1);
    answers.set(people[0]!, unavailable);
    run();
    expect(why(0)).toEqual(['Unknown', 'Not checked yet']);
  });
});

test('switched off, everything that was given is taken back, once', () => {
  const { settings, fed, run, ports } = company(3);
  run();
  settings['Whom clients can book'] = 'nobody';
  expect(availabilityIsDue(ports)).toEqual(ok(true));
  run();
  expect(fed.size).toBe(0);
  expect(availabilityIsDue(ports)).toEqual(ok(false));
});

describe('a team', () => {
  const TEAM = 'team:Desk';
  const busy = (from: string, until: string): Result<CalendarTimes, Failure> =>
    ok({
      events: [{ id: from, start: { dateTime: from }, end: { dateTime: until } }],
      zone: 'Europe/Helsinki',
    });
  function withTeam() {
    const all = company(120);
    const [ann, bob] = [all.people[0]!, all.people[119]!];
    const address = (userId: string) => `${userId}@acme.example`;
    all.settings['Working hours'] = '';
    all.settings['Availability for (days)'] = '1';
    all.settings['Teams that clients can book'] = `Desk: ${address(ann)}, ${address(bob)}`;
    all.answers.set(ann, busy('2026-03-03T10:00:00Z', '2026-03-03T12:00:00Z'));
    all.answers.set(bob, busy('2026-03-03T11:00:00Z', '2026-03-03T13:00:00Z'));
    const rows = () =>
      all.fed
        .get(TEAM)
        ?.rows.map(
          ({ startMs, endMs, why }) =>
            `${new Date(startMs).toISOString().slice(11, 16)} ${new Date(endMs).toISOString().slice(11, 16)} ${why}`,
        ) ?? null;
    return { ...all, ann, bob, rows };
  }

  test('has rows from those of its members, whichever requests read them, and nothing is read for it [C3, TG9]', () => {
    const { run, rows, fed } = withTeam();
    expect(run()).toEqual([50, 50, 20]);
    // Bob until 11, when both are busy; Ann from 12 on.
    expect(rows()?.slice(0, -1)).toEqual(['11:00 12:00 Busy']);
    expect(fed.get(TEAM)).toMatchObject({ email: 'Desk', zone: 'Europe/Helsinki' });
    expect(run()).toEqual([]);
  });

  test('changes with the calendar of a member, and goes when it is taken out of the settings; nobody else is read again', () => {
    const { run, rows, answers, states, ann, settings, fed } = withTeam();
    run();
    answers.set(ann, EMPTY);
    states.set(ann, 'changed');
    expect(run()).toEqual([1]);
    expect(rows()?.slice(0, -1)).toEqual([]);
    settings['Teams that clients can book'] = '';
    expect(run()).toEqual([]);
    expect(fed.has(TEAM)).toBe(false);
    expect(run()).toEqual([]);
  });

  test('of whom the cache has lost everything is read again, and meanwhile has a member who is never free', () => {
    const { run, rows, ports, ann, states } = withTeam();
    run();
    const boards = ports.cache as MemoryStore;
    for (const key of [...boards.values.keys()])
      if (key.startsWith('availability.boards')) boards.values.delete(key);
    states.set(ann, 'changed');
    expect(run()).toEqual([1]);
    expect(rows()?.slice(0, -1)).toEqual(['10:00 12:00 Busy']);
    expect(run()).toEqual([1]);
    expect(rows()?.slice(0, -1)).toEqual(['11:00 12:00 Busy']);
    expect(run()).toEqual([]);
  });

  test('with somebody whom clients cannot book goes on without them; with nobody else it is never free', () => {
    const { run, rows, settings } = withTeam();
    settings['Teams that clients can book'] = 'Desk: nobody@acme.example';
    run();
    expect(rows()?.map((row) => row.slice(12))).toEqual(['Unknown', 'Not checked yet']);
  });
});
