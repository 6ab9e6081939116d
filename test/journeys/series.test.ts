// A realistic week: series, single dates of them, meetings of others, on the built bundle in the local Workspace (S1, S32, S34, TF19, D8, D11).
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  MINUTE_MS,
  NOORA,
  PETRI,
  calendarPanel,
  eventPanel,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';

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

describe('a series that has begun, and then is changed in the sheet', () => {
  const { workspace, book, calendar, aRunPasses } = inStep();
  const series = calendar.add({
    ...weekly,
    start: { dateTime: '2026-02-16T09:00:00', timeZone: ZONE },
    end: { dateTime: '2026-02-16T09:15:00', timeZone: ZONE },
    attendees: [{ email: PETRI }],
  });
  calendar.change(`${series}_20260218T070000Z`, { summary: 'Standup, long' });
  aRunPasses();
  const mails = workspace.state.outbox.length;
  book.change('Activities', ['Name', 'Standup'], { Repeats: 'every week on Tue' });
  aRunPasses();
  aRunPasses();
  const today = new Date(workspace.clock.now()).toISOString().slice(0, 10);

  test('keeps in Calendar what has taken place, and follows the new words from the next date on', () => {
    const past = calendar.instances(series);
    expect(past.slice(0, 2).map(({ summary }) => summary)).toEqual(['Standup', 'Standup, long']);
    expect(past.every(({ start }) => start.dateTime! < `${today}T24`)).toBe(true);
    const next = calendar.titled('Standup').find(({ id }) => id !== series)!;
    expect(next).toMatchObject({ recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'] });
    expect(next.start.dateTime! > today).toBe(true);
  });

  test('keeps its row and its guests; what has taken place has a row of its own [D10]', () => {
    const [row, past] = book.named('Standup');
    expect(row).toMatchObject({ Repeats: 'every week on Tue' });
    expect(past).toMatchObject({ Start: '2026-02-16 09:00' });
    expect(past!.Repeats).toMatch(/^every week on Mon, Wed until 2026-03-/);
    expect(book.named('Standup, long')).toMatchObject([
      { Series: past!['Activity id'], 'Instead of': '2026-02-18' },
    ]);
    expect(new CalendarByHand(workspace, PETRI).titled('Standup')).toHaveLength(2);
    expect(workspace.state.outbox).toHaveLength(mails);
  });
});

describe('a working week, as people have it', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const noora = new CalendarByHand(workspace, NOORA);
  const petri = new CalendarByHand(workspace, PETRI);
  const at = (day: string, hour: number) => ({
    start: { dateTime: `2026-03-${day}T${String(hour).padStart(2, '0')}:00:00`, timeZone: ZONE },
    end: { dateTime: `2026-03-${day}T${String(hour + 1).padStart(2, '0')}:00:00`, timeZone: ZONE },
  });
  const invite = (summary: string, day: string, responseStatus: string, more: object = {}) =>
    petri.add({ summary, ...at(day, 13), attendees: [{ email: NOORA, responseStatus }], ...more });
  const answer = (eventId: string, responseStatus: string) =>
    noora.change(eventId, { attendees: [{ email: NOORA, responseStatus }] });
  const opened = (eventId: string) => eventPanel(workspace, eventId).text;

  const daily = noora.add({
    summary: 'Daily',
    ...at('09', 9),
    recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  });
  noora.remove(`${daily}_20260310T070000Z`);
  noora.change(`${daily}_20260311T070000Z`, { summary: 'Daily, later', ...at('11', 15) });
  invite('Budget', '10', 'accepted');
  const maybe = invite('Perhaps', '11', 'needsAction');
  const no = invite('Not for me', '12', 'declined');
  const board = invite('Board', '09', 'accepted', { recurrence: ['RRULE:FREQ=WEEKLY'] });
  answer(`${board}_20260316T110000Z`, 'declined');
  const doctor = noora.add({ summary: 'Doctor', visibility: 'private', ...at('12', 8) });
  noora.add({ summary: 'Fair', start: { date: '2026-03-13' }, end: { date: '2026-03-14' } });
  const focus = noora.add({ summary: 'Write', eventType: 'focusTime', ...at('13', 10) });
  book.add('Activities', {
    Name: 'Visit a customer',
    Type: 'Meeting',
    Owner: NOORA,
    Start: '2026-03-09 16:00',
    End: '2026-03-09 17:00',
    Repeats: 'every 2 weeks until 2026-06-30',
  });
  const panel = turnOnSync(calendarPanel(workspace));

  test('all of it is in the work system, or there is a reason that a person accepts [C1, S1, D8, D11]', () => {
    const told = (name: string) => {
      const { Start, Repeats, Tentative, Answer, Organizer } = book.named(name)[0]!;
      return { Start, Repeats, Tentative, Answer, Organizer };
    };
    const own = { Tentative: 'FALSE', Answer: '', Organizer: '' };
    expect(told('Daily')).toEqual({
      ...own,
      Start: '2026-03-09 09:00',
      Repeats: 'every weekday except 2026-03-10',
    });
    expect(told('Daily, later')).toEqual({ ...own, Start: '2026-03-11 15:00', Repeats: '' });
    const theirs = { Tentative: 'FALSE', Answer: 'Accepted', Organizer: PETRI, Repeats: '' };
    expect(told('Budget')).toEqual({ ...theirs, Start: '2026-03-10 13:00' });
    expect(told('Perhaps')).toEqual({
      ...theirs,
      Start: '2026-03-11 13:00',
      Tentative: 'TRUE',
      Answer: 'Not answered',
    });
    expect(told('Board')).toEqual({
      ...theirs,
      Start: '2026-03-09 13:00',
      Repeats: 'every week on Mon except 2026-03-16',
    });
    expect(book.named('Doctor')).toEqual([]);
    expect(
      book.rows('Activities').filter(({ Start }) => Start === '2026-03-12 08:00'),
    ).toMatchObject([{ Name: 'Busy', Type: 'Personal' }]);
    expect(book.named('Fair')).toMatchObject([{ 'All day': 'TRUE' }]);
    expect(book.named('Not for me')).toEqual([]);
    expect(opened(no)).toContain('You declined this invitation');
    expect(opened(focus)).toContain('Focus time and out of office stay in Google Calendar');
    expect(opened(doctor)).toContain('Your work system sees that you are busy');
    expect(opened(maybe)).toContain('Somebody else organizes it.');
    expect(panel.press('Refresh').text).not.toContain('cannot');
  });

  test('what the work system plans is in the calendar, every time that it takes place [C1]', () => {
    const [visit] = noora.titled('Visit a customer');
    expect(noora.instances(visit!.id).map(({ start }) => start.dateTime!.slice(0, 10))).toEqual([
      '2026-03-09',
      '2026-03-23',
      '2026-04-06',
      '2026-04-20',
      '2026-05-04',
      '2026-05-18',
      '2026-06-01',
      '2026-06-15',
      '2026-06-29',
    ]);
  });

  test('nothing was written to anybody else’s meeting, and nobody got mail [D11]', () => {
    const { calls } = workspace.traffic;
    const byTandem = calls.filter(({ executionId }) => executionId !== null);
    expect(byTandem.some(({ method }) => method === 'calendar.events.insert')).toBe(true);
    expect(byTandem.filter(({ method }) => /events\.(patch|update|delete)/.test(method))).toEqual(
      [],
    );
  });

  test('an answer changes the copy: accepted is firm, declined goes [D8]', () => {
    answer(maybe, 'accepted');
    answer(no, 'accepted');
    workspace.advance(MINUTE_MS);
    expect(book.named('Perhaps')).toMatchObject([{ Tentative: 'FALSE', Answer: 'Accepted' }]);
    expect(book.named('Not for me')).toHaveLength(1);
    answer(maybe, 'declined');
    workspace.advance(MINUTE_MS);
    expect(book.named('Perhaps')).toEqual([]);
  });

  test('a meeting that its organizer moves or calls off is moved and goes', () => {
    petri.change(no, at('13', 14));
    petri.remove(board);
    workspace.advance(MINUTE_MS);
    expect(book.named('Not for me')).toMatchObject([{ Start: '2026-03-13 14:00' }]);
    expect(book.named('Board')).toEqual([]);
  });
});

describe('what no calendar should have', () => {
  const { book, calendar, aRunPasses } = inStep();
  const hour = { start: weekly.start, end: weekly.end };

  test('rules that cannot be carried stay in Google, with a reason; the rest goes on', () => {
    calendar.add({
      summary: 'Two rules',
      ...hour,
      recurrence: ['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'],
    });
    calendar.add({
      summary: 'Thousand parts',
      ...hour,
      recurrence: [
        `EXDATE:${Array.from({ length: 1200 }, (_, n) => `2026${String(1 + (n % 12)).padStart(2, '0')}01T0${n % 10}0000Z`).join()}`,
        'RRULE:FREQ=DAILY',
      ],
    });
    calendar.add({
      summary: 'Ends first',
      ...hour,
      recurrence: ['RRULE:FREQ=DAILY;UNTIL=20260101T000000Z'],
    });
    calendar.add({ ...weekly, summary: 'Beside them' });
    aRunPasses();
    expect(book.named('Two rules')).toEqual([]);
    expect(book.named('Beside them')).toHaveLength(1);
    expect(book.rows('Activities').filter(({ Name }) => Name === 'Ends first').length).toBeLessThan(
      2,
    );
  });

  test('an exception of nothing, a rule nobody can read and a row that repeats forever do no harm', () => {
    const row = { Owner: NOORA, Start: '2026-03-09 10:00', End: '2026-03-09 11:00' };
    book.add('Activities', {
      ...row,
      Name: 'Of nothing',
      Series: 'nobody',
      'Instead of': '2026-03-16',
    });
    book.add('Activities', { ...row, Name: 'Unreadable', Repeats: 'when I feel like it' });
    book.add('Activities', { ...row, Name: 'Forever', Repeats: 'daily' });
    aRunPasses();
    expect(calendar.titled('Of nothing')).toEqual([]);
    expect(calendar.titled('Unreadable')).toEqual([]);
    expect(calendar.titled('Forever')).toHaveLength(1);
    const problems = book.rows('Problems').map((told) => told['What is wrong']);
    expect(problems.join('\n')).toMatch(/Repeats/);
    expect(problems.join('\n')).toMatch(/Series/);
  });
});
