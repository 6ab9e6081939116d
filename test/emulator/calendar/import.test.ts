import { base32hex } from '../../../emulator/workspace/calendar/stamps';
import { ANNA, BEN, aWorkspace } from '../../support/small-company';
import { handsOf, hands, hour, ids, refusal, series } from './hands';

const bring = (person: ReturnType<typeof hands>, body: object) =>
  person.call('events.import', { calendarId: 'primary' }, body);

test('an imported event has the iCalUID in base32hex for its id', () => {
  expect(base32hex('foobar')).toBe('cpnmuoj1e8');
  const event = bring(hands(ANNA), { ...hour(), iCalUID: 'uid-1@elsewhere', summary: 'Brought' });
  expect(event).toMatchObject({
    id: `_${base32hex('uid-1@elsewhere')}`,
    iCalUID: 'uid-1@elsewhere',
    privateCopy: true,
  });
});

test.each([
  ['without a UID', {}, { code: 400, reason: 'required' }],
  [
    'with an id',
    { iCalUID: 'u', id: 'abcde' },
    { code: 400, reason: 'invalid', message: 'Invalid resource id value.' },
  ],
  [
    'between other people',
    { iCalUID: 'u', organizer: { email: BEN }, attendees: [{ email: 'x@elsewhere.example' }] },
    { code: 400, reason: 'participantIsNeitherOrganizerNorAttendee' },
  ],
])('an import %s is refused', (_, body, expected) => {
  expect(refusal(() => bring(hands(ANNA), { ...hour(), ...body }))).toMatchObject(expected);
});

test('the same UID again updates the same event, unless its sequence is lower', () => {
  const anna = hands(ANNA);
  const { id } = bring(anna, { ...hour(), iCalUID: 'u', summary: 'One', sequence: 2 });
  expect(bring(anna, { ...hour(4), iCalUID: 'u', summary: 'Two', sequence: 2 })).toMatchObject({
    id,
    summary: 'Two',
  });
  expect(refusal(() => bring(anna, { ...hour(), iCalUID: 'u', sequence: 1 }))).toMatchObject({
    code: 400,
  });
  anna.remove(id);
  expect(bring(anna, { ...hour(), iCalUID: 'u', sequence: 2 })).toMatchObject({
    id,
    status: 'confirmed',
  });
});

test('an import reaches no guest and mails nobody', () => {
  const workspace = aWorkspace();
  const [anna, ben] = [handsOf(workspace, ANNA), handsOf(workspace, BEN)];
  bring(anna, {
    ...hour(),
    iCalUID: 'u',
    organizer: { email: BEN },
    attendees: [{ email: ANNA, responseStatus: 'accepted' }],
  });
  expect(ben.list().items).toEqual([]);
  expect(workspace.state.outbox).toEqual([]);
});

test('an event of another type becomes a plain event', () => {
  const event = bring(hands(ANNA), {
    ...hour(),
    iCalUID: 'u',
    eventType: 'focusTime',
    focusTimeProperties: { chatStatus: 'doNotDisturb' },
  });
  expect(event.eventType).toBe('default');
  expect(event).not.toHaveProperty('focusTimeProperties');
});

test('a changed occurrence joins its series', () => {
  const anna = hands(ANNA);
  const { id } = bring(anna, { ...series('FREQ=DAILY;COUNT=3'), iCalUID: 'u' });
  const changed = bring(anna, {
    ...hour(3, 15),
    iCalUID: 'u',
    summary: 'Moved',
    originalStartTime: { dateTime: '2026-03-03T08:00:00Z' },
  });
  expect(changed).toMatchObject({
    id: `${id}_20260303T080000Z`,
    recurringEventId: id,
    summary: 'Moved',
  });
  expect(ids(anna.list({ iCalUID: 'u' }).items)).toEqual([id, changed.id]);
});

test('an insertion may bring its UID, once', () => {
  const anna = hands(ANNA);
  expect(anna.insert({ ...hour(), iCalUID: 'own@elsewhere' }).iCalUID).toBe('own@elsewhere');
  expect(refusal(() => anna.insert({ ...hour(), iCalUID: 'own@elsewhere' }))).toMatchObject({
    code: 409,
    reason: 'duplicate',
  });
  expect(refusal(() => bring(anna, { ...hour(), iCalUID: 'own@elsewhere' }))).toMatchObject({
    code: 409,
  });
});

test('a rule more frequent than daily is refused as Google refuses it in an import: with a server error', () => {
  const anna = hands(ANNA);
  expect(
    refusal(() => bring(anna, { ...series('FREQ=HOURLY;COUNT=3'), iCalUID: 'hourly' })),
  ).toMatchObject({ code: 500, reason: 'backendError' });
});
