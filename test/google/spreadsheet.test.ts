import { columnLetters, quoted } from '../../src/google/a1';
import { ADMIN, ANNA } from '../support/small-company';
import { googleScript, inGoogle, runGoogle } from './in-google';

const FORM = `{
  customerId: 'C01acme00',
  title: 'Tandem of Acme',
  sheets: [
    { title: 'Activities', headings: ['Id', 'Title', 'Start', 'Busy'], formats: { 2: 'yyyy-mm-dd hh:mm' } },
    { title: "It's hidden", headings: ['Id'], isHidden: true },
  ],
}`;

const BOOK = `
  const form = ${FORM};
  const made = () => G.ensureWorkbook(form).value;
  const book = () => G.spreadsheet(made().id);
  const batch = (...steps) => ({ serial: 7, steps, undoRows: 20, answerRows: 20 });
  const append = (rows) => ({ kind: 'append', sheet: 'Activities', rows });
  const activities = (b) => b.read(['Activities']).value.rows[0];
`;

const inBook = (body: string) => inGoogle(`${BOOK} ${body}`);

describe('the workbook', () => {
  test('is made once and found again', () => {
    expect(
      inBook('const one = made(), two = made(); return [one.isNew, two.isNew, one.id === two.id]'),
    ).toEqual([true, false, true]);
  });

  test('in the trash is not found, and neither is another organization’s', () => {
    expect(
      inBook(`
        const one = made();
        const other = G.findWorkbook("C02'other");
        Drive.Files.update({ trashed: true }, one.id);
        return [other, G.findWorkbook('C01acme00')];
      `),
    ).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
  });

  test('has sheets with bold frozen headings and formats, and hides those that are not for people', () => {
    const { sheets } = inBook(
      'return Sheets.Spreadsheets.get(made().id, { includeGridData: true })',
    ) as {
      sheets: {
        properties: object;
        data: { rowData?: { values: object[] }[] }[];
      }[];
    };
    expect(sheets.map(({ properties }) => properties)).toMatchObject([
      { title: 'Activities', gridProperties: { frozenRowCount: 1, columnCount: 4 } },
      { title: "It's hidden", hidden: true },
    ]);
    const [heading, first] = sheets[0]!.data[0]!.rowData!;
    expect(heading!.values[1]).toMatchObject({
      userEnteredValue: { stringValue: 'Title' },
      userEnteredFormat: { textFormat: { bold: true } },
    });
    expect(first!.values[2]).toMatchObject({
      userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' } },
    });
  });

  test('with a known id is used, and never replaced by another', () => {
    expect(
      inBook(`
        const { id } = made();
        Drive.Files.update({ trashed: true }, id);
        const known = G.ensureWorkbook({ ...form, knownId: id });
        return [known.value.id === id, known.value.isNew, G.ensureWorkbook({ ...form, knownId: 'gone' })];
      `),
    ).toEqual([true, false, { ok: false, failure: { kind: 'not-found', id: 'gone' } }]);
  });

  test('gets back a sheet that somebody deleted', () => {
    expect(
      inBook(`
        const { id } = made();
        const tab = Sheets.Spreadsheets.get(id).sheets[1].properties.sheetId;
        Sheets.Spreadsheets.batchUpdate({ requests: [{ deleteSheet: { sheetId: tab } }] }, id);
        made();
        return G.spreadsheet(id).read(['Activities', "It's hidden"]);
      `),
    ).toEqual({
      ok: true,
      value: { rows: [[['Id', 'Title', 'Start', 'Busy']], [['Id']]], serial: null },
    });
  });
});

describe('rows', () => {
  const ROWS = `[['a', '=1+1', 46023.5, true], ['b', '007', 1, false], ['c', "'x", '', '']]`;

  test('are read as they were written: no text becomes a formula or a number', () => {
    expect(
      inBook(`
        const b = book();
        b.write(batch(append(${ROWS})));
        return b.read(['Activities'], ["It's hidden"]).value.rows;
      `),
    ).toEqual([
      [
        ['Id', 'Title', 'Start', 'Busy'],
        ['a', '=1+1', 46023.5, true],
        ['b', '007', 1, false],
        ['c', "'x"],
      ],
      [['Id']],
    ]);
  });

  test('are appended below the last row with content, whatever is between or at the side', () => {
    expect(
      inBook(`
        const b = book();
        b.write(batch(append([['a']])));
        b.write(batch({ kind: 'update', sheet: 'Activities', row: 4, column: 3, cells: ['note'] }));
        b.write(batch(append([['b']])));
        return activities(b).slice(1);
      `),
    ).toEqual([['a'], [], [], ['', '', '', 'note'], ['b']]);
  });

  test('are appended past the end of the grid', () => {
    const rows = inBook(`
      const b = book();
      for (let n = 0; n < 3; n++)
        b.write(batch(append(Array.from({ length: 60 }, (_, i) => [n + '-' + i]))));
      return activities(b);
    `) as string[][];
    expect(rows).toHaveLength(181);
    expect(rows[180]).toEqual(['2-59']);
  });

  test('are updated by place, several at once, and an empty text clears', () => {
    expect(
      inBook(`
        const b = book();
        b.write(batch(append(${ROWS})));
        b.write(batch(
          { kind: 'update', sheet: 'Activities', row: 1, column: 1, cells: ['=A1', 2] },
          { kind: 'update', sheet: 'Activities', row: 2, column: 0, cells: ['B', ''] },
          { kind: 'update', sheet: "It's hidden", row: 1, column: 0, cells: ['z'] },
        ));
        return b.read(['Activities', "It's hidden"]).value.rows;
      `),
    ).toEqual([
      [
        ['Id', 'Title', 'Start', 'Busy'],
        ['a', '=A1', 2, true],
        ['B', '', 1, false],
        ['c', "'x"],
      ],
      [['Id'], ['z']],
    ]);
  });

  test('are deleted by place, each meeting what the deletions before it left, even the last one', () => {
    expect(
      inBook(`
        const b = book();
        const remove = (row) => ({ kind: 'delete', sheet: 'Activities', row });
        b.write(batch(append(${ROWS})));
        b.write(batch(remove(3), remove(1)));
        const one = activities(b).slice(1);
        const all = Array.from({ length: 98 }, () => remove(1));
        return [one, b.write(batch(...all)).ok, activities(b).slice(1)];
      `),
    ).toEqual([[['b', '007', 1, false]], true, []]);
  });

  test('of a sheet that does not exist are not found', () => {
    const notFound = { ok: false, failure: { kind: 'not-found', id: 'Other' } };
    expect(
      inBook(`return book().write(batch({ kind: 'append', sheet: 'Other', rows: [['a']] }))`),
    ).toEqual(notFound);
    expect(inBook(`return book().read(['Other'])`)).toEqual(notFound);
  });
});

describe('a batch', () => {
  test('returns the rows that it kept, and puts them back with formulas and all', () => {
    expect(
      inBook(`
        const b = book();
        b.write(batch(append([['a', 'before', 1, true]])));
        Sheets.Spreadsheets.Values.update({ values: [['=2']] }, b.id, 'Activities!C2', { valueInputOption: 'USER_ENTERED' });
        const kept = b.write(batch(
          { kind: 'clear' },
          { kind: 'note', note: 0, rows: [[8]] },
          { kind: 'keep', sheet: 'Activities', row: 1, count: 1, note: 1, whole: 2 },
          { kind: 'update', sheet: 'Activities', row: 1, column: 1, cells: ['after', 5] },
        ));
        const changed = activities(b)[1];
        b.write(batch(
          { kind: 'restore', sheet: 'Activities', row: 1, column: 0, whole: 2, from: 0, width: 4 },
        ));
        const { values } = Sheets.Spreadsheets.Values.get(b.id, 'Activities!A2:D2', { valueRenderOption: 'FORMULA' });
        return [kept.value[1].slice(4), changed, values[0], b.read(['Activities']).value.serial];
      `),
    ).toEqual([['a', 'before', 2, true], ['a', 'after', 5, true], ['a', 'before', '=2', true], 8]);
  });

  test('is done as a whole or not at all', () => {
    expect(
      inBook(`
        const b = book();
        b.write(batch(append([['a']])));
        const answer = b.write(batch(
          { kind: 'update', sheet: 'Activities', row: 1, column: 0, cells: ['changed'] },
          { kind: 'delete', sheet: 'Activities', row: 5000 },
        ));
        return [answer.ok, activities(b)[1]];
      `),
    ).toEqual([false, ['a']]);
  });
});

test('failed reads are repeated, and a batch never is', () => {
  const workspace = googleScript(`${BOOK}
    function f() {
      const deadline = G.deadlineAfter(300000, G.clock);
      const backoff = G.backoff({ sleep: G.sleep, chance: () => 0, deadline });
      const calls = G.pacedCalls({ pacing: G.pacing(G.clock, deadline), backoff, sleep: G.sleep });
      const b = G.spreadsheet(made().id, calls);
      b.write(batch(append([['a']])));
      return [b.read(['Activities']).ok, b.write(batch(append([['b']]))), activities(b).slice(1)];
    }`);
  workspace.faults.plan([
    {
      method: 'sheets.spreadsheets.values.batchGet',
      times: 2,
      fault: { kind: 'error', code: 429 },
    },
    // After the headings, the hidden sheet and the first batch.
    { at: 4, method: 'sheets.spreadsheets.batchUpdate', fault: { kind: 'error', code: 503 } },
  ]);
  expect(runGoogle(workspace, 'f')).toMatchObject([
    true,
    { ok: false, failure: { kind: 'unavailable' } },
    [['a']],
  ]);
});

test('the version differs after every change, and only then', () => {
  const [a, b, c] = inBook(`
    const sheet = book();
    const a = sheet.version().value, b = sheet.version().value;
    sheet.write(batch(append([['a']])));
    return [a, b, sheet.version().value];
  `) as string[];
  expect(a).toBe(b);
  expect(c).not.toBe(a);
});

test('a workbook that this person may not open is not found', () => {
  const workspace = googleScript(`${BOOK}
    function make() { return made().id }
    function look(id) { return G.spreadsheet(id).version() }`);
  const id = runGoogle(workspace, 'make', { as: ADMIN });
  expect(workspace.run('look', { as: ANNA, parameters: [id] }).value).toEqual({
    ok: false,
    failure: { kind: 'not-found', id },
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test('titles are quoted', () => {
  expect(quoted("It's")).toBe("'It''s'");
});
