// Addresses come and go; a person stays who they are. What happens to a calendar sync when an administrator renames people.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  ANNA,
  calendarPanel,
  passHours,
  MINUTE_MS,
  NOORA,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';

const NOORA_TWO = 'noora.two@havu.example';

/** An organization in which these people's calendars and rows are in step. */
function inStep(...people: readonly string[]) {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  for (const person of people) turnOnSync(calendarPanel(workspace, person));
  return { workspace, book, before: book.rows('Activities').length };
}

const rename = (workspace: LocalWorkspace, from: string, to: string): void =>
  void workspace.act(ADMIN, 'directory.users.patch', { userKey: from }, { primaryEmail: to });

const removeAlias = (workspace: LocalWorkspace, userKey: string, alias: string): void =>
  void workspace.act(ADMIN, 'directory.users.aliases.delete', { userKey, alias });

function hire(workspace: LocalWorkspace, primaryEmail: string): void {
  const name = { givenName: 'New', familyName: 'Comer' };
  const body = { primaryEmail, name, password: 'a-long-password' };
  workspace.act(ADMIN, 'directory.users.insert', {}, body);
}

const titles = (workspace: LocalWorkspace, person: string): string[] =>
  new CalendarByHand(workspace, person)
    .all()
    .map(({ summary = '' }) => summary)
    .sort();

test('a renamed person’s calendar stays in step, their rows follow, and nothing is there twice [D5, TC11]', () => {
  const { workspace, book, before } = inStep(NOORA);
  rename(workspace, NOORA, NOORA_TWO);
  passHours(workspace, 26);
  const calendar = new CalendarByHand(workspace, NOORA_TWO);
  calendar.addHour('After the new name', '2026-03-10T10:00:00Z');
  workspace.advance(90 * MINUTE_MS);
  expect(book.named('After the new name')).toMatchObject([{ Owner: NOORA_TWO }]);
  expect(book.rows('Activities')).toHaveLength(before + 1);
  const owners = new Set(book.rows('Activities').map(({ Owner }) => Owner));
  expect(owners.has(NOORA)).toBe(false);
  expect(book.rows('Connections')).toMatchObject([
    {
      Email: NOORA_TWO,
      'Other addresses': expect.stringContaining(NOORA) as string,
      'Calendar sync': 'On',
      Problem: '',
    },
  ]);
  const events = titles(workspace, NOORA_TWO);
  // What the person turns off and on again is still theirs, under the id that they always had.
  const panel = calendarPanel(workspace, NOORA_TWO);
  expect(panel.text).toContain('✓ On');
  panel.press('Turn off').press('Turn off, keep copies');
  workspace.advance(MINUTE_MS);
  turnOnSync(panel.press('Refresh'));
  expect(book.rows('Activities')).toHaveLength(before + 1);
  expect(titles(workspace, NOORA_TWO)).toEqual(events);
});

test('what a renamed person adds minutes later is a row under the new address, and their other rows follow with it [D5]', () => {
  const { workspace, book, before } = inStep(NOORA);
  rename(workspace, NOORA, NOORA_TWO);
  new CalendarByHand(workspace, NOORA_TWO).addHour('Minutes later', '2026-03-10T10:00:00Z');
  workspace.advance(2 * MINUTE_MS);
  expect(book.named('Minutes later')).toMatchObject([{ Owner: NOORA_TWO }]);
  expect(new Set(book.rows('Activities').map(({ Owner }) => Owner)).has(NOORA)).toBe(false);
  workspace.advance(90 * MINUTE_MS);
  expect(book.rows('Activities')).toHaveLength(before + 1);
});

test('a newcomer at a freed address is not synced by the consent of whoever had it [Att32]', () => {
  const { workspace, book, before } = inStep(NOORA);
  rename(workspace, NOORA, NOORA_TWO);
  removeAlias(workspace, NOORA_TWO, NOORA);
  hire(workspace, NOORA);
  new CalendarByHand(workspace, NOORA).addHour('Private of the newcomer', '2026-03-05T10:00:00Z');
  workspace.advance(60 * MINUTE_MS);
  passHours(workspace, 2);
  expect(book.named('Private of the newcomer')).toEqual([]);
  expect(book.rows('Activities')).toHaveLength(before);
  expect(titles(workspace, NOORA)).toEqual(['Private of the newcomer']);
  expect(calendarPanel(workspace, NOORA).text).toContain('Turn on my calendar sync');
});

test('a newcomer who turns their own sync on gets none of the activities that were another’s [Att32]', () => {
  const { workspace, book, before } = inStep(NOORA);
  const kept = titles(workspace, NOORA);
  rename(workspace, NOORA, NOORA_TWO);
  removeAlias(workspace, NOORA_TWO, NOORA);
  hire(workspace, NOORA);
  passHours(workspace, 26);
  new CalendarByHand(workspace, NOORA).addHour('Theirs', '2026-03-05T10:00:00Z');
  turnOnSync(calendarPanel(workspace, NOORA));
  passHours(workspace, 2);
  expect(titles(workspace, NOORA)).toEqual(['Theirs']);
  expect(titles(workspace, NOORA_TWO)).toEqual(kept);
  expect(book.rows('Activities')).toHaveLength(before + 1);
});

test('two people who swap their addresses in a day keep their calendars and their rows [TC11]', () => {
  const { workspace, book, before } = inStep(NOORA, ANNA);
  const [noora, anna] = [titles(workspace, NOORA), titles(workspace, ANNA)];
  const between = 'between@havu.example';
  rename(workspace, NOORA, between);
  removeAlias(workspace, between, NOORA);
  rename(workspace, ANNA, NOORA);
  removeAlias(workspace, NOORA, ANNA);
  rename(workspace, between, ANNA);
  removeAlias(workspace, ANNA, between);
  passHours(workspace, 26);
  expect(titles(workspace, ANNA)).toEqual(noora);
  expect(titles(workspace, NOORA)).toEqual(anna);
  expect(book.rows('Activities')).toHaveLength(before);
});

test('somebody who is deleted and made again at the same address starts from nothing [Att32]', () => {
  const { workspace, book, before } = inStep(NOORA);
  workspace.act(ADMIN, 'directory.users.delete', { userKey: NOORA });
  hire(workspace, NOORA);
  new CalendarByHand(workspace, NOORA).addHour('Of the second', '2026-03-05T10:00:00Z');
  passHours(workspace, 3);
  expect(book.named('Of the second')).toEqual([]);
  expect(book.rows('Activities')).toHaveLength(before);
  const states = book.rows('Connections').map((row) => [row['Calendar sync'], row['Problem']]);
  expect(states).toEqual([['On', 'unknown-subject']]);
  expect(calendarPanel(workspace, NOORA).text).toContain('Turn on my calendar sync');
});

test('an activity whose owner is an alias is that of the account [TC11]', () => {
  const { workspace, book } = inStep(NOORA);
  const alias = 'n.saari@havu.example';
  workspace.act(ADMIN, 'directory.users.aliases.insert', { userKey: NOORA }, { alias });
  passHours(workspace, 2);
  book.add('Activities', {
    Name: 'At the alias',
    Owner: alias,
    Start: '2026-03-06 13:00',
    End: '2026-03-06 14:00',
    Type: 'Meeting',
  });
  workspace.advance(3 * MINUTE_MS);
  expect(titles(workspace, NOORA)).toContain('At the alias');
  expect(book.named('At the alias')).toMatchObject([{ Owner: alias }]);
});

test('somebody who is moved to a domain that the company added meanwhile is in step, and finds their panel', () => {
  const { workspace, book, before } = inStep(NOORA);
  const moved = 'noora.saari@havu-two.example';
  workspace.act(
    ADMIN,
    'directory.domains.insert',
    { customer: 'my_customer' },
    { domainName: 'havu-two.example' },
  );
  rename(workspace, NOORA, moved);
  passHours(workspace, 3);
  new CalendarByHand(workspace, moved).addHour('In the new domain', '2026-03-10T10:00:00Z');
  workspace.advance(3 * MINUTE_MS);
  expect(book.named('In the new domain')).toMatchObject([{ Owner: moved }]);
  expect(book.rows('Activities')).toHaveLength(before + 1);
  expect(calendarPanel(workspace, moved).text).toContain('✓ On');
});
