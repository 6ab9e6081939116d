// The sync account is suspended, deleted, demoted or renamed: what administrators see, and how another one takes its place.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  ANNA,
  calendarPanel,
  finalize,
  MINUTE_MS,
  NOORA,
  passHours,
  PETRI,
  preparedWorkspace,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, Panel } from '../support/tandem';

interface Loss {
  readonly what: string;
  cause(workspace: LocalWorkspace): void;
  readonly said: string;
}

const change = (workspace: LocalWorkspace, body: object) =>
  workspace.act(PETRI, 'directory.users.patch', { userKey: ADMIN }, body);

const LOSSES: readonly Loss[] = [
  {
    what: 'suspended',
    cause: (workspace) => void change(workspace, { suspended: true }),
    said: `${ADMIN} is suspended.`,
  },
  {
    what: 'deleted',
    cause: (workspace) => void workspace.act(PETRI, 'directory.users.delete', { userKey: ADMIN }),
    said: `${ADMIN} was deleted.`,
  },
];

/** An organization in use, with its workbook as the deputy opens it. */
function inUse() {
  const first = readyForCalendars();
  const { workspace } = first;
  turnOnSync(calendarPanel(workspace));
  const { id } = WorkbookByHand.openedFrom(new AdminPage(workspace, ADMIN).open());
  return { workspace, book: new WorkbookByHand(workspace, PETRI, id) };
}

/** The deputy hands the workbook, which is shared with them, to Tandem. */
const handOver = (workspace: LocalWorkspace, id: string) =>
  new Panel(workspace, PETRI, { host: 'SHEETS', sheets: { id } })
    .open()
    .press('Give Tandem this file')
    .allowFile();

describe.each(LOSSES)('when the sync account is $what', ({ cause, said }) => {
  const { workspace, book } = inUse();
  cause(workspace);
  workspace.advance(MINUTE_MS);
  const page = new AdminPage(workspace, PETRI).open();

  test('Integrations says so at once, with the way to another one', () => {
    expect(page.page?.title).toBe('Integrations');
    expect(page.text).toContain('Tandem is not working');
    expect(page.text).toContain(said);
    expect(page.buttons()).toContain('Change sync account');
  });

  test('the deputy takes its place with the workbook that is shared with them', () => {
    page.press('Change sync account').press('Make me the sync account');
    expect(page.text).toContain('You are the deputy: the workbook is shared with you.');
    handOver(workspace, book.id);
    page.press('Make me the sync account');
    expect(page.text).toContain(`Sync account\n${PETRI}`);
    expect(page.open('Integrations').text).not.toContain('Tandem is not working');
  });

  test('people’s syncs go on, and the last run of the directory is still known', () => {
    new CalendarByHand(workspace, NOORA).addHour('After the change', '2026-03-05T10:00:00Z');
    workspace.advance(2 * MINUTE_MS);
    expect(book.named('After the change')).toHaveLength(1);
    expect(calendarPanel(workspace).text).toContain('✓ On');
    expect(page.open('People').text).toContain('The last run');
  });

  test('what the old account’s triggers still do harms nothing', () => {
    const before = JSON.stringify(book.rows('Activities'));
    const { triggers } = workspace.installed!.record;
    for (const { uid, handler } of [...triggers])
      if (handler === 'runSyncs') workspace.runTrigger(uid);
    expect(JSON.stringify(book.rows('Activities'))).toBe(before);
    expect(page.open('Integrations').text).toContain(`Sync account\n${PETRI}`);
  });
});

test('another sync account goes on where the last one stopped: what waits for a decision is not read again, and nobody’s sync begins anew', () => {
  const { workspace, book } = inUse();
  const others = Object.values(workspace.state.directory.users)
    .map(({ primaryEmail }) => primaryEmail)
    .filter((email) => ![ADMIN, PETRI, NOORA, ANNA].includes(email));
  for (const userKey of others.slice(0, 20))
    workspace.act(PETRI, 'directory.users.patch', { userKey }, { suspended: true });
  passHours(workspace, 26);
  const runsOfPeople = () => book.rows('Runs').filter(({ Job }) => Job === 'People');
  const before = runsOfPeople();
  expect(before[before.length - 1]).toMatchObject({ Outcome: 'Failed', 'Kind of problem': 'held' });
  workspace.act(PETRI, 'directory.users.delete', { userKey: ADMIN });
  const page = new AdminPage(workspace, PETRI).open();
  page.press('Change sync account').press('Make me the sync account');
  handOver(workspace, book.id);
  page.press('Make me the sync account');
  const { calls } = workspace.traffic;
  const from = calls.length;
  passHours(workspace, 3);
  expect(runsOfPeople()).toEqual(before);
  expect(page.open('People').text).toContain('The sync is waiting for you');
  const copied = calls
    .slice(from)
    .filter(({ method }) => /^calendar.*(insert|import)/.test(method));
  expect(copied).toEqual([]);
  passHours(workspace, 24);
  expect(runsOfPeople().length).toBe(before.length + 1);
});

test('every other administrator is told at once of a sync account that is no longer one', () => {
  const workspace = preparedWorkspace();
  const makeAdmin = (status: boolean) =>
    workspace.act(PETRI, 'directory.users.makeAdmin', { userKey: ANNA }, { status });
  makeAdmin(true);
  finalize(workspace, ANNA);
  makeAdmin(false);
  const page = new AdminPage(workspace, PETRI).open();
  expect(page.text).toContain('Tandem is not working');
  expect(page.text).toContain(`${ANNA} is no longer an administrator.`);
  expect(new AdminPage(workspace, ANNA).open().buttons()).toEqual([]);
});

test('a renamed sync account goes on by itself, and can be replaced under its present address', () => {
  const { workspace, book } = inUse();
  const boss = 'boss@havu.example';
  change(workspace, { primaryEmail: boss });
  workspace.advance(MINUTE_MS);
  const page = new AdminPage(workspace, PETRI).open();
  expect(page.text).toContain('Google Workspace is connected');
  page.press('Change sync account');
  expect(page.text).toContain(`Sync account now\n${boss}`);
  handOver(workspace, book.id);
  page.press('Make me the sync account');
  expect(page.text).toContain(`Sync account\n${PETRI}`);
  expect(page.text).toContain(`Deputy\n${boss}`);
  const { triggers } = workspace.installed!.record;
  const runners = () => triggers.filter(({ handler }) => handler === 'runSyncs');
  workspace.advance(2 * MINUTE_MS);
  expect(runners()).toHaveLength(1);
});

test('an account that gets the address of a deleted sync account is not taken for it', () => {
  const { workspace } = inUse();
  workspace.act(PETRI, 'directory.users.delete', { userKey: ADMIN });
  const body = {
    primaryEmail: ADMIN,
    name: { givenName: 'New', familyName: 'Comer' },
    password: 'a-long-password',
  };
  workspace.act(PETRI, 'directory.users.insert', {}, body);
  workspace.act(PETRI, 'directory.users.makeAdmin', { userKey: ADMIN }, { status: true });
  const page = new AdminPage(workspace, ADMIN).open();
  expect(page.text).toContain(`${ADMIN} was deleted.`);
  expect(page.press('Change sync account').text).toContain('Change sync account?');
});
