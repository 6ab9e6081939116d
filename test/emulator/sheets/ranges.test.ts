import fc from 'fast-check';
import {
  columnIndex,
  columnName,
  formatArea,
  formatRange,
  parseArea,
  quoteTitle,
  splitRange,
} from '../../../emulator/workspace/spreadsheet/a1-notation';
import { refusalOf } from '../drive/an-app';
import { aGrid, aSpreadsheet } from './a-spreadsheet';

describe('a column', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [18277, 'ZZZ'],
  ])('%d is %s', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  });
});

test('an area read from its notation is the same again', () => {
  const index = fc.nat(18_000);
  fc.assert(
    fc.property(index, index, index, index, (a, b, c, d) => {
      const area = {
        startRow: Math.min(a, b),
        endRow: Math.max(a, b) + 1,
        startColumn: Math.min(c, d),
        endColumn: Math.max(c, d) + 1,
      };
      expect(parseArea(formatArea(area))).toEqual(area);
    }),
  );
});

test('a title in quotes is read as the same title, whatever characters it has', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (title) => {
      const range = formatRange(title, { startRow: 0, endRow: 2, startColumn: 1, endColumn: 3 });
      expect(splitRange(range)).toMatchObject({ title, area: 'B1:C2' });
    }),
  );
});

test.each([
  ['Sheet1', 'Sheet1'],
  ['My sheet', "'My sheet'"],
  ["Ben's", "'Ben''s'"],
  ['CO2', "'CO2'"],
  ['2026', "'2026'"],
  ['Päivä', 'Päivä'],
])('the title %s is written %s', (title, written) => expect(quoteTitle(title)).toBe(written));

describe('a range', () => {
  const sheets = [
    aGrid(10, 5),
    { properties: { title: "Ben's plan", sheetId: 7 } },
    { properties: { title: 'CO2', sheetId: 8 } },
  ];

  test.each([
    ['A1', 'Sheet1!A1'],
    ['b2:a1', 'Sheet1!A1:B2'],
    ['Sheet1', 'Sheet1!A1:E10'],
    ['sheet1!A1:B2', 'Sheet1!A1:B2'],
    ['A:C', 'Sheet1!A1:C10'],
    ['2:5', 'Sheet1!A2:E5'],
    ['A2:B', 'Sheet1!A2:B10'],
    ['B3:4', 'Sheet1!B3:E4'],
    ['$A$1:$B$2', 'Sheet1!A1:B2'],
    ['A1:Z99', 'Sheet1!A1:E10'],
    ["'Ben''s plan'!A1", "'Ben''s plan'!A1"],
    ["'Ben''s plan'", "'Ben''s plan'!A1:Z1000"],
    ["'CO2'!B2", "'CO2'!B2"],
    ["'CO2'", "'CO2'!A1:Z1000"],
  ])('%s means %s', (asked, meant) => {
    expect(aSpreadsheet(sheets).act('values.get', { range: asked }).range).toBe(meant);
  });

  test.each([
    'Nosuch!A1',
    'Sheet1!',
    'Sheet1!A0',
    'Sheet1!1A',
    "'Sheet1!A1",
    'A1:B2:C3',
    '',
    'Sheet1!A1:',
  ])('%s cannot be parsed', (range) => {
    expect(refusalOf(() => aSpreadsheet(sheets).act('values.get', { range }))).toEqual({
      code: 400,
      reason: 'badRequest',
      message: `Unable to parse range: ${range}`,
    });
  });

  test.each([
    ['A11', 'Sheet1!A11'],
    ['F1', 'Sheet1!F1'],
    ['A11:B', 'Sheet1!A11:B'],
    ['F1:2', 'Sheet1!F1:2'],
    ['CO2', 'Sheet1!CO2'],
  ])('%s that begins beyond the grid is refused', (asked, named) => {
    expect(refusalOf(() => aSpreadsheet(sheets).act('values.get', { range: asked })).message).toBe(
      `Range (${named}) exceeds grid limits. Max rows: 10, max columns: 5`,
    );
  });

  test('may be named', () => {
    const sheet = aSpreadsheet(sheets);
    sheet.batch({
      addNamedRange: {
        namedRange: {
          name: 'Totals',
          range: {
            sheetId: 7,
            startRowIndex: 1,
            endRowIndex: 3,
            startColumnIndex: 0,
            endColumnIndex: 2,
          },
        },
      },
    });
    expect(sheet.act('values.get', { range: 'totals' }).range).toBe("'Ben''s plan'!A2:B3");
  });
});
