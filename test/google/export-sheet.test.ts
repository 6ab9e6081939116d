import { inGoogle } from './in-google';

describe('the sheet of an export', () => {
  const LOG = `
    const { spreadsheetId } = Sheets.Spreadsheets.create({ properties: { title: 'Mine' } });
    const sheet = () => G.exportSheet(spreadsheetId, 'OAuth log');
  `;

  test('is missing at first, is made with headings, and takes rows as text', () => {
    expect(
      inGoogle(`${LOG}
        const s = sheet();
        const before = [s.file().value.sheet, s.top(5).value];
        s.make(['Date', 'App']);
        s.append([['2026-03-02', '=IMPORTRANGE("x")'], ['2026-03-03', '+358']]);
        const { properties } = Sheets.Spreadsheets.get(spreadsheetId).sheets[1];
        return { before, top: s.top(2).value, column: s.column(1, 1).value, rows: s.rows(2, 9).value, frozen: properties.gridProperties.frozenRowCount };
      `),
    ).toEqual({
      before: [null, null],
      top: [
        ['Date', 'App'],
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
        s.make(['Date', 'App']);
        return [empty, s.top(5).value, Sheets.Spreadsheets.get(spreadsheetId).sheets.length];
      `),
    ).toEqual([[], [['Date', 'App']], 1]);
  });

  test('shows gaps as empty texts, and nothing beyond its end', () => {
    expect(
      inGoogle(`${LOG}
        const s = sheet();
        s.make(['A', 'B']);
        s.append([['1', 'x'], ['2', ''], ['3', 'y']]);
        return [s.column(1, 1).value, s.column(7, 1).value, s.rows(5000, 2).value];
      `),
    ).toEqual([['x', '', 'y'], [], []]);
  });

  test('stays the same one when it is renamed, and is missing once it is deleted', () => {
    expect(
      inGoogle(`${LOG}
        const s = sheet();
        s.make(['A']);
        s.top(1);
        const change = (request) => Sheets.Spreadsheets.batchUpdate({ requests: [request] }, spreadsheetId);
        const { sheetId } = Sheets.Spreadsheets.get(spreadsheetId).sheets[1].properties;
        change({ updateSheetProperties: { properties: { sheetId, title: 'Mine' }, fields: 'title' } });
        const appended = [s.append([['1']]).ok, s.column(0, 1).value, s.file().value.sheet.id === sheetId];
        change({ deleteSheet: { sheetId } });
        return [...appended, s.append([['2']]).failure, s.rows(0, 5).failure];
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
        s.make(['A']);
        s.append([['1']]);
        const { sheetId } = Sheets.Spreadsheets.get(spreadsheetId).sheets[1].properties;
        s.file();
        const range = { sheetId, dimension: 'ROWS', startIndex: 50, endIndex: 100 };
        Sheets.Spreadsheets.batchUpdate({ requests: [{ deleteDimension: { range } }] }, spreadsheetId);
        return [s.rows(60, 5), s.column(0, 1).value];
      `),
    ).toEqual([{ ok: true, value: [] }, ['1']]);
  });
});
