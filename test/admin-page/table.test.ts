import { csvOf } from '../../src/admin-page/table/csv';
import {
  choicesIn,
  FIRST_VIEW,
  pageIn,
  rowsIn,
  ROWS_PER_PAGE,
  type TableView,
} from '../../src/admin-page/table/view';
import type { PageTable } from '../../src/card/page-table';

const table: PageTable = {
  title: 'Last changes',
  columns: [
    { title: 'When', kind: 'instant' },
    { title: 'Person', kind: 'text' },
    { title: 'What', kind: 'choice' },
    { title: 'Title', kind: 'text' },
  ],
  rows: [
    ['2026-03-05T10:00:00Z', 'zoe.etienne@havu.example', 'Updated', 'Étienne, planning'],
    ['2026-03-04T10:00:00Z', 'anna@havu.example', 'Created', 'Stand-up 10'],
    ['2026-03-03T10:00:00Z', 'anna@havu.example', 'Updated', 'Stand-up 9'],
  ],
  empty: 'Nothing yet.',
  rest: null,
};

const titles = (view: Partial<TableView>, of = table): (string | undefined)[] =>
  rowsIn(of, { ...FIRST_VIEW, ...view }).map((row) => row[3]);

describe('a table on the page', () => {
  test.each<[string, Partial<TableView>, string[]]>([
    ['as it came', {}, ['Étienne, planning', 'Stand-up 10', 'Stand-up 9']],
    ['without accents or capitals', { search: 'ETIENNE' }, ['Étienne, planning']],
    ['every word somewhere in the row', { search: ' anna  created ' }, ['Stand-up 10']],
    ['nothing', { search: 'nobody' }, []],
    ['what is chosen', { chosen: { 2: 'Updated' } }, ['Étienne, planning', 'Stand-up 9']],
    ['both', { chosen: { 2: 'Updated' }, search: 'stand' }, ['Stand-up 9']],
    ['everything again', { chosen: { 2: '' } }, ['Étienne, planning', 'Stand-up 10', 'Stand-up 9']],
    [
      'numbers by their size',
      { sort: { column: 3, descends: false } },
      ['Étienne, planning', 'Stand-up 9', 'Stand-up 10'],
    ],
    [
      'the oldest first',
      { sort: { column: 0, descends: false } },
      ['Stand-up 9', 'Stand-up 10', 'Étienne, planning'],
    ],
    [
      'a column that is gone as it came',
      { sort: { column: 9, descends: false } },
      ['Étienne, planning', 'Stand-up 10', 'Stand-up 9'],
    ],
  ])('shows %s (TJ1)', (_, view, expected) => {
    expect(titles(view)).toEqual(expected);
  });

  test('offers what a column has, with how many rows have it', () => {
    expect(choicesIn(table, 2)).toEqual([
      ['Created', 1],
      ['Updated', 2],
    ]);
  });

  test('is turned over page by page, and never past its end', () => {
    const rows = Array.from({ length: ROWS_PER_PAGE + 1 }, (_, at) => [String(at)]);
    const first = pageIn(rows, 0);
    expect([first.rows.length, first.isFirst, first.isLast]).toEqual([ROWS_PER_PAGE, true, false]);
    const last = pageIn(rows, 7);
    expect(last).toEqual({
      rows: [[String(ROWS_PER_PAGE)]],
      first: ROWS_PER_PAGE,
      isFirst: false,
      isLast: true,
    });
    expect(pageIn([], 0)).toEqual({ rows: [], first: 0, isFirst: true, isLast: true });
  });

  test('searches 10,000 rows of 1,000 characters without losing one (TJ1)', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [
      `${'x'.repeat(990)} ${at}`,
      '',
      '',
      `${at}`,
    ]);
    expect(titles({ search: 'x 9999' }, { ...table, rows })).toEqual(['9999']);
  });
});

describe('a table as a file', () => {
  test('has its headings and quotes what needs it', () => {
    const rows = [['2026-03-05T10:00:00Z', 'a "b", c', 'two\nlines', 'plain']];
    expect(csvOf(table, rows)).toBe(
      'When,Person,What,Title\r\n2026-03-05T10:00:00Z,"a ""b"", c","two\nlines",plain\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1'])(
    'gives a spreadsheet no formula to run: %j (Att19)',
    (text) => {
      const [, row] = csvOf({ ...table, columns: [table.columns[3]!] }, [[text]]).split(
        /\r\n(?!=)/,
      );
      expect(row).toMatch(/^"?'/);
    },
  );
});
