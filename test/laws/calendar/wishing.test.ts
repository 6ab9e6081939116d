import type { RunnerPorts } from '../../../src/calendar/runner/ports';
import { Company, MINUTE_MS, type Person } from '../../calendar/company';
import { anEntry, crowd } from '../../calendar/world';
import { Crash } from './hostile';
import { hostileCompany, type CompanyFault } from './hostile-company';

interface Wished {
  readonly company: Company;
  readonly people: readonly Person[];
}

/** People with wishes of every kind, each with something at stake. */
function wished(): Wished {
  const company = new Company();
  const names = ['starts', 'stops', 'removes', 'looks', 'approves', 'previews'];
  const people = names.map((name) => company.add(name));
  const [starts, stops, removes, looks, approves, previews] = people as [
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  for (const person of people) {
    crowd(person === approves ? 14 : 3).forEach((entry) => person.addEvent(entry));
    person.addActivity(anEntry({ title: `Activity of ${person.email}` }));
  }
  company.turnOn(stops, removes, looks, approves);
  company.run();
  company.run();
  approves.google
    .live()
    .slice(0, 12)
    .forEach(({ id }) => approves.google.remove(id));
  company.later(90 * MINUTE_MS);
  company.run();
  stops.addEvent(anEntry({ title: 'After the end' }));
  removes.addEvent(anEntry({ title: 'Of my own' }));
  looks.addEvent(anEntry({ title: 'Just now' }));
  company.wish(starts.email, { kind: 'on' });
  company.wish(stops.email, { kind: 'off', copies: 'keep' });
  company.wish(removes.email, { kind: 'off', copies: 'remove' });
  company.wish(looks.email, { kind: 'look' });
  company.wish(approves.email, { kind: 'approve', deletions: 12, creations: 0, changes: 0 });
  company.wish(previews.email, { kind: 'preview' });
  return { company, people };
}

function crashed(company: Company, change: (ports: RunnerPorts) => RunnerPorts): void {
  try {
    company.run(change);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  company.later(10 * MINUTE_MS);
}

/** Everything that a person could notice. */
const outcome = ({ company, people }: Wished) => ({
  people: people.map((person) => ({
    google: person.googleSays(),
    work: person.workSays(),
    state: company.connections.rows.get(person.userId)?.state ?? null,
    links: company.records.links(person.userId).length,
  })),
  wishes: company.wishes.all().map(({ wish }) => wish.kind),
  previews: people.map(
    ({ userId }) => company.previews.of(userId, company.clock.nowMs)?.preview.work.create.count,
  ),
});

const settled = (world: Wished): ReturnType<typeof outcome> => {
  for (let run = 0; run < 4; run += 1) {
    company_(world).run();
    company_(world).later(20 * MINUTE_MS);
  }
  return outcome(world);
};
const company_ = ({ company }: Wished): Company => company;

const calm = settled(wished());
const calls = { count: 0 };
const counting = wished();
counting.company.run((ports) => hostileCompany(ports, () => null, calls));

test('calmly, every wish is fulfilled', () => {
  expect(calm.wishes).toEqual([]);
  expect(calm.people.map(({ state }) => state)).toEqual(['on', 'off', 'off', 'on', 'on', null]);
  expect(calm.people.map(({ google }) => google.length)).toEqual([4, 5, 4, 5, 3, 3]);
  expect(calm.people.map(({ work }) => work.length)).toEqual([4, 4, 1, 5, 3, 1]);
  expect(calm.previews[5]).toBe(3);
});

test.each<CompanyFault>(['crash-before', 'crash-after', 'fail-before', 'fail-after'])(
  '%s at any call of the runner loses no wish, and makes nothing twice [Inv2, Inv6, Inv24]',
  (fault) => {
    expect(calls.count).toBeGreaterThan(80);
    for (let call = 0; call < calls.count; call += 1) {
      const world = wished();
      crashed(world.company, (ports) =>
        hostileCompany(ports, (count) => (count === call ? fault : null)),
      );
      expect([call, settled(world)]).toEqual([call, calm]);
    }
  },
);
