// Old rows of the Journal and of Runs go, in few requests, and no other row ever does.
import fc from 'fast-check';
import { lastOldRuns, OLD_ROWS } from '../../src/records/old-rows';
import type { Cell } from '../../src/sheets/spreadsheet';
import { Crash, FAULTS, MemorySpreadsheet, type Fault } from '../sheets/memory-spreadsheet';
import { MemoryStore } from '../kit/memory-store';
import { had, standing, typed, workbookOf } from '../worksystem/workbook-of';

const OLD = '2025-08-01T08:00:00.000Z';
const NEW = '2026-02-01T08:00:00.000Z';
const BEFORE = '2025-09-01T00:00:00.000Z';
const SINCE = '2025-08-31T00:00:00.000Z';

const row = (id: string, instant: Cell): Record<string, Cell> => ({
  When: 46_000,
  Person: 'ann@example.com',
  Id: id,
  Key: id,
  'When (UTC)': instant,
});

function journalOf(rows: readonly Record<string, Cell>[]): MemorySpreadsheet {
  const spreadsheet = new MemorySpreadsheet();
  for (const cells of rows) typed(spreadsheet, 'Journal', cells);
  return spreadsheet;
}

const idsIn = (spreadsheet: MemorySpreadsheet): Cell[] =>
  standing(spreadsheet, 'Journal').map(({ Id }) => Id!);

/** As the upkeep does it. */
function removeAll(spreadsheet: MemorySpreadsheet, memory = new MemoryStore()): number {
  const { records } = workbookOf(spreadsheet, memory);
  let removed = 0;
  for (let calls = 0; calls < 200; calls += 1) {
    const gone = had(records.removeOld('journal', BEFORE, SINCE));
    removed += gone.removed;
    if (gone.isDone) return removed;
  }
  throw new Error('It never ends.');
}

const CASES: readonly (readonly [
  string,
  readonly Cell[],
  readonly (readonly [number, number])[],
])[] = [
  ['the heading alone', ['When (UTC)'], []],
  ['the first rows', ['When (UTC)', OLD, OLD, NEW], [[1, 2]]],
  [
    'rows here and there',
    ['When (UTC)', OLD, NEW, OLD, OLD, NEW, OLD],
    [
      [1, 1],
      [3, 2],
      [6, 1],
    ],
  ],
  ['all rows', ['When (UTC)', OLD, OLD], [[1, 2]]],
  ['none, for it is exactly as old as rows may be', ['When (UTC)', BEFORE], []],
  ['none that a person wrote', ['When (UTC)', '', 'last year', 45_000, true, '2025'], []],
];

test.each(CASES)('old are %s', (_, column, runs) => {
  expect(lastOldRuns(column, BEFORE)).toEqual(runs.map(([at, count]) => ({ row: at, count })));
});

test('old rows go, newer ones and what a person typed stay', () => {
  const spreadsheet = journalOf([
    row('a', OLD),
    row('b', NEW),
    { Title: 'A note of mine' },
    row('c', OLD),
    row('d', NEW),
  ]);
  expect(removeAll(spreadsheet)).toBe(2);
  expect(idsIn(spreadsheet)).toEqual(['b', '', 'd']);
});

test('10,000 old rows go in 11 reads and 10 writes', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => row(`old ${index}`, OLD));
  const spreadsheet = journalOf([...rows, row('new', NEW)]);
  expect(removeAll(spreadsheet)).toBe(10_000);
  const asked = spreadsheet.asked();
  expect(asked.filter((call) => call === 'write')).toHaveLength(10_000 / OLD_ROWS.ROWS_PER_BATCH);
  // The headings, the column, and the rows of each batch.
  expect(asked.filter((call) => call !== 'write').length).toBeLessThanOrEqual(12);
  expect(idsIn(spreadsheet)).toEqual(['new']);
  // Neighbours are deleted in one step.
  expect(
    spreadsheet.batches.every((steps) => steps.filter((kind) => kind === 'delete').length === 1),
  ).toBe(true);
});

test.each<Fault>([...FAULTS])(
  '%s at any call: no other row goes, and the next day finishes',
  (fault) => {
    for (let call = 0; call < 5; call += 1) {
      const spreadsheet = journalOf([row('a', OLD), row('b', NEW), row('c', OLD)]);
      const memory = new MemoryStore();
      spreadsheet.faultAt = (count) => (count === call ? fault : null);
      try {
        removeAll(spreadsheet, memory);
      } catch (error) {
        if (!(error instanceof Crash) && !String(error).includes('It failed')) throw error;
      }
      spreadsheet.faultAt = () => null;
      expect(idsIn(spreadsheet)).toContain('b');
      removeAll(spreadsheet, memory);
      expect(idsIn(spreadsheet)).toEqual(['b']);
    }
  },
);

test('whatever somebody does with the Journal before any call, only old rows go, and none twice', () => {
  const edits = fc.record({
    call: fc.nat(8),
    kind: fc.constantFrom('sort', 'reverse', 'insert', 'delete', 'type', 'move-column'),
    at: fc.nat(10),
  });
  const ages = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(ages, fc.array(edits, { maxLength: 3 }), (old, plans) => {
      const spreadsheet = journalOf(old.map((isOld, index) => row(`r${index}`, isOld ? OLD : NEW)));
      const typedIn = new Set<string>();
      const deleted = new Set<Cell>();
      let calls = 0;
      spreadsheet.before = () => {
        const now = calls;
        calls += 1;
        for (const plan of plans.filter(({ call }) => call === now))
          spreadsheet.edit('Journal', (rows) => {
            const [headings, ...body] = rows;
            const id = headings!.indexOf('Id');
            const at = plan.at % Math.max(1, body.length);
            if (plan.kind === 'sort')
              body.sort((one, other) => String(other[id]).localeCompare(String(one[id])));
            if (plan.kind === 'reverse') body.reverse();
            if (plan.kind === 'insert') body.splice(at, 0, ['mine']);
            if (plan.kind === 'delete')
              for (const gone of body.splice(at, 1)) deleted.add(gone[id] ?? '');
            if (plan.kind === 'type' && body[at]?.[id] !== undefined) {
              body[at]![4] = 'typed by somebody';
              typedIn.add(String(body[at]![id]));
            }
            rows.splice(0, rows.length, headings!, ...body);
            if (plan.kind === 'move-column') for (const one of rows) one.push(one.shift() ?? '');
          });
      };
      try {
        removeAll(spreadsheet);
      } catch (error) {
        if (!String(error).includes('It failed')) throw error;
      }
      spreadsheet.before = () => undefined;
      removeAll(spreadsheet);
      const left = idsIn(spreadsheet).filter((id) => id !== '');
      const wanted = old.flatMap((isOld, index) =>
        isOld || deleted.has(`r${index}`) ? [] : [`r${index}`],
      );
      expect([...left].sort()).toEqual([...wanted].sort());
    }),
    { numRuns: 150 },
  );
});

test('links of people who turned their sync off go after their time, those of others stay', () => {
  const spreadsheet = new MemorySpreadsheet();
  const person = (userId: string, state: string, offAt: string): void =>
    typed(spreadsheet, 'Connections', {
      Email: `${userId}@example.com`,
      'Google id': userId,
      'Calendar sync': state,
      'Turned off at': offAt,
    });
  const links: readonly (readonly [string, string, string])[] = [
    ['long-off', 'Off', '2025-08-31T10:00:00.000Z'],
    ['at-the-last-look', 'Off', SINCE],
    ['just-off', 'Off', '2025-09-02T10:00:00.000Z'],
    ['at-the-limit', 'Off', BEFORE],
    ['on', 'On', ''],
  ];
  for (const [userId, state, offAt] of links) {
    person(userId, state, offAt);
    typed(spreadsheet, 'Links', { 'User id': userId, 'Google event': 'g', 'Activity id': userId });
  }
  const { records } = workbookOf(spreadsheet);
  expect(had(records.removeOld('links', BEFORE, SINCE))).toEqual({ removed: 2, isDone: true });
  expect(standing(spreadsheet, 'Links').map((cells) => cells['User id'])).toEqual([
    'just-off',
    'at-the-limit',
    'on',
  ]);
});

test('links are not even read where nobody’s time came since the last look', () => {
  const spreadsheet = new MemorySpreadsheet();
  typed(spreadsheet, 'Connections', {
    Email: 'a@example.com',
    'Google id': 'a',
    'Calendar sync': 'Off',
    'Turned off at': '2025-07-01T10:00:00.000Z',
  });
  const { records } = workbookOf(spreadsheet);
  had(records.connections.load());
  spreadsheet.asked();
  expect(had(records.removeOld('links', BEFORE, SINCE))).toEqual({ removed: 0, isDone: true });
  expect(spreadsheet.asked()).toEqual([]);
});
