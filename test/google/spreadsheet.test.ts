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
  let serial = 1000;
  const write = (to, ...steps) => to.write({
    serial: ++serial,
    steps: [{ kind: 'clear' }, { kind: 'note', note: 0, rows: [[serial]] }, ...steps],
    undoRows: 5,
    answerRows: 1,
  });
  const append = (sheet, rows) => ({ kind: 'append', sheet, rows });
`;

const inBook = (body: string) => inGoogle(`${BOOK} ${body}`);

describe('the workbook', () => {
  test('is made once and found again', () => {
    expect(
      inBook('const one = made(), two = made(); return [one.isNew, two.isNew, one.id === two.id]'),
    ).toEqual([true, false, true]);
  });

  test('in the bin is none, and another organization’s is not this one’s', () => {
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

  test('has its sheets with frozen bold headings, formats, and hides what is not for people', () => {
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

  test('that is known is the one, and is not replaced by another', () => {
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
        return G.spreadsheet(id).read(['Activities', "It's hidden"]).value.rows;
      `),
    ).toEqual([[['Id', 'Title', 'Start', 'Busy']], [['Id']]]);
  });
});

describe('rows', () => {
  test('go below the last that holds anything, whatever lies between or at the side', () => {
    expect(
      inBook(`
        const b = book();
        write(b, append('Activities', [['a']]));
        write(b, { kind: 'update', sheet: 'Activities', row: 4, column: 3, cells: ['note'] });
        write(b, append('Activities', [['b']]));
        return b.read(['Activities']).value.rows[0].slice(1);
      `),
    ).toEqual([['a'], [], [], ['', '', '', 'note'], ['b']]);
  });

  test('go below each other past the end of the grid', () => {
    const rows = inBook(`
      const b = book();
      for (let n = 0; n < 3; n++)
        write(b, append('Activities', Array.from({ length: 60 }, (_, i) => [n + '-' + i])));
      return b.read(['Activities']).value.rows[0];
    `) as string[][];
    expect(rows).toHaveLength(181);
    expect(rows[180]).toEqual(['2-59']);
  });

  test('of a sheet that is not there are not found', () => {
    const failure = { kind: 'not-found', id: 'Other' };
    expect(inBook(`return write(book(), append('Other', [['a']]))`)).toEqual({
      ok: false,
      failure,
    });
    expect(inBook(`return book().read(['Other'])`)).toEqual({ ok: false, failure });
  });
});

test('reading is repeated when Google is out of breath, a batch never is', () => {
  const workspace = googleScript(`${BOOK}
    function f() {
      const deadline = G.deadlineAfter(300000, G.clock);
      const backoff = G.backoff({ sleep: G.sleep, chance: () => 0, deadline });
      const calls = G.pacedCalls({ pacing: G.pacing(G.clock, deadline), backoff, sleep: G.sleep });
      const { id } = made();
      write(G.spreadsheet(id));
      const b = G.spreadsheet(id, calls);
      return [b.read(['Activities']).ok, write(b, append('Activities', [['a']]))];
    }`);
  workspace.faults.plan([
    {
      method: 'sheets.spreadsheets.values.batchGet',
      times: 2,
      fault: { kind: 'error', code: 429 },
    },
    { at: 4, method: 'sheets.spreadsheets.batchUpdate', fault: { kind: 'error', code: 503 } },
  ]);
  const [isRead, answer] = runGoogle(workspace, 'f') as [boolean, object];
  expect(isRead).toBe(true);
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
});

test('the version differs after every change, and only then', () => {
  const [a, b, c] = inBook(`
    const sheet = book();
    const a = sheet.version().value, b = sheet.version().value;
    write(sheet, append('Activities', [['a']]));
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
