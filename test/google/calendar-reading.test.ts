import type { PlannedFault } from '../../emulator/runtime/faults';
import type { GoogleEvent } from '../../src/calendar/entry/google-event';
import type { Failure } from '../../src/kit/failure';
import type { Result } from '../../src/kit/result';
import { ANNA, BEN } from '../support/small-company';
import { calendarScript, FROM } from './calendar-script';
import { byHand } from './delegated-script';

describe('changes', () => {
  const LISTED = `(() => {
    const calendar = anna();
    calendar.write(some(0, 2));
    const all = calendar.changes(null, '${FROM}').value;
    calendar.write([insert(2), { kind: 'delete', id: idOf(0), etag: all.items.find(({ id }) => id === idOf(0)).etag }]);
    const next = calendar.changes(all.cursor, '${FROM}').value;
    const last = calendar.changes(next.cursor, '${FROM}').value;
    return { all, next, last };
  })()`;

  test('are everything at first, and then each change once, including deletions [Inv9]', () => {
    const { all, next, last } =
      calendarScript(LISTED).run<
        Record<'all' | 'next' | 'last', { items: GoogleEvent[]; isFull: boolean }>
      >();
    const told = ({ items }: { items: GoogleEvent[] }) =>
      items.map(({ id, status }) => [id, status]).sort();
    expect(told(all)).toEqual([
      ['event00000', 'confirmed'],
      ['event00001', 'confirmed'],
    ]);
    expect(told(next)).toEqual([
      ['event00000', 'cancelled'],
      ['event00002', 'confirmed'],
    ]);
    expect(told(last)).toEqual([]);
    expect([all.isFull, next.isFull]).toEqual([true, false]);
  });

  test('are those of every page, also when Google cuts pages short', () => {
    const { workspace, run } = calendarScript(
      `(anna().write(some(0, 30)), anna().changes(null, '${FROM}').value.items.map(({ id }) => id))`,
    );
    Object.assign(workspace.settings, { calendarPages: 'short' });
    expect(run<string[]>().sort()).toEqual(
      Array.from({ length: 30 }, (_, n) => `event${String(n).padStart(5, '0')}`),
    );
    expect(
      workspace.traffic.calls.filter(({ method }) => method === 'calendar.events.list').length,
    ).toBeGreaterThan(1);
  });

  test('contain the fields of events, and a series as one event', () => {
    const { workspace, run } = calendarScript(`anna().changes(null, '${FROM}')`);
    workspace.act(
      ANNA,
      'calendar.events.insert',
      { calendarId: 'primary' },
      {
        summary: 'Planning',
        description: 'Bring numbers',
        location: 'Helsinki',
        visibility: 'private',
        transparency: 'transparent',
        start: { dateTime: '2026-03-03T09:00:00', timeZone: 'Europe/Helsinki' },
        end: { dateTime: '2026-03-03T10:00:00', timeZone: 'Europe/Helsinki' },
        recurrence: ['RRULE:FREQ=WEEKLY'],
        attendees: [{ email: BEN }],
        extendedProperties: { private: { tandem: '1' } },
      },
    );
    expect(run()).toMatchObject({
      ok: true,
      value: {
        items: [
          {
            etag: expect.any(String),
            eventType: 'default',
            summary: 'Planning',
            description: 'Bring numbers',
            location: 'Helsinki',
            visibility: 'private',
            transparency: 'transparent',
            start: { timeZone: 'Europe/Helsinki' },
            recurrence: ['RRULE:FREQ=WEEKLY'],
            organizer: { email: ANNA, self: true },
            attendees: [{ email: BEN, responseStatus: 'needsAction' }],
            created: expect.any(String),
            updated: expect.any(String),
            extendedProperties: { private: { tandem: '1' } },
          },
        ],
      },
    });
  });

  test.each<[string, string, readonly PlannedFault[]]>([
    [
      'is too old',
      'token',
      [
        {
          method: 'calendar.events.list',
          fault: { kind: 'error', code: 410, reason: 'fullSyncRequired' },
        },
      ],
    ],
    ['is none of Google’s', 'nonsense', []],
  ])('fail when the sync token %s', (_, cursor, faults) => {
    expect(calendarScript(`anna().changes('${cursor}', '${FROM}')`, faults).run()).toEqual({
      ok: false,
      failure: { kind: 'sync-token-expired' },
    });
  });

  test('are listed again after a passing fault, and fail as a whole after a lasting one', () => {
    const fault = (times: number): PlannedFault[] => [
      { method: 'calendar.events.list', times, fault: { kind: 'error', code: 503 } },
    ];
    const body = `anna().changes(null, '${FROM}')`;
    expect(calendarScript(body, fault(2)).run()).toMatchObject({ ok: true });
    expect(calendarScript(body, fault(100)).run()).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable' },
    });
  });

  test('of a person whose Calendar is off, or who is suspended, fail for that person', () => {
    const off = calendarScript(`anna().changes(null, '${FROM}')`, [
      {
        method: 'calendar.events.list',
        fault: { kind: 'error', code: 403, reason: 'notACalendarUser' },
      },
    ]);
    expect(off.run()).toEqual({ ok: false, failure: { kind: 'calendar-off', account: ANNA } });
    const suspended = calendarScript(`anna().changes(null, '${FROM}')`);
    const user = Object.values(suspended.workspace.state.directory.users).find(
      ({ primaryEmail }) => primaryEmail === ANNA,
    )!;
    user.suspended = true;
    expect(suspended.run()).toMatchObject({ ok: false, failure: { account: ANNA } });
  });
});

test('events are read by id, many at once, in order; null stands for one that never existed', () => {
  const { run } = calendarScript(`(() => {
    const calendar = anna();
    calendar.write(some(0, 50)); calendar.write(some(50, 5));
    return calendar.get(Array.from({ length: 56 }, (_, i) => idOf(55 - i)));
  })()`);
  const { value } = run<{ value: (GoogleEvent | null)[] }>();
  expect(value[0]).toBeNull();
  expect(value.slice(1).map((event) => event?.id)).toEqual(
    Array.from({ length: 55 }, (_, i) => `event${String(54 - i).padStart(5, '0')}`),
  );
});

describe('many people', () => {
  const PREFETCHED = `(() => {
    const all = people();
    all.prefetch([{ person: who('${ANNA}'), cursor: null, from: '${FROM}' }, { person: who('${BEN}'), cursor: null, from: '${FROM}' }, { person: who('nobody@acme.example'), cursor: null, from: '${FROM}' }]);
    PropertiesService.getScriptProperties().getProperty('fetched');
    return ['${ANNA}', '${BEN}', 'nobody@acme.example'].map((email) => all.of(who(email)).changes(null, '${FROM}'));
  })()`;

  test('are listed in parallel, each on their own behalf; a failure concerns only its own person', () => {
    const { run, workspace } = calendarScript(PREFETCHED);
    for (const as of [ANNA, BEN])
      workspace.act(
        as,
        'calendar.events.insert',
        { calendarId: 'primary' },
        {
          summary: as,
          start: { date: '2026-03-04' },
          end: { date: '2026-03-05' },
        },
      );
    const [anna, ben, nobody] = run<Result<{ items: GoogleEvent[] }, Failure>[]>();
    expect(anna).toMatchObject({ ok: true, value: { items: [{ summary: ANNA }] } });
    expect(ben).toMatchObject({ ok: true, value: { items: [{ summary: BEN }] } });
    expect(nobody).toEqual({
      ok: false,
      failure: { kind: 'unknown-subject', account: 'nobody@acme.example' },
    });
  });

  test('are listed once: pages that were fetched are not fetched again', () => {
    const { run, workspace } = calendarScript(PREFETCHED);
    run();
    // Anna and Ben once each; nobody has a token.
    expect(
      workspace.traffic.calls.filter(({ method }) => method === 'calendar.events.list'),
    ).toHaveLength(2);
  });

  test('have their tokens requested once, even if they get none', () => {
    const { run, workspace } = calendarScript(PREFETCHED);
    run();
    expect(workspace.traffic.calls.filter(({ method }) => method === 'token')).toHaveLength(3);
  });

  test('whose listing failed for the moment are listed again when it is needed', () => {
    const { run } = calendarScript(PREFETCHED, [
      { method: 'calendar.events.list', at: 2, fault: { kind: 'error', code: 500 } },
    ]);
    expect(run<{ ok: boolean }[]>().map(({ ok }) => ok)).toEqual([true, true, false]);
  });
});

test('the time zone of a calendar is known, with or without a listing before', () => {
  const { run } = calendarScript(`(() => {
    const all = people();
    const before = all.zoneOf(who('${ANNA}'));
    all.of(who('${BEN}')).changes(null, '${FROM}');
    return [before, all.zoneOf(who('${BEN}'))];
  })()`);
  const [before, after] = run<Result<string, Failure>[]>();
  expect(before).toEqual({ ok: true, value: 'UTC' });
  expect(after).toEqual(before);
});

test('a token that Google no longer accepts is forgotten, and the call is made again', () => {
  const { run } = calendarScript(`(() => {
    const source = tokens();
    const bad = { ok: true, value: 'expired' };
    let forgotten = 0;
    const parts = {
      tokensOf: (people) => forgotten ? source.tokensFor(people, SCOPES) : new Map(people.map(({ userId }) => [userId, bad])),
      forgetTokens: () => { forgotten += 1 },
    };
    const listed = anna(parts).changes(null, '${FROM}').ok;
    forgotten = 0;
    const written = anna(parts).write(some(0, 2));
    return [listed, written.value.map(({ ok }) => ok), forgotten];
  })()`);
  expect(run()).toEqual([true, [true, true], 1]);
});

test('without delegation there is no token, and the failure names the client', () => {
  const { workspace, run } = calendarScript(`anna().changes(null, '${FROM}')`);
  const { clients } = byHand(workspace, 'delegation.list') as { clients: { clientId: string }[] };
  byHand(workspace, 'delegation.remove', { clientId: clients[0]!.clientId });
  expect(run()).toEqual({
    ok: false,
    failure: { kind: 'unauthorized-client', clientId: clients[0]!.clientId },
  });
});
