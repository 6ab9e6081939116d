import { inGoogle } from './in-google';

describe('the sheet of an export', () => {
  const LOG = `
    const { spreadsheetId } = Sheets.Spreadsheets.create({ properties: { title: 'Mine' } });
    const sheet = () => G.exportSheet(spreadsheetId, 'OAuth log');
    const area = (s, asked) => { const read = s.read([asked]); return read.ok ? read.value[0] : read; };
    const column = (s, column, firstRow) => { const read = area(s, { firstRow, column }); return read.failure ? read : read.map(([cell = '']) => cell); };
    const rows = (s, firstRow, rowCount) => area(s, { firstRow, rowCount });
  `;

  test('is missing at first, is made with headings, and takes rows as text', () => {
    expect(
      inGoogle(`${LOG}
        const s = sheet();
        const before = [s.file().value.sheet, s.top(5).value];
        s.make(['Date', 'App'], 'Id');
        s.append([['2026-03-02', '=IMPORTRANGE("x")'], ['2026-03-03', '+358']]);
        const { properties } = Sheets.Spreadsheets.get(spreadsheetId).sheets[1];
        return { before, top: s.top(2).value, column: column(s, 1, 1), rows: rows(s, 2, 9), frozen: properties.gridProperties.frozenRowCount };
      `),
    ).toEqual({
      before: [null, null],
      top: [
        ['Date', 'App', 'Id'],
        ['2026-03-02', '=IMPORTRANGE("x")'],
      ],
      column: ['=IMPORTRANGE("x")', '+358'],
      rows: [['2026-03-03', '+358']],
      frozen: 1,
    });
  });

  test('that a person made and left empty is used as it is, with columns that it lacks', () => {
    expect(
      inGoogle(`${LOG}
        const s = G.exportSheet(spreadsheetId, 'sheet1');
        const delete23 = { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 26 } };
        Sheets.Spreadsheets.batchUpdate({ requests: [{ deleteDimension: delete23 }] }, spreadsheetId);
        const empty = s.top(5).value;
        s.make(['Date', 'App'], 'Id');
        return [empty, s.top(5).value, Sheets.Spreadsheets.get(spreadsheetId).sheets.length];
      `),
    ).toEqual([[], [['Date', 'App', 'Id']], 1]);
  });

  test('shows gaps as empty texts, and nothing beyond its end', () => {
    expect(
      inGoogle(`${LOG}
        const s = sheet();
        s.make(['A', 'B'], 'Id');
        s.append([['1', 'x'], ['2', ''], ['3', 'y']]);
        return [column(s, 1, 1), column(s, 7, 1), rows(s, 5000, 2)];
      `),
    ).toEqual([['x', '', 'y'], [], []]);
  });

  test('stays the same one when it is renamed, and is missing once it is deleted', () => {
    expect(
      inGoogle(`${LOG}
        const s = sheet();
        s.make(['A'], 'Id');
        s.top(1);
        const change = (request) => Sheets.Spreadsheets.batchUpdate({ requests: [request] }, spreadsheetId);
        const { sheetId } = Sheets.Spreadsheets.get(spreadsheetId).sheets[1].properties;
        change({ updateSheetProperties: { properties: { sheetId, title: 'Mine' }, fields: 'title' } });
        const appended = [s.append([['1']]).ok, column(s, 0, 1), s.file().value.sheet.id === sheetId];
        change({ deleteSheet: { sheetId } });
        return [...appended, s.append([['2']]).failure, rows(s, 0, 5).failure];
      `),
    ).toEqual([
      true,
      ['1'],
      true,
      { kind: 'sheet-missing', sheet: 'OAuth log' },
      { kind: 'sheet-missing', sheet: 'OAuth log' },
    ]);
  });

  test('that became shorter since it was listed is read to its new end', () => {
    expect(
      inGoogle(`${LOG}
        const s = sheet();
        s.make(['A'], 'Id');
        s.append([['1']]);
        const { sheetId } = Sheets.Spreadsheets.get(spreadsheetId).sheets[1].properties;
        s.file();
        const range = { sheetId, dimension: 'ROWS', startIndex: 50, endIndex: 100 };
        Sheets.Spreadsheets.batchUpdate({ requests: [{ deleteDimension: { range } }] }, spreadsheetId);
        return [rows(s, 60, 5), column(s, 0, 1)];
      `),
    ).toEqual([[], ['1']]);
  });
});
