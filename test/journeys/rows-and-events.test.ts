// What a row of Activities and an event say to each other: text as it was written, times as they were meant, or a line in Problems.
import { CalendarByHand, WorkbookByHand, type RowText } from '../support/by-hand';
import { calendarPanel, MINUTE_MS, NOORA, readyForCalendars, turnOnSync } from '../support/set-up';

const page = readyForCalendars();
const { workspace } = page;
const book = WorkbookByHand.openedFrom(page);
const calendar = new CalendarByHand(workspace, NOORA);
turnOnSync(calendarPanel(workspace));
const aRunPasses = () => workspace.advance(MINUTE_MS);

const eventOf = (summary: string) =>
  calendar.titled(summary)[0] as
    | {
        readonly id: string;
        readonly description?: string;
        readonly start: Readonly<Record<string, string>>;
        readonly end: Readonly<Record<string, string>>;
      }
    | undefined;

const typed = (name: string, cells: RowText) =>
  book.add('Activities', { Name: name, Owner: NOORA, ...cells });

/** What Problems says of the row with this name. */
function problemOf(name: string): string {
  const at = book.rows('Activities').findIndex((row) => row['Name'] === name);
  const about = `Activities, row ${at + 2}`;
  return book.rows('Problems').find((row) => row['About'] === about)?.['What is wrong'] ?? '';
}

describe('notes', () => {
  const DESCRIPTION =
    'Agenda\nJoin here <https://teams.example/l/meetup-join/abc?x=1&y=2>\nMail <p@x.example> if a<b then c>d';
  const HTML =
    '<p>See <a href="https://x.example/plan">the plan</a></p><p>and <b>bring</b> tea</p>';

  test('show links and angle brackets as they are, and an edit of the row adds what was typed and nothing else', () => {
    calendar.addHour('Plain', '2026-03-05T10:00:00Z', { description: DESCRIPTION });
    calendar.addHour('Marked up', '2026-03-05T12:00:00Z', { description: HTML });
    aRunPasses();
    expect(book.named('Plain')[0]?.['Notes']).toBe(DESCRIPTION);
    const shown = 'See the plan (https://x.example/plan)\nand bring tea';
    expect(book.named('Marked up')[0]?.['Notes']).toBe(shown);
    book.change('Activities', ['Name', 'Plain'], { Notes: `${DESCRIPTION}\nRoom booked` });
    book.change('Activities', ['Name', 'Marked up'], { Notes: shown.replace('tea', 'a<b & c') });
    aRunPasses();
    expect(eventOf('Plain')?.description).toBe(`${DESCRIPTION}\nRoom booked`);
    expect(eventOf('Marked up')?.description).toBe(HTML.replace('tea', 'a&lt;b & c'));
  });

  test('that nobody touched come through an edit of the title byte for byte', () => {
    book.change('Activities', ['Name', 'Marked up'], { Name: 'Renamed' });
    aRunPasses();
    expect(eventOf('Renamed')?.description).toBe(HTML.replace('tea', 'a&lt;b & c'));
  });

  test('too long for the row keep their end in Google when their beginning is edited', () => {
    const long = `First\n${'a line <p@x.example>\n'.repeat(600)}<b>The end</b>`;
    calendar.addHour('Long', '2026-03-05T14:00:00Z', { description: long });
    aRunPasses();
    const notes = book.named('Long')[0]!['Notes']!;
    expect(notes.length).toBe(8000);
    book.change('Activities', ['Name', 'Long'], { Notes: `New first\n${notes}` });
    aRunPasses();
    expect(eventOf('Long')?.description).toBe(`New first\n${long}`);
  });
});

describe('time zones', () => {
  test('are understood by Windows’ names and as offsets, and a row in an unknown one is left out and told', () => {
    const times = { Start: '2026-03-11 09:00', End: '2026-03-11 10:00' };
    typed('G EST', { ...times, 'Time zone': 'Eastern Standard Time' });
    typed('G offset', { ...times, 'Time zone': 'GMT+2' });
    typed('G Finland', { ...times, 'Time zone': 'Finland' });
    typed('G own', times);
    aRunPasses();
    const startOf = (name: string) => Date.parse(eventOf(name)?.start['dateTime'] ?? '');
    expect(startOf('G EST')).toBe(Date.parse('2026-03-11T13:00:00Z'));
    expect(startOf('G offset')).toBe(Date.parse('2026-03-11T07:00:00Z'));
    expect(startOf('G own')).toBe(Date.parse('2026-03-11T07:00:00Z'));
    expect(eventOf('G Finland')).toBeUndefined();
    expect(problemOf('G Finland')).toContain('Unknown time zone: “Finland”.');
  });
});

describe('whole days', () => {
  test('become times when somebody types times into the row, and stay so', () => {
    calendar.add({ summary: 'Day', start: { date: '2026-03-17' }, end: { date: '2026-03-18' } });
    aRunPasses();
    expect(book.named('Day')).toMatchObject([{ 'All day': 'TRUE' }]);
    book.change('Activities', ['Name', 'Day'], {
      Start: '2026-03-17 09:00',
      End: '2026-03-17 10:00',
    });
    aRunPasses();
    expect(eventOf('Day')?.start['dateTime']).toBe('2026-03-17T09:00:00+02:00');
    book.change('Activities', ['Name', 'Day'], { Location: 'Room 1' });
    aRunPasses();
    expect(eventOf('Day')?.start['dateTime']).toBe('2026-03-17T09:00:00+02:00');
  });

  test('are what dates make of a row with times, the last day among them', () => {
    calendar.addHour('Timed', '2026-03-18T10:00:00Z');
    aRunPasses();
    book.change('Activities', ['Name', 'Timed'], { Start: '2026-03-19', End: '2026-03-20' });
    aRunPasses();
    expect(eventOf('Timed')).toMatchObject({
      start: { date: '2026-03-19' },
      end: { date: '2026-03-21' },
    });
  });

  test('are what a tick in All day makes of a row with times, and stay so', () => {
    calendar.addHour('Ticked', '2026-03-23T10:00:00Z');
    aRunPasses();
    book.change('Activities', ['Name', 'Ticked'], { 'All day': 'TRUE' });
    aRunPasses();
    expect(eventOf('Ticked')?.start['date']).toBe('2026-03-23');
    book.change('Activities', ['Name', 'Ticked'], { Location: 'Room 1' });
    aRunPasses();
    expect(eventOf('Ticked')?.start['date']).toBe('2026-03-23');
  });

  test('without a tick stay whole days while there are no times, and Problems says so', () => {
    calendar.add({
      summary: 'Unticked',
      start: { date: '2026-03-24' },
      end: { date: '2026-03-25' },
    });
    aRunPasses();
    book.change('Activities', ['Name', 'Unticked'], { 'All day': 'FALSE' });
    aRunPasses();
    expect(eventOf('Unticked')?.start['date']).toBe('2026-03-24');
    expect(problemOf('Unticked')).toContain('counts as whole days');
  });
});

test('words for yes and no are read in other languages, and any other word is told', () => {
  const times = { Start: '2026-04-01 09:00', End: '2026-04-01 10:00' };
  typed('Wahr', { ...times, 'All day': 'WAHR' });
  typed('Nein', { ...times, Busy: 'Nein', Tentative: 'Kyllä' });
  typed('Perhaps', { ...times, Busy: 'perhaps' });
  aRunPasses();
  expect(eventOf('Wahr')?.start['date']).toBe('2026-04-01');
  expect(eventOf('Nein')).toMatchObject({ transparency: 'transparent', status: 'tentative' });
  expect(problemOf('Nein')).toBe('');
  expect(problemOf('Perhaps')).toContain('Its Busy “perhaps” is neither yes nor no');
});

test('an unknown owner is reported; one without a sync is not, nor an alias of theirs', () => {
  const times = { Start: '2026-03-12 09:00', End: '2026-03-12 10:00' };
  typed('Misspelt', { ...times, Owner: 'noora.saari@havu.exmple' });
  typed('Named', { ...times, Owner: 'Noora Saari' });
  typed('Off', { ...times, Owner: 'petri.salo@havu.example' });
  typed('Alias', { ...times, Owner: 'Sales-Lead@havu.example' });
  book.change('Activities', ['Name', 'G own'], { Location: 'Somewhere' });
  aRunPasses();
  expect(problemOf('Misspelt')).toContain(
    'Nobody in People has the address noora.saari@havu.exmple.',
  );
  expect(problemOf('Named')).toContain('is not an email address');
  expect(problemOf('Off')).toBe('');
  expect(problemOf('Alias')).toBe('');
});

test('on the night when the clocks skip an hour a row becomes an event that lasts, in other years a line in Problems', () => {
  typed('Skipped', { Start: '2026-03-29 03:30', End: '2026-03-29 04:30' });
  typed('Long ago', { Start: '1899-12-31 09:00', End: '1899-12-31 10:00' });
  typed('Far off', { Start: '9999-01-01 09:00', End: '9999-01-01 10:00' });
  aRunPasses();
  expect(eventOf('Skipped')).toMatchObject({
    start: { dateTime: '2026-03-29T04:30:00+03:00' },
    end: { dateTime: '2026-03-29T05:30:00+03:00' },
  });
  expect(problemOf('Long ago')).not.toBe('');
  expect(problemOf('Far off')).toContain('years 1900 to 2199');
});
