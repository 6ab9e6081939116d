// Two organizations use one vendor's script: neither ever meets the other's data.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import { makeJson, makeServiceAccount, sentOfText } from '../support/own-key';
import {
  ADMIN,
  adminInstall,
  bringPeopleIn,
  calendarPanel,
  delegate,
  finalize,
  lookAhead,
  MINUTE_MS,
  NOORA,
  preparedWorkspace,
  readyForCalendars,
  OFF,
} from '../support/set-up';
import { AdminPage, principal } from '../support/tandem';

const GRACE = 'admin@brightwater.example';
const LEAD = 'lead@brightwater.example';
/** Both organizations have one. */
const ANNAS = ['anna.virtanen@havu.example', 'anna.virtanen@brightwater.example'] as const;

const workspace = preparedWorkspace();
const havu = readyForCalendars(workspace);

/** All that a screen says must say nothing of the other organization. */
const says = (text: string) => ({
  havu: /havu/i.test(text),
  brightwater: /brightwater/i.test(text),
});

test('where one organization is set up, another is as if nobody had ever been there', () => {
  const page = new AdminPage(workspace, GRACE).open();
  expect(page.text).toContain('Not installed');
  expect(page.page?.places.map(({ title }) => title)).toEqual(['Integrations']);
});

test('an administrator of the other organization reaches nothing of the first by any action', () => {
  const actions = ['directory.show', 'directory.look', 'calendar.admin', 'calendar.switch-off'];
  for (const action of [...actions, 'connection.show', 'install.check']) {
    const { value } = workspace.run('adminPage', {
      as: GRACE,
      surface: 'webapp',
      parameters: [action, { customer: ['C01havu7k'], domain: ['havu.example'] }],
    });
    expect([action, says(String(value)).havu]).toEqual([action, false]);
  }
  expect(havu.open('Calendars').text).toContain('✓ On');
});

let brightwater: AdminPage;

test('each sets it up for itself, with a workbook of its own', () => {
  adminInstall(workspace, { as: GRACE });
  delegate(workspace, GRACE);
  brightwater = bringPeopleIn(finalize(workspace, GRACE)).open('Calendars').press('Turn on');
  const [ours, theirs] = [havu, brightwater].map((page) => WorkbookByHand.openedFrom(page));
  expect(ours!.id).not.toBe(theirs!.id);
  const emails = theirs!.rows('People').map((row) => row['Email']!);
  expect(emails.sort()).toEqual([GRACE, LEAD, 'amara.nwosu@brightwater.example', ANNAS[1]].sort());
  expect(ours!.rows('People').some((row) => row['Email']!.includes('brightwater'))).toBe(false);
});

test('a script that serves both takes no key of either: its editors could read it [Att1, D17]', () => {
  brightwater.open('Connection').press('Use your own service account');
  expect(brightwater.text).toContain('Not in this installation');
  expect(brightwater.buttons()).toEqual([]);
  const robot = makeServiceAccount(workspace, { as: GRACE });
  const key = sentOfText(JSON.stringify(makeJson(workspace, robot, GRACE)));
  const { value } = workspace.run('adminPage', {
    as: GRACE,
    surface: 'webapp',
    parameters: ['connection.saveKey', { key: [key] }],
  });
  expect(String(value)).toContain('Not in this installation');
  const kept = JSON.stringify(workspace.installed!.record.scriptProperties);
  expect(kept).not.toContain(robot.clientId);
});

test('no place of one Admin page names the other organization', () => {
  for (const place of [
    'Integrations',
    'People',
    'Calendars',
    'Availability',
    'Connection',
    'Journal',
  ]) {
    expect([place, says(havu.open(place).text).brightwater]).toEqual([place, false]);
    expect([place, says(brightwater.open(place).text).havu]).toEqual([place, false]);
  }
});

test('one’s switch is not the other’s', () => {
  brightwater.open('Calendars').press('Turn off for everybody').press('Turn off');
  expect(calendarPanel(workspace, LEAD).text).toContain('Off for your organization');
  expect(calendarPanel(workspace, LEAD).text).toContain('your Workspace administrator');
  expect(calendarPanel(workspace, LEAD).text).not.toContain(GRACE);
  expect(calendarPanel(workspace, NOORA).buttons()).toEqual(OFF);
  brightwater.open('Calendars').press('Turn on');
});

test('people of one name in both have previews of their own, and see nobody else’s', () => {
  const titles = ANNAS.map((anna, index) => {
    const title = `Only for number ${index}`;
    new CalendarByHand(workspace, anna).addHour(title, '2026-03-10T12:00:00Z');
    return title;
  });
  const panels = ANNAS.map((anna) => calendarPanel(workspace, anna));
  for (const panel of panels) panel.press('Turn on my calendar sync');
  workspace.advance(MINUTE_MS);
  panels.forEach((panel) => panel.press('Refresh'));
  panels.forEach((panel, index) => {
    expect(panel.text).toContain(titles[index]);
    expect(panel.text).not.toContain(titles[1 - index]);
  });
});

test('what waits in the script’s properties bears its organization’s id, and no runner touches the other’s', () => {
  const panel = lookAhead(calendarPanel(workspace, NOORA));
  expect(panel.buttons()).toContain('Start');
  panel.press('Start');
  calendarPanel(workspace, LEAD).press('Turn on my calendar sync');
  const waiting = () =>
    Object.keys(workspace.installed!.record.scriptProperties)
      .filter((key) => key.startsWith('wish.'))
      .sort();
  const idOf = (email: string): string => principal(workspace, email).userId;
  const [ours, theirs] = [`wish.C01havu7k.${idOf(NOORA)}`, `wish.C02brwt4z.${idOf(LEAD)}`];
  expect(waiting()).toEqual([ours, theirs]);
  const userId = idOf(ADMIN);
  const runner = workspace.installed!.record.triggers.find((one) => one.ownerUserId === userId)!;
  workspace.runTrigger(runner.uid);
  expect(waiting()).toEqual([theirs]);
});

test('each one’s activities come into its own workbook alone', () => {
  for (const anna of ANNAS) calendarPanel(workspace, anna).press('Start');
  workspace.advance(2 * MINUTE_MS);
  const [ours, theirs] = [havu, brightwater].map((page) => WorkbookByHand.openedFrom(page));
  const owners = (book: WorkbookByHand) =>
    new Set(book.rows('Activities').map((row) => row['Owner']));
  expect(owners(ours!)).toEqual(new Set([ANNAS[0], NOORA]));
  expect(owners(theirs!)).toEqual(new Set([ANNAS[1]]));
  // Guests apart: an event may have guests of the other organization.
  const people = (book: WorkbookByHand) => [
    ...book.rows('Journal').map((row) => row['Person']),
    ...book.rows('Connections').map((row) => row['Email']),
    ...book.rows('Links').map((row) => row['Email']),
    ...book.rows('Problems').map((row) => row['About']),
  ];
  expect(people(ours!).filter((text) => says(text!).brightwater)).toEqual([]);
  expect(people(theirs!).filter((text) => says(text!).havu)).toEqual([]);
  expect(new Set(people(ours!))).toContain(NOORA);
});

test('an administrator of one cannot open the other’s workbook', () => {
  const { id } = WorkbookByHand.openedFrom(brightwater);
  expect(() => new WorkbookByHand(workspace, ADMIN, id).rows('People')).toThrow();
});
