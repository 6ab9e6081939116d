// Happeo's article on the authorization log: from Google's log into the spreadsheet that is open.
import { WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  ANNA,
  clientIdOf,
  DAY_MS,
  finalize,
  NOORA,
  preparedWorkspace,
} from '../support/set-up';
import { inConsole, Panel, principal } from '../support/tandem';
import type { LocalWorkspace } from '../../emulator/local-workspace';

const SHEET = 'OAuth log events';

const COLUMNS = [
  'Date',
  'Application ID',
  'Application name',
  'Event',
  'Description',
  'User',
  'Scope',
  'IP address',
];

/** A new spreadsheet of somebody's, with Tandem beside it in the side panel. */
function spreadsheetOf(workspace: LocalWorkspace, person: string) {
  const body = { properties: { title: 'Audit' } };
  const { spreadsheetId: id } = workspace.act(person, 'sheets.spreadsheets.create', {}, body) as {
    readonly spreadsheetId: string;
  };
  const panel = new Panel(workspace, person, { host: 'SHEETS', sheets: { id } }).open();
  return { panel, id, book: new WorkbookByHand(workspace, person, id) };
}

/** Somebody allows Tandem all that it asks for. */
const allow = (workspace: LocalWorkspace, person: string) =>
  inConsole(workspace, person, 'consent.grant', {
    clientId: clientIdOf(workspace),
    scopes: workspace.installed!.project.scopes,
  });

describe('an administrator', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  workspace.advance(DAY_MS, { runDueTriggers: false });
  const { panel, id, book } = spreadsheetOf(workspace, ADMIN);

  test('is told that Google keeps the log, and where Google shows it [H23, H24]', () => {
    expect(panel.text).toContain('Tandem keeps no log of its own.');
    expect(panel.text).toContain('Reporting → Audit and investigation → OAuth log events');
    panel.press('Open');
    expect(panel.opened).toBe('https://admin.google.com/ac/reporting/audit/token');
  });

  test('has to give Tandem the file before it sees it, in Google’s own dialog', () => {
    expect(panel.text).toContain('Tandem cannot see this spreadsheet');
    expect(panel.buttons()).not.toContain('Export');
    panel.press('Give Tandem this file');
    expect(panel.buttons()).not.toContain('Export');
    panel.allowFile();
    expect(panel.buttons()).toContain('Export');
  });

  test('finds the application name filled in with Tandem’s, to be changed at will [H25]', () => {
    expect(panel.text).toContain('Application name\nTandem');
  });

  /** Headings of the columns that are not hidden. */
  function shownHeadings(): string[] {
    const { sheets } = workspace.act(ADMIN, 'sheets.spreadsheets.get', {
      spreadsheetId: id,
      ranges: [`${SHEET}!1:1`],
      fields: 'sheets.data(columnMetadata.hiddenByUser,rowData.values.formattedValue)',
    }) as {
      sheets: {
        data: {
          columnMetadata: { hiddenByUser?: boolean }[];
          rowData: { values: { formattedValue?: string }[] }[];
        }[];
      }[];
    };
    const { columnMetadata, rowData } = sheets[0]!.data[0]!;
    return rowData[0]!.values
      .map(({ formattedValue = '' }) => formattedValue)
      .filter((_, column) => columnMetadata[column]?.hiddenByUser !== true);
  }

  test('gets eight columns in this order, Tandem’s events alone [H25, H27, H29]', () => {
    panel.press('Export');
    expect(panel.text).toMatch(/✓ \d+ rows added/);
    const rows = book.rows(SHEET);
    expect(shownHeadings()).toEqual(COLUMNS);
    expect(new Set(rows.map((row) => row['Application name']))).toEqual(new Set(['Tandem']));
    expect(rows.every((row) => row['Application ID'] === clientIdOf(workspace))).toBe(true);
  });

  test('gets only what is new by exporting again [H28, H29]', () => {
    const grants = { eventName: ['authorize'] };
    const before = book.rows(SHEET);
    allow(workspace, NOORA);
    panel.press('Export', grants);
    expect(panel.text).toContain('✓ 1 row added');
    panel.press('Export', grants);
    expect(panel.text).toContain('No new rows');
    allow(workspace, ANNA);
    panel.press('Export', grants);
    const rows = book.rows(SHEET);
    expect(rows.slice(0, before.length)).toEqual(before);
    expect(rows.slice(before.length)).toMatchObject([
      { Event: 'Grant', User: NOORA, 'Application name': 'Tandem' },
      { Event: 'Grant', User: ANNA, 'Application name': 'Tandem' },
    ]);
    expect(rows[rows.length - 1]!['Scope']).toContain('drive.file');
  });

  test('can choose one event of every application: grants of all families of scopes [H26, H28]', () => {
    const other = spreadsheetOf(workspace, ADMIN);
    other.panel.press('Give Tandem this file').allowFile();
    other.panel.press('Export', { appName: [''], eventName: ['authorize'] });
    const rows = other.book.rows(SHEET);
    expect(new Set(rows.map((row) => row['Event']))).toEqual(new Set(['Grant']));
    const scopes = rows.map((row) => row['Scope']).join(' ');
    for (const family of ['drive', 'calendar', 'gmail']) expect(scopes).toContain(family);
    expect(new Set(rows.map((row) => row['Application name'])).size).toBeGreaterThan(3);
  });

  test('can compare the whole log with the sheet: rows that were deleted come back', () => {
    const before = book.rows(SHEET);
    const gone = before[0]!;
    workspace.advance(3 * DAY_MS, { runDueTriggers: false });
    book.remove(SHEET, ['Description', gone['Description']!]);
    panel.press('Compare the whole log', { eventName: [''] });
    expect(book.rows(SHEET)).toContainEqual(gone);
  });

  test('has texts of the log stay texts, whatever they begin with', () => {
    const clientId = 'formula.apps.googleusercontent.com';
    const name = '=HYPERLINK("https://evil.example","Tandem")';
    workspace.audit({
      applicationName: 'token',
      customerId: 'C01havu7k',
      actor: principal(workspace, ADMIN),
      events: [
        {
          type: 'auth',
          name: 'authorize',
          parameters: [
            { name: 'client_id', value: clientId },
            { name: 'app_name', value: name },
            { name: 'scope', multiValue: ['+1', '@SUM(1)'] },
          ],
        },
      ],
    });
    panel.press('Export', { appName: [name] });
    const grid = workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
      spreadsheetId: id,
      range: `${SHEET}!A1:H500`,
      valueRenderOption: 'FORMULA',
    }) as { readonly values: readonly (readonly string[])[] };
    const shown = book.rows(SHEET).find((row) => row['Application ID'] === clientId);
    expect(shown?.['Application name']).toBe(name);
    expect(grid.values.find((cells) => cells[1] === clientId)?.[2]).toBe(name);
  });
});

test('somebody who is no administrator is told why nothing is exported, and whom to ask', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  const { panel, book } = spreadsheetOf(workspace, ANNA);
  panel.press('Give Tandem this file').allowFile().press('Export');
  expect(panel.text).toContain('Only a Workspace administrator can read the log');
  expect(panel.text).toContain(`Google did not let ${ANNA} read the OAuth log.`);
  expect(panel.text).toContain('Ask a Workspace administrator');
  expect(book.rows(SHEET)).toEqual([]);
});
