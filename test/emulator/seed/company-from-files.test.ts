import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ical from 'ical-generator';
import { seedCompany } from '../../../emulator/seed/company';
import { companyFromFiles, type CompanyFiles } from '../../../emulator/seed/company-from-files';
import { startWorkspace, type StartedWorkspace } from '../../../emulator/start-workspace';
import type { WorkspaceState } from '../../../emulator/workspace/state/workspace-state';
import { aLine, csvOf, NOW } from './a-users-file';
import { icsOf, vevent } from './a-calendar-file';

const folder = mkdtempSync(join(tmpdir(), 'own-company-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const ANNA = 'anna@own.example';
const users = file(
  'users.csv',
  csvOf([
    aLine({ 'Email Address': ANNA, 'Employee Title': 'Seller' }),
    aLine({ 'First Name': 'Ida', 'Email Address': 'it@own.example' }),
    aLine({ 'Email Address': 'nobody' }),
  ]),
);
const calendar = ical();
calendar.createEvent({ id: 'own@generator', start: new Date(NOW), summary: 'From a file' });
const ics = file('anna.ics', calendar.toString());

const made = (files: Partial<CompanyFiles>, otherwise?: () => WorkspaceState) =>
  companyFromFiles({ calendars: [], ...files }, { now: NOW }, otherwise);

test('what was read and what was skipped is reported line by line', () => {
  const tasks = icsOf(...vevent('1'), 'BEGIN:VTODO', 'END:VTODO', ...vevent('2', 'DTSTART:x'));
  const { lines } = made({
    users,
    calendars: [
      { person: ANNA, path: ics },
      { person: ANNA, path: file('tasks.ics', tasks) },
    ],
  });
  expect(lines).toEqual([
    'users.csv, line 4: skipped: "nobody" is not an email address.',
    'users.csv: 2 people loaded, 1 line skipped.',
    'it@own.example is the super administrator: the file does not say who is. Name another with --admin.',
    `anna.ics: 1 event loaded into the calendar of ${ANNA}, 0 events skipped.`,
    'tasks.ics, line 9 (UID 2): skipped: DTSTART is not a date or time.',
    `tasks.ics: 1 event loaded into the calendar of ${ANNA}, 1 event skipped, not read: 1 VTODO.`,
  ]);
});

test('a calendar without a user download goes to somebody of the company there is', () => {
  const person = 'johanna.koski@havu.example';
  const { state, lines } = made({ calendars: [{ person, path: ics }] });
  expect(lines).toHaveLength(1);
  const titles = Object.values(state.calendar.cores).map(({ shared }) => shared.plain.summary);
  expect(titles).toContain('From a file');
  expect(titles.length).toBeGreaterThan(200);
});

test('a calendar can go into a saved company', () => {
  const state = seedCompany(5, NOW);
  const person = 'johanna.koski@havu.example';
  const { state: filled } = made({ calendars: [{ person, path: ics }] }, () => state);
  expect(filled).toBe(state);
});

test.each([
  [
    'a user download that is not there',
    { users: join(folder, 'none.csv') },
    'none.csv: The file cannot be read',
  ],
  ['a user download that is none', { users: ics }, 'anna.ics: The first line has no column'],
  [
    'an administrator who is not in it',
    { users, admin: 'x@own.example' },
    'users.csv: The super administrator x@',
  ],
  [
    'a calendar that is none',
    { users, calendars: [{ person: ANNA, path: users }] },
    'users.csv: It is not an iCalendar file',
  ],
  [
    'somebody unknown',
    { users, calendars: [{ person: 'x@y.example', path: ics }] },
    'anna.ics: Nobody in this company',
  ],
])('%s is told in one sentence that names the file', (_, files, words) => {
  expect(() => made(files)).toThrow(words);
});

describe('a Workspace with a company of files', () => {
  let workspace: StartedWorkspace;
  beforeAll(async () => {
    const { state } = made({ users, calendars: [{ person: ANNA, path: ics }] });
    workspace = await startWorkspace({ seed: state, startAt: NOW });
  });
  afterAll(() => workspace.stop());

  const get = async (as: string, path: string) => {
    const authorization = `Bearer ${workspace.tokenFor(as)}`;
    return (await fetch(`${workspace.url}${path}`, { headers: { authorization } })).json();
  };
  const control = async (path: string, method = 'GET') =>
    (await fetch(`${workspace.url}/_workspace/${path}`, { method })).json();

  test("has them in Google's APIs", async () => {
    expect(
      await get('it@own.example', '/admin/directory/v1/users?customer=my_customer'),
    ).toMatchObject({
      users: [
        { primaryEmail: ANNA, organizations: [{ title: 'Seller' }] },
        { primaryEmail: 'it@own.example', isAdmin: true },
      ],
    });
    expect(await get(ANNA, '/calendar/v3/calendars/primary/events')).toMatchObject({
      items: [{ summary: 'From a file', start: { dateTime: '2026-03-02T08:00:00Z' } }],
    });
  });

  test('is the same again after a reset, whatever was done to it', async () => {
    await control('reset', 'POST');
    const before = await control('state');
    const time = { dateTime: '2026-03-04T09:00:00Z' };
    const params = { calendarId: 'primary' };
    workspace.workspace.act(ANNA, 'calendar.events.insert', params, { start: time, end: time });
    expect(await control('state')).not.toEqual(before);
    await control('reset', 'POST');
    expect(await control('state')).toEqual(before);
    const { accounts } = (await control('accounts')) as { accounts: unknown[] };
    expect(JSON.stringify(accounts)).toContain(ANNA);
  });
});
