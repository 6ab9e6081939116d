import { grantKey } from '../../../emulator/workspace/state/oauth';
import { ADMIN, ANNA, aWorkspace } from '../../support/small-company';
import { adminLog, directoryAs, NOT_AUTHORIZED, refusalOf, type Answer } from './acting';

const CLIENT = '123-app.apps.googleusercontent.com';
const SCOPES = ['https://www.googleapis.com/auth/calendar'];

/** Anna allowed an application. */
function withGrant() {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  const userId: string = directory('users.get', { userKey: ANNA }).id;
  const { oauth } = workspace.state;
  oauth.clients[CLIENT] = {
    clientId: CLIENT,
    name: 'Planner',
    kind: 'web',
    projectNumber: '123',
    ownerCustomerId: null,
  };
  oauth.grants[grantKey(CLIENT, userId)] = {
    clientId: CLIENT,
    userId,
    scopes: SCOPES,
    via: 'consent',
    grantedAt: workspace.clock.now(),
  };
  return { workspace, directory, userId };
}

test('the applications that a person allowed are listed, without the time', () => {
  const { directory, userId } = withGrant();
  const { items } = directory('tokens.list', { userKey: ANNA });
  expect(items).toEqual([
    {
      kind: 'admin#directory#token',
      etag: expect.any(String),
      clientId: CLIENT,
      displayText: 'Planner',
      anonymous: false,
      nativeApp: false,
      userKey: userId,
      scopes: SCOPES,
    },
  ]);
  expect(directory('tokens.list', { userKey: ADMIN })).not.toHaveProperty('items');
});

test('an administrator ends a grant, and the log says so', () => {
  const { workspace, directory } = withGrant();
  directory('tokens.delete', { userKey: ANNA, clientId: CLIENT });
  expect(workspace.state.oauth.grants).toEqual({});
  expect(refusalOf(() => directory('tokens.get', { userKey: ANNA, clientId: CLIENT }))).toMatch(
    /^404 notFound/,
  );
  expect(adminLog(workspace)).toEqual([`REVOKE_3LO_TOKEN USER_EMAIL=${ANNA} APP_ID=${CLIENT}`]);
});

test('a person without a role sees no grants, not even their own', () => {
  const { workspace } = withGrant();
  expect(refusalOf(() => directoryAs(workspace, ANNA)('tokens.list', { userKey: ANNA }))).toBe(
    NOT_AUTHORIZED,
  );
});

test('nobody has an application-specific password', () => {
  const { directory } = withGrant();
  expect(directory('asps.list', { userKey: ANNA })).not.toHaveProperty('items');
  expect(refusalOf(() => directory('asps.get', { userKey: ANNA, codeId: 1 }))).toMatch(
    /^404 notFound/,
  );
});

const CHANNEL = { id: 'channel-1', type: 'web_hook', address: 'https://notices.example/in' };
const HOUR_MS = 60 * 60 * 1000;

test('a channel lasts two hours, or as long as asked but at most two days, and can be stopped once', () => {
  const { workspace, directory } = withGrant();
  const watch = (more: object = {}): Answer =>
    directory('users.watch', { customer: 'my_customer', event: 'update' }, { ...CHANNEL, ...more });
  const channel = watch();
  expect(channel).toMatchObject({
    kind: 'api#channel',
    id: CHANNEL.id,
    resourceUri: expect.stringContaining('users?'),
    expiration: String(workspace.clock.now() + 2 * HOUR_MS),
  });
  const long = watch({ id: 'channel-2', params: { ttl: String(7 * 24 * 3600) } });
  expect(Number(long.expiration)).toBe(workspace.clock.now() + 48 * HOUR_MS);
  const { id, resourceId } = channel;
  const stop = () => workspace.act(ADMIN, 'admin.channels.stop', {}, { id, resourceId });
  expect(refusalOf(stop)).toBe('none');
  expect(refusalOf(stop)).toMatch(/^404 notFound/);
});

test.each([
  [{ address: 'http://notices.example/in' }, '400 push.webhookUrlNotHttps'],
  [{ type: 'carrier_pigeon' }, '400 invalid'],
  [{ id: '' }, '400 invalid'],
])('the channel %j is refused: %s', (more, expected) => {
  const { directory } = withGrant();
  const watch = () =>
    directory('users.aliases.watch', { userKey: ANNA, event: 'add' }, { ...CHANNEL, ...more });
  expect(refusalOf(watch)).toContain(expected);
});

test('a channel id can be used only once', () => {
  const { directory } = withGrant();
  const watch = () => directory('users.aliases.watch', { userKey: ANNA }, CHANNEL);
  watch();
  expect(refusalOf(watch)).toBe('400 channelIdNotUnique: Channel id channel-1 not unique');
});
