// Entries that no editor would make and programs do: each comes over, or stays where it is with a reason; all others go on.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  calendarPanel,
  eventPanel,
  MINUTE_MS,
  NOORA,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';

const ZONE = 'Europe/Helsinki';

const page = readyForCalendars();
const { workspace } = page;
const book = WorkbookByHand.openedFrom(page);
const calendar = new CalendarByHand(workspace, NOORA);
turnOnSync(calendarPanel(workspace));

const at = (hour: string) => ({
  start: { dateTime: `2026-03-09T${hour}:00:00`, timeZone: ZONE },
  end: { dateTime: `2026-03-09T${hour}:30:00`, timeZone: ZONE },
});

const aRunPasses = (): void => workspace.advance(2 * MINUTE_MS);

const inGoogle = (method: string, body: object): unknown =>
  workspace.act(NOORA, `calendar.events.${method}`, { calendarId: 'primary' }, { ...body });

/** What the sheet Problems says of the row with this name: it calls rows by their numbers. */
function problemsOf(name: string): string {
  const number = book.rows('Activities').findIndex((row) => row['Name'] === name) + 2;
  return book
    .rows('Problems')
    .filter((row) => row['About'] === `Activities, row ${number}`)
    .map((row) => row['What is wrong'])
    .join('\n');
}

/** A change on each side that comes over while the odd entry is there. */
function expectOthersGoOn(mark: string): void {
  calendar.addHour(`Event beside ${mark}`, '2026-03-12T08:00:00Z');
  book.add('Activities', {
    Name: `Row beside ${mark}`,
    Type: 'Appointment',
    Owner: NOORA,
    Start: '2026-03-12 12:00',
    End: '2026-03-12 12:30',
  });
  aRunPasses();
  aRunPasses();
  expect(book.named(`Event beside ${mark}`)).toHaveLength(1);
  expect(calendar.titled(`Row beside ${mark}`)).toHaveLength(1);
}

describe('in Google', () => {
  test.each([
    ['ends before it begins', ['RRULE:FREQ=WEEKLY;UNTIL=20200101T000000Z']],
    [
      'has a rule of a thousand parts',
      [
        `RRULE:FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 1000 }, (_, day) => (day % 366) + 1).join()}`,
      ],
    ],
    ['has two rules', ['RRULE:FREQ=WEEKLY;BYDAY=MO', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=3']],
    [
      'never ends and leaves nothing but exceptions',
      ['RRULE:FREQ=DAILY;COUNT=1', 'EXDATE;TZID=Europe/Helsinki:20260309T070000'],
    ],
  ])(
    'a series that %s has a row, or a reason on its card, and harms nothing else',
    (what, recurrence) => {
      const event = calendar.add({ summary: `Odd: ${what}`, recurrence, ...at('07') });
      aRunPasses();
      const rows = book.named(`Odd: ${what}`);
      const reason = eventPanel(workspace, event).text;
      expect(rows.length === 1 || /stays in Google|It is not synced|cannot/.test(reason)).toBe(
        true,
      );
      expectOthersGoOn(what);
      aRunPasses();
      expect(book.named(`Odd: ${what}`)).toEqual(rows);
    },
  );

  test('two imported series with one UID are one entry, which comes over at most once [D12]', () => {
    const twins = (): unknown[] =>
      book.rows('Activities').filter(({ Name = '' }) => Name.startsWith('Twin'));
    for (const summary of ['Twin one', 'Twin two']) {
      inGoogle('import', {
        summary,
        iCalUID: 'twin@elsewhere.example',
        recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO'],
        ...at('11'),
      });
      aRunPasses();
      expect(twins().length).toBeLessThanOrEqual(1);
    }
    expect(calendar.titled('Twin one')).toEqual([]);
    const rows = twins();
    expectOthersGoOn('twins');
    expect(twins()).toEqual(rows);
  });

  test('a meeting whose organizer has no address is not taken for an own one, and is never written to [D11]', () => {
    inGoogle('import', {
      summary: 'Organizer without an address',
      iCalUID: 'nobody@elsewhere.example',
      organizer: { displayName: 'A room somewhere' },
      ...at('13'),
    });
    aRunPasses();
    const [event] = calendar.titled('Organizer without an address');
    const rows = book.named('Organizer without an address');
    expect(rows.length).toBeLessThanOrEqual(1);
    expectOthersGoOn('no organizer');
    expect(calendar.titled('Organizer without an address')).toEqual([event]);
    expect(book.named('Organizer without an address')).toEqual(rows);
  });

  test('a thousand guests fit into a cell, or the event is left where it is and told', () => {
    const attendees = Array.from({ length: 1000 }, (_, index) => ({
      email: `guest${index}@elsewhere.example`,
    }));
    inGoogle('insert', { summary: 'A thousand guests', attendees, ...at('15') });
    aRunPasses();
    aRunPasses();
    const rows = book.named('A thousand guests');
    expect(rows).toHaveLength(1);
    for (const { Participants = '' } of rows) expect(Participants.length).toBeLessThan(50_000);
    expectOthersGoOn('a thousand guests');
    expect(book.named('A thousand guests')).toEqual(rows);
  });
});

describe('in the workbook', () => {
  const add = (name: string, more: Readonly<Record<string, string>>): void =>
    book.add('Activities', {
      Name: name,
      Type: 'Appointment',
      Owner: NOORA,
      Start: '2026-03-10 09:00',
      End: '2026-03-10 09:30',
      ...more,
    });

  test.each([
    ['every second', 'RRULE:FREQ=SECONDLY'],
    [
      'a thousand parts',
      `RRULE:FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 1000 }, (_, index) => (index % 366) + 1).join()}`,
    ],
    ['words that mean nothing', 'now and then'],
  ])(
    'Repeats with %s is told by the number of its row, and nothing goes to Google',
    (what, repeats) => {
      const name = `Odd row: ${what}`;
      add(name, { Repeats: repeats });
      aRunPasses();
      aRunPasses();
      expect(calendar.titled(name)).toEqual([]);
      expect(problemsOf(name)).toMatch(/repeats|Repeats/);
      expect(book.named(name)).toMatchObject([{ Repeats: repeats }]);
      expectOthersGoOn(what);
    },
  );

  test('a rule that ends before the first date makes no event without a word', () => {
    add('Over before it began', { Repeats: 'every week on Tue until 2020-01-01' });
    aRunPasses();
    aRunPasses();
    const isThere = calendar.titled('Over before it began').length > 0;
    expect(isThere || problemsOf('Over before it began') !== '').toBe(true);
    expect(book.named('Over before it began')).toHaveLength(1);
    expectOthersGoOn('a past rule');
  });

  test('an exception of a series that nobody has is told, and stays', () => {
    add('Exception of nothing', { Series: 'no-such-series', 'Instead of': '2026-03-10' });
    aRunPasses();
    aRunPasses();
    expect(calendar.titled('Exception of nothing')).toEqual([]);
    expect(problemsOf('Exception of nothing')).not.toBe('');
    expect(book.named('Exception of nothing')).toHaveLength(1);
    expectOthersGoOn('an exception of nothing');
  });

  test('a row that repeats for ever is one event after the sheet was sorted, too [Inv1]', () => {
    add('For ever', { Repeats: 'every day' });
    aRunPasses();
    expect(calendar.titled('For ever')).toHaveLength(1);
    const before = calendar.all().length;
    book.sort('Activities', 'Name');
    aRunPasses();
    aRunPasses();
    expect(calendar.titled('For ever')).toHaveLength(1);
    expect(calendar.all()).toHaveLength(before);
    expect(book.named('For ever')).toMatchObject([{ Repeats: 'every day' }]);
  });
});
