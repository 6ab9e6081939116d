/** Everybody in the work system as a table, so that no administrator needs the spreadsheet to find one of 10,000. */
import type { PageTable } from '../card/page-table';
import type { DirectoryDesk } from './desk';
import type { Employee } from './employee';

/** Null while nobody is there, and where the workbook cannot be read: the card above says why. */
export function everybody({ employees, syncs }: DirectoryDesk): PageTable | null {
  const people = employees.load();
  if (!people.ok || people.value.length === 0) return null;
  const sync = syncs();
  const words = sync.ok ? sync.value : new Map<string, string>();
  const rows = people.value.map((employee) => [
    nameOf(employee),
    employee.email,
    employee.orgUnitPath,
    employee.department,
    employee.isActive ? 'Active' : 'Not active',
    words.get(employee.googleId ?? '') ?? 'Off',
  ]);
  return {
    title: 'Everybody in the work system',
    columns: [
      { title: 'Name', kind: 'text' },
      { title: 'Address', kind: 'text' },
      { title: 'Org unit', kind: 'choice' },
      { title: 'Department', kind: 'choice' },
      { title: 'In the work system', kind: 'choice' },
      { title: 'Calendar sync', kind: 'choice' },
    ],
    rows: rows.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    empty: '',
    rest: null,
  };
}

const nameOf = ({ givenName, familyName, email }: Employee): string =>
  `${givenName} ${familyName}`.trim() || email;
