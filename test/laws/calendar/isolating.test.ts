import fc from 'fast-check';
import type { RunnerPorts } from '../../../src/calendar/runner/ports';
import type { Failure } from '../../../src/kit/failure';
import { fail } from '../../../src/kit/result';
import { Company, MINUTE_MS, type Person } from '../../calendar/company';
import { anEntry } from '../../calendar/world';
import { Crash } from './hostile';
import { hostileCompany, type CompanyFault } from './hostile-company';
import { runsOf } from '../runs-of';

// Names that are part of no other word.
const NAMES = ['zq1', 'zq2', 'zq3'] as const;

/** One thing that a person does. Every text they write carries their own name. */
const acts = fc.record({
  name: fc.constantFrom(...NAMES),
  act: fc.constantFrom(
    'event',
    'activity',
    'rename',
    'remove',
    'on',
    'off',
    'leave',
    'preview',
    'look',
  ),
  pick: fc.nat(5),
});
type Act = typeof acts extends fc.Arbitrary<infer A> ? A : never;

function doAct(company: Company, { name, act, pick }: Act, tag: number): void {
  const person = company.people.get(`${name}@example.com`)!;
  const entry = anEntry({ title: `${name} ${tag}`, notes: `Of ${name}` });
  const live = person.google.live();
  const event = live[pick % Math.max(1, live.length)];
  if (act === 'event') person.addEvent(entry);
  if (act === 'activity') person.addActivity(entry);
  if (act === 'rename' && event) person.google.put({ ...event, summary: `${name} ${tag}` });
  if (act === 'remove' && event) person.google.remove(event.id);
  if (act === 'on' || act === 'preview' || act === 'look')
    company.wish(person.email, { kind: act });
  if (act === 'off') company.wish(person.email, { kind: 'off', copies: 'keep' });
  if (act === 'leave') company.wish(person.email, { kind: 'off', copies: 'remove' });
}

/** All that is kept of a person, wherever it is. */
const textsOf = (company: Company, { userId, google, work }: Person): string =>
  JSON.stringify([
    [...google.events.values()],
    [...work.activities.values()],
    company.records.links(userId),
    company.records.journals.get(userId) ?? [],
    company.connections.rows.get(userId) ?? null,
    company.board.status(userId),
    company.previews.of(userId, company.clock.nowMs),
  ]);

const rounds = fc.array(
  fc.tuple(
    fc.array(acts, { maxLength: 6 }),
    fc.nat(60),
    fc.constantFrom<CompanyFault | null>(null, null, 'crash-before', 'crash-after', 'fail-after'),
  ),
  { minLength: 1, maxLength: 5 },
);

function play(
  company: Company,
  all: readonly (readonly [readonly Act[], number, CompanyFault | null])[],
): void {
  let tag = 0;
  for (const [round, at, fault] of all) {
    for (const act of round) doAct(company, act, (tag += 1));
    try {
      company.run((ports) => hostileCompany(ports, (call) => (call === at ? fault : null)));
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    company.later(30 * MINUTE_MS);
  }
}

test('nothing of one person is ever found with another, whatever they do and whatever fails [Inv18, Inv19]', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const company = new Company();
      for (const name of NAMES) company.add(name);
      play(company, all);
      for (const person of company.people.values()) {
        const others = NAMES.filter((name) => !person.email.startsWith(name));
        for (const other of others) expect(textsOf(company, person)).not.toContain(other);
      }
    }),
    runsOf(150),
  );
});

test('whoever is on ends with both sides alike, whatever was turned on and off before [Inv4, Inv24]', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const company = new Company();
      for (const name of NAMES) company.add(name);
      play(company, all);
      for (const { email } of company.people.values()) company.wish(email, { kind: 'on' });
      for (let run = 0; run < 5; run += 1) {
        company.run();
        company.later(30 * MINUTE_MS);
      }
      for (const { userId, googleSays, workSays } of company.people.values()) {
        if (company.connections.rows.get(userId)?.failure === 'held') continue;
        expect(googleSays()).toEqual(workSays());
        expect(new Set(googleSays()).size).toBe(googleSays().length);
      }
      expect(company.wishes.all()).toEqual([]);
    }),
    runsOf(150),
  );
});

describe('a poisoned person', () => {
  const company = (): Company => {
    const made = new Company();
    for (let index = 0; index < 12; index += 1) {
      const person = made.add(`p${String(index).padStart(2, '0')}`);
      person.addEvent(anEntry({ title: person.email }));
      made.turnOn(person);
    }
    return made;
  };
  const poison =
    (email: string, act: () => ReturnType<typeof fail<Failure>>) =>
    (ports: RunnerPorts): RunnerPorts => ({
      ...ports,
      google: {
        ...ports.google,
        of: (asked) => ({
          ...ports.google.of(asked),
          ...(asked.email === email && { changes: act }),
        }),
      },
    });
  const healthy = (made: Company, email: string): boolean[] =>
    [...made.people.values()]
      .filter((person) => person.email !== email)
      .map((person) => JSON.stringify(person.googleSays()) === JSON.stringify(person.workSays()));

  test.each<Failure>([
    { kind: 'unavailable', message: 'always' },
    { kind: 'timed-out', service: 'Google Calendar' },
    { kind: 'grant-revoked', account: 'p03@example.com' },
    { kind: 'calendar-off', account: 'p03@example.com' },
  ])('whose calendar always answers $kind delays nobody [Inv19]', (failure) => {
    const made = company();
    const poisoned = poison('p03@example.com', () => fail(failure));
    expect(made.run(poisoned)).toEqual({ kind: 'finished' });
    expect(new Set(healthy(made, 'p03@example.com'))).toEqual(new Set([true]));
  });

  test.each(
    Array.from({ length: 12 }, (_, index) => `p${String(index).padStart(2, '0')}@example.com`),
  )('who ends every execution, %s, holds nobody up for more than one [Inv15, Inv19]', (email) => {
    const made = company();
    const deadly = poison(email, () => {
      throw new Crash();
    });
    for (let run = 0; run < 3; run += 1) {
      expect(() => made.run(deadly)).toThrow(Crash);
      made.later(60 * MINUTE_MS);
    }
    expect(new Set(healthy(made, email))).toEqual(new Set([true]));
    for (const row of made.connections.rows.values())
      if (row.email !== email) expect([row.email, row.lastRunAt]).not.toEqual([row.email, null]);
  });
});
