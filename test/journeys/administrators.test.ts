// Every administrator of the organization administers: what only the sync account reaches, its next run does for them.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { WorkbookByHand } from '../support/by-hand';
import { giveRole } from '../support/roles-by-hand';
import {
  ADMIN,
  ANNA,
  bringPeopleIn,
  DAY_MS,
  finalize,
  MINUTE_MS,
  PETRI,
  preparedWorkspace,
  readyForCalendars,
} from '../support/set-up';
import { AdminPage, principal } from '../support/tandem';

const waiting = ({ installed }: LocalWorkspace): string[] =>
  Object.keys(installed!.record.scriptProperties).filter((key) => key.startsWith('asked.'));

describe('another super administrator', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  const page = new AdminPage(workspace, PETRI).open();

  test('sees Integrations as the sync account does', () => {
    expect(page.text).toContain(`Sync account\n${ADMIN}`);
    expect(page.page?.places.map(({ title }) => title)).toEqual([
      'Integrations',
      'People',
      'Calendars',
      'Connected people',
      'Availability',
      'Connection',
      'Journal',
    ]);
  });

  test('asks for a place that needs the workbook, and sees it after the next run, with its time', () => {
    page.open('People');
    expect(page.text).toContain('Only the sync account opens the workbook.');
    expect(page.text).toContain('within a minute');
    workspace.advance(MINUTE_MS);
    page.press('Refresh');
    expect(page.text).toContain('As of 2 March 2026, 08:01 UTC.');
    expect(page.text).toContain('New in the work system\n56 people');
    expect(page.page?.next?.text).toBe('Bring your people in');
  });

  test('says go to what was shown; the next run does it and shows the outcome', () => {
    page.press('Bring 56 people in');
    expect(page.notice).toBe('Asked for: done within a minute.');
    expect(waiting(workspace)).toHaveLength(1);
    workspace.advance(MINUTE_MS);
    page.press('Refresh');
    expect(page.text).toContain('Brought in: 56');
    expect(waiting(workspace)).toEqual([]);
    expect(page.page?.next?.text).toBe('Turn calendars on');
  });

  test('reads the last changes on the page Journal as the sync account last saw them', () => {
    page.open('Journal');
    expect(page.page?.table).toBeNull();
    workspace.advance(MINUTE_MS);
    page.press('Refresh');
    expect(page.page?.table?.rows.map(([, , , what, title]) => [what, title])).toContainEqual([
      'Decided',
      'Installation',
    ]);
  });

  test('finds everybody on the page People', () => {
    page.open('People');
    workspace.advance(MINUTE_MS);
    page.press('Refresh');
    const rows = page.page!.table!.rows;
    expect(rows).toHaveLength(56);
    expect(rows.map(([, address]) => address)).toContain(ANNA);
    expect(new Set(rows.map(([, , , , ...states]) => states.join()))).toEqual(
      new Set(['Active,Off']),
    );
    page.open('Calendars');
    expect(page.page?.table).toBeNull();
  });

  test('leads nobody on whose role may only look', () => {
    const auditor = 'markus.virtanen@havu.example';
    giveRole(workspace, { as: ADMIN, to: auditor, privileges: ['REPORTS'] });
    const theirs = new AdminPage(workspace, auditor).open();
    expect(theirs.text).not.toContain('What is left to do');
    expect(theirs.open('People').page?.next).toBeNull();
  });

  test('what they asked for is in the journal, with who asked', () => {
    const book = WorkbookByHand.openedFrom(new AdminPage(workspace, ADMIN).open());
    const asked = book
      .rows('Journal')
      .filter((row) => row['Where'] === 'Tandem' && row['Person'] === PETRI);
    expect(asked.map((row) => [row['Title'], row['Change']])).toEqual([
      ['People', 'Said go to what waited: Brought in 56.'],
    ]);
  });

  test('turns the organization’s calendar sync on', () => {
    page.open('Calendars');
    workspace.advance(MINUTE_MS);
    page.press('Refresh').press('Turn on');
    workspace.advance(MINUTE_MS);
    page.press('Refresh');
    expect(page.notice).toBe('Calendar sync is on.');
    page.open('Calendars');
    expect(page.text).toContain('✓ On');
    expect(page.page?.next).toBeNull();
    expect(new AdminPage(workspace, ADMIN).open().open('Calendars').text).toContain('✓ On');
  });

  test('changes the deputy, for which the workbook has to be shared by the sync account', () => {
    page
      .open('Integrations')
      .press('Change deputy')
      .press('Save', { deputy: ['nobody'] });
    workspace.advance(MINUTE_MS);
    page.open('Integrations');
    expect(page.notice).toBe('Nobody is the deputy now.');
    expect(page.text).toContain('Deputy\nNobody');
  });
});

test('what was asked for is not done for somebody who has lost the role meanwhile, and they see nothing any more', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  const makeAdmin = (status: boolean) =>
    workspace.act(ADMIN, 'directory.users.makeAdmin', { userKey: ANNA }, { status });
  makeAdmin(true);
  const page = new AdminPage(workspace, ANNA).open().open('Calendars');
  workspace.advance(MINUTE_MS);
  page.press('Refresh').press('Turn on');
  makeAdmin(false);
  workspace.advance(2 * MINUTE_MS);
  expect(waiting(workspace)).toEqual([]);
  expect(tenantOf(workspace).isCalendarOn).toBe(false);
  expect(page.open().page?.places).toEqual([]);
});

test('a wish that no run came for in a day is not done later', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  const page = new AdminPage(workspace, PETRI).open().open('Calendars');
  workspace.advance(MINUTE_MS);
  page.press('Refresh').press('Turn on');
  workspace.advance(DAY_MS + MINUTE_MS, { runDueTriggers: false });
  workspace.advance(MINUTE_MS);
  expect(tenantOf(workspace).isCalendarOn).toBe(false);
  page.open('Calendars');
  expect(page.notice).toContain('No run came for a day');
});

test('a run that breaks off in the middle of a wish does not do it twice, and says so', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  const page = new AdminPage(workspace, PETRI).open().open('Calendars');
  workspace.advance(MINUTE_MS);
  page.press('Refresh').press('Turn on');
  const [key] = waiting(workspace);
  const { scriptProperties } = workspace.installed!.record;
  scriptProperties[key!] = scriptProperties[key!]!.replace('"isBegun":false', '"isBegun":true');
  workspace.advance(MINUTE_MS);
  expect(tenantOf(workspace).isCalendarOn).toBe(false);
  page.open('Calendars');
  expect(page.notice).toContain('broke off');
});

test('by role: a delegated administrator runs and decides, and does not change how Tandem is connected', () => {
  const { workspace } = readyForCalendars();
  const page = new AdminPage(workspace, 'helpdesk@havu.example').open().open('Calendars');
  workspace.advance(MINUTE_MS);
  page.press('Refresh').press('Turn off for everybody').press('Turn off');
  workspace.advance(MINUTE_MS);
  expect(tenantOf(workspace).isCalendarOn).toBe(false);
  page.open('Integrations').press('Change deputy');
  expect(page.notice).toContain('A super administrator can do it');
  page.press('Change sync account').press('Make me the sync account');
  expect(page.notice).toContain('A super administrator can do it');
  expect(tenantOf(workspace).syncAccount.email).toBe(ADMIN);
});

test('by role: whoever may read the log and no users sees how Tandem stands, and decides nothing', () => {
  const { workspace } = readyForCalendars();
  giveRole(workspace, { as: ADMIN, to: ANNA, privileges: ['REPORTS'] });
  const page = new AdminPage(workspace, ANNA).open();
  expect(page.text).toContain(`Sync account\n${ADMIN}`);
  page.open('Calendars');
  workspace.advance(MINUTE_MS);
  page.press('Refresh');
  expect(page.text).toContain('✓ On');
  page.press('Turn off for everybody');
  expect(page.notice).toContain('Your administrator role does not include this.');
  expect(waiting(workspace)).toEqual([]);
});

test('where runs come once an hour, it is said, and done then', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  const { scriptProperties } = workspace.installed!.record;
  const key = 'tenant.C01havu7k';
  scriptProperties[key] = scriptProperties[key]!.replace('"everyMinutes":1', '"everyMinutes":60');
  const page = new AdminPage(workspace, PETRI).open().open('People');
  expect(page.text).toContain('within an hour');
});

test('while the cache forgets, a board is asked for again, and nothing that was asked for is lost', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);
  const page = new AdminPage(workspace, PETRI).open().open('People');
  workspace.advance(MINUTE_MS);
  page.press('Refresh').press('Bring 56 people in');
  const { record } = workspace.installed!;
  record.cache.script = {};
  workspace.advance(MINUTE_MS);
  record.cache.script = {};
  page.open('People');
  expect(page.text).toContain('Only the sync account opens the workbook.');
  workspace.advance(MINUTE_MS);
  expect(page.press('Refresh').text).toContain('Brought in: 56');
});

describe('a renamed sync account', () => {
  const boss = 'boss@havu.example';

  test('goes on, its present address is shown, and whoever gets the old one is nobody’s sync account', () => {
    const page = bringPeopleIn(finalize(preparedWorkspace()));
    const { workspace } = page;
    const book = WorkbookByHand.openedFrom(page);
    workspace.act(ADMIN, 'directory.users.patch', { userKey: ADMIN }, { primaryEmail: boss });
    workspace.act(
      boss,
      'directory.users.patch',
      { userKey: ANNA },
      { name: { familyName: 'Aalto' } },
    );
    workspace.advance(DAY_MS + 60 * MINUTE_MS, { runDueTriggers: false });
    workspace.advance(MINUTE_MS);
    expect(book.rows('People').find((row) => row['Email'] === ANNA)).toMatchObject({
      'Last name': 'Aalto',
    });
    expect(tenantOf(workspace).syncAccount.email).toBe(boss);
    expect(new AdminPage(workspace, PETRI).open().text).toContain(`Sync account\n${boss}`);
  });

  test('goes on in a domain that the organization added later', () => {
    const page = finalize(preparedWorkspace());
    const { workspace } = page;
    const customer = 'my_customer';
    const body = { domainName: 'havu-group.example' };
    workspace.act(ADMIN, 'directory.domains.insert', { customer }, body);
    workspace.act(
      ADMIN,
      'directory.users.patch',
      { userKey: ADMIN },
      { primaryEmail: 'admin@havu-group.example' },
    );
    workspace.advance(2 * MINUTE_MS);
    const own = new AdminPage(workspace, 'admin@havu-group.example').open();
    expect(own.text).toContain('Sync account\nadmin@havu-group.example');
    expect(own.open('People').text).toContain('Bring 56 people in');
  });
});

test('the record of the release before, which knew the sync account by its address, goes on by id', () => {
  const { workspace } = readyForCalendars();
  const { scriptProperties } = workspace.installed!.record;
  const { data } = JSON.parse(scriptProperties['tenant.C01havu7k']!) as {
    data: Record<string, unknown>;
  };
  delete data['deputy'];
  const before = { v: 1, data: { ...data, syncAccount: ADMIN } };
  scriptProperties['tenant.C01havu7k'] = JSON.stringify(before);
  const id = principal(workspace, ADMIN).userId;
  expect(new AdminPage(workspace, PETRI).open().text).toContain(`Sync account\n${ADMIN}`);
  expect(tenantOf(workspace).syncAccount).toEqual({ userId: id, email: ADMIN });
  scriptProperties['tenant.C01havu7k'] = JSON.stringify(before);
  workspace.advance(MINUTE_MS);
  expect(tenantOf(workspace).syncAccount).toEqual({ userId: id, email: ADMIN });
});

interface Kept {
  readonly isCalendarOn: boolean;
  readonly syncAccount: { readonly userId: string | null; readonly email: string };
}

function tenantOf({ installed }: LocalWorkspace): Kept {
  const text = installed!.record.scriptProperties['tenant.C01havu7k']!;
  return (JSON.parse(text) as { readonly data: Kept }).data;
}
