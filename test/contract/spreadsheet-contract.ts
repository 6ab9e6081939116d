import type { SheetForm, Spreadsheet } from '../../src/sheets/spreadsheet';
import { had } from '../worksystem/workbook-of';

export const CONTRACT_SHEETS: readonly SheetForm[] = [
  { title: 'One', headings: ['A', 'B', 'C'], formats: { 1: 'yyyy-mm-dd hh:mm' } },
  { title: 'Two', headings: ['Name', 'Value'], isHidden: true },
];

/** What every spreadsheet does. @param make a new one with `CONTRACT_SHEETS`, and nothing below their headings. */
export function spreadsheetContract(name: string, make: () => Spreadsheet): void {
  describe(`the spreadsheet ${name}`, () => {
    const rowsOf = (spreadsheet: Spreadsheet, sheet = 'One') =>
      had(spreadsheet.read([sheet]))[0]!.slice(1);

    test('reads several sheets in the order asked for, headings included', () => {
      expect(had(make().read(['Two', 'One']))).toEqual([[['Name', 'Value']], [['A', 'B', 'C']]]);
    });

    test('reads the headings alone', () => {
      const spreadsheet = make();
      had(spreadsheet.append('One', [['a', 'b', 'c']]));
      expect(had(spreadsheet.headings('One'))).toEqual(['A', 'B', 'C']);
    });

    test('adds rows below the last one that holds anything, with cells as they were given', () => {
      const spreadsheet = make();
      had(spreadsheet.append('One', [['a', 46083.375, true]]));
      had(
        spreadsheet.append('One', [
          ['b', 0.5, false],
          ['c', '', 'z'],
        ]),
      );
      expect(rowsOf(spreadsheet)).toEqual([
        ['a', 46083.375, true],
        ['b', 0.5, false],
        ['c', '', 'z'],
      ]);
    });

    test.each(['=1+1', '2026-03-02', '007', 'TRUE', '+49 30 1234', 'a\nb', '  spaced  ', 'Zoë 🎉'])(
      'keeps the text %j as it is',
      (text) => {
        const spreadsheet = make();
        had(spreadsheet.append('Two', [[text, 'end']]));
        expect(rowsOf(spreadsheet, 'Two')).toEqual([[text, 'end']]);
      },
    );

    test('updates cells of several rows and sheets and leaves the others alone', () => {
      const spreadsheet = make();
      had(
        spreadsheet.append('One', [
          ['a', 'b', 'c'],
          ['d', 'e', 'f'],
        ]),
      );
      had(spreadsheet.append('Two', [['name', 1]]));
      had(
        spreadsheet.update([
          { sheet: 'One', row: 1, column: 1, cells: ['B', 'C'] },
          { sheet: 'One', row: 2, column: 0, cells: [''] },
          { sheet: 'Two', row: 1, column: 1, cells: [2] },
        ]),
      );
      expect(rowsOf(spreadsheet)).toEqual([
        ['a', 'B', 'C'],
        ['', 'e', 'f'],
      ]);
      expect(rowsOf(spreadsheet, 'Two')).toEqual([['name', 2]]);
    });

    test('deletes rows wherever they are, all counted before any is gone', () => {
      const spreadsheet = make();
      had(spreadsheet.append('One', [['a'], ['b'], ['c'], ['d']]));
      had(spreadsheet.deleteRows('One', [1, 3]));
      expect(rowsOf(spreadsheet)).toEqual([['b'], ['d']]);
    });

    test('a row that was emptied keeps its place, and new rows go below the last that is not', () => {
      const spreadsheet = make();
      had(spreadsheet.append('One', [['a'], ['b']]));
      had(spreadsheet.update([{ sheet: 'One', row: 1, column: 0, cells: ['', '', ''] }]));
      had(spreadsheet.append('One', [['c']]));
      const [first, ...rest] = rowsOf(spreadsheet);
      expect((first ?? []).every((cell) => cell === '')).toBe(true);
      expect(rest).toEqual([['b'], ['c']]);
    });

    test('has another version after each kind of change, and the same while nothing happens', () => {
      const spreadsheet = make();
      const versions = [had(spreadsheet.version())];
      expect(had(spreadsheet.version())).toBe(versions[0]);
      had(spreadsheet.append('One', [['a'], ['b']]));
      versions.push(had(spreadsheet.version()));
      had(spreadsheet.update([{ sheet: 'One', row: 1, column: 0, cells: ['x'] }]));
      versions.push(had(spreadsheet.version()));
      had(spreadsheet.deleteRows('One', [2]));
      versions.push(had(spreadsheet.version()));
      expect(new Set(versions).size).toBe(4);
    });

    test('fails when a sheet is not there', () => {
      expect(make().read(['Nowhere']).ok).toBe(false);
    });
  });
}
