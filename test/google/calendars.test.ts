import type { PlannedFault } from '../../emulator/runtime/faults';
import type { GoogleWrite } from '../../src/calendar/ports';
import { getCall, listPath, writeCall, zonePath } from '../../src/google/calendar-requests';
import type { GoogleEvent } from '../../src/calendar/google-event';
import type { Failure } from '../../src/kit/failure';
import type { Result } from '../../src/kit/result';
import { ANNA, BEN } from '../support/small-company';
import { byHand, delegatedScript } from './delegated-script';
import { runGoogle } from './in-google';

const FROM = '2026-02-01T00:00:00.000Z';

/** What can be asked of Anna's calendar, by name. */
const FUNCTIONS = `
  const anna = (parts) => people(parts).of('${ANNA}');
  const idOf = (n) => 'event' + String(n).padStart(5, '0');
  const insert = (n) => ({ kind: 'insert', id: idOf(n), body: {
    summary: 'Event ' + n, start: { date: '2026-03-10' }, end: { date: '2026-03-11' } } });
  const run = (body) => JSON.parse(JSON.stringify(body));
  const some = (from, count) => Array.from({ length: count }, (_, i) => insert(from + i));
`;

type Outcome = Result<GoogleEvent | null, Failure>;

/** Runs code that may use the functions above. */
function script(body: string, faults: readonly PlannedFault[] = []) {
  const { workspace } = delegatedScript(`${FUNCTIONS} function f() { return run(${body}) }`);
  workspace.faults.plan(faults);
  const fetches: string[] = [];
  return {
    workspace,
    fetches,
    run: <T>() => runGoogle(workspace, 'f') as T,
    events: () =>
      (
        workspace.act(ANNA, 'calendar.events.list', { calendarId: 'primary' }) as {
          items?: GoogleEvent[];
        }
      ).items ?? [],
  };
}

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

  test('are everything at first, and then what changed, the deleted too, once [Inv9]', () => {
    const { all, next, last } =
      script(LISTED).run<
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

  test('hold the fields that events are made of, and a series as one', () => {
    const { workspace, run } = script(`anna().changes(null, '${FROM}')`);
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
    expect(script(`anna().changes('${cursor}', '${FROM}')`, faults).run()).toEqual({
      ok: false,
      failure: { kind: 'sync-token-expired' },
    });
  });

  test('are listed again after a fault that passes, and fail as a whole after one that does not', () => {
    const fault = (times: number): PlannedFault[] => [
      { method: 'calendar.events.list', times, fault: { kind: 'error', code: 503 } },
    ];
    const body = `anna().changes(null, '${FROM}')`;
    expect(script(body, fault(2)).run()).toMatchObject({ ok: true });
    expect(script(body, fault(100)).run()).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable' },
    });
  });

  test('of a person whose Calendar is off, or who is suspended, fail for that person', () => {
    const off = script(`anna().changes(null, '${FROM}')`, [
      {
        method: 'calendar.events.list',
        fault: { kind: 'error', code: 403, reason: 'notACalendarUser' },
      },
    ]);
    expect(off.run()).toEqual({ ok: false, failure: { kind: 'calendar-off', account: ANNA } });
    const suspended = script(`anna().changes(null, '${FROM}')`);
    const user = Object.values(suspended.workspace.state.directory.users).find(
      ({ primaryEmail }) => primaryEmail === ANNA,
    )!;
    user.suspended = true;
    expect(suspended.run()).toMatchObject({ ok: false, failure: { account: ANNA } });
  });
});

test('every call names whom it is counted for, and no write sends mail', () => {
  const body = { summary: 'A' };
  const writes: GoogleWrite[] = [
    { kind: 'insert', id: 'a b', body },
    { kind: 'patch', id: 'a/b', etag: '"1"', body },
    { kind: 'delete', id: 'a?b', etag: '"1"' },
  ];
  const paths = writes.map((write) => writeCall(write, 'q1').path);
  for (const path of paths) expect(path).toMatch(/[?&]sendUpdates=none(&|$)/);
  const reads = [
    listPath({ cursor: null, from: FROM }, 'q1'),
    getCall('a', 'q1').path,
    zonePath('q1'),
  ];
  for (const path of [...paths, ...reads]) expect(path).toMatch(/[?&]quotaUser=q1(&|$)/);
  expect(paths[1]).toContain('/events/a%2Fb?');
});

describe('a batch of writes', () => {
  const BATCH = `(() => {
    const calendar = anna();
    const [event] = calendar.write(some(0, 1)).value;
    const [edited] = calendar.write([{ kind: 'patch', id: idOf(0), etag: event.value.etag, body: { summary: 'Edited' } }]).value;
    return calendar.write([
      { kind: 'patch', id: idOf(0), etag: event.value.etag, body: { summary: 'Stale' } },
      insert(0),
      ...some(1, 46),
      { kind: 'patch', id: idOf(0), etag: edited.value.etag, body: { summary: 'Newest' } },
      { kind: 'delete', id: 'event99999', etag: '"1"' },
    ]);
  })()`;

  test.each<[string, PlannedFault[]]>([
    ['', []],
    [
      ', the answers in another order',
      [{ method: 'batch', at: 3, fault: { kind: 'reverse-parts' } }],
    ],
  ])('of 50 is told apart call by call%s', (_, faults) => {
    const { run, events } = script(BATCH, faults);
    const { value } = run<{ value: Outcome[] }>();
    expect(value).toHaveLength(50);
    expect(value[0]).toEqual({ ok: false, failure: { kind: 'stale-etag', id: 'event00000' } });
    expect(value[1]).toEqual({ ok: false, failure: { kind: 'already-exists', id: 'event00000' } });
    expect(value.slice(2, 48).every(({ ok }) => ok)).toBe(true);
    expect(value[2]).toMatchObject({ value: { id: 'event00001', etag: expect.any(String) } });
    expect(value[48]).toMatchObject({ value: { summary: 'Newest' } });
    expect(value[49]).toEqual({ ok: false, failure: { kind: 'not-found', id: 'event99999' } });
    expect(events()).toHaveLength(47);
  });

  test('whose answer lacks a part asks that part again, and meets what it did itself', () => {
    const { run, events } = script('anna().write(some(0, 3))', [
      { method: 'batch', fault: { kind: 'lose-part', part: 1 } },
    ]);
    expect(run()).toEqual({
      ok: true,
      value: [
        { ok: true, value: expect.objectContaining({ id: 'event00000' }) },
        { ok: false, failure: { kind: 'already-exists', id: 'event00001' } },
        { ok: true, value: expect.objectContaining({ id: 'event00002' }) },
      ],
    });
    expect(events()).toHaveLength(3);
  });

  test('sends again only the calls that failed for the moment', () => {
    const { run, workspace } = script('anna().write(some(0, 3))', [
      {
        at: 2,
        method: 'calendar.events.insert',
        fault: { kind: 'error', code: 403, reason: 'rateLimitExceeded' },
      },
    ]);
    const before = workspace.clock.now();
    expect(run<{ value: Outcome[] }>().value.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(workspace.clock.now() - before).toBeGreaterThanOrEqual(1_000);
  });

  test('that was done though nobody heard so is sent again and doubles nothing', () => {
    const { run, events } = script('anna().write(some(0, 2))', [
      { method: 'batch', when: 'after', fault: { kind: 'error', code: 503 } },
    ]);
    expect(run<{ value: Outcome[] }>().value).toMatchObject([
      { failure: { kind: 'already-exists' } },
      { failure: { kind: 'already-exists' } },
    ]);
    expect(events()).toHaveLength(2);
  });

  test('fails as a whole when nothing of it is known', () => {
    const { run } = script('anna().write(some(0, 2))', [
      { method: 'batch', times: 100, fault: { kind: 'error', code: 503 } },
    ]);
    expect(run()).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
  });

  test('never mails a guest', () => {
    const { run, workspace } = script(`(() => {
      const calendar = anna();
      const { items } = calendar.changes(null, '${FROM}').value;
      return calendar.write([{ kind: 'patch', id: items[0].id, etag: items[0].etag, body: { start: { date: '2026-03-06' }, end: { date: '2026-03-07' } } }]);
    })()`);
    workspace.act(
      ANNA,
      'calendar.events.insert',
      { calendarId: 'primary', sendUpdates: 'none' },
      {
        start: { date: '2026-03-04' },
        end: { date: '2026-03-05' },
        attendees: [{ email: BEN }, { email: 'guest@else.example' }],
      },
    );
    expect(run()).toMatchObject({ ok: true, value: [{ ok: true }] });
    expect(workspace.state.outbox).toEqual([]);
    const { items } = workspace.act(ANNA, 'calendar.events.list', { calendarId: 'primary' }) as {
      items: GoogleEvent[];
    };
    expect(items).toMatchObject([{ start: { date: '2026-03-06' } }]);
  });

  test('keeps to the pace that one calendar bears', () => {
    const { run, workspace } = script(
      `(() => { const c = anna(); return [some(0, 50), some(50, 50)].map((w) => c.write(w).ok) })()`,
    );
    const before = workspace.clock.now();
    expect(run()).toEqual([true, true]);
    expect(workspace.clock.now() - before).toBeGreaterThanOrEqual(5_000);
  });
});

test('events are read by id, many at once, in order; one that never was is null', () => {
  const { run } = script(`(() => {
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
    all.prefetch([{ email: '${ANNA}', cursor: null, from: '${FROM}' }, { email: '${BEN}', cursor: null, from: '${FROM}' }, { email: 'nobody@acme.example', cursor: null, from: '${FROM}' }]);
    PropertiesService.getScriptProperties().getProperty('fetched');
    return ['${ANNA}', '${BEN}', 'nobody@acme.example'].map((email) => all.of(email).changes(null, '${FROM}'));
  })()`;

  test('are listed in parallel, each in their own name; what fails, fails there', () => {
    const { run, workspace } = script(PREFETCHED);
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

  test('are asked once: what was fetched before is not fetched again', () => {
    const { run, workspace } = script(PREFETCHED);
    run();
    // Anna and Ben once each; nobody has a token.
    expect(
      workspace.traffic.calls.filter(({ method }) => method === 'calendar.events.list'),
    ).toHaveLength(2);
  });

  test('whose listing failed for the moment are asked again when it is needed', () => {
    const { run } = script(PREFETCHED, [
      { method: 'calendar.events.list', at: 2, fault: { kind: 'error', code: 500 } },
    ]);
    expect(run<{ ok: boolean }[]>().map(({ ok }) => ok)).toEqual([true, true, false]);
  });
});

test('the zone of a calendar is told, with or without a listing before', () => {
  const { run } = script(`(() => {
    const all = people();
    const before = all.zoneOf('${ANNA}');
    all.of('${BEN}').changes(null, '${FROM}');
    return [before, all.zoneOf('${BEN}')];
  })()`);
  const [before, after] = run<Result<string, Failure>[]>();
  expect(before).toEqual({ ok: true, value: 'UTC' });
  expect(after).toEqual(before);
});

test('a token that Google does not take any more is thrown away, and the call made once more', () => {
  const { run } = script(`(() => {
    const source = tokens();
    const bad = { ok: true, value: 'expired' };
    let forgotten = 0;
    const parts = {
      tokensOf: (emails) => forgotten ? source.tokensFor(emails, SCOPES) : new Map(emails.map((e) => [e, bad])),
      forgetTokens: () => { forgotten += 1 },
    };
    const listed = anna(parts).changes(null, '${FROM}').ok;
    forgotten = 0;
    const written = anna(parts).write(some(0, 2));
    return [listed, written.value.map(({ ok }) => ok), forgotten];
  })()`);
  expect(run()).toEqual([true, [true, true], 1]);
});

test('without delegation there is no token, and the failure says of which client', () => {
  const { workspace, run } = script(`anna().changes(null, '${FROM}')`);
  const { clients } = byHand(workspace, 'delegation.list') as { clients: { clientId: string }[] };
  byHand(workspace, 'delegation.remove', { clientId: clients[0]!.clientId });
  expect(run()).toEqual({
    ok: false,
    failure: { kind: 'unauthorized-client', clientId: clients[0]!.clientId },
  });
});
