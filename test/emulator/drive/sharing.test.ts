import type { AuditEntry } from '../../../emulator/workspace/audit-log';
import { grantFileAccess } from '../../../emulator/workspace/drive/app-access';
import { ADMIN, ANNA, aWorkspace, BEN } from '../../support/small-company';
import { anApp, refusalOf, type Answer } from './an-app';

function aSharedFile() {
  const workspace = aWorkspace();
  const log: AuditEntry[] = [];
  workspace.audit = (entry) => void log.push(entry);
  const act = (
    as: string,
    method: string,
    params: object = {},
    body: object | null = null,
  ): Answer => workspace.act(as, `drive.${method}`, params, body);
  const fileId = act(ANNA, 'files.create', {}, { name: 'Plan' }).id as string;
  const share = (body: object, params: object = {}): Answer =>
    act(ANNA, 'permissions.create', { fileId, ...params }, body);
  return { workspace, act, fileId, share, log };
}

const reads = (drive: ReturnType<typeof aSharedFile>, as: string): boolean => {
  try {
    drive.act(as, 'files.get', { fileId: drive.fileId });
    return true;
  } catch {
    return false;
  }
};

describe('a file that is shared', () => {
  test('is hidden from others until then', () => {
    const drive = aSharedFile();
    expect(refusalOf(() => drive.act(BEN, 'files.get', { fileId: drive.fileId }))).toEqual({
      code: 404,
      reason: 'notFound',
      message: `File not found: ${drive.fileId}.`,
    });
    drive.share({ type: 'user', role: 'reader', emailAddress: BEN });
    expect(reads(drive, BEN)).toBe(true);
  });

  test.each([
    ['a user', { type: 'user', role: 'reader', emailAddress: BEN }],
    ['their domain', { type: 'domain', role: 'reader', domain: 'acme.example' }],
    ['anyone with the link', { type: 'anyone', role: 'reader' }],
  ])('with %s can be read by that person', (_, permission) => {
    const drive = aSharedFile();
    drive.share(permission);
    expect(reads(drive, BEN)).toBe(true);
  });

  test('with a group can be read by the members of the groups in it', () => {
    const drive = aSharedFile();
    const { directory } = drive.workspace.state;
    const member = { role: 'MEMBER', addedAt: 0 } as const;
    const group = (id: string, members: object[]) =>
      ({
        id,
        customerId: 'C01acme00',
        email: `${id}@acme.example`,
        name: id,
        description: '',
        aliases: [],
        members,
      }) as never;
    directory.groups['inner'] = group('inner', [
      { id: '100000000000000000002', type: 'USER', email: BEN, ...member },
    ]);
    directory.groups['outer'] = group('outer', [
      { id: 'inner', type: 'GROUP', email: 'inner@acme.example', ...member },
    ]);
    directory.revision++;
    drive.share({ type: 'group', role: 'reader', emailAddress: 'outer@acme.example' });
    expect([reads(drive, BEN), reads(drive, ADMIN)]).toEqual([true, false]);
  });

  test('until a time cannot be read after it', () => {
    const drive = aSharedFile();
    drive.share({
      type: 'user',
      role: 'reader',
      emailAddress: BEN,
      expirationTime: '2026-03-03T00:00:00Z',
    });
    expect(reads(drive, BEN)).toBe(true);
    drive.workspace.clock.advance(24 * 60 * 60 * 1000);
    expect(reads(drive, BEN)).toBe(false);
  });

  test('through its folder can be changed by those who may change the folder', () => {
    const { act } = aSharedFile();
    const folder = act(
      ANNA,
      'files.create',
      {},
      { name: 'F', mimeType: 'application/vnd.google-apps.folder' },
    ).id;
    const file = act(ANNA, 'files.create', {}, { name: 'f', parents: [folder] }).id;
    act(
      ANNA,
      'permissions.create',
      { fileId: folder },
      { type: 'user', role: 'writer', emailAddress: BEN },
    );
    expect(act(BEN, 'files.update', { fileId: file }, { name: 'g' }).name).toBe('g');
  });

  test.each([
    ['reader', 'files.update', { name: 'x' }],
    ['reader', 'permissions.list', null],
    ['reader', 'permissions.create', { type: 'anyone', role: 'reader' }],
    ['commenter', 'files.update', { name: 'x' }],
    ['writer', 'files.update', { trashed: true }],
    ['writer', 'files.delete', null],
  ])('with a %s is not open to %s with %j', (role, method, body) => {
    const drive = aSharedFile();
    drive.share({ type: 'user', role, emailAddress: BEN });
    expect(refusalOf(() => drive.act(BEN, method, { fileId: drive.fileId }, body))).toEqual({
      code: 403,
      reason: 'insufficientFilePermissions',
      message: 'The user does not have sufficient permissions for this file.',
    });
  });

  test('notifies the person by mail, unless the caller declines', () => {
    const { workspace, share } = aSharedFile();
    share({ type: 'user', role: 'writer', emailAddress: BEN }, { emailMessage: 'Have a look' });
    share({ type: 'user', role: 'reader', emailAddress: ADMIN }, { sendNotificationEmail: false });
    expect(workspace.state.outbox).toEqual([
      expect.objectContaining({
        to: [BEN],
        subject: 'Item shared with you: "Plan"',
        body: expect.stringContaining('Have a look'),
        by: 'drive',
      }),
    ]);
  });

  test('silently with an address that has no account is refused', () => {
    const { share } = aSharedFile();
    expect(
      refusalOf(() =>
        share(
          { type: 'user', role: 'reader', emailAddress: 'x@nowhere.example' },
          { sendNotificationEmail: false },
        ),
      ),
    ).toMatchObject({ code: 400, reason: 'invalidSharingRequest' });
  });

  test('is given away only when the transfer is said aloud; the giver stays a writer', () => {
    const { act, fileId, share } = aSharedFile();
    const owner = { type: 'user', role: 'owner', emailAddress: BEN };
    expect(refusalOf(() => share(owner)).reason).toBe('forbidden');
    share(owner, { transferOwnership: true });
    expect(
      act(BEN, 'permissions.list', { fileId, fields: 'permissions(role,emailAddress)' })
        .permissions,
    ).toEqual([
      { role: 'writer', emailAddress: ANNA },
      { role: 'owner', emailAddress: BEN },
    ]);
  });

  test('and then no longer is hidden again', () => {
    const drive = aSharedFile();
    const { id } = drive.share({ type: 'user', role: 'reader', emailAddress: BEN });
    drive.act(
      ANNA,
      'permissions.update',
      { fileId: drive.fileId, permissionId: id },
      { role: 'writer' },
    );
    expect(drive.act(BEN, 'permissions.get', { fileId: drive.fileId, permissionId: id }).role).toBe(
      'writer',
    );
    drive.act(ANNA, 'permissions.delete', { fileId: drive.fileId, permissionId: id });
    expect(reads(drive, BEN)).toBe(false);
  });

  test('writes who may do what into the log, in Google’s words', () => {
    const { share, log, fileId } = aSharedFile();
    share({ type: 'user', role: 'writer', emailAddress: BEN });
    const [event] = log.at(-1)!.events;
    expect(event).toMatchObject({ type: 'acl_change', name: 'change_user_access' });
    expect(event!.parameters).toEqual(
      expect.arrayContaining([
        { name: 'primary_event', boolValue: true },
        { name: 'target_user', value: BEN },
        { name: 'old_visibility', value: 'private' },
        { name: 'visibility', value: 'shared_internally' },
        { name: 'visibility_change', value: 'none' },
        { name: 'old_value', multiValue: ['none'] },
        { name: 'new_value', multiValue: ['can_edit'] },
        { name: 'doc_id', value: fileId },
        { name: 'owner', value: ANNA },
      ]),
    );
  });

  test('with the world is logged as a change to the outside', () => {
    const { share, log } = aSharedFile();
    share({ type: 'anyone', role: 'reader' });
    expect(log.at(-1)!.events[0]!.parameters).toEqual(
      expect.arrayContaining([
        { name: 'visibility_change', value: 'external' },
        { name: 'visibility', value: 'people_with_link' },
      ]),
    );
  });
});

test('creating, editing, renaming, trashing and deleting are logged; reading by the API is not', () => {
  const { act, fileId, log } = aSharedFile();
  act(ANNA, 'files.get', { fileId, fields: '*' });
  act(ANNA, 'files.update', { fileId }, { name: 'New' });
  act(ANNA, 'files.update', { fileId }, { trashed: true });
  act(ANNA, 'files.delete', { fileId });
  expect(log.map(({ events }) => events[0]!.name)).toEqual(['create', 'rename', 'trash', 'delete']);
});

describe('an application with drive.file alone', () => {
  const aFileApp = () => {
    const drive = aSharedFile();
    return { ...drive, app: anApp(drive.workspace, 'app', ['drive.file']) };
  };

  test('sees the files it made and no others', () => {
    const { app, fileId } = aFileApp();
    const made = app.call(ANNA, 'drive.files.create', {}, { name: 'Made' }).id;
    expect(app.call(ANNA, 'drive.files.list').files).toMatchObject([{ id: made }]);
    expect(refusalOf(() => app.call(ANNA, 'drive.files.get', { fileId }))).toMatchObject({
      code: 404,
      reason: 'notFound',
    });
  });

  test('sees a file once the person opened it with the application; others’ use of it stays closed', () => {
    const { workspace, app, fileId, share } = aFileApp();
    share({ type: 'user', role: 'writer', emailAddress: BEN });
    grantFileAccess(workspace, { clientId: 'app', userId: '100000000000000000001', fileId });
    expect(app.call(ANNA, 'drive.files.update', { fileId }, { name: 'Opened' }).name).toBe(
      'Opened',
    );
    expect(refusalOf(() => app.call(BEN, 'drive.files.get', { fileId })).code).toBe(404);
    expect(app.call(ANNA, 'drive.files.get', { fileId, fields: 'isAppAuthorized' })).toEqual({
      isAppAuthorized: true,
    });
  });

  test('that may read everything still may not write what it was not given', () => {
    const { workspace, fileId } = aFileApp();
    const app = anApp(workspace, 'app', ['drive.file', 'drive.readonly']);
    expect(
      refusalOf(() => app.call(ANNA, 'drive.files.update', { fileId }, { name: 'x' })),
    ).toEqual({
      code: 403,
      reason: 'appNotAuthorizedToFile',
      message: `The user has not granted the app 123456789012 write access to the file ${fileId}.`,
    });
  });
});
