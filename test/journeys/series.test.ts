// A realistic week: series, single dates of them, meetings of others, on the built bundle in the local Workspace (S1, S32, S34, TF19, D8, D11).
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import { calendarPanel, MINUTE_MS, NOORA, readyForCalendars, turnOnSync } from '../support/set-up';

const ZONE = 'Europe/Helsinki';

function inStep() {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const calendar = new CalendarByHand(workspace, NOORA);
  turnOnSync(calendarPanel(workspace));
  return { workspace, book, calendar, aRunPasses: () => workspace.advance(MINUTE_MS) };
}

const weekly = {
  summary: 'Standup',
  start: { dateTime: '2026-03-09T09:00:00', timeZone: ZONE },
  end: { dateTime: '2026-03-09T09:15:00', timeZone: ZONE },
  recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE'],
};

describe('a series that a person makes in Calendar', () => {
  const { workspace, book, calendar, aRunPasses } = inStep();
  let series = '';

  test('becomes one row, in words that a person can read [TF19]', () => {
    series = calendar.add(weekly);
    aRunPasses();
    expect(book.named('Standup')).toMatchObject([
      { Start: '2026-03-09 09:00', End: '2026-03-09 09:15', Repeats: 'every week on Mon, Wed' },
    ]);
  });

  test('loses a date: the row says so', () => {
    calendar.remove(`${series}_20260311T070000Z`);
    aRunPasses();
    expect(book.named('Standup')[0]).toMatchObject({
      Repeats: 'every week on Mon, Wed except 2026-03-11',
    });
  });

  test('has a date moved: a row of its own names the series and the date', () => {
    calendar.change(`${series}_20260316T070000Z`, {
      summary: 'Standup in the other office',
      start: { dateTime: '2026-03-17T11:00:00', timeZone: ZONE },
      end: { dateTime: '2026-03-17T11:15:00', timeZone: ZONE },
    });
    aRunPasses();
    const id = book.named('Standup')[0]!['Activity id'];
    expect(book.named('Standup in the other office')).toMatchObject([
      { Start: '2026-03-17 11:00', Series: id, 'Instead of': '2026-03-16', Repeats: '' },
    ]);
  });

  test('is edited in the sheet: the rule, one date, and the date that was moved', () => {
    book.change('Activities', ['Name', 'Standup'], {
      Repeats: 'every week on Mon, Wed until 2026-06-30 except 2026-03-11, 2026-03-18',
    });
    aRunPasses();
    aRunPasses();
    const dates = calendar
      .instances(series)
      .map(({ start }) => start.dateTime!.slice(0, 16))
      .slice(0, 4);
    expect(dates).toEqual([
      '2026-03-09T09:00',
      '2026-03-17T11:00',
      '2026-03-23T09:00',
      '2026-03-25T09:00',
    ]);
    book.change('Activities', ['Name', 'Standup in the other office'], {
      Name: 'Standup, elsewhere',
    });
    aRunPasses();
    expect(calendar.instances(series)[1]).toMatchObject({ summary: 'Standup, elsewhere' });
    expect(calendar.instances(series)).toHaveLength(31);
  });

  test('is split by “this and following” in Calendar: the rows are two, and nothing is there twice [Inv1]', () => {
    calendar.changeFrom(`${series}_20260325T070000Z`, {
      start: { dateTime: '2026-03-25T10:30:00', timeZone: ZONE },
      end: { dateTime: '2026-03-25T10:45:00', timeZone: ZONE },
    });
    aRunPasses();
    aRunPasses();
    expect(book.named('Standup')).toMatchObject([
      {
        Start: '2026-03-09 09:00',
        Repeats: 'every week on Mon, Wed until 2026-03-24 except 2026-03-11, 2026-03-18',
      },
      { Start: '2026-03-25 10:30', Repeats: 'every week on Mon, Wed until 2026-06-30' },
    ]);
    expect(book.named('Standup, elsewhere')).toHaveLength(1);
  });

  test('nothing more is written once both are in step', () => {
    aRunPasses();
    aRunPasses();
    const before = workspace.traffic.calls.length;
    aRunPasses();
    const writes = workspace.traffic.calls
      .slice(before)
      .filter(({ method }) => /events\.(insert|patch|delete|update)|batchUpdate/.test(method));
    expect(writes).toEqual([]);
  });
});
