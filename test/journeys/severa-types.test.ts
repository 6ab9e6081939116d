// Severa's article, the administrator's choices: which activities go to Google, and what entries from Google become.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ANNA,
  calendarPanel,
  MINUTE_MS,
  NOORA,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';

function organization() {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const calendar = new CalendarByHand(workspace, NOORA);
  const addRow = (name: string, type: string, owner = NOORA) =>
    book.add('Activities', {
      Name: name,
      Type: type,
      Owner: owner,
      Start: '2026-03-10 9:00',
      End: '2026-03-10 10:00',
    });
  const typeOf = (name: string) => book.named(name).map((row) => row['Type']);
  return { page, workspace, book, calendar, addRow, typeOf };
}

describe('types of activities', () => {
  const { page, workspace, book, calendar, addRow, typeOf } = organization();
  const panel = calendarPanel(workspace);

  test('the choice offers every type but project tasks, and says that those are never synced [S4, S19]', () => {
    page.open('Calendars');
    expect(page.text).toContain('Types\nAppointment\nMeeting\nPersonal\n');
    expect(page.text).toContain('Project tasks are never synced.');
  });

  test('only activities of the chosen types go to Google [S19, S29]', () => {
    page.press('Save', { whichTypes: ['chosen'], types: ['meeting'] });
    expect(page.notice).toBe('Saved. It applies from the next run.');
    addRow('A meeting', 'Meeting');
    addRow('An appointment', 'Appointment');
    turnOnSync(panel);
    expect(calendar.titled('A meeting')).toHaveLength(1);
    expect(calendar.titled('An appointment')).toEqual([]);
    expect(panel.text).toContain('Activities of this type are not sent to Google Calendar');
  });

  test('what comes from Google is not restricted by that, and has the default type [S20, S22]', () => {
    calendar.addHour('From Google', '2026-03-10T12:00:00Z');
    workspace.advance(MINUTE_MS);
    expect(typeOf('From Google')).toEqual(['Appointment']);
  });

  test('the person can see the list of types that are synced [S30]', () => {
    panel.press('Refresh').press('What is synced');
    expect(panel.text).toContain('Activities of these types:\n• Meeting\n');
    expect(panel.text).not.toContain('• Appointment');
  });

  test('a type that is switched off is asked about with the number of its copies, which stay as they are [D4]', () => {
    page.open('Calendars').press('Save', { whichTypes: ['chosen'], types: ['appointment'] });
    expect(page.notice).toBe('Not saved yet.');
    expect(page.text).toContain(
      'Copies in Google Calendar of types no longer ticked\n1 entry of 1 person',
    );
    page.press('Save');
    expect(page.notice).toBe('Saved. It applies from the next run.');
    book.change('Activities', ['Name', 'A meeting'], { Location: 'Room 1' });
    workspace.advance(2 * MINUTE_MS);
    expect(calendar.titled('A meeting')).toHaveLength(1);
    expect(JSON.stringify(calendar.titled('A meeting'))).not.toContain('Room 1');
    page.open('Calendars').press('Save', { whichTypes: ['chosen'], types: ['meeting'] });
    if (page.notice === 'Not saved yet.') page.press('Save');
    workspace.advance(2 * MINUTE_MS);
    expect(JSON.stringify(calendar.titled('A meeting'))).toContain('Room 1');
  });

  test('project tasks are never synced, whatever is sent as the choice [S4]', () => {
    page.open('Calendars').press('Save', { whichTypes: ['chosen'], types: ['meeting', 'task'] });
    addRow('A task', 'Project task');
    workspace.advance(2 * MINUTE_MS);
    expect(calendar.titled('A task')).toEqual([]);
    page.open('Calendars').press('Save', { whichTypes: ['all'] });
    workspace.advance(2 * MINUTE_MS);
    expect(calendar.titled('A task')).toEqual([]);
  });

  test('an activity that becomes a project task is not updated in Google any more; its event stays [S4]', () => {
    book.change('Activities', ['Name', 'A meeting'], { Type: 'Project task' });
    workspace.advance(2 * MINUTE_MS);
    book.change('Activities', ['Name', 'A meeting'], { Start: '2026-03-10 8:00' });
    workspace.advance(2 * MINUTE_MS);
    expect(calendar.titled('A meeting')).toMatchObject([
      { start: { dateTime: '2026-03-10T09:00:00+02:00' } },
    ]);
    expect(typeOf('A meeting')).toEqual(['Project task']);
  });

  test('activities of another owner stay away from this calendar', () => {
    addRow('Of Anna', 'Meeting', ANNA);
    workspace.advance(2 * MINUTE_MS);
    expect(calendar.titled('Of Anna')).toEqual([]);
  });
});

describe('private events', () => {
  const { page, workspace, book, calendar, typeOf } = organization();
  const addPrivate = (title: string) => {
    calendar.addHour(title, '2026-03-10T12:00:00Z', { visibility: 'private', location: 'Clinic' });
    workspace.advance(MINUTE_MS);
  };

  test('become activities of the type Personal, where the organization chose to copy everything [S21]', () => {
    page.open('Calendars').press('Save', { privateEvents: ['full'] });
    turnOnSync(calendarPanel(workspace));
    addPrivate('Dentist');
    expect(typeOf('Dentist')).toEqual(['Personal']);
  });

  test('stay private when their row is edited', () => {
    book.change('Activities', ['Name', 'Dentist'], { Start: '2026-03-10 8:00' });
    workspace.advance(MINUTE_MS);
    expect(calendar.titled('Dentist')).toMatchObject([{ visibility: 'private' }]);
  });

  test('have the default type where there is no type Personal [S21]', () => {
    book.remove('Activity types', ['Name', 'Personal']);
    addPrivate('Physiotherapist');
    expect(typeOf('Physiotherapist')).toEqual(['Appointment']);
  });

  test('only tell that the time is taken, where the organization chose so', () => {
    page
      .open('Calendars')
      .press('Save', { privateEvents: ['busy'] })
      .press('Save');
    addPrivate('Therapy');
    expect(JSON.stringify(book.rows('Activities'))).not.toContain('Therapy');
    expect(book.rows('Activities').slice(-1)).toMatchObject([
      { Name: 'Busy', Start: '2026-03-10 14:00', Location: '', Notes: '', Owner: NOORA },
    ]);
  });

  test('stay in Google, where the organization chose so', () => {
    page
      .open('Calendars')
      .press('Save', { privateEvents: ['leave-out'] })
      .press('Save');
    addPrivate('Lawyer');
    expect(book.rows('Activities').map((row) => row['Name'])).not.toContain('Busy');
    expect(JSON.stringify(book.rows('Activities'))).not.toContain('Lawyer');
  });
});

test('entries from Google have the type that the administrator chose as default [S22, S42]', () => {
  const { page, workspace, calendar, typeOf } = organization();
  page.open('Calendars').press('Save', { defaultType: ['meeting'] });
  turnOnSync(calendarPanel(workspace));
  calendar.addHour('Usual', '2026-03-10T12:00:00Z');
  workspace.advance(MINUTE_MS);
  expect(typeOf('Usual')).toEqual(['Meeting']);
});
