// What is planned for rows, and what counts as written.
import { addRow, type Change } from '../../src/sheets/change';
import { missingIds } from '../../src/sheets/identified';
import { additions, carryOut } from '../../src/sheets/plan';
import { serialAt } from '../../src/sheets/serials';
import type { Sheets } from '../../src/sheets/sheets';
import { tableForm, tableOf } from '../../src/sheets/table';
import { ok } from '../../src/kit/result';
import { had } from '../worksystem/workbook-of';

const PLANTS = tableForm({
  title: 'Plants',
  headings: { name: 'Name', origin: 'Origin', id: 'Id' },
  key: ['id'],
});

test.each([
  ['2026-03-02T10:00:00.000Z', 'Etc/UTC', 46_083 + 10 / 24],
  ['2026-03-02T22:30:00.000Z', 'Europe/Helsinki', 46_084 + 0.5 / 24],
  ['2026-07-02T02:00:00.000Z', 'America/New_York', 46_204 + 22 / 24],
  ['2026-03-02T10:00:00.000Z', 'Nowhere/Zone', 46_083 + 10 / 24],
])('%s in %s is the day and time that its clocks show', (instant, zone, serial) => {
  expect(serialAt(instant, zone)).toBeCloseTo(serial, 9);
});

test('a row that did not land is written again, and one that did is not', () => {
  const batches: string[][] = [];
  const sheets = {
    write(changes: readonly Change[]) {
      const names = changes.map((change) => String('cells' in change && change.cells['name']));
      batches.push(names);
      return ok(
        names.map((name) => (name === 'Sage' && batches.length === 1 ? 'undone' : 'landed')),
      );
    },
  } as unknown as Sheets;
  const rowOf = (name: string) => addRow(PLANTS, { name, origin: '', id: name });
  expect(carryOut(sheets, [additions(['Mint', 'Sage'], rowOf)])).toEqual(ok(null));
  expect(batches).toEqual([['Mint', 'Sage'], ['Sage']]);
});

test('of two rows without an id that name one origin, the first keeps it', () => {
  const table = had(
    tableOf(PLANTS, [
      ['Name', 'Origin', 'Id'],
      ['Mint', 'from-mint', ''],
      ['Mint', 'from-mint', ''],
    ]),
  );
  let made = 0;
  const identifying = { id: 'id', origin: 'origin', newId: () => `new-${(made += 1)}` } as const;
  expect(missingIds(table, identifying)).toMatchObject([
    { kind: 'update', cells: { id: 'new-1' } },
    { kind: 'update', cells: { id: 'new-2', origin: '' } },
  ]);
});
