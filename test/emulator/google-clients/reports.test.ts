import { ADMIN, ANNA } from '../../support/small-company';
import { refusal, startClients, type Clients } from './clients';

let clients: Clients;
beforeAll(async () => {
  clients = await startClients();
  await clients.directory(ADMIN).users.patch({ userKey: ANNA, requestBody: { suspended: true } });
  clients.started.clock.advance(86_400_000);
});
afterAll(() => clients.started.stop());

const admin = { userKey: 'all', applicationName: 'admin' };

test('what was done is in the log, newest first, with Google’s names', async () => {
  const { data } = await clients
    .reports(ADMIN)
    .activities.list({ ...admin, eventName: 'SUSPEND_USER' });
  expect(data.items).toMatchObject([
    {
      id: { applicationName: 'admin', uniqueQualifier: expect.stringMatching(/^-?\d+$/) },
      actor: { email: ADMIN },
      events: [{ name: 'SUSPEND_USER', parameters: [{ name: 'USER_EMAIL', value: ANNA }] }],
    },
  ]);
});

test('a log without entries has no items', async () => {
  const { data } = await clients
    .reports(ADMIN)
    .activities.list({ ...admin, eventName: 'DELETE_USER' });
  expect(data).not.toHaveProperty('items');
});

test.each<[string, () => Promise<unknown>, unknown]>([
  [
    'a caller without the privilege',
    () => clients.reports(ANNA).activities.list(admin),
    [401, 'authError', expect.any(String)],
  ],
  [
    'an unknown log',
    () => clients.reports(ADMIN).activities.list({ ...admin, applicationName: 'weather' }),
    [400, expect.any(String), expect.stringContaining('weather')],
  ],
  [
    'too long a page',
    () => clients.reports(ADMIN).activities.list({ ...admin, maxResults: 1001 }),
    [400, 'invalidParameter', expect.stringContaining("Invalid value '1001'")],
  ],
  [
    'a time that is none',
    () => clients.reports(ADMIN).activities.list({ ...admin, startTime: 'yesterday' }),
    [400, 'invalidParameter', expect.any(String)],
  ],
])('%s is refused as the client tells it', async (_, call, expected) => {
  expect(await refusal(call())).toEqual(expected);
});
