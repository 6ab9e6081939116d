import fc from 'fast-check';
import { cellsOf } from '../../../emulator/workspace/sheets/cells-of';
import { refusalOf } from '../drive/an-app';
import { aGrid, aSpreadsheet, type TestSpreadsheet } from './a-spreadsheet';

const range = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
): object => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

function aTable(): TestSpreadsheet {
  const sheet = aSpreadsheet([aGrid(10, 5)]);
  sheet.update('A1', [
    ['name', 'count'],
    ['b', 2],
    ['a', 10],
    ['c', 1],
  ]);
  return sheet;
}

const cells = (sheet: TestSpreadsheet, title = 'Sheet1'): string[][] =>
  cellsOf(sheet.workspace, sheet.id, title);
const theSheet = (sheet: TestSpreadsheet, at = 0) => sheet.act('get').sheets[at];

describe('a batch of requests', () => {
  const good: object[] = [
    { addSheet: { properties: { title: 'New' } } },
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'X' }, note: 'n' }] }],
        fields: 'userEnteredValue,note',
      },
    },
    {
      repeatCell: {
        range: range(0, 10, 0, 5),
        cell: { userEnteredFormat: { textFormat: { bold: true } } },
        fields: 'userEnteredFormat.textFormat.bold',
      },
    },
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
    {
      deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } },
    },
    {
      sortRange: {
        range: range(1, 4, 0, 2),
        sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
      },
    },
    { mergeCells: { range: range(0, 2, 0, 2), mergeType: 'MERGE_ALL' } },
    { setBasicFilter: { filter: { range: range(0, 4, 0, 2) } } },
    { addProtectedRange: { protectedRange: { range: range(0, 1, 0, 5), warningOnly: true } } },
    { addNamedRange: { namedRange: { name: 'N', range: range(0, 1, 0, 1) } } },
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [range(0, 1, 0, 1)],
          booleanRule: { condition: { type: 'NOT_BLANK' }, format: {} },
        },
        index: 0,
      },
    },
    { updateSpreadsheetProperties: { properties: { title: 'Renamed' }, fields: 'title' } },
    {
      updateSheetProperties: {
        properties: { sheetId: 0, title: 'First', gridProperties: { frozenRowCount: 1 } },
        fields: 'title,gridProperties.frozenRowCount',
      },
    },
    {
      appendCells: {
        sheetId: 0,
        rows: [{ values: [{ userEnteredValue: { numberValue: 5 } }] }],
        fields: '*',
      },
    },
    { findReplace: { find: 'a', replacement: 'z', allSheets: true } },
    { copyPaste: { source: range(0, 2, 0, 1), destination: range(4, 6, 0, 1) } },
    {
      cutPaste: {
        source: range(1, 2, 0, 2),
        destination: { sheetId: 0, rowIndex: 6, columnIndex: 0 },
      },
    },
    { deleteRange: { range: range(1, 2, 0, 2), shiftDimension: 'ROWS' } },
    { insertRange: { range: range(1, 2, 0, 2), shiftDimension: 'ROWS' } },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'k',
          metadataValue: 'v',
          location: { spreadsheet: true },
          visibility: 'DOCUMENT',
        },
      },
    },
    { addTable: { table: { name: 'T', range: range(0, 4, 0, 2) } } },
  ];

  test('whose last request fails changes nothing at all', () => {
    const sheet = aTable();
    fc.assert(
      fc.property(fc.shuffledSubarray(good, { minLength: 1 }), (requests) => {
        const { sheets, drive, outbox } = sheet.workspace.state;
        const before = JSON.stringify([sheets, drive, outbox]);
        const { message } = refusalOf(() =>
          sheet.batch(...requests, { deleteSheet: { sheetId: 999 } }),
        );
        expect(message).toMatch(/^Invalid requests\[\d+\]/);
        expect(JSON.stringify([sheets, drive, outbox])).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  test.each(good.map((request) => [Object.keys(request)[0]!, request]))(
    'takes %s',
    (_name, request) => {
      const sheet = aTable();
      const version = sheet.workspace.state.drive.files[sheet.id]!.version;
      expect(sheet.batch(request as object)).toHaveLength(1);
      expect(sheet.workspace.state.drive.files[sheet.id]!.version).toBeGreaterThan(version);
    },
  );

  test('answers in order, with empty replies where there is nothing to say', () => {
    const sheet = aTable();
    const replies = sheet.batch(good[2]!, good[0]!, { deleteSheet: { sheetId: 0 } });
    expect(replies).toEqual([
      {},
      {
        addSheet: {
          properties: {
            sheetId: expect.any(Number),
            title: 'New',
            index: 1,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26 },
          },
        },
      },
      {},
    ]);
  });

  test('pastes the values of formulas where values are asked for', () => {
    const sheet = aTable();
    sheet.batch(
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [{ userEnteredValue: { formulaValue: '=42' } }] }],
          fields: 'userEnteredValue',
        },
      },
      {
        copyPaste: {
          source: range(0, 1, 0, 1),
          destination: range(4, 5, 0, 1),
          pasteType: 'PASTE_VALUES',
        },
      },
    );
    const { values } = sheet.act('values.get', {
      range: 'A1:A5',
      valueRenderOption: 'FORMULA',
    }) as { values: unknown[][] };
    expect([values[0], values[4]]).toEqual([['=42'], [42]]);
  });

  test('can answer the spreadsheet as it then is', () => {
    const sheet = aTable();
    const answer = sheet.act(
      'batchUpdate',
      {},
      {
        requests: [good[11]],
        includeSpreadsheetInResponse: true,
        responseRanges: ['A1'],
        responseIncludeGridData: true,
      },
    );
    expect(answer.updatedSpreadsheet).toMatchObject({
      properties: { title: 'Renamed' },
      sheets: [{ data: [{ rowData: [{ values: [{ formattedValue: 'name' }] }] }] }],
    });
  });

  test.each([
    [{ addChart: { chart: {} } }, /sheets\.addChart is not emulated/],
    [{ autoFill: {} }, /sheets\.autoFill is not emulated/],
  ])('says what is not emulated: %j', (request, message) => {
    expect(() => aTable().batch(request)).toThrow(message);
  });

  test.each([
    ['nothing', [], 'Must specify at least one request.'],
    ['an empty request', [{}], 'Invalid requests[0]: No request set.'],
    [
      'a title that is taken',
      [{ addSheet: { properties: { title: 'sheet1' } } }],
      'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
    ],
    [
      'hiding the only sheet',
      [{ updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } }],
      "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
    ],
    [
      'a change without fields',
      [{ updateSheetProperties: { properties: { sheetId: 0 } } }],
      "Invalid requests[0].updateSheetProperties: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [
      'a range beyond the grid',
      [
        {
          repeatCell: {
            range: { sheetId: 0, startRowIndex: 10, startColumnIndex: 0, endColumnIndex: 2 },
            cell: {},
            fields: 'note',
          },
        },
      ],
      'Invalid requests[0].repeatCell: Range (Sheet1!A11:B) exceeds grid limits. Max rows: 10, max columns: 5',
    ],
    [
      'too many cells',
      [{ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 2_000_000 } }],
      'Invalid requests[0].appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
  ])('with %s is refused', (_, requests, message) => {
    expect(refusalOf(() => aTable().batch(...requests)).message).toBe(message);
  });
});

describe('rows and columns', () => {
  test('that are inserted move what lies behind, with its names, merges and filters', () => {
    const sheet = aTable();
    sheet.batch(
      { addNamedRange: { namedRange: { name: 'Counts', range: range(1, 4, 1, 2) } } },
      { mergeCells: { range: range(5, 7, 0, 2), mergeType: 'MERGE_ALL' } },
      { setBasicFilter: { filter: { range: range(0, 4, 0, 2) } } },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
      {
        insertDimension: {
          range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
        },
      },
    );
    expect(cells(sheet)).toEqual([
      ['', 'name', 'count'],
      [],
      [],
      ['', 'b', '2'],
      ['', 'a', '10'],
      ['', 'c', '1'],
    ]);
    expect(sheet.act('values.get', { range: 'Counts' }).range).toBe('Sheet1!C4:C6');
    expect(theSheet(sheet)).toMatchObject({
      properties: { gridProperties: { rowCount: 12, columnCount: 6 } },
      merges: [{ startRowIndex: 7, endRowIndex: 9, startColumnIndex: 1, endColumnIndex: 3 }],
      basicFilter: {
        range: { startRowIndex: 0, endRowIndex: 6, startColumnIndex: 1, endColumnIndex: 3 },
      },
    });
  });

  test('that are deleted take what stood in them, and a named range that is then empty', () => {
    const sheet = aTable();
    sheet.batch(
      { addNamedRange: { namedRange: { name: 'Second', range: range(1, 2, 0, 2) } } },
      { addNamedRange: { namedRange: { name: 'All', range: range(0, 4, 0, 2) } } },
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
    );
    expect(cells(sheet)).toEqual([
      ['name', 'count'],
      ['c', '1'],
    ]);
    expect(sheet.act('get').namedRanges).toMatchObject([
      { name: 'All', range: { startRowIndex: 0, endRowIndex: 2 } },
    ]);
  });

  test('that held all there was leave an empty sheet when they are deleted', () => {
    const sheet = aSpreadsheet();
    sheet.update('B1', [['x'], ['y'], [''], ['z']]);
    const range = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    sheet.batch({ deleteDimension: { range } });
    expect(cells(sheet)).toEqual([]);
  });

  test('cannot all be deleted', () => {
    expect(
      refusalOf(() =>
        aTable().batch({
          deleteDimension: {
            range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 10 },
          },
        }),
      ).message,
    ).toMatch(/delete all the rows/);
  });

  test('inserted and deleted again leave the sheet as it was', () => {
    const grid = fc.array(fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 5 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        grid,
        fc.constantFrom('ROWS', 'COLUMNS'),
        fc.nat(4),
        fc.integer({ min: 1, max: 3 }),
        (rows, dimension, startIndex, count) => {
          const sheet = aSpreadsheet([aGrid(10, 6)]);
          if (rows.length > 0) sheet.update('A1', rows);
          const before = cells(sheet);
          const span = {
            range: { sheetId: 0, dimension, startIndex, endIndex: startIndex + count },
          };
          sheet.batch({ insertDimension: span }, { deleteDimension: span });
          expect(cells(sheet)).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('cells', () => {
  test('are written with format, note and rule, and read back with what they show', () => {
    const sheet = aTable();
    const dataValidation = {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'on' }] },
      strict: true,
    };
    const numberFormat = { type: 'DATE', pattern: 'd.m.yyyy' };
    sheet.batch({
      updateCells: {
        start: { sheetId: 0, rowIndex: 5, columnIndex: 1 },
        rows: [
          {
            values: [
              {
                userEnteredValue: { numberValue: 43832 },
                userEnteredFormat: { numberFormat },
                note: 'when',
                dataValidation,
              },
            ],
          },
        ],
        fields: '*',
      },
    });
    const [{ data }] = sheet.act('get', { ranges: ['B6'], includeGridData: true }).sheets;
    expect(data).toEqual([
      {
        startRow: 5,
        startColumn: 1,
        rowData: [
          {
            values: [
              {
                userEnteredValue: { numberValue: 43832 },
                effectiveValue: { numberValue: 43832 },
                formattedValue: '2.1.2020',
                userEnteredFormat: { numberFormat },
                effectiveFormat: expect.objectContaining({
                  numberFormat,
                  wrapStrategy: 'OVERFLOW_CELL',
                }),
                note: 'when',
                dataValidation,
              },
            ],
          },
        ],
        rowMetadata: [{ pixelSize: 21 }],
        columnMetadata: [{ pixelSize: 100 }],
      },
    ]);
  });

  test('keep what the mask does not name', () => {
    const sheet = aTable();
    const one = (cell: object, fields: string): object => ({
      repeatCell: { range: range(0, 1, 0, 1), cell, fields },
    });
    sheet.batch(
      one(
        { note: 'kept', userEnteredFormat: { textFormat: { bold: true, italic: true } } },
        'note,userEnteredFormat.textFormat',
      ),
      one(
        { userEnteredFormat: { textFormat: { bold: false }, wrapStrategy: 'CLIP' } },
        'userEnteredFormat(textFormat/italic,wrapStrategy)',
      ),
    );
    const read = sheet.act('get', {
      ranges: ['A1'],
      fields: 'sheets.data.rowData.values(note,userEnteredFormat)',
    });
    expect(read.sheets[0].data[0].rowData[0].values).toEqual([
      { note: 'kept', userEnteredFormat: { textFormat: { bold: true }, wrapStrategy: 'CLIP' } },
    ]);
  });

  test('of a formula say that it is not computed yet', () => {
    const sheet = aTable();
    sheet.update('A1', [['=SUM(B:B)']], 'USER_ENTERED');
    const read = sheet.act('get', {
      ranges: ['A1'],
      fields: 'sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue)',
    });
    expect(read.sheets[0].data[0].rowData[0].values).toEqual([
      {
        userEnteredValue: { formulaValue: '=SUM(B:B)' },
        effectiveValue: { errorValue: { type: 'LOADING', message: 'Loading...' } },
        formattedValue: 'Loading...',
      },
    ]);
  });

  test('are appended below the last row that holds anything', () => {
    const sheet = aTable();
    sheet.update('E7', [['apart']]);
    sheet.batch({
      appendCells: {
        sheetId: 0,
        rows: [{ values: [{ userEnteredValue: { stringValue: '=not a formula' } }] }],
        fields: 'userEnteredValue',
      },
    });
    expect(sheet.values('A8', { valueRenderOption: 'FORMULA' })).toEqual([['=not a formula']]);
  });

  test('are sorted with numbers first and empty ones last', () => {
    const sheet = aSpreadsheet();
    sheet.update('A1', [
      ['b', 1],
      [10, 2],
      ['', 3],
      ['A', 4],
      [9, 5],
      [true, 6],
    ]);
    const sortRange = (sortOrder: string): object => ({
      sortRange: { range: range(0, 6, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder }] },
    });
    sheet.batch(sortRange('ASCENDING'));
    expect(cells(sheet).map(([, at]) => at)).toEqual(['5', '2', '4', '1', '6', '3']);
    sheet.batch(sortRange('DESCENDING'));
    expect(cells(sheet).map(([, at]) => at)).toEqual(['6', '1', '4', '2', '5', '3']);
  });

  test('are found and replaced, and counted', () => {
    const sheet = aTable();
    const replies = sheet.batch({
      findReplace: { find: 'A', replacement: 'x', range: range(0, 4, 0, 1) },
    });
    expect(replies).toEqual([
      {
        findReplace: { valuesChanged: 2, rowsChanged: 2, sheetsChanged: 1, occurrencesChanged: 2 },
      },
    ]);
    expect(cells(sheet).map(([name]) => name)).toEqual(['nxme', 'b', 'x', 'c']);
  });

  test('that are merged keep the first value; unmerging brings none back', () => {
    const sheet = aTable();
    sheet.batch({ mergeCells: { range: range(0, 2, 0, 2), mergeType: 'MERGE_ALL' } });
    expect(sheet.values('A1:B2')).toEqual([['name']]);
    sheet.batch({ unmergeCells: { range: range(0, 2, 0, 2) } });
    expect(theSheet(sheet).merges).toBeUndefined();
  });

  test('that are protected can be changed only by owner and editors', () => {
    const sheet = aTable();
    const { workspace, id } = sheet;
    const ben = 'ben@acme.example';
    workspace.act(
      'anna@acme.example',
      'drive.permissions.create',
      { fileId: id },
      { type: 'user', role: 'writer', emailAddress: ben },
    );
    sheet.batch({ addProtectedRange: { protectedRange: { range: range(0, 1, 0, 5) } } });
    const write = (as: string, at: string) =>
      workspace.act(
        as,
        'sheets.spreadsheets.values.update',
        { spreadsheetId: id, range: at, valueInputOption: 'RAW' },
        { values: [['x']] },
      );
    expect(refusalOf(() => write(ben, 'A1')).message).toMatch(
      /^You are trying to edit a protected cell/,
    );
    write(ben, 'A2');
    write('anna@acme.example', 'A1');
    expect(sheet.values('A1:A2')).toEqual([['x'], ['x']]);
  });
});

describe('sheets', () => {
  test('are moved, copied and deleted', () => {
    const sheet = aTable();
    sheet.batch(
      { addSheet: { properties: { sheetId: 5, title: 'B' } } },
      {
        duplicateSheet: {
          sourceSheetId: 0,
          newSheetId: 6,
          newSheetName: 'Copy',
          insertSheetIndex: 2,
        },
      },
      { updateSheetProperties: { properties: { sheetId: 0, index: 3 }, fields: 'index' } },
    );
    sheet.update('Copy!A1', [['changed']]);
    expect(
      sheet
        .act('get', { fields: 'sheets.properties.title' })
        .sheets.map(({ properties }: { properties: { title: string } }) => properties.title),
    ).toEqual(['B', 'Copy', 'Sheet1']);
    expect(cells(sheet)[0]).toEqual(['name', 'count']);
    sheet.batch({ deleteSheet: { sheetId: 5 } }, { deleteSheet: { sheetId: 6 } });
    expect(refusalOf(() => sheet.batch({ deleteSheet: { sheetId: 0 } })).message).toMatch(
      /You can't remove all the sheets/,
    );
  });

  test('that shrink lose what lies beyond', () => {
    const sheet = aTable();
    sheet.batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount: 2, columnCount: 1 } },
        fields: 'gridProperties(rowCount,columnCount)',
      },
    });
    expect(cells(sheet)).toEqual([['name'], ['b']]);
  });

  test('are copied to another spreadsheet with their formats', () => {
    const sheet = aTable();
    sheet.batch({
      repeatCell: {
        range: range(1, 2, 1, 2),
        cell: { userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' } } },
        fields: 'userEnteredFormat',
      },
    });
    const other = sheet.workspace.act(
      'anna@acme.example',
      'sheets.spreadsheets.create',
      {},
      {},
    ) as { spreadsheetId: string };
    sheet.act('sheets.copyTo', { sheetId: 0 }, { destinationSpreadsheetId: other.spreadsheetId });
    expect(cellsOf(sheet.workspace, other.spreadsheetId, 'Copy of Sheet1')[1]).toEqual([
      'b',
      '200%',
    ]);
  });
});

describe('blocks of cells', () => {
  const aBlock = (): TestSpreadsheet => {
    const sheet = aSpreadsheet([aGrid(6, 4)]);
    sheet.update('A1', [
      ['a1', 'b1', 'c1'],
      ['a2', 'b2', 'c2'],
      ['a3', 'b3', 'c3'],
    ]);
    return sheet;
  };

  test.each([
    [
      'are inserted above what moves down',
      { insertRange: { range: range(0, 1, 0, 1), shiftDimension: 'ROWS' } },
      [['', 'b1', 'c1'], ['a1', 'b2', 'c2'], ['a2', 'b3', 'c3'], ['a3']],
    ],
    [
      'are inserted left of what moves right',
      { insertRange: { range: range(0, 1, 1, 2), shiftDimension: 'COLUMNS' } },
      [
        ['a1', '', 'b1', 'c1'],
        ['a2', 'b2', 'c2'],
        ['a3', 'b3', 'c3'],
      ],
    ],
    [
      'are deleted, what lies below moving up',
      { deleteRange: { range: range(0, 2, 0, 1), shiftDimension: 'ROWS' } },
      [
        ['a3', 'b1', 'c1'],
        ['', 'b2', 'c2'],
        ['', 'b3', 'c3'],
      ],
    ],
    [
      'are deleted, what lies right moving left',
      { deleteRange: { range: range(1, 2, 0, 1), shiftDimension: 'COLUMNS' } },
      [
        ['a1', 'b1', 'c1'],
        ['b2', 'c2'],
        ['a3', 'b3', 'c3'],
      ],
    ],
    [
      'are copied as often as they fit',
      { copyPaste: { source: range(0, 1, 0, 1), destination: range(3, 5, 0, 2) } },
      [
        ['a1', 'b1', 'c1'],
        ['a2', 'b2', 'c2'],
        ['a3', 'b3', 'c3'],
        ['a1', 'a1'],
        ['a1', 'a1'],
      ],
    ],
    [
      'are cut and put elsewhere',
      {
        cutPaste: {
          source: range(0, 2, 0, 1),
          destination: { sheetId: 0, rowIndex: 4, columnIndex: 3 },
        },
      },
      [
        ['', 'b1', 'c1'],
        ['', 'b2', 'c2'],
        ['a3', 'b3', 'c3'],
        [],
        ['', '', '', 'a1'],
        ['', '', '', 'a2'],
      ],
    ],
  ])('%s', (_, request, after) => {
    const sheet = aBlock();
    sheet.batch(request);
    expect(cells(sheet)).toEqual(after);
  });
});
