// "Check again": every check by name, what is wrong first with its cure, what nobody can tell, and a report to send (TA8).
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { WorkbookByHand } from '../support/by-hand';
import { giveRole } from '../support/roles-by-hand';
import {
  ADMIN,
  ANNA,
  applicationIdOf,
  clientIdOf,
  delegatedClientOf,
  finalize,
  passHours,
  PETRI,
  preparedWorkspace,
  readyForCalendars,
} from '../support/set-up';
import { AdminPage, inConsole, PUBLISHER } from '../support/tandem';

const checked = (workspace: LocalWorkspace, as = ADMIN): AdminPage =>
  new AdminPage(workspace, as).open().press('Check again');

const inApiControls = (workspace: LocalWorkspace, action: string, input: object) =>
  inConsole(workspace, ADMIN, `apiControls.${action}`, input as Record<string, unknown>);

const suspend = (workspace: LocalWorkspace, userKey: string, suspended: boolean) =>
  void workspace.act(PETRI, 'directory.users.patch', { userKey }, { suspended });

describe('in an organization that is set up', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  const page = checked(workspace);

  test.each([
    'The account is a Google Workspace account',
    'You are an administrator',
    'Installed from the Marketplace for the organization',
    'Apps like Tandem may reach your data',
    'Google Calendar API is enabled',
    'Admin SDK API is enabled',
    'Google Drive API is enabled',
    'Google Sheets API is enabled',
    'Allowed: drive.file',
    'Allowed: admin.directory.user.readonly',
    'The service account and its key are accepted',
    'Delegated: calendar.events',
    'Google’s clocks agree',
    'Tandem may connect to Google’s servers',
    'The directory can be read',
    'The OAuth log can be read',
    'The sync account is an active administrator',
    'A deputy is ready',
    'The workbook can be opened',
  ])('“%s” is a check of its own, and good [H15]', (label) => {
    expect(page.text).toContain(`✓ ${label}`);
  });

  test('what Google tells no app is said so, with where to look, and is no green tick', () => {
    expect(page.text).toContain('What Google tells no app');
    expect(page.text).toContain('Whether Tandem is trusted, or merely not blocked.');
    expect(page.buttons()).toEqual(
      expect.arrayContaining(['Open Marketplace apps', 'Open API controls']),
    );
  });

  test('the report to copy has a line for each check, and no secret', () => {
    expect(page.text).toContain('ok: You are an administrator. admin@havu.example is a super');
    const key = workspace.installed!.record.scriptProperties[PUBLISHER.serviceAccountKey]!;
    const { private_key: secret, private_key_id: id } = JSON.parse(key) as Record<string, string>;
    const shown = JSON.stringify(page.cards);
    for (const part of [secret!.split('\n')[1]!, id!, 'ya29.']) expect(shown).not.toContain(part);
  });

  test('an administrator without Reports sees that only exports need it', () => {
    expect(checked(workspace, 'helpdesk@havu.example').text).toContain(
      '– The OAuth log can be read',
    );
  });
});

interface Trouble {
  readonly what: string;
  cause(workspace: LocalWorkspace): unknown;
  readonly heading: string;
  readonly line: string;
  readonly button: string;
  mend(workspace: LocalWorkspace): unknown;
}

const TRUST = [clientIdOf, delegatedClientOf] as const;

const TROUBLES: readonly Trouble[] = [
  {
    what: 'one service is kept for trusted apps: limited access [H32]',
    cause: (workspace) =>
      inApiControls(workspace, 'setService', { service: 'calendar', restricted: true }),
    heading: 'Tandem may not reach Google Calendar API',
    line: '✗ Apps like Tandem may reach your data',
    button: 'Open API controls',
    mend: (workspace) =>
      TRUST.forEach((idOf) =>
        inApiControls(workspace, 'setApp', { clientId: idOf(workspace), access: 'trusted' }),
      ),
  },
  {
    what: 'Tandem’s service account is blocked by name [H32]',
    cause: (workspace) =>
      inApiControls(workspace, 'setApp', {
        clientId: delegatedClientOf(workspace),
        access: 'blocked',
      }),
    heading: 'Block all third-party API access',
    line: '✗ Apps like Tandem may reach your data',
    button: 'Open API controls',
    mend: (workspace) =>
      inApiControls(workspace, 'setApp', {
        clientId: delegatedClientOf(workspace),
        access: 'limited',
      }),
  },
  {
    what: 'the deputy is suspended',
    cause: (workspace) => suspend(workspace, deputyOf(workspace), true),
    heading: 'The deputy can no longer stand in',
    line: '✗ A deputy is ready',
    button: 'Change deputy',
    mend: (workspace) => suspend(workspace, deputyOf(workspace), false),
  },
  {
    what: 'the install is taken away [H33]',
    cause: (workspace) =>
      inConsole(workspace, ADMIN, 'marketplace.uninstall', {
        applicationId: applicationIdOf(workspace),
      }),
    heading: 'Tandem has not been properly installed in Google Workspace',
    line: '✗ Installed from the Marketplace for the organization',
    button: 'Back to step 1',
    mend: (workspace) =>
      inConsole(workspace, ADMIN, 'marketplace.adminInstall', {
        applicationId: applicationIdOf(workspace),
        acceptTerms: true,
        grantDataAccess: true,
        target: 'everyone',
      }),
  },
];

function deputyOf({ installed }: LocalWorkspace): string {
  const [saved] = Object.entries(installed!.record.scriptProperties).filter(([key]) =>
    key.startsWith('tenant.'),
  );
  return (JSON.parse(saved![1]) as { data: { deputy: { email: string } } }).data.deputy.email;
}

describe.each(TROUBLES)('while $what', ({ cause, heading, line, button, mend }) => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  new AdminPage(workspace, ADMIN).open();
  cause(workspace);
  // Known tokens would hide for an hour what Google now refuses.
  workspace.advance(61 * 60_000, { runDueTriggers: false });
  const page = checked(workspace);

  test('it comes first, with its cure and a button, and then the line of its check', () => {
    expect(page.text).toContain(heading);
    expect(page.text.indexOf(heading)).toBeLessThan(page.text.indexOf(line));
    expect(page.buttons()).toContain(button);
  });

  test('once it is put right, checking again finds nothing wrong', () => {
    mend(workspace);
    workspace.advance(61 * 60_000, { runDueTriggers: false });
    expect(checked(workspace).text).not.toContain('✗');
  });
});

test('an administrator’s role of their own is judged by what it may do, not by its name [H34]', () => {
  const workspace = preparedWorkspace();
  giveRole(workspace, { as: ADMIN, to: ANNA, privileges: ['USERS_RETRIEVE'] });
  const page = finalize(workspace, ANNA);
  expect(page.text).toContain('Google Workspace is connected');
});

test('a server that the manifest leaves out is named, and whoever may change that [TA8]', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  workspace.advance(61 * 60_000, { runDueTriggers: false });
  const manifest = workspace.installed!.project.manifest as {
    urlFetchWhitelist?: readonly string[];
  };
  const all = manifest.urlFetchWhitelist!;
  manifest.urlFetchWhitelist = all.filter((url) => !url.includes('oauth2'));
  const page = checked(workspace);
  // Other tests run the same project.
  manifest.urlFetchWhitelist = all;
  expect(page.text).toContain('Tandem may not connect to oauth2.googleapis.com');
  expect(page.text).toContain('✗ Tandem may connect to Google’s servers');
  expect(page.text).toContain('– Delegated: calendar.events');
  expect(checked(workspace).text).not.toContain('✗');
});

describe('the same checks every day: the deputy is suspended one evening', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const mails = () =>
    workspace.state.outbox.filter(({ by, body }) => by === 'MailApp' && body.includes(SAID));
  const SAID = 'The deputy can no longer stand in';
  const history = () => new AdminPage(workspace, ADMIN).open().press('Last 30 days').text;
  const lineOf = (label: string) => history().split(`${label}\n`)[1]!.split('\n')[0];

  test('until the next day nothing shows but that the first day is not over', () => {
    expect(history()).toContain('The first day is not over yet.');
  });

  test('the next day it is found, mailed once, shown with its button, and listed in Problems', () => {
    passHours(workspace, 24);
    expect(lineOf('A deputy is ready')).toBe('●');
    suspend(workspace, deputyOf(workspace), true);
    passHours(workspace, 30);
    expect(mails()).toHaveLength(1);
    const shown = new AdminPage(workspace, ADMIN).open();
    expect(shown.text).toContain('Not as it should be');
    expect(shown.text).toContain(SAID);
    expect(shown.buttons()).toContain('Change deputy');
    expect(JSON.stringify(book.rows('Problems'))).toContain(SAID);
    expect(lineOf('A deputy is ready')).toBe('●✗');
    expect(lineOf('The directory can be read')).toBe('●●');
  });

  test('once it is put right, all of that closes by itself; the day stays marked', () => {
    suspend(workspace, deputyOf(workspace), false);
    passHours(workspace, 2);
    expect(new AdminPage(workspace, ADMIN).open().text).not.toContain(SAID);
    expect(JSON.stringify(book.rows('Problems'))).not.toContain(SAID);
    expect(lineOf('A deputy is ready')).toBe('●✗');
    passHours(workspace, 24);
    expect(lineOf('A deputy is ready')).toBe('●✗●');
    expect(mails()).toHaveLength(1);
  });
});
