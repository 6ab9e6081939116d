import type { calendar_v3 } from 'googleapis';
import { ADMIN, ANNA, BEN } from '../../support/small-company';
import { refusal, startClients, type Clients } from './clients';

let clients: Clients;
beforeEach(async () => {
  clients = await startClients();
});
afterEach(() => clients.started.stop());

const events = (email = ANNA) => clients.calendar(email).events;
const timed = (summary: string, day = 3, more: object = {}): calendar_v3.Schema$Event => ({
  summary,
  start: { dateTime: `2026-03-0${day}T10:00:00Z`, timeZone: 'UTC' },
  end: { dateTime: `2026-03-0${day}T11:00:00Z`, timeZone: 'UTC' },
  ...more,
});
const insert = async (requestBody: calendar_v3.Schema$Event, email = ANNA) =>
  (await events(email).insert({ calendarId: 'primary', requestBody, sendUpdates: 'none' })).data;

/** Every page of a listing, and the token that the last one carries. */
async function listed(params: calendar_v3.Params$Resource$Events$List = {}) {
  const pages: calendar_v3.Schema$Events[] = [];
  let pageToken: string | undefined;
  do {
    const { data } = await events().list({
      calendarId: 'primary',
      ...params,
      ...(pageToken && { pageToken }),
    });
    pages.push(data);
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken);
  return {
    pages,
    items: pages.flatMap(({ items = [] }) => items),
    token: pages.at(-1)!.nextSyncToken!,
  };
}

test('only the last page has a sync token; an increment lists what changed and what was deleted', async () => {
  const made: calendar_v3.Schema$Event[] = [];
  for (const name of ['a', 'b', 'c']) made.push(await insert(timed(name)));
  const first = await listed({ maxResults: 2 });
  expect(first.items).toHaveLength(3);
  expect(first.pages.slice(0, -1).every(({ nextSyncToken }) => nextSyncToken === undefined)).toBe(
    true,
  );
  await events().patch({
    calendarId: 'primary',
    eventId: made[0]!.id!,
    requestBody: { summary: 'A' },
  });
  await events().delete({ calendarId: 'primary', eventId: made[1]!.id! });
  const next = await listed({ syncToken: first.token });
  expect(new Map(next.items.map(({ id, status }) => [id, status]))).toEqual(
    new Map([
      [made[0]!.id, 'confirmed'],
      [made[1]!.id, 'cancelled'],
    ]),
  );
  expect(next.items.find(({ id }) => id === made[0]!.id)).toMatchObject({ summary: 'A' });
  expect((await listed({ syncToken: next.token })).items).toEqual([]);
});

test('a sync token bears no other restriction, is known by its form, and dies of age', async () => {
  const { token } = await listed();
  expect(
    await refusal(listed({ syncToken: token, timeMin: '2026-03-01T00:00:00Z' })),
  ).toMatchObject([
    400,
    expect.any(String),
    'Sync token cannot be used with other request restrictions.',
  ]);
  expect(await refusal(listed({ syncToken: 'none' }))).toMatchObject([
    400,
    'invalid',
    expect.any(String),
  ]);
  clients.started.clock.advance(60 * 86_400_000);
  expect(await refusal(listed({ syncToken: token }))).toEqual([
    410,
    'fullSyncRequired',
    'Sync token is no longer valid, a full sync is required.',
  ]);
});

test('a write with the version of yesterday is refused; with the present one it is done', async () => {
  const { id, etag } = await insert(timed('a'));
  const change = (summary: string, ifMatch: string) =>
    events().patch(
      { calendarId: 'primary', eventId: id!, requestBody: { summary } },
      { headers: { 'If-Match': ifMatch } },
    );
  clients.started.clock.advance(1_000);
  const { data } = await change('b', etag!);
  expect(data.etag).not.toBe(etag);
  expect(await refusal(change('c', etag!))).toEqual([
    412,
    'conditionNotMet',
    'Precondition Failed',
  ]);
  expect((await change('d', data.etag!)).data.summary).toBe('d');
});

test('an id is never free again', async () => {
  const id = 'tandem0123456789';
  await insert(timed('a', 3, { id }));
  expect(await refusal(insert(timed('b', 3, { id })))).toEqual([
    409,
    'duplicate',
    'The requested identifier already exists.',
  ]);
  expect((await events().delete({ calendarId: 'primary', eventId: id })).status).toBe(204);
  expect(await refusal(events().delete({ calendarId: 'primary', eventId: id }))).toEqual([
    410,
    'deleted',
    'Resource has been deleted',
  ]);
  expect((await events().get({ calendarId: 'primary', eventId: id })).data.status).toBe(
    'cancelled',
  );
  expect(await refusal(insert(timed('b', 3, { id })))).toMatchObject([
    409,
    'duplicate',
    expect.any(String),
  ]);
});

test('a series has instances; one of them moves and another is called off', async () => {
  const { id } = await insert(timed('standup', 2, { recurrence: ['RRULE:FREQ=DAILY;COUNT=4'] }));
  const instances = async () =>
    (await events().instances({ calendarId: 'primary', eventId: id! })).data.items!;
  const [first, second] = await instances();
  expect(first).toMatchObject({ id: `${id}_20260302T100000Z`, recurringEventId: id });
  await events().patch({
    calendarId: 'primary',
    eventId: first!.id!,
    requestBody: {
      start: { dateTime: '2026-03-02T15:00:00Z' },
      end: { dateTime: '2026-03-02T16:00:00Z' },
    },
  });
  await events().delete({ calendarId: 'primary', eventId: second!.id! });
  const { items } = await listed({ singleEvents: true, orderBy: 'startTime' });
  expect(items.map(({ start }) => new Date(start!.dateTime!).toISOString())).toEqual([
    '2026-03-02T15:00:00.000Z',
    '2026-03-04T10:00:00.000Z',
    '2026-03-05T10:00:00.000Z',
  ]);
});

test('a guest has a copy and may answer it; the organizer sees the answer', async () => {
  const { id } = await insert(timed('talk', 3, { attendees: [{ email: BEN }] }));
  const copy = (await events(BEN).get({ calendarId: 'primary', eventId: id! })).data;
  expect(copy).toMatchObject({
    organizer: { email: ANNA },
    attendees: [{ email: BEN, self: true, responseStatus: 'needsAction' }],
  });
  await events(BEN).patch({
    calendarId: 'primary',
    eventId: id!,
    requestBody: { attendees: [{ email: BEN, responseStatus: 'accepted' }] },
  });
  expect(
    (await events().get({ calendarId: 'primary', eventId: id! })).data.attendees,
  ).toMatchObject([{ responseStatus: 'accepted' }]);
});

test('who has no access finds nothing, and sees only that somebody is busy', async () => {
  await insert(timed('secret', 3, { visibility: 'private' }));
  const query = {
    timeMin: '2026-03-03T00:00:00Z',
    timeMax: '2026-03-04T00:00:00Z',
    items: [{ id: ANNA }, { id: 'nobody@else.example' }],
  };
  const { data } = await clients.calendar(BEN).freebusy.query({ requestBody: query });
  expect(data.calendars).toMatchObject({
    [ANNA]: { busy: [{ start: expect.stringContaining('10:00:00') }] },
    'nobody@else.example': { errors: [{ reason: 'notFound' }] },
  });
  expect(await refusal(events(BEN).list({ calendarId: 'nobody@else.example' }))).toEqual([
    404,
    'notFound',
    'Not Found',
  ]);
});

test.each<[string, (id: string) => Promise<unknown>, unknown]>([
  [
    'a start without an end',
    () => insert({ summary: 'x', start: { date: '2026-03-02' } }),
    [400, 'required', 'Missing end time.'],
  ],
  [
    'a date beside a time',
    () => insert({ start: { date: '2026-03-02' }, end: { dateTime: '2026-03-02T11:00:00Z' } }),
    [400, 'invalid', 'Start and end times must either both be date or both be dateTime.'],
  ],
  [
    'an end before the start',
    () => insert({ start: { date: '2026-03-02' }, end: { date: '2026-03-01' } }),
    [400, 'timeRangeEmpty', 'The specified time range is empty.'],
  ],
  [
    'an id of other letters',
    () => insert(timed('x', 3, { id: 'WXYZ-1' })),
    [400, 'invalid', 'Invalid resource id value.'],
  ],
  [
    'an order that singleEvents lacks',
    () => events().list({ calendarId: 'primary', orderBy: 'startTime' }),
    [400, 'invalid', 'The requested ordering is not available for the particular query.'],
  ],
  [
    'another calendar that is not there',
    () => events().list({ calendarId: 'none@acme.example' }),
    [404, 'notFound', 'Not Found'],
  ],
])('%s is refused as the client tells it', async (_, call, expected) => {
  expect(await refusal(call(''))).toEqual(expected);
});

test('a batch made by hand writes many events in one request', async () => {
  const part = (id: string, day: number) =>
    `--b\r\nContent-Type: application/http\r\nContent-ID: <${id}>\r\n\r\nPOST /calendar/v3/calendars/primary/events?sendUpdates=none\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(timed(id, day, { id }))}\r\n`;
  const response = await clients.fetch(ANNA, '/batch/calendar/v3', {
    method: 'POST',
    headers: { 'content-type': 'multipart/mixed; boundary=b' },
    body: `${part('first', 3)}${part('again', 4)}${part('first', 5)}--b--`,
  });
  const text = await response.text();
  expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 409']);
  expect((await listed()).items.map(({ id }) => id).sort()).toEqual(['again', 'first']);
});

test('the minute’s quota ends, and begins again', async () => {
  const colors = () => clients.calendar(ADMIN).colors.get({}, { retry: false });
  for (let call = 0; call < 600; call++) await clients.fetch(ADMIN, '/calendar/v3/colors');
  expect(await refusal(colors())).toMatchObject([
    expect.any(Number),
    expect.stringMatching(/ateLimitExceeded/),
    expect.any(String),
  ]);
  clients.started.clock.advance(60_000);
  expect((await colors()).status).toBe(200);
});
