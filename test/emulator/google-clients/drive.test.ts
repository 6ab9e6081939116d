import { Readable } from 'node:stream';
import { ANNA, BEN } from '../../support/small-company';
import { refusal, startClients, type Clients } from './clients';

let clients: Clients;
beforeAll(async () => {
  clients = await startClients();
});
afterAll(() => clients.started.stop());

const TEXT = 'some text\r\n--b\r\nÄ';
const files = (email = ANNA) => clients.drive(email).files;
const upload = async (name: string) =>
  (
    await files().create(
      {
        requestBody: { name },
        media: { mimeType: 'text/plain', body: Readable.from([TEXT]) },
        fields: 'id,name,mimeType,size',
      },
      // The client takes the address of an upload from the call's options alone.
      { rootUrl: `${clients.started.url}/` },
    )
  ).data;
const content = async (fileId: string) =>
  (await files().get({ fileId, alt: 'media' }, { responseType: 'text' })).data;

test('bytes and their file are uploaded together, and come back as they were', async () => {
  const made = await upload('note.txt');
  expect(made).toMatchObject({
    name: 'note.txt',
    mimeType: 'text/plain',
    size: String(Buffer.byteLength(TEXT)),
  });
  expect(await content(made.id!)).toBe(TEXT);
});

test('bytes alone are uploaded, and the file is named afterwards', async () => {
  const response = await clients.fetch(ANNA, '/upload/drive/v3/files?uploadType=media', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: TEXT,
  });
  const { id } = (await response.json()) as { id: string };
  await files().update({ fileId: id, requestBody: { name: 'later.txt' } });
  expect((await files().get({ fileId: id, fields: 'name' })).data).toEqual({ name: 'later.txt' });
  expect(await content(id)).toBe(TEXT);
});

test('a resumable upload says where to continue', async () => {
  const begun = await clients.fetch(
    ANNA,
    '/upload/drive/v3/files?uploadType=resumable&fields=id,name',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-upload-content-type': 'text/plain' },
      body: JSON.stringify({ name: 'long.txt' }),
    },
  );
  const location = begun.headers.get('location')!;
  const put = (body: string, range: string) =>
    fetch(location, {
      method: 'PUT',
      headers: { 'content-range': range },
      body,
      redirect: 'manual',
    });
  const half = await put('12345', 'bytes 0-4/10');
  expect([half.status, half.headers.get('range')]).toEqual([308, 'bytes=0-4']);
  expect((await put('', 'bytes */10')).headers.get('range')).toBe('bytes=0-4');
  const whole = await put('67890', 'bytes 5-9/10');
  const { id, name } = (await whole.json()) as { id: string; name: string };
  expect([whole.status, name, await content(id)]).toEqual([200, 'long.txt', '1234567890']);
});

test('files are found by name, and marked with properties of the application’s own', async () => {
  const { id } = await upload('marked.txt');
  await files().update({ fileId: id!, requestBody: { appProperties: { tandem: 'yes' } } });
  const { data } = await files().list({
    q: "appProperties has { key='tandem' and value='yes' } and trashed = false",
    fields: 'files(id)',
  });
  expect(data.files).toEqual([{ id }]);
});

test.each<[string, () => Promise<unknown>, unknown]>([
  [
    'a file that is not there',
    () => files().get({ fileId: 'none' }),
    [404, 'notFound', 'File not found: none.'],
  ],
  [
    'somebody else’s file',
    async () => files(BEN).get({ fileId: (await upload('mine.txt')).id! }),
    [404, 'notFound', expect.stringMatching(/^File not found: /)],
  ],
  [
    'a field that is none',
    () => files().list({ fields: 'files(nonsense)' }),
    [400, 'invalidParameter', expect.stringContaining('Invalid field selection')],
  ],
  [
    'a search that is none',
    () => files().list({ q: 'nonsense' }),
    [400, 'invalid', expect.any(String)],
  ],
  [
    'too long a page',
    () => files().list({ pageSize: 1001 }),
    [400, 'invalidParameter', expect.stringContaining("Invalid value '1001'")],
  ],
])('%s is refused as the client tells it', async (_, call, expected) => {
  expect(await refusal(call())).toEqual(expected);
});
