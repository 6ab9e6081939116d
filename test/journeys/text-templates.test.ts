// What an organization decides about the events that Tandem makes: client IDs, templates, how they are shown, and which way fields go.
import { CalendarByHand, WorkbookByHand, type RowText } from '../support/by-hand';
import { calendarPanel, MINUTE_MS, NOORA, readyForCalendars, turnOnSync } from '../support/set-up';

const ID = 'CUST-4711';
const page = readyForCalendars();
const { workspace } = page;
const book = WorkbookByHand.openedFrom(page);
const calendar = new CalendarByHand(workspace, NOORA);
const aRunPasses = () => workspace.advance(MINUTE_MS);

interface Event {
  readonly id: string;
  readonly summary?: string;
  readonly description?: string;
}

const events = () => calendar.all() as readonly Event[];
const titled = (summary: string) => calendar.titled(summary)[0] as Event | undefined;
const saysId = () => events().filter((event) => JSON.stringify(event).includes(ID)).length;
const add = (name: string, start: string, cells: RowText = {}) =>
  book.add('Activities', {
    Name: name,
    Owner: NOORA,
    Type: 'Meeting',
    Start: `${start} 9:00`,
    End: `${start} 10:00`,
    'Client ID': ID,
    ...cells,
  });
const row = (name: string) => book.named(name)[0];
const save = (typed: Readonly<Record<string, readonly string[]>>) =>
  page
    .open('Calendars')
    .press('Events that Tandem makes')
    .press('Save', typed as Record<string, string[]>);
const saveAndConfirm = (typed: Readonly<Record<string, readonly string[]>>) => {
  save(typed);
  expect(page.notice).toBe('Not saved yet.');
  return page.press('Save');
};

add('Site visit', '2026-03-10', { Notes: 'Bring the plan' });
add('Call', '2026-03-10', { Start: '2026-03-10 13:00', End: '2026-03-10 14:00' });
add('Round', '2026-03-11', { Repeats: 'weekly, 4 times', Notes: 'Walk' });
const own = calendar.addHour('Own', '2026-03-12T07:00:00Z', { description: 'Mine' });
turnOnSync(calendarPanel(workspace));

/** One date of the series, moved by hand in Google Calendar. */
const series = () => titled('Round')!;
const moved = calendar.instances(series().id)[1]!.id;
calendar.change(moved, {
  start: { dateTime: '2026-03-18T12:00:00Z' },
  end: { dateTime: '2026-03-18T13:00:00Z' },
});
aRunPasses();

const rowsBefore = book.rows('Activities');

test('by default no event says a client ID anywhere: title, description, properties [C17]', () => {
  expect(titled('Site visit')?.description).toBe('Bring the plan');
  expect(saysId()).toBe(0);
  page.open('Calendars').press('Events that Tandem makes');
  expect(page.text).toContain('Include the client ID in the event’s description');
  expect(page.text).toContain('Whoever can see the event’s details can read it');
});

test('turned on, it is asked with the count, and the description’s last line says it, on dates of series too [C18]', () => {
  saveAndConfirm({ clientId: ['include'] });
  expect(page.notice).toBe('Saved. It applies from the next run.');
  aRunPasses();
  expect(titled('Site visit')?.description).toBe(`Bring the plan\n\nClient ID: ${ID}`);
  expect(titled('Call')?.description).toBe(`Client ID: ${ID}`);
  expect(series().description).toBe(`Walk\n\nClient ID: ${ID}`);
  expect(calendar.instances(series().id).every((one) => JSON.stringify(one).includes(ID))).toBe(
    true,
  );
  expect(calendar.all().find(({ id }) => id === own)).toMatchObject({ description: 'Mine' });
  expect(book.rows('Activities')).toEqual(rowsBefore);
});

test('the ID stands in the description alone, not in the properties of the event [C18]', () => {
  for (const event of events()) {
    const { description: _, ...rest } = event;
    expect(JSON.stringify(rest)).not.toContain(ID);
  }
});

test('the edit of a title or a description in Google comes back without what Tandem added [TF25]', () => {
  const { id } = titled('Site visit')!;
  calendar.change(id, {
    summary: 'Second visit',
    description: `<b>Bring the plan</b> and boots<br><br>Client ID: ${ID}`,
  });
  calendar.change(titled('Call')!.id, { description: `At the door\nClient ID: ${ID}` });
  calendar.change(moved, { summary: 'Round, later' });
  aRunPasses();
  expect(row('Second visit')?.['Notes']).toBe('Bring the plan and boots');
  expect(row('Call')?.['Notes']).toBe('At the door');
  expect(row('Round, later')?.['Notes']).toBe('Walk');
  expect(row('Second visit')?.['Client ID']).toBe(ID);
  book.change('Activities', ['Name', 'Second visit'], { Notes: 'Bring the plan and tea' });
  aRunPasses();
  expect(titled('Second visit')?.description).toBe(
    `<b>Bring the plan</b> and tea<br><br>Client ID: ${ID}`,
  );
});

test('a template with a field that does not exist is not saved, and the page says which fields there are [TF25]', () => {
  save({ titleTemplate: ['{title} for {price}'] });
  expect(page.notice).toContain(
    'Unknown field {price}. The fields are {title}, {type}, {reference}.',
  );
  save({ notesTemplate: ['Nothing of it'] });
  expect(page.notice).toContain('Write {notes} in it exactly once.');
  save({ titleTemplate: ['{reference} {title}'], clientId: ['leave-out'] });
  expect(page.notice).toContain('client IDs are left out of events');
});

test('a template is written around titles and notes, and rows stay as they are [TF25]', () => {
  const before = book.rows('Activities');
  saveAndConfirm({
    titleTemplate: ['{type}: {title} ({reference})'],
    notesTemplate: ['{notes}\n\nCustomer: {reference}'],
  });
  aRunPasses();
  expect(titled(`Meeting: Second visit (${ID})`)?.description).toContain(`Customer: ${ID}`);
  expect(titled(`Meeting: Second visit (${ID})`)?.description).not.toContain('Client ID');
  expect(titled('Own')?.summary).toBe('Own');
  const after = book.rows('Activities');
  expect(after).toEqual(before);
  calendar.change(titled(`Meeting: Call (${ID})`)!.id, { summary: `Meeting: Call back (${ID})` });
  aRunPasses();
  expect(row('Call back')).toMatchObject({ Name: 'Call back', 'Client ID': ID });
});

test('another client ID in a row is in its event after the next run, and in nothing else', () => {
  book.change('Activities', ['Name', 'Call back'], { 'Client ID': 'CUST-9' });
  aRunPasses();
  expect(titled('Meeting: Call back (CUST-9)')?.description).toContain('Customer: CUST-9');
});

test('nothing is written while nothing changes', () => {
  const before = [events(), book.rows('Activities'), book.rows('Journal')];
  workspace.advance(3 * MINUTE_MS);
  expect([events(), book.rows('Activities'), book.rows('Journal')]).toEqual(before);
});

test('turned off, no event says an ID anywhere any more, series and moved dates included [C17]', () => {
  saveAndConfirm({
    clientId: ['leave-out'],
    titleTemplate: ['{title}'],
    notesTemplate: ['{notes}'],
  });
  aRunPasses();
  expect(saysId()).toBe(0);
  expect(JSON.stringify(calendar.instances(series().id))).not.toContain(ID);
  expect(titled('Second visit')?.description).toBe('<b>Bring the plan</b> and tea');
});

test('new events are shown as the organization chose; what a person changes of that in Google is kept, and changes no row [TF26]', () => {
  save({ shownAs: ['free'], visibility: ['private'] });
  expect(page.notice).toBe('Saved. It applies from the next run.');
  add('Errand', '2026-03-19');
  add('Walk', '2026-03-20', { Repeats: 'daily, 3 times' });
  aRunPasses();
  const shown = { transparency: 'transparent', visibility: 'private' };
  const { id } = titled('Errand')!;
  expect(calendar.titled('Errand')).toMatchObject([shown]);
  expect(titled('Own')).not.toMatchObject(shown);
  expect(titled('Second visit')).not.toMatchObject(shown);
  // A date that somebody moves is no private event of theirs.
  const date = calendar.instances(titled('Walk')!.id)[1]!.id;
  calendar.change(date, { summary: 'Walk, longer' });
  calendar.change(id, { summary: 'Errands', transparency: 'opaque', visibility: 'public' });
  aRunPasses();
  expect([row('Errands'), row('Walk, longer')]).toMatchObject([
    { Type: 'Meeting' },
    { Type: 'Appointment' },
  ]);
  book.change('Activities', ['Name', 'Errands'], { Location: 'Town' });
  aRunPasses();
  const [errands] = calendar.titled('Errands');
  expect(errands).toMatchObject({ visibility: 'public', location: 'Town' });
  expect(errands).not.toMatchObject({ transparency: 'transparent' });
});

test('a field goes one way: an edit of a copy is put back, listed with what it said, and can be taken after all [TF18]', () => {
  page
    .open('Calendars')
    .press('Fields that go one way')
    .press('Save', { titleWay: ['to-google'], notesWay: ['to-google'] });
  expect(page.notice).toBe('Saved. It applies from the next run.');
  const { id } = titled('Errands')!;
  calendar.change(id, { summary: 'Mine', location: 'Harbor' });
  calendar.change(own, { summary: 'Own, renamed', description: 'For my eyes' });
  const added = calendar.addHour('New here', '2026-03-24T07:00:00Z', { description: 'Mine too' });
  aRunPasses();
  // Only the title was put back; what a person made themself keeps their edit.
  expect(titled('Errands')).toMatchObject({ id, location: 'Harbor' });
  expect(row('Errands')?.['Location']).toBe('Harbor');
  expect(titled('Own, renamed')).toMatchObject({ description: 'For my eyes' });
  expect([row('Own')?.['Notes'], row('New here')?.['Notes']]).toEqual(['Mine', '']);
  const home = calendarPanel(workspace);
  expect(home.text).toContain('Edits that were put back\nAs before in your work system');
  expect(home.text).toContain('Google Calendar said: “Mine”');
  expect(home.press('What is synced').text).toContain(
    'Changes of titles: Only from the work system',
  );
  calendarPanel(workspace).press('Take another version').press('Take the other version');
  aRunPasses();
  expect(row('Mine')).toMatchObject({ Location: 'Harbor' });
  expect(titled('Mine')).toMatchObject({ id });
  book.change('Activities', ['Name', 'New here'], { Notes: 'From work', Name: 'New name' });
  aRunPasses();
  expect(titled('New name')).toMatchObject({ id: added, description: 'From work' });
});
