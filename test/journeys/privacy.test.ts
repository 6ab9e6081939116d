// What of private events reaches the work system, and how it is taken back: by the administrator's choice, and by the person's.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  calendarPanel,
  lookAhead,
  MINUTE_MS,
  NOORA,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';
import type { Panel } from '../support/tandem';

const SECRET = /.{0,200}(Oncologist|Ward 7|biopsy).{0,40}/g;

const secret = {
  summary: 'Oncologist',
  location: 'Ward 7',
  description: 'Results of the biopsy',
};
const isPrivate = { visibility: 'private' } as const;

function organization() {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const calendar = new CalendarByHand(workspace, NOORA);
  const choose = (privateEvents: string) => {
    page.open('Calendars').press('Save', { privateEvents: [privateEvents] });
    if (page.notice === 'Not saved yet.') page.press('Save');
    expect(page.notice).toBe('Saved. It applies from the next run.');
  };
  const addSecret = (day = '2026-03-10', more: object = isPrivate) =>
    calendar.addHour(secret.summary, `${day}T12:00:00Z`, { ...secret, ...more });
  const names = () => book.rows('Activities').map((row) => row['Name']);
  const run = (runs = 1) => workspace.advance(runs * MINUTE_MS);
  return { page, workspace, book, calendar, choose, addSecret, names, run };
}

/** Where a secret stands in anything that is kept but people's own calendars: sheets, properties, cache, mails and logs. */
function toldAnywhere({ state, engine }: LocalWorkspace): readonly string[] {
  const { calendar: _, reports: __, ...kept } = state;
  const text = JSON.stringify([kept, engine.executions.map(({ logs }) => logs)]);
  return text.match(SECRET) ?? [];
}

describe('in a new organization', () => {
  const { page, workspace, calendar, addSecret, names, run } = organization();
  addSecret();
  calendar.addHour('Sooner', '2026-03-09T12:00:00Z');
  for (let day = 11; day < 30; day += 1) calendar.addHour(`Day ${day}`, `2026-03-${day}T12:00:00Z`);
  const panel = lookAhead(calendarPanel(workspace));

  test('only the time of private events is copied, until an administrator decides otherwise', () => {
    expect(page.open('Calendars').text).toContain('Private events');
    expect(WorkbookByHand.openedFrom(page).rows('Settings')).toContainEqual(
      expect.objectContaining({
        Setting: 'Private events',
        Value: 'Copy only that the time is taken',
      }),
    );
  });

  test('a person is told so before they start, and who can open the workbook', () => {
    expect(panel.text).toContain(
      'Only the time of your private events is copied: your work system shows “Busy”.',
    );
    expect(panel.text).toMatch(/\d (person|people) can open the workbook: admin@havu\.example/);
  });

  test('the preview begins with what comes soonest, and all of it can be read', () => {
    const shown = panel.text.split('In your work system\n')[1]!;
    expect(shown.indexOf('Sooner')).toBeLessThan(shown.indexOf('Busy'));
    expect(shown).not.toContain('Day 29');
    panel.press('Show all');
    while (!panel.text.includes('Day 29'))
      panel.press(panel.buttons().find((text) => text.startsWith('Next'))!);
    panel.press('Back');
  });

  test('nothing of a private event is kept anywhere [Inv18]', () => {
    runOnce(panel.press('Start'));
    run(3);
    expect(names()).toContain('Busy');
    expect(toldAnywhere(workspace)).toEqual([]);
    calendar.change(calendar.titled('Oncologist')[0]!.id, { summary: 'Oncologist, moved' });
    run(2);
    expect(toldAnywhere(workspace)).toEqual([]);
  });
});

describe('when the administrator shows less of private events', () => {
  const { page, workspace, book, addSecret, choose, names, run } = organization();
  choose('full');
  addSecret();
  const old = addSecret('2026-02-20');
  addSecret('2026-03-12', { guestsCanModify: false, ...isPrivate });
  const panel = turnOnSync(calendarPanel(workspace));
  run(2);

  test('the page says before what it is about, and nothing is saved until they say so', () => {
    expect(names().filter((name) => name === 'Oncologist')).toHaveLength(3);
    page.open('Calendars').press('Save', { privateEvents: ['busy'] });
    expect(page.text).toContain('Private events in the work system now\n3 entries of 1 person');
    expect(page.text).toContain('The events themselves stay in Google Calendar.');
    run();
    expect(names()).toContain('Oncologist');
    page.press('Save');
  });

  test('to the time alone, the details go: from rows, journal, links and whatever else is kept', () => {
    run(2);
    expect(names().filter((name) => name === 'Busy')).toHaveLength(3);
    expect(toldAnywhere(workspace)).toEqual([]);
    expect(JSON.stringify(book.rows('Journal'))).toContain('Busy');
  });

  test('the person is told what changed and since when, until they say OK', () => {
    panel.press('Refresh');
    expect(panel.text).toContain('Your organization changed what is copied of private events');
    expect(panel.text).toMatch(
      /Since \d+ March 2026\nCopy only that the time is taken\nBefore: Copy everything/,
    );
    expect(panel.press('OK').text).not.toContain('Your organization changed');
    expect(panel.press('Refresh').text).not.toContain('Your organization changed');
  });

  test('to nothing at all, the copies go; the events stay, and no brake asks', () => {
    choose('leave-out');
    run(2);
    expect(names()).not.toContain('Busy');
    expect(toldAnywhere(workspace)).toEqual([]);
    const calendar = new CalendarByHand(workspace, NOORA);
    expect(calendar.titled('Oncologist').map(({ id }) => id)).toContain(old);
    expect(panel.press('Refresh').text).toContain('✓ On');
    expect(panel.text).toContain('Leave out');
  });

  test('to more, they are copied whole again', () => {
    choose('full');
    run(2);
    expect(names().filter((name) => name === 'Oncologist')).toHaveLength(3);
  });
});

test.each(['busy', 'leave-out'] as const)(
  'copies that a person kept when they turned their sync off say no more than the choice %s, and no event is touched',
  (choice) => {
    const { page, workspace, book, calendar, addSecret, choose, names, run } = organization();
    choose('full');
    const id = addSecret();
    calendar.addHour('Lunch', '2026-03-09T12:00:00Z');
    const panel = turnOnSync(calendarPanel(workspace));
    run();
    expect(names()).toContain('Oncologist');
    panel.press('Refresh').press('Turn off').press('Turn off, keep copies');
    run(2);
    page.open('Calendars').press('Save', { privateEvents: [choice] });
    expect(page.text).toContain('Private events in the work system now\n1 entry of 1 person');
    page.press('Save');
    run(2);
    expect(names().filter((name) => name === 'Busy')).toHaveLength(choice === 'busy' ? 1 : 0);
    expect(names()).toContain('Lunch');
    expect(toldAnywhere(workspace)).toEqual([]);
    const rows = JSON.stringify(book.rows('Activities'));
    run(3);
    expect(JSON.stringify(book.rows('Activities'))).toBe(rows);
    choose('full');
    turnOnSync(calendarPanel(workspace));
    run(3);
    expect(names().filter((name) => name === 'Oncologist' || name === 'Busy')).toEqual([
      'Oncologist',
    ]);
    expect(calendar.titled('Oncologist').map((event) => event.id)).toEqual([id]);
  },
);

const noorasAccount = (workspace: LocalWorkspace, method: string, body?: object): unknown =>
  workspace.act(ADMIN, `directory.users.${method}`, { userKey: NOORA }, body);

/** How somebody's sync comes to an end, before or after its first run has finished. */
const ENDED = {
  'turned off': (_: LocalWorkspace, panel: Panel) =>
    panel.press('Refresh').press('Turn off').press('Turn off, keep copies'),
  'ended by the suspension of their account': (workspace: LocalWorkspace) =>
    noorasAccount(workspace, 'patch', { suspended: true }),
  'ended by the deletion of their account': (workspace: LocalWorkspace) =>
    noorasAccount(workspace, 'delete'),
};

test.each([
  ['turned off', 'busy'],
  ['turned off', 'leave-out'],
  ['ended by the suspension of their account', 'busy'],
  ['ended by the deletion of their account', 'leave-out'],
] as const)(
  'copies of a person whose sync was %s before its first run had finished say no more than the choice %s either',
  (ended, choice) => {
    const { workspace, book, calendar, addSecret, choose, names, run } = organization();
    choose('full');
    const id = addSecret();
    const panel = lookAhead(calendarPanel(workspace)).press('Start');
    const [method, kill] = ['sheets.spreadsheets.batchUpdate', { kind: 'kill' }] as const;
    workspace.faults.plan([{ method, at: 3, when: 'after', fault: kill }]);
    run();
    expect(names()).toContain('Oncologist');
    expect(book.rows('Links')).toEqual([]);
    ENDED[ended](workspace, panel);
    // Nothing may write until the killed run's time is over.
    run(8);
    expect(names()).toContain('Oncologist');
    choose(choice);
    run(2);
    expect(names().filter((name) => name === 'Busy')).toHaveLength(choice === 'busy' ? 1 : 0);
    expect(toldAnywhere(workspace)).toEqual([]);
    const rows = JSON.stringify(book.rows('Activities'));
    run(3);
    expect(JSON.stringify(book.rows('Activities'))).toBe(rows);
    if (ended !== 'turned off') return;
    choose('full');
    turnOnSync(calendarPanel(workspace));
    run(3);
    expect(names().filter((name) => name === 'Oncologist' || name === 'Busy')).toEqual([
      'Oncologist',
    ]);
    expect(calendar.titled('Oncologist').map((event) => event.id)).toEqual([id]);
  },
);

test.each(['busy', 'leave-out'] as const)(
  'an event that becomes private under the choice %s is forgotten everywhere, and comes back when it no longer is',
  (choice) => {
    const { workspace, calendar, addSecret, choose, names, run } = organization();
    choose(choice);
    const id = addSecret('2026-03-10', {});
    turnOnSync(calendarPanel(workspace));
    run();
    expect(names()).toContain('Oncologist');
    calendar.change(id, isPrivate);
    run(3);
    expect(names().filter((name) => name === 'Busy')).toHaveLength(choice === 'busy' ? 1 : 0);
    expect(toldAnywhere(workspace)).toEqual([]);
    calendar.change(id, { visibility: 'default' });
    run(2);
    expect(names()).toContain('Oncologist');
  },
);

test.each([
  ['full', 'full'],
  ['full', 'busy'],
  ['full', 'leave-out'],
  ['busy', 'leave-out'],
])(
  'a person who turns off and removes takes every copy along: copied under %s, removed under %s',
  (before, after) => {
    const { workspace, book, choose, addSecret, names, run } = organization();
    choose(before);
    addSecret();
    book.add('Activities', {
      Name: 'Row of Noora',
      Owner: NOORA,
      Start: '2026-03-10 9:00',
      End: '2026-03-10 10:00',
    });
    const panel = turnOnSync(calendarPanel(workspace));
    run();
    if (after !== before) choose(after);
    panel.press('Refresh').press('Turn off').press('Turn off, remove copies');
    run(3);
    expect(names()).toEqual(['Row of Noora']);
    expect(book.rows('Links')).toEqual([]);
    expect(new CalendarByHand(workspace, NOORA).titled('Row of Noora')).toEqual([]);
    expect(toldAnywhere(workspace)).toEqual([]);
  },
);

test('what was chosen and not saved stays on the page when something else is done there, and it says so', () => {
  const { page } = organization();
  page.open('Calendars').press('Turn off for everybody', { winner: ['work'] });
  page.press('Turn off');
  expect(page.notice).toBe('Calendar sync is off.');
  expect(page.text).toContain('Not saved yet');
  page.press('Turn on').press('Save');
  expect(page.text).not.toContain('Not saved yet');
  expect(WorkbookByHand.openedFrom(page).rows('Settings')).toContainEqual(
    expect.objectContaining({ Value: 'The work system wins' }),
  );
});
