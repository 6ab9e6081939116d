// Coconut's article: staff members' calendars decide when clients can book them, and nobody is booked twice.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ANNA,
  calendarPanel,
  MINUTE_MS,
  NOORA,
  passHours,
  PETRI,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, principal } from '../support/tandem';

const CANARY = 'Oncologist';

function organization() {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const calendar = new CalendarByHand(workspace, NOORA);
  const panel = turnOnSync(calendarPanel(workspace));
  const run = (runs = 1) => void workspace.advance(runs * MINUTE_MS);
  const choose = (rules: Readonly<Record<string, string>>) => {
    page.open('Availability');
    page.press('Save', Object.fromEntries(Object.entries(rules).map(([k, v]) => [k, [v]])));
    return page;
  };
  /** What the sheet says of a day: from, until and why. */
  const blocked = (day: string, person = NOORA) =>
    book
      .rows('Availability')
      .filter((row) => row['Person'] === person && row['Not available from']!.startsWith(day))
      .map(
        (row) => `${row['Not available from']!.slice(11)} ${row['Until']!.slice(-5)} ${row['Why']}`,
      )
      .sort();
  return { page, workspace, book, calendar, panel, run, choose, blocked };
}

describe('an organization whose staff takes appointments [C1-C4, TG1-TG9]', () => {
  const { page, workspace, book, calendar, panel, run, choose, blocked } = organization();

  test('nobody’s busy times are given away until an administrator decides so', () => {
    expect(page.open('Availability').text).toContain('– Off');
    run(2);
    expect(book.rows('Availability')).toEqual([]);
    expect(panel.press('Refresh').buttons()).not.toContain('What clients can book');
  });

  test('what cannot be read is not saved, and says what can be written', () => {
    choose({ who: 'everybody', hours: 'nine to five' });
    expect(page.notice).toContain('Nothing was saved. Working hours: Such as Mon-Fri');
    choose({ who: 'everybody', days: '90' });
    expect(page.notice).toBe('Nothing was saved. Availability for (days): 1 to 60.');
  });

  test('then the sheet has a row for each time at which somebody cannot be booked, and a reason', () => {
    const day = '2026-03-13';
    calendar.addHour(CANARY, `${day}T08:00:00Z`, {
      description: CANARY,
      location: CANARY,
      visibility: 'private',
    });
    calendar.addHour('Free', `${day}T10:00:00Z`, { transparency: 'transparent' });
    choose({ who: 'everybody' });
    expect(page.notice).toBe('Saved. It applies from the next run.');
    run(2);
    expect(page.open('Availability').text).toContain('1 person, 14 days ahead.');
    // Helsinki is two hours ahead, and everybody works from 9 to 17. On the next day, a Saturday, she is busy all day.
    expect(blocked(day)).toEqual(['10:00 11:00 Busy', '17:00 00:00 Outside working hours']);
    expect(JSON.stringify(book.rows('Availability'))).not.toContain(CANARY);
  });

  test('further ahead than Tandem looks, nobody can be booked', () => {
    const last = book.rows('Availability').filter((row) => row['Why'] === 'Not checked yet');
    expect(last.map((row) => [row['Person'], row['Not available from']!.slice(0, 10)])).toEqual([
      [NOORA, '2026-03-16'],
    ]);
  });

  test('a run without news reads no calendar for it, and writes nothing', () => {
    const before = book.rows('Availability');
    const begun = workspace.engine.executions.length;
    run();
    const calls = workspace.engine.executions.slice(begun).flatMap(({ calls: all }) => all);
    expect(calls.filter(({ method }) => method === 'calendar.events.list')).toHaveLength(1);
    expect(calls.filter(({ method }) => /batchUpdate|values\.update|append/.test(method))).toEqual(
      [],
    );
    expect(book.rows('Availability')).toEqual(before);
  });

  test('a meeting that is moved is moved in the sheet by the next run', () => {
    const id = calendar.addHour('Moving', '2026-03-11T08:00:00Z');
    run();
    expect(blocked('2026-03-11')).toContain('10:00 11:00 Busy');
    calendar.change(id, {
      start: { dateTime: '2026-03-11T12:00:00Z' },
      end: { dateTime: '2026-03-11T13:00:00Z' },
    });
    run();
    expect(blocked('2026-03-11')).toEqual([
      '14:00 15:00 Busy',
      '17:00 09:00 Outside working hours',
    ]);
    calendar.remove(id);
    run();
    expect(blocked('2026-03-11')).toEqual(['17:00 09:00 Outside working hours']);
  });

  test('a series takes the time of each of its dates', () => {
    calendar.addHour('Daily', '2026-03-11T11:00:00Z', {
      start: { dateTime: '2026-03-11T11:00:00Z', timeZone: 'Europe/Helsinki' },
      end: { dateTime: '2026-03-11T11:30:00Z', timeZone: 'Europe/Helsinki' },
      recurrence: ['RRULE:FREQ=DAILY;COUNT=2'],
    });
    run();
    expect(blocked('2026-03-11')).toContain('13:00 13:30 Busy');
    expect(blocked('2026-03-12')).toContain('13:00 13:30 Busy');
  });

  test('the person sees on their own card what clients can book, and why not [TG8]', () => {
    panel.open().press('What clients can book');
    expect(panel.text).toContain('can be booked');
    expect(panel.text).toContain('Checked ');
    panel.press('Next week');
    const friday = panel.cards
      .flatMap(({ sections = [] }) => sections)
      .flatMap(({ widgets = [] }) => widgets)
      .find(({ decoratedText }) => decoratedText?.topLabel === 'Fri 13 Mar');
    expect(friday?.decoratedText?.bottomLabel).toBe('09:00–10:00, 11:00–17:00');
    panel.press(dayText(friday?.decoratedText?.text ?? ''));
    expect(panel.text).toContain('10:00–11:00\nBusy');
    expect(panel.text).toContain('11:00–17:00\nCan be booked');
    expect(panel.text).not.toContain(CANARY);
  });

  test('an all-day event marked free does not block, and the card warns of it [D9]', () => {
    const free = { transparency: 'transparent', summary: 'Offsite' };
    calendar.add({ ...free, start: { date: '2026-03-09' }, end: { date: '2026-03-10' } });
    run();
    expect(blocked('2026-03-09')).toEqual(['17:00 09:00 Outside working hours']);
    panel.open().press('What clients can book');
    expect(panel.text).toContain('All-day events marked free do not block');
    expect(panel.text).toContain('Mon 9 Mar: clients can book this day.');
  });

  test('nobody reads another one’s card', () => {
    const other = calendarPanel(workspace, ANNA);
    expect(other.buttons()).not.toContain('What clients can book');
    const user = principal(workspace, NOORA).userId;
    for (const name of [
      'availability.mine',
      'availability.day',
      'availability.person',
      'availability.day-of',
    ]) {
      const { rendered } = workspace.run('onCardAction', {
        as: ANNA,
        surface: 'addon',
        parameters: [
          {
            commonEventObject: {
              parameters: { do: name, user, date: '2026-03-13', email: NOORA },
            },
          },
        ],
      });
      expect(JSON.stringify(rendered)).not.toMatch(/Can be booked|10:00|noora/);
    }
  });

  test('an administrator sees the week of somebody, as a picture', () => {
    page.open('Availability').press(NOORA).press('Next week');
    expect(page.text).toContain(NOORA);
    expect(page.text).toContain('██');
    expect(page.text).not.toContain(CANARY);
  });

  test('every day the window moves by a day', () => {
    passHours(workspace, 24);
    expect(
      book
        .rows('Availability')
        .filter((row) => row['Why'] === 'Not checked yet')
        .map((row) => row['Not available from']!.slice(0, 10)),
    ).toEqual(['2026-03-17']);
    expect(blocked('2026-03-02')).toEqual([]);
  });

  test('when it is switched off, everything that was given is taken back', () => {
    choose({ who: 'nobody' });
    run(2);
    expect(book.rows('Availability')).toEqual([]);
    expect(page.open('Availability').text).toContain('– Off');
  });
});

const dayText = (markup: string): string => markup.replace(/<[^>]*>/g, '');

describe('whom clients can book', () => {
  const { page, workspace, book, run, choose, blocked } = organization();
  const people = (): readonly string[] => [
    ...new Set(book.rows('Availability').map((row) => row['Person'] ?? '')),
  ];

  test('only people with a tick, where the organization says so [C2]', () => {
    choose({ who: 'marked' });
    run(2);
    expect(people()).toEqual([]);
    book.change('People', ['Email', NOORA], { 'Takes appointments': 'TRUE' });
    run(2);
    expect(people()).toEqual([NOORA]);
  });

  test('somebody’s own working hours count in place of the organization’s [TG5]', () => {
    book.change('People', ['Email', NOORA], { 'Working hours': 'Mon-Fri 12:00-20:00' });
    run(2);
    expect(blocked('2026-03-12').at(-1)).toBe('20:00 12:00 Outside working hours');
  });

  test('a further calendar takes time, too; one that cannot be read closes everything, and is told [TG7]', () => {
    const team = workspace.act(NOORA, 'calendar.calendars.insert', {}, { summary: 'Clinic' }) as {
      readonly id: string;
    };
    workspace.act(
      NOORA,
      'calendar.events.insert',
      { calendarId: team.id },
      {
        summary: CANARY,
        start: { dateTime: '2026-03-12T12:00:00Z' },
        end: { dateTime: '2026-03-12T13:00:00Z' },
      },
    );
    book.change('People', ['Email', NOORA], { 'Also busy in': team.id });
    run(2);
    expect(blocked('2026-03-12')).toContain('14:00 15:00 Busy');
    book.change('People', ['Email', NOORA], { 'Also busy in': 'gone@group.calendar.google.com' });
    run(2);
    expect(book.rows('Availability').map((row) => row['Why'])).toEqual([
      'Unknown',
      'Not checked yet',
    ]);
    expect(JSON.stringify(book.rows('Problems'))).toContain(`Availability of ${NOORA}`);
    expect(page.open('Availability').text).toContain('Temporarily not available');
    const panel = calendarPanel(workspace).press('What clients can book');
    expect(panel.text).toContain('Temporarily not available');
    expect(panel.text).toContain('gone@group.calendar.google.com');
    book.change('People', ['Email', NOORA], { 'Also busy in': '' });
    run(2);
    expect(JSON.stringify(book.rows('Problems'))).not.toContain(`Availability of ${NOORA}`);
    expect(book.rows('Availability').map((row) => row['Why'])).not.toContain('Unknown');
  });

  test('a team is in the sheet like a person, and its week on the page; who cannot be booked is named [C3, TG9]', () => {
    choose({ teams: 'Front desk: nobody' });
    expect(page.notice).toContain('Nothing was saved. Teams that clients can book: Such as');
    choose({ teams: `Front desk: ${NOORA}, ${ANNA}` });
    run(2);
    expect(people()).toEqual([NOORA, 'Front desk']);
    expect(blocked('2026-03-12', 'Front desk')).toEqual(blocked('2026-03-12'));
    page.open('Availability');
    expect(page.text).toContain('One of 2\nFront desk');
    expect(page.text).toContain(`Never free, because clients cannot book them: ${ANNA}`);
    expect(page.press('Front desk').press('Next week').text).toContain('12:00–20:00');
    const day = page.cards
      .flatMap(({ sections = [] }) => sections)
      .flatMap(({ widgets = [] }) => widgets)
      .find(({ decoratedText }) => decoratedText?.topLabel === 'Thu 12 Mar');
    page.press(dayText(day?.decoratedText?.text ?? ''));
    expect(page.text).toContain(`Can be booked: ${NOORA}`);
    choose({ teams: '' });
    run(2);
    expect(people()).toEqual([NOORA]);
  });

  test('whoever turns their sync off is no longer in the sheet', () => {
    const panel = calendarPanel(workspace).press('Turn off').press('Turn off, keep copies');
    runOnce(panel);
    run();
    expect(people()).toEqual([]);
    expect(panel.open().buttons()).not.toContain('What clients can book');
  });

  test('another administrator decides it as well, through the next run', () => {
    const other = new AdminPage(workspace, PETRI).open().open('Availability');
    run();
    other.press('Refresh').press('Save', { who: ['everybody'] });
    run();
    expect(book.rows('Settings')).toContainEqual(
      expect.objectContaining({
        Setting: 'Whom clients can book',
        Value: 'Everybody who syncs their calendar',
      }),
    );
  });
});

describe('bookings', () => {
  const { book, calendar, panel, run, choose } = organization();
  choose({ who: 'everybody', bookingTypes: 'Appointment' });
  const visit = { Type: 'Appointment', Owner: NOORA, 'Time zone': 'Europe/Helsinki' };
  const problems = (): readonly string[] =>
    book
      .rows('Problems')
      .map((row) => row['About'] ?? '')
      .filter((about) => about.startsWith('Double'));

  test('an appointment becomes an event, and that event blocks its time', () => {
    book.add('Activities', {
      ...visit,
      Name: 'Haircut',
      Start: '2026-03-11 10:00',
      End: '2026-03-11 11:00',
    });
    run(2);
    expect(calendar.titled('Haircut')).toHaveLength(1);
    expect(problems()).toEqual([]);
  });

  test('one over a meeting is told in Problems and to the person, until one of the two is moved [C3]', () => {
    const id = calendar.addHour(CANARY, '2026-03-11T08:30:00Z', { visibility: 'private' });
    run(2);
    expect(problems()).toEqual([`Double booking of ${NOORA}: Haircut, Wed 11 Mar 2026 10:00`]);
    expect(JSON.stringify(book.rows('Problems'))).not.toContain(CANARY);
    panel.open().press('What clients can book');
    expect(panel.text).toContain(
      'Haircut\nWed 11 Mar 2026 10:00: something else takes this time, too.',
    );
    calendar.remove(id);
    run(2);
    expect(problems()).toEqual([]);
    expect(panel.open().press('What clients can book').text).not.toContain('Haircut');
  });
});

describe('bookings where the organization refuses double ones', () => {
  const { page, workspace, book, calendar, run, choose } = organization();
  choose({ who: 'everybody', bookingTypes: 'Appointment', doubleBookings: 'refuse' });
  const visit = { Type: 'Appointment', Owner: NOORA, 'Time zone': 'Europe/Helsinki' };
  const problems = (): readonly string[] =>
    book
      .rows('Problems')
      .filter((row) => row['About']!.startsWith('Double'))
      .map((row) => `${row['About']} ${row['What is wrong']}`);
  const meeting = {
    summary: CANARY,
    start: { dateTime: '2026-03-11T08:30:00Z' },
    end: { dateTime: '2026-03-11T09:30:00Z' },
  };

  test('a meeting that is made between the look and the write keeps the booking out [TG10]', () => {
    book.add('Activities', {
      ...visit,
      Name: 'Haircut',
      Start: '2026-03-11 10:00',
      End: '2026-03-11 11:00',
    });
    const insert = {
      kind: 'act' as const,
      as: NOORA,
      method: 'calendar.events.insert',
      params: { calendarId: 'primary' },
      body: meeting,
    };
    // After the calendar sync has listed her calendar, and before it writes.
    workspace.faults.plan([{ method: 'calendar.events.list', when: 'after', fault: insert }]);
    run();
    expect(calendar.titled(CANARY)).toHaveLength(1);
    expect(calendar.titled('Haircut')).toEqual([]);
    run();
    expect(problems()).toEqual([
      expect.stringContaining(`Double booking of ${NOORA}: Haircut, Wed 11 Mar 2026 10:00`),
    ]);
    expect(problems()[0]).toContain('so it was not put there');
    const own = calendarPanel(workspace).press('What clients can book');
    expect(own.text).toContain(
      'something else takes this time, so it was not put into the calendar.',
    );
    expect(JSON.stringify(book.rows('Problems'))).not.toContain(CANARY);
  });

  test('moved to a free time, it is put into the calendar, and nothing is told any more', () => {
    book.change('Activities', ['Name', 'Haircut'], {
      Start: '2026-03-11 13:00',
      End: '2026-03-11 14:00',
    });
    run(3);
    expect(calendar.titled('Haircut')).toHaveLength(1);
    expect(problems()).toEqual([]);
  });

  test('a booking that repeats is kept out for any of its dates, with the first one named and the number of the others [TG10]', () => {
    ['12', '13'].forEach((day) => calendar.addHour(`Trip ${day}`, `2026-03-${day}T14:30:00Z`));
    book.add('Activities', {
      ...visit,
      Name: 'Physio',
      Start: '2026-03-11 16:00',
      End: '2026-03-11 17:00',
      Repeats: 'every day, 4 times',
    });
    run(3);
    expect(calendar.titled('Physio')).toEqual([]);
    expect(problems()).toEqual([
      expect.stringContaining(`Double booking of ${NOORA}: Physio, Thu 12 Mar 2026 16:00`),
    ]);
    expect(
      book
        .rows('Problems')
        .map((row) => JSON.stringify(row))
        .join(),
    ).toContain('as does another of its dates');
    calendar.titled('Trip 12').forEach(({ id }) => calendar.remove(id));
    calendar.titled('Trip 13').forEach(({ id }) => calendar.remove(id));
    book.change('Activities', ['Name', 'Physio'], { Location: 'Room 2' });
    run(3);
    expect(calendar.titled('Physio')).toHaveLength(1);
    expect(problems()).toEqual([]);
    book.remove('Activities', ['Name', 'Physio']);
    run(2);
  });

  test('of two bookings at one time that come together, the first is taken', () => {
    for (const Name of ['First', 'Second'])
      book.add('Activities', {
        ...visit,
        Name,
        Start: '2026-03-12 10:00',
        End: '2026-03-12 11:00',
      });
    run(2);
    expect(calendar.titled('First').length + calendar.titled('Second').length).toBe(1);
    expect(problems()).toHaveLength(1);
  });

  test('what is no booking goes into the calendar as ever', () => {
    book.add('Activities', {
      ...visit,
      Type: 'Meeting',
      Name: 'Talk',
      Start: '2026-03-11 10:30',
      End: '2026-03-11 11:30',
    });
    run(2);
    expect(calendar.titled('Talk')).toHaveLength(1);
    expect(page.open('Availability').text).toContain('✓ On');
  });
});
