// What goes wrong in a person's sync, and what they and their administrator read of it.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  runOnce,
  calendarPanel,
  delegate,
  delegatedClientOf,
  passHours,
  MINUTE_MS,
  NOORA,
  preparedWorkspace,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, inConsole } from '../support/tandem';

const CONSUMER = 'kaisa.virta@gmail.com';

function inStep() {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const calendar = new CalendarByHand(workspace, NOORA);
  const panel = turnOnSync(calendarPanel(workspace));
  const aRunPasses = () => workspace.advance(MINUTE_MS);
  return { page, workspace, book, calendar, panel, aRunPasses };
}

test('an account without Google Workspace is told that it takes a paid one [S2]', () => {
  const page = new AdminPage(preparedWorkspace(), CONSUMER).open().press('Install');
  page.press('I am an administrator');
  expect(page.text).toContain('A Google Workspace account is needed');
  expect(page.buttons()).not.toContain('Finalize Google Workspace sync');
});

describe('many deletions at once', () => {
  const { book, calendar, panel, workspace, aRunPasses } = inStep();
  const titles = Array.from({ length: 20 }, (_, index) => `Meeting ${index}`);

  test('hold the run until the person has said that it is right', () => {
    const ids = titles.map((title, index) =>
      calendar.addHour(title, new Date(Date.UTC(2026, 2, 9 + index, 10)).toISOString()),
    );
    aRunPasses();
    expect(book.rows('Activities')).toHaveLength(27);
    ids.forEach((id) => calendar.remove(id));
    workspace.advance(2 * MINUTE_MS);
    panel.press('Refresh');
    expect(panel.text).toContain('Is this right?');
    expect(panel.text).toContain('20 entries of 27 would be deleted at once.');
    expect(book.rows('Activities')).toHaveLength(27);
  });

  test('are counted for the administrator, without naming anybody', () => {
    const page = new AdminPage(workspace, ADMIN).open().open('Calendars');
    expect(page.text).toContain('Waiting for the person’s approval\n1 person');
    expect(page.text).not.toContain(NOORA);
  });

  test('are done after the person’s go-ahead', () => {
    runOnce(panel.press('Yes, go on'));
    expect(book.rows('Activities')).toHaveLength(7);
    expect(panel.text).toContain('✓ On');
  });
});

describe('the same field, changed on both sides between two runs', () => {
  const { page, calendar, book, panel, aRunPasses, workspace } = inStep();

  test('is taken from the side that the administrator chose; the person reads of it, the Journal keeps both', () => {
    page.open('Calendars').press('Save', { winner: ['work'] });
    const id = calendar.addHour('Plan', '2026-03-10T10:00:00Z');
    aRunPasses();
    calendar.change(id, { location: 'Vantaa' });
    book.change('Activities', ['Name', 'Plan'], { Location: 'Turku' });
    runOnce(panel.press('Refresh'));
    expect(calendar.titled('Plan')).toMatchObject([{ location: 'Turku' }]);
    expect(book.named('Plan')).toMatchObject([{ Location: 'Turku' }]);
    expect(panel.text).toContain('Taken from your work system\nPlan');
    const lost = book.rows('Journal').filter((row) => row['Conflict'] !== '');
    expect(JSON.stringify(lost)).toContain('Vantaa');
  });

  test('stays listed through later runs and a cache that forgot, with what was lost, until it is dismissed', () => {
    for (const place of ['Oulu', 'Pori']) {
      calendar.change(calendar.titled('Plan')[0]!.id, { location: `${place} in Google` });
      book.change('Activities', ['Name', 'Plan'], { Location: place });
      aRunPasses();
    }
    for (const entries of Object.values(workspace.installed!.record.cache))
      for (const key of Object.keys(entries)) delete entries[key];
    panel.press('Refresh');
    runOnce(runOnce(panel));
    const said = panel.text.split('Changed on both sides\n')[1]!;
    for (const lost of ['Pori in Google', 'Oulu in Google', 'Vantaa']) expect(said).toContain(lost);
    expect(said.indexOf('Pori')).toBeLessThan(said.indexOf('Vantaa'));
    expect(said).toContain('Changed on both sides: place · Google Calendar said: at “Vantaa”');
  });

  test('the person dismisses one, which is gone at once, and then all the others', () => {
    panel.press('Dismiss');
    expect(panel.text).not.toContain('Pori in Google');
    expect(panel.text).toContain('Oulu in Google');
    runOnce(panel);
    expect(panel.text).not.toContain('Pori in Google');
    expect(panel.text).toContain('Vantaa');
    runOnce(panel.press('Dismiss all'));
    aRunPasses();
    expect(panel.press('Refresh').text).not.toContain('Changed on both sides');
    expect(JSON.stringify(book.rows('Connections'))).not.toContain('Vantaa');
  });

  test('the card names what the last runs changed, the newest first', () => {
    calendar.addHour('Something else', '2026-03-11T10:00:00Z');
    aRunPasses();
    calendar.change(calendar.titled('Plan')[0]!.id, { summary: 'Plan B' });
    runOnce(panel.press('Refresh'));
    expect(panel.text).toContain('Plan B\nTitle changed, was “Plan”.');
    const said = panel.text.split('Last changes\n')[1]!;
    expect(said.indexOf('Plan B')).toBeLessThan(said.indexOf('Something else'));
    expect(said).toContain('Something else\nNew in the work system');
  });
});

test('a row that cannot be read is named in the sheet Problems, and everything else goes on', () => {
  const { book, calendar, workspace } = inStep();
  book.add('Activities', { Name: 'No such day', Owner: NOORA, Start: 'next week', End: 'later' });
  book.add('Activities', { Name: 'Fine', Owner: NOORA, Start: '2026-03-16' });
  workspace.advance(2 * MINUTE_MS);
  expect(calendar.titled('Fine')).toHaveLength(1);
  expect(calendar.titled('No such day')).toEqual([]);
  expect(JSON.stringify(book.rows('Problems'))).toContain('Write it as 2026-03-31 09:00');
});

test('a heading that somebody renamed stops the sync before it reads edits into it, and is named', () => {
  const { book, calendar, panel, workspace } = inStep();
  const before = calendar.all();
  const heading = (title: string) =>
    workspace.act(
      ADMIN,
      'sheets.spreadsheets.values.update',
      { spreadsheetId: book.id, range: 'Activities!D1', valueInputOption: 'RAW' },
      { values: [[title]] },
    );
  heading('Begins');
  workspace.advance(5 * MINUTE_MS);
  expect(calendar.all()).toEqual(before);
  expect(panel.press('Refresh').text).toContain('The sheet Activities has no column Start');
  heading('Start');
  workspace.advance(20 * MINUTE_MS);
  expect(panel.press('Refresh').text).toContain('✓ On');
  expect(calendar.all()).toEqual(before);
});

test('when the delegation is taken away, people and administrators read why, and it goes on when it is back [S24]', () => {
  const { page, workspace, calendar, book, panel } = inStep();
  const clientId = delegatedClientOf(workspace);
  inConsole(workspace, ADMIN, 'delegation.remove', { clientId });
  calendar.addHour('Meanwhile', '2026-03-10T10:00:00Z');
  workspace.advance(70 * MINUTE_MS);
  for (const text of [panel.press('Refresh').text, page.open('Calendars').text]) {
    expect(text).toContain('Domain-wide delegation is not set up for Tandem');
    expect(text).toContain('Domain-wide delegation → Add new');
  }
  delegate(workspace);
  workspace.advance(70 * MINUTE_MS);
  expect(book.named('Meanwhile')).toHaveLength(1);
  for (const text of [panel.press('Refresh').text, page.open('Calendars').text]) {
    expect(text).toContain('✓ On');
    expect(text).not.toContain('Domain-wide delegation');
  }
});

test('a suspended person is no longer synced, and their calendar and rows stay as they are [D6]', () => {
  const { workspace, book } = inStep();
  const before = book.rows('Activities');
  workspace.act(ADMIN, 'directory.users.patch', { userKey: NOORA }, { suspended: true });
  workspace.advance(30 * MINUTE_MS);
  const page = new AdminPage(workspace, ADMIN).open().open('Calendars');
  expect(page.text).toContain('Turned off by Tandem\n1 person');
  passHours(workspace, 25);
  expect(page.open('Calendars').text).toContain('Turned off by Tandem\n1 person');
  expect(book.rows('Activities')).toEqual(before);
});
