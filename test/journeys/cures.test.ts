// Cures as docs/messages.md tells them, followed step by step: what somebody reads, what they then do, and that it helps.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  calendarPanel,
  MINUTE_MS,
  NOORA,
  PETRI,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, principal, type Panel } from '../support/tandem';
import { textOf } from '../docs/documents';

const MESSAGES = textOf('docs/messages.md').replace(/\s+/g, ' ');

/** What the list of messages tells to do. */
function told(cure: string): void {
  expect(MESSAGES).toContain(cure);
}

interface Company {
  readonly workspace: LocalWorkspace;
  readonly book: WorkbookByHand;
  readonly calendar: CalendarByHand;
  readonly panel: Panel;
  readonly page: AdminPage;
}

/** Set up, with one person's sync on. */
function inUse(): Company {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const panel = turnOnSync(calendarPanel(workspace));
  return { workspace, book, panel, page, calendar: new CalendarByHand(workspace, NOORA) };
}

function hoursPass({ workspace }: Company): void {
  for (let hour = 0; hour < 2; hour++) {
    workspace.advance(60 * MINUTE_MS, { runDueTriggers: false });
    workspace.advance(2 * MINUTE_MS);
  }
}

/** An event that would reach the workbook by now if all were well. */
function isCarried(company: Company, title: string): boolean {
  company.calendar.addHour(title, '2026-03-12T10:00:00Z');
  hoursPass(company);
  return company.book.named(title).length === 1;
}

const shownIn = ({ panel }: Company): string => panel.open().text;

test('Google Calendar is off for a person: turned on for them, their sync goes on by itself', () => {
  told('Turn it on for them: Admin console → Apps → Google Workspace → Service status → Calendar.');
  const company = inUse();
  const { workspace } = company;
  const noora = workspace.state.directory.users[principal(workspace, NOORA).userId]!;
  company.calendar.addHour('Before', '2026-03-11T10:00:00Z');
  noora.servicesOff.push('calendar');
  hoursPass(company);
  expect(shownIn(company)).toContain('Google Calendar is off for this person');
  noora.servicesOff.splice(0);
  expect(isCarried(company, 'After')).toBe(true);
  expect(shownIn(company)).toContain('✓ On');
});

test('somebody is suspended: once the account is active again, they turn their sync on, and nothing is doubled', () => {
  told('Otherwise reactivate the account: Admin console → Directory → Users.');
  told('Then they turn their calendar sync on again themselves.');
  const company = inUse();
  const { workspace, calendar, book, page } = company;
  expect(isCarried(company, 'Before')).toBe(true);
  const suspend = (suspended: boolean) =>
    void workspace.act(ADMIN, 'directory.users.patch', { userKey: NOORA }, { suspended });
  suspend(true);
  hoursPass(company);
  expect(page.open('Calendars').text).toContain('Turned off by Tandem\n1 person');
  suspend(false);
  hoursPass(company);
  const panel = company.panel.open();
  expect(panel.text).toContain('Tandem turned it off');
  panel.press('Turn on again');
  workspace.advance(2 * MINUTE_MS);
  panel.press('Refresh').press('Start');
  expect(isCarried(company, 'After')).toBe(true);
  expect(book.named('Before')).toHaveLength(1);
  expect(calendar.titled('Before')).toHaveLength(1);
});

test('an address is not the same in both systems: made the same, the sync goes on by itself', () => {
  told('Make the addresses the same in the work system and in Google Workspace.');
  const company = inUse();
  const { book } = company;
  const [row] = book.rows('People').filter(({ Email }) => Email === NOORA);
  book.change('People', ['Email', NOORA], {
    Email: 'nora.sari@havu.example',
    'Email aliases': '',
    'Google id': '',
  });
  expect(isCarried(company, 'Meanwhile')).toBe(false);
  expect(shownIn(company)).toContain(`${NOORA} is not the same in both systems`);
  book.change('People', ['Email', 'nora.sari@havu.example'], {
    Email: NOORA,
    'Google id': `'${row!['Google id']}`,
  });
  expect(isCarried(company, 'After')).toBe(true);
  expect(book.named('Meanwhile')).toHaveLength(1);
  expect(shownIn(company)).toContain('✓ On');
});

interface Grid {
  readonly rowCount: number;
  readonly columnCount: number;
}

test('the workbook is full: rows deleted from its sheets Journal and Runs make room', () => {
  told('Delete old rows from its sheets Journal and Runs.');
  const company = inUse();
  const { workspace, book } = company;
  const call = (method: string, params: object, body: object | null = null) =>
    workspace.act(
      ADMIN,
      `sheets.spreadsheets.${method}`,
      { spreadsheetId: book.id, ...params },
      body,
    );
  const { sheets } = call('get', {}) as {
    readonly sheets: readonly {
      readonly properties: { title: string; sheetId: number; gridProperties: Grid };
    }[];
  };
  const cells = sheets.reduce(
    (sum, { properties: { gridProperties: grid } }) => sum + grid.rowCount * grid.columnCount,
    0,
  );
  const { sheetId, gridProperties: journal } = sheets.find(
    ({ properties }) => properties.title === 'Journal',
  )!.properties;
  // As years of entries fill it.
  const grown = Math.floor((10_000_000 - cells) / journal.columnCount);
  const dimension = { sheetId, dimension: 'ROWS' };
  call('batchUpdate', {}, { requests: [{ appendDimension: { ...dimension, length: grown } }] });
  for (let index = 0; index < 40; index += 1)
    company.calendar.addHour(`Many ${index}`, '2026-03-13T10:00:00Z');
  hoursPass(company);
  expect(new AdminPage(workspace, ADMIN).open().text).toContain('The workbook is full');
  const range = { ...dimension, startIndex: journal.rowCount, endIndex: journal.rowCount + grown };
  call('batchUpdate', {}, { requests: [{ deleteDimension: { range } }] });
  expect(isCarried(company, 'After')).toBe(true);
  expect(book.named('Many 39')).toHaveLength(1);
  expect(new AdminPage(workspace, ADMIN).open().text).not.toContain('The workbook is full');
});

test('the workbook is no longer shared with the sync account: shared with it again, all goes on', () => {
  told('Share it with the sync account again, as an editor.');
  const company = inUse();
  const { workspace, book } = company;
  const fileId = book.id;
  const access = (as: string, method: string, params: object, body: object | null = null) =>
    workspace.act(as, `drive.permissions.${method}`, { fileId, ...params }, body);
  const owner = { type: 'user', role: 'owner', emailAddress: PETRI };
  access(ADMIN, 'create', { transferOwnership: true }, owner);
  const { permissions } = access(PETRI, 'list', { fields: 'permissions(id,emailAddress)' }) as {
    readonly permissions: readonly { readonly id: string; readonly emailAddress: string }[];
  };
  const { id: permissionId } = permissions.find(({ emailAddress }) => emailAddress === ADMIN)!;
  access(PETRI, 'delete', { permissionId });
  company.calendar.addHour('Meanwhile', '2026-03-11T10:00:00Z');
  hoursPass(company);
  expect(new AdminPage(workspace, PETRI).open().text).toContain('The workbook is gone');
  access(PETRI, 'create', {}, { type: 'user', role: 'writer', emailAddress: ADMIN });
  expect(isCarried(company, 'After')).toBe(true);
  expect(book.named('Meanwhile')).toHaveLength(1);
  expect(new AdminPage(workspace, PETRI).open().text).not.toContain('The workbook is gone');
});
