// What people choose about everything that is synced: which way it goes (TF14), and which events take part (TF15).
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  MINUTE_MS,
  NOORA,
  calendarPanel,
  eventPanel,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import type { Panel } from '../support/tandem';

const page = readyForCalendars();
const { workspace } = page;
const book = WorkbookByHand.openedFrom(page);
const calendar = new CalendarByHand(workspace, NOORA);
const opened = (eventId: string): Panel => eventPanel(workspace, eventId);
const choices = (): Panel =>
  calendarPanel(workspace).press('What is synced').press('Choose what is synced');
const run = (): void => workspace.advance(MINUTE_MS);

const lunch = calendar.addHour('Team lunch', '2026-03-10T09:00:00Z');
const visit = calendar.addHour('Visit', '2026-03-10T11:00:00Z');
const choir = calendar.addHour('Choir', '2026-03-11T17:00:00Z', {
  start: { dateTime: '2026-03-11T17:00:00Z', timeZone: 'Europe/Helsinki' },
  end: { dateTime: '2026-03-11T18:00:00Z', timeZone: 'Europe/Helsinki' },
  recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'],
});

test('before it is on, a person chooses what takes part, and the preview follows that [TF15, TF27]', () => {
  const card = calendarPanel(workspace).press('Choose what is synced');
  card.press('See what changes', { except: ['lunch, gym'] });
  expect(card.text).toContain('No events with “lunch” or “gym” in the title.');
  expect(card.text).toMatch(/Copied\n\d+ of \d+ entries to come/);
  card.press('Save');
  expect(card.notice).toBe('Saved.');
  turnOnSync(calendarPanel(workspace));
  expect(book.named('Visit')).toHaveLength(1);
  expect(book.named('Choir')).toHaveLength(1);
  expect(book.named('Team lunch')).toEqual([]);
  const home = calendarPanel(workspace);
  expect(home.text).toContain('Your own filter leaves it out.');
  expect(home.press('What is synced').text).toContain('No events with “lunch” or “gym”');
  const why = opened(lunch);
  expect(why.text).toContain('It is not synced');
  expect(why.text).toContain('Left out by your filter: its title contains “lunch”.');
  expect(why.buttons()).toContain('Choose what is synced');
  expect(opened(visit).text).toContain('It takes part in your sync');
});

test('a stricter filter says what is no longer copied, and asks what becomes of the activities [TF15, D4]', () => {
  const card = choices().press('See what changes', { except: ['lunch, choir'] });
  expect(card.text).toContain('No longer copied\n1 entry\nChoir');
  expect(card.buttons()).toEqual(['Save, keep activities', 'Save, remove activities', 'Back']);
  card.press('Back').press('See what changes').press('Save, keep activities');
  run();
  expect(book.named('Choir')).toHaveLength(1);
  calendar.change(choir, { summary: 'Choir, longer' });
  run();
  expect(book.named('Choir')).toHaveLength(1);
  expect(opened(calendar.instances(choir)[1]!.id).text).toContain(
    'Left out by your filter: its title contains “choir”.',
  );
  choices()
    .press('See what changes', { except: [''] })
    .press('Save');
  run();
  expect(book.named('Choir, longer')).toHaveLength(1);
  expect(book.named('Team lunch')).toHaveLength(1);
  choices()
    .press('See what changes', { except: ['choir'] })
    .press('Save, remove activities');
  run();
  expect(book.named('Choir, longer')).toEqual([]);
  expect(calendar.instances(choir)).toHaveLength(5);
});

test('only the time of private events, or none of them: a person may be stricter than the organization, never looser [TF15, S21]', () => {
  const doctor = calendar.addHour('Doctor', '2026-03-12T07:00:00Z', { visibility: 'private' });
  run();
  expect(book.named('Busy')).toHaveLength(1);
  const card = choices().press('See what changes', { privateEvents: ['leave-out'] });
  expect(card.text).toContain('Private events of which less is shown\n1 entry');
  card.press(card.buttons()[0]!);
  run();
  expect(book.named('Busy')).toEqual([]);
  expect(opened(doctor).text).toContain('It is not synced');
  const journal = JSON.stringify(book.rows('Journal'));
  expect(journal).not.toContain('Doctor');
  choices()
    .press('See what changes', { privateEvents: ['as-organization'] })
    .press('Save');
  run();
  expect(book.named('Busy')).toHaveLength(1);
});

test('colors and kinds of events can be left out [TF15]', () => {
  const red = calendar.addHour('Red', '2026-03-13T07:00:00Z', { colorId: '11' });
  const holiday = calendar.add({
    summary: 'Holiday',
    start: { date: '2026-03-16' },
    end: { date: '2026-03-17' },
  });
  run();
  expect([book.named('Red').length, book.named('Holiday').length]).toEqual([1, 1]);
  choices()
    .press('See what changes', { colors: ['11'], kinds: ['all-day'], except: [''] })
    .press('Save, remove activities');
  run();
  expect([book.named('Red').length, book.named('Holiday').length]).toEqual([0, 0]);
  expect(opened(red).text).toContain('Left out by your filter: its color is Tomato.');
  expect(opened(holiday).text).toContain('Left out by your filter: it lasts all day.');
});

test('one way, to work: nothing is written in the calendar any more, edits of a copy are put back and shown [TF14]', () => {
  book.add('Activities', {
    Type: 'Meeting',
    Name: 'From work',
    Owner: NOORA,
    Start: '2026-03-17 09:00',
    End: '2026-03-17 10:00',
  });
  run();
  expect(calendar.titled('From work')).toHaveLength(1);
  const card = choices().press('See what changes', { way: ['to-work'] });
  expect(card.text).toContain('Copies that Tandem has made in Google Calendar stay: 1 entry.');
  card.press('Save');
  run();
  expect(calendar.titled('From work')).toHaveLength(1);
  const before = calendar.all();
  book.add('Activities', {
    Type: 'Meeting',
    Name: 'Another',
    Owner: NOORA,
    Start: '2026-03-18 09:00',
    End: '2026-03-18 10:00',
  });
  book.change('Activities', ['Name', 'Visit'], { Name: 'Visit, renamed at work' });
  run();
  run();
  expect(calendar.all()).toEqual(before);
  expect(book.named('Visit')).toHaveLength(1);
  const home = calendarPanel(workspace);
  expect(home.text).toContain('Visit, renamed at work');
  expect(home.text).toContain('You chose that nothing is copied from your work system');
  expect(home.text).toContain('Edits that were put back\nAs before in Google Calendar');
  home.press('Take another version').press('Take the other version');
  run();
  expect(book.named('Visit, renamed at work')).toHaveLength(1);
  expect(calendar.titled('Visit, renamed at work')).toHaveLength(1);
});

test('one way, to the calendar: nothing is written at work any more, and a copy that is deleted here stays away [TF14]', () => {
  choices()
    .press('See what changes', { way: ['to-google'] })
    .press('Save');
  run();
  const rows = book.rows('Activities');
  const mine = calendar.addHour('Only here', '2026-03-19T07:00:00Z');
  const [copy] = calendar.titled('Another');
  calendar.remove(copy!.id);
  const [edited] = calendar.titled('From work');
  calendar.change(edited!.id, { summary: 'Edited here' });
  run();
  run();
  expect(book.rows('Activities')).toEqual(rows);
  expect(calendar.titled('Another')).toEqual([]);
  expect(calendar.titled('From work')).toHaveLength(1);
  expect(opened(mine).text).toContain('You chose that nothing is copied from Google Calendar');
  const home = calendarPanel(workspace);
  expect(home.text).toContain('Edited here');
  expect(home.text).toContain('Its copy was deleted while your sync goes one way');
  choices()
    .press('See what changes', { way: ['both-ways'] })
    .press('Save');
  run();
  expect(book.named('Only here')).toHaveLength(1);
  expect(book.named('Another')).toHaveLength(1);
});

test('nobody’s choices are saved from what no card sends [S26]', () => {
  const before = JSON.stringify(book.rows('Connections').map((row) => row['Own choices']));
  const card = choices();
  for (const forged of [{ way: ['everything'] }, { privateEvents: ['full'] }, { colors: ['99'] }])
    expect(card.press('See what changes', forged).notice).toContain('at most');
  card.press('See what changes').press('Save', { rules: ['{"way":"to-google"}'] });
  run();
  expect(JSON.stringify(book.rows('Connections').map((row) => row['Own choices']))).toBe(before);
});
