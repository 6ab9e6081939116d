// What happens in the work system besides an edit of one row: rows change hands, many change at once, their owner moves away.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ANNA,
  MINUTE_MS,
  NOORA,
  calendarPanel,
  eventPanel,
  passHours,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';

function inStep(...people: readonly string[]) {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  for (const person of people) turnOnSync(calendarPanel(workspace, person));
  return { workspace, book };
}

const runs = (workspace: LocalWorkspace, times: number): void =>
  workspace.advance(times * MINUTE_MS);

const addRow = (book: WorkbookByHand, name: string, cells: Readonly<Record<string, string>>) =>
  book.add('Activities', {
    Name: name,
    Owner: NOORA,
    Start: '2026-03-06 14:00',
    End: '2026-03-06 15:00',
    Type: 'Meeting',
    ...cells,
  });

const starts = (workspace: LocalWorkspace, person: string, title: string): string[] =>
  new CalendarByHand(workspace, person)
    .titled(title)
    .map(({ start }) => new Date(start.dateTime!).toISOString().slice(0, 16));

/** What Tandem says beside an open event. */
const eventCard = (workspace: LocalWorkspace, eventId: string): string =>
  eventPanel(workspace, eventId).text;

describe('a row that is given to somebody else', () => {
  test('leaves the calendar of the one and comes to that of the other, and an event that its person made stays', () => {
    const { workspace, book } = inStep(NOORA, ANNA);
    addRow(book, 'Handed over', { 'Time zone': 'Etc/UTC' });
    const own = new CalendarByHand(workspace, NOORA).addHour('Her own', '2026-03-09T10:00:00Z');
    runs(workspace, 2);
    expect(starts(workspace, NOORA, 'Handed over')).toEqual(['2026-03-06T14:00']);
    expect(eventCard(workspace, own)).toContain('It takes part in your sync');
    book.change('Activities', ['Name', 'Handed over'], { Owner: ANNA });
    book.change('Activities', ['Name', 'Her own'], { Owner: ANNA });
    runs(workspace, 3);
    expect(starts(workspace, NOORA, 'Handed over')).toEqual([]);
    expect(starts(workspace, ANNA, 'Handed over')).toEqual(['2026-03-06T14:00']);
    expect(starts(workspace, ANNA, 'Her own')).toHaveLength(1);
    book.change('Activities', ['Name', 'Handed over'], {
      Start: '2026-03-07 14:00',
      End: '2026-03-07 15:00',
    });
    runs(workspace, 3);
    expect(starts(workspace, NOORA, 'Handed over')).toEqual([]);
    expect(starts(workspace, ANNA, 'Handed over')).toEqual(['2026-03-07T14:00']);
    expect(starts(workspace, NOORA, 'Her own')).toHaveLength(1);
    expect(calendarPanel(workspace, NOORA).text).toContain(
      'Its activity was given to somebody else. The event stays in your calendar',
    );
    expect(eventCard(workspace, own)).toContain('It is not synced');
    new CalendarByHand(workspace, NOORA).change(own, { summary: 'Her own, edited' });
    runs(workspace, 2);
    expect(book.named('Her own, edited')).toEqual([]);
    expect(book.named('Her own')).toMatchObject([{ Owner: ANNA }]);
  });

  test('keeps its event while its owner is nobody, and Problems names the row', () => {
    const { workspace, book } = inStep(NOORA);
    addRow(book, 'Misspelt', { 'Time zone': 'Etc/UTC' });
    runs(workspace, 2);
    book.change('Activities', ['Name', 'Misspelt'], { Owner: 'noora.sari@havu.example' });
    runs(workspace, 4);
    expect(starts(workspace, NOORA, 'Misspelt')).toHaveLength(1);
    expect(JSON.stringify(book.rows('Problems'))).toContain(
      'Nobody in People has the address noora.sari@havu.example.',
    );
    book.change('Activities', ['Name', 'Misspelt'], { Owner: NOORA, Name: 'Put right' });
    runs(workspace, 3);
    expect(starts(workspace, NOORA, 'Misspelt')).toEqual([]);
    expect(starts(workspace, NOORA, 'Put right')).toHaveLength(1);
    expect(JSON.stringify(book.rows('Problems'))).not.toContain('noora.sari');
  });
});

test('a person who moves to another time zone: new rows follow, and no event of theirs moves', () => {
  const { workspace, book } = inStep(NOORA);
  addRow(book, 'From before', {});
  runs(workspace, 2);
  expect(starts(workspace, NOORA, 'From before')).toEqual(['2026-03-06T12:00']);
  workspace.act(
    NOORA,
    'calendar.calendars.patch',
    { calendarId: 'primary' },
    { timeZone: 'America/New_York' },
  );
  addRow(book, 'From now on', {});
  runs(workspace, 2);
  expect(starts(workspace, NOORA, 'From now on')).toEqual(['2026-03-06T19:00']);
  expect(book.named('From before')).toMatchObject([{ 'Time zone': 'Europe/Helsinki' }]);
  book.change('Activities', ['Name', 'From before'], { Location: 'Room 4' });
  passHours(workspace, 2);
  expect(starts(workspace, NOORA, 'From before')).toEqual(['2026-03-06T12:00']);
  expect(book.rows('Connections')).toMatchObject([{ 'Time zone': 'America/New_York' }]);
});

describe('many rows that change at once', () => {
  const names = Array.from({ length: 14 }, (_, index) => `Visit ${index + 1}`);

  /** As sorting one column alone does: every row has the start of another. */
  function moved() {
    const { workspace, book } = inStep(NOORA);
    names.forEach((name, index) => {
      const day = String(index + 9).padStart(2, '0');
      addRow(book, name, {
        Start: `2026-03-${day} 14:00`,
        End: `2026-03-${day} 15:00`,
        'Time zone': 'Etc/UTC',
      });
    });
    runs(workspace, 2);
    const shift = (by: number): void =>
      names.forEach((name, index) => {
        const day = String(index + 9 + by).padStart(2, '0');
        book.change('Activities', ['Name', name], {
          Start: `2026-03-${day} 14:00`,
          End: `2026-03-${day} 15:00`,
        });
      });
    shift(1);
    return { workspace, shift };
  }

  test('wait for the person, who sees what it was and would be, and is asked once', () => {
    const { workspace } = moved();
    const panel = runOnce(calendarPanel(workspace));
    expect(starts(workspace, NOORA, 'Visit 1')).toEqual(['2026-03-09T14:00']);
    expect(panel.text).toContain('Your work system would change 14 of');
    expect(panel.text).toContain('9 March, 14:00–15:00 → 10 March, 14:00–15:00');
    expect(panel.text).toContain('And 4 more entries.');
    runOnce(panel.press('Yes, go on'));
    expect(starts(workspace, NOORA, 'Visit 1')).toEqual(['2026-03-10T14:00']);
    expect(starts(workspace, NOORA, 'Visit 14')).toEqual(['2026-03-23T14:00']);
    expect(panel.text).not.toContain('Is this right?');
  });

  test('are forgotten once the sheet is put right', () => {
    const { workspace, shift } = moved();
    const panel = runOnce(calendarPanel(workspace)).press('Leave it');
    expect(panel.text).toContain('Is this right?');
    shift(0);
    runs(workspace, 2);
    expect(panel.press('Refresh').text).not.toContain('Is this right?');
    expect(starts(workspace, NOORA, 'Visit 1')).toEqual(['2026-03-09T14:00']);
  });
});
