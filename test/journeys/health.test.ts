// The page Integrations tells the truth: what does not work and since when, the cure and one button; and one mail.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { grantConsent } from '../../emulator/workspace/oauth/consent';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  adminInstall,
  applicationIdOf,
  calendarPanel,
  clientIdOf,
  delegate,
  delegatedClientOf,
  MINUTE_MS,
  NOORA,
  PETRI,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, inConsole, offeredTandem, principal } from '../support/tandem';

interface Company {
  readonly workspace: LocalWorkspace;
  readonly book: WorkbookByHand;
}

/** Set up, with one person's sync on: its runs have something to do. */
function inUse(): Company {
  const page = readyForCalendars();
  const { workspace } = page;
  turnOnSync(calendarPanel(workspace));
  return { workspace, book: WorkbookByHand.openedFrom(new AdminPage(workspace, ADMIN).open()) };
}

/** Mails that Tandem sent. */
const mailsIn = ({ state }: LocalWorkspace) => state.outbox.filter(({ by }) => by === 'MailApp');

/** Lets two hours go by with a run in each, so that whatever is looked at once an hour has been. */
function twoHours(workspace: LocalWorkspace): void {
  for (let hour = 0; hour < 2; hour++) {
    workspace.advance(60 * MINUTE_MS, { runDueTriggers: false });
    workspace.advance(MINUTE_MS);
  }
}

interface Trouble {
  readonly what: string;
  cause(company: Company): void;
  /** What the sync account and every other administrator read. */
  readonly said: string;
  readonly button: string;
  readonly state: 'Not working' | 'Not as it should be';
  /** Whether runs can note it: then there are a mail and, where the workbook can be reached, a row in Problems. */
  readonly isNoted: boolean;
  readonly isListed?: boolean;
  mend(company: Company): void;
}

const inMarketplace = (workspace: LocalWorkspace, action: string) =>
  inConsole(workspace, ADMIN, `marketplace.${action}`, {
    applicationId: applicationIdOf(workspace),
  });
const apiAccess = (workspace: LocalWorkspace, enabled: boolean) =>
  inConsole(workspace, ADMIN, 'apiControls.setApiAccess', { enabled });
const unknownApps = (workspace: LocalWorkspace, access: string) =>
  inConsole(workspace, ADMIN, 'apiControls.setUnconfiguredApps', { access });
const trash = ({ workspace, book }: Company, trashed: boolean) =>
  workspace.act(ADMIN, 'drive.files.update', { fileId: book.id }, { trashed });

type Renamed = readonly [from: string, to: string];

const inSheets = ({ workspace, book }: Company, method: string, params: object, body?: object) =>
  workspace.act(
    ADMIN,
    `sheets.spreadsheets.${method}`,
    { spreadsheetId: book.id, ...params },
    body ?? null,
  );

function renameColumn(company: Company, sheet: string, [from, to]: Renamed): void {
  const { values } = inSheets(company, 'values.get', { range: `${sheet}!1:1` }) as {
    readonly values: readonly (readonly string[])[];
  };
  const headings = values[0]!.map((heading) => (heading === from ? to : heading));
  const range = { range: `${sheet}!A1`, valueInputOption: 'RAW' };
  inSheets(company, 'values.update', range, { values: [headings] });
}

const sheetIdIn = (company: Company, sheet: string): number => {
  const { sheets } = inSheets(company, 'get', {}) as {
    readonly sheets: readonly { readonly properties: { title: string; sheetId: number } }[];
  };
  return sheets.find(({ properties }) => properties.title === sheet)!.properties.sheetId;
};

/** A first column of the person's own, with this heading; or away with it. */
function ownColumn(company: Company, sheet: string, heading: string | null): void {
  const dimension = { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 };
  const range = { sheetId: sheetIdIn(company, sheet), ...dimension };
  const request =
    heading === null ? { deleteDimension: { range } } : { insertDimension: { range } };
  inSheets(company, 'batchUpdate', {}, { requests: [request] });
  if (heading === null) return;
  const at = { range: `${sheet}!A1`, valueInputOption: 'RAW' };
  inSheets(company, 'values.update', at, { values: [[heading]] });
}

function renameSheet(company: Company, [from, title]: Renamed): void {
  const sheetId = sheetIdIn(company, from);
  const updateSheetProperties = { properties: { sheetId, title }, fields: 'title' };
  inSheets(company, 'batchUpdate', {}, { requests: [{ updateSheetProperties }] });
}

const TROUBLES: readonly Trouble[] = [
  {
    what: 'the delegation is withdrawn',
    cause: ({ workspace }) =>
      void inConsole(workspace, ADMIN, 'delegation.remove', {
        clientId: delegatedClientOf(workspace),
      }),
    said: 'Domain-wide delegation is not set up for Tandem',
    button: 'Show the steps',
    state: 'Not working',
    isNoted: true,
    isListed: true,
    mend: ({ workspace }) => void delegate(workspace),
  },
  {
    what: 'Tandem is uninstalled in the Marketplace',
    cause: ({ workspace }) => void inMarketplace(workspace, 'uninstall'),
    said: 'Tandem has not been properly installed in Google Workspace',
    button: 'Show the steps',
    state: 'Not working',
    isNoted: false,
    mend: ({ workspace }) => void adminInstall(workspace),
  },
  {
    what: 'API access is switched off',
    cause: ({ workspace }) => void apiAccess(workspace, false),
    said: 'Block all third-party API access',
    button: 'Open API controls',
    state: 'Not working',
    isNoted: true,
    isListed: true,
    mend: ({ workspace }) => void apiAccess(workspace, true),
  },
  {
    what: 'apps that nobody configured are blocked',
    cause: ({ workspace }) => void unknownApps(workspace, 'sign-in-only'),
    said: 'Block all third-party API access',
    button: 'Open API controls',
    state: 'Not working',
    isNoted: false,
    mend: ({ workspace }) => void unknownApps(workspace, 'allow'),
  },
  {
    what: 'the workbook is in the trash',
    cause: (company) => void trash(company, true),
    said: 'The workbook is in the trash',
    button: 'Check again',
    state: 'Not as it should be',
    isNoted: true,
    isListed: true,
    mend: (company) => void trash(company, false),
  },
  {
    what: 'a column is renamed',
    cause: (company) => renameColumn(company, 'Connections', ['Calendar sync', 'Sync?']),
    said: 'The sheet Connections has no column Calendar sync',
    button: 'Go to Calendars',
    state: 'Not working',
    isNoted: true,
    isListed: true,
    mend: (company) => renameColumn(company, 'Connections', ['Sync?', 'Calendar sync']),
  },
  {
    what: 'two columns have one heading',
    cause: (company) => ownColumn(company, 'Activities', 'Name'),
    said: 'The sheet Activities has two columns named Name',
    button: 'Go to Calendars',
    state: 'Not working',
    isNoted: true,
    mend: (company) => ownColumn(company, 'Activities', null),
  },
  {
    what: 'a sheet is renamed',
    cause: (company) => renameSheet(company, ['Activities', 'Old activities']),
    said: 'The workbook has no sheet Activities',
    button: 'Go to Calendars',
    state: 'Not working',
    isNoted: true,
    mend: (company) => renameSheet(company, ['Old activities', 'Activities']),
  },
];

describe.each(TROUBLES)('when $what', ({ cause, said, button, state, isNoted, isListed, mend }) => {
  const company = inUse();
  const { workspace, book } = company;
  // Both have been there before: the page is theirs also while Google does not tell who administers.
  for (const admin of [ADMIN, PETRI]) new AdminPage(workspace, admin).open();
  cause(company);
  new CalendarByHand(workspace, NOORA).addHour('Something to do', '2026-03-05T10:00:00Z');
  twoHours(workspace);
  const mailsBefore = mailsIn(workspace).length;

  test.each([ADMIN, PETRI])('%s sees what, since when, the cure, and one button', (admin) => {
    const page = new AdminPage(workspace, admin).open();
    expect(page.page?.title).toBe('Integrations');
    expect(page.text).toContain(said);
    expect(page.text).toContain(state);
    expect(page.text).toMatch(/Since \d+ March 2026|Found just now/);
    expect(page.buttons()).toContain(button);
  });

  if (isNoted)
    test('the sync account and the deputy get one mail about it, however long it lasts', () => {
      twoHours(workspace);
      const about = mailsIn(workspace).filter(({ body }) => body.includes(said));
      expect(about.map(({ to }) => to)).toEqual([[ADMIN, PETRI]]);
    });
  else
    test('nobody got a mail, for nothing ran that could send one', () => {
      expect(mailsBefore).toBe(0);
    });

  if (isListed)
    test('it stands among the Problems of the workbook', () => {
      expect(JSON.stringify(book.rows('Problems'))).toContain(said);
    });

  test('once it is put right, the page says so after the next run', () => {
    mend(company);
    twoHours(workspace);
    const page = new AdminPage(workspace, PETRI).open();
    expect(page.text).not.toContain(said);
    expect(page.text).toContain('Google Workspace is connected');
    if (isListed) expect(JSON.stringify(book.rows('Problems'))).not.toContain(said);
  });
});

test('when runs stop coming, the page itself says since when, to every administrator', () => {
  const { workspace } = inUse();
  const { record } = workspace.installed!;
  record.triggers = record.triggers.filter(({ handler }) => handler !== 'runSyncs');
  workspace.advance(3 * 60 * MINUTE_MS);
  for (const admin of [ADMIN, PETRI]) {
    const page = new AdminPage(workspace, admin).open();
    expect(page.text).toContain('Nothing has run for too long');
    expect(page.text).toContain('No run has ended since 2026-03-02 08:0');
  }
  const page = new AdminPage(workspace, PETRI).open().open('People');
  expect(page.text).toContain('Nothing has run for too long');
});

test('when Tandem’s data access is revoked in the Marketplace, nothing runs any more: the page says where to grant it, and then all goes on', () => {
  const workspace = offeredTandem({ settings: { propagation: 'immediate', consent: 'ask' } });
  adminInstall(workspace);
  delegate(workspace);
  readyForCalendars(workspace);
  const setAccess = (access: 'grant' | 'revoke') =>
    inConsole(workspace, ADMIN, 'marketplace.setDataAccess', {
      applicationId: applicationIdOf(workspace),
      access,
    });
  setAccess('revoke');
  workspace.advance(4 * 60 * MINUTE_MS, { runDueTriggers: false });
  workspace.advance(2 * MINUTE_MS);
  // Petri allows it for himself, as Google asks him to; the sync account does not come by.
  const { userId } = principal(workspace, PETRI);
  grantConsent(workspace, clientIdOf(workspace), userId, workspace.installed!.project.scopes);
  const seen = new AdminPage(workspace, PETRI).open();
  expect(seen.text).toContain('Nothing has run for too long');
  expect(seen.text).toContain('its data access was revoked');
  expect(seen.text).toContain('Tandem → Data access does not say Granted, grant it');
  expect(seen.buttons()).toContain('Show the steps');
  expect(seen.press('Show the steps').buttons()).toContain('Finalize Google Workspace sync');
  setAccess('grant');
  workspace.advance(2 * MINUTE_MS);
  expect(seen.open().text).toContain('Google Workspace is connected');
  expect(seen.text).not.toContain('Nothing has run');
});

test('a mail that cannot be sent harms no run, and is sent an hour later', () => {
  const company = inUse();
  const { workspace } = company;
  const message = 'Service invoked too many times for one day: email.';
  workspace.faults.plan([
    { method: 'mail.sendEmail', fault: { kind: 'error', code: 429, message } },
  ]);
  trash(company, true);
  workspace.advance(60 * MINUTE_MS, { runDueTriggers: false });
  workspace.advance(10 * MINUTE_MS);
  expect(mailsIn(workspace)).toEqual([]);
  expect(workspace.engine.executions.slice(-5).map(({ error }) => error)).toEqual(
    Array(5).fill(null),
  );
  twoHours(workspace);
  expect(mailsIn(workspace)).toHaveLength(1);
});

test('after it was over in between, the same trouble is told again', () => {
  const company = inUse();
  const { workspace } = company;
  for (const isTrashed of [true, false, true]) {
    trash(company, isTrashed);
    twoHours(workspace);
  }
  expect(mailsIn(workspace)).toHaveLength(2);
});

test('a workbook that was put back to an earlier version is left alone until an owner says so, from the page of any of them', () => {
  const company = inUse();
  const { workspace, book } = company;
  const before = structuredClone(workspace.state.sheets.spreadsheets[book.id]!);
  workspace.advance(30 * MINUTE_MS, { runDueTriggers: false });
  new CalendarByHand(workspace, NOORA).addHour('Later', '2026-03-05T10:00:00Z');
  workspace.advance(3 * MINUTE_MS);
  expect(book.named('Later')).toHaveLength(1);
  workspace.state.sheets.spreadsheets[book.id] = before;
  // Drive counts a restored version as a change like any other.
  inSheets(company, 'values.clear', { range: 'Settings!C99' }, {});
  workspace.advance(3 * MINUTE_MS);
  const page = new AdminPage(workspace, PETRI).open();
  expect(page.text).toContain('The workbook was put back to an earlier version');
  page.press('Go on with the workbook as it is');
  workspace.advance(3 * MINUTE_MS);
  expect(page.open().text).toContain('Google Workspace is connected');
});
