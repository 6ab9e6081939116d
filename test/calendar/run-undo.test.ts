// An administrator undoes one run for everybody (TF29).
import { runUndoBook } from '../../src/calendar/boards/run-undo';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import type { RunnerPorts } from '../../src/calendar/runner/ports';
import { prefixed } from '../../src/kit/prefixed-store';
import type { PastRun } from '../../src/calendar/ports';
import type { Waiting } from '../../src/runs/decision';
import { CUSTOMER } from './company';
import { Desk } from './desk';
import { anEntry } from './world';

const ADMIN = 'admin@example.com';
const NOTHING: Pick<Waiting<unknown>, 'plannedAt' | 'numbers'> = { plannedAt: '', numbers: {} };

const NAMES = ['ann', 'bob', 'eve'] as const;

/** Three people whose sync is on, each with an event that one run has carried over as renamed. */
function renamedForAll() {
  const desk = new Desk();
  const { company } = desk;
  const people = NAMES.map((name) => company.add(name));
  const ids = people.map((person) => [
    person.addEvent(anEntry({ title: `Plan of ${person.email}` })),
    person.addEvent(anEntry({ title: 'Secret', private: true })),
  ]);
  company.turnOn(...people);
  company.run();
  company.run();
  people.forEach((person, index) =>
    ids[index]!.forEach((id) =>
      person.google.put({ ...person.google.events.get(id)!, summary: 'Spoiled' }),
    ),
  );
  company.run();
  const lastRun = () => (company.records.pastRuns() as { value: readonly PastRun[] }).value[0]!;
  const last = lastRun();
  const press = (name: keyof typeof CALENDAR, inputs: Record<string, string> = {}) =>
    desk.press(
      ADMIN,
      CALENDAR[name],
      Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, [value]])),
    );
  const book = () =>
    runUndoBook(
      prefixed(company.properties, `${CUSTOMER}.`),
      prefixed(company.cache, `${CUSTOMER}.`),
    );
  const seen = () => {
    const stands = book().decision.standing(company.clock.nowMs);
    const { plannedAt, numbers } = stands.kind === 'nothing' ? NOTHING : stands.waiting;
    return { seen: plannedAt, 'seen.entries': String(numbers['entries'] ?? 0) };
  };
  const look = () => press('lookRunBack', { run: last.run, ranAt: last.at });
  const go = (typed: string) => press('putRunBack', { ...seen(), typed });
  const says = () => JSON.stringify(press('runUndo').card);
  const names = (of: number) =>
    [...people[of]!.work.activities.values()].map(({ name }) => name).sort();
  return { desk, company, people, ids, last, lastRun, press, look, go, says, names, book };
}

describe('a run is undone for everybody', () => {
  test('after an administrator has seen how much, person by person, and typed the number', () => {
    const { company, people, ids, last, press, look, go, says, names } = renamedForAll();
    expect(last).toMatchObject({ changes: 6, people: people.map(({ email }) => email) });
    expect(JSON.stringify(press('pastRuns').card)).toContain('6 changes for 3 people');
    look();
    expect(says()).toContain('Tandem looks at what can be put back');
    const before = people.map((person) => person.writes());
    company.run();
    expect(says()).toContain('6 entries of 3 people');
    expect(people.map((person) => person.writes())).toEqual(before);
    const list = JSON.stringify(press('runUndoPeople').card);
    expect(list).toContain('ann@example.com');
    expect(list).toContain('(private)');
    expect(list).not.toContain('Secret');
    expect(go('5').notice).toContain('Type 6');
    const answer = go('6');
    expect(answer.decided?.change).toContain('6 entries of 3 people');
    expect(says()).toContain('Entries are being put back');
    company.run();
    expect(says()).toContain('6 entries of 3 people');
    expect(says()).toContain('Decided by admin@example.com.');
    people.forEach((person, index) => {
      expect(names(index)).toEqual([`Plan of ${person.email}`, 'Secret']);
      expect(ids[index]!.map((id) => person.google.events.get(id)!.summary).sort()).toEqual(
        names(index),
      );
    });
  });

  test('each person reads on their own card who did it and what came back', () => {
    const { desk, company, look, go } = renamedForAll();
    look();
    company.run();
    expect(desk.says('ann@example.com')).not.toContain('Undo this?');
    go('6');
    company.run();
    const card = desk.says('ann@example.com');
    expect(card).toContain('Your administrator admin@example.com undid this for everybody.');
    expect(card).toContain('2 entries');
  });

  test('what somebody changed since stays, whoever is off is left alone, and a person out of reach is named', () => {
    const { desk, company, people, ids, press, look, go, says, names } = renamedForAll();
    const [ann, bob, eve] = people;
    const plan = ids[0]![0]!;
    ann!.google.put({ ...ann!.google.events.get(plan)!, summary: 'Better' });
    desk.press(bob!.email, CALENDAR.turnOff, { copies: ['keep'] });
    company.run();
    eve!.isEmployed = false;
    look();
    company.run();
    expect(says()).toContain('1 entry of 1 person');
    expect(says()).toContain('Somebody has changed it since. It stays as it is now.');
    expect(says()).toContain('Their sync is off.');
    expect(says()).toContain('Their calendar could not be reached.');
    expect(JSON.stringify(press('runUndoPeople').card)).toContain('Could not be reached');
    go('1');
    company.run();
    expect(names(0)).toEqual(['Better', 'Secret']);
    expect(names(1)).toEqual(['Spoiled', 'Spoiled']);
  });

  test('only by the one decision: nothing before the go, none after a day, and a plan of another run does not count', () => {
    const { company, look, press, go, says, names } = renamedForAll();
    expect(go('6').notice).toBe('There is nothing left to decide.');
    look();
    expect(go('6').notice).toBe('There is nothing left to decide.');
    company.run();
    const stale = { seen: '2020-01-01T00:00:00.000Z', 'seen.entries': '1', typed: '6' };
    expect(press('putRunBack', stale).notice).toContain('Look again.');
    company.later(25 * 3_600_000);
    expect(go('6').notice).toContain('more than a day ago');
    company.run();
    expect(names(0)).toEqual(['Spoiled', 'Spoiled']);
    look();
    company.run();
    go('6');
    press('endRunUndo');
    company.run();
    expect(names(0)).toEqual(['Spoiled', 'Spoiled']);
    expect(says()).toContain('Choose a run');
    // The go that nobody used is for that request alone.
    look();
    expect(says()).toContain('Tandem looks at what can be put back');
    company.run();
    expect(names(0)).toEqual(['Spoiled', 'Spoiled']);
  });

  test('and the undo is a run like any other, so it can be undone as well', () => {
    const { company, look, press, go, names, lastRun } = renamedForAll();
    look();
    company.run();
    go('6');
    company.run();
    const { run, at } = lastRun();
    press('lookRunBack', { run, ranAt: at });
    company.run();
    go('6');
    company.run();
    expect(names(2)).toEqual(['Spoiled', 'Spoiled']);
  });

  test('while the organization’s switch is off, nobody can ask for it', () => {
    const { company, look, says, book } = renamedForAll();
    company.isOn = false;
    look();
    expect(book().request.read()).toEqual({ kind: 'nothing' });
    expect(says()).toContain('Turn calendar sync on for the organization first.');
  });

  test('a person’s own wish comes first, and the undo goes on with the next run', () => {
    const { company, look, go, says } = renamedForAll();
    look();
    company.run();
    go('6');
    company.wish('ann@example.com', { kind: 'preview' });
    company.run();
    expect(says()).toContain('2 of 3 people so far.');
    company.run();
    expect(says()).toContain('The last undo');
  });
});

class Killed extends Error {}

/** The ports of an execution that Google ends at this call to a calendar, to the records or to a store. */
function killedAt(call: number, ports: RunnerPorts): RunnerPorts {
  let calls = 0;
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown => {
          if ((calls += 1) === call) throw new Killed();
          const answer: unknown = value.apply(from, given);
          return name === 'of' || name === 'journalOf' || name === 'linksOf'
            ? counted(answer as object)
            : answer;
        };
      },
    });
  const { runUndo } = ports;
  return {
    ...ports,
    google: counted(ports.google),
    work: counted(ports.work),
    records: counted(ports.records),
    connections: counted(ports.connections),
    runUndo: {
      ...runUndo,
      request: counted(runUndo.request),
      progress: counted(runUndo.progress),
      last: counted(runUndo.last),
      lines: counted(runUndo.lines),
      decision: counted(runUndo.decision),
    },
  };
}

test('an execution that is killed at any call puts back the same, each entry once, and tells the same number', () => {
  const kills: string[] = [];
  for (let call = 1; ; call += 1) {
    const { company, people, look, go, says, names } = renamedForAll();
    look();
    company.run();
    go('6');
    let isKilled = false;
    try {
      company.run((ports) => killedAt(call, ports));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      isKilled = true;
      company.later(11 * 60_000);
    }
    for (let runs = 0; runs < 3; runs += 1) company.run();
    const ends = people.map((_, index) => names(index).filter((name) => name !== 'Spoiled').length);
    const isWhole = says().includes('6 entries of 3 people') && says().includes('The last undo');
    if (!isWhole || ends.join() !== '2,2,2') kills.push(`at call ${call}: ${ends.join()}`);
    const before = people.map((person) => person.writes()).join();
    company.run();
    expect(people.map((person) => person.writes()).join()).toBe(before);
    if (!isKilled) break;
  }
  expect(kills).toEqual([]);
});
