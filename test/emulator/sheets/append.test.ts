import fc from 'fast-check';
import { refusalOf } from '../drive/an-app';
import { aGrid, aSpreadsheet } from './a-spreadsheet';

describe('appending', () => {
  test('to an empty sheet begins at its start and names no table', () => {
    const sheet = aSpreadsheet();
    expect(sheet.append('Sheet1', [['a', 'b']])).toEqual({
      spreadsheetId: sheet.id,
      updates: {
        spreadsheetId: sheet.id,
        updatedRange: 'Sheet1!A1:B1',
        updatedRows: 1,
        updatedColumns: 2,
        updatedCells: 2,
      },
    });
  });

  test('goes on below the table', () => {
    const sheet = aSpreadsheet();
    sheet.append('Sheet1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(sheet.append('Sheet1', [['e', 'f']])).toMatchObject({
      tableRange: 'Sheet1!A1:B2',
      updates: { updatedRange: 'Sheet1!A3:B3' },
    });
  });

  test('goes below a cell that stands apart in the last row, not below the row', () => {
    const sheet = aSpreadsheet();
    sheet.append('Sheet1', [['a', '', 'c']]);
    expect(sheet.append('Sheet1', [['a', '', 'c']])).toMatchObject({
      tableRange: 'Sheet1!C1',
      updates: { updatedRange: 'Sheet1!C2:E2' },
    });
  });

  describe('where a sheet has the tables A1:C2 and B4:D6', () => {
    const twoTables = () => {
      const sheet = aSpreadsheet();
      sheet.update('A1', [
        ['x', 'y', 'z'],
        ['x', 'y', 'z'],
      ]);
      sheet.update('B4', [
        ['x', 'y', 'z'],
        ['x', 'y', 'z'],
        ['x', 'y', 'z'],
      ]);
      return sheet;
    };

    test.each([
      ['Sheet1', 'Sheet1!B7'],
      ['B4', 'Sheet1!B7'],
      ['C5:D5', 'Sheet1!B7'],
      ['B2:D4', 'Sheet1!B7'],
      ['A3:G10', 'Sheet1!B7'],
      ['A1', 'Sheet1!A3'],
      ['E4', 'Sheet1!E4'],
      ['A4', 'Sheet1!A4'],
    ])('the range %s begins writing at %s', (range, updatedRange) => {
      expect(twoTables().append(range, [['new']]).updates.updatedRange).toBe(updatedRange);
    });
  });

  test('makes the grid longer and wider where it must', () => {
    const sheet = aSpreadsheet([aGrid(2, 2)]);
    sheet.append('A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    sheet.append('A1', [['e', 'f', 'g']]);
    const [{ properties }] = sheet.act('get').sheets;
    expect(properties.gridProperties).toEqual({ rowCount: 3, columnCount: 3 });
    expect(sheet.values('A3:C3')).toEqual([['e', 'f', 'g']]);
  });

  test('overwrites what lies below, unless rows are inserted for it', () => {
    const below = () => {
      const sheet = aSpreadsheet();
      sheet.update('A1', [['a']]);
      sheet.update('A3', [['b']]);
      return sheet;
    };
    const overwritten = below();
    overwritten.append('A1', [['x'], ['y']]);
    expect(overwritten.values('A1:A5')).toEqual([['a'], ['x'], ['y']]);
    const inserted = below();
    inserted.append('A1', [['x'], ['y']], { insertDataOption: 'INSERT_ROWS' });
    expect(inserted.values('A1:A6')).toEqual([['a'], ['x'], ['y'], [], ['b']]);
  });

  test('beyond the limit of cells is refused and changes nothing', () => {
    const sheet = aSpreadsheet([aGrid(100_000, 100)]);
    sheet.update('A100000', [['last']]);
    expect(refusalOf(() => sheet.append('A100000', [['x']])).message).toBe(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
    expect(sheet.act('get').sheets[0].properties.gridProperties.rowCount).toBe(100_000);
  });

  test('row by row gives the same sheet as writing the rows at once', () => {
    const row = fc
      .array(fc.constantFrom('a', 'b', ''), { minLength: 1, maxLength: 4 })
      .map((cells) => ['key', ...cells]);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const [one, other] = [aSpreadsheet(), aSpreadsheet()];
        for (const cells of rows) one.append('A1', [cells]);
        other.update('A1', rows);
        expect(one.values('Sheet1')).toEqual(other.values('Sheet1'));
      }),
      { numRuns: 40 },
    );
  });

  test('finds the table anew after something else was written', () => {
    const sheet = aSpreadsheet();
    sheet.append('A1', [['a', 'b']]);
    sheet.append('A1', [['c', 'd']]);
    sheet.act('values.clear', { range: 'A2:B2' });
    expect(sheet.append('Sheet1', [['e', 'f']])).toMatchObject({
      tableRange: 'Sheet1!A1:B1',
      updates: { updatedRange: 'Sheet1!A2:B2' },
    });
    sheet.update('D2', [['apart']]);
    expect(sheet.append('Sheet1', [['g']]).tableRange).toBe('Sheet1!D2');
  });
});
