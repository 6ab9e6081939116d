import { grantFileAccess } from '../../../emulator/workspace/drive/app-access';
import { ANNA, aWorkspace, BEN } from '../../support/small-company';
import { anApp, refusalOf, type Answer } from '../drive/an-app';
import { aSpreadsheet } from './a-spreadsheet';

describe('a new spreadsheet', () => {
  test('has one sheet of 1000 rows and 26 columns', () => {
    const sheet = aSpreadsheet();
    expect(sheet.act('get')).toMatchObject({
      spreadsheetId: sheet.id,
      properties: {
        title: 'Workbook',
        locale: 'en_US',
        timeZone: 'Etc/GMT',
        autoRecalc: 'ON_CHANGE',
      },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: 'Sheet1',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26 },
          },
        },
      ],
      spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${sheet.id}/edit`,
    });
  });

  test('may come with sheets, cells, merges and names', () => {
    const sheet = aSpreadsheet([
      {
        properties: { title: 'People', gridProperties: { frozenRowCount: 1 } },
        data: [
          {
            rowData: [
              {
                values: [
                  {
                    userEnteredValue: { stringValue: 'id' },
                    userEnteredFormat: { textFormat: { bold: true } },
                  },
                ],
              },
            ],
            columnMetadata: [{ pixelSize: 300 }],
          },
        ],
        merges: [{ startRowIndex: 2, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 }],
      },
      { properties: { title: 'Runs', hidden: true } },
    ]);
    expect(sheet.values('People!A1')).toEqual([['id']]);
    const read = sheet.act('get', { ranges: ['People!A1'], includeGridData: true });
    expect(read.sheets).toHaveLength(1);
    expect(read.sheets[0]).toMatchObject({
      properties: { gridProperties: { frozenRowCount: 1 } },
      merges: [{ startRowIndex: 2 }],
      data: [
        {
          rowData: [{ values: [{ userEnteredFormat: { textFormat: { bold: true } } }] }],
          columnMetadata: [{ pixelSize: 300 }],
        },
      ],
    });
  });

  test('that is refused leaves nothing behind', () => {
    const workspace = aWorkspace();
    const sheets = [{ properties: { title: 'A' } }, { properties: { title: 'a' } }];
    expect(
      refusalOf(() => workspace.act(ANNA, 'sheets.spreadsheets.create', {}, { sheets })).code,
    ).toBe(400);
    expect(Object.values(workspace.state.drive.files).map(({ name }) => name)).toEqual([
      'My Drive',
    ]);
    expect(workspace.state.sheets.spreadsheets).toEqual({});
  });
});

describe('a spreadsheet and its file', () => {
  test('are one: title, version, time and place', () => {
    const sheet = aSpreadsheet();
    const file = (): Answer =>
      sheet.workspace.act(ANNA, 'drive.files.get', {
        fileId: sheet.id,
        fields: 'name,version,modifiedTime,mimeType',
      });
    const before = file();
    sheet.workspace.clock.advance(1000);
    sheet.update('A1', [['a']]);
    const after = file();
    expect(Number(after.version)).toBeGreaterThan(Number(before.version));
    expect(Date.parse(after.modifiedTime) - Date.parse(before.modifiedTime)).toBe(1000);
    sheet.workspace.act(ANNA, 'drive.files.update', { fileId: sheet.id }, { name: 'Renamed' });
    expect(sheet.act('get').properties.title).toBe('Renamed');
    sheet.batch({
      updateSpreadsheetProperties: { properties: { title: 'Again' }, fields: 'title' },
    });
    expect(file().name).toBe('Again');
  });

  test('reading does not raise the version', () => {
    const sheet = aSpreadsheet();
    const { version } = sheet.workspace.state.drive.files[sheet.id]!;
    sheet.values('A1:B2');
    sheet.act('get', { includeGridData: true });
    expect(sheet.workspace.state.drive.files[sheet.id]!.version).toBe(version);
  });

  test('go together, and are copied together', () => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [['a']]);
    const copy = sheet.workspace.act(ANNA, 'drive.files.copy', { fileId: sheet.id }, {}) as {
      id: string;
    };
    sheet.workspace.act(ANNA, 'drive.files.delete', { fileId: sheet.id });
    expect(refusalOf(() => sheet.act('get'))).toEqual({
      code: 404,
      reason: 'notFound',
      message: 'Requested entity was not found.',
    });
    expect(
      sheet.workspace.act(ANNA, 'sheets.spreadsheets.values.get', {
        spreadsheetId: copy.id,
        range: 'A1',
      }),
    ).toMatchObject({ values: [['a']] });
  });

  test('may be made in Drive by their type alone', () => {
    const workspace = aWorkspace();
    const { id } = workspace.act(
      ANNA,
      'drive.files.create',
      {},
      { name: 'Plain', mimeType: 'application/vnd.google-apps.spreadsheet' },
    ) as { id: string };
    expect(workspace.act(ANNA, 'sheets.spreadsheets.get', { spreadsheetId: id })).toMatchObject({
      properties: { title: 'Plain' },
    });
  });
});

describe('whoever may not', () => {
  test('read a spreadsheet is told that permission is missing', () => {
    const { workspace, id } = aSpreadsheet();
    expect(
      refusalOf(() => workspace.act(BEN, 'sheets.spreadsheets.get', { spreadsheetId: id })),
    ).toEqual({ code: 403, reason: 'forbidden', message: 'The caller does not have permission' });
  });

  test('write it may still read it', () => {
    const { workspace, id } = aSpreadsheet();
    workspace.act(
      ANNA,
      'drive.permissions.create',
      { fileId: id },
      { type: 'user', role: 'reader', emailAddress: BEN },
    );
    expect(
      workspace.act(BEN, 'sheets.spreadsheets.values.get', { spreadsheetId: id, range: 'A1' }),
    ).toMatchObject({ range: 'Sheet1!A1' });
    const body = { values: [['a']] };
    expect(
      refusalOf(() =>
        workspace.act(
          BEN,
          'sheets.spreadsheets.values.update',
          { spreadsheetId: id, range: 'A1', valueInputOption: 'RAW' },
          body,
        ),
      ),
    ).toMatchObject({ code: 403 });
  });

  test('open what is no spreadsheet as one', () => {
    const workspace = aWorkspace();
    const { id } = workspace.act(ANNA, 'drive.files.create', {}, { name: 'a.txt' }) as {
      id: string;
    };
    expect(
      refusalOf(() => workspace.act(ANNA, 'sheets.spreadsheets.get', { spreadsheetId: id })),
    ).toMatchObject({ code: 400, message: 'This operation is not supported for this document' });
  });
});

describe('an application with drive.file alone', () => {
  test('writes the spreadsheet it made, through Sheets, and finds it in Drive by its property', () => {
    const workspace = aWorkspace();
    const app = anApp(workspace, 'app', ['drive.file']);
    const { spreadsheetId } = app.call(
      ANNA,
      'sheets.spreadsheets.create',
      {},
      { properties: { title: 'Tandem' } },
    );
    app.call(
      ANNA,
      'drive.files.update',
      { fileId: spreadsheetId },
      { appProperties: { tandem: 'C01' } },
    );
    app.call(
      ANNA,
      'sheets.spreadsheets.values.append',
      { spreadsheetId, range: 'A1', valueInputOption: 'RAW' },
      { values: [['=1']] },
    );
    const q = "appProperties has { key='tandem' and value='C01' }";
    expect(app.call(ANNA, 'drive.files.list', { q, fields: 'files(id,version)' }).files).toEqual([
      { id: spreadsheetId, version: expect.any(String) },
    ]);
  });

  test('does not see a spreadsheet of the person until they open it with the application', () => {
    const { workspace, id } = aSpreadsheet();
    const app = anApp(workspace, 'app', ['drive.file']);
    const read = () => app.call(ANNA, 'sheets.spreadsheets.get', { spreadsheetId: id });
    expect(refusalOf(read)).toMatchObject({
      code: 404,
      message: 'Requested entity was not found.',
    });
    grantFileAccess(workspace, { clientId: 'app', userId: '100000000000000000001', fileId: id });
    expect(read().spreadsheetId).toBe(id);
  });

  test('and with reading of all spreadsheets still cannot write them', () => {
    const { workspace, id } = aSpreadsheet();
    const app = anApp(workspace, 'app', ['drive.file', 'spreadsheets.readonly']);
    expect(
      refusalOf(() =>
        app.call(ANNA, 'sheets.spreadsheets.values.clear', { spreadsheetId: id, range: 'A1' }),
      ),
    ).toMatchObject({ code: 403 });
    expect(
      app.call(ANNA, 'sheets.spreadsheets.values.get', { spreadsheetId: id, range: 'A1' }).range,
    ).toBe('Sheet1!A1');
  });
});

test('a spreadsheet lives on after its state was saved and loaded', () => {
  const sheet = aSpreadsheet();
  sheet.update('A1', [['a', 1, true], ['50%']], 'USER_ENTERED');
  sheet.workspace.state = JSON.parse(JSON.stringify(sheet.workspace.state));
  sheet.append('A1', [['b']]);
  expect(sheet.values('Sheet1')).toEqual([['a', '1', 'TRUE'], ['50%'], ['b']]);
});
