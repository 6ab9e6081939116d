import { ANNA, aWorkspace, BEN } from '../../support/small-company';
import { anApp, refusalOf, type Answer } from './an-app';

function aFeed() {
  const workspace = aWorkspace();
  const act = (
    as: string,
    method: string,
    params: object = {},
    body: object | null = null,
  ): Answer => workspace.act(as, `drive.${method}`, params, body);
  const start = (as: string): string => act(as, 'changes.getStartPageToken').startPageToken;
  const since = (as: string, pageToken: string, params: object = {}): Answer =>
    act(as, 'changes.list', { pageToken, ...params });
  return { workspace, act, start, since };
}

describe('changes', () => {
  test('list each changed file once, in its present state, and where to continue', () => {
    const { act, start, since } = aFeed();
    const token = start(ANNA);
    const { id } = act(ANNA, 'files.create', {}, { name: 'a' });
    act(ANNA, 'files.update', { fileId: id }, { name: 'b' });
    const answer = since(ANNA, token);
    expect(answer.changes).toMatchObject([
      { fileId: id, removed: false, changeType: 'file', file: { name: 'b' } },
    ]);
    expect(since(ANNA, answer.newStartPageToken).changes).toEqual([]);
  });

  test('come in pages; only the last has the token to start from next time', () => {
    const { act, start, since } = aFeed();
    const token = start(ANNA);
    for (const name of ['a', 'b', 'c']) act(ANNA, 'files.create', {}, { name });
    const first = since(ANNA, token, { pageSize: 2 });
    expect(first.newStartPageToken).toBeUndefined();
    const second = since(ANNA, first.nextPageToken, { pageSize: 2 });
    expect(second.nextPageToken).toBeUndefined();
    expect([...first.changes, ...second.changes].map(({ file }) => file.name)).toEqual(
      expect.arrayContaining(['a', 'b', 'c']),
    );
    expect(second.newStartPageToken).toEqual(start(ANNA));
  });

  test('say removed for a deleted file and for one no longer shared', () => {
    const { act, start, since } = aFeed();
    const { id } = act(ANNA, 'files.create', {}, { name: 'a' });
    const permission = act(
      ANNA,
      'permissions.create',
      { fileId: id },
      { type: 'user', role: 'reader', emailAddress: BEN },
    );
    const token = start(BEN);
    act(ANNA, 'permissions.delete', { fileId: id, permissionId: permission.id });
    expect(since(BEN, token).changes).toMatchObject([{ fileId: id, removed: true }]);
    act(ANNA, 'files.delete', { fileId: id });
    expect(since(ANNA, token).changes).toMatchObject([{ fileId: id, removed: true }]);
    expect(since(ANNA, token, { includeRemoved: false }).changes).toEqual([]);
  });

  test('tell an application with drive.file of its own files only', () => {
    const { workspace, act, start } = aFeed();
    const app = anApp(workspace, 'app', ['drive.file']);
    const pageToken = start(ANNA);
    act(ANNA, 'files.create', {}, { name: 'theirs' });
    const { id } = app.call(ANNA, 'drive.files.create', {}, { name: 'ours' });
    const { changes } = app.call(ANNA, 'drive.changes.list', { pageToken });
    expect(changes.map(({ fileId }: { fileId: string }) => fileId)).toEqual([id]);
  });

  test('refuse an invalid token', () => {
    expect(refusalOf(() => aFeed().since(ANNA, 'soon'))).toMatchObject({
      code: 400,
      reason: 'invalid',
    });
  });
});

describe('a notification channel', () => {
  const body = {
    id: 'channel-1',
    type: 'web_hook',
    address: 'https://tandem.example/notices',
    token: 't',
  };

  test('is kept until it is stopped', () => {
    const { act, start, workspace } = aFeed();
    const channel = act(ANNA, 'changes.watch', { pageToken: start(ANNA) }, body);
    expect(channel).toMatchObject({ kind: 'api#channel', id: 'channel-1', token: 't' });
    act(ANNA, 'channels.stop', {}, { id: channel.id, resourceId: channel.resourceId });
    expect(workspace.state.drive.channels).toEqual([]);
    expect(
      refusalOf(() =>
        act(ANNA, 'channels.stop', {}, { id: channel.id, resourceId: channel.resourceId }),
      ).code,
    ).toBe(404);
  });

  test.each([
    [
      'an address that is not HTTPS',
      { address: 'http://tandem.example' },
      'push.webhookUrlNotHttps',
    ],
    ['a type Drive does not know', { type: 'carrier_pigeon' }, 'invalid'],
  ])('is refused for %s', (_, parts, reason) => {
    const { act, start } = aFeed();
    expect(
      refusalOf(() => act(ANNA, 'changes.watch', { pageToken: start(ANNA) }, { ...body, ...parts }))
        .reason,
    ).toBe(reason);
  });
});
