// A row whose Owner is changed: the copy in the former owner's calendar goes, the new owner gets one.
import { changeOfActivity } from '../../src/calendar/entry/activity';
import { retyped, standing, typed } from '../worksystem/workbook-of';
import type { WorkbookCompany } from '../worksystem/workbook-company';
import type { Person } from './company';
import { addRow, settled, titles } from './people-with-rows';
import { anEntry, aPolicy, World } from './world';

const BOB = 'bob@example.com';

const give = (company: WorkbookCompany, name: string, owner: string): void =>
  retyped(company.spreadsheet, name, { Owner: owner });

function runs(company: WorkbookCompany, times: number): void {
  for (let time = 0; time < times; time += 1) company.run();
}

/** Ann and Bob are in step; the next runs write no more. */
function pair() {
  const { company, people } = settled('ann', 'bob');
  runs(company, 2);
  const [ann, bob] = people as [Person, Person];
  return { company, ann, bob };
}

const written = (...people: readonly Person[]): number =>
  people.reduce((sum, person) => sum + person.google.written.length, 0);

/** Nothing more is written, whatever happens next. */
function isSettled(company: WorkbookCompany, ...people: readonly Person[]): void {
  runs(company, 2);
  const before = [written(...people), JSON.stringify(standing(company.spreadsheet, 'Activities'))];
  company.later(3_600_000);
  runs(company, 2);
  expect([written(...people), JSON.stringify(standing(company.spreadsheet, 'Activities'))]).toEqual(
    before,
  );
}

test('is removed from the former owner’s calendar, and added to the new owner’s', () => {
  const { company, ann, bob } = pair();
  give(company, 'Row of ann', BOB);
  runs(company, 2);
  expect(titles(ann)).toEqual(['Event of ann']);
  expect(titles(bob)).toEqual(['Event of bob', 'Row of ann', 'Row of bob']);
  retyped(company.spreadsheet, 'Row of ann', { Name: 'Renamed' });
  runs(company, 2);
  expect(titles(bob)).toContain('Renamed');
  isSettled(company, ann, bob);
  expect(titles(ann)).toEqual(['Event of ann']);
});

test('leaves the former owner’s calendar though the new owner is not synced', () => {
  const { company, ann, bob } = pair();
  typed(company.spreadsheet, 'People', { Email: 'cleo@example.com' });
  give(company, 'Row of ann', 'cleo@example.com');
  runs(company, 2);
  expect(titles(ann)).toEqual(['Event of ann']);
  isSettled(company, ann, bob);
});

test('is still there after one look: somebody may be sorting the sheet [Inv10]', () => {
  const { company, ann, bob } = pair();
  give(company, 'Row of ann', BOB);
  company.run();
  expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  give(company, 'Row of ann', ann.email);
  runs(company, 3);
  expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  expect(titles(bob)).toEqual(['Event of bob', 'Row of bob']);
  isSettled(company, ann, bob);
});

test('comes back with the row, in both calendars once', () => {
  const { company, ann, bob } = pair();
  give(company, 'Row of ann', BOB);
  runs(company, 3);
  give(company, 'Row of ann', ann.email);
  runs(company, 3);
  expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  expect(titles(bob)).toEqual(['Event of bob', 'Row of bob']);
  isSettled(company, ann, bob);
});

test('two rows whose owners are swapped change calendars', () => {
  const { company, ann, bob } = pair();
  give(company, 'Row of ann', BOB);
  give(company, 'Row of bob', ann.email);
  runs(company, 3);
  expect(titles(ann)).toEqual(['Event of ann', 'Row of bob']);
  expect(titles(bob)).toEqual(['Event of bob', 'Row of ann']);
  isSettled(company, ann, bob);
});

test('an edit of its times together with its owner reaches the new owner', () => {
  const { company, ann, bob } = pair();
  retyped(company.spreadsheet, 'Row of ann', { Owner: BOB, Start: '2026-03-02 09:30' });
  runs(company, 2);
  expect(titles(ann)).toEqual(['Event of ann']);
  const [event] = bob.google.live().filter(({ summary }) => summary === 'Row of ann');
  expect(event?.start?.dateTime).toMatch(/^2026-03-02T09:30:00/);
});

test('an edit that the former owner made of the copy is carried to the row before the copy goes', () => {
  const { company, ann, bob } = pair();
  const [copy] = ann.google.live().filter(({ summary }) => summary === 'Row of ann');
  ann.google.put({ ...copy!, location: 'Room 4' });
  give(company, 'Row of ann', BOB);
  runs(company, 4);
  expect(titles(ann)).toEqual(['Event of ann']);
  const [row] = standing(company.spreadsheet, 'Activities').filter(
    ({ Name }) => Name === 'Row of ann',
  );
  expect(row).toMatchObject({ Owner: BOB, Location: 'Room 4' });
  const [theirs] = bob.google.live().filter(({ summary }) => summary === 'Row of ann');
  expect(theirs?.location).toBe('Room 4');
  isSettled(company, ann, bob);
});

test('an event that the former owner made stays theirs, unlinked from the row, and their card says so', () => {
  const { company, ann, bob } = pair();
  give(company, 'Event of ann', BOB);
  runs(company, 2);
  expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  expect(titles(bob)).toEqual(['Event of ann', 'Event of bob', 'Row of bob']);
  expect(company.board.status(ann.userId)?.leftOut).toContainEqual({
    reason: 'handed-over',
    count: 1,
  });
  const [own] = ann.google.live().filter(({ summary }) => summary === 'Event of ann');
  ann.google.put({ ...own!, summary: 'Ann’s alone' });
  retyped(company.spreadsheet, 'Event of ann', { Name: 'Bob’s' });
  runs(company, 3);
  expect(titles(ann)).toEqual(['Ann’s alone', 'Row of ann']);
  expect(titles(bob)).toContain('Bob’s');
  expect(standing(company.spreadsheet, 'Activities')).toHaveLength(4);
  isSettled(company, ann, bob);
});

test('an event that is given away and back is synced again, and the card of the open event says so', () => {
  const { company, ann, bob } = pair();
  const [own] = ann.google.live().filter(({ summary }) => summary === 'Event of ann');
  const isApart = (): boolean | null => company.board.isApart(ann.userId, own!.id);
  give(company, 'Event of ann', BOB);
  runs(company, 3);
  expect(isApart()).toBe(true);
  give(company, 'Event of ann', ann.email);
  runs(company, 3);
  expect(isApart()).toBe(false);
  expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  expect(titles(bob)).toEqual(['Event of bob', 'Row of bob']);
  isSettled(company, ann, bob);
});

test.each(['', 'bob@exampel.com', 'Bob Example'])(
  'an owner “%s” that is nobody’s takes nothing away, and once it is put right the new owner has it',
  (owner) => {
    const { company, ann, bob } = pair();
    give(company, 'Row of ann', owner);
    runs(company, 4);
    expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
    expect(company.board.status(ann.userId)?.leftOut).toContainEqual({
      reason: 'owner-unknown',
      count: 1,
    });
    give(company, 'Row of ann', BOB);
    runs(company, 3);
    expect(titles(ann)).toEqual(['Event of ann']);
    expect(titles(bob)).toContain('Row of ann');
    isSettled(company, ann, bob);
  },
);

test('of somebody whose sync is off stays in their calendar, and goes once they turn it on', () => {
  const { company, ann, bob } = pair();
  company.wish(ann.email, { kind: 'off', copies: 'keep' });
  company.run();
  give(company, 'Row of ann', BOB);
  runs(company, 3);
  expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  expect(titles(bob)).toContain('Row of ann');
  company.turnOn(ann);
  runs(company, 4);
  expect(titles(ann)).toEqual(['Event of ann']);
  isSettled(company, ann, bob);
});

test('more than the brake lets go wait for the person', () => {
  const { company, people } = settled('ann', 'bob');
  const ann = people[0]!;
  for (let count = 1; count <= 8; count += 1) addRow(company, ann.email, `More ${count}`);
  runs(company, 2);
  for (let count = 1; count <= 8; count += 1) give(company, `More ${count}`, BOB);
  runs(company, 3);
  expect(titles(ann)).toHaveLength(10);
  expect(company.board.status(ann.userId)?.hold).toMatchObject({ missing: 8, links: 10 });
});

test.each([
  ['ann@example.com', 'present', undefined],
  ['ANN@example.com', 'present', undefined],
  ['bob@example.com', 'handed-over', undefined],
  ['BOB@Example.com', 'handed-over', undefined],
  ['', 'left-out', 'owner-unknown'],
  ['nobody@example.com', 'left-out', 'owner-unknown'],
])('an activity of %s’s is %s to Ann', (owner, kind, reason) => {
  const world = new World();
  const activity = world.work.activities.get(world.addActivity(anEntry()))!;
  expect(changeOfActivity({ ...activity, owner }, aPolicy())).toMatchObject({
    kind,
    ...(reason && { reason }),
  });
});
