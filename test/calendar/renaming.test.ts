import { typed } from '../worksystem/workbook-of';
import type { WorkbookCompany } from '../worksystem/workbook-company';
import { Person } from './company';
import { addRow, hourPasses, rows, settled, titles } from './people-with-rows';
import { anEntry } from './world';

const HOUR_MS = 3_600_000;

describe('somebody whose address is changed', () => {
  test.each([true, false])(
    'stays in step, nothing is there twice, and the rows follow (the old address stays as an alias: %s) [D5, TC11]',
    (keepsAlias) => {
      const { company, people } = settled('ann');
      const ann = people[0]!;
      ann.rename('ann.two@example.com', { keepsAlias });
      hourPasses(company);
      expect(rows(company)).toEqual([
        'Event of ann · ann.two@example.com',
        'Row of ann · ann.two@example.com',
      ]);
      expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
      ann.addEvent(anEntry({ title: 'After' }));
      addRow(company, 'ann.two@example.com', 'Row after');
      company.run();
      expect(rows(company)).toHaveLength(4);
      expect(titles(ann)).toEqual(['After', 'Event of ann', 'Row after', 'Row of ann']);
      expect(company.connections.rows.size + company.board.status(ann.userId)!.links).toBe(4);
    },
  );

  test('gets new rows under the new address at once, though their token lasts; without news nobody is looked up before the hour is over', () => {
    const { company, people } = settled('ann', 'bob');
    const [ann] = people as [Person, Person];
    const before = company.lookUps.length;
    ann.rename('ann.two@example.com');
    company.later(5 * 60_000);
    company.run();
    expect(company.lookUps).toHaveLength(before);
    ann.addEvent(anEntry({ title: 'Within the hour' }));
    company.later(5 * 60_000);
    company.run();
    expect(company.lookUps.slice(before)).toEqual([1]);
    expect(rows(company)).toEqual([
      'Event of ann · ann.two@example.com',
      'Event of bob · bob@example.com',
      'Row of ann · ann.two@example.com',
      'Row of bob · bob@example.com',
      'Within the hour · ann.two@example.com',
    ]);
    hourPasses(company);
    expect(rows(company)).toHaveLength(5);
    expect(titles(ann)).toEqual(['Event of ann', 'Row of ann', 'Within the hour']);
  });

  test('goes on under the known address while the directory does not respond', () => {
    const { company, people } = settled('ann');
    const ann = people[0]!;
    ann.rename('ann.two@example.com');
    ann.addEvent(anEntry({ title: 'Meanwhile' }));
    company.isDirectoryDown = true;
    company.run();
    expect(rows(company)).toContain('Meanwhile · ann@example.com');
    company.isDirectoryDown = false;
    hourPasses(company);
    expect(rows(company)).toContain('Meanwhile · ann.two@example.com');
  });

  test('keeps the activities that are at an alias of theirs', () => {
    const { company, people } = settled('ann');
    const ann = people[0]!;
    ann.addresses = ['ann@example.com', 'a.alias@example.com'];
    addRow(company, 'a.alias@example.com', 'Row at the alias');
    hourPasses(company);
    expect(titles(ann)).toContain('Row at the alias');
    expect(rows(company)).toContain('Row at the alias · a.alias@example.com');
    ann.addresses = ['ann@example.com'];
    hourPasses(company);
    expect(rows(company)).toContain('Row at the alias · ann@example.com');
    expect(titles(ann).filter((title) => title === 'Row at the alias')).toHaveLength(1);
  });

  test('who had turned the sync off is found under the new address when it is turned on again', () => {
    const { company, people } = settled('ann');
    const ann = people[0]!;
    company.wish(ann.email, { kind: 'off', copies: 'keep' });
    company.run();
    ann.rename('ann.two@example.com');
    company.later(HOUR_MS);
    company.wishes.put(ann, { kind: 'on', at: company.at(), consentVersion: 1 });
    company.run();
    expect(rows(company)).toEqual([
      'Event of ann · ann.two@example.com',
      'Row of ann · ann.two@example.com',
    ]);
    expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  });
});

describe('an address that is given on', () => {
  /** Somebody new at an address that was another’s. */
  function newcomer(company: WorkbookCompany, email: string): Person {
    const person = new Person(email, 'u-newcomer');
    company.people.set('newcomer', person);
    typed(company.spreadsheet, 'People', { Email: email, 'Google id': person.userId });
    person.addEvent(anEntry({ title: 'Private of the newcomer' }));
    return person;
  }

  test('the newcomer is not synced by the former holder’s consent [Att32]', () => {
    const { company, people } = settled('ann');
    const ann = people[0]!;
    ann.rename('ann.two@example.com');
    const comer = newcomer(company, 'ann@example.com');
    hourPasses(company);
    expect(rows(company).join()).not.toContain('Private');
    expect(titles(comer)).toEqual(['Private of the newcomer']);
    expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  });

  test.each(['renamed', 'deleted'] as const)(
    'the newcomer who turns their sync on gets nothing of whoever was %s, whose rows stay [Att32]',
    (fate) => {
      const { company, people } = settled('ann');
      const ann = people[0]!;
      if (fate === 'renamed') ann.rename('ann.two@example.com');
      else ann.account = 'deleted';
      const comer = newcomer(company, 'ann@example.com');
      // At once, while Ann's token still lasts.
      company.later(5 * 60_000);
      company.wishes.put(comer, { kind: 'on', at: company.at(), consentVersion: 1 });
      company.run();
      expect(titles(comer)).toEqual(['Private of the newcomer']);
      hourPasses(company);
      const now = fate === 'renamed' ? 'ann.two@example.com' : 'ann@example.com';
      expect(titles(comer)).toEqual(['Private of the newcomer']);
      expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
      expect(rows(company)).toEqual([
        `Event of ann · ${now}`,
        'Private of the newcomer · ann@example.com',
        `Row of ann · ${now}`,
      ]);
    },
  );

  test('what is typed there while the token of the former holder lasts is the newcomer’s alone [Att32]', () => {
    const { company, people } = settled('ann');
    const ann = people[0]!;
    ann.rename('ann.two@example.com');
    const comer = newcomer(company, 'ann@example.com');
    company.later(5 * 60_000);
    company.wishes.put(comer, { kind: 'on', at: company.at(), consentVersion: 1 });
    company.run();
    addRow(company, 'ann@example.com', 'Typed for the newcomer');
    company.run();
    company.run();
    expect(titles(comer)).toEqual(['Private of the newcomer', 'Typed for the newcomer']);
    expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  });

  test('two people who swap their addresses keep what is theirs, and what is typed at an address is its holder’s [TC11]', () => {
    const { company, people } = settled('ann', 'bob');
    const [ann, bob] = people as [Person, Person];
    ann.rename('bob@example.com');
    bob.rename('ann@example.com');
    addRow(company, 'bob@example.com', 'Typed after the swap');
    hourPasses(company);
    expect(titles(ann)).toEqual(['Event of ann', 'Row of ann', 'Typed after the swap']);
    expect(titles(bob)).toEqual(['Event of bob', 'Row of bob']);
    expect(rows(company)).toEqual([
      'Event of ann · bob@example.com',
      'Event of bob · ann@example.com',
      'Row of ann · bob@example.com',
      'Row of bob · ann@example.com',
      'Typed after the swap · bob@example.com',
    ]);
  });

  test('an activity that a colleague is handed is the colleague’s', () => {
    const { company, people } = settled('ann', 'bob');
    const [, bob] = people as [Person, Person];
    company.spreadsheet.edit('Activities', (all) => {
      const [headings] = all;
      const row = all.find((one) => one.includes('Row of ann'))!;
      row[headings!.indexOf('Owner')] = 'bob@example.com';
    });
    company.run();
    expect(titles(bob)).toContain('Row of ann');
  });
});

test('a deleted account is reported, and in step again once it is restored [Inv10]', () => {
  const { company, people } = settled('ann', 'bob');
  const [ann, bob] = people as [Person, Person];
  ann.account = 'deleted';
  addRow(company, 'ann@example.com', 'Meanwhile');
  addRow(company, 'bob@example.com', 'Bob’s');
  hourPasses(company);
  expect(company.board.status(ann.userId)).toMatchObject({ outcome: 'failed' });
  expect(titles(bob)).toContain('Bob’s');
  expect(rows(company)).toHaveLength(6);
  ann.account = 'active';
  hourPasses(company);
  expect(titles(ann)).toEqual(['Event of ann', 'Meanwhile', 'Row of ann']);
});
