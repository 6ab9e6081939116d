import type { Activity, ActivityContent } from '../../src/calendar/entry/activity';
import type { Entry, Slot, WorkCalendar, WorkWrite } from '../../src/calendar/ports';
import { sameField } from '../../src/calendar/entry/fields';
import { activityOfEntry, entryOfActivity } from '../../src/calendar/entry/activity';
import { anEntry, aPolicy, aSeries, at } from '../calendar/world';
import { had } from '../worksystem/workbook-of';

/** A calendar of Ann's with nothing in it. Types: `meeting` (the default), `personal`, `task`. */
export interface WorkCalendarUnderTest {
  readonly calendar: WorkCalendar;
  /** Makes what was written so far visible to another execution, where there are executions. */
  next(): WorkCalendar;
}

const policy = aPolicy();
const OWNER = 'ann@example.com';
const FROM = '2026-01-30T00:00:00.000Z';

const content = (changes: Partial<ActivityContent> = {}): ActivityContent => ({
  ...activityOfEntry(anEntry(), policy.types),
  ...changes,
});

const insert = (
  changes: Partial<ActivityContent> = {},
  externalId = 'g1',
  slot: Slot | null = null,
): WorkWrite => ({
  kind: 'insert',
  content: content(changes),
  owner: OWNER,
  externalId,
  slot,
});

/** What every work system's calendar does for the engine. */
export function workCalendarContract(name: string, make: () => WorkCalendarUnderTest): void {
  const only = (calendar: WorkCalendar, write: WorkWrite) => had(calendar.write([write]))[0]!;
  const added = (calendar: WorkCalendar, write = insert()): Activity => had(only(calendar, write))!;
  const all = (calendar: WorkCalendar) =>
    had(calendar.changes(null, FROM)).items.flatMap((item) =>
      item.kind === 'activity' ? [item.activity] : [],
    );

  describe(`the work calendar ${name}`, () => {
    test('begins with a full listing of nothing', () => {
      expect(had(make().calendar.changes(null, FROM))).toMatchObject({ items: [], isFull: true });
    });

    test.each([
      ['a meeting', {}],
      ['a private one', { private: true }],
      ['one without a title', { title: '' }],
      ['one that is free and tentative', { busy: false, status: 'tentative' as const }],
      ['one with a place and notes', { location: 'Room 1', notes: 'Bring\n\ncake' }],
      ['one that looks like a formula', { title: '=1+1', notes: '+1' }],
      ['a number', { title: '007' }],
      [
        'a whole day',
        { when: { kind: 'all-day', start: '2026-03-02', end: '2026-03-03' } as const },
      ],
      ['a holiday', { when: { kind: 'all-day', start: '2026-03-28', end: '2026-04-02' } as const }],
      [
        'one that crosses the change of clocks',
        {
          when: {
            kind: 'timed',
            start: at('2026-03-28T23:15:00'),
            end: at('2026-03-29T04:00:00'),
          } as const,
        },
      ],
      [
        'one in the second of two equal hours',
        {
          when: {
            kind: 'timed',
            start: at('2026-10-25T01:30:00Z'),
            end: at('2026-10-25T01:45:07Z'),
          } as const,
        },
      ],
      [
        'one in another zone',
        {
          when: {
            kind: 'timed',
            start: at('2026-03-02T09:00:00', 'America/New_York'),
            end: at('2026-03-02T10:00:00', 'America/New_York'),
          } as const,
        },
      ],
      [
        'one of no length',
        {
          when: {
            kind: 'timed',
            start: at('2026-03-02T09:00:00'),
            end: at('2026-03-02T09:00:00'),
          } as const,
        },
      ],
    ])('gives back %s as it was written', (_, changes) => {
      const { calendar, next } = make();
      const entry = anEntry(changes);
      const made = added(calendar, insert(activityOfEntry(entry, policy.types)));
      expect(entryOfActivity(made, policy)).toEqual(entry);
      expect(entryOfActivity(all(next())[0]!, policy)).toEqual(entry);
    });

    test('keeps participants, the owner and the event it was made from', () => {
      const { calendar, next } = make();
      added(calendar, insert({ participants: ['bob@example.com', 'cleo@example.com'] }, 'event1'));
      expect(all(next())).toMatchObject([
        {
          owner: OWNER,
          externalId: 'event1',
          participants: ['bob@example.com', 'cleo@example.com'],
        },
      ]);
    });

    test.each([
      ['a series', aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO')],
      ['one that ends and skips a date', aSeries('RRULE:FREQ=DAILY;COUNT=9', ['2026-03-04'])],
      ['one with a rule that few could say', aSeries('RRULE:FREQ=YEARLY;BYWEEKNO=10;BYDAY=MO,TU')],
    ])('gives back %s as it was written, and lets it be changed and ended', (_, repeats) => {
      const { calendar, next } = make();
      const entry = anEntry({ recurrence: repeats });
      const { id, version } = added(calendar, insert(activityOfEntry(entry, policy.types)));
      const read = () => entryOfActivity(all(next())[0]!, policy) as Entry;
      expect(sameField('recurrence', read(), entry)).toBe(true);
      const other = anEntry({ recurrence: aSeries('RRULE:FREQ=MONTHLY;BYDAY=1MO') });
      const { version: later } = had(
        only(next(), { kind: 'patch', id, version, content: { repeats: other.recurrence } }),
      )!;
      expect(sameField('recurrence', read(), other)).toBe(true);
      had(only(next(), { kind: 'patch', id, version: later, content: { repeats: null } }));
      expect(read().recurrence).toBeNull();
    });

    test('keeps of an exception which date of which series it takes the place of', () => {
      const { calendar, next } = make();
      const series = added(calendar, insert({ repeats: aSeries('RRULE:FREQ=WEEKLY') }));
      const slot = { series: series.id, date: '2026-03-09' };
      const made = added(calendar, insert({ name: 'Late' }, 'g1_1', slot));
      expect(made).toMatchObject({ name: 'Late', owner: OWNER, slot, repeats: null });
      expect(all(next()).find(({ id }) => id === made.id)).toEqual(made);
    });

    test('keeps who organizes a meeting, and the owner’s answer', () => {
      const { calendar, next } = make();
      const other = { organizer: 'zoe@other.example', answer: 'tentative' as const };
      const { id, version } = added(calendar, insert(other));
      expect(all(next())).toMatchObject([other]);
      had(only(next(), { kind: 'patch', id, version, content: { answer: null } }));
      expect(all(next())).toMatchObject([{ ...other, answer: null }]);
    });

    test('tells the version that a later listing and a look tell, too', () => {
      const { calendar, next } = make();
      const { id, version } = added(calendar);
      const later = next();
      expect(all(later)).toMatchObject([{ id, version }]);
      expect(had(later.get([id, 'nowhere']))).toMatchObject([{ id, version }, null]);
    });

    test('patches the given fields and leaves the rest', () => {
      const { calendar, next } = make();
      const { id, version } = added(calendar, insert({ notes: 'Bring cake' }));
      const patched = had(
        only(calendar, { kind: 'patch', id, version, content: { name: 'Renamed' } }),
      )!;
      expect(patched).toMatchObject({ id, name: 'Renamed', notes: 'Bring cake' });
      expect(patched.version).not.toBe(version);
      expect(all(next())).toEqual([patched]);
    });

    test('keeps participants who were entered there when guests come and go', () => {
      const { calendar, next } = make();
      const participants = ['entered@x.example', 'guest@x.example'];
      const { id, version } = added(calendar, insert({ participants }));
      const patched = had(
        only(calendar, {
          kind: 'patch',
          ...{ id, version },
          content: { participants: ['new@x.example'] },
          guestsBefore: ['guest@x.example'],
        }),
      )!;
      expect(patched.participants).toEqual(['entered@x.example', 'new@x.example']);
      expect(all(next())).toEqual([patched]);
    });

    test('does not copy an event whose copy is there already; what is made of no event is always new [Inv7]', () => {
      const { calendar, next } = make();
      const { id } = added(calendar, insert({ name: 'First' }, 'event1'));
      const second = next();
      expect(only(second, insert({ name: 'Second' }, 'event1'))).toEqual({
        ok: false,
        failure: { kind: 'already-exists', id },
      });
      expect(all(next()).map(({ name }) => name)).toEqual(['First']);
    });

    test('lets go of the event that an activity was made from, so that another one can name it', () => {
      const { calendar, next } = make();
      const { id, version } = added(calendar, insert({ name: 'First' }, 'event1'));
      had(only(calendar, { kind: 'patch', id, version, content: {}, externalId: '' }));
      added(next(), insert({ name: 'Second' }, 'event1'));
      expect(all(next()).map(({ name, externalId }) => [name, externalId])).toEqual([
        ['First', null],
        ['Second', 'event1'],
      ]);
    });

    test('moves an activity when its times are patched', () => {
      const { calendar, next } = make();
      const { id, version } = added(calendar);
      const moved = anEntry({ when: { kind: 'all-day', start: '2026-03-04', end: '2026-03-06' } });
      const { isAllDay, start, end, zone } = activityOfEntry(moved, policy.types);
      had(only(calendar, { kind: 'patch', id, version, content: { isAllDay, start, end, zone } }));
      expect(entryOfActivity(all(next())[0]!, policy)).toEqual(moved);
    });

    test('deletes what it is told to', () => {
      const { calendar, next } = make();
      const { id, version } = added(calendar);
      const other = added(calendar, insert({ name: 'Other' }, 'g2'));
      expect(only(calendar, { kind: 'delete', id, version })).toEqual({ ok: true, value: null });
      expect(all(next()).map((one) => one.id)).toEqual([other.id]);
      expect(had(next().get([id]))).toEqual([null]);
    });

    test('refuses to write over another version, and what is not there [Inv13]', () => {
      const { calendar, next } = make();
      const { id, version } = added(calendar);
      had(only(calendar, { kind: 'patch', id, version, content: { name: 'Newer' } }));
      const outcomes = had(
        next().write([
          { kind: 'patch', id, version, content: { name: 'Older' } },
          { kind: 'delete', id: 'nowhere', version },
        ]),
      );
      expect(outcomes).toMatchObject([
        { ok: false, failure: { kind: 'stale-etag', id } },
        { ok: false, failure: { kind: 'not-found', id: 'nowhere' } },
      ]);
      expect(all(next())).toMatchObject([{ name: 'Newer' }]);
    });

    test('answers a mixed batch in its order', () => {
      const { calendar, next } = make();
      const [one, two] = [added(calendar), added(calendar, insert({}, 'g2'))];
      const outcomes = had(
        next().write([
          { kind: 'delete', id: one.id, version: one.version },
          insert({ name: 'Third' }, 'g3'),
          { kind: 'patch', id: two.id, version: two.version, content: { name: 'Second' } },
          insert({ name: 'Fourth' }, 'g4'),
        ]),
      );
      expect(outcomes).toMatchObject([
        { value: null },
        { value: { name: 'Third' } },
        { value: { id: two.id, name: 'Second' } },
        { value: { name: 'Fourth' } },
      ]);
      expect(
        all(next())
          .map((activity) => activity.name)
          .sort(),
      ).toEqual(['Fourth', 'Second', 'Third']);
    });

    test('tells nothing from a cursor on when nothing happened', () => {
      const { calendar, next } = make();
      added(calendar);
      const { cursor } = had(next().changes(null, FROM));
      const again = had(next().changes(cursor, FROM));
      expect(again).toMatchObject({ items: [], cursor, isFull: false });
    });

    test('tells from a cursor on what was written since, be it in a full listing', () => {
      const { calendar, next } = make();
      added(calendar);
      const { cursor } = had(next().changes(null, FROM));
      added(next(), insert({ name: 'Since' }, 'g2'));
      const items = had(next().changes(cursor, FROM)).items;
      expect(items).toContainEqual(
        expect.objectContaining({
          activity: expect.objectContaining({ name: 'Since' }) as Activity,
        }),
      );
    });
  });
}
