import { seedEvents } from '../../../emulator/workspace/calendar/seed-events';
import { ANNA, BEN, aWorkspace, smallCompany } from '../../support/small-company';
import { hands, handsOf, hour, refusal } from './hands';

const allDay = { start: { date: '2026-03-02' }, end: { date: '2026-03-03' } };
const home = {
  ...allDay,
  eventType: 'workingLocation',
  visibility: 'public',
  transparency: 'transparent',
  workingLocationProperties: { type: 'homeOffice', homeOffice: {} },
};
const birthday = {
  ...allDay,
  eventType: 'birthday',
  visibility: 'private',
  transparency: 'transparent',
  recurrence: ['RRULE:FREQ=YEARLY'],
  summary: 'Birthday',
};

test.each([
  ['a working location', home],
  ['focus time', { ...hour(), eventType: 'focusTime' }],
  ['out of office', { ...hour(), eventType: 'outOfOffice' }],
  ['a birthday', birthday],
])('%s can be made', (_, body) => {
  expect(hands(ANNA).insert(body)).toMatchObject({ eventType: body.eventType });
});

test.each([
  ['an event from Gmail', { ...hour(), eventType: 'fromGmail' }, 'eventTypeRestriction'],
  ['a type nobody knows', { ...hour(), eventType: 'party' }, 'invalid'],
  ['out of office all day', { ...allDay, eventType: 'outOfOffice' }, 'malformedOutOfOfficeEvent'],
  ['focus time all day', { ...allDay, eventType: 'focusTime' }, 'malformedFocusTimeEvent'],
  [
    'focus time with guests',
    { ...hour(), eventType: 'focusTime', attendees: [{ email: BEN }] },
    'eventTypeRestriction',
  ],
  [
    'a working location that says not where',
    { ...home, workingLocationProperties: {} },
    'malformedWorkingLocationEvent',
  ],
  [
    'a working location that blocks time',
    { ...home, transparency: 'opaque' },
    'malformedWorkingLocationEvent',
  ],
  [
    'a working location of two days',
    { ...home, end: { date: '2026-03-04' } },
    'malformedWorkingLocationEvent',
  ],
  ['a public birthday', { ...birthday, visibility: 'public' }, 'malformedBirthdayEvent'],
  [
    'a birthday that comes every day',
    { ...birthday, recurrence: ['RRULE:FREQ=DAILY'] },
    'malformedBirthdayEvent',
  ],
  [
    'a meeting with a working location',
    { ...hour(), workingLocationProperties: { type: 'homeOffice' } },
    'invalid',
  ],
])('%s is refused', (_, body, reason) => {
  expect(refusal(() => hands(ANNA).insert(body))).toMatchObject({ code: 400, reason });
});

test('status events belong on primary calendars of organizations', () => {
  const anna = hands(ANNA);
  const { id } = anna.call('calendars.insert', {}, { summary: 'Team' });
  expect(refusal(() => anna.insert(home, { calendarId: id }))).toMatchObject({
    reason: 'eventTypeRestriction',
  });
  const state = smallCompany();
  state.directory.consumers['guest@gmail.com'] = '200000000000000000000';
  const consumer = handsOf(aWorkspace({ state }), 'guest@gmail.com');
  expect(refusal(() => consumer.insert(home))).toMatchObject({ reason: 'eventTypeRestriction' });
});

test('a type never changes', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert(hour());
  expect(refusal(() => anna.patch(id, { eventType: 'focusTime' }))).toMatchObject({
    code: 400,
    reason: 'eventTypeRestriction',
  });
});

test.each([
  ['the title', { summary: 'Mine' }, false],
  ['the time', hour(9), false],
  ['the place', { location: 'x' }, false],
  ['color and reminders', { colorId: '3', reminders: { useDefault: false } }, true],
  ['visibility and transparency', { visibility: 'private', transparency: 'transparent' }, true],
  ['private properties', { extendedProperties: { private: { a: '1' } } }, true],
])('of an event from Gmail, %s can be changed: %s', (_, body, can) => {
  const anna = hands(ANNA);
  const [id] = seedEvents(anna.workspace, ANNA, [
    { ...hour(), eventType: 'fromGmail', summary: 'Flight' } as never,
  ]);
  if (can) expect(anna.patch(id!, body)).toMatchObject(body);
  else
    expect(refusal(() => anna.patch(id!, body))).toMatchObject({ reason: 'eventTypeRestriction' });
});

test('an event from Gmail can be deleted', () => {
  const anna = hands(ANNA);
  const [id] = seedEvents(anna.workspace, ANNA, [{ ...hour(), eventType: 'fromGmail' } as never]);
  expect(anna.remove(id!)).toBeUndefined();
});
