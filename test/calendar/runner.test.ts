import { Company, MINUTE_MS } from './company';
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

test('whoever turned it on is synced, and their wish is gone', () => {
  const { company, ann, bob } = settled();
  expect(ann.googleSays()).toEqual(ann.workSays());
  expect(ann.googleSays()).toHaveLength(4);
  expect(bob.googleSays()).toEqual(bob.workSays());
  expect(company.wishes.all()).toEqual([]);
  expect(company.connections.rows.get(ann.email)).toMatchObject({
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
  expect(company.board.fresh(ann.email)?.at).toBe(
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
