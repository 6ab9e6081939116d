import type { Cell } from '../../src/sheets/spreadsheet';
import type { WorkbookCompany } from '../worksystem/workbook-company';
import { rows, settled, titles } from './people-with-rows';

/** Cuts the row with this name out of the sheet; pasting it puts it below the others. */
function cut(company: WorkbookCompany, name: string): () => void {
  let row: Cell[] = [];
  company.spreadsheet.edit('Activities', (all) => {
    const at = all.findIndex((cells) => cells.includes(name));
    row = all.splice(at, 1)[0]!;
  });
  return () => company.spreadsheet.edit('Activities', (all) => all.push(row));
}

test('a row that is held on the clipboard during a run deletes nothing, and is in step once it is pasted [Inv10]', () => {
  const { company, people } = settled('ann');
  const ann = people[0]!;
  const writes = ann.google.written.length;
  const paste = cut(company, 'Row of ann');
  company.run();
  expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  paste();
  company.run();
  company.run();
  expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  expect(rows(company)).toHaveLength(2);
  expect(ann.google.written).toHaveLength(writes);
});

test('a row that two looks in a row do not find is deleted: its event goes with the second run', () => {
  const { company, people } = settled('ann');
  const ann = people[0]!;
  cut(company, 'Row of ann');
  company.run();
  expect(titles(ann)).toEqual(['Event of ann', 'Row of ann']);
  company.run();
  expect(titles(ann)).toEqual(['Event of ann']);
});

test('an event that changes while its row is on the clipboard meets the row again, and makes no second one [Inv2]', () => {
  const { company, people } = settled('ann');
  const ann = people[0]!;
  const paste = cut(company, 'Event of ann');
  const [event] = ann.google.live().filter(({ summary }) => summary === 'Event of ann');
  ann.google.put({ ...event!, summary: 'Renamed' });
  company.run();
  expect(rows(company)).toEqual(['Row of ann · ann@example.com']);
  paste();
  company.run();
  company.run();
  expect(rows(company)).toEqual(['Renamed · ann@example.com', 'Row of ann · ann@example.com']);
  expect(titles(ann)).toEqual(['Renamed', 'Row of ann']);
});

test('an event that changes while its row is deleted for good gets a row anew', () => {
  const { company, people } = settled('ann');
  const ann = people[0]!;
  cut(company, 'Event of ann');
  const [event] = ann.google.live().filter(({ summary }) => summary === 'Event of ann');
  ann.google.put({ ...event!, summary: 'Renamed' });
  company.run();
  company.run();
  expect(rows(company)).toEqual(['Renamed · ann@example.com', 'Row of ann · ann@example.com']);
});

test('a row that Tandem wrote is missed, though without it the sheet is as it was before', () => {
  const { company, people } = settled('ann');
  const ann = people[0]!;
  cut(company, 'Event of ann');
  company.run();
  company.run();
  expect(titles(ann)).toEqual(['Row of ann']);
});
