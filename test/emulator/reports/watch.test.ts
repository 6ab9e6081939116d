import { ADMIN, ANNA, aWorkspace } from '../../support/small-company';

const CHANNEL = { id: 'c-1', type: 'web_hook', address: 'https://example.com/notices', token: 't' };

const watch = (body: object = CHANNEL, applicationName = 'admin', as = ADMIN) => {
  const workspace = aWorkspace();
  const call = () =>
    workspace.act(as, 'reports.activities.watch', { userKey: 'all', applicationName }, body);
  return { workspace, call };
};

test('a channel lasts six hours and is kept', () => {
  const { workspace, call } = watch();
  expect(call()).toEqual({
    kind: 'api#channel',
    id: 'c-1',
    resourceId: expect.any(String),
    resourceUri: expect.stringContaining('/admin/reports/v1/activity/users/all/applications/admin'),
    token: 't',
    expiration: String(workspace.clock.now() + 6 * 60 * 60 * 1000),
  });
  expect(workspace.state.reports.channels['c-1']).toMatchObject({ address: CHANNEL.address });
});

test('an id is free again when its channel has ended', () => {
  const { workspace, call } = watch({ ...CHANNEL, params: { ttl: '60' } });
  call();
  expect(call).toThrow('Channel id c-1 not unique');
  workspace.clock.advance(60_001);
  expect(call).not.toThrow();
});

test.each([
  ['no address', { id: 'c', type: 'web_hook' }, 'entity.address'],
  ['an address without TLS', { ...CHANNEL, address: 'http://example.com' }, 'HTTPS'],
  ['another kind of channel', { ...CHANNEL, type: 'pubsub' }, 'Unknown channel type'],
])('%s is refused', (_, body, words) => {
  expect(watch(body).call).toThrow(words);
});

test('not every application can be watched', () => {
  expect(watch(CHANNEL, 'gmail').call).toThrow('regular expression');
});

test('watching needs the right to read', () => {
  expect(watch(CHANNEL, 'admin', ANNA).call).toThrow('not authorized to read activity records');
});
