import { MediaAnswer } from '../../../emulator/workspace/api-method';
import { ANNA, aWorkspace, BEN } from '../../support/small-company';
import { anApp, refusalOf, type Answer } from './an-app';

const FOLDER = 'application/vnd.google-apps.folder';
const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

function aDrive() {
  const workspace = aWorkspace();
  const act = (
    as: string,
    method: string,
    params: object = {},
    body: object | null = null,
  ): Answer => workspace.act(as, `drive.${method}`, params, body);
  const app = anApp(workspace, 'app', ['drive']);
  const upload = (name: string, text: string, mimeType?: string): string =>
    app.call(
      ANNA,
      'drive.files.create',
      {},
      { name, ...(mimeType && { mimeType }) },
      { contentType: 'text/plain', text },
    ).id;
  return { workspace, act, app, upload };
}

const textOf = (answer: Answer): string => {
  if (!(answer instanceof MediaAnswer)) throw new Error('That is no media.');
  return Buffer.from(answer.bytes).toString();
};

describe('a file', () => {
  test('answers kind, id, name and type unless fields are asked for', () => {
    const { act } = aDrive();
    const file = act(ANNA, 'files.create', {}, { name: 'Plan', mimeType: SPREADSHEET });
    expect(file).toEqual({
      kind: 'drive#file',
      id: expect.stringMatching(/^1[\w-]{43}$/),
      name: 'Plan',
      mimeType: SPREADSHEET,
    });
    expect(act(ANNA, 'files.get', { fileId: file.id, fields: 'name,owners/emailAddress' })).toEqual(
      {
        name: 'Plan',
        owners: [{ emailAddress: ANNA }],
      },
    );
  });

  test('answers everything for fields=*, as its owner sees it', () => {
    const { act } = aDrive();
    const { id } = act(ANNA, 'files.create', {}, { name: 'Plan', mimeType: SPREADSHEET });
    expect(act(ANNA, 'files.get', { fileId: id, fields: '*' })).toMatchObject({
      id,
      version: '1',
      trashed: false,
      ownedByMe: true,
      shared: false,
      capabilities: { canEdit: true, canShare: true, canTrash: true, canDelete: true },
      createdTime: '2026-03-02T08:00:00.000Z',
      webViewLink: `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`,
      permissions: [{ role: 'owner', emailAddress: ANNA }],
    });
  });

  test('names the field that it does not have', () => {
    const { act } = aDrive();
    expect(refusalOf(() => act(ANNA, 'files.list', { fields: 'files(id,colour)' }))).toEqual({
      code: 400,
      reason: 'invalidParameter',
      message: 'Invalid field selection colour',
    });
  });

  test('keeps its uploaded bytes, one revision for each upload', () => {
    const { app, act, upload } = aDrive();
    const id = upload('notes.txt', 'first');
    app.call(
      ANNA,
      'drive.files.update',
      { fileId: id },
      {},
      { contentType: 'text/plain', text: 'second' },
    );
    expect(textOf(act(ANNA, 'files.get', { fileId: id, alt: 'media' }))).toBe('second');
    const { revisions } = act(ANNA, 'revisions.list', { fileId: id });
    expect(revisions).toHaveLength(2);
    expect(
      textOf(act(ANNA, 'revisions.get', { fileId: id, revisionId: revisions[0].id, alt: 'media' })),
    ).toBe('first');
    expect(
      act(ANNA, 'files.get', {
        fileId: id,
        fields: 'size,md5Checksum,headRevisionId,fileExtension',
      }),
    ).toEqual({
      size: '6',
      md5Checksum: 'a9f0e61a137d86aa9db53465e0801612',
      headRevisionId: revisions[1].id,
      fileExtension: 'txt',
    });
  });

  test('of an editor has no bytes to download', () => {
    const { act } = aDrive();
    const { id } = act(ANNA, 'files.create', {}, { mimeType: SPREADSHEET });
    expect(refusalOf(() => act(ANNA, 'files.get', { fileId: id, alt: 'media' }))).toMatchObject({
      code: 403,
      reason: 'fileNotDownloadable',
    });
  });

  test('raises its version with every change of content, metadata and sharing', () => {
    const { act, app, upload } = aDrive();
    const id = upload('a.txt', 'a');
    const version = (): number =>
      Number(act(ANNA, 'files.get', { fileId: id, fields: 'version' }).version);
    const changes = [
      () => act(ANNA, 'files.update', { fileId: id }, { name: 'b.txt' }),
      () =>
        app.call(
          ANNA,
          'drive.files.update',
          { fileId: id },
          {},
          { contentType: 'text/plain', text: 'b' },
        ),
      () =>
        act(
          ANNA,
          'permissions.create',
          { fileId: id },
          { type: 'user', role: 'reader', emailAddress: BEN },
        ),
      () => act(ANNA, 'files.update', { fileId: id }, { starred: true }),
      () => act(ANNA, 'files.update', { fileId: id }, { trashed: true }),
    ];
    for (const change of changes) {
      const before = version();
      change();
      expect(version()).toBeGreaterThan(before);
    }
  });

  test('keeps its modified time when only its sharing or its properties change', () => {
    const { workspace, act, upload } = aDrive();
    const id = upload('a.txt', 'a');
    workspace.clock.advance(60_000);
    act(ANNA, 'permissions.create', { fileId: id }, { type: 'anyone', role: 'reader' });
    act(ANNA, 'files.update', { fileId: id }, { properties: { a: 'b' } });
    const modified = (): string =>
      act(ANNA, 'files.get', { fileId: id, fields: 'modifiedTime' }).modifiedTime;
    expect(modified()).toBe('2026-03-02T08:00:00.000Z');
    act(ANNA, 'files.update', { fileId: id }, { name: 'b.txt' });
    expect(modified()).toBe('2026-03-02T08:01:00.000Z');
  });

  test('shows application properties only to the application that set them', () => {
    const { workspace, app } = aDrive();
    const other = anApp(workspace, 'other', ['drive']);
    const { id } = app.call(
      ANNA,
      'drive.files.create',
      {},
      { name: 'x', appProperties: { tandem: 'workbook' }, properties: { all: 'see' } },
    );
    const fields = 'properties,appProperties';
    expect(app.call(ANNA, 'drive.files.get', { fileId: id, fields })).toEqual({
      properties: { all: 'see' },
      appProperties: { tandem: 'workbook' },
    });
    expect(other.call(ANNA, 'drive.files.get', { fileId: id, fields })).toEqual({
      properties: { all: 'see' },
    });
    app.call(ANNA, 'drive.files.update', { fileId: id }, { appProperties: { tandem: null } });
    expect(app.call(ANNA, 'drive.files.get', { fileId: id, fields })).toEqual({
      properties: { all: 'see' },
    });
  });

  test('in a trashed folder is trashed, but not by itself', () => {
    const { act } = aDrive();
    const folder = act(ANNA, 'files.create', {}, { name: 'F', mimeType: FOLDER }).id;
    const file = act(ANNA, 'files.create', {}, { name: 'f', parents: [folder] }).id;
    act(ANNA, 'files.update', { fileId: folder }, { trashed: true });
    expect(act(ANNA, 'files.get', { fileId: file, fields: 'trashed,explicitlyTrashed' })).toEqual({
      trashed: true,
      explicitlyTrashed: false,
    });
  });

  test('moves between folders, but not into itself', () => {
    const { act } = aDrive();
    const root = act(ANNA, 'files.get', { fileId: 'root' }).id;
    const folder = act(ANNA, 'files.create', {}, { name: 'F', mimeType: FOLDER }).id;
    const file = act(ANNA, 'files.create', {}, { name: 'f' }).id;
    act(ANNA, 'files.update', { fileId: file, addParents: folder, removeParents: root });
    expect(act(ANNA, 'files.get', { fileId: file, fields: 'parents' })).toEqual({
      parents: [folder],
    });
    expect(
      refusalOf(() => act(ANNA, 'files.update', { fileId: folder, addParents: folder })).code,
    ).toBe(400);
  });

  test('that was deleted is gone for good, with what was in it', () => {
    const { act } = aDrive();
    const folder = act(ANNA, 'files.create', {}, { name: 'F', mimeType: FOLDER }).id;
    const file = act(ANNA, 'files.create', {}, { name: 'f', parents: [folder] }).id;
    expect(act(ANNA, 'files.delete', { fileId: folder })).toBeUndefined();
    expect(refusalOf(() => act(ANNA, 'files.get', { fileId: file }))).toEqual({
      code: 404,
      reason: 'notFound',
      message: `File not found: ${file}.`,
    });
  });

  test('is copied with its content and not with its sharing', () => {
    const { act, upload } = aDrive();
    const id = upload('a.txt', 'text');
    act(ANNA, 'permissions.create', { fileId: id }, { type: 'anyone', role: 'reader' });
    const copy = act(BEN, 'files.copy', { fileId: id }, {});
    expect(copy.name).toBe('Copy of a.txt');
    expect(textOf(act(BEN, 'files.get', { fileId: copy.id, alt: 'media' }))).toBe('text');
    expect(act(BEN, 'files.get', { fileId: copy.id, fields: 'shared,ownedByMe' })).toEqual({
      shared: false,
      ownedByMe: true,
    });
  });

  test('accepts an id that was generated before, once', () => {
    const { act } = aDrive();
    const [id] = act(ANNA, 'files.generateIds', { count: 1 }).ids;
    expect(act(ANNA, 'files.create', {}, { id, name: 'f' }).id).toBe(id);
    expect(refusalOf(() => act(ANNA, 'files.create', {}, { id, name: 'f' }))).toMatchObject({
      code: 409,
      reason: 'fileIdInUse',
    });
  });

  test('of comma-separated text becomes a spreadsheet where one is asked for, and back', () => {
    const { act, app } = aDrive();
    const csv = 'name,count,share\r\n"Smith, ""Al""",12,50%\r\n';
    const { id } = app.call(
      ANNA,
      'drive.files.create',
      {},
      { name: 'Import', mimeType: SPREADSHEET },
      { contentType: 'text/csv', text: csv },
    );
    expect(textOf(act(ANNA, 'files.export', { fileId: id, mimeType: 'text/csv' }))).toBe(
      'name,count,share\r\n"Smith, ""Al""",12,50%',
    );
  });

  test('cannot be described by what only Drive sets', () => {
    const { act } = aDrive();
    expect(
      refusalOf(() => act(ANNA, 'files.create', {}, { name: 'x', version: '9' })),
    ).toMatchObject({ code: 403, reason: 'fieldNotWritable' });
  });
});

test('who asks about themselves must say which fields', () => {
  const { act } = aDrive();
  expect(refusalOf(() => act(ANNA, 'about.get'))).toMatchObject({ code: 400, reason: 'required' });
  expect(act(ANNA, 'about.get', { fields: 'user(emailAddress,displayName,me)' })).toEqual({
    user: { emailAddress: ANNA, displayName: 'anna Example', me: true },
  });
});

test('answers are not the Workspace’s own data', () => {
  const { act } = aDrive();
  const { id } = act(ANNA, 'files.create', {}, { name: 'f', properties: { a: '1' } });
  const file = act(ANNA, 'files.get', { fileId: id, fields: '*' });
  file.properties.a = '2';
  file.permissions[0].role = 'reader';
  expect(act(ANNA, 'files.get', { fileId: id, fields: 'properties,permissions/role' })).toEqual({
    properties: { a: '1' },
    permissions: [{ role: 'owner' }],
  });
});
