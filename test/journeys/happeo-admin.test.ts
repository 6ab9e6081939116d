// Happeo's articles: an administrator's way from the Marketplace to everybody's account in the work system.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  adminInstall,
  ANNA,
  DAY_MS,
  delegate,
  delegatedClientOf,
  CALENDAR_SCOPE,
  finalize,
  passHours,
  MINUTE_MS,
  NOORA,
  PETRI,
  preparedWorkspace,
  promptWorkspace,
  readyForCalendars,
  turnOnSync,
  calendarPanel,
} from '../support/set-up';
import { AdminPage, offeredTandem, Panel } from '../support/tandem';

describe('the way of an administrator', () => {
  const workspace = offeredTandem();
  const page = new AdminPage(workspace, ADMIN);

  test('Integrations shows Google Workspace with a button Install [H4, H5]', () => {
    page.open();
    expect(page.page?.title).toBe('Integrations');
    expect(page.text).toContain('Not installed\nGoogle Workspace');
    expect(page.buttons()).toEqual(['Install']);
  });

  test('Install asks whether one is a Workspace administrator [H6]', () => {
    page.press('Install');
    expect(page.text).toContain('Are you a Workspace administrator?');
    expect(page.buttons()).toEqual(['I am an administrator', 'Ask an administrator']);
  });

  test('the steps are told, each with how it stands [H2, H8, H9, H10, H11, H12, H14]', () => {
    page.press('I am an administrator');
    expect(page.text).toContain('✗ Installed from the Marketplace for the organization');
    expect(page.text).toContain('choose Admin install, then Continue');
    expect(page.text).toContain('Everyone at your organization');
    expect(page.text).toContain('your own must be among them');
    expect(page.text).toContain('Grant access to the data, tick the terms');
    expect(page.buttons()).toContain('Finalize Google Workspace sync');
  });

  test('the client ID and the scopes to paste are shown [S13, S14, I5, I6]', () => {
    expect(page.text).toContain(`Client ID\n${delegatedClientOf(workspace)}`);
    expect(page.text).toContain(`OAuth scopes (comma-delimited)\n${CALENDAR_SCOPE}`);
  });

  test('the Marketplace opens in a tab of its own [H7, G4]', () => {
    page.press('Open Google Workspace Marketplace');
    expect(page.opened).toMatch(/^https:\/\/workspace\.google\.com\/marketplace\/app\//);
  });

  test('back from the Marketplace, the page finds the install by itself [H13, G3]', () => {
    adminInstall(workspace);
    page.open();
    expect(page.text).toContain('The admin install covers admin@havu.example.');
    expect(page.text).toContain('Already installed.');
  });

  test('finalizing before the delegation holds names what is missing, and says that Google may take a day [S14]', () => {
    delegate(workspace);
    page.press('Finalize Google Workspace sync');
    expect(page.text).toContain('Domain-wide delegation is not set up for Tandem');
    expect(page.text).toContain('from minutes to 24 hours');
    expect(page.text).toContain('✓ The directory can be read');
  });

  test('with everything in place it is complete, with a way to the people [H14, H15, H16]', () => {
    workspace.advance(DAY_MS);
    page.press('Retry finalize');
    expect(page.text).toContain('Google Workspace is connected');
    expect(page.text).toContain('Sync account\nadmin@havu.example');
    expect(page.text).toContain('What is left to do');
    expect(page.buttons()).toContain('Bring your people in');
  });

  test('both things that finalizing checks show with their evidence [H15]', () => {
    page.open().press('Check again');
    expect(page.text).toContain('The Marketplace installation is complete');
    expect(page.text).toContain('The right access to domain data');
    expect(page.text).toContain('admin@havu.example is a super administrator.');
    expect(page.text).not.toContain('✗');
    page.press('Back');
  });

  test('a preview with names comes before anybody is written [H16]', () => {
    page.press('Bring your people in');
    expect(page.text).toContain('Nothing has been written yet.');
    expect(page.text).toContain('New in the work system\n56 people');
    expect(page.text).toContain('Noora Saari');
    expect(page.text).toContain('pekka.korhonen@havu.example is suspended');
    const book = WorkbookByHand.openedFrom(new AdminPage(workspace, ADMIN).open());
    expect(book.rows('People')).toEqual([]);
  });

  test('everybody of the directory stands in the workbook [H1, G6]', () => {
    page.press('Bring 56 people in');
    expect(page.text).toContain('Brought in: 56');
    const people = WorkbookByHand.openedFrom(page).rows('People');
    const active = Object.values(workspace.state.directory.users).filter(
      ({ customerId, suspended, archived, deletionTime }) =>
        customerId === 'C01havu7k' && !suspended && !archived && deletionTime === undefined,
    );
    expect(people.map((row) => row['Email']).sort()).toEqual(
      active.map(({ primaryEmail }) => primaryEmail.toLowerCase()).sort(),
    );
  });

  test('Sync all users runs at once, changes nothing where nothing changed, and is possible once a day [H1, G15, G16]', () => {
    const book = WorkbookByHand.openedFrom(page);
    const before = [book.rows('People'), book.rows('Journal')];
    page.open('People').press('Sync all users');
    expect(page.text).toContain('Nothing had changed');
    expect(page.text).toContain('Possible again in 24 hours');
    expect(page.buttons()).not.toContain('Sync all users');
    expect([book.rows('People'), book.rows('Journal')]).toEqual(before);
  });

  test('a new account and a changed one arrive by themselves within a day [H1, H43, G13]', () => {
    workspace.act(
      ADMIN,
      'directory.users.insert',
      {},
      {
        primaryEmail: 'new.person@havu.example',
        name: { givenName: 'New', familyName: 'Person' },
        password: 'a-long-password',
      },
    );
    workspace.act(
      ADMIN,
      'directory.users.patch',
      { userKey: ANNA },
      { name: { familyName: 'Aalto' } },
    );
    workspace.act(ADMIN, 'directory.users.patch', { userKey: NOORA }, { suspended: true });
    passHours(workspace, 25);
    const people = WorkbookByHand.openedFrom(page).rows('People');
    const of = (email: string) => people.find((row) => row['Email'] === email);
    expect(of('new.person@havu.example')).toMatchObject({ 'Last name': 'Person', Active: 'TRUE' });
    expect(of(ANNA)).toMatchObject({ 'Last name': 'Aalto' });
    expect(of(NOORA)).toMatchObject({ Active: 'FALSE' });
  });
});

describe('somebody who is no administrator', () => {
  const workspace = promptWorkspace();
  const page = new AdminPage(workspace, ANNA).open();
  const colleague = new AdminPage(workspace, ADMIN);
  const mails = () => workspace.state.outbox.filter(({ by }) => by === 'MailApp');

  test('is offered to ask one, never to finalize [H3, H17]', () => {
    page.press('Install').press('I am an administrator');
    expect(page.buttons()).not.toContain('Finalize Google Workspace sync');
    page.press('Ask an administrator');
    expect(page.text).toContain('Please set up Tandem for our organization.');
  });

  test('finds the colleague by a part of the name, and sends the request [H19, H21, G8]', () => {
    page.press('Find', { who: ['aino'] });
    expect(mails()).toEqual([]);
    page.press('Ask Aino Laine (admin@havu.example)');
    expect(page.text).toContain('Waiting for your administrator');
    expect(page.text).toContain('Not opened yet');
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toMatchObject({ to: [ADMIN] });
    expect(mails()[0]!.body).toContain('https://script.google.com/');
  });

  test('still waits when they come back, and cannot send more than one reminder a day [G7]', () => {
    expect(page.open().text).toContain('Waiting for your administrator');
    expect(page.buttons()).not.toContain('Send a reminder');
    workspace.advance(DAY_MS);
    page.open().press('Send a reminder');
    expect(mails()).toHaveLength(2);
  });

  test('the colleague finds it ready to finalize, and walks from step 1 [G2, H22]', () => {
    expect(colleague.open().text).toContain('Ready to finalize\nGoogle Workspace');
    expect(colleague.text).toContain(`${ANNA} asked you`);
    colleague.press('Finalize');
    expect(colleague.text).toContain('Step 1. Install from the Marketplace');
    expect(page.open().text).toContain('Opened, not finalized yet');
  });

  test('and what was asked is over once they have finalized', () => {
    adminInstall(workspace);
    delegate(workspace);
    colleague.open().press('Finalize Google Workspace sync');
    expect(colleague.text).toContain('Google Workspace is connected');
    expect(page.open().text).toContain('this page is for its Workspace administrators');
    expect(
      Object.keys(workspace.installed!.record.scriptProperties).filter((key) =>
        key.startsWith('request.'),
      ),
    ).toEqual([]);
  });
});

test('after the set-up, somebody who is no administrator sees whom to ask, and nothing else [H3, S26]', () => {
  const { workspace } = readyForCalendars();
  const page = new AdminPage(workspace, ANNA).open();
  expect(page.page?.places).toEqual([]);
  expect(page.buttons()).toEqual([]);
  expect(page.text).toContain('this page is for its Workspace administrators: ask them');
  expect(page.text).not.toContain('@');
});

test('before it is finalized, any administrator can be the sync account [H30]', () => {
  const workspace = preparedWorkspace();
  const first = new AdminPage(workspace, ADMIN).open();
  first.press('Change sync account');
  expect(first.text).toContain('Sign in to Google with the other account and open this address');
  expect(finalize(workspace, PETRI).text).toContain(`Sync account\n${PETRI}`);
});

test('another administrator is asked before taking the sync account’s place; everybody’s sync goes on [H31, G9]', () => {
  const { workspace } = readyForCalendars();
  turnOnSync(calendarPanel(workspace));
  const book = WorkbookByHand.openedFrom(new AdminPage(workspace, ADMIN).open());
  const page = new AdminPage(workspace, PETRI).open().press('Change sync account');
  expect(page.text).toContain(`Sync account now\n${ADMIN}\nSync account afterwards\n${PETRI}`);
  page.press('Make me the sync account');
  expect(page.text).toContain('Google does not let Tandem open the workbook as you');
  expect(page.text).toContain('You are the deputy: the workbook is shared with you.');

  const host = { host: 'SHEETS', sheets: { id: book.id } } as const;
  new Panel(workspace, PETRI, host).open().press('Give Tandem this file').allowFile();
  page.open().press('Change sync account').press('Make me the sync account');
  expect(page.text).toContain(`Sync account\n${PETRI}`);

  new CalendarByHand(workspace, NOORA).addHour('After the change', '2026-03-05T10:00:00Z');
  workspace.advance(2 * MINUTE_MS);
  expect(book.named('After the change')).toHaveLength(1);
  // The organization knows when its last full run was: another sync account need not begin with one.
  expect(page.open('People').text).toContain('The last run\nBrought in: 56');
});
