import { boardsOf } from '../../src/app/wishes/boards';
import { card } from '../../src/card/card';
import type { PageTable } from '../../src/card/page-table';
import { MemoryStore } from '../kit/memory-store';

const AT = '2026-03-02T08:00:00.000Z';

const tableOf = (rows: number): PageTable => ({
  title: 'Everybody',
  columns: [{ title: 'Name', kind: 'text' }],
  rows: Array.from({ length: rows }, (_, at) => [`Person ${at}`]),
  empty: '',
  rest: null,
});

/** What another administrator is shown of what the sync account saw. */
function shown(table: PageTable | undefined): PageTable | undefined {
  const boards = boardsOf(new MemoryStore(), 'C1');
  boards.post('directory.show', { at: AT, card: card('People'), table });
  return boards.board('directory.show')!.table;
}

test.each([1, 2_000])('a board keeps the whole of a table of %d rows', (rows) => {
  expect(shown(tableOf(rows))).toEqual(tableOf(rows));
});

test('a board of 10,000 people leaves room in the cache for other organizations, and says so (Att36)', () => {
  const table = shown(tableOf(10_000))!;
  expect(table.rows).toEqual(tableOf(2_000).rows);
  expect(table.rest).toBe('The first 2000 of 10000. The sync account sees all of them here.');
});

test('a board without a table has none', () => {
  expect(shown(undefined)).toBeUndefined();
});
