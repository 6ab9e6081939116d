/** A company that has installed and finalized the built Tandem, of the size that a measurement needs. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { companyFromUsers } from '../emulator/seed/users-file';
import { DEFAULT_START, type LocalWorkspace } from '../emulator/local-workspace';
import { AdminPage, BUILT, inConsole, offeredTandem, Panel } from '../test/support/tandem';

/** A copy of the add-on as built when the measurement began, because it may be built again meanwhile. */
export const BUNDLE = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
cpSync(BUILT, BUNDLE, { recursive: true });
process.once('exit', () => rmSync(BUNDLE, { recursive: true, force: true }));

export const ADMIN = 'admin@bench.example';

const DAY_MS = 86_400_000;
const CALENDAR_SCOPE = 'https://www.googleapis.com/auth/calendar.events';

export const personAt = (index: number): string =>
  index === 0 ? ADMIN : `person${String(index).padStart(5, '0')}@bench.example`;

/** A user file as the Admin console exports it, with this many people. */
function usersFile(people: number): Uint8Array {
  const header = [
    'First Name [Required],Last Name [Required],Email Address [Required]',
    'Org Unit Path [Required],Status [READ ONLY]',
  ].join(',');
  const lines = Array.from(
    { length: people },
    (_, index) => `First${index},Last${index},${personAt(index)},/,Active`,
  );
  return new TextEncoder().encode([header, ...lines].join('\n'));
}

export interface Company {
  readonly workspace: LocalWorkspace;
  readonly page: AdminPage;
  readonly workbookId: string;
}

/**
 * A finalized company. Latency follows the model and quotas are Google's. Nobody has been brought in, and calendars
 * are off.
 */
export function finalizedCompany(people: number): Company {
  const { state } = companyFromUsers(usersFile(people), { now: DEFAULT_START, admin: ADMIN });
  const workspace = offeredTandem({
    seed: state,
    latency: 'reported',
    script: BUNDLE,
  });
  const record = workspace.installed!.record;
  const applicationId = record.projectNumber;
  inConsole(workspace, ADMIN, 'marketplace.adminInstall', {
    applicationId,
    acceptTerms: true,
    grantDataAccess: true,
    target: 'everyone',
  });
  const accounts = workspace.state.cloud.projects[applicationId]!.serviceAccounts;
  inConsole(workspace, ADMIN, 'delegation.add', {
    clientId: Object.keys(accounts)[0],
    scopes: [CALENDAR_SCOPE],
  });
  workspace.advance(DAY_MS);
  const page = new AdminPage(workspace, ADMIN).open().press('Finalize Google Workspace sync');
  const tenant = Object.entries(record.scriptProperties).find(([key]) => key.startsWith('tenant.'));
  const { data } = JSON.parse(tenant![1]) as { readonly data: { readonly workbookId: string } };
  return { workspace, page, workbookId: data.workbookId };
}

/** Brings everybody in and turns calendars on. */
export function turnOnCalendars(company: Company): Company {
  const { page } = company;
  page.press('Bring your people in');
  page.press(page.buttons().find((text) => text.startsWith('Bring'))!);
  page.open('Calendars').press('Turn on');
  return company;
}

export const rowsOf = ({ workspace, workbookId }: Company, sheet: string): unknown[][] =>
  (
    workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
      spreadsheetId: workbookId,
      range: sheet,
    }) as { readonly values?: unknown[][] }
  ).values ?? [];

export const calendarPanel = ({ workspace }: Company, email: string): Panel =>
  new Panel(workspace, email, { host: 'CALENDAR' });
