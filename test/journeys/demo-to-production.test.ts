// A demo first, with a client of its own, and then production in its place: the five steps of Coconut's article.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import { filled } from '../support/card-reading';
import { delegateTo, makeJson, makeServiceAccount, saveKey, sentOfText } from '../support/own-key';
import {
  ADMIN,
  adminInstall,
  ANNA,
  bringPeopleIn,
  calendarPanel,
  delegate,
  delegatedClientOf,
  MINUTE_MS,
  NOORA,
  passHours,
  PETRI,
  promptWorkspace,
  runOnce,
  turnOnSync,
} from '../support/set-up';
import { AdminPage } from '../support/tandem';

interface Marked {
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> };
}

const workspace = promptWorkspace();
adminInstall(workspace);
const demo = makeServiceAccount(workspace, { name: 'calendar-demo' });
const page = new AdminPage(workspace, ADMIN).open();
const calendars = [ANNA, NOORA].map((email) => new CalendarByHand(workspace, email));
const marksOf = (at: number): unknown[] =>
  calendars[at]!.all()
    .filter(({ summary }) => summary?.startsWith('Activity'))
    .map((event) => (event as Marked).extendedProperties?.private?.['tandemEnvironment']);
const written = (): number => calendars.flatMap((_, at) => marksOf(at)).length;
let book: WorkbookByHand;

const addActivity = (name: string, owner: string): void =>
  book.add('Activities', {
    Name: `Activity ${name}`,
    Type: 'Meeting',
    Owner: owner,
    Start: '2026-03-10 9:00',
    End: '2026-03-10 10:00',
  });

test('a demo is chosen before anything is delegated, and has a client of its own [C13]', () => {
  page.press('Set up a demo first');
  expect(page.text).toContain('This is the demo');
  page.press('Use your own service account');
  delegateTo(workspace, demo);
  saveKey(page, sentOfText(JSON.stringify(makeJson(workspace, demo))));
  expect(page.press('Go on with the set-up').text).toContain('Already authorized.');
  page.press('Finalize Google Workspace sync');
  expect(page.open('Integrations').text).toContain('Environment\nDemo');
  expect(page.press('From demo to production').text).toContain('Step 2. Test it');
});

test('everything that the demo writes carries its mark [D22]', () => {
  bringPeopleIn(page).open('Calendars').press('Turn on');
  book = WorkbookByHand.openedFrom(page);
  for (const email of [ANNA, NOORA]) {
    addActivity(`of ${email}`, email);
    turnOnSync(calendarPanel(workspace, email));
  }
  workspace.advance(3 * MINUTE_MS);
  expect([marksOf(0), marksOf(1)]).toEqual([['demo'], ['demo']]);
  expect(page.open('Integrations').press('From demo to production').text).toContain(
    'Step 3. Disconnect the demo',
  );
});

test('disconnecting a demo offers what production needs: copies removed, and a day of rest [C20, C21]', () => {
  page.press('Disconnect the demo');
  expect(filled(page.cards)).toMatchObject({ copies: ['remove'], besides: ['environment'] });
  page.press('Disconnect', { copies: ['keep'] });
  expect(page.open('Integrations').press('From demo to production').text).toContain(
    'Step 4. Replace the client',
  );
  expect(page.text).toContain(demo.clientId);
});

test('another administrator goes on: the demo keeps its key, and production has another client [C13, C20]', () => {
  const petri = new AdminPage(workspace, PETRI).open();
  petri.press('From demo to production').press('Use production’s client');
  expect(petri.text).toContain('Step 5. Connect production');
  expect(petri.text).toContain(`Client ID to delete`);
  expect(petri.text).toContain(delegatedClientOf(workspace));
  expect(petri.text).toContain('24 hours left');
});

test('whoever does not wait is told what that may mean; after a day nobody is asked [C21]', () => {
  page.open('Integrations').press('From demo to production').press('Connect production now');
  expect(page.text).toContain('Google may take up to 24 hours');
  page.press('Wait');
  passHours(workspace, 24);
  page.open('Integrations').press('From demo to production');
  expect(page.text).toContain('The demo has been disconnected for a day.');
  expect(page.buttons()).toContain('Connect production');
});

test('production writes nothing before somebody has decided about what the demo left, and says how much that is [D22]', () => {
  delegate(workspace);
  page.press('Connect production').press('Finalize Google Workspace sync');
  expect(page.text).not.toContain('Try it first?');
  expect(page.open('Integrations').text).toContain('The next runs look through');
  addActivity('of production', NOORA);
  workspace.advance(3 * MINUTE_MS);
  expect(page.open('Integrations').text).toContain('2 copies in the calendars of 2 people');
  expect(written()).toBe(2);
  expect(calendarPanel(workspace, NOORA).text).toContain('paused');
});

test('what the demo left is removed, even where a row is gone, and what people made stays [D22, Inv14]', () => {
  calendars[1]!.addHour('Dentist', '2026-03-12T10:00:00Z');
  book.remove('Activities', ['Name', `Activity of ${ANNA}`]);
  page.press('Remove 2 copies');
  expect(page.notice).toBe('The next runs remove the copies.');
  workspace.advance(3 * MINUTE_MS);
  expect(written()).toBe(0);
  expect(calendars[1]!.titled('Dentist')).toHaveLength(1);
  expect(page.open('Integrations').text).not.toContain('Copies that the demo left');
  expect(page.text).not.toContain('Environment');
});

test('people are told, turn their own sync on again, and what is written is production’s [C20, D22]', () => {
  const panel = calendarPanel(workspace, NOORA);
  expect(panel.text).toContain('Your sync was turned off');
  runOnce(runOnce(panel.press('Turn on again')).press('Start'));
  expect(marksOf(1)).toEqual(['production', 'production']);
  expect(JSON.stringify(book.rows('Journal'))).toContain('Changed: demo → production.');
});
