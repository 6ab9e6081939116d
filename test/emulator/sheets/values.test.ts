import fc from 'fast-check';
import { cellsOf } from '../../../emulator/workspace/sheets/cells-of';
import { refusalOf } from '../drive/an-app';
import { aGrid, aSpreadsheet } from './a-spreadsheet';

/** Texts that other ways of writing would execute or change. */
const HOSTILE = [
  '=1+1',
  '+358401234567',
  '-1',
  '@SUM(A1)',
  '\t=1',
  "'quoted",
  '＝1',
  ' =1',
  '=IMPORTXML("http://x","//a")',
  '1.50',
  'TRUE',
  '2026-03-02',
  '+cmd|calc',
  "'=1",
  '50%',
  'line\nbreak',
  '\r',
  '\u0000',
];

describe('RAW values', () => {
  test('come back exactly as they were written', () => {
    const cell = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ minLength: 1 }),
      fc.string({ unit: 'binary', minLength: 1 }),
    );
    const sheet = aSpreadsheet();
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          sheet.act('values.clear', { range: 'Sheet1' });
          sheet.update('Sheet1!B2', rows);
          for (const valueRenderOption of ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'])
            expect(sheet.values('B2:Z100', { valueRenderOption })).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('keep their types', () => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [[1, 1.5, true, 'text', '1']]);
    expect(sheet.values('A1:E1', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([
      [1, 1.5, true, 'text', '1'],
    ]);
    expect(sheet.values('A1:E1')).toEqual([['1', '1.5', 'TRUE', 'text', '1']]);
  });

  test('skip a cell for null and clear it for an empty text', () => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [['a', 'b', 'c']]);
    expect(sheet.update('A1', [['x', null, '']])).toMatchObject({
      updatedRange: 'Sheet1!A1:C1',
      updatedCells: 2,
    });
    expect(sheet.values('A1:C1')).toEqual([['x', 'b']]);
  });

  test('may come by columns', () => {
    const sheet = aSpreadsheet();
    sheet.act(
      'values.update',
      { range: 'A1', valueInputOption: 'RAW' },
      { majorDimension: 'COLUMNS', values: [['a', 'b'], ['c']] },
    );
    expect(sheet.values('A1:C3')).toEqual([['a', 'c'], ['b']]);
    expect(sheet.values('A1:C3', { majorDimension: 'COLUMNS' })).toEqual([['a', 'b'], ['c']]);
  });

  test.each([
    ['a text longer than a cell', [['x'.repeat(50_001)]], /50000 characters in a single cell/],
    ['a value that is an object', [[{ a: 1 }]], /^Invalid values\[0\]\[0\]: struct_value/],
    ['a value that is a list', [[['a']]], /^Invalid values\[0\]\[0\]: list_value/],
  ])('refuse %s', (_, values, message) => {
    const sheet = aSpreadsheet();
    expect(refusalOf(() => sheet.update('A1', values)).message).toMatch(message);
  });
});

describe('values that are read', () => {
  test('leave out empty rows and cells at the end, and keep those between', () => {
    const sheet = aSpreadsheet();
    sheet.update('B2', [['a', '', 'c', ''], ['', ''], ['d']]);
    expect(sheet.values('A1:Z10')).toEqual([[], ['', 'a', '', 'c'], [], ['', 'd']]);
  });

  test('are absent where all is empty', () => {
    expect(aSpreadsheet().act('values.get', { range: 'D4' })).toEqual({
      range: 'Sheet1!D4',
      majorDimension: 'ROWS',
    });
  });

  test('come of several ranges at once, or of none when one is wrong', () => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [['a', 'b']]);
    expect(sheet.act('values.batchGet', { ranges: ['A1', 'B1:C1'] }).valueRanges).toEqual([
      { range: 'Sheet1!A1', majorDimension: 'ROWS', values: [['a']] },
      { range: 'Sheet1!B1:C1', majorDimension: 'ROWS', values: [['b']] },
    ]);
    expect(refusalOf(() => sheet.act('values.batchGet', { ranges: ['A1', 'X!A1'] })).code).toBe(
      400,
    );
  });

  test('are not the sheet’s own', () => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [['a']]);
    sheet.values('A1')![0]![0] = 'changed';
    expect(sheet.values('A1')).toEqual([['a']]);
  });

  test('can be limited to fields', () => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [['a']]);
    expect(sheet.act('values.get', { range: 'A1', fields: 'values' })).toEqual({ values: [['a']] });
    expect(refusalOf(() => sheet.act('values.get', { range: 'A1', fields: 'colour' })).code).toBe(
      400,
    );
  });
});

describe('a write', () => {
  test.each([
    [
      'beyond its range',
      'A1:B2',
      [['a', 'b', 'c']],
      'Requested writing within range [A1:B2], but tried writing to column [C]',
    ],
    [
      'below its range',
      'A1:B2',
      [['a'], ['b'], ['c']],
      'Requested writing within range [A1:B2], but tried writing to row [3]',
    ],
    [
      'below the grid',
      'A3',
      [['a'], ['b']],
      'Requested writing within range [A3], but tried writing to row [4]',
    ],
    [
      'that begins beyond the grid',
      'A4',
      [['a']],
      'Range (Sheet1!A4) exceeds grid limits. Max rows: 3, max columns: 3',
    ],
    [
      'of a range that ends beyond the grid',
      'A1:A5',
      [['a'], ['b'], ['c'], ['d']],
      'Range (Sheet1!A1:A5) exceeds grid limits. Max rows: 3, max columns: 3',
    ],
  ])('%s is refused whole', (_, range, values, message) => {
    const sheet = aSpreadsheet([aGrid(3, 3)]);
    expect(refusalOf(() => sheet.update(range, values))).toEqual({
      code: 400,
      reason: 'badRequest',
      message,
    });
    expect(sheet.values('Sheet1')).toBeUndefined();
  });

  test('must say how values are to be taken', () => {
    const sheet = aSpreadsheet();
    expect(
      refusalOf(() => sheet.act('values.update', { range: 'A1' }, { values: [['a']] })).message,
    ).toBe("'valueInputOption' is required but not specified");
  });

  test('of several ranges does all or nothing', () => {
    const sheet = aSpreadsheet([aGrid(3, 3)]);
    const data = [
      { range: 'A1', values: [['a', 'b']] },
      { range: 'A9', values: [['c']] },
    ];
    expect(
      refusalOf(() => sheet.act('values.batchUpdate', {}, { valueInputOption: 'RAW', data }))
        .message,
    ).toBe('Invalid data[1]: Range (Sheet1!A9) exceeds grid limits. Max rows: 3, max columns: 3');
    expect(sheet.values('Sheet1')).toBeUndefined();
    data[1] = { range: 'A3', values: [['c']] };
    expect(sheet.act('values.batchUpdate', {}, { valueInputOption: 'RAW', data })).toMatchObject({
      totalUpdatedRows: 2,
      totalUpdatedColumns: 2,
      totalUpdatedCells: 3,
      totalUpdatedSheets: 1,
      responses: [{ updatedRange: 'Sheet1!A1:B1' }, { updatedRange: 'Sheet1!A3' }],
    });
  });

  test('can answer what it wrote', () => {
    const sheet = aSpreadsheet();
    const answer = sheet.act(
      'values.update',
      {
        range: 'A1',
        valueInputOption: 'USER_ENTERED',
        includeValuesInResponse: true,
        responseValueRenderOption: 'UNFORMATTED_VALUE',
      },
      { values: [['1', 'a']] },
    );
    expect(answer.updatedData).toEqual({
      range: 'Sheet1!A1:B1',
      majorDimension: 'ROWS',
      values: [[1, 'a']],
    });
  });
});

describe('USER_ENTERED values', () => {
  test.each([
    ['12', 12, '12'],
    ['1,234.5', 1234.5, '1,234.50'],
    ['50%', 0.5, '50%'],
    ['$5.20', 5.2, '$5.20'],
    ['-3', -3, '-3'],
    ['+5', 5, '5'],
    ['true', true, 'TRUE'],
    ["'007", '007', '007'],
    ['2020-01-02', 43832, '2020-01-02'],
    ['1/2/2020', 43832, '1/2/2020'],
    ['2020-01-02 10:30', 43832.4375, '2020-01-02 10:30'],
    ['3/4', 46085, '3/4'],
    ['hello', 'hello', 'hello'],
    ['@SUM(A1)', '@SUM(A1)', '@SUM(A1)'],
  ])('%s is taken as %j and shown as %s', (typed, value, shown) => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [[typed]], 'USER_ENTERED');
    expect(sheet.values('A1', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([[value]]);
    expect(sheet.values('A1')).toEqual([[shown]]);
  });

  test.each([
    ['=SUM(A1:A3)', '=SUM(A1:A3)'],
    ['+A1', '=+A1'],
    ['-A1', '=-A1'],
    ['+cmd|calc', '=+cmd|calc'],
  ])('%s becomes a formula', (typed, formula) => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [[typed]], 'USER_ENTERED');
    expect(sheet.values('A1', { valueRenderOption: 'FORMULA' })).toEqual([[formula]]);
    expect(sheet.values('A1')).toEqual([['Loading...']]);
    expect(cellsOf(sheet.workspace, sheet.id, 'Sheet1')).toEqual([[formula]]);
  });

  test.each([
    ['=HYPERLINK("https://x.example", "a ""b""")', 'a "b"'],
    ['=HYPERLINK("https://x.example")', 'https://x.example'],
    ['=5', '5'],
    ['="text"', 'text'],
  ])('%s needs no computing and is shown as %s', (formula, shown) => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [[formula]], 'USER_ENTERED');
    expect(sheet.values('A1')).toEqual([[shown]]);
  });

  test('are left as text in a cell formatted as plain text', () => {
    const sheet = aSpreadsheet();
    sheet.batch({
      repeatCell: {
        range: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1, endRowIndex: 5 },
        cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    });
    sheet.update('A1', [['007'], ['=1'], ['TRUE']], 'USER_ENTERED');
    expect(sheet.values('A1:A3', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([
      ['007'],
      ['=1'],
      ['TRUE'],
    ]);
  });

  test('that are dates are read as numbers or as the sheet shows them', () => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [['2020-01-01', 0.12]], 'USER_ENTERED');
    const unformatted = { valueRenderOption: 'UNFORMATTED_VALUE' };
    expect(sheet.values('A1:B1', unformatted)).toEqual([[43831, 0.12]]);
    expect(
      sheet.values('A1:B1', { ...unformatted, dateTimeRenderOption: 'FORMATTED_STRING' }),
    ).toEqual([['2020-01-01', 0.12]]);
    expect(sheet.values('A1:B1', { valueRenderOption: 'FORMULA' })).toEqual([[43831, 0.12]]);
  });
});

describe('clearing', () => {
  test('takes values and leaves formats', () => {
    const sheet = aSpreadsheet();
    sheet.update(
      'A1',
      [
        ['50%', 'b'],
        ['c', 'd'],
      ],
      'USER_ENTERED',
    );
    expect(sheet.act('values.clear', { range: 'A1:A2' })).toEqual({
      spreadsheetId: sheet.id,
      clearedRange: 'Sheet1!A1:A2',
    });
    expect(sheet.values('A1:B2')).toEqual([
      ['', 'b'],
      ['', 'd'],
    ]);
    sheet.update('A1', [[0.25]]);
    expect(sheet.values('A1')).toEqual([['25%']]);
  });

  test('of several ranges names them as they are', () => {
    const sheet = aSpreadsheet();
    expect(sheet.act('values.batchClear', {}, { ranges: ['A1:B1', 'C:C'] }).clearedRanges).toEqual([
      'Sheet1!A1:B1',
      'Sheet1!C1:C1000',
    ]);
    expect(
      refusalOf(() => sheet.act('values.batchClear', {}, { ranges: ['A1001:ZZ'] })).message,
    ).toBe(
      'Invalid range[0]: Range (Sheet1!A1001:ZZ) exceeds grid limits. Max rows: 1000, max columns: 26',
    );
  });
});

test('data filters select what ranges select', () => {
  const sheet = aSpreadsheet();
  const dataFilter = { gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } };
  sheet.act(
    'values.batchUpdateByDataFilter',
    {},
    { valueInputOption: 'RAW', data: [{ dataFilter, values: [['a', 'b']] }] },
  );
  const read = sheet.act(
    'values.batchGetByDataFilter',
    {},
    { dataFilters: [{ a1Range: 'A1:B1' }] },
  );
  expect(read.valueRanges[0]).toMatchObject({
    valueRange: { values: [['a', 'b']] },
    dataFilters: [{ a1Range: 'A1:B1' }],
  });
  sheet.act('values.batchClearByDataFilter', {}, { dataFilters: [dataFilter] });
  expect(sheet.values('Sheet1')).toBeUndefined();
});

test.each([
  [0, 'General', '0'],
  [1 / 3, '', '0.3333333333'],
  [100 / 3, '', '33.33333333'],
  [0.1 + 0.2, '', '0.3'],
  [123456789012345, '', '123456789012345'],
  [1e21, '', '1E+21'],
  [1234567890123456789, '', '1.23457E+18'],
  [0.1234, '0.00%', '12.34%'],
  [1234.5, '#,##0.00', '1,234.50'],
  [43831.5, 'yyyy-mm-dd hh:mm', '2020-01-01 12:00'],
  [1, 'yyyy-mm-dd', '1899-12-31'],
])('the number %d in the format %s is shown as %s', (value, pattern, shown) => {
  const sheet = aSpreadsheet();
  if (pattern && pattern !== 'General')
    sheet.batch({
      repeatCell: {
        range: { endRowIndex: 1, endColumnIndex: 1 },
        cell: { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    });
  sheet.update('A1', [[value]]);
  expect(sheet.values('A1')).toEqual([[shown]]);
});
