// People who are renamed, replaced and hidden, as the People page and the workbook show them.
import { companyFromUsers } from '../../emulator/seed/users-file';
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { backTo, momentOf } from '../crashes/company';
import { CalendarByHand, WorkbookByHand, type RowText } from '../support/by-hand';
import {
  ADMIN,
  adminInstall,
  ANNA,
  bringPeopleIn,
  calendarPanel,
  DAY_MS,
  delegate,
  finalize,
  passHours,
  MINUTE_MS,
  NOORA,
  PETRI,
  preparedWorkspace,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, offeredTandem, Panel, principal } from '../support/tandem';

/** More than a day, in which everything that is due once a day happens. */
const aDayPasses = (workspace: LocalWorkspace): void => passHours(workspace, 26);

const peopleAt = (book: WorkbookByHand, ...addresses: string[]): readonly RowText[] =>
  book.rows('People').filter((row) => addresses.includes(row['Email']!));

/** An organization whose people are in: its Admin page and its workbook. */
function filled(): { readonly page: AdminPage; readonly book: WorkbookByHand } {
  const page = bringPeopleIn(finalize(preparedWorkspace()));
  return { page, book: WorkbookByHand.openedFrom(page) };
}

const directory = (
  workspace: LocalWorkspace,
  method: string,
  input: object,
  body: object | null = null,
): unknown => workspace.act(ADMIN, `directory.${method}`, { ...input }, body);

test('the page People lists everybody, with how their calendar sync stands (TJ1)', () => {
  const page = readyForCalendars();
  runOnce(turnOnSync(calendarPanel(page.workspace)));
  page.open('People');
  const of = (address: string): readonly string[] =>
    page.page!.table!.rows.find(([, one]) => one === address)!;
  expect(of(NOORA).slice(4)).toEqual(['Active', 'On']);
  expect(of(ANNA).slice(4)).toEqual(['Active', 'Off']);
});

test('a row that was typed with an alias of an account is that account', () => {
  const workspace = preparedWorkspace();
  const page = finalize(workspace);
  const alias = 'anna.alias@havu.example';
  directory(workspace, 'users.aliases.insert', { userKey: ANNA }, { alias });
  const book = WorkbookByHand.openedFrom(page);
  book.add('People', { Email: alias, 'First name': 'Anna', 'Last name': 'Virtanen' });
  page.open('People').press('Look at what will happen');
  expect(page.text).toContain('Already in the work system, joined by address\n1 person');
  bringPeopleIn(page);
  expect(peopleAt(book, alias, ANNA)).toMatchObject([{ Email: ANNA, 'Added by Tandem': '' }]);
});

test('a newcomer at the address of a deleted account has a row of their own; an id that became a number is repaired, not taken for somebody else [Att32]', () => {
  const { page, book } = filled();
  const { workspace } = page;
  const [noora] = peopleAt(book, NOORA);
  book.change('People', ['Email', ANNA], { 'Google id': principal(workspace, ANNA).userId });
  directory(workspace, 'users.delete', { userKey: NOORA });
  const name = { givenName: 'New', familyName: 'Comer' };
  directory(
    workspace,
    'users.insert',
    {},
    { primaryEmail: NOORA, name, password: 'long-enough-1' },
  );
  aDayPasses(workspace);
  expect(peopleAt(book, NOORA)).toMatchObject([
    { 'Google id': noora!['Google id'], Active: 'FALSE' },
    { 'Last name': 'Comer', Active: 'TRUE' },
  ]);
  const { userId } = principal(workspace, ANNA);
  expect(peopleAt(book, ANNA)).toMatchObject([{ 'Google id': userId, Active: 'TRUE' }]);
});

test('people who are merely out of the sync account’s sight are not deactivated, and the page says why', () => {
  const [head, admin] = ['super@corp.example', 'admin@corp.example'];
  const staff = Array.from({ length: 15 }, (_, i) => `S${i},Taff,s${i}@corp.example,/Staff,Active`);
  const board = Array.from({ length: 4 }, (_, i) => `B${i},Oard,b${i}@corp.example,/Board,Active`);
  const users = [
    'First Name,Last Name,Email Address,Org Unit Path,Status',
    `Ada,Admin,${admin},/Staff,Active`,
    `Su,Per,${head},/,Active`,
    ...staff,
    ...board,
  ];
  const file = new TextEncoder().encode(users.join('\n'));
  const { state } = companyFromUsers(file, { now: Date.UTC(2026, 2, 2, 8), admin: head });
  const workspace = offeredTandem({ settings: { propagation: 'immediate' }, seed: state });
  workspace.act(head, 'directory.users.makeAdmin', { userKey: admin }, { status: true });
  adminInstall(workspace, { as: head });
  delegate(workspace, head);
  const page = bringPeopleIn(finalize(workspace, admin));
  const book = WorkbookByHand.openedFrom(page);
  narrowRole(workspace, head, admin);
  aDayPasses(workspace);
  expect(book.rows('People').filter((row) => row['Active'] === 'FALSE')).toEqual([]);
  expect(page.open('People').text).toContain(
    'This account sees only a part of the Google Workspace Directory',
  );
  // The cure: its role for the whole organization again.
  workspace.act(head, 'directory.users.makeAdmin', { userKey: admin }, { status: true });
  page.press('Try again');
  workspace.advance(2 * MINUTE_MS);
  expect(page.open('People').text).toContain('The directory sync runs by itself');
});

interface Privilege {
  readonly privilegeName: string;
  readonly serviceId: string;
  readonly childPrivileges?: readonly Privilege[];
}

/** The super administrator takes another's rights back but for the users of one org unit. */
function narrowRole(workspace: LocalWorkspace, head: string, admin: string): void {
  workspace.act(head, 'directory.users.makeAdmin', { userKey: admin }, { status: false });
  const customer = 'my_customer';
  const all = workspace.act(head, 'directory.privileges.list', { customer }) as {
    readonly items: readonly Privilege[];
  };
  const whole = (some: readonly Privilege[]): Privilege[] =>
    some.flatMap((one) => [one, ...whole(one.childPrivileges ?? [])]);
  const rolePrivileges = whole(all.items)
    .filter(({ privilegeName }) => privilegeName === 'USERS_RETRIEVE')
    .map(({ privilegeName, serviceId }) => ({ privilegeName, serviceId }));
  const role = { roleName: 'Staff', rolePrivileges };
  const { roleId } = workspace.act(head, 'directory.roles.insert', { customer }, role) as {
    readonly roleId: string;
  };
  const unit = Object.values(workspace.state.directory.orgUnits).find(
    ({ orgUnitPath }) => orgUnitPath === '/Staff',
  )!;
  const assignment = {
    roleId,
    assignedTo: principal(workspace, admin).userId,
    scopeType: 'ORG_UNIT',
    orgUnitId: unit.orgUnitId.replace('id:', ''),
  };
  workspace.act(head, 'directory.roleAssignments.insert', { customer }, assignment);
}

/** A day after Google's own steps, so that they hold in a copy with Google's delays too. */
const ready = ((): ReturnType<typeof momentOf> => {
  const workspace = preparedWorkspace();
  workspace.advance(DAY_MS);
  return momentOf(workspace);
})();

/** How Google refuses: a status with its usual reason, and some that say nothing more. */
const REFUSALS = [
  [400, 'invalid', 'Invalid Input'],
  [400, 'failedPrecondition', 'Precondition check failed.'],
  [403, 'quirk', 'Something new'],
  [404, 'notFound', 'Domain not found.'],
  [409, 'conflict', 'Conflict'],
  [412, 'conditionNotMet', 'Precondition Failed'],
] as const;

describe('a list of people that Google refuses', () => {
  const refuse = (
    workspace: LocalWorkspace,
    [code, reason, message]: readonly [number, string, string],
  ): void =>
    workspace.faults.plan([
      {
        method: 'directory.users.list',
        times: 9999,
        fault: { kind: 'error', code, reason, message },
      },
    ]);

  const { page } = filled();
  const before = momentOf(page.workspace);
  const told = (message: string): string =>
    `Tandem asked for the users of your Workspace, and Google refused: ${message.replace(/\.$/, '')}.`;

  test.each(REFUSALS)(
    'with %i (%s) is told in Google’s own words, tried again once an hour, and goes on when Google does',
    (...refusal) => {
      const workspace = backTo(before);
      workspace.advance(DAY_MS + MINUTE_MS, { runDueTriggers: false });
      refuse(workspace, refusal);
      const began = workspace.engine.executions.length;
      workspace.advance(5 * MINUTE_MS);
      const seen = new AdminPage(workspace, ADMIN).open().open('People');
      expect(seen.text).toContain('Google did not list everything');
      expect(seen.text).toContain(told(refusal[2]));
      expect(seen.text).not.toContain('Under way');
      const lists = workspace.traffic.calls.filter(
        ({ method }) => method === 'directory.users.list',
      );
      passHours(workspace, 2);
      const errors = workspace.engine.executions.slice(began).map(({ error }) => error);
      expect(errors.filter((error) => error !== null)).toEqual([]);
      expect(lists.length).toBeGreaterThan(0);
      workspace.faults.plan([]);
      passHours(workspace, 2);
      expect(seen.open('People').text).toContain('The directory sync runs by itself');
    },
  );

  test.each([
    [401, 'authError', 'Invalid Credentials', 'The authorization was withdrawn'],
    [
      403,
      'forbidden',
      'Not Authorized',
      'This account cannot access the Google Workspace Directory',
    ],
    [403, 'domainCannotUseApis', 'Blocked', 'Block all third-party API access'],
    [403, 'accessNotConfigured', 'Not used before', 'Admin SDK API is not enabled'],
    [403, 'insufficientPermissions', 'Scopes', 'Authentication was not complete'],
  ])('with %i %s says what is wrong and offers to try again', (code, reason, message, heading) => {
    const workspace = backTo(before);
    workspace.advance(DAY_MS + MINUTE_MS, { runDueTriggers: false });
    refuse(workspace, [code, reason, message]);
    workspace.advance(5 * MINUTE_MS);
    const seen = new AdminPage(workspace, ADMIN).open().open('People');
    expect(seen.text).toContain(heading);
    workspace.faults.plan([]);
    seen.press('Try again');
    workspace.advance(2 * MINUTE_MS);
    expect(seen.open('People').text).toContain('The directory sync runs by itself');
  });

  test.each(REFUSALS)(
    'with %i (%s) while finalizing names what was listed, makes nothing, and Retry completes the set-up',
    (...refusal) => {
      const workspace = backTo(ready);
      refuse(workspace, refusal);
      const seen = finalize(workspace);
      expect(seen.text).toContain(told(refusal[2]));
      expect(seen.text).not.toMatch(/Nothing needs to be done|There is no ,|^ was/m);
      workspace.faults.plan([]);
      expect(seen.press('Retry finalize').text).toContain('Google Workspace is connected');
    },
  );
});

describe('a list of one person’s events that Google refuses', () => {
  const page = readyForCalendars(backTo(ready));
  for (const person of [ANNA, NOORA]) turnOnSync(calendarPanel(page.workspace, person));
  const before = momentOf(page.workspace);

  test.each(REFUSALS)(
    'with %i (%s) is told as theirs, and everybody else’s sync goes on',
    (code, reason, message) => {
      const workspace = backTo(before);
      const book = WorkbookByHand.openedFrom(new AdminPage(workspace, ADMIN).open());
      new CalendarByHand(workspace, ANNA).addHour('Not to be seen', '2026-03-05T10:00:00Z');
      new CalendarByHand(workspace, NOORA).addHour('Noora’s goes on', '2026-03-05T10:00:00Z');
      const began = workspace.engine.executions.length;
      // The first list of each run is Anna's or Noora's: one of them fails, and the other does not.
      workspace.faults.plan([
        { method: 'calendar.events.list', at: 1, fault: { kind: 'error', code, reason, message } },
      ]);
      workspace.advance(MINUTE_MS);
      const rows = ['Not to be seen', 'Noora’s goes on'].flatMap((title) => book.named(title));
      expect(rows.length).toBeGreaterThanOrEqual(1);
      workspace.faults.plan([]);
      passHours(workspace, 2);
      expect(book.named('Not to be seen')).toHaveLength(1);
      expect(book.named('Noora’s goes on')).toHaveLength(1);
      const errors = workspace.engine.executions.slice(began).map(({ error }) => error);
      expect(errors.filter((error) => error !== null)).toEqual([]);
    },
  );
});

describe('Why is somebody synced, or not? [TC14]', () => {
  const { page } = filled();
  const ask = (who: string): string => page.open('People').press('Why?', { who: [who] }).text;

  test('a part of a name finds the person', () => {
    expect(ask('anna virtanen@havu')).toContain(`Anna Virtanen (${ANNA}) is synced`);
    expect(ask('Saari, Noora')).toContain(`(${NOORA}) is synced`);
  });

  test('several are offered, and a press answers', () => {
    ask('an');
    expect(page.text).toContain('Whom do you mean?');
    const anna = `Anna Virtanen (${ANNA})`;
    expect(page.buttons()).toContain(anna);
    expect(page.press(anna).text).toContain(`${anna} is synced`);
  });

  test.each([
    ['admin@brightwater.example', 'is neither in your Workspace nor in the work system'],
    ['anna@@havu', 'Nobody in your Workspace or the work system has “anna@@havu”'],
    ['@', 'Nobody in your Workspace or the work system has “@”'],
    ["' OR isAdmin=true", 'Nobody in your Workspace or the work system has'],
    ['zzz', 'Nobody in your Workspace or the work system has “zzz”'],
  ])('%s is answered plainly: the page is never replaced by a refusal of Google’s', (who, said) => {
    expect(ask(who)).toContain(said);
    expect(page.text).not.toMatch(/Bad Request|Invalid|refuse|Not Authorized/);
    expect(page.buttons()).toContain('Why?');
  });
});

test('the Journal names each person and says in words what was changed', () => {
  const { page, book } = filled();
  const { workspace } = page;
  const userKey = ANNA;
  directory(
    workspace,
    'users.patch',
    { userKey },
    {
      organizations: [{ title: 'Head of Everything', primary: true }],
    },
  );
  directory(workspace, 'users.patch', { userKey: NOORA }, { suspended: true });
  aDayPasses(workspace);
  const shown = JSON.stringify(book.rows('Journal').slice(-2));
  expect(shown).toContain('Anna Virtanen');
  expect(shown).toContain(ANNA);
  expect(shown).toMatch(/Title: .* → Head of Everything/);
  expect(shown).toContain('Deactivated: suspended in Google');
});

test('somebody whom a colleague set inactive in the sheet People is told so, and not that Google suspended them', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const panel = turnOnSync(calendarPanel(workspace, NOORA));
  const book = WorkbookByHand.openedFrom(page);
  // Nobody whom Google knows stays inactive: the next run of the directory, once a day, makes them active again.
  book.change('People', ['Email', NOORA], { Active: 'FALSE' });
  new CalendarByHand(workspace, NOORA).addHour('Something to do', '2026-03-05T10:00:00Z');
  workspace.advance(90 * MINUTE_MS);
  expect(panel.open().text).toContain(`${NOORA} is not active in the work system`);
  expect(panel.text).not.toContain('suspended by');
  book.change('People', ['Email', NOORA], { Active: 'TRUE' });
  runOnce(runOnce(panel.press('Turn on again')).press('Start'));
  expect(panel.text).toContain('✓ On');
});

test.each([
  ['.0 behind it', (id: string) => `'${id}.0`],
  ['an apostrophe before it', (id: string) => `''${id}`],
  ['separators of thousands in it', (id: string) => `'${id.replace(/(?=(\d{3})+$)/g, ' ').trim()}`],
  ['zeros for its last digits', (id: string) => `'${id.slice(0, 15)}000000`],
])('an id with %s is still that person’s: nobody leaves, and nobody comes twice', (_, damage) => {
  const { page, book } = filled();
  const { workspace } = page;
  const before = book.rows('People').length;
  book.change('People', ['Email', ANNA], {
    'Google id': damage(principal(workspace, ANNA).userId),
  });
  directory(workspace, 'users.patch', { userKey: ANNA }, { name: { familyName: 'Aalto' } });
  aDayPasses(workspace);
  expect(peopleAt(book, ANNA)).toMatchObject([{ 'Last name': 'Aalto', Active: 'TRUE' }]);
  expect(book.rows('People')).toHaveLength(before);
});

test('somebody in a domain that was added later finds their organization within a run; a subdomain of it that is another organization’s stays that one’s', () => {
  const { page } = filled();
  const { workspace } = page;
  page.open('Calendars').press('Turn on');
  directory(
    workspace,
    'domains.insert',
    { customer: 'my_customer' },
    { domainName: 'havu-retail.example' },
  );
  const primaryEmail = 'rita@havu-retail.example';
  const name = { givenName: 'Rita', familyName: 'Retail' };
  directory(workspace, 'users.insert', {}, { primaryEmail, name, password: 'long-enough-1' });
  expect(calendarPanel(workspace, primaryEmail).text).toContain('Not set up yet');
  aDayPasses(workspace);
  expect(calendarPanel(workspace, primaryEmail).buttons()).toContain('Turn on my calendar sync');
  const [grace, domainName] = ['admin@brightwater.example', 'lab.havu-retail.example'];
  workspace.act(grace, 'directory.domains.insert', { customer: 'my_customer' }, { domainName });
  const stranger = { primaryEmail: `sam@${domainName}`, name, password: 'long-enough-1' };
  workspace.act(grace, 'directory.users.insert', {}, stranger);
  adminInstall(workspace, { as: grace });
  aDayPasses(workspace);
  expect(calendarPanel(workspace, stranger.primaryEmail).text).toContain('Not set up yet');
});

describe('what belongs to the organization stays when another administrator becomes the sync account', () => {
  /** Petri gets the workbook and takes the administrator's place. */
  function takeOver(workspace: LocalWorkspace, book: WorkbookByHand): AdminPage {
    const access = { type: 'user', role: 'writer', emailAddress: PETRI };
    workspace.act(ADMIN, 'drive.permissions.create', { fileId: book.id }, access);
    const host = { host: 'SHEETS', sheets: { id: book.id } } as const;
    new Panel(workspace, PETRI, host).open().press('Give Tandem this file').allowFile();
    const page = new AdminPage(workspace, PETRI).open();
    return page.press('Change sync account').press('Make me the sync account');
  }

  test('the last run, and that all users were synced today [G16]', () => {
    const { page, book } = filled();
    page.open('People').press('Sync all users');
    expect(page.text).toContain('Possible again in');
    const after = takeOver(page.workspace, book).open('People');
    expect(after.text).toContain('In step with Google');
    expect(after.text).toContain('Possible again in');
    expect(after.buttons()).not.toContain('Sync all users');
  });

  test('a sheet that its former owner protected is told as that, and once the protection is gone all goes on', () => {
    const { page, book } = filled();
    const { workspace } = page;
    const after = takeOver(workspace, book);
    const change = (request: object) =>
      workspace.act(
        ADMIN,
        'sheets.spreadsheets.batchUpdate',
        { spreadsheetId: book.id },
        { requests: [request] },
      ) as {
        readonly replies: readonly {
          readonly addProtectedRange?: {
            readonly protectedRange: { readonly protectedRangeId: number };
          };
        }[];
      };
    const { sheets } = workspace.act(ADMIN, 'sheets.spreadsheets.get', {
      spreadsheetId: book.id,
    }) as {
      readonly sheets: readonly {
        readonly properties: { readonly title: string; readonly sheetId: number };
      }[];
    };
    const { sheetId } = sheets.find(({ properties }) => properties.title === 'People')!.properties;
    const protectedRange = { range: { sheetId }, editors: { users: [ADMIN] } };
    const [reply] = change({ addProtectedRange: { protectedRange } }).replies;
    const name = { familyName: 'Aalto' };
    directory(workspace, 'users.patch', { userKey: ANNA }, { name });
    aDayPasses(workspace);
    expect(after.open('People').text).toContain('The cells are protected');
    const { protectedRangeId } = reply!.addProtectedRange!.protectedRange;
    change({ deleteProtectedRange: { protectedRangeId } });
    aDayPasses(workspace);
    expect(peopleAt(book, ANNA)).toMatchObject([{ 'Last name': 'Aalto' }]);
  });

  test('a preview that waits, and the go that was said to it', () => {
    const { page, book } = filled();
    const { workspace } = page;
    for (const { Email: email } of book.rows('People').slice(0, 12))
      if (email !== ADMIN && email !== PETRI)
        directory(workspace, 'users.patch', { userKey: email }, { suspended: true });
    aDayPasses(workspace);
    const asked = page.open('People').text;
    expect(asked).toContain('people would be deactivated at once');
    const after = takeOver(workspace, book).open('People');
    expect(after.text).toBe(asked);
    after.press(after.buttons().find((text) => text.startsWith('Deactivate'))!);
    expect(after.text).toContain('Deactivated: ');
  });
});

test('a pilot of one org unit and one person comes in first; the Journal says who chose it; everyone follows [TA13, TC5, TC7, G18]', () => {
  const workspace = preparedWorkspace();
  const page = finalize(workspace);
  const book = WorkbookByHand.openedFrom(page);
  page.open('People').press('Who takes part').press('Org units');
  expect(page.text).toMatch(/\/Consulting · \d+ people/);
  page.press('Who takes part').press('See who that is', {
    everyone: ['no'],
    takesPart: [`/Consulting\n${PETRI}`],
    except: ['/Consulting/Stockholm'],
    leavers: ['stay'],
  });
  const taking = Number(/(\d+) of \d+ people/.exec(page.text)![1]);
  expect(taking).toBeGreaterThan(1);
  page.press(`Save: ${taking} people take part`);
  page.press(page.buttons().find((text) => text.startsWith('Bring'))!);
  const units = new Set(book.rows('People').map((row) => row['Org unit']!));
  expect([...units].filter((unit) => !unit.startsWith('/Consulting'))).toHaveLength(1);
  expect([...units]).not.toContain('/Consulting/Stockholm');
  expect(peopleAt(book, PETRI)).toHaveLength(1);
  page.open('People').press('Why?', { who: [ADMIN] });
  expect(page.text).toContain('does not take part.');
  const pilots = book.rows('People').length;
  page
    .open('People')
    .press('Who takes part')
    .press('See who that is', { everyone: ['yes'], except: [''] });
  page.press(page.buttons().find((text) => text.startsWith('Save:'))!);
  aDayPasses(workspace);
  expect(book.rows('People').length).toBeGreaterThan(pilots);
  const decided = book.rows('Journal').flatMap((row) => Object.values(row));
  expect(decided.join('\n')).toContain(
    `Who takes part: everyone → /Consulting, ${PETRI}, except /Consulting/Stockholm.`,
  );
});

test('an org unit that is renamed changes nobody until somebody has looked [D14]', () => {
  const workspace = preparedWorkspace();
  const page = finalize(workspace);
  page
    .open('People')
    .press('Who takes part')
    .press('See who that is', {
      everyone: ['no'],
      takesPart: ['/Consulting'],
      except: [''],
      leavers: ['deactivate'],
    });
  page.press(page.buttons().find((text) => text.startsWith('Save:'))!);
  page.press(page.buttons().find((text) => text.startsWith('Bring'))!);
  const book = WorkbookByHand.openedFrom(page);
  const before = book.rows('People').map((row) => row['Active']);
  directory(
    workspace,
    'orgunits.patch',
    { customerId: 'my_customer', orgUnitPath: 'Consulting' },
    { name: 'Advisory' },
  );
  aDayPasses(workspace);
  expect(book.rows('People').map((row) => row['Active'])).toEqual(before);
  page.open('People');
  expect(page.text).toContain('Nobody is in /Consulting any more');
  page.press('Who takes part').press('See who that is', {
    everyone: ['no'],
    takesPart: ['/Advisory'],
    except: [''],
  });
  page.press(page.buttons().find((text) => text.startsWith('Save:'))!);
  aDayPasses(workspace);
  expect(page.open('People').text).toContain('The directory sync runs by itself');
  expect(book.rows('People').every((row) => row['Org unit']!.startsWith('/Advisory'))).toBe(true);
});
