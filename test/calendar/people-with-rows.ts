import { standing, typed } from '../worksystem/workbook-of';
import { WorkbookCompany } from '../worksystem/workbook-company';
import type { Person } from './company';
import { anEntry } from './world';

const HOUR_MS = 3_600_000;

/** People whose calendars and rows are in step, each with an event and a row of their own. */
export function settled(...names: readonly string[]) {
  const company = new WorkbookCompany();
  const people = names.map((name) => {
    const person = company.add(name);
    typed(company.spreadsheet, 'People', { Email: person.email, 'Google id': person.userId });
    person.addEvent(anEntry({ title: `Event of ${name}` }));
    addRow(company, person.email, `Row of ${name}`);
    return person;
  });
  company.turnOn(...people);
  company.run();
  return { company, people };
}

export const addRow = (company: WorkbookCompany, owner: string, name: string): void =>
  typed(company.spreadsheet, 'Activities', {
    Name: name,
    Owner: owner,
    Start: '2026-03-02 09:00',
    End: '2026-03-02 10:00',
    'Time zone': 'Europe/Helsinki',
  });

/** Long enough for every token to be made anew. */
export function hourPasses(company: WorkbookCompany): void {
  company.later(HOUR_MS);
  company.run();
  company.run();
}

export const rows = (company: WorkbookCompany): string[] =>
  standing(company.spreadsheet, 'Activities')
    .map((row) => `${row['Name']} · ${row['Owner']}`)
    .sort();

export const titles = ({ google }: Person): string[] =>
  google
    .live()
    .map(({ summary = '' }) => summary)
    .sort();
