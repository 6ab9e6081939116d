// The newest rows of the Journal, in whatever order people have sorted the sheet.
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { had, typed, workbookOf } from '../worksystem/workbook-of';

/** @param hours when each row was written, in the order of the sheet; null for a row that a person typed. */
function newest(hours: readonly (number | null)[], most: number): readonly string[] {
  const spreadsheet = new MemorySpreadsheet();
  for (const hour of hours)
    typed(spreadsheet, 'Journal', {
      Person: 'ann@example.com',
      Title: hour === null ? 'Typed' : `At ${hour}`,
      'When (UTC)': hour === null ? '' : `2026-02-01T0${hour}:00:00.000Z`,
    });
  const { records } = workbookOf(spreadsheet);
  return had(records.newestChanges(most)).map(({ title }) => title);
}

test.each<[string, (number | null)[], number, string[]]>([
  ['nothing, while there is nothing', [], 2, []],
  ['all, newest first, while there are few', [1, 2], 5, ['At 2', 'At 1']],
  ['the newest, at the end as they were written', [1, 2, 3, 4], 2, ['At 4', 'At 3']],
  ['the newest, wherever they were sorted to', [4, 1, 3, 2], 2, ['At 4', 'At 3']],
  ['none that a person typed', [1, null, 2], 5, ['At 2', 'At 1']],
])('the newest changes are %s (TJ9)', (_, hours, most, titles) => {
  expect(newest(hours, most)).toEqual(titles);
});
