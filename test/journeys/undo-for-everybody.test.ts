// An administrator undoes what one run did in everybody's calendars, on the built bundle in the local Workspace (TF29).
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ANNA,
  calendarPanel,
  MINUTE_MS,
  NOORA,
  PETRI,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';
import { AdminPage } from '../support/tandem';

const page = readyForCalendars();
const { workspace } = page;
const book = WorkbookByHand.openedFrom(page);
const people = [NOORA, ANNA];
const calendars = people.map((person) => new CalendarByHand(workspace, person));
const panels = people.map((person) => turnOnSync(calendarPanel(workspace, person)));
const aRunPasses = () => workspace.advance(MINUTE_MS);
const titled = (title: string) => calendars.flatMap((calendar) => calendar.titled(title));

test('a careless edit of the workbook reaches two calendars in one run', () => {
  calendars.forEach((calendar, index) =>
    calendar.addHour(`Plan ${index}`, `2026-03-1${index}T10:00:00Z`),
  );
  aRunPasses();
  people.forEach((_, index) =>
    book.change('Activities', ['Name', `Plan ${index}`], { Name: 'Oops', Location: 'Nowhere' }),
  );
  workspace.advance(2 * MINUTE_MS);
  expect(titled('Oops')).toHaveLength(2);
});

test('another administrator chooses the run, which the sync account lists for them, and sees how much comes back', () => {
  const petri = new AdminPage(workspace, PETRI).open().open('Calendars');
  if (!petri.buttons().includes('Undo a run')) {
    aRunPasses();
    petri.open('Calendars');
  }
  petri.press('Undo a run').press('Choose a run');
  expect(petri.notice).toContain('Asked for');
  aRunPasses();
  petri.open('Calendars');
  expect(petri.text).toContain('2 changes for 2 people');
});

test('the run is undone once somebody has typed the number of entries, and nothing before', () => {
  page.open('Calendars').press('Undo a run').press('Choose a run');
  expect(page.text).toContain('2 changes for 2 people');
  page.press('Look');
  aRunPasses();
  expect(page.press('Refresh').text).toContain('Would be put back\n2 entries of 2 people');
  expect(titled('Oops')).toHaveLength(2);
  expect(page.press('Show people').text).toContain(`${ANNA}\n1 entry`);
  page.press('Back').press('Put back 2 entries', { typed: ['1'] });
  expect(page.notice).toContain('Type 2');
  page.press('Put back 2 entries', { typed: ['2'] });
  aRunPasses();
  expect(page.press('Refresh').text).toContain('Put back\n2 entries of 2 people');
  expect(titled('Oops')).toEqual([]);
  people.forEach((_, index) => {
    expect(titled(`Plan ${index}`)).toHaveLength(1);
    expect(book.named(`Plan ${index}`)).toMatchObject([{ Location: '' }]);
  });
});

test('each person reads it on their own card, and the Journal says who decided it', () => {
  for (const panel of panels)
    expect(panel.press('Refresh').text).toContain(
      `Your administrator ${page.person} undid this for everybody.`,
    );
  aRunPasses();
  const decided = book.rows('Journal').find((row) => row['Title'] === 'Undo for everybody');
  expect(decided).toMatchObject({ Person: page.person });
  expect(decided!['Change']).toContain('2 entries of 2 people');
});

test('nothing more is written once it is undone', () => {
  runOnce(panels[0]!);
  const before = workspace.traffic.calls.length;
  aRunPasses();
  const writes = workspace.traffic.calls
    .slice(before)
    .filter(({ method }) => /events\.(insert|patch|delete|update)|batchUpdate/.test(method));
  expect(writes).toEqual([]);
});
