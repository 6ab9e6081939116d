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
        const before = [s.headings(), s.column(0), s.rows(0, 5)].map(({ value }) => value);
        s.ensure(['Date', 'App']);
        s.append([['2026-03-02', '=IMPORTRANGE("x")'], ['2026-03-03', '+358']]);
        const { properties } = Sheets.Spreadsheets.get(spreadsheetId).sheets[1];
        return { before, headings: s.headings().value, column: s.column(1).value, rows: s.rows(1, 9).value, frozen: properties.gridProperties.frozenRowCount };
      `),
    ).toEqual({
      before: [null, [], []],
      headings: ['Date', 'App'],
      column: ['=IMPORTRANGE("x")', '+358'],
      rows: [['2026-03-03', '+358']],
      frozen: 1,
    });
  });

  test('that a person made gets headings where it has none, and keeps its own where it has', () => {
    expect(
      inGoogle(`${LOG}
        const first = G.exportSheet(spreadsheetId, 'Sheet1');
        const empty = first.headings().value;
        first.ensure(['Date']);
        first.ensure(['Other']);
        return [empty, first.headings().value];
      `),
    ).toEqual([[], ['Date']]);
  });

  test('shows gaps as empty texts, and nothing beyond its end', () => {
    expect(
      inGoogle(`${LOG}
        const s = sheet();
        s.ensure(['A', 'B']);
        s.append([['1', 'x'], ['2', ''], ['3', 'y']]);
        return [s.column(1).value, s.column(7).value, s.rows(5000, 2).value];
      `),
    ).toEqual([['x', '', 'y'], [], []]);
  });
});
