// Intelligence360's article in its own order: one service account for everybody, people connected by an administrator, Start and Save.
import { WorkbookByHand, CalendarByHand } from '../support/by-hand';
import {
  ADMIN,
  ANNA,
  MINUTE_MS,
  NOORA,
  PETRI,
  calendarPanel,
  lookAhead,
  passHours,
  readyForCalendars,
  runOnce,
  turnOnSync,
} from '../support/set-up';
import type { AdminPage } from '../support/tandem';

const MARKUS = 'markus.virtanen@havu.example';

/** The switch of somebody's row. */
function switchOf(page: AdminPage, text: string): string {
  const name = page.cards
    .flatMap(({ sections = [] }) => sections.flatMap(({ widgets = [] }) => widgets))
    .map(({ selectionInput }) => selectionInput)
    .find((input) => input?.type === 'SWITCH' && input.items?.[0]?.text?.includes(text))?.name;
  if (name === undefined) throw new Error(`No switch for ${text} on\n${page.text}`);
  return name;
}

const find = (page: AdminPage, text: string): AdminPage =>
  page.open('Connected people').press('Find', { find: [text] });

function toggle(page: AdminPage, email: string, isOn: boolean): AdminPage {
  const name = switchOf(find(page, email), email);
  return page.press('Save', { [name]: isOn ? ['on'] : [] });
}

const allow = (page: AdminPage, who = 'administrators'): AdminPage =>
  page
    .open('Connected people')
    .press('Change')
    .press('Save', { who: [who] });

const appointment = (book: WorkbookByHand, owner: string, name: string, day = 10): void =>
  book.add('Activities', {
    Name: name,
    Owner: owner,
    Start: `2026-03-${day} 9:00`,
    End: `2026-03-${day} 10:00`,
  });

describe('an administrator connects people, as the article says', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const calendar = new CalendarByHand(workspace, MARKUS);
  const mails = () =>
    workspace.state.outbox.filter(({ by, to }) => by === 'MailApp' && to.includes(MARKUS));
  const activities = () => book.rows('Activities').length;
  const passes = (minutes = 1) => workspace.advance(minutes * MINUTE_MS);
  appointment(book, MARKUS, 'Client meeting');
  const own = calendar.addHour('Dentist 4711', '2026-03-11T09:00:00.000Z');
  const rowsBefore = activities();

  test('one service account reaches everybody, and until the policy says otherwise only people connect themselves [I1, I8, D24]', () => {
    page.open('Connected people');
    expect(page.text).toContain('Only each person, for themself');
    expect(page.text).toContain('one service account');
    expect(page.text).toMatch(/Connected and syncing: 0\. Not connected: \d+\. Stopped/);
    find(page, MARKUS);
    expect(() => switchOf(page, MARKUS)).toThrow('No switch');
  });

  test('with the other policy each row has a switch, and a change counts once it is saved [I9, I10, I14]', () => {
    allow(page);
    const name = switchOf(find(page, MARKUS), MARKUS);
    page.press('Find', { [name]: ['on'], find: [ANNA] });
    expect(page.text).toContain('Not saved yet');
    expect(page.notice).toBe('Save or discard what you changed first.');
    expect(page.text).not.toContain(ANNA);
    passes();
    expect(calendar.titled('Client meeting')).toEqual([]);
    page.press('Save');
    expect(page.notice).toBe('Saved. It applies from the next run.');
  });

  test('the person is told once, and then has the work system’s appointments [D24]', () => {
    passes(3);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]!.body).toContain(ADMIN);
    expect(calendar.titled('Client meeting')).toHaveLength(1);
    find(page, MARKUS);
    expect(page.text).toContain(`Connected by ${ADMIN}.`);
    expect(page.text).toContain('Connected and syncing: 1.');
  });

  test('nothing that they enter themselves comes into the work system, or leaves Google [D24]', () => {
    calendar.change(own, { summary: 'Dentist 4711 again' });
    calendar.addHour('Interview 4712', '2026-03-12T09:00:00.000Z', {
      attendees: [{ email: ANNA }],
    });
    passes(3);
    expect(activities()).toBe(rowsBefore);
    const { scriptProperties, userProperties } = workspace.installed!.record;
    const kept = JSON.stringify([scriptProperties, userProperties, workspace.state.sheets]);
    expect(kept).not.toMatch(/4711|4712/);
  });

  test('what changes in the work system follows, and an edit of the copy is put back', () => {
    book.change('Activities', ['Name', 'Client meeting'], { Name: 'Client meeting, moved' });
    passes(2);
    const [copy] = calendar.titled('Client meeting, moved');
    calendar.change(copy!.id, { summary: 'Mine' });
    passes(2);
    expect(calendar.titled('Client meeting, moved')).toHaveLength(1);
    expect(book.named('Mine')).toEqual([]);
  });

  test('their card says who connected them, what that does, and how to end it', () => {
    const panel = calendarPanel(workspace, MARKUS);
    expect(panel.text).toContain(`Connected by\n${ADMIN}`);
    expect(panel.text).toContain('does not read what you enter');
    expect(panel.buttons()).toContain('End it');
  });

  test('it is the same after the cache has lost everything', () => {
    passHours(workspace, 7);
    expect(calendarPanel(workspace, MARKUS).text).toContain(`Connected by\n${ADMIN}`);
  });

  test('whom an administrator disconnects, an administrator connects again', () => {
    toggle(page, MARKUS, false);
    expect(find(page, MARKUS).text).toContain('Not connected.');
    expect(calendarPanel(workspace, MARKUS).text).toContain(
      'An administrator has ended the connection',
    );
    appointment(book, MARKUS, 'Later', 12);
    passes(2);
    expect(calendar.titled('Later')).toEqual([]);
    expect(calendar.titled('Client meeting, moved')).toHaveLength(1);
    toggle(page, MARKUS, true);
    passes(3);
    expect(calendar.titled('Later')).toHaveLength(1);
    expect(calendar.titled('Client meeting, moved')).toHaveLength(1);
    expect(mails()).toHaveLength(2);
  });

  test('what the person ends, no administrator turns on again', () => {
    calendarPanel(workspace, MARKUS).press('End it').press('Turn off, keep copies');
    passes(2);
    find(page, MARKUS);
    expect(page.text).toContain('They ended it themself: only they can turn it on again.');
    expect(() => switchOf(page, MARKUS)).toThrow('No switch');
  });

  test('whoever turns on their own sync has it both ways, and no administrator changes that', () => {
    toggle(page, NOORA, true);
    passes(3);
    const panel = calendarPanel(workspace, NOORA);
    expect(panel.text).toContain(`Connected by\n${ADMIN}`);
    runOnce(lookAhead(panel).press('Start'));
    passes(2);
    expect(calendarPanel(workspace, NOORA).text).not.toContain('Connected by');
    find(page, NOORA);
    expect(page.text).toContain('Own two-way sync: only they can change it.');
    expect(() => switchOf(page, NOORA)).toThrow('No switch');
    const hers = new CalendarByHand(workspace, NOORA);
    hers.addHour('Hers 4713', '2026-03-12T11:00:00.000Z');
    passes(2);
    expect(book.named('Hers 4713')).toHaveLength(1);
  });

  test('the policy back: the next run ends what administrators connected, and nobody’s own sync [D24]', () => {
    toggle(page, ANNA, true);
    passes(3);
    allow(page, 'person');
    passes(2);
    expect(find(page, ANNA).text).toContain('Not connected.');
    expect(find(page, NOORA).text).toContain('Own two-way sync');
  });
});

describe('what stands against a connection', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const book = WorkbookByHand.openedFrom(page);
  const passes = (minutes = 1) => workspace.advance(minutes * MINUTE_MS);
  const ELSEWHERE = 'lena.external@partner.example';
  book.add('People', { Email: ELSEWHERE, 'First name': 'Lena', 'Last name': 'Partner' });
  allow(page);

  test('an address of another domain is refused, and the words say how to connect the person all the same [I11, I18]', () => {
    toggle(page, ELSEWHERE, true);
    expect(page.text).toContain('Nothing was saved');
    expect(page.text).toContain(`no account with the address ${ELSEWHERE}`);
    expect(page.text).toContain('Email aliases');
  });

  test('their Google address as an alias appears in the dropdown, and their appointments reach that account [I11, I18]', () => {
    const lena = 'lena.partner@havu.example';
    workspace.act(
      'admin@havu.example',
      'directory.users.insert',
      {},
      {
        primaryEmail: lena,
        password: 'long enough 1',
        name: { givenName: 'Lena', familyName: 'Partner' },
      },
    );
    book.change('People', ['Email', ELSEWHERE], { 'Email aliases': lena });
    appointment(book, ELSEWHERE, 'For Lena');
    const name = switchOf(find(page, ELSEWHERE), ELSEWHERE);
    expect(page.text).toContain('Connected address');
    page.press('Save', { [name]: ['on'], [name.replace('on.', 'at.')]: [lena] });
    expect(page.notice).toBe('Saved. It applies from the next run.');
    passes(3);
    expect(new CalendarByHand(workspace, lena).titled('For Lena')).toHaveLength(1);
    expect(find(page, ELSEWHERE).text).toContain(`Connected by ${ADMIN}`);
  });

  test('an address that two people have connects neither of them', () => {
    book.add('People', { Email: 'twin@partner.example', 'Email aliases': MARKUS });
    const name = switchOf(find(page, 'twin@'), 'twin@');
    page.press('Save', { [name]: ['on'], [name.replace('on.', 'at.')]: [MARKUS] });
    expect(page.text).toContain(`${MARKUS} is also an address of`);
    toggle(page, MARKUS, true);
    expect(page.text).toContain(`${MARKUS} is also an address of`);
    book.remove('People', ['Email', 'twin@partner.example']);
  });

  test('a suspended account is refused', () => {
    workspace.act(
      'admin@havu.example',
      'directory.users.update',
      { userKey: MARKUS },
      { suspended: true },
    );
    toggle(page, MARKUS, true);
    expect(page.text).toContain(`the account ${MARKUS} is suspended.`);
    workspace.act(
      'admin@havu.example',
      'directory.users.update',
      { userKey: MARKUS },
      { suspended: false },
    );
  });

  test('of two administrators the second is told, and what the first saved stays', () => {
    const second = page.inCopy(workspace);
    const name = switchOf(find(page, MARKUS), MARKUS);
    find(second, MARKUS);
    page.press('Save', { [name]: ['on'] });
    second.press('Save', { [name]: ['on'] });
    expect(second.text).toContain('has changed meanwhile. Look again.');
    passes(3);
    expect(find(page, MARKUS).text).toContain(`Connected by ${ADMIN}`);
  });

  test('an administrator who is not the sync account has it done by the next run, in their own name', () => {
    const petri = page.inCopy(workspace);
    Object.assign(petri, { person: PETRI });
    petri.open('Connected people');
    passes(2);
    const name = switchOf(find(page, ANNA), ANNA);
    find(petri, ANNA);
    passes(2);
    find(petri, ANNA).press('Save', { [name]: ['on'] });
    passes(3);
    expect(find(page, ANNA).text).toContain(`Connected by ${PETRI}`);
  });
});

describe('somebody stopped by an authorization error', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const passes = (minutes = 1) => workspace.advance(minutes * MINUTE_MS);
  const suspend = (who: string, suspended: boolean) =>
    workspace.act('admin@havu.example', 'directory.users.update', { userKey: who }, { suspended });
  allow(page);
  toggle(page, MARKUS, true);
  turnOnSync(calendarPanel(workspace, NOORA));
  passes(3);
  suspend(MARKUS, true);
  suspend(NOORA, true);
  passes(60);

  test('is counted and listed with the reason [I13]', () => {
    page.open('Connected people');
    expect(page.text).toContain('Stopped by an authorization error: 2.');
    page.press('Find', { group: ['stopped'] });
    expect(page.text).toContain(MARKUS);
    expect(page.text).toContain(NOORA);
  });

  test('Start looks at the cause at once, and says it when it persists [I12]', () => {
    find(page, MARKUS).press('Start');
    expect(page.text).toContain('Still stopped: 1.');
    expect(page.text).toContain('suspended');
  });

  test('Start all turns on what administrators connected, and leaves to people what was theirs [I12, S26]', () => {
    suspend(MARKUS, false);
    suspend(NOORA, false);
    page.open('Connected people').press('Start all');
    expect(page.text).toContain('Started: 1.');
    expect(page.text).toContain('only they can turn it on again');
    passes(2);
    expect(find(page, MARKUS).text).toContain(`Connected by ${ADMIN}`);
    expect(find(page, NOORA).text).toContain('Stopped');
  });
});
