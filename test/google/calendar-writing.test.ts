import type { PlannedFault } from '../../emulator/runtime/faults';
import type { GoogleEvent } from '../../src/calendar/entry/google-event';
import type { GoogleWrite } from '../../src/calendar/ports';
import { getCall, listPath, writeCall, zonePath } from '../../src/google/calendar-requests';
import type { Failure } from '../../src/kit/failure';
import type { Result } from '../../src/kit/result';
import { ANNA, BEN } from '../support/small-company';
import { calendarScript, FROM } from './calendar-script';

type Outcome = Result<GoogleEvent | null, Failure>;

test('every call names whose quota it counts against, and no write sends mail', () => {
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

test('what is changed or deleted is only what was read: both carry its etag [Inv13]', () => {
  const headersOf = (write: GoogleWrite) => writeCall(write, 'q1').headers;
  const ifMatch = { 'If-Match': '"7"' };
  expect(headersOf({ kind: 'patch', id: 'a', etag: '"7"', body: {} })).toEqual(ifMatch);
  expect(headersOf({ kind: 'delete', id: 'a', etag: '"7"' })).toEqual(ifMatch);
  expect(headersOf({ kind: 'insert', id: 'a', body: {} })).toBeUndefined();
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
  ])('of 50 has an outcome for each call%s', (_, faults) => {
    const { run, events } = calendarScript(BATCH, faults);
    const { value } = run<{ value: Outcome[] }>();
    expect(value).toHaveLength(50);
    expect(value[0]).toEqual({ ok: false, failure: { kind: 'stale-etag', id: 'event00000' } });
    expect(value[1]).toEqual({ ok: false, failure: { kind: 'already-exists', id: 'event00000' } });
    expect(value.slice(2, 48).every(({ ok }) => ok)).toBe(true);
    const first = { id: 'event00001', summary: 'Müll 東京 🎌 1' };
    expect(value[2]).toMatchObject({ value: { ...first, etag: expect.any(String) } });
    expect(events()).toContainEqual(expect.objectContaining(first));
    expect(value[48]).toMatchObject({ value: { summary: 'Newest' } });
    expect(value[49]).toEqual({ ok: false, failure: { kind: 'not-found', id: 'event99999' } });
    expect(events()).toHaveLength(47);
  });

  test('whose response lacks a part repeats that part, and meets its own write', () => {
    const { run, events } = calendarScript('anna().write(some(0, 3))', [
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
    const { run, workspace } = calendarScript('anna().write(some(0, 3))', [
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

  test('that was carried out without a response is sent again and creates no duplicates', () => {
    const { run, events } = calendarScript('anna().write(some(0, 2))', [
      { method: 'batch', when: 'after', fault: { kind: 'error', code: 503 } },
    ]);
    expect(run<{ value: Outcome[] }>().value).toMatchObject([
      { failure: { kind: 'already-exists' } },
      { failure: { kind: 'already-exists' } },
    ]);
    expect(events()).toHaveLength(2);
  });

  test('fails as a whole when no outcome is known', () => {
    const { run } = calendarScript('anna().write(some(0, 2))', [
      { method: 'batch', times: 100, fault: { kind: 'error', code: 503 } },
    ]);
    expect(run()).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
  });

  test('never mails a guest', () => {
    const { run, workspace } = calendarScript(`(() => {
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

  test('keeps to the pace that one calendar allows', () => {
    const { run, workspace } = calendarScript(
      `(() => { const c = anna(); return [some(0, 50), some(50, 50)].map((w) => c.write(w).ok) })()`,
    );
    const before = workspace.clock.now();
    expect(run()).toEqual([true, true]);
    expect(workspace.clock.now() - before).toBeGreaterThanOrEqual(4_000);
  });
});
