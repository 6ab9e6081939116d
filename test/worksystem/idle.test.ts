import { activityOfEntry } from '../../src/calendar/entry/activity';
import { MINUTE_MS } from '../calendar/company';
import { anEntry, aPolicy } from '../calendar/world';
import { had, personAt, retyped, standing, typed, workbookOf } from './workbook-of';
import { WorkbookCompany } from './workbook-company';
import { ACTIVITIES } from '../../src/worksystem/workbook/forms';
import { fieldsOf } from '../../src/sheets/table';
import { cellsOfActivity } from '../../src/worksystem/workbook/activity-row';
import { namesOf } from '../../src/worksystem/workbook/types';

const FIELDS = fieldsOf(ACTIVITIES);
const HOUR_MS = 60 * MINUTE_MS;
const IDLE = ['read', 'version'];

const aRow = (name: string, owner: string) => ({
  Name: name,
  Owner: owner,
  Start: '2026-03-02 09:00',
  End: '2026-03-02 10:00',
});

/** People with an event and a row each; all are in step. */
function settled(count = 2) {
  const company = new WorkbookCompany();
  const people = Array.from({ length: count }, (_, index) => company.add(`p${index}`));
  for (const person of people) {
    company.employ(person.email);
    person.addEvent(anEntry({ title: `Event of ${person.email}` }));
    typed(company.spreadsheet, 'Activities', aRow(`Row of ${person.email}`, person.email));
  }
  company.turnOn(...people);
  for (let run = 0; run < 4; run += 1) {
    company.run();
    company.later(HOUR_MS);
  }
  company.spreadsheet.asked();
  return { company, people, ann: people[0]! };
}

const cycle = (company: WorkbookCompany): string[] => {
  company.later(HOUR_MS);
  company.run();
  return [...company.spreadsheet.asked()].sort();
};

const titlesOf = (person: ReturnType<WorkbookCompany['add']>): string[] =>
  person.google
    .live()
    .map(({ summary }) => summary ?? '')
    .sort();

test.each([2, 30])(
  'an idle cycle of %s people is one call to Drive and one to Sheets [Inv3]',
  (count) => {
    const { company } = settled(count);
    expect(cycle(company)).toEqual(IDLE);
    expect(cycle(company)).toEqual(IDLE);
  },
);

test('everybody in step has both their event and their row on both sides', () => {
  const { company, people } = settled();
  for (const person of people)
    expect(titlesOf(person)).toEqual([`Event of ${person.email}`, `Row of ${person.email}`]);
  expect(standing(company.spreadsheet, 'Activities')).toHaveLength(4);
  expect(standing(company.spreadsheet, 'Connections')).toHaveLength(2);
  expect(standing(company.spreadsheet, 'Links')).toHaveLength(4);
  expect(standing(company.spreadsheet, 'Runs')).not.toEqual([]);
  // Four writes, and that two people turned their sync on.
  expect(standing(company.spreadsheet, 'Journal')).toHaveLength(6);
});

test('a cycle that wrote rows is followed by an idle one: our own writes are no news', () => {
  const { company, ann } = settled();
  ann.addEvent(anEntry({ title: 'One more' }));
  expect(cycle(company)).toContain('write');
  expect(cycle(company)).toEqual(IDLE);
});

test('an edit in a sheet is carried over by the next cycle, and the one after is idle', () => {
  const { company, ann } = settled();
  retyped(company.spreadsheet, `Row of ${ann.email}`, { Location: 'Room 1' });
  cycle(company);
  expect(ann.google.live().map(({ location }) => location)).toContain('Room 1');
  cycle(company);
  expect(cycle(company)).toEqual(IDLE);
});

test('an edit that says nothing new costs a reading, once', () => {
  const { company } = settled();
  company.spreadsheet.edit('Activities', (rows) => {
    rows[0]!.push('Cost');
    const [headings, ...rest] = rows.splice(0);
    rows.push(headings!, ...rest.reverse());
  });
  const calls = cycle(company);
  expect(calls.filter((name) => name !== 'read' && name !== 'version')).toEqual([]);
  expect(cycle(company)).toEqual(IDLE);
});

test('an edit made at any moment of a cycle is carried over by it or by the next two [Inv1]', () => {
  const counting = settled();
  counting.ann.addEvent(anEntry({ title: 'One more' }));
  const calls = cycle(counting.company).length;
  expect(calls).toBeGreaterThan(5);
  for (let call = 0; call <= calls; call += 1) {
    const { company, ann } = settled();
    ann.addEvent(anEntry({ title: 'One more' }));
    let count = 0;
    company.spreadsheet.before = () => {
      if (count++ === call)
        retyped(company.spreadsheet, `Row of ${ann.email}`, { Notes: `Typed at ${call}` });
    };
    cycle(company);
    company.spreadsheet.before = () => undefined;
    cycle(company);
    cycle(company);
    const notes = ann.google.live().map(({ description }) => description ?? '');
    if (call < calls)
      expect([call, notes]).toEqual([call, expect.arrayContaining([`Typed at ${call}`])]);
    expect(ann.google.live()).toHaveLength(3);
    expect(standing(company.spreadsheet, 'Activities')).toHaveLength(5);
  }
});

test('a state asked for after a write vouches for no edit that the sync was not shown [Inv1]', () => {
  const { company, ann } = settled();
  const { calendars } = workbookOf(company.spreadsheet, company.memory);
  const calendar = calendars.of(ann);
  const cursor = had(calendars.stateOf(ann));
  expect(had(calendar.changes(cursor, ''))).toMatchObject({ items: [], isFull: false });
  retyped(company.spreadsheet, `Row of ${ann.email}`, { Notes: 'Typed meanwhile' });
  const content = activityOfEntry(anEntry({ title: 'New' }), aPolicy().types);
  had(
    calendar.write([{ kind: 'insert', content, owner: ann.email, externalId: 'new', slot: null }]),
  );
  const after = had(calendars.stateOf(ann));
  expect(had(workbookOf(company.spreadsheet).calendars.stateOf(ann))).not.toBe(after);
});

test('after a write nothing is remembered: somebody else’s row may have been edited before it [Inv1]', () => {
  const { company, people } = settled();
  const [ann, bob] = people;
  const book = workbookOf(company.spreadsheet, company.memory);
  const calendar = book.calendars.of(ann!);
  had(calendar.get(['none']));
  retyped(company.spreadsheet, `Row of ${bob!.email}`, { Notes: 'Typed meanwhile' });
  const content = activityOfEntry(anEntry({ title: 'New' }), aPolicy().types);
  const own = { owner: ann!.email, externalId: 'new', slot: null };
  had(calendar.write([{ kind: 'insert', content, ...own }]));
  book.isChanged();
  had(book.settle());
  cycle(company);
  expect(bob!.google.live().map(({ description }) => description)).toContain('Typed meanwhile');
});

test('a state asked for after a write that met no edit is the one that the next execution finds', () => {
  const { company, ann } = settled();
  const { calendars } = workbookOf(company.spreadsheet);
  const calendar = calendars.of(ann);
  had(calendar.changes(null, ''));
  const content = activityOfEntry(anEntry({ title: 'New' }), aPolicy().types);
  had(
    calendar.write([{ kind: 'insert', content, owner: ann.email, externalId: 'new', slot: null }]),
  );
  const after = had(calendars.stateOf(ann));
  expect(had(workbookOf(company.spreadsheet).calendars.stateOf(ann))).toBe(after);
});

test('one person’s news cost the others nothing: only their calendar is written', () => {
  const { company, people } = settled(3);
  const [ann, ...others] = people;
  retyped(company.spreadsheet, `Row of ${ann!.email}`, { Name: 'Renamed' });
  const before = others.map((person) => person.google.written.length);
  cycle(company);
  expect(titlesOf(ann!)).toContain('Renamed');
  expect(others.map((person) => person.google.written.length)).toEqual(before);
});

test('when Drive does not answer, the rows are read instead [Inv1]', () => {
  const { company, ann } = settled();
  retyped(company.spreadsheet, `Row of ${ann.email}`, { Name: 'Renamed' });
  let isDown = true;
  company.spreadsheet.faultAt = (_, name) => {
    const fails = name === 'version' && isDown;
    isDown = isDown && name !== 'version';
    return fails ? 'fail-before' : null;
  };
  cycle(company);
  expect(titlesOf(ann)).toContain('Renamed');
});

test('a memory that is lost, or of another spreadsheet, costs a reading and loses nothing', () => {
  const { company, ann } = settled();
  retyped(company.spreadsheet, `Row of ${ann.email}`, { Name: 'Renamed' });
  company.memory.values.clear();
  cycle(company);
  expect(titlesOf(ann)).toContain('Renamed');
});

test('ten thousand rows are read in well under a second', () => {
  const company = new WorkbookCompany();
  const types = namesOf([
    { id: 'meeting', name: 'Meeting', isDefault: true, isPersonal: false, isTask: false },
  ]);
  const content = activityOfEntry(
    anEntry({ notes: 'Bring cake', location: 'Room 1' }),
    aPolicy().types,
  );
  company.spreadsheet.edit('Activities', (rows) => {
    const [headings] = rows;
    for (let index = 0; index < 10_000; index += 1) {
      const owner = `p${index % 100}@example.com`;
      const own = { id: `a${index}`, owner, externalId: '', slot: null };
      const cells = Object.entries(
        cellsOfActivity({ ...content, name: `Row ${index}` }, own, types),
      );
      const byField = new Map(cells);
      rows.push(FIELDS.map((field) => byField.get(field)!));
    }
    expect(headings).toHaveLength(FIELDS.length);
  });
  const { calendars } = company.book;
  const began = process.cpuUsage();
  for (let person = 0; person < 100; person += 1)
    calendars.stateOf(personAt(`p${person}@example.com`));
  const states = process.cpuUsage(began);
  for (let person = 0; person < 100; person += 1)
    calendars.of(personAt(`p${person}@example.com`)).changes(null, '');
  const all = process.cpuUsage(began);
  const ms = ({ user, system }: NodeJS.CpuUsage): number => Math.round((user + system) / 1000);
  if (process.env['SHOW_FIGURES'])
    console.log(`states ${ms(states)} ms, with activities ${ms(all)} ms`);
  expect(ms(states)).toBeLessThan(1000);
});
