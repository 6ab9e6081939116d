import { stringify, type Options } from 'csv-stringify/sync';
import { LocalWorkspace } from '../../../emulator/local-workspace';
import { companyFromUsers, type UsersFileOptions } from '../../../emulator/seed/users-file';
import { directoryAs, type Answer } from '../directory/acting';

export const NOW = Date.UTC(2026, 2, 2, 8);

/** The header of a download, as the Admin console writes it. */
export const HEADER = [
  'First Name [Required]',
  'Last Name [Required]',
  'Email Address [Required]',
  'Password [Required]',
  'Password Hash Function [UPLOAD ONLY]',
  'Org Unit Path [Required]',
  'New Primary Email [UPLOAD ONLY]',
  'Status [READ ONLY]',
  'Last Sign In [READ ONLY]',
  'Recovery Email',
  'Home Secondary Email',
  'Work Secondary Email',
  'Recovery Phone [MUST BE IN THE E.164 FORMAT]',
  'Work Phone',
  'Home Phone',
  'Mobile Phone',
  'Work Address',
  'Home Address',
  'Employee ID',
  'Employee Type',
  'Employee Title',
  'Manager Email',
  'Department',
  'Cost Center',
  '2sv Enrolled [READ ONLY]',
  'Building ID',
  'Floor Name',
  'Floor Section',
  'Email Usage [READ ONLY]',
];

/** A line's values by column name, without the text in brackets. */
export type Line = Readonly<Record<string, string>>;

export const aLine = (parts: Line = {}): Line => ({
  'First Name': 'Anna',
  'Last Name': 'Berg',
  'Email Address': 'anna@acme.example',
  Password: '****',
  'Org Unit Path': '/',
  Status: 'Active',
  ...parts,
});

/** A file as csv-stringify writes it. */
export const csvOf = (
  lines: readonly Line[],
  {
    header = HEADER,
    ...options
  }: Omit<Options, 'header'> & { readonly header?: readonly string[] } = {},
): string =>
  stringify(
    [header, ...lines.map((line) => header.map((name) => line[name.replace(/ \[.*/, '')] ?? ''))],
    options,
  );

export const company = (csv: string | Uint8Array, more: Partial<UsersFileOptions> = {}) =>
  companyFromUsers(typeof csv === 'string' ? Buffer.from(csv) : csv, { now: NOW, ...more });

/** Everybody as the super administrator sees them through the Directory API, by address. */
export function usersOf({ state, superAdmin }: ReturnType<typeof company>): Answer[] {
  const workspace = new LocalWorkspace({ state, latency: 'none', startAt: NOW });
  const list = directoryAs(workspace, superAdmin);
  const users: Answer[] = [];
  for (let pageToken: string | undefined, first = true; first || pageToken; first = false) {
    const page = list('users.list', {
      customer: 'my_customer',
      maxResults: 500,
      orderBy: 'email',
      ...(pageToken && { pageToken }),
    });
    users.push(...page.users);
    pageToken = page.nextPageToken;
  }
  return users;
}
