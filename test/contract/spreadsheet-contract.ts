import {
  UNDO,
  UNDO_COPY_COLUMN,
  type Batch,
  type Cell,
  type Rows,
  type SheetForm,
  type Spreadsheet,
  type Step,
} from '../../src/sheets/spreadsheet';
import { had } from '../worksystem/workbook-of';

export const CONTRACT_SHEETS: readonly SheetForm[] = [
  { title: 'One', headings: ['A', 'B', 'C'], formats: { 1: 'yyyy-mm-dd hh:mm' } },
  { title: 'Two', headings: ['Name', 'Value'], isHidden: true },
];

const SERIAL = 1_772_000_000_000;

const aBatch = (steps: readonly Step[], more: Partial<Batch> = {}): Batch => ({
  serial: SERIAL,
  steps: [{ kind: 'clear' }, { kind: 'note', note: 0, rows: [[SERIAL]] }, ...steps],
  undoRows: 12,
  answerRows: 12,
  ...more,
});

const append = (sheet: string, ...rows: Cell[][]): Step => ({ kind: 'append', sheet, rows });

const update = (sheet: string, row: number, column: number, ...cells: Cell[]): Step => ({
  kind: 'update',
  sheet,
  row,
  column,
  cells,
});

const keep = (row: number, note: number, whole: number | null, count = 1): Step => ({
  kind: 'keep',
  sheet: 'One',
  row,
  count,
  note,
  whole,
});

/** What every spreadsheet does. @param make a new one with `CONTRACT_SHEETS`, and nothing below their headings. */
export function spreadsheetContract(name: string, make: () => Spreadsheet): void {
  describe(`the spreadsheet ${name}`, () => {
    const rowsOf = (spreadsheet: Spreadsheet, sheet = 'One'): Rows =>
      had(spreadsheet.read([sheet])).rows[0]!.slice(1);

    /** With `CONTRACT_SHEETS` filled. */
    const filled = (...steps: Step[]): Spreadsheet => {
      const spreadsheet = make();
      had(spreadsheet.write(aBatch(steps)));
      return spreadsheet;
    };

    const copyIn = (undo: Rows, row: number): readonly Cell[] => undo[row]!.slice(UNDO_COPY_COLUMN);

    describe('reads', () => {
      test('several sheets in the order asked for, then headings of others, and the serial of the last batch', () => {
        const spreadsheet = filled(append('One', ['a']), append('Two', ['n', 1]));
        expect(had(spreadsheet.read(['Two', 'One'])).rows).toEqual([
          [
            ['Name', 'Value'],
            ['n', 1],
          ],
          [['A', 'B', 'C'], ['a']],
        ]);
        expect(had(spreadsheet.read(['Two'], ['One']))).toEqual({
          rows: [
            [
              ['Name', 'Value'],
              ['n', 1],
            ],
            [['A', 'B', 'C']],
          ],
          serial: SERIAL,
        });
      });

      test('no serial before anything keeps what it replaces', () => {
        expect(had(make().read(['One'])).serial).toBeNull();
        expect(had(make().undo())).toEqual([]);
      });

      test('nothing of a sheet that is not there: it says which', () => {
        expect(make().read(['One', 'Nowhere'])).toEqual({
          ok: false,
          failure: { kind: 'not-found', id: 'Nowhere' },
        });
      });
    });

    describe('writes', () => {
      test('rows below the last one that holds anything, with cells as they were given', () => {
        const spreadsheet = filled(append('One', ['a', 46083.375, true]));
        had(spreadsheet.write(aBatch([append('One', ['b', 0.5, false], ['c', '', 'z'])])));
        expect(rowsOf(spreadsheet)).toEqual([
          ['a', 46083.375, true],
          ['b', 0.5, false],
          ['c', '', 'z'],
        ]);
      });

      test.each([
        '=1+1',
        '2026-03-02',
        '007',
        'TRUE',
        '+49 30 1234',
        'a\nb',
        '  spaced  ',
        'Zoë 🎉',
      ])('the text %j as it is', (text) => {
        expect(rowsOf(filled(append('Two', [text, 'end'])), 'Two')).toEqual([[text, 'end']]);
      });

      test('cells of several rows and sheets, and leaves the others alone', () => {
        const spreadsheet = filled(
          append('One', ['a', 'b', 'c'], ['d', 'e', 'f']),
          append('Two', ['name', 1]),
        );
        had(
          spreadsheet.write(
            aBatch([
              update('One', 1, 1, 'B', 'C'),
              update('One', 2, 0, ''),
              update('Two', 1, 1, 2),
            ]),
          ),
        );
        expect(rowsOf(spreadsheet)).toEqual([
          ['a', 'B', 'C'],
          ['', 'e', 'f'],
        ]);
        expect(rowsOf(spreadsheet, 'Two')).toEqual([['name', 2]]);
      });

      test('away rows and new ones between others, each where those before it left the sheet', () => {
        const spreadsheet = filled(append('One', ['a'], ['b'], ['c'], ['d']));
        had(
          spreadsheet.write(
            aBatch([
              { kind: 'delete', sheet: 'One', row: 4, count: 1 },
              { kind: 'delete', sheet: 'One', row: 2, count: 1 },
              { kind: 'insert', sheet: 'One', row: 1 },
              update('One', 1, 0, 'new'),
            ]),
          ),
        );
        expect(rowsOf(spreadsheet)).toEqual([['new'], ['a'], ['c']]);
      });

      test('away all rows that there are', () => {
        const spreadsheet = filled(append('One', ['a']));
        had(spreadsheet.write(aBatch([{ kind: 'delete', sheet: 'One', row: 1, count: 1 }])));
        expect(rowsOf(spreadsheet)).toEqual([]);
      });

      test('a row that was emptied keeps its place, and new rows go below the last that is not', () => {
        const spreadsheet = filled(append('One', ['a'], ['b']));
        had(spreadsheet.write(aBatch([update('One', 1, 0, '', '', ''), append('One', ['c'])])));
        const [first, ...rest] = rowsOf(spreadsheet);
        expect((first ?? []).every((cell) => cell === '')).toBe(true);
        expect(rest).toEqual([['b'], ['c']]);
      });

      test('new columns, before which nothing is lost', () => {
        const spreadsheet = filled(append('One', ['a', 1, 'c']));
        const step = { kind: 'add-columns', sheet: 'One', at: 1, headings: ['X', 'Y'] } as const;
        had(spreadsheet.write(aBatch([step])));
        expect(had(spreadsheet.read(['One'])).rows[0]).toEqual([
          ['A', 'X', 'Y', 'B', 'C'],
          ['a', '', '', 1, 'c'],
        ]);
      });

      test('all of a batch or nothing of it', () => {
        const spreadsheet = filled(append('One', ['a']));
        const answer = spreadsheet.write(
          aBatch([update('One', 1, 0, 'b'), append('Nowhere', ['c'])], { serial: SERIAL + 1 }),
        );
        expect(answer.ok).toBe(false);
        expect(rowsOf(spreadsheet)).toEqual([['a']]);
        expect(had(spreadsheet.read([])).serial).toBe(SERIAL);
      });
    });

    describe('keeps what a batch replaces', () => {
      test('as it stood right before, whatever columns people added, and answers it', () => {
        const spreadsheet = filled(append('One', ['a', 46083.375, true, 'theirs'], ['b', 2]));
        const undo = had(
          spreadsheet.write(
            aBatch([
              { kind: 'note', note: 1, rows: [[7, 'note']] },
              keep(0, 1, null),
              keep(1, 2, 4, 2),
              update('One', 1, 0, 'A'),
              { kind: 'delete', sheet: 'One', row: 2, count: 1 },
            ]),
          ),
        );
        expect(undo[0]![0]).toBe(SERIAL);
        expect(undo[1]!.slice(0, 2)).toEqual([7, 'note']);
        expect(copyIn(undo, 1)).toEqual(['A', 'B', 'C']);
        expect(copyIn(undo, 2)).toEqual(['a', 46083.375, true, 'theirs']);
        expect(copyIn(undo, 3)).toEqual(['b', 2]);
        expect(rowsOf(spreadsheet)).toEqual([['A', 46083.375, true, 'theirs']]);
        expect(had(spreadsheet.undo())).toEqual(undo);
      });

      test('no more than is asked for in its answer, and all of it for whoever looks later', () => {
        const spreadsheet = filled(append('One', ['a']));
        const steps = [keep(1, 1, 5)];
        expect(had(spreadsheet.write(aBatch(steps, { answerRows: 2 })))).toHaveLength(2);
        expect(copyIn(had(spreadsheet.undo()), 5)).toEqual(['a']);
      });

      test('until another batch empties it', () => {
        const spreadsheet = filled(append('One', ['a']));
        had(spreadsheet.write(aBatch([keep(1, 1, 2)])));
        had(spreadsheet.write(aBatch([])));
        expect(had(spreadsheet.undo())).toEqual([[SERIAL, '', SERIAL]]);
      });

      test('so that it can be copied back, to another row and other columns', () => {
        const spreadsheet = filled(append('One', ['a', 46083.375, 'c'], ['b', 2, 'd']));
        had(
          spreadsheet.write(
            aBatch([keep(1, 1, 2), { kind: 'delete', sheet: 'One', row: 1, count: 1 }]),
          ),
        );
        const steps: Step[] = [
          { kind: 'insert', sheet: 'One', row: 2 },
          { kind: 'restore', sheet: 'One', row: 2, column: 0, whole: 2, from: 0, width: 2 },
          { kind: 'restore', sheet: 'One', row: 1, column: 2, whole: 2, from: 2, width: 1 },
        ];
        had(spreadsheet.write({ serial: SERIAL + 1, steps, undoRows: 12, answerRows: 1 }));
        expect(rowsOf(spreadsheet)).toEqual([
          ['b', 2, 'c'],
          ['a', 46083.375],
        ]);
      });

      test(`in a sheet ${UNDO} that it makes where there is none`, () => {
        const spreadsheet = make();
        had(spreadsheet.write(aBatch([append('One', ['a'])])));
        expect(had(spreadsheet.read(['One'])).serial).toBe(SERIAL);
      });
    });

    test('has another version after each batch, and the same while nothing happens', () => {
      const spreadsheet = make();
      const versions = [had(spreadsheet.version())];
      expect(had(spreadsheet.version())).toBe(versions[0]);
      had(spreadsheet.write(aBatch([append('One', ['a'], ['b'])])));
      versions.push(had(spreadsheet.version()));
      had(spreadsheet.write(aBatch([update('One', 1, 0, 'x')])));
      versions.push(had(spreadsheet.version()));
      expect(new Set(versions).size).toBe(3);
    });
  });
}
