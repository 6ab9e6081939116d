import { isoInstant } from '../../../emulator/kit/clock';
import { purgeTombstones } from '../../../emulator/workspace/calendar/event-store';
import { findCalendar } from '../../../emulator/workspace/calendar/calendars';
import { ANNA } from '../../support/small-company';
import { hands, hour, refusal } from './hands';

describe('an event id', () => {
  test('is 26 characters of base32hex when Google chooses it, and begins the iCalUID', () => {
    const { id, iCalUID } = hands(ANNA).insert(hour());
    expect(id).toMatch(/^[0-9a-v]{26}$/);
    expect(iCalUID).toBe(`${id}@google.com`);
  });

  test.each(['abcd', 'Abcde', 'abcdw', 'abc-de', 'a'.repeat(1025)])('may not be %s', (id) => {
    expect(refusal(() => hands(ANNA).insert({ ...hour(), id }))).toEqual({
      code: 400,
      reason: 'invalid',
      message: 'Invalid resource id value.',
    });
  });

  test.each(['abcde', '12345', 'a'.repeat(1024), 'v0v0v'])(
    'may be chosen by the client: %s',
    (id) => {
      expect(hands(ANNA).insert({ ...hour(), id }).id).toBe(id);
    },
  );

  test('cannot be used again: insert 409, delete 410, get 200', () => {
    const anna = hands(ANNA);
    anna.insert({ ...hour(), id: 'abcde', summary: 'Once' });
    expect(refusal(() => anna.insert({ ...hour(), id: 'abcde' }))).toMatchObject({
      code: 409,
      reason: 'duplicate',
    });
    expect(anna.remove('abcde')).toBeUndefined();
    expect(refusal(() => anna.insert({ ...hour(), id: 'abcde' }))).toEqual({
      code: 409,
      reason: 'duplicate',
      message: 'The requested identifier already exists.',
    });
    expect(refusal(() => anna.remove('abcde'))).toEqual({
      code: 410,
      reason: 'deleted',
      message: 'Resource has been deleted',
    });
    expect(anna.get('abcde')).toMatchObject({ status: 'cancelled', summary: 'Once' });
  });

  test('can be used again once the tombstone is gone', () => {
    const anna = hands(ANNA);
    anna.insert({ ...hour(), id: 'abcde' });
    anna.remove('abcde');
    purgeTombstones(anna.workspace, findCalendar(anna.workspace, ANNA)!);
    expect(refusal(() => anna.get('abcde'))).toMatchObject({ code: 404, reason: 'notFound' });
    expect(anna.insert({ ...hour(), id: 'abcde' }).status).toBe('confirmed');
  });

  test.each(['constructor', '__proto__', 'toString'])('%s is nobody', (id) => {
    expect(refusal(() => hands(ANNA).get(id))).toMatchObject({ code: 404 });
  });
});

describe('a deleted event', () => {
  test.each(['patch', 'update'] as const)(
    'comes back by %s on the calendar of its organizer',
    (verb) => {
      const anna = hands(ANNA);
      const { id } = anna.insert(hour());
      anna.remove(id);
      expect(anna[verb](id, { ...hour(), status: 'confirmed' }).status).toBe('confirmed');
      expect(anna.list().items).toHaveLength(1);
    },
  );
});

describe('an etag', () => {
  test('is twice the microseconds of the change, and grows even if the clock does not move', () => {
    const anna = hands(ANNA);
    const first = anna.insert(hour());
    const second = anna.patch(first.id, { summary: 'New' });
    expect(first.etag).toMatch(/^"\d+"$/);
    expect(Number(JSON.parse(second.etag))).toBeGreaterThan(Number(JSON.parse(first.etag)));
    expect(isoInstant(Math.floor(Number(JSON.parse(first.etag)) / 2000))).toBe(first.updated);
  });

  test.each(['patch', 'update', 'remove'] as const)('that is stale refuses %s', (verb) => {
    const anna = hands(ANNA);
    const { id, etag } = anna.insert(hour());
    anna.patch(id, { summary: 'Somebody else was here' });
    const act = () =>
      verb === 'remove' ? anna.remove(id, {}, etag) : anna[verb](id, hour(), {}, etag);
    expect(refusal(act)).toEqual({
      code: 412,
      reason: 'conditionNotMet',
      message: 'Precondition Failed',
    });
    expect(anna.get(id)).toMatchObject({ summary: 'Somebody else was here', status: 'confirmed' });
  });

  test('that is current lets the write through', () => {
    const anna = hands(ANNA);
    const { id, etag } = anna.insert(hour());
    expect(anna.patch(id, { summary: 'Mine' }, {}, etag).summary).toBe('Mine');
  });

  test('changes with reminders, which are no update', () => {
    const anna = hands(ANNA);
    const before = anna.insert(hour());
    anna.workspace.clock.advance(60_000);
    const after = anna.patch(before.id, {
      reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 5 }] },
    });
    expect(after.etag).not.toBe(before.etag);
    expect(after.updated).toBe(before.updated);
  });

  test('stays when nothing changes', () => {
    const anna = hands(ANNA);
    const before = anna.insert({ ...hour(), summary: 'Same' });
    expect(anna.patch(before.id, { summary: 'Same' }).etag).toBe(before.etag);
  });
});

describe('a sequence', () => {
  test('rises when the event moves in time, not when it is renamed', () => {
    const anna = hands(ANNA);
    const { id } = anna.insert(hour());
    expect(anna.patch(id, { summary: 'New' }).sequence).toBe(0);
    expect(anna.patch(id, hour(4)).sequence).toBe(1);
  });

  test('below the stored one is refused', () => {
    const anna = hands(ANNA);
    const { id } = anna.insert({ ...hour(), sequence: 3 });
    expect(refusal(() => anna.patch(id, { sequence: 2 }))).toMatchObject({
      code: 400,
      message: expect.stringContaining('below the current sequence number'),
    });
  });
});

test('an update clears what it leaves out; a patch keeps it and merges properties', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert({
    ...hour(),
    summary: 'All',
    location: 'Here',
    extendedProperties: { private: { a: '1', b: '2' } },
  });
  const patched = anna.patch(id, {
    location: null,
    extendedProperties: { private: { b: null, c: '3' } },
  });
  expect(patched).toMatchObject({
    summary: 'All',
    extendedProperties: { private: { a: '1', c: '3' } },
  });
  expect(patched).not.toHaveProperty('location');
  const updated = anna.update(id, { ...hour(), location: 'There' });
  expect(updated.location).toBe('There');
  expect(updated).not.toHaveProperty('summary');
  expect(updated).not.toHaveProperty('extendedProperties');
});

test('answers do not share memory with the Workspace', () => {
  const anna = hands(ANNA);
  const event = anna.insert({
    ...hour(),
    extendedProperties: { private: { a: '1' } },
    recurrence: ['RRULE:FREQ=DAILY;COUNT=2'],
    start: { dateTime: '2026-03-02T10:00:00Z', timeZone: 'UTC' },
    end: { dateTime: '2026-03-02T11:00:00Z', timeZone: 'UTC' },
  });
  event.extendedProperties.private.a = 'spoilt';
  event.recurrence.push('spoilt');
  event.reminders.useDefault = false;
  expect(anna.get(event.id)).toMatchObject({
    extendedProperties: { private: { a: '1' } },
    recurrence: ['RRULE:FREQ=DAILY;COUNT=2'],
    reminders: { useDefault: true },
  });
});
