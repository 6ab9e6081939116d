// Severa's article, the user's part: the two switches, the preview, and a first sync that doubles nothing.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  ANNA,
  MINUTE_MS,
  NOORA,
  OFF,
  bringPeopleIn,
  calendarPanel,
  eventPanel,
  finalize,
  lookAhead,
  preparedWorkspace,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';

describe('the two switches', () => {
  const workspace = preparedWorkspace();
  const admin = bringPeopleIn(finalize(workspace));
  const panel = calendarPanel(workspace);

  test('a person cannot turn on their sync before the organization’s is on, and is told why [S3, S27]', () => {
    expect(panel.text).toContain('Off for your organization');
    expect(panel.text).toContain('once your Workspace administrator has turned on');
    expect(panel.text).not.toContain(ADMIN);
    expect(panel.buttons()).toEqual(['Refresh']);
  });

  test('the organization’s switch is off until an administrator turns it on [S15, S23]', () => {
    admin.open('Calendars');
    expect(admin.text).toContain('– Off');
    admin.press('Turn on');
    expect(admin.notice).toBe('Calendar sync is on.');
    expect(admin.text).toContain('nobody can do it for them');
  });

  test('then the person finds their own switch in Calendar’s side panel, off [S25, S27]', () => {
    panel.press('Refresh');
    expect(panel.text).toContain('– Off');
    expect(panel.buttons()).toEqual(OFF);
  });

  test('turning it on shows first what would happen, and changes nothing', () => {
    const before = new CalendarByHand(workspace, NOORA).all();
    panel.press('Turn on my calendar sync');
    expect(panel.text).toContain('Nothing is changed by looking.');
    runOnce(panel);
    expect(panel.text).toContain('What would happen');
    expect(panel.text).toContain('In your work system\nNew\n7 entries');
    expect(new CalendarByHand(workspace, NOORA).all()).toEqual(before);
    expect(WorkbookByHand.openedFrom(admin).rows('Activities')).toEqual([]);
  });

  test('what is left out has a reason that the organization can change', () => {
    expect(panel.text).toContain(
      'Left out: 1 entry\nFocus time and out of office stay in Google Calendar: your organization chose so.\n1 entry',
    );
  });

  test('once started it runs by itself: every event of theirs is an activity [S1, S28, S29]', () => {
    runOnce(panel.press('Start'));
    expect(panel.text).toContain('✓ On');
    expect(panel.text).toContain('Written in your work system\n7 entries');
    const rows = WorkbookByHand.openedFrom(admin).rows('Activities');
    expect(rows.map((row) => row['Owner'])).toEqual(Array(7).fill(NOORA));
  });

  test('a series of somebody else’s, and its date that was moved, are among them [S34, D11]', () => {
    const book = WorkbookByHand.openedFrom(admin);
    const organized = {
      Organizer: 'markus.virtanen@havu.example',
      Answer: 'Accepted',
      Owner: NOORA,
    };
    expect(book.named('Consulting weekly')).toMatchObject([
      { Start: '2026-01-06 10:00', Repeats: 'every week on Tue', ...organized },
    ]);
    expect(book.named('Consulting weekly (moved)')).toMatchObject([
      { Start: '2026-02-03 12:00', 'Instead of': '2026-02-03', ...organized },
    ]);
  });

  test('nobody else’s sync was turned on with it [S26]', () => {
    expect(admin.open('Calendars').text).toContain('On\n1 person');
    expect(calendarPanel(workspace, ANNA).buttons()).toEqual(OFF);
  });

  test('when the organization’s is turned off, people’s own switches are kept and nothing runs [S27]', () => {
    admin.press('Turn off for everybody');
    expect(admin.text).toContain('Have their sync on\n1 person');
    admin.press('Turn off');
    new CalendarByHand(workspace, NOORA).addHour('Meanwhile', '2026-03-05T10:00:00Z');
    workspace.advance(3 * MINUTE_MS);
    const book = WorkbookByHand.openedFrom(admin);
    expect(book.named('Meanwhile')).toEqual([]);
    expect(panel.press('Refresh').text).toContain('Your own sync is on. It resumes when');
    admin.open('Calendars').press('Turn on');
    workspace.advance(2 * MINUTE_MS);
    expect(book.named('Meanwhile')).toHaveLength(1);
  });
});

test('whatever an administrator sends to the door, it is their own sync that is turned on [S26]', () => {
  const { workspace } = readyForCalendars();
  const forged = { email: [NOORA], person: [NOORA], user: [NOORA], as: [NOORA], owner: [NOORA] };
  const panel = calendarPanel(workspace, ADMIN);
  runOnce(panel.press('Turn on my calendar sync', forged)).press('Start', forged);
  runOnce(panel);
  expect(panel.text).toContain('✓ On');
  expect(calendarPanel(workspace, NOORA).buttons()).toEqual(OFF);

  const door = (action: string) =>
    workspace.run('adminPage', { as: ADMIN, surface: 'webapp', parameters: [action, forged] });
  for (const action of ['calendar.look-ahead', 'calendar.start', 'calendar.turn-off']) door(action);
  workspace.advance(3 * MINUTE_MS);
  expect(calendarPanel(workspace, NOORA).buttons()).toEqual(OFF);
});

test('an address that the work system does not know is not synced, and says so [S7]', () => {
  const page = finalize(preparedWorkspace()).open('Calendars').press('Turn on');
  const panel = lookAhead(calendarPanel(page.workspace));
  expect(panel.text).toContain('It cannot be turned on yet');
  expect(panel.text).toContain(`${NOORA} is not the same in both systems`);
  expect(panel.buttons()).toEqual(['Look again', 'Not now']);
  bringPeopleIn(page);
  expect(runOnce(panel.press('Look again')).buttons()).toContain('Start');
});

test('saying not now turns nothing on', () => {
  const { workspace } = readyForCalendars();
  const panel = lookAhead(calendarPanel(workspace)).press('Not now');
  expect(panel.notice).toBe('Nothing was turned on.');
  workspace.advance(3 * MINUTE_MS);
  expect(panel.press('Turn on my calendar sync').text).toContain('Looking at your calendar');
});

describe('a first sync', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const calendar = new CalendarByHand(workspace, NOORA);
  const at = (day: string) => ({ Start: `${day} 9:00`, End: `${day} 10:00` });

  test('joins what is on both sides already, after showing it in the preview [S32]', () => {
    calendar.addHour('On both sides', '2026-03-10T07:00:00Z');
    calendar.addHour('Alike but for the time', '2026-03-10T07:00:00Z');
    book.add('Activities', { Name: 'On both sides', Owner: NOORA, ...at('2026-03-10') });
    book.add('Activities', { Name: 'Alike but for the time', Owner: NOORA, ...at('2026-03-11') });
    for (const day of ['2026-02-01', '2026-01-31', '2026-01-30']) {
      calendar.addHour(`Ended ${day}`, `${day}T10:00:00Z`);
      book.add('Activities', { Name: `Activity of ${day}`, Owner: NOORA, ...at(day) });
    }
    const panel = lookAhead(calendarPanel(workspace));
    expect(panel.text).toContain('Already the same on both sides\n1 entry\nOn both sides');
    runOnce(panel.press('Start'));
    expect(panel.text).toContain('✓ On');
    expect(calendar.titled('On both sides')).toHaveLength(1);
    expect(book.named('On both sides')).toHaveLength(1);
  });

  test('takes what differs in its start as two [S32]', () => {
    expect(calendar.titled('Alike but for the time')).toHaveLength(2);
    expect(book.named('Alike but for the time')).toHaveLength(2);
  });

  test.each([
    ['29', '2026-02-01', 1],
    ['30', '2026-01-31', 1],
    ['31', '2026-01-30', 0],
  ])('of what ended %s days ago brings this many over: %s, %d [S33]', (_, day, copies) => {
    expect(book.named(`Ended ${day}`)).toHaveLength(copies);
    expect(calendar.titled(`Activity of ${day}`)).toHaveLength(copies);
  });

  test('is done once: the next runs write nothing on either side [S35]', () => {
    const before = [calendar.all(), book.rows('Activities'), book.rows('Journal')];
    workspace.advance(5 * MINUTE_MS);
    expect([calendar.all(), book.rows('Activities'), book.rows('Journal')]).toEqual(before);
  });
});

test('the open event says whether it is synced, and why not', () => {
  const { workspace } = readyForCalendars();
  const calendar = new CalendarByHand(workspace, NOORA);
  const own = calendar.addHour('My own', '2026-03-10T07:00:00Z');
  turnOnSync(calendarPanel(workspace));
  const opened = (eventId: string) => eventPanel(workspace, eventId).text;
  expect(opened(own)).toContain('It takes part in your sync');
  calendar.change(own, { summary: 'My own, renamed' });
  workspace.advance(60_000);
  expect(opened(own)).toContain(
    'Last change, made in Google Calendar\nTitle changed, was “My own”.\nCarried over',
  );
  const meeting = calendar.titled('Consulting weekly')[0]!;
  expect(opened(meeting.id)).toContain('Somebody else organizes it. Your work system has a copy');
  const hourly = calendar.addHour('Take a pill', '2026-03-10T07:00:00Z', {
    eventType: 'focusTime',
  });
  expect(opened(hourly)).toContain('It is not synced');
});
