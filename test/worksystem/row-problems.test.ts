import type { Cell } from '../../src/sheets/spreadsheet';
import { yesOrNo } from '../../src/sheets/yes-no';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { typeRows } from './work-in-workbook';
import { had, personAt, typed, workbookOf } from './workbook-of';

const ANN = 'ann@example.com';

/** What is told of one row, Ann being the only one in People. */
function toldOf(cells: Readonly<Record<string, Cell>>): string[] {
  const spreadsheet = new MemorySpreadsheet(undefined, typeRows);
  typed(spreadsheet, 'People', { Email: ANN, 'Email aliases': 'a.berg@example.com' });
  typed(spreadsheet, 'Activities', {
    Name: 'Visit',
    Owner: ANN,
    Start: '2026-03-02 09:00',
    End: '2026-03-02 10:00',
    ...cells,
  });
  const book = workbookOf(spreadsheet);
  had(book.calendars.of(personAt(ANN)).changes(null, ''));
  return had(book.rowProblems())!.map(({ failure }) => failure.reason);
}

test.each<[string, Readonly<Record<string, Cell>>]>([
  ['It has no owner. Write the owner’s email address.', { Owner: '' }],
  [
    'Its owner “Ann Berg” is not an email address. Write the owner’s email address.',
    { Owner: 'Ann Berg' },
  ],
  [
    'Nobody in People has the address ann@example.co. Write the owner’s address as it is in People.',
    { Owner: 'ann@example.co' },
  ],
  [
    'Unknown time zone: “Atlantis”. Write it as Europe/Helsinki, or leave it empty to use that of the owner’s calendar.',
    { 'Time zone': 'Atlantis' },
  ],
  ['Tandem accepts the years 1900 to 2199. Correct Start or End.', { End: '9999-01-01 10:00' }],
  ['It ends before it starts. Correct Start or End.', { End: '2026-03-02 08:00' }],
  [
    'Its start has a time of day, but its end has none. Write the end as 2026-03-31 10:00.',
    { End: '2026-03-02' },
  ],
  [
    'All day is no, but Start and End have no times of day, so it counts as whole days. Add the times, or set All day to TRUE.',
    { Start: '2026-03-02', End: '2026-03-02', 'All day': false },
  ],
  [
    'Its All day “maybe” is neither yes nor no, so Start and End decide. Write TRUE or FALSE.',
    { 'All day': 'maybe' },
  ],
  [
    'Its Busy “perhaps” is neither yes nor no, so it counts as busy. Write TRUE or FALSE. ' +
      'Its Tentative “?” is neither yes nor no, so it counts as confirmed. Write TRUE or FALSE.',
    { Busy: 'perhaps', Tentative: '?' },
  ],
])('%s', (sentence, cells) => {
  expect(toldOf(cells)).toEqual([sentence]);
});

test('a row with nothing wrong is not told', () => {
  expect(toldOf({ Busy: 'Nein', 'All day': 'EPÄTOSI', 'Time zone': 'FLE Standard Time' })).toEqual(
    [],
  );
  expect(toldOf({ Owner: 'A.Berg@example.com' })).toEqual([]);
});

test.each([
  ['WAHR', true],
  ['Kyllä', true],
  ['VRAI', true],
  ['sí', true],
  ['SI', true],
  ['TOSI', true],
  ['是', true],
  ['✓', true],
  ['1', true],
  ['nein', false],
  ['FAUX', false],
  ['Epätosi', false],
  ['nej', false],
  ['✗', false],
  ['0', false],
  ['maybe', null],
  ['', null],
  ['constructor', null],
])('“%s” says %s', (word, says) => expect(yesOrNo(word)).toBe(says));
