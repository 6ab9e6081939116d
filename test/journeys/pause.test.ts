// Pausing Tandem for the whole organization, and going on (mission 1.7: active ⇄ paused → disconnected → active).
import { disconnected } from '../../src/install/stop';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  calendarPanel,
  MINUTE_MS,
  NOORA,
  passHours,
  PETRI,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { AdminPage } from '../support/tandem';

describe('an administrator pauses Tandem', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const panel = turnOnSync(calendarPanel(workspace));
  const book = WorkbookByHand.openedFrom(page);
  const calendar = new CalendarByHand(workspace, NOORA);
  const petri = new AdminPage(workspace, PETRI).open();
  petri.press('Pause');

  test('every administrator sees so, and since when, wherever they are', () => {
    expect(petri.text).toContain('Tandem is paused\nSince\n2 March 2026');
    const admin = new AdminPage(workspace, ADMIN).open().open('Calendars');
    expect(admin.page?.next?.text).toBe('Tandem is paused');
  });

  test('nothing is read or written, for as long as it lasts, and nobody is alarmed', () => {
    calendar.addHour('While paused', '2026-03-12T10:00:00Z');
    passHours(workspace, 4);
    expect(book.named('While paused')).toEqual([]);
    expect(petri.open().text).not.toContain('Nothing has run for too long');
    expect(workspace.state.outbox.filter(({ by }) => by === 'MailApp')).toEqual([]);
  });

  test('who wants a run is told why there is none', () => {
    const people = page.open('People');
    expect(people.text).toContain('Tandem is paused for your organization');
  });

  test('people are told, and that their own sync is on', () => {
    panel.open();
    expect(panel.text).toContain('Paused for your organization');
    expect(panel.text).toContain('Your own sync is on.');
  });

  test('after Resume everything goes on, with what people changed meanwhile, and the Journal tells who did it', () => {
    petri.open().press('Resume');
    expect(petri.text).toContain('Google Workspace is connected');
    passHours(workspace, 1);
    workspace.advance(2 * MINUTE_MS);
    expect(book.named('While paused')).toHaveLength(1);
    const told = book.rows('Journal').map((row) => JSON.stringify(row));
    expect(told.filter((row) => row.includes('Was paused') && row.includes(PETRI))).toHaveLength(1);
  });
});

test('what was disconnected stays so until it is finalized again: the runner takes its trigger away, then starts anew [C21, C22]', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const { record } = workspace.installed!;
  const [key] = Object.keys(record.scriptProperties).filter((name) => name.startsWith('tenant.'));
  const saved = JSON.parse(record.scriptProperties[key!]!) as { data: object };
  const stop = disconnected(workspace.clock.now(), true);
  record.scriptProperties[key!] = JSON.stringify({ ...saved, data: { ...saved.data, stop } });
  workspace.advance(2 * MINUTE_MS);
  expect(record.triggers.map(({ handler }) => handler)).not.toContain('runSyncs');

  page.open();
  expect(page.text).toContain('Google Workspace is disconnected');
  expect(page.text).toContain('Wait until\n3 March 2026');
  expect(page.buttons()).toContain('Connect anyway');
  passHours(workspace, 24);
  page.open().press('Connect again');
  expect(page.press('Finalize Google Workspace sync').text).toContain(
    'Google Workspace is connected',
  );
  workspace.advance(2 * MINUTE_MS);
  expect(record.triggers.map(({ handler }) => handler)).toContain('runSyncs');
  expect(page.open().text).not.toContain('disconnected');
});
