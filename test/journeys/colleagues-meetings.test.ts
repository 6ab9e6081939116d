// One meeting is one activity: what a guest's work system has of a colleague's meetings, and when that changes.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import { calendarPanel, MINUTE_MS, NOORA, readyForCalendars, turnOnSync } from '../support/set-up';
import { Panel } from '../support/tandem';

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
    const open = new Panel(workspace, NOORA, {
      host: 'CALENDAR',
      calendar: { calendarId: NOORA, eventId: event!.id },
    }).open();
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
