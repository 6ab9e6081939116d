import { ANNA, BEN } from '../../support/small-company';
import { refusal, startClients, type Clients } from './clients';

let clients: Clients;
let spreadsheetId: string;
beforeEach(async () => {
  clients = await startClients();
  const { data } = await clients.sheets(ANNA).spreadsheets.create({
    requestBody: { properties: { title: 'Book' }, sheets: [{ properties: { title: 'Log' } }] },
  });
  spreadsheetId = data.spreadsheetId!;
});
afterEach(() => clients.started.stop());

const values = (email = ANNA) => clients.sheets(email).spreadsheets.values;

test('rows are appended after the last one and read back without empty ends', async () => {
  const append = (rows: unknown[][]) =>
    values().append({
      spreadsheetId,
      range: 'Log!A1',
      valueInputOption: 'RAW',
      requestBody: { values: rows },
    });
  await append([
    ['name', 'n'],
    ['a', 1],
  ]);
  const { data } = await append([['=1+1', true, '']]);
  expect(data.updates).toMatchObject({ updatedRange: 'Log!A3:C3', updatedRows: 1 });
  expect((await values().get({ spreadsheetId, range: 'Log!A1:C10' })).data).toMatchObject({
    majorDimension: 'ROWS',
    values: [
      ['name', 'n'],
      ['a', '1'],
      ['=1+1', 'TRUE'],
    ],
  });
});

test('several ranges are written and read in one request', async () => {
  await values().batchUpdate({
    spreadsheetId,
    requestBody: {
      valueInputOption: 'RAW',
      data: [
        { range: 'Log!A1', values: [['a']] },
        { range: 'Log!C3', values: [['c']] },
      ],
    },
  });
  const { data } = await values().batchGet({ spreadsheetId, ranges: ['Log!A1', 'Log!C3'] });
  expect(data.valueRanges!.map((range) => range.values)).toEqual([[['a']], [['c']]]);
});

test('a batchUpdate is done whole or not at all', async () => {
  const { spreadsheets } = clients.sheets(ANNA);
  const titles = async () =>
    (await spreadsheets.get({ spreadsheetId, fields: 'sheets/properties/title' })).data.sheets!.map(
      ({ properties }) => properties!.title,
    );
  const add = (title: string) => ({ addSheet: { properties: { title } } });
  expect(
    await refusal(
      spreadsheets.batchUpdate({
        spreadsheetId,
        requestBody: { requests: [add('Two'), add('Log')] },
      }),
    ),
  ).toEqual([400, 'INVALID_ARGUMENT', expect.stringContaining('already exists')]);
  expect(await titles()).toEqual(['Log']);
  await spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [add('Two')] } });
  expect(await titles()).toEqual(['Log', 'Two']);
});

test.each<[string, () => Promise<unknown>, unknown]>([
  [
    'a spreadsheet that is not there',
    () => values().get({ spreadsheetId: 'none', range: 'A1' }),
    [404, 'NOT_FOUND', 'Requested entity was not found.'],
  ],
  [
    'somebody else’s',
    () => values(BEN).get({ spreadsheetId, range: 'A1' }),
    [403, 'PERMISSION_DENIED', 'The caller does not have permission'],
  ],
  [
    'a range that is none',
    () => values().get({ spreadsheetId, range: 'Nowhere!A1' }),
    [400, 'INVALID_ARGUMENT', 'Unable to parse range: Nowhere!A1'],
  ],
  [
    'a request that is none',
    () =>
      clients.sheets(ANNA).spreadsheets.batchUpdate({
        spreadsheetId,
        requestBody: { requests: [{ nonsense: {} } as object] },
      }),
    [
      400,
      'INVALID_ARGUMENT',
      expect.stringContaining(`Unknown name "nonsense" at 'requests[0]': Cannot find field.`),
    ],
  ],
])('%s is refused as the client tells it', async (_, call, expected) => {
  expect(await refusal(call())).toEqual(expected);
});
