import fc from 'fast-check';
import { slot } from '../../src/kit/slot';
import { addRow, deleteRow, updateRow, type Change } from '../../src/sheets/change';
import { judgedSlot } from '../../src/sheets/judged-serials';
import { Sheets } from '../../src/sheets/sheets';
import type { Cell, Rows } from '../../src/sheets/spreadsheet';
import { tableForm } from '../../src/sheets/table';
import { MemoryStore } from '../kit/memory-store';
import { had } from '../worksystem/workbook-of';
import { Crash, MemorySpreadsheet } from './memory-spreadsheet';

const PLANTS = tableForm({
  title: 'Plants',
  headings: { name: 'Name', place: 'Place', id: 'Id' },
  key: ['id'],
});

const LOG = tableForm({ title: 'Log', headings: { at: 'At', said: 'Said' } });

const NOW = Date.UTC(2026, 2, 1, 12);
const HOUR_MS = 3_600_000;

/** A spreadsheet, what is remembered outside it, and executions that each see it anew. */
class Garden {
  readonly spreadsheet: MemorySpreadsheet;
  readonly memory = new MemoryStore();
  nowMs = NOW;

  constructor(rows: Rows = ROWS) {
    const forms = [
      { title: 'Plants', headings: ['Name', 'Place', 'Id', 'Theirs'] },
      { title: 'Log', headings: ['At', 'Said'] },
      { title: 'Undo', headings: ['', 'about'] },
    ];
    this.spreadsheet = new MemorySpreadsheet(forms, { Plants: rows });
  }

  execution(): Sheets {
    return new Sheets({
      spreadsheet: this.spreadsheet,
      forms: [PLANTS, LOG] as never,
      together: () => null,
      judged: slot(this.memory, judgedSlot(this.spreadsheet.id)),
      clock: { now: () => (this.nowMs += 1) },
    });
  }

  edit = (change: (rows: Cell[][]) => void): void => this.spreadsheet.edit('Plants', change);

  /** Before the next call of this name, and never again. */
  meanwhile(call: string, change: () => void): void {
    this.spreadsheet.before = (name) => {
      if (name !== call) return;
      this.spreadsheet.before = () => undefined;
      change();
    };
  }

  plants = (): Rows => this.spreadsheet.sheets.get('Plants')!.slice(1);
}

const ROWS: Rows = [
  ['Fern', 'Hall', 'a', 'water'],
  ['Ivy', 'Wall', 'b', 'cut'],
  ['Moss', 'Roof', 'c', 'leave'],
  ['Rose', 'Bed', 'd', 'feed'],
];

const byId = (sheets: Sheets, id: string) =>
  had(sheets.table(PLANTS)).rows.find(({ cells }) => cells.id === id)!;

const moved = (sheets: Sheets, id: string, place: string): Change =>
  updateRow(PLANTS, byId(sheets, id), { place });

describe('a batch', () => {
  test('changes, deletes and adds rows of several sheets in one request, and is known without reading again', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const changes = [
      moved(sheets, 'b', 'Fence'),
      deleteRow(PLANTS, byId(sheets, 'c')),
      addRow(PLANTS, { name: 'Sage', place: 'Pot', id: 'e' }),
      addRow(LOG, { at: 1, said: 'done' }),
    ];
    had(sheets.headings(LOG));
    garden.spreadsheet.asked();
    expect(had(sheets.write(changes))).toEqual(['landed', 'landed', 'landed', 'landed']);
    expect(garden.plants()).toEqual([
      ROWS[0],
      ['Ivy', 'Fence', 'b', 'cut'],
      ROWS[3],
      ['Sage', 'Pot', 'e'],
    ]);
    expect(garden.spreadsheet.sheets.get('Log')!.slice(1)).toEqual([[1, 'done']]);
    expect(had(sheets.table(PLANTS)).rows.map(({ at, cells }) => [at, cells.id])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'd'],
      [4, 'e'],
    ]);
    expect(had(sheets.write([moved(sheets, 'e', 'Sill')]))).toEqual(['landed']);
    expect(garden.spreadsheet.asked()).toEqual(['write', 'write']);
  });

  test('that met a row inserted above is as if it had never been, and is planned again', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const changes = [moved(sheets, 'b', 'Fence'), deleteRow(PLANTS, byId(sheets, 'd'))];
    garden.meanwhile('write', () => garden.edit((rows) => rows.splice(1, 0, ['Oak', '', '', ''])));
    expect(had(sheets.write(changes))).toEqual(['undone', 'undone']);
    expect(garden.plants()).toEqual([['Oak', '', '', ''], ...ROWS]);
    expect(had(sheets.write([moved(sheets, 'b', 'Fence')]))).toEqual(['landed']);
    expect(garden.plants()[2]).toEqual(['Ivy', 'Fence', 'b', 'cut']);
  });

  test('gives back what a person typed meanwhile into a cell that it wrote', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const change = moved(sheets, 'b', 'Fence');
    garden.meanwhile('write', () => garden.edit((rows) => (rows[2]![1] = 'Gate')));
    expect(had(sheets.write([change]))).toEqual(['undone']);
    expect(garden.plants()[1]).toEqual(['Ivy', 'Gate', 'b', 'cut']);
  });

  test('lets stand what a person typed meanwhile into another cell of the row', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const change = moved(sheets, 'b', 'Fence');
    garden.meanwhile('write', () => garden.edit((rows) => (rows[2]![0] = 'Holly')));
    expect(had(sheets.write([change]))).toEqual(['landed']);
    expect(garden.plants()[1]).toEqual(['Holly', 'Fence', 'b', 'cut']);
    expect(byId(sheets, 'b').cells.name).toBe('Ivy');
  });

  test('that met another row gives it back but for what a person has typed there since', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const changes = [updateRow(PLANTS, byId(sheets, 'b'), { name: 'Ivies', place: 'Fence' })];
    garden.meanwhile('write', () => {
      garden.edit((rows) => rows.splice(1, 0, ['Oak', '', '', '']));
      // The batch then writes into Fern's row, where somebody types before that is put right.
      garden.meanwhile('read', () => garden.edit((rows) => void (rows[2]![1] = 'Garden')));
    });
    expect(had(sheets.write(changes))).toEqual(['undone']);
    expect(garden.plants()).toEqual([
      ['Oak', '', '', ''],
      ['Fern', 'Garden', 'a', 'water'],
      ...ROWS.slice(1),
    ]);
  });

  test('puts back a deleted row that a person edited meanwhile', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const change = deleteRow(PLANTS, byId(sheets, 'b'));
    garden.meanwhile('write', () => garden.edit((rows) => (rows[2]![1] = 'Gate')));
    expect(had(sheets.write([change]))).toEqual(['undone']);
    expect(garden.plants()).toEqual([ROWS[0], ['Ivy', 'Gate', 'b', 'cut'], ROWS[2], ROWS[3]]);
  });

  test('whose columns were moved meanwhile leaves nothing behind, neither in rows nor below them', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const changes = [
      moved(sheets, 'b', 'Fence'),
      addRow(PLANTS, { name: 'Sage', place: 'Pot', id: 'e' }),
    ];
    const swap = (rows: Cell[][]): void =>
      rows.forEach((row) => row.splice(0, 3, row[2]!, row[0]!, row[1]!));
    garden.meanwhile('write', () => garden.edit(swap));
    expect(had(sheets.write(changes))).toEqual(['undone', 'undone']);
    const expected = ROWS.map((row) => [row[2], row[0], row[1], row[3]]);
    expect(garden.plants()).toEqual(expected);
    expect(had(sheets.write([moved(sheets, 'b', 'Fence')]))).toEqual(['landed']);
  });

  test('gives no id to another row than the one that had none', () => {
    const garden = new Garden([['Fern', '', '', ''], ...ROWS]);
    const sheets = garden.execution();
    const [row] = had(sheets.table(PLANTS)).rows;
    garden.meanwhile('write', () => garden.edit((rows) => rows.splice(1, 0, ['Oak', '', '', ''])));
    expect(had(sheets.write([updateRow(PLANTS, row!, { id: 'new' })]))).toEqual(['undone']);
    expect(garden.plants()).toEqual([['Oak', '', '', ''], ['Fern', '', '', ''], ...ROWS]);
  });

  test.each([
    ['different', ROWS],
    ['alike', ROWS.map(([, , id]) => ['Fern', 'Hall', id!, 'water'])],
  ])(
    'that wrote over a key is taken back once, though %s rows are turned around while it is',
    (_, rows) => {
      const garden = new Garden(rows);
      const sheets = garden.execution();
      const changes = [moved(sheets, 'a', 'Fence')];
      const toTheLeft = (rows: Cell[][]): void => rows.forEach((row) => row.push(row.shift()!));
      let writes = 0;
      garden.spreadsheet.before = (name) => {
        if (name === 'write') writes += 1;
        if (name === 'write' && writes === 1) garden.edit(toTheLeft);
        if (name === 'write' && writes === 2)
          garden.edit((rows) => rows.push(...rows.splice(1).reverse()));
      };
      expect(had(sheets.write(changes))).toEqual(['undone']);
      const expected = rows.map(([name, ...others]) => [...others, name]).reverse();
      expect(garden.plants()).toEqual(expected);
    },
  );

  test('that gave a key to the wrong row, which somebody then deleted, leaves the rightful row alone', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const changes = [moved(sheets, 'a', 'Fence')];
    const edits: ((rows: Cell[][]) => void)[] = [
      (rows) => rows.forEach((row) => row.push(row.shift()!)),
      (rows) => rows.push(...rows.splice(1).reverse()),
      (rows) => rows.splice(1, 1),
    ];
    garden.spreadsheet.before = (name) => {
      const edit = name === 'write' ? edits.shift() : undefined;
      if (edit) garden.edit(edit);
    };
    expect(had(sheets.write(changes))).toEqual(['undone']);
    const expected = ROWS.slice(0, 3).map(([name, ...others]) => [...others, name]);
    // A write below the last row leaves a row that says nothing.
    const saying = garden.plants().filter((row) => row.some((cell) => cell !== ''));
    expect(saying).toEqual(expected.reverse());
  });

  test('whose answer was lost is looked for, and not made twice', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const change = addRow(PLANTS, { name: 'Sage', place: 'Pot', id: 'e' });
    had(sheets.table(PLANTS));
    garden.spreadsheet.faultAt = (_, name) => (name === 'write' ? 'fail-after' : null);
    expect(had(sheets.write([change]))).toEqual(['landed']);
    expect(garden.plants()).toHaveLength(5);
  });

  test('that timed out and is not there yet may still be under way, and is not made a second time [Inv7]', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    had(sheets.table(PLANTS));
    garden.spreadsheet.faultAt = (_, name) => (name === 'write' ? 'fail-before' : null);
    const change = addRow(PLANTS, { name: 'Sage', place: 'Pot', id: 'e' });
    expect(sheets.write([change])).toMatchObject({ ok: false, failure: { kind: 'timed-out' } });
    expect(garden.spreadsheet.calls.filter((name) => name === 'write')).toHaveLength(1);
  });

  test('that nobody judged, for the execution was killed, is judged by the next before it plans', () => {
    const garden = new Garden();
    const sheets = garden.execution();
    const changes = [moved(sheets, 'b', 'Fence'), deleteRow(PLANTS, byId(sheets, 'd'))];
    garden.meanwhile('write', () => garden.edit((rows) => rows.splice(1, 0, ['Oak', '', '', ''])));
    garden.spreadsheet.faultAt = (_, name) => (name === 'write' ? 'crash-after' : null);
    expect(() => sheets.write(changes)).toThrow(Crash);
    expect(garden.plants()).toHaveLength(4);
    garden.spreadsheet.faultAt = () => null;
    const next = had(garden.execution().table(PLANTS));
    expect(next.rows.map(({ cells }) => cells.name)).toEqual([
      'Oak',
      'Fern',
      'Ivy',
      'Moss',
      'Rose',
    ]);
    expect(garden.plants()).toEqual([['Oak', '', '', ''], ...ROWS]);
  });
});

describe.each([
  ['an hour', HOUR_MS],
  ['a second', 1_000],
])('a spreadsheet that was put back to the version of %s before', (_, ageMs) => {
  const putBack = () => {
    const garden = new Garden();
    const first = garden.execution();
    had(first.write([moved(first, 'a', 'Stairs')]));
    const earlier = garden.spreadsheet.kept();
    garden.nowMs += ageMs;
    const second = garden.execution();
    had(second.write([deleteRow(PLANTS, byId(second, 'c'))]));
    garden.nowMs += ageMs;
    return { garden, earlier };
  };
  const RESTORED = { ok: false, failure: expect.objectContaining({ kind: 'workbook-restored' }) };

  test('is read and written by nobody, until it is accepted', () => {
    const { garden, earlier } = putBack();
    garden.spreadsheet.restore(earlier);
    const sheets = garden.execution();
    expect(sheets.table(PLANTS)).toEqual(RESTORED);
    expect(garden.execution().table(PLANTS)).toEqual(RESTORED);
    had(garden.execution().acceptRestored());
    const next = garden.execution();
    expect(had(next.write([moved(next, 'c', 'Sill')]))).toEqual(['landed']);
    expect(had(garden.execution().table(PLANTS)).rows).toHaveLength(4);
  });

  test('between a reading and the write after it is left as it was put back', () => {
    const { garden, earlier } = putBack();
    const sheets = garden.execution();
    const changes = [
      moved(sheets, 'a', 'Attic'),
      deleteRow(PLANTS, byId(sheets, 'd')),
      addRow(PLANTS, { name: 'Sage', id: 'e' }),
    ];
    garden.meanwhile('write', () => garden.spreadsheet.restore(earlier));
    expect(sheets.write(changes)).toEqual(RESTORED);
    expect(sheets.table(PLANTS)).toEqual(RESTORED);
    expect(garden.plants()).toEqual(earlier.get('Plants')!.slice(1));
    expect(garden.execution().table(PLANTS)).toEqual(RESTORED);
  });

  test('and then put forward again goes on as if it had not been', () => {
    const { garden, earlier } = putBack();
    const latest = garden.spreadsheet.kept();
    garden.spreadsheet.restore(earlier);
    expect(garden.execution().table(PLANTS)).toEqual(RESTORED);
    garden.spreadsheet.restore(latest);
    expect(had(garden.execution().table(PLANTS)).rows).toHaveLength(3);
  });
});

describe('a person who edits between the reading and the write', () => {
  type Edit = (rows: Cell[][]) => void;
  const edits: Readonly<Record<string, fc.Arbitrary<Edit>>> = {
    insert: fc.nat(4).map((at) => (rows) => void rows.splice(at + 1, 0, ['Oak', 'Lawn', '', ''])),
    remove: fc.nat(3).map((at) => (rows) => void rows.splice(at + 1, 1)),
    sort: fc.constant((rows) => {
      const [first, ...rest] = rows.splice(0);
      rows.push(first!, ...rest.sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)));
    }),
    reverse: fc.constant((rows) => {
      const [first, ...rest] = rows.splice(0);
      rows.push(first!, ...rest.reverse());
    }),
    column: fc.constant((rows) => rows.forEach((row) => row.unshift(row.pop() ?? ''))),
    type: fc.tuple(fc.nat(3), fc.constantFrom(0, 1, 3)).map(([at, column]) => (rows) => {
      const row = rows[Math.min(at + 1, rows.length - 1)];
      if (row && rows.length > 1) row[column] = 'typed';
    }),
  };
  const anEdit = fc.oneof(...Object.values(edits));
  const aChange = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('update' as const, 'delete' as const),
  });

  test('never finds a row changed or gone that was not meant, nor an edit lost [Inv13]', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aChange, { selector: ({ id }) => id, minLength: 1 }),
        fc.array(anEdit, { minLength: 1, maxLength: 3 }),
        fc.array(anEdit, { maxLength: 2 }),
        (wanted, first, later) => {
          const garden = new Garden();
          const sheets = garden.execution();
          const changes = wanted.map(({ id, kind }) =>
            kind === 'delete' ? deleteRow(PLANTS, byId(sheets, id)) : moved(sheets, id, 'Moved'),
          );
          let calls = 0;
          let expected: Rows = [];
          garden.spreadsheet.before = (name) => {
            if (name !== 'write') return;
            calls += 1;
            if (calls === 1) {
              for (const edit of first) garden.edit(edit);
              expected = garden.plants().map((row) => [...row]);
            }
            // Somebody goes on while it is put right.
            if (calls === 2) for (const edit of later) garden.edit(edit);
          };
          const landings = had(sheets.write(changes));
          if (later.length > 0 && calls > 1) return checkNobodyElse(garden, wanted);
          const landed = new Map<string, string | false>(
            wanted.map(({ id, kind }, at) => [id, landings[at] === 'landed' && kind]),
          );
          const headings = garden.spreadsheet.sheets.get('Plants')![0]!;
          const [idAt, placeAt] = [headings.indexOf('Id'), headings.indexOf('Place')];
          const after = expected.flatMap((row): (readonly Cell[])[] => {
            const kind = landed.get(String(row[idAt]));
            if (kind === 'delete') return [];
            return [
              kind === 'update' ? row.map((cell, at) => (at === placeAt ? 'Moved' : cell)) : row,
            ];
          });
          expect(said(garden.plants())).toEqual(said(after));
        },
      ),
      { numRuns: 600 },
    );
  });

  /** Rows that no change was about are as people left them: each id at most once, with its own cells. */
  function checkNobodyElse(garden: Garden, wanted: readonly { readonly id: string }[]): void {
    const rows = garden.plants();
    for (const original of ROWS) {
      const id = String(original[2]);
      if (wanted.some((one) => String(one.id) === id)) continue;
      const own = rows.filter((row) => row.includes(id));
      expect(own.length).toBeLessThanOrEqual(1);
      for (const row of own) expect(row).not.toContain('Moved');
    }
  }

  /** Rows that say anything, in any order. */
  const said = (rows: Rows): string[] =>
    rows
      .map((row) => JSON.stringify(row).replace(/(,?"")+\]$/, ']'))
      .filter((text) => text !== '[]')
      .sort();
});
