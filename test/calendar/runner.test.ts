import { pollMs } from '../../src/calendar/runner/poll';
import type { WorkCalendar } from '../../src/calendar/ports';
import type { RunnerPorts } from '../../src/calendar/runner/ports';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';
import { Company, idOf, MINUTE_MS } from './company';
import { anEntry, crowd } from './world';

const HOUR_MS = 60 * MINUTE_MS;

/** Two people who are in step, and nothing to do. */
function settled(): {
  company: Company;
  ann: ReturnType<Company['add']>;
  bob: ReturnType<Company['add']>;
} {
  const company = new Company();
  const [ann, bob] = [company.add('ann'), company.add('bob')];
  crowd(3).forEach((entry) => ann.addEvent(entry));
  ann.addActivity(anEntry({ title: 'At work' }));
  bob.addActivity(anEntry({ title: 'Bob’s own' }));
  company.turnOn(ann, bob);
  company.run();
  company.later(HOUR_MS);
  company.run();
  company.later(HOUR_MS);
  company.calls.clear();
  return { company, ann, bob };
}

test('a person who turned it on is synced, and their wish is removed', () => {
  const { company, ann, bob } = settled();
  expect(ann.googleSays()).toEqual(ann.workSays());
  expect(ann.googleSays()).toHaveLength(4);
  expect(bob.googleSays()).toEqual(bob.workSays());
  expect(company.wishes.all()).toEqual([]);
  expect(company.connections.rows.get(ann.userId)).toMatchObject({
    state: 'on',
    failure: null,
    zone: 'Europe/Helsinki',
  });
});

test('a cycle without changes makes one call to Google for each person, and writes nothing [S35, Inv3]', () => {
  const { company, ann, bob } = settled();
  const before = {
    saves: company.connections.saves,
    flushes: company.records.flushes,
    loads: company.records.loads,
    writes: ann.writes() + bob.writes(),
  };
  expect(company.run()).toEqual({ kind: 'finished' });
  expect([...company.calls.entries()].sort()).toEqual([
    [ann.email, 1],
    [bob.email, 1],
  ]);
  expect({
    saves: company.connections.saves,
    flushes: company.records.flushes,
    loads: company.records.loads,
    writes: ann.writes() + bob.writes(),
  }).toEqual(before);
  expect(company.board.fresh(ann.userId)?.at).toBe(
    new Date(company.clock.nowMs - MINUTE_MS).toISOString(),
  );
});
test('a change at work is carried by the next run, though it is not yet their time [S38]', () => {
  const { company, ann } = settled();
  company.run();
  ann.addActivity(anEntry({ title: 'New' }));
  company.run();
  expect(ann.googleSays()).toEqual(ann.workSays());
});

test('everybody else is looked at when their time comes, and not before', () => {
  const { company, ann } = settled();
  company.run();
  company.calls.clear();
  company.clock.nowMs -= MINUTE_MS;
  company.run();
  expect(company.calls.size).toBe(0);
  ann.addEvent(anEntry({ title: 'Found by a look' }));
  company.later(3 * MINUTE_MS);
  company.run();
  expect(ann.workSays()).toEqual(ann.googleSays());
});

test.each([1, 100, 1_000, 2_000, 4_000, 10_000])(
  'looks at %s people, with their tokens, stay below one account’s fetches a day [Inv14]',
  (people) => {
    const looks = (24 * HOUR_MS) / pollMs(people, MINUTE_MS);
    // The dispatcher comes earlier by an eighth on average.
    const fetches = people * (looks + Math.min(looks, 24)) * 1.15;
    expect(fetches).toBeLessThan(100_000);
    expect(pollMs(people, HOUR_MS)).toBeGreaterThanOrEqual(HOUR_MS);
  },
);

test('Google is asked for the changes of many at once, a chunk at a time', () => {
  const company = new Company();
  const people = Array.from({ length: 120 }, (_, index) => company.add(`p${index}`));
  company.turnOn(...people);
  company.run();
  company.later(24 * HOUR_MS - MINUTE_MS);
  company.prefetches = [];
  company.calls.clear();
  expect(company.run()).toEqual({ kind: 'finished' });
  expect(company.prefetches).toEqual([50, 50, 20]);
  expect([...company.calls.values()].every((calls) => calls === 1)).toBe(true);
});

test('2,000 people in step leave few values in a cache that keeps a thousand, and little work when nobody is due [Inv20]', () => {
  const company = new Company();
  const people = Array.from({ length: 2_000 }, (_, index) => company.add(`p${index}`));
  company.turnOn(...people);
  company.run();
  company.later(2 * HOUR_MS);
  company.cache.values.clear();
  company.calls.clear();
  company.run();
  expect([...company.calls.values()].reduce((sum, calls) => sum + calls, 0)).toBe(2_000);
  expect(company.cache.values.size).toBeLessThan(100);
  company.calls.clear();
  company.run();
  expect(company.calls.size).toBe(0);
});

test('an unused cursor is renewed once a day, in one save for each chunk', () => {
  const { company, ann } = settled();
  const before = company.connections.saves;
  company.later(25 * HOUR_MS);
  company.run();
  expect(company.connections.saves).toBe(before + 1);
  expect(company.connections.rows.get(ann.userId)?.lastRunAt).toBe(
    new Date(company.clock.nowMs - MINUTE_MS).toISOString(),
  );
});

describe('who is not synced', () => {
  test('an address that the work system does not know: nothing of theirs is read [S7]', () => {
    const company = new Company();
    company.add('ghost').isEmployed = false;
    company.wish('ghost@example.com', { kind: 'on' });
    expect(company.run()).toEqual({ kind: 'finished' });
    expect(company.calls.size).toBe(0);
    expect(company.connections.rows.get(idOf('ghost@example.com'))?.failure).toBe(
      'address-mismatch',
    );
    expect(company.board.status(idOf('ghost@example.com'))).toMatchObject({ outcome: 'failed' });
  });

  test('somebody who is inactive: turned off, told why, and nothing is written [D6, Inv10]', () => {
    const { company, ann } = settled();
    ann.isActive = false;
    ann.addEvent(anEntry({ title: 'Too late' }));
    const writes = ann.writes();
    company.run();
    expect(company.connections.rows.get(ann.userId)).toMatchObject({
      state: 'off',
      failure: 'inactive-at-work',
    });
    expect(company.board.status(ann.userId)).toMatchObject({ outcome: 'off' });
    expect(ann.writes()).toBe(writes);
    expect(company.records.links(ann.userId)).toHaveLength(4);
  });

  test('whose address the work system gives to another account: nothing more of theirs is read or written [Att32]', () => {
    const company = new Company();
    const ann = company.add('ann');
    ann.googleId = ann.userId;
    ann.addEvent(anEntry({ title: 'Hers' }));
    company.turnOn(ann);
    company.run();
    expect(ann.workSays()).toHaveLength(1);
    ann.googleId = 'somebody-else';
    ann.addEvent(anEntry({ title: 'Too late' }));
    company.later(HOUR_MS);
    const calls = company.calls.get(ann.email);
    company.run();
    expect(company.connections.rows.get(ann.userId)?.failure).toBe('address-mismatch');
    expect(company.calls.get(ann.email)).toBe(calls);
    expect(ann.workSays()).toHaveLength(1);
  });
});

test('turned off, changed, and turned on again: both sides agree, and no duplicates are created [D3, Inv24]', () => {
  const { company, ann } = settled();
  company.wish(ann.email, { kind: 'off', copies: 'keep' });
  company.run();
  ann.addEvent(anEntry({ title: 'While it was off' }));
  company.later(HOUR_MS);
  company.run();
  expect(ann.workSays()).toHaveLength(4);
  company.turnOn(ann);
  company.run();
  expect(ann.googleSays()).toHaveLength(5);
  expect(ann.workSays()).toEqual(ann.googleSays());
});

describe('turned off with the copies removed [D3]', () => {
  /** Own entries on both sides, pairs found alike, copies, and a copy that was changed since. */
  function leaving() {
    const company = new Company();
    const ann = company.add('ann');
    const own = ann.addEvent(anEntry({ title: 'Event of mine' }));
    const activity = ann.addActivity(anEntry({ title: 'Activity of mine' }));
    const alike = [
      ann.addEvent(anEntry({ title: 'Alike' })),
      ann.addActivity(anEntry({ title: 'Alike' })),
    ];
    ann.addActivity(anEntry({ title: 'Its copy was changed' }));
    company.turnOn(ann);
    company.run();
    company.later(HOUR_MS);
    company.run();
    const copy = ann.google.live().find(({ summary }) => summary === 'Its copy was changed')!;
    ann.google.put({ ...copy, summary: 'In my own words' });
    company.wish(ann.email, { kind: 'off', copies: 'remove' });
    return { company, ann, own, activity, alike };
  }

  test('the wish stays until what it did is saved [Inv6]', () => {
    const { company, ann } = leaving();
    company.wish(ann.email, { kind: 'off', copies: 'remove' });
    let refused = 0;
    company.run((ports) => ({
      ...ports,
      connections: {
        load: () => ports.connections.load(),
        save(changed) {
          if (changed.every(({ progress }) => progress !== null))
            return ports.connections.save(changed);
          refused += 1;
          return fail({ kind: 'store-full', store: 'The workbook' });
        },
      },
    }));
    expect(refused).toBe(1);
    expect(company.wishes.all()).toMatchObject([{ wish: { kind: 'off' } }]);
    company.run();
    expect(company.wishes.all()).toEqual([]);
  });

  test('what the person made stays on both sides, and so does what they changed', () => {
    const { company, ann, own, activity, alike } = leaving();
    company.run();
    const titles = ann.google.live().map(({ summary }) => summary);
    expect(titles.sort()).toEqual(['Alike', 'Event of mine', 'In my own words']);
    expect(ann.google.live().map(({ id }) => id)).toEqual(expect.arrayContaining([own, alike[0]]));
    const names = [...ann.work.activities.values()].map(({ name }) => name);
    expect(names.sort()).toEqual(['Activity of mine', 'Alike', 'Its copy was changed']);
    expect([...ann.work.activities.keys()]).toEqual(expect.arrayContaining([activity, alike[1]]));
    expect(company.records.links(ann.userId)).toEqual([]);
    expect(company.wishes.all()).toEqual([]);
    expect(
      company.records.journals.get(ann.userId)!.filter(({ operation }) => operation === 'delete'),
    ).toHaveLength(2);
  });

  test('turned on again, no duplicates are created [Inv24]', () => {
    const { company, ann } = leaving();
    company.run();
    company.turnOn(ann);
    company.run();
    company.later(HOUR_MS);
    company.run();
    expect(ann.googleSays()).toEqual(ann.workSays());
    expect(ann.googleSays()).toHaveLength(4);
  });

  test('takes as many executions as it needs, and ends [Inv15]', () => {
    const company = new Company();
    const ann = company.add('ann');
    crowd(180).forEach((entry) => ann.addEvent(entry));
    company.turnOn(ann);
    company.run();
    expect(ann.workSays()).toHaveLength(180);
    company.wish(ann.email, { kind: 'off', copies: 'remove' });
    const slow = (ports: ReturnType<Company['ports']>) => ({
      ...ports,
      work: {
        ...ports.work,
        of: (person: Parameters<typeof ports.work.of>[0]) => slowed(ports.work.of(person), company),
      },
    });
    expect(company.run(slow, 25_000)).toMatchObject({ kind: 'continues' });
    expect(ann.work.activities.size).toBeGreaterThan(0);
    expect(ann.work.activities.size).toBeLessThan(180);
    expect(company.wishes.all()).toHaveLength(1);
    for (let run = 0; run < 4; run += 1) company.run(slow, 25_000);
    expect(ann.work.activities.size).toBe(0);
    expect(ann.googleSays()).toHaveLength(180);
    expect(company.wishes.all()).toEqual([]);
  });
});

/** A work system that takes ten seconds for a batch. */
const slowed = (work: WorkCalendar, company: Company): WorkCalendar => ({
  changes: (cursor, from) => work.changes(cursor, from),
  get: (ids) => work.get(ids),
  write(writes) {
    company.later(10_000);
    return work.write(writes);
  },
});

test('a first sync that takes longer than an execution goes on first thing, and makes nothing twice [Inv15]', () => {
  const company = new Company();
  const ann = company.add('ann');
  crowd(1_200).forEach((entry) => ann.addEvent(entry));
  company.turnOn(ann);
  const slow = (ports: RunnerPorts): RunnerPorts => ({
    ...ports,
    work: { ...ports.work, of: (person) => slowed(ports.work.of(person), company) },
  });
  let runs = 0;
  while (company.run(slow, 15_000).kind === 'continues') runs += 1;
  expect(runs).toBeGreaterThanOrEqual(1);
  expect(ann.workSays()).toEqual(ann.googleSays());
  expect(ann.work.written).toHaveLength(1_200);
});

describe('failures', () => {
  const failing =
    (email: string, failure: Failure) =>
    (ports: RunnerPorts): RunnerPorts => ({
      ...ports,
      google: {
        ...ports.google,
        of: (asked) => ({
          ...ports.google.of(asked),
          ...(asked.email === email && { changes: () => fail(failure) }),
        }),
      },
    });

  test('of one person are theirs, and all others are synced [Inv19]', () => {
    const { company, ann, bob } = settled();
    bob.addEvent(anEntry({ title: 'Still synced' }));
    ann.addEvent(anEntry({ title: 'Not now' }));
    const ended = company.run(failing(ann.email, { kind: 'grant-revoked', account: ann.email }));
    expect(ended).toEqual({ kind: 'finished' });
    expect(bob.workSays()).toEqual(bob.googleSays());
    expect(company.connections.rows.get(ann.userId)?.failure).toBe('grant-revoked');
    expect(company.board.status(ann.userId)?.failure?.cure).not.toBe('');
    company.later(HOUR_MS);
    company.run();
    expect(ann.workSays()).toEqual(ann.googleSays());
    expect(company.connections.rows.get(ann.userId)?.failure).toBeNull();
  });

  test('of the organization stop the run, and count against no person', () => {
    const { company, ann } = settled();
    const failure: Failure = { kind: 'scope-not-delegated', scope: 'calendar' };
    expect(company.run(failing(ann.email, failure))).toEqual({ kind: 'failed', failure });
    expect(company.connections.rows.get(ann.userId)?.failure).toBeNull();
  });

  test('that pass soon let the run go on later [Inv14]', () => {
    const { company, ann } = settled();
    const ended = company.run(failing(ann.email, { kind: 'rate-limited', retryAfterMs: 7_000 }));
    expect(ended).toEqual({ kind: 'continues', afterMs: 7_000 });
  });
});

test('a look that somebody left before they turned it off carries nothing any more [S26]', () => {
  const { company, ann } = settled();
  company.wish(ann.email, { kind: 'off', copies: 'keep' });
  company.run();
  ann.addEvent(anEntry({ title: 'Private again' }));
  company.wish(ann.email, { kind: 'look' });
  company.run();
  expect(JSON.stringify(ann.workSays())).not.toContain('Private again');
  expect(company.wishes.of(ann.userId)).toBeNull();
});

test('three calendars in a row without a response end the run, and no wish is lost [Inv14]', () => {
  const company = new Company();
  const people = ['ann', 'bob', 'cy', 'dee', 'eve'].map((name) => company.add(name));
  company.turnOn(...people);
  company.run();
  company.later(HOUR_MS);
  const failure: Failure = { kind: 'unavailable', message: 'Backend Error' };
  for (const { email } of people) company.wish(email, { kind: 'look' });
  let asked = 0;
  const ended = company.run((ports) => ({
    ...ports,
    google: {
      ...ports.google,
      of: (person) => ({
        ...ports.google.of(person),
        changes() {
          asked += 1;
          return fail(failure);
        },
      }),
    },
  }));
  expect(ended).toMatchObject({ kind: 'continues' });
  expect(company.wishes.all()).toHaveLength(people.length);
  expect(asked).toBeGreaterThan(0);
  company.run();
  expect(company.wishes.all()).toEqual([]);
});

test('an entry that failed is tried again, though nothing changed since [Inv8]', () => {
  const { company, ann } = settled();
  const id = ann.addEvent(anEntry({ title: 'At the second try' }));
  company.run((ports) => ({
    ...ports,
    work: {
      ...ports.work,
      of: (person) => ({
        changes: (cursor, from) => ports.work.of(person).changes(cursor, from),
        get: (ids) => ports.work.of(person).get(ids),
        write: (writes) => ok(writes.map(() => fail({ kind: 'unavailable', message: 'once' }))),
      }),
    },
  }));
  expect(ann.workSays()).toHaveLength(4);
  expect(company.board.status(ann.userId)).toMatchObject({ waiting: 1 });
  expect(company.connections.rows.get(ann.userId)?.progress?.pending).toMatchObject([
    { google: id },
  ]);
  company.later(HOUR_MS);
  company.run();
  expect(ann.workSays()).toEqual(ann.googleSays());
});

test('a failure that passed is forgotten, though nothing changed since', () => {
  const { company, ann } = settled();
  company.connections.rows.set(ann.userId, {
    ...company.connections.rows.get(ann.userId)!,
    failure: 'grant-revoked',
  });
  company.run();
  expect(company.connections.rows.get(ann.userId)?.failure).toBeNull();
  expect(company.board.status(ann.userId)?.outcome).toBe('done');
});

test('a wish waits while the records cannot be written, and ends no other [S26]', () => {
  const company = new Company();
  const ann = company.add('ann');
  company.turnOn(ann);
  const failure: Failure = { kind: 'workbook-full', workbook: 'x' };
  const full = (ports: RunnerPorts): RunnerPorts => ({
    ...ports,
    connections: { ...ports.connections, save: () => fail(failure) },
  });
  expect(company.run(full)).toEqual({ kind: 'failed', failure });
  expect(company.wishes.of(ann.userId)).toMatchObject({ kind: 'on' });
  expect(company.calls.size).toBe(0);
});

test('a lost cache makes everybody due at once, and loses nothing', () => {
  const { company, ann, bob } = settled();
  company.run();
  company.cache.values.clear();
  company.calls.clear();
  const writes = ann.writes() + bob.writes();
  company.run();
  expect(company.calls.size).toBe(2);
  expect(ann.writes() + bob.writes()).toBe(writes);
});

test('the record of a run says how old the oldest look is', () => {
  const { company } = settled();
  company.run();
  const record = company.runs.records[company.runs.records.length - 1]!;
  expect(record).toMatchObject({
    job: 'calendar',
    outcome: 'finished',
    counts: { people: 2, idle: 2 },
  });
  expect(Date.parse(record.freshAt!)).toBeLessThanOrEqual(Date.parse(record.startedAt));
});
