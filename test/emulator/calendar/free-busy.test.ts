import { ADMIN, ANNA, BEN, aWorkspace, smallCompany } from '../../support/small-company';
import { handsOf, hour, refusal, series, stamp } from './hands';

const company = (state = smallCompany()) => {
  const workspace = aWorkspace({ state });
  return { workspace, anna: handsOf(workspace, ANNA), ben: handsOf(workspace, BEN) };
};
const query = ({ anna }: ReturnType<typeof company>, body: object = {}) =>
  anna.call(
    'freebusy.query',
    {},
    { timeMin: stamp(3, 0), timeMax: stamp(4, 0), items: [{ id: BEN }], ...body },
  );
const busy = (people: ReturnType<typeof company>, body: object = {}) =>
  query(people, body).calendars[BEN].busy.map(
    ({ start, end }: { start: string; end: string }) =>
      `${start.slice(11, 16)}-${end.slice(11, 16)}`,
  );

test('busy time is joined, cut to the window and ascending', () => {
  const people = company();
  people.ben.insert(hour(3, 14));
  people.ben.insert(hour(3, 10));
  people.ben.insert(hour(3, 11));
  people.ben.insert({ start: { dateTime: stamp(3, 23) }, end: { dateTime: stamp(4, 5) } });
  expect(busy(people)).toEqual(['10:00-12:00', '14:00-15:00', '23:00-00:00']);
});

test.each([
  ['transparent', { transparency: 'transparent' }],
  [
    'a working location',
    {
      eventType: 'workingLocation',
      visibility: 'public',
      transparency: 'transparent',
      workingLocationProperties: { type: 'homeOffice' },
    },
  ],
  ['declined', { attendees: [{ email: BEN, responseStatus: 'declined' }] }],
])('an event that is %s does not make anybody busy', (_, body) => {
  const people = company();
  people.ben.insert({ ...hour(), ...body });
  expect(busy(people)).toEqual([]);
});

test('a deleted event does not, an invitation not answered does', () => {
  const people = company();
  people.ben.remove(people.ben.insert(hour(3, 8)).id);
  people.anna.insert({ ...hour(), attendees: [{ email: BEN }] });
  expect(busy(people)).toEqual(['10:00-11:00']);
});

test('all-day events fill the day of their calendar; series count with their exceptions', () => {
  const people = company();
  people.ben.call('calendars.patch', { calendarId: 'primary' }, { timeZone: 'Europe/Helsinki' });
  people.ben.insert({ start: { date: '2026-03-03' }, end: { date: '2026-03-04' } });
  expect(busy(people)).toEqual(['00:00-22:00']);
  const other = company();
  const { id } = other.ben.insert(series('FREQ=DAILY'));
  expect(busy(other, { timeZone: 'Europe/Helsinki' })).toEqual(['10:00-11:00']);
  other.ben.patch(`${id}_20260303T080000Z`, {
    start: { dateTime: stamp(3, 20) },
    end: { dateTime: stamp(3, 21) },
  });
  expect(busy(other)).toEqual(['20:00-21:00']);
});

test('a calendar nobody may see is an error inside the answer', () => {
  const people = company();
  const { calendars } = query(people, { items: [{ id: BEN }, { id: 'nobody@elsewhere.example' }] });
  expect(calendars['nobody@elsewhere.example'].errors).toEqual([
    { domain: 'global', reason: 'notFound' },
  ]);
  expect(calendars[BEN]).not.toHaveProperty('errors');
});

test('a group stands for its members, if they are not too many', () => {
  const state = smallCompany();
  state.directory.groups.g1 = {
    id: 'g1',
    customerId: 'C01acme00',
    email: 'team@acme.example',
    name: 'Team',
    description: '',
    aliases: [],
    members: [1, 2].map((n) => ({
      id: `10000000000000000000${n}`,
      type: 'USER',
      role: 'MEMBER',
      addedAt: 0,
    })),
  } as never;
  const people = company(state);
  people.ben.insert(hour());
  const answer = query(people, { items: [{ id: 'team@acme.example' }] });
  expect(answer.groups).toEqual({ 'team@acme.example': { calendars: [ANNA, BEN] } });
  expect(answer.calendars[BEN].busy).toHaveLength(1);
  expect(
    query(people, { items: [{ id: 'team@acme.example' }], groupExpansionMax: 1 }).groups[
      'team@acme.example'
    ].errors[0].reason,
  ).toBe('groupTooBig');
});

test('more calendars than asked for are errors inside the answer', () => {
  const { calendars } = query(company(), {
    items: [{ id: BEN }, { id: ADMIN }],
    calendarExpansionMax: 1,
  });
  expect(calendars[ADMIN].errors[0].reason).toBe('tooManyCalendarsRequested');
});

test.each([
  ['calendarExpansionMax', 51],
  ['calendarExpansionMax', 0],
  ['groupExpansionMax', 101],
])('%s of %d is refused', (name, most) => {
  expect(refusal(() => query(company(), { items: [{ id: BEN }], [name]: most }))).toEqual({
    code: 400,
    reason: 'invalid',
    message: `Invalid value for: ${name}`,
  });
});

test('an empty window is refused', () => {
  expect(refusal(() => query(company(), { timeMax: stamp(3, 0) }))).toMatchObject({
    code: 400,
    reason: 'timeRangeEmpty',
  });
});
