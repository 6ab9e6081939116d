import { LocalWorkspace } from '../../../emulator/local-workspace';
import { seedCompany } from '../../../emulator/seed/company';
import type { Answer } from '../directory/acting';

const workspace = new LocalWorkspace({ state: seedCompany(1), latency: 'none' });

/** The events on a person's calendar, including deleted ones. */
const eventsOf = (person: string, more: object = {}): Answer[] =>
  (
    workspace.act(person, 'calendar.events.list', {
      calendarId: 'primary',
      maxResults: 2500,
      showDeleted: true,
      ...more,
    }) as Answer
  ).items;

const everybody = Object.values(workspace.state.directory.users)
  .filter(
    ({ suspended, deletionTime, servicesOff }) =>
      !suspended && !deletionTime && !servicesOff.includes('calendar'),
  )
  .flatMap(({ primaryEmail }) => eventsOf(primaryEmail));

test('there are a few hundred events', () => {
  const ids = new Set(everybody.map(({ iCalUID }) => iCalUID));
  expect(ids.size).toBeGreaterThan(200);
});

test.each<[string, (event: Answer) => boolean]>([
  ['series', ({ recurrence }) => recurrence !== undefined],
  [
    'moved occurrences',
    ({ recurringEventId, summary }) => recurringEventId && summary?.endsWith('(moved)'),
  ],
  [
    'cancelled occurrences',
    ({ recurringEventId, status }) => recurringEventId && status === 'cancelled',
  ],
  ['all-day events', ({ start }) => start?.date !== undefined],
  ['private events', ({ visibility }) => visibility === 'private'],
  ['free time', ({ transparency }) => transparency === 'transparent'],
  ['absences', ({ eventType }) => eventType === 'outOfOffice'],
  ['focus time', ({ eventType }) => eventType === 'focusTime'],
  [
    'declined invitations',
    ({ attendees = [] }) => attendees.some((one: Answer) => one.responseStatus === 'declined'),
  ],
  [
    'guests from outside',
    ({ attendees = [] }) => attendees.some((one: Answer) => one.email === 'pm@customer.example'),
  ],
  ['another zone', ({ start }) => start?.timeZone === 'America/New_York'],
])('there are %s', (_what, isSuch) => {
  expect(everybody.some(isSuch)).toBe(true);
});

test('a meeting of one organization is on a calendar of the other', () => {
  const shared = eventsOf('henrik.wallin@havu.example').find(
    ({ summary }) => summary === 'Site meeting',
  );
  expect(shared.organizer.email).toBe('lead@brightwater.example');
});

test('nobody was mailed', () => {
  expect(workspace.state.outbox).toEqual([]);
});

test('the events were made one after another, before the present', () => {
  const created = new Set(everybody.map(({ created: at }) => at).filter(Boolean));
  expect(created.size).toBeGreaterThan(100);
  expect([...created].every((at) => Date.parse(at) <= workspace.clock.now())).toBe(true);
});
