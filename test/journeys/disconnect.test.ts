// Disconnecting Google Workspace: keeping the copies, removing them, and a demo that makes room for production.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import { delegateTo, makeJson, makeServiceAccount, saveKey, sentOfText } from '../support/own-key';
import {
  ADMIN,
  ANNA,
  calendarPanel,
  MINUTE_MS,
  NOORA,
  passHours,
  PETRI,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { AdminPage } from '../support/tandem';

/** Two people in step: each has an event of their own, and a copy of an activity. */
function twoInStep() {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const people = [ANNA, NOORA].map((email) => new CalendarByHand(workspace, email));
  for (const [index, email] of [ANNA, NOORA].entries()) {
    people[index]!.addHour(`Event of ${email}`, '2026-03-12T10:00:00Z');
    book.add('Activities', {
      Name: `Activity of ${email}`,
      Type: 'Meeting',
      Owner: email,
      Start: '2026-03-10 9:00',
      End: '2026-03-10 10:00',
    });
    turnOnSync(calendarPanel(workspace, email));
  }
  workspace.advance(3 * MINUTE_MS);
  return { page, workspace, book, people };
}

const copiesIn = ({ book, people }: ReturnType<typeof twoInStep>) => ({
  inWorkbook: [ANNA, NOORA].flatMap((email) => book.named(`Event of ${email}`)).length,
  inCalendars: [ANNA, NOORA].flatMap((email, at) => people[at]!.titled(`Activity of ${email}`))
    .length,
});

const originalsIn = ({ book, people }: ReturnType<typeof twoInStep>): number =>
  [ANNA, NOORA].flatMap((email, at) => [
    ...book.named(`Activity of ${email}`),
    ...people[at]!.titled(`Event of ${email}`),
  ]).length;

describe('keeping the copies', () => {
  const here = twoInStep();
  const { page, workspace, book, people } = here;

  test('asks first, and says what is left to do in Google’s consoles [C22, TB13]', () => {
    page.open('Connection').press('Disconnect Google Workspace');
    expect(page.text).toContain('Keep them on both sides');
    expect(page.text).toContain('Delete the client ID under domain-wide delegation');
    expect(page.text).not.toContain('service account’s keys');
  });

  test('stops everything at once, and leaves everything where it is [C22, TB13]', () => {
    page.press('Disconnect');
    expect(page.notice).toBe('Google Workspace is disconnected.');
    expect(page.open('Integrations').text).toContain('Google Workspace is disconnected');
    people[0]!.addHour('Afterwards', '2026-03-13T10:00:00Z');
    passHours(workspace, 2);
    expect(book.named('Afterwards')).toEqual([]);
    expect(copiesIn(here)).toEqual({ inWorkbook: 2, inCalendars: 2 });
  });

  test('connecting again goes on from there, with everybody’s own switch', () => {
    page.open('Integrations').press('Connect again').press('Finalize Google Workspace sync');
    workspace.advance(3 * MINUTE_MS);
    expect(book.named('Afterwards')).toHaveLength(1);
    expect(copiesIn(here)).toEqual({ inWorkbook: 2, inCalendars: 2 });
  });
});

describe('removing the copies', () => {
  const here = twoInStep();
  const { page, workspace, book } = here;
  const robot = makeServiceAccount(workspace);
  delegateTo(workspace, robot);

  test('can be taken back while nothing has been removed', () => {
    page.open('Connection').press('Use your own service account');
    saveKey(page, sentOfText(JSON.stringify(makeJson(workspace, robot))));
    page.press('Disconnect Google Workspace').press('Disconnect', { copies: ['remove'] });
    expect(page.notice).toBe('The next runs remove the copies.');
    expect(page.text).toContain('Still to be removed\nUnknown until the next run');
    page.press('Stay connected');
    expect(page.text).not.toContain('Still to be removed');
    workspace.advance(2 * MINUTE_MS);
    expect(copiesIn(here)).toEqual({ inWorkbook: 2, inCalendars: 2 });
  });

  test('removes what Tandem made on both sides and nothing else, even where calendars are off; then nothing runs [C22, TB13, Inv14]', () => {
    page.open('Calendars').press('Turn off for everybody').press('Turn off');
    page
      .open('Connection')
      .press('Disconnect Google Workspace')
      .press('Disconnect', { copies: ['remove'], besides: ['keys', 'environment'] });
    workspace.advance(5 * MINUTE_MS);
    expect(copiesIn(here)).toEqual({ inWorkbook: 0, inCalendars: 0 });
    expect(originalsIn(here)).toBe(4);
    const { triggers, scriptProperties } = workspace.installed!.record;
    expect(triggers.map(({ handler }) => handler)).not.toContain('runSyncs');
    expect(JSON.stringify(scriptProperties)).not.toContain(robot.clientId);
  });

  test('shows how long to wait before production is connected in its place [C20, C21]', () => {
    page.open('Integrations');
    expect(page.text).toContain('Google Workspace is disconnected');
    expect(page.text).toMatch(/Wait until\n3 March 2026, .*\n24 hours left/);
  });

  test('people are off, and the Journal says who decided [Inv25]', () => {
    const states = book.rows('Connections').map((row) => row['Calendar sync']);
    expect(new Set(states)).toEqual(new Set(['Off']));
    page.press('Connect anyway').press('Finalize Google Workspace sync');
    workspace.advance(2 * MINUTE_MS);
    expect(JSON.stringify(book.rows('Journal'))).toContain('Everybody’s copies are removed');
    expect(copiesIn(here)).toEqual({ inWorkbook: 0, inCalendars: 0 });
  });
});

test('somebody whose calendar cannot be reached is counted, and need not be waited for [TB13]', () => {
  const { page, workspace } = twoInStep();
  page
    .open('Connection')
    .press('Disconnect Google Workspace')
    .press('Disconnect', { copies: ['remove'] });
  const fault = { kind: 'error', code: 503, message: 'Backend Error' } as const;
  workspace.faults.plan(
    ['token', 'batch', 'calendar.*'].map((method) => ({ method, times: 999, fault })),
  );
  workspace.advance(3 * MINUTE_MS);
  expect(page.open('Connection').text).toContain('Still to be removed\nthe copies of 2 people');
  expect(new AdminPage(workspace, PETRI).open().open('Connection').text).toContain('2 people');
  page.press('Disconnect now');
  expect(page.notice).toBe('Google Workspace is disconnected.');
  expect(new AdminPage(workspace, ADMIN).open().text).toContain('Google Workspace is disconnected');
});
