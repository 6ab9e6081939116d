// A small company whose built add-on is set up, and one person's two calendars as they end: what every crash is compared by.
import { LocalWorkspace } from '../../emulator/local-workspace';
import { Host, type HostOptions } from '../../emulator/workspace-host';
import type { WorkspaceState } from '../../emulator/workspace/state/workspace-state';
import { ADMIN, ANNA, aUser, BEN, smallCompany } from '../support/small-company';
import { AdminPage, BUILT, inConsole, Panel, PUBLISHER } from '../support/tandem';

export { ADMIN, ANNA, BEN };

export const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export type Cells = readonly (string | number | boolean)[];

/** A workspace whose script is the built add-on: the small company and some more people. */
export function companyHost(
  colleagues: readonly string[] = [],
  settings: HostOptions['settings'] = {},
): Host {
  const seed = smallCompany();
  for (const [index, name] of colleagues.entries()) {
    const user = aUser({
      id: `2000000000000000000${10 + index}`,
      primaryEmail: `${name}@acme.example`,
    });
    seed.directory.users[user.id] = user;
  }
  return new Host({
    seed,
    settings,
    script: BUILT,
    scriptOwner: 'vendor',
    publisher: PUBLISHER,
    latency: 'none',
  });
}

/** Installs for everybody, delegates, finalizes, brings the people in and turns calendars on. */
export function setUp(workspace: LocalWorkspace): void {
  const { projectNumber } = workspace.installed!.record;
  inConsole(workspace, ADMIN, 'marketplace.adminInstall', {
    applicationId: projectNumber,
    acceptTerms: true,
    grantDataAccess: true,
    target: 'everyone',
  });
  const accounts = workspace.state.cloud.projects[projectNumber]!.serviceAccounts;
  inConsole(workspace, ADMIN, 'delegation.add', {
    clientId: Object.keys(accounts)[0],
    scopes: ['https://www.googleapis.com/auth/calendar.events'],
  });
  workspace.advance(DAY_MS);
  const page = new AdminPage(workspace, ADMIN)
    .open()
    .press('Finalize Google Workspace sync')
    .press('Bring your people in');
  page.press(page.buttons().find((text) => text.startsWith('Bring'))!);
  page.open('Calendars').press('Turn on');
}

/** The person turns their sync on and says go; the first run is still to come. */
export function turnOn(workspace: LocalWorkspace, person: string): void {
  const panel = new Panel(workspace, person, { host: 'CALENDAR' })
    .open()
    .press('Turn on my calendar sync');
  workspace.advance(2 * MINUTE_MS);
  panel.press('Refresh').press('Start');
}

export const workbookId = ({ installed }: LocalWorkspace): string => {
  const properties = installed!.record.scriptProperties;
  const key = Object.keys(properties).find((name) => name.startsWith('tenant.'))!;
  return (JSON.parse(properties[key]!) as { data: { workbookId: string } }).data.workbookId;
};

/** A sheet of the workbook by its headings. */
export function rowsOf(workspace: LocalWorkspace, title: string): Record<string, string>[] {
  const { values = [] } = workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
    spreadsheetId: workbookId(workspace),
    range: title,
  }) as { values?: string[][] };
  const [headings = [], ...rows] = values;
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, column) => [heading, row[column] ?? ''])),
  );
}

/** What somebody writes below the last row of a sheet, by headings. */
export function addRow(
  workspace: LocalWorkspace,
  title: string,
  cells: Readonly<Record<string, string | boolean>>,
): void {
  const spreadsheetId = workbookId(workspace);
  const { values } = workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
    spreadsheetId,
    range: `${title}!1:1`,
  }) as { values: string[][] };
  workspace.act(
    ADMIN,
    'sheets.spreadsheets.values.append',
    { spreadsheetId, range: title, valueInputOption: 'USER_ENTERED' },
    { values: [values[0]!.map((heading) => cells[heading] ?? '')] },
  );
}

/** Changes one cell of the row that has this in another. */
export function changeCell(
  workspace: LocalWorkspace,
  title: string,
  { where, is, heading, value }: Record<'where' | 'is' | 'heading' | 'value', string>,
): void {
  const { headings, rows } = grid(workspace, title);
  const row = rows.findIndex((cells) => cells[headings.indexOf(where)] === is) + 2;
  if (row < 2) throw new Error(`No row of ${title} has ${is} as its ${where}.`);
  workspace.act(
    ADMIN,
    'sheets.spreadsheets.values.update',
    {
      spreadsheetId: workbookId(workspace),
      range: `${title}!${String.fromCharCode(65 + headings.indexOf(heading))}${row}`,
      valueInputOption: 'USER_ENTERED',
    },
    { values: [[value]] },
  );
}

/** Deletes the row that has this in a column. */
export function deleteRow(
  workspace: LocalWorkspace,
  title: string,
  { where, is }: Record<'where' | 'is', string>,
): void {
  const spreadsheetId = workbookId(workspace);
  const { headings, rows } = grid(workspace, title);
  const startIndex = rows.findIndex((cells) => cells[headings.indexOf(where)] === is) + 1;
  const { sheets } = workspace.act(ADMIN, 'sheets.spreadsheets.get', { spreadsheetId }) as {
    sheets: { properties: { title: string; sheetId: number } }[];
  };
  const { sheetId } = sheets.find(({ properties }) => properties.title === title)!.properties;
  const range = { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 };
  workspace.act(
    ADMIN,
    'sheets.spreadsheets.batchUpdate',
    { spreadsheetId },
    { requests: [{ deleteDimension: { range } }] },
  );
}

function grid(workspace: LocalWorkspace, title: string): { headings: string[]; rows: string[][] } {
  const { values = [] } = workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
    spreadsheetId: workbookId(workspace),
    range: title,
  }) as { values?: string[][] };
  const [headings = [], ...rows] = values;
  return { headings, rows };
}

interface EventItem {
  readonly id: string;
  readonly summary?: string;
  readonly [field: string]: unknown;
}

export const eventsOf = (workspace: LocalWorkspace, person: string): EventItem[] =>
  (
    workspace.act(person, 'calendar.events.list', { calendarId: 'primary' }) as {
      items: EventItem[];
    }
  ).items;

export const eventNamed = (workspace: LocalWorkspace, person: string, title: string): EventItem =>
  eventsOf(workspace, person).find(({ summary }) => summary === title)!;

/** The trigger of the organization's runner. */
export const runnerUid = ({ installed }: LocalWorkspace): string =>
  installed!.record.triggers.find(({ handler }) => handler === 'runSyncs')!.uid;

/** A Workspace at one moment, to be gone back to. */
export interface Moment {
  /** What stands then: itself not to be changed. */
  readonly workspace: LocalWorkspace;
  readonly state: WorkspaceState;
}

export const momentOf = (workspace: LocalWorkspace): Moment => ({
  workspace,
  state: structuredClone(workspace.state),
});

/** A Workspace exactly as it was at that moment, with no fault planned. */
export function backTo({ workspace, state }: Moment): LocalWorkspace {
  const copy = new LocalWorkspace({
    state: structuredClone(state),
    startAt: workspace.clock.now(),
    latency: 'none',
  });
  const { project, record } = workspace.installed!;
  copy.attach(project, copy.state.scripts.scripts[record.scriptId]!);
  return copy;
}
