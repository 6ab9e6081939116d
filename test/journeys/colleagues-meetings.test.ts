// One meeting is one activity: what a guest's work system has of a colleague's meetings, and when that changes.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ANNA,
  MINUTE_MS,
  NOORA,
  calendarPanel,
  eventPanel,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';

const MARKUS = 'markus.virtanen@havu.example';
const REASON =
  'It is in your work system as the entry of its organizer, and you are among its participants.';

describe('a weekly meeting of a colleague, one date of which was moved', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const owners = (name: string) => book.named(name).map(({ Owner }) => Owner);
  const passes = () => workspace.advance(5 * MINUTE_MS);
  const both = () => [owners('Consulting weekly'), owners('Consulting weekly (moved)')];
  const eventsBefore = new CalendarByHand(workspace, NOORA).all();

  test('is the guest’s own copy while its organizer’s sync is off [D11]', () => {
    turnOnSync(calendarPanel(workspace, NOORA));
    expect(both()).toEqual([[NOORA], [NOORA]]);
  });

  test('is the organizer’s activity alone once theirs is on, and the guest’s cards say so [S39, S40]', () => {
    turnOnSync(calendarPanel(workspace, MARKUS));
    passes();
    expect(both()).toEqual([[MARKUS], [MARKUS]]);
    expect(book.named('Consulting weekly')[0]?.['Participants']).toContain(NOORA);
    const panel = calendarPanel(workspace, NOORA);
    expect(panel.text).toContain('✓ On');
    expect(panel.text).toContain(REASON);
    const [event] = new CalendarByHand(workspace, NOORA).titled('Consulting weekly');
    const open = eventPanel(workspace, event!.id);
    expect(open.text).toContain(`It is not synced\n${REASON}`);
  });

  test('is the guest’s own copy again when the organizer turns theirs off', () => {
    calendarPanel(workspace, MARKUS).press('Turn off').press('Turn off, remove copies');
    passes();
    expect(both()).toEqual([[NOORA], [NOORA]]);
  });

  test('and nothing of all that was written into the guest’s calendar [D11]', () => {
    expect(new CalendarByHand(workspace, NOORA).all()).toEqual(eventsBefore);
  });
});

describe('an activity with participants', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const [noora, markus] = [NOORA, MARKUS].map((who) => new CalendarByHand(workspace, who)) as [
    CalendarByHand,
    CalendarByHand,
  ];
  const CLIENT = 'client@elsewhere.example';
  const participants = () => book.named('Kickoff').map((row) => row['Participants']);
  const passes = () => workspace.advance(5 * MINUTE_MS);
  book.add('Activities', {
    Name: 'Kickoff',
    Owner: NOORA,
    Start: '2026-03-10 9:00',
    End: '2026-03-10 10:00',
    Participants: `${MARKUS}, ${CLIENT}`,
  });
  turnOnSync(calendarPanel(workspace, MARKUS));
  turnOnSync(calendarPanel(workspace, NOORA));
  passes();

  test('is one event, in its owner’s calendar, and nobody is invited or gets mail [S40, D10, TF24]', () => {
    expect(noora.titled('Kickoff')).toHaveLength(1);
    expect(JSON.stringify(noora.titled('Kickoff'))).not.toContain(CLIENT);
    expect(markus.titled('Kickoff')).toEqual([]);
    expect(book.named('Kickoff')).toHaveLength(1);
  });

  test('gets a guest whom its owner invites in Google Calendar, and keeps those who were entered', () => {
    const { id } = noora.titled('Kickoff')[0]!;
    noora.change(id, { attendees: [{ email: ANNA }] });
    passes();
    expect(participants()).toEqual([[ANNA, CLIENT, MARKUS].join(', ')]);
    noora.change(id, { attendees: [] });
    passes();
    expect(participants()).toEqual([[CLIENT, MARKUS].join(', ')]);
  });

  test('changes nothing in any calendar when a participant is entered or taken out', () => {
    const before = [noora.all(), markus.all()];
    book.change('Activities', ['Name', 'Kickoff'], { Participants: CLIENT });
    passes();
    expect(participants()).toEqual([CLIENT]);
    expect([noora.all(), markus.all()]).toEqual(before);
  });

  test('goes with a new owner to their calendar, whoever takes part', () => {
    book.change('Activities', ['Name', 'Kickoff'], { Owner: MARKUS, Participants: NOORA });
    passes();
    passes();
    expect(noora.titled('Kickoff')).toEqual([]);
    expect(markus.titled('Kickoff')).toHaveLength(1);
    expect(participants()).toEqual([NOORA]);
  });

  test('stays in the work system when its owner’s account is suspended, and a participant gets no copy', () => {
    workspace.act(
      'admin@havu.example',
      'directory.users.update',
      { userKey: MARKUS },
      { suspended: true },
    );
    passes();
    passes();
    expect(book.named('Kickoff').map((row) => row['Owner'])).toEqual([MARKUS]);
    expect(noora.titled('Kickoff')).toEqual([]);
  });
});
