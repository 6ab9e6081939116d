// What administrators read in the workbook: what Tandem did, what was decided about it, and for how long it is kept.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { CalendarByHand, WorkbookByHand, type RowText } from '../support/by-hand';
import {
  ADMIN,
  bringPeopleIn,
  calendarPanel,
  DAY_MS,
  finalize,
  MINUTE_MS,
  NOORA,
  passHours,
  preparedWorkspace,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';
import { AdminPage } from '../support/tandem';

const VISIBLE = ['When', 'Person', 'Where', 'What', 'Title', 'Change'];

/** A row as a person sees it: the hidden columns are left out. */
const seen = (row: RowText): string[] => VISIBLE.map((heading) => row[heading] ?? '');

const inZone = (workspace: LocalWorkspace, spreadsheetId: string, timeZone: string): unknown =>
  workspace.act(
    ADMIN,
    'sheets.spreadsheets.batchUpdate',
    { spreadsheetId },
    {
      requests: [{ updateSpreadsheetProperties: { properties: { timeZone }, fields: 'timeZone' } }],
    },
  );

describe('after a week of life an administrator', () => {
  const page = finalize(preparedWorkspace());
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  inZone(workspace, book.id, 'Europe/Helsinki');
  bringPeopleIn(page).open('Calendars').press('Turn on');
  const calendar = new CalendarByHand(workspace, NOORA);
  const panel = turnOnSync(calendarPanel(workspace));
  const lunch = calendar.addHour('Lunch', '2026-03-05T10:00:00Z');
  runOnce(panel);
  book.change('Activities', ['Name', 'Lunch'], {
    Start: '2026-03-05 13:00',
    End: '2026-03-05 14:00',
    Notes: 'Bring the plans',
  });
  runOnce(panel);
  calendar.remove(lunch);
  runOnce(panel);
  page.open('Calendars').press('Save', { ...choices(), privateEvents: ['leave-out'] });
  book.change('Settings', ['Setting', 'When both sides changed the same'], {
    Value: 'Google Calendar wins',
  });
  workspace.advance(2 * MINUTE_MS);
  calendarPanel(workspace).press('Turn off').press('Turn off, keep copies');
  workspace.advance(2 * MINUTE_MS);
  const rows = book.rows('Journal');
  const about = (title: string): string[][] =>
    rows.filter((row) => row['Title'] === title).map(seen);

  test('reads what happened to an event, with the times of the workbook’s own zone', () => {
    expect(about('Lunch').map(([, ...cells]) => cells)).toEqual([
      [
        NOORA,
        'Work system',
        'Created',
        'Lunch',
        'New in the work system: Thu 5 Mar 2026 12:00–13:00.',
      ],
      [
        NOORA,
        'Google Calendar',
        'Updated',
        'Lunch',
        'Moved from Thu 5 Mar 2026 12:00 to 13:00. Notes changed.',
      ],
      [
        NOORA,
        'Work system',
        'Deleted',
        'Lunch',
        'Deleted in the work system: Thu 5 Mar 2026 13:00–14:00.',
      ],
    ]);
    expect(about('Lunch').map(([when]) => when)).toEqual(
      about('Lunch').map(() => expect.stringMatching(/^2026-03-02 10:\d\d$/)),
    );
  });

  test('reads who decided what, before and after', () => {
    expect(about('Installation').map(([, ...cells]) => cells)).toEqual([
      [ADMIN, 'Tandem', 'Decided', 'Installation', `Finalized. The sync account is ${ADMIN}.`],
    ]);
    expect(about('Calendar sync').map(([, ...cells]) => cells)).toEqual([
      [ADMIN, 'Tandem', 'Decided', 'Calendar sync', 'Turned on for the whole organization.'],
    ]);
    expect(about('Settings').map(([, ...cells]) => cells)).toEqual([
      [
        ADMIN,
        'Tandem',
        'Decided',
        'Settings',
        expect.stringMatching(/^Private events: .+ → Leave out\.$/),
      ],
      [
        'Somebody in the workbook',
        'Tandem',
        'Decided',
        'Settings',
        'When both sides changed the same: The newest change wins → Google Calendar wins. Changed in the workbook.',
      ],
    ]);
    expect(about('Own calendar sync').map(([, ...cells]) => cells)).toEqual([
      [NOORA, 'Tandem', 'Decided', 'Own calendar sync', 'Turned on.'],
      [NOORA, 'Tandem', 'Decided', 'Own calendar sync', 'Turned off.'],
    ]);
  });

  test('reads the same on the page Journal, newest first, whatever order the sheet was sorted in (TJ9)', () => {
    const shown = (): readonly (readonly string[])[] => page.open('Journal').page!.table!.rows;
    expect(page.open('Journal').page!.table!.columns.map(({ title }) => title)).toEqual(VISIBLE);
    const words = (row: readonly string[]): string => row.slice(1).join(' | ');
    expect(shown().map(words).sort()).toEqual(
      rows.map((row) => seen(row).slice(1).join(' | ')).sort(),
    );
    const instants = shown().map(([at]) => at!);
    expect(instants).toEqual([...instants].sort().reverse());
    const before = shown();
    book.sort('Journal', 'Title');
    expect(shown().map(words).sort()).toEqual(before.map(words).sort());
    expect(shown().map(([at]) => at)).toEqual(instants);
    book.sort('Journal', 'When');
  });

  test('finds a person, a title and a sentence in every row, and nothing that only a program reads', () => {
    for (const row of rows) {
      expect(row['Person']).not.toBe('');
      expect(row['Title']).not.toBe('');
      expect(row['Change']).toMatch(/\.$/);
      expect(seen(row).join(' ')).not.toMatch(/[{}]|T\d\d:\d\d|undefined|null/);
    }
    const { sheets } = workspace.act(ADMIN, 'sheets.spreadsheets.get', {
      spreadsheetId: book.id,
      includeGridData: true,
      ranges: ['Journal!1:1', 'Runs!1:1'],
    }) as { readonly sheets: readonly Sheet[] };
    for (const { data, properties, basicFilter } of sheets) {
      const [{ columnMetadata = [], rowData = [] } = {}] = data;
      const shown = (rowData[0]?.values ?? [])
        .filter((_, column) => columnMetadata[column]?.hiddenByUser !== true)
        .map(({ formattedValue }) => formattedValue);
      expect(shown).toEqual(properties.title === 'Journal' ? VISIBLE : VISIBLE_RUNS);
      expect(basicFilter?.range).toMatchObject({
        sheetId: properties.sheetId,
        startRowIndex: 0,
        endColumnIndex: rowData[0]!.values!.length,
      });
      expect(properties.gridProperties.frozenRowCount).toBe(1);
    }
  });

  test('reads the runs in words', () => {
    const runs = book.rows('Runs').map((row) => VISIBLE_RUNS.map((heading) => row[heading]));
    expect(runs.length).toBeGreaterThan(0);
    for (const [started, ended, job, outcome] of runs) {
      expect(started).toMatch(/^2026-03-02 10:\d\d$/);
      expect(ended).toMatch(/^2026-03-02 10:\d\d$/);
      expect(['People', 'Calendars', 'Journal']).toContain(job);
      expect(['Finished', 'Failed', 'Goes on in the next run']).toContain(outcome);
    }
    expect(runs.map(([, , , , counts]) => counts)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('56 brought in'),
        expect.stringContaining('1 change to the work system'),
      ]),
    );
  });
});

const VISIBLE_RUNS = ['Started', 'Ended', 'Job', 'Outcome', 'Counts', 'Problem', 'In step until'];

interface Sheet {
  readonly properties: {
    readonly title: string;
    readonly sheetId: number;
    readonly gridProperties: { readonly frozenRowCount?: number };
  };
  readonly basicFilter?: { readonly range: object };
  readonly data: readonly {
    readonly columnMetadata?: readonly { readonly hiddenByUser?: boolean }[];
    readonly rowData?: readonly {
      readonly values?: readonly { readonly formattedValue?: string }[];
    }[];
  }[];
}

/** What the card Calendars sends when nothing was changed on it. */
function choices(): Record<string, readonly string[]> {
  return {
    winner: ['newest'],
    privateEvents: ['full'],
    specialEvents: ['leave-out'],
    whichTypes: ['all'],
    defaultType: [''],
  };
}

describe('how long it is kept', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  turnOnSync(calendarPanel(workspace));

  test('is said on the page Journal, and saved in the sheet Settings', () => {
    page.open('Journal');
    expect(page.text).toContain('How long it is kept');
    page.press('Save', { journalDays: ['7'], runsDays: ['7'] });
    expect(page.notice).toBe('Saved. It applies from the next run.');
    const saved = book.rows('Settings').filter((row) => /^Keep /.test(row['Setting'] ?? ''));
    expect(saved.map((row) => row['Value'])).toEqual(['7', '7']);
  });

  test.each(['', '6', '3651', 'a week', '1e2', '-7', '7.5'])('is not “%s” days', (days) => {
    page.open('Journal').press('Save', { journalDays: [days], runsDays: ['7'] });
    expect(page.notice).toContain(
      'Nothing was saved. Write whole numbers of days, from 7 to 3650.',
    );
  });

  test('is read from the sheet Settings too, where a slip is told among the Problems', () => {
    book.change('Settings', ['Setting', 'Keep runs for (days)'], { Value: 'a while' });
    workspace.advance(2 * MINUTE_MS);
    expect(book.rows('Problems').map((row) => row['What is wrong'])).toEqual([
      expect.stringContaining('“a while” cannot be read here. Write a whole number of days'),
    ]);
    book.change('Settings', ['Setting', 'Keep runs for (days)'], { Value: '7' });
    workspace.advance(2 * MINUTE_MS);
    expect(book.rows('Problems')).toEqual([]);
  });

  test('then the normal run removes what is older, and nothing else', () => {
    const before = book.rows('Journal').length;
    expect(before).toBeGreaterThan(50);
    workspace.advance(6 * DAY_MS, { runDueTriggers: false });
    new CalendarByHand(workspace, NOORA);
    passHours(workspace, 4);
    expect(book.rows('Journal').length).toBeGreaterThanOrEqual(before);
    workspace.advance(DAY_MS, { runDueTriggers: false });
    passHours(workspace, 30);
    expect(book.rows('Journal').length).toBeLessThan(before);
    expect(new AdminPage(workspace, ADMIN).open().text).not.toContain('✗');
  });
});
