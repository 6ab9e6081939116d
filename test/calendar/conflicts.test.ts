import { CALENDAR } from '../../src/calendar/panel/action-names';
import { MOST_CONFLICTS, withNew } from '../../src/calendar/boards/told-conflict';
import type { Conflict } from '../../src/calendar/ports';
import { Desk } from './desk';
import { anEntry, NOW } from './world';

const ANN = 'ann@example.com';

/** Somebody whose event was moved about on both sides so many times. */
function desk(conflicts: number) {
  const one = new Desk();
  const ann = one.company.add('ann');
  const id = ann.addEvent(anEntry({ title: 'Plan' }));
  one.press(ANN, CALENDAR.lookAhead);
  one.company.run();
  one.press(ANN, CALENDAR.start);
  one.company.run();
  const row = () => [...ann.work.activities.values()][0]!.id;
  const both = (place: string) => {
    ann.google.put({ ...ann.google.events.get(id)!, location: `${place} G` });
    ann.work.edit(row(), { location: `${place} W` });
    one.company.run();
  };
  one.company.settings = { ...one.company.settings, winner: 'work' };
  for (let count = 0; count < conflicts; count += 1) both(`Place${count}`);
  const listed = () => one.says(ANN).match(/Place\d+ G/g) ?? [];
  const kept = () => one.company.connections.rows.get('u-ann')!.conflicts;
  return { one, ann, both, listed, kept };
}

test('conflicts of many runs are listed, the newest first, page by page', () => {
  const { one, listed, kept } = desk(25);
  expect(kept()).toHaveLength(25);
  expect(listed()).toEqual(['Place24 G', 'Place23 G', 'Place22 G']);
  const third = JSON.stringify(one.press(ANN, CALENDAR.conflicts, { page: ['2'] }).card);
  expect(third).toContain('Place0 G');
  expect(third).toContain('Dismiss all');
});

test('they survive a cache that forgot, as soon as somebody looks', () => {
  const { one, listed } = desk(2);
  one.company.cache.values.clear();
  expect(listed()).toEqual([]);
  one.company.run();
  expect(listed()).toEqual(['Place1 G', 'Place0 G']);
});

test('what is dismissed is gone at once; several before the next run, and one that comes meanwhile stays', () => {
  const { one, both, listed, kept } = desk(3);
  const [newest, middle, oldest] = kept();
  one.press(ANN, CALENDAR.dismiss, { conflict: [newest!.key] });
  one.press(ANN, CALENDAR.dismiss, { conflict: [oldest!.key] });
  expect(listed()).toEqual(['Place1 G']);
  one.press(ANN, CALENDAR.dismiss, { until: [middle!.at] });
  expect(listed()).toEqual([]);
  both('Place9');
  expect(listed()).toEqual(['Place9 G']);
  expect(kept().map(({ lost }) => lost)).toEqual(['at “Place9 G”']);
});

test('a key or an instant that no card showed dismisses nothing', () => {
  const { one, listed } = desk(2);
  one.press(ANN, CALENDAR.dismiss, { conflict: ['nonsense'] });
  one.press(ANN, CALENDAR.dismiss, { until: ['9999-01-01T00:00:00.000Z'] });
  one.company.run();
  expect(listed()).toHaveLength(2);
});

test('dismissing never takes the place of what matters more', () => {
  const { one, kept } = desk(1);
  one.press(ANN, CALENDAR.turnOff, { copies: ['keep'] });
  one.press(ANN, CALENDAR.dismiss, { conflict: [kept()[0]!.key] });
  expect(one.company.wishes.of('u-ann')?.kind).toBe('off');
});

test('removing the copies takes the conflicts along', () => {
  const { one, kept } = desk(1);
  one.press(ANN, CALENDAR.turnOff, { copies: ['remove'] });
  one.company.run();
  expect(kept()).toEqual([]);
});

test('as many are kept as a row of the workbook holds', () => {
  const conflict: Conflict = {
    google: 'g',
    work: 'w',
    winner: 'google',
    fields: ['title'],
    lost: anEntry(),
  };
  const many = Array.from({ length: MOST_CONFLICTS + 20 }, () => conflict);
  const kept = withNew([], many, NOW);
  expect(kept).toHaveLength(MOST_CONFLICTS);
  expect(new Set(kept.map(({ key }) => key)).size).toBe(MOST_CONFLICTS);
  expect(JSON.stringify(withNew(kept, [], NOW)).length).toBeLessThan(50_000);
});

describe('conflicts and changes of private events', () => {
  test('say nothing of them once the organization hides their details', () => {
    const one = new Desk();
    const ann = one.company.add('ann');
    one.company.settings = { ...one.company.settings, privateEvents: 'full', winner: 'work' };
    const id = ann.addEvent(anEntry({ title: 'Doctor', private: true }));
    one.press(ANN, CALENDAR.lookAhead);
    one.company.run();
    one.press(ANN, CALENDAR.start);
    one.company.run();
    ann.google.put({ ...ann.google.events.get(id)!, location: 'Ward' });
    ann.work.edit([...ann.work.activities.values()][0]!.id, { location: 'Clinic' });
    one.company.run();
    expect(one.says(ANN)).toMatch(/Doctor.*Ward/);
    one.company.settings = { ...one.company.settings, privateEvents: 'busy' };
    one.company.run();
    const everything = JSON.stringify([
      [...one.company.connections.rows.values()],
      one.company.records.links('u-ann'),
      [...ann.work.activities.values()],
    ]);
    expect(everything).not.toMatch(/Doctor|Ward|Clinic/);
    expect(one.says(ANN)).not.toMatch(/Doctor|Ward|Clinic/);
  });
});
