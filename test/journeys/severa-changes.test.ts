// Severa's article, what happens once a person's sync is on: changes travel both ways, and nothing echoes.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  runOnce,
  calendarPanel,
  MINUTE_MS,
  NOORA,
  readyForCalendars,
  turnOnSync,
  OFF,
} from '../support/set-up';
import type { LocalWorkspace } from '../../emulator/local-workspace';

/** Noora’s calendar and the workbook, in step. */
function inStep() {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const calendar = new CalendarByHand(workspace, NOORA);
  const panel = turnOnSync(calendarPanel(workspace));
  const aRunPasses = () => workspace.advance(MINUTE_MS);
  return { workspace, book, calendar, panel, aRunPasses };
}

/** What scripts call while the clock goes on: all of it, and the writes of events and activities among it. */
function callsOf(workspace: LocalWorkspace, work: () => void) {
  const { calls } = workspace.traffic;
  const before = calls.length;
  work();
  const all = calls.slice(before).map(({ method }) => method);
  return { all, writes: all.filter((method) => EVENT_WRITE.test(method)) };
}

const EVENT_WRITE = /^calendar\.events\.(insert|import|update|patch|delete|move)$/;

describe('between Calendar and the sheet Activities', () => {
  const { workspace, book, calendar, aRunPasses } = inStep();
  let eventId = '';

  test('an event that a person makes becomes a row [S1, S22, S29]', () => {
    eventId = calendar.addHour('Lunch', '2026-03-05T10:00:00Z', { location: 'Helsinki' });
    aRunPasses();
    expect(book.named('Lunch')).toMatchObject([
      {
        Owner: NOORA,
        Type: 'Appointment',
        Start: '2026-03-05 12:00',
        End: '2026-03-05 13:00',
        Location: 'Helsinki',
        'From Google event': eventId,
      },
    ]);
  });

  test('a row that somebody edits in the sheet moves the event [S1, S38]', () => {
    book.change('Activities', ['Name', 'Lunch'], {
      Start: '2026-03-06 13:00',
      End: '2026-03-06 14:30',
    });
    expect(callsOf(workspace, aRunPasses).writes).toEqual(['calendar.events.patch']);
    expect(calendar.titled('Lunch')).toMatchObject([
      {
        id: eventId,
        start: { dateTime: '2026-03-06T13:00:00+02:00' },
        end: { dateTime: '2026-03-06T14:30:00+02:00' },
      },
    ]);
  });

  test('an event that its person moves and renames changes its row', () => {
    calendar.change(eventId, {
      summary: 'Long lunch',
      start: { dateTime: '2026-03-07T10:00:00Z' },
      end: { dateTime: '2026-03-07T12:00:00Z' },
    });
    aRunPasses();
    expect(book.named('Lunch')).toEqual([]);
    expect(book.named('Long lunch')).toMatchObject([
      { Start: '2026-03-07 12:00', End: '2026-03-07 14:00', Location: 'Helsinki' },
    ]);
  });

  test('a new row, typed by hand without an id, becomes an event', () => {
    book.add('Activities', {
      Name: 'Typed by hand',
      Type: 'Meeting',
      Owner: NOORA,
      Start: '2026-03-09 9:00',
      End: '2026-03-09 10:00',
    });
    aRunPasses();
    expect(calendar.titled('Typed by hand')).toMatchObject([
      { start: { dateTime: '2026-03-09T09:00:00+02:00' } },
    ]);
    expect(book.named('Typed by hand')[0]?.['Activity id']).not.toBe('');
  });

  test('a whole day is one on both sides', () => {
    calendar.add({ summary: 'Fair', start: { date: '2026-03-11' }, end: { date: '2026-03-13' } });
    book.add('Activities', { Name: 'Day off', Owner: NOORA, Start: '2026-03-16' });
    aRunPasses();
    expect(book.named('Fair')).toMatchObject([
      { Start: '2026-03-11 00:00', End: '2026-03-12 00:00', 'All day': 'TRUE' },
    ]);
    expect(calendar.titled('Day off')).toMatchObject([
      { start: { date: '2026-03-16' }, end: { date: '2026-03-17' } },
    ]);
  });

  test('texts that look like formulas, dates or numbers stay the texts they are', () => {
    const id = calendar.addHour('=HYPERLINK("x")', '2026-03-18T10:00:00Z', { location: '1/2' });
    aRunPasses();
    expect(book.named('=HYPERLINK("x")')).toMatchObject([{ Location: '1/2' }]);
    calendar.change(id, { summary: '+1-2', location: '=1+1' });
    aRunPasses();
    expect(book.named('+1-2')).toMatchObject([{ Location: '=1+1' }]);
    expect(calendar.titled('+1-2')).toMatchObject([{ location: '=1+1' }]);
  });

  test('different fields, changed on both sides between two runs, are both kept', () => {
    calendar.change(eventId, { location: 'Espoo' });
    book.change('Activities', ['Name', 'Long lunch'], { Name: 'Short lunch' });
    aRunPasses();
    expect(calendar.titled('Short lunch')).toMatchObject([{ id: eventId, location: 'Espoo' }]);
    expect(book.named('Short lunch')).toMatchObject([{ Location: 'Espoo' }]);
  });

  test('an event that its person deletes takes its row with it', () => {
    calendar.remove(eventId);
    aRunPasses();
    expect(book.named('Short lunch')).toEqual([]);
  });

  test('a row that somebody deletes takes its event with it', () => {
    book.remove('Activities', ['Name', 'Typed by hand']);
    aRunPasses();
    aRunPasses();
    expect(calendar.titled('Typed by hand')).toEqual([]);
  });

  test('nothing of all this echoes: the next runs write nothing [S35]', () => {
    const before = [calendar.all(), book.rows('Activities'), book.rows('Journal')];
    const { writes } = callsOf(workspace, () => workspace.advance(5 * MINUTE_MS));
    expect(writes).toEqual([]);
    expect([calendar.all(), book.rows('Activities'), book.rows('Journal')]).toEqual(before);
  });

  test('while nothing changes, a run asks Google Calendar once for the person', () => {
    const { all } = callsOf(workspace, aRunPasses);
    expect(all.filter((method) => method.startsWith('calendar.'))).toEqual([
      'calendar.events.list',
    ]);
    expect(all.filter((method) => method.startsWith('sheets.') && !method.endsWith('et'))).toEqual(
      [],
    );
  });

  test('every write stands in the Journal, with what was before and after', () => {
    const written = book.rows('Journal').filter((row) => row['Person'] === NOORA);
    expect(written.map((row) => row['Title'])).toEqual(
      expect.arrayContaining(['Lunch', 'Long lunch', 'Typed by hand', 'Fair', 'Day off']),
    );
  });
});

test('a person’s own edit is a wish that the runner finds at its next run; its own writes are none [S36, S38]', () => {
  const { workspace, calendar, book, aRunPasses } = inStep();
  const wishes = () =>
    Object.keys(workspace.installed!.record.scriptProperties).filter((key) =>
      key.startsWith('wish.'),
    );
  const ran = () =>
    workspace.engine.executions.filter((one) => one.start.functionName === 'onCalendarUpdated');
  expect(ran()).toEqual([]);
  calendar.addHour('By hand', '2026-03-05T10:00:00Z');
  workspace.advance(0);
  const { id } = workspace.act(ADMIN, 'directory.users.get', { userKey: NOORA }) as { id: string };
  expect(wishes()).toEqual([`wish.C01havu7k.${id}`]);
  aRunPasses();
  expect(wishes()).toEqual([]);

  const before = ran().length;
  book.change('Activities', ['Name', 'By hand'], { Name: 'By the sheet' });
  workspace.advance(3 * MINUTE_MS);
  expect(calendar.titled('By the sheet')).toHaveLength(1);
  expect(ran()).toHaveLength(before);
});

test('when Google forgets what it told, everything is read again and nothing is lost [Inv6]', () => {
  const { workspace, calendar, book, panel, aRunPasses } = inStep();
  const before = [calendar.all(), book.rows('Activities')];
  workspace.faults.plan([
    { method: 'calendar.events.list', times: 1, fault: { kind: 'error', code: 410 } },
  ]);
  workspace.advance(3 * MINUTE_MS);
  expect(workspace.faults.struck()).toEqual([1]);
  expect([calendar.all(), book.rows('Activities')]).toEqual(before);
  calendar.addHour('Afterwards', '2026-03-05T10:00:00Z');
  aRunPasses();
  expect(book.named('Afterwards')).toHaveLength(1);
  expect(panel.press('Refresh').text).toContain('✓ On');
});

describe.each([
  ['keeping its copies', 'Turn off, keep copies', 1],
  ['removing its copies', 'Turn off, remove copies', 0],
])('a person who turns their sync off, %s', (_, button, left) => {
  const { workspace, book, calendar, panel, aRunPasses } = inStep();
  calendar.addHour('Made in Calendar', '2026-03-05T10:00:00Z');
  book.add('Activities', {
    Name: 'Made in the sheet',
    Owner: NOORA,
    Start: '2026-03-06 9:00',
    End: '2026-03-06 10:00',
  });
  aRunPasses();

  test('is asked what becomes of them, and what they entered themselves stays [S25]', () => {
    panel.press('Refresh').press('Turn off').press(button);
    runOnce(panel);
    expect(panel.buttons()).toEqual(OFF);
    expect(calendar.titled('Made in Calendar')).toHaveLength(1);
    expect(book.named('Made in the sheet')).toHaveLength(1);
    expect(book.named('Made in Calendar')).toHaveLength(left);
    expect(calendar.titled('Made in the sheet')).toHaveLength(left);
  });

  test('is no longer synced, and leaves no trigger behind', () => {
    calendar.addHour('Later', '2026-03-07T10:00:00Z');
    workspace.advance(3 * MINUTE_MS);
    expect(book.named('Later')).toEqual([]);
    const owners = workspace.installed!.record.triggers.map(({ source }) => source.kind);
    expect(owners).toEqual(['recurring']);
  });

  test('doubles nothing by turning it on again', () => {
    turnOnSync(panel);
    for (const name of ['Made in Calendar', 'Made in the sheet', 'Later']) {
      expect([name, calendar.titled(name).length, book.named(name).length]).toEqual([name, 1, 1]);
    }
  });
});
