import fc from 'fast-check';
import { DEFAULT_SETTINGS, type CalendarSettings } from '../../src/calendar/settings';
import { ACTIVITY_TYPES } from '../../src/worksystem/workbook/forms';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { had, personAt, standing, typed, workbookOf } from '../worksystem/workbook-of';

const settingsIn = (spreadsheet: MemorySpreadsheet): CalendarSettings =>
  had(workbookOf(spreadsheet).records.settings.load());

test('a new workbook has the settings of the article and four types of activities', () => {
  const spreadsheet = new MemorySpreadsheet();
  expect(settingsIn(spreadsheet)).toEqual(DEFAULT_SETTINGS);
  expect(had(workbookOf(spreadsheet).calendars.types())).toEqual([
    { id: 'appointment', name: 'Appointment', isDefault: true, isPersonal: false, isTask: false },
    { id: 'meeting', name: 'Meeting', isDefault: false, isPersonal: false, isTask: false },
    { id: 'personal', name: 'Personal', isDefault: false, isPersonal: true, isTask: false },
    { id: 'task', name: 'Project task', isDefault: false, isPersonal: false, isTask: true },
  ]);
});

test('a new workbook says every setting, so that a person need not know their names', () => {
  const spreadsheet = new MemorySpreadsheet();
  expect(standing(spreadsheet, 'Settings')).toHaveLength(17);
  had(workbookOf(spreadsheet).records.settings.save(DEFAULT_SETTINGS));
  expect(spreadsheet.asked()).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/update|append/)]),
  );
});

test('any settings are the same after they were saved, and written once', () => {
  fc.assert(
    fc.property(
      fc.record<CalendarSettings>({
        winner: fc.constantFrom('google', 'work', 'newest'),
        privateEvents: fc.constantFrom('full', 'busy', 'leave-out'),
        specialEvents: fc.constantFrom('busy', 'leave-out'),
        types: fc.oneof(
          fc.constant({ kind: 'all' as const }),
          fc
            .subarray(['appointment', 'meeting', 'personal', 'task'])
            .map((ids) => ({ kind: 'chosen' as const, ids })),
        ),
        defaultTypeId: fc.constantFrom(null, 'meeting'),
        clientId: fc.constantFrom('leave-out', 'include'),
        titleTemplate: fc.constantFrom('{title}', '{type}: {title} ({reference})'),
        notesTemplate: fc.constantFrom('{notes}', 'For {reference}\n\n{notes}\nA {type}'),
        shownAs: fc.constantFrom('as-activity', 'busy', 'free'),
        visibility: fc.constantFrom('default', 'public', 'private'),
        titleWay: fc.constantFrom('both-ways', 'to-google', 'to-work'),
        notesWay: fc.constantFrom('both-ways', 'to-google', 'to-work', 'apart'),
        locationWay: fc.constantFrom('both-ways', 'to-google', 'to-work', 'apart'),
        participantsWay: fc.constantFrom('to-work', 'apart'),
        whoConnects: fc.constantFrom('person', 'administrators'),
      }),
      (settings) => {
        const spreadsheet = new MemorySpreadsheet();
        had(workbookOf(spreadsheet).records.settings.save(DEFAULT_SETTINGS));
        had(workbookOf(spreadsheet).records.settings.save(settings));
        spreadsheet.asked();
        had(workbookOf(spreadsheet).records.settings.save(settings));
        expect(spreadsheet.asked()).not.toContain('update');
        expect(settingsIn(spreadsheet)).toEqual(settings);
        expect(standing(spreadsheet, 'Settings')).toHaveLength(17);
      },
    ),
    { numRuns: 40 },
  );
});

test.each<[string, string, Partial<CalendarSettings>]>([
  ['Private events', 'leave out', { privateEvents: 'leave-out' }],
  ['private EVENTS', 'Copy only that the time is taken', { privateEvents: 'busy' }],
  ['When both sides changed the same', 'Google Calendar wins', { winner: 'google' }],
  [
    'Activity types sent to Google Calendar',
    'meeting, Project Task',
    { types: { kind: 'chosen', ids: ['meeting', 'task'] } },
  ],
  ['Activity types sent to Google Calendar', 'none', { types: { kind: 'chosen', ids: [] } }],
  ['Type of new activities', 'Meeting', { defaultTypeId: 'meeting' }],
  ['Include the client ID in the event’s description', 'yes', { clientId: 'include' }],
  ['Title of events that Tandem makes', '{type}: {title}', { titleTemplate: '{type}: {title}' }],
  ['Something of our own', 'whatever', {}],
])('“%s” may say “%s”', (name, value, wanted) => {
  const spreadsheet = new MemorySpreadsheet();
  typed(spreadsheet, 'Settings', { Setting: name, Value: value });
  expect(settingsIn(spreadsheet)).toEqual({ ...DEFAULT_SETTINGS, ...wanted });
});

test.each<[string, string, Partial<CalendarSettings>]>([
  ['Private events', 'hide them', {}],
  ['Type of new activities', 'Lunch', {}],
  ['Title of events that Tandem makes', 'Visit', {}],
  ['Description of events that Tandem makes', '{notes} {price}', {}],
  [
    'Activity types sent to Google Calendar',
    'Meeting, Lunch',
    { types: { kind: 'chosen', ids: ['meeting'] } },
  ],
])('“%s” that says “%s” is a problem, and sends no more than was chosen', (name, value, wanted) => {
  const spreadsheet = new MemorySpreadsheet();
  typed(spreadsheet, 'Settings', { Setting: name, Value: value });
  const book = workbookOf(spreadsheet);
  expect(had(book.records.settings.load())).toEqual({ ...DEFAULT_SETTINGS, ...wanted });
  had(book.calendars.of(personAt('ann@example.com')).changes(null, ''));
  expect(had(book.records.settingsProblems())).toMatchObject([{ about: 'Settings, row 19' }]);
});

test('a type that somebody adds needs no id', () => {
  const spreadsheet = new MemorySpreadsheet();
  typed(spreadsheet, ACTIVITY_TYPES.title, { Name: 'Site visit' });
  expect(had(workbookOf(spreadsheet).calendars.types())).toContainEqual({
    id: 'site-visit',
    name: 'Site visit',
    isDefault: false,
    isPersonal: false,
    isTask: false,
  });
});

test('somebody who was typed by hand works here, at any of their addresses; a stranger does not [S7]', () => {
  const spreadsheet = new MemorySpreadsheet();
  typed(spreadsheet, 'People', { Email: 'Ann@Example.com' });
  typed(spreadsheet, 'People', { Email: 'bob@example.com', Active: 'no' });
  const { staff } = workbookOf(spreadsheet);
  const renamed = { userId: '1', email: 'new@example.com', addresses: ['new@example.com'] };
  expect(had(staff.find(personAt('ann@example.com')))).toMatchObject({ isActive: true });
  expect(had(staff.find(personAt('bob@example.com')))).toMatchObject({ isActive: false });
  expect(had(staff.find(personAt('cleo@example.com')))).toBeNull();
  expect(had(staff.find(renamed))).toBeNull();
  const alias = [...renamed.addresses, 'ann@example.com'];
  expect(had(staff.find({ ...renamed, addresses: alias }))).toMatchObject({ isActive: true });
});

test('somebody whose row tells Google’s id works here under any address, and nobody else under theirs [Att32]', () => {
  const spreadsheet = new MemorySpreadsheet();
  typed(spreadsheet, 'People', { Email: 'ann@example.com', 'Google id': '1001' });
  const { staff } = workbookOf(spreadsheet);
  const renamed = { userId: '1001', email: 'new@example.com', addresses: ['new@example.com'] };
  expect(had(staff.find(renamed))).toMatchObject({ isActive: true });
  expect(had(staff.find({ ...personAt('ann@example.com'), userId: '2002' }))).toBeNull();
});

test('whoever is at an alias of somebody in People is known, unless it has become another person’s address', () => {
  const spreadsheet = new MemorySpreadsheet();
  const aliases = 'Sales@example.com, bo@example.com';
  typed(spreadsheet, 'People', { Email: 'ann@example.com', 'Email aliases': aliases });
  typed(spreadsheet, 'People', { Email: 'bo@example.com', Active: 'no' });
  const { staff } = workbookOf(spreadsheet);
  expect(had(staff.isKnown('sales@example.com'))).toBe(true);
  expect(had(staff.isKnown('sale@example.com'))).toBe(false);
  expect(had(staff.find(personAt('sales@example.com')))).toMatchObject({ isActive: true });
  expect(had(staff.find(personAt('bo@example.com')))).toMatchObject({ isActive: false });
});
