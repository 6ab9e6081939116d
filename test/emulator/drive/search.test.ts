import fc from 'fast-check';
import { ANNA, aWorkspace, BEN } from '../../support/small-company';
import { anApp, refusalOf, type Answer } from './an-app';

const FOLDER = 'application/vnd.google-apps.folder';

function aDrive() {
  const workspace = aWorkspace();
  const act = (
    as: string,
    method: string,
    params: object = {},
    body: object | null = null,
  ): Answer => workspace.act(as, `drive.${method}`, params, body);
  const folder = act(ANNA, 'files.create', {}, { name: 'Reports 2026', mimeType: FOLDER })
    .id as string;
  const make = (body: object): string => act(ANNA, 'files.create', {}, body).id;
  make({ name: 'HelloWorld', mimeType: 'text/plain', properties: { side: 'work' } });
  make({ name: "Ben's plan", mimeType: 'application/pdf', parents: [folder] });
  const old = make({ name: 'Old', mimeType: 'image/png', modifiedTime: '2020-01-01T00:00:00Z' });
  act(ANNA, 'files.update', { fileId: old }, { starred: true });
  const shared = make({ name: 'Shared', mimeType: 'text/plain' });
  act(
    ANNA,
    'permissions.create',
    { fileId: shared },
    { type: 'user', role: 'writer', emailAddress: BEN },
  );
  const trashed = make({ name: 'Gone', mimeType: 'text/plain' });
  act(ANNA, 'files.update', { fileId: trashed }, { trashed: true });
  const find = (q: string, as = ANNA): string[] =>
    act(as, 'files.list', { q, orderBy: 'name' }).files.map(({ name }: { name: string }) => name);
  return { workspace, act, find, folder };
}

describe('a search', () => {
  test.each([
    ["name = 'HelloWorld'", ['HelloWorld']],
    ["name contains 'hello'", ['HelloWorld']],
    ["name contains 'World'", []],
    ["name = 'Ben\\'s plan'", ["Ben's plan"]],
    ["mimeType = 'application/vnd.google-apps.folder'", ['Reports 2026']],
    ["mimeType contains 'image/'", ['Old']],
    ["mimeType != 'text/plain' and not mimeType contains 'image/'", ["Ben's plan", 'Reports 2026']],
    ["modifiedTime < '2021-06-04T12:00:00'", ['Old']],
    [
      "modifiedTime > '2021-06-04T12:00:00Z' and trashed = false and mimeType = 'text/plain'",
      ['HelloWorld', 'Shared'],
    ],
    ['trashed = true', ['Gone']],
    ['starred = true', ['Old']],
    ["properties has { key='side' and value='work' }", ['HelloWorld']],
    ["properties has { key='side' and value='home' }", []],
    [`'${BEN}' in writers`, ['Shared']],
    ["'me' in owners and (starred = true or trashed = true)", ['Gone', 'Old']],
    ["name='Old' or name='Gone' and starred=true", ['Old']],
  ])('%s', (q, names) => {
    expect(aDrive().find(q)).toEqual(names);
  });

  test('finds the files in a folder, and those shared with a person', () => {
    const { find, folder } = aDrive();
    expect(find(`'${folder}' in parents`)).toEqual(["Ben's plan"]);
    expect(find("'root' in parents and trashed = false and mimeType = 'text/plain'")).toEqual([
      'HelloWorld',
      'Shared',
    ]);
    expect(find('sharedWithMe = true', BEN)).toEqual(['Shared']);
    expect(find("name contains 'a'", BEN)).toEqual([]);
  });

  test('finds a file by an application property only for its application', () => {
    const { workspace } = aDrive();
    const app = anApp(workspace, 'app', ['drive.file']);
    const other = anApp(workspace, 'other', ['drive']);
    app.call(
      ANNA,
      'drive.files.create',
      {},
      { name: 'Workbook', appProperties: { tandem: 'C01' } },
    );
    const q = "appProperties has { key='tandem' and value='C01' } and trashed = false";
    expect(app.call(ANNA, 'drive.files.list', { q }).files).toMatchObject([{ name: 'Workbook' }]);
    expect(other.call(ANNA, 'drive.files.list', { q }).files).toEqual([]);
  });

  test.each([
    'name',
    "name = 'a",
    "name like 'a'",
    "nosuch = 'a'",
    "name = 'a' and",
    "'x' in nosuch",
    'trashed = maybe',
    "(name = 'a'",
  ])('refuses %s', (q) => {
    expect(refusalOf(() => aDrive().act(ANNA, 'files.list', { q }))).toEqual({
      code: 400,
      reason: 'invalid',
      message: 'Invalid Value',
    });
  });

  test('says that searching inside files is not emulated', () => {
    expect(() => aDrive().act(ANNA, 'files.list', { q: "fullText contains 'a'" })).toThrow(
      /drive\.files\.list q: fullText is not emulated/,
    );
  });

  test('finds a file by any name, whatever characters it has', () => {
    const { act } = aDrive();
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const { id } = act(ANNA, 'files.create', {}, { name });
        const q = `name = '${name.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
        const found = act(ANNA, 'files.list', { q }).files.map((file: { id: string }) => file.id);
        act(ANNA, 'files.delete', { fileId: id });
        expect(found).toContain(id);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a listing', () => {
  test('comes in pages that together are the whole, in the order asked for', () => {
    const { act } = aDrive();
    const names: string[] = [];
    let pageToken: string | undefined;
    do {
      const page = act(ANNA, 'files.list', {
        pageSize: 2,
        orderBy: 'name desc',
        ...(pageToken && { pageToken }),
      });
      expect(page.files.length).toBeLessThanOrEqual(2);
      names.push(...page.files.map(({ name }: { name: string }) => name));
      ({ nextPageToken: pageToken } = page);
    } while (pageToken);
    expect(names).toEqual(['Shared', 'Reports 2026', 'Old', 'HelloWorld', 'Gone', "Ben's plan"]);
  });

  test('refuses a page token of another search', () => {
    const { act } = aDrive();
    const { nextPageToken } = act(ANNA, 'files.list', { pageSize: 1 });
    expect(
      refusalOf(() =>
        act(ANNA, 'files.list', { pageSize: 1, pageToken: nextPageToken, q: 'trashed = true' }),
      ),
    ).toMatchObject({ code: 400, reason: 'invalid' });
  });

  test('leaves out what is only open by link until the person opened it', () => {
    const { act, find } = aDrive();
    const { id } = act(ANNA, 'files.create', {}, { name: 'Linked' });
    act(ANNA, 'permissions.create', { fileId: id }, { type: 'anyone', role: 'reader' });
    expect(act(BEN, 'files.get', { fileId: id }).name).toBe('Linked');
    expect(find("name = 'Linked'", BEN)).toEqual([]);
  });
});
