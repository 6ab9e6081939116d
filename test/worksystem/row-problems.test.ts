import type { Cell } from '../../src/sheets/spreadsheet';
import { yesOrNo } from '../../src/sheets/yes-no';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { typeRows } from './work-in-workbook';
import { had, personAt, typed, workbookOf } from './workbook-of';

const ANN = 'ann@example.com';

type RowCells = Readonly<Record<string, Cell>>;

/** What is told of these rows, Ann being the only one in People. */
function toldOf(...rows: readonly RowCells[]): string[] {
  const spreadsheet = new MemorySpreadsheet(undefined, typeRows);
  typed(spreadsheet, 'People', { Email: ANN, 'Email aliases': 'a.berg@example.com' });
  for (const cells of rows)
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

const EXAMPLE =
  'Write it as every week on Mon, Wed until 2026-12-31, or as every month on the 15th.';

test.each<[string, Cell]>([
  [`Its Repeats “when it suits” cannot be read. ${EXAMPLE}`, 'when it suits'],
  [`Its Repeats “3” cannot be read. ${EXAMPLE}`, 3],
  [`Its Repeats “true” cannot be read. ${EXAMPLE}`, true],
  [`Its Repeats “except 2026-03-09” cannot be read. ${EXAMPLE}`, 'except 2026-03-09'],
  [
    `Its Repeats “every week on Mon${' and so on'.repeat(4)} a…” cannot be read. ${EXAMPLE}`,
    `every week on Mon${' and so on'.repeat(9)}`,
  ],
  [
    'It repeats more than once a day, which Tandem does not sync. Write one row for each time of day.',
    'RRULE:FREQ=HOURLY',
  ],
  [
    'Its Repeats has more than one rule. Leave one of them, and write another row for the other.',
    'RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY',
  ],
  [
    'Its Repeats has a rule for the dates to skip. Write those dates behind the word except: except 2026-11-02, 2026-11-09.',
    'RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY',
  ],
  [
    'Its Repeats has dates at another time of day. Write rows of their own for them.',
    'RRULE:FREQ=DAILY\nRDATE;TZID=Europe/Helsinki:20260304T120000',
  ],
  [
    'Its Repeats is too long. Begin a new row for the later dates, with a Repeats of its own.',
    `daily except ${Array.from({ length: 1001 }, (_, day) => new Date(Date.UTC(2026, 2, 3 + day)).toISOString().slice(0, 10)).join(', ')}`,
  ],
  [
    'Its Start is not one of the dates on which it repeats. Make Start the first of them, or correct Repeats.',
    'every week on Tue',
  ],
])('%s', (sentence, words) => {
  expect(toldOf({ Repeats: words, 'Time zone': 'Europe/Helsinki' })).toEqual([sentence]);
});

test.each<Cell>([
  '',
  false,
  'no',
  'never',
  '-',
  'Nein',
  'weekly',
  'every 2 weeks on Mon',
  'every day, 5 times',
  'RRULE:FREQ=MONTHLY;BYDAY=1MO',
  'on 2026-04-01',
  46_100,
])('nothing is wrong with a row that repeats “%s”', (words) => {
  expect(toldOf({ Repeats: words })).toEqual([]);
});

test('a series from Google may start outside its rule, as Google allows', () => {
  expect(toldOf({ Repeats: 'every week on Tue', 'From Google event': 'g1' })).toEqual([]);
});

test('times and rule of one row are told together', () => {
  expect(toldOf({ Start: 'soon', Repeats: 'often' })).toEqual([
    'Its start cannot be read. Write it as 2026-03-31 09:00, or 2026-03-31 for a whole day. ' +
      `Its Repeats “often” cannot be read. ${EXAMPLE}`,
  ]);
});

const SERIES = { 'Activity id': 's1', Repeats: 'weekly' };
const EXCEPTION = { 'Activity id': 'e1', Series: 's1', 'Instead of': '2026-03-09' };

test.each<[string, RowCells, readonly RowCells[]]>([
  [
    'It has an Instead of, but no Series. Write in Series the Activity id of the row that repeats, or empty Instead of.',
    { Series: '' },
    [SERIES],
  ],
  [
    'It has a Series, but no Instead of. Write there the date of the series, as 2026-03-31.',
    { 'Instead of': '' },
    [SERIES],
  ],
  [
    'Its Instead of cannot be read. Write there the date of the series, as 2026-03-31.',
    { 'Instead of': '3/9/2026' },
    [SERIES],
  ],
  [
    'Its Instead of cannot be read. Write there the date of the series, as 2026-03-31.',
    { 'Instead of': '09:00' },
    [SERIES],
  ],
  [
    'No row has the Activity id “s2”. Write in Series the Activity id of the row that repeats.',
    { Series: 's2' },
    [SERIES],
  ],
  [
    'Its Series is its own Activity id. Write that of the row that repeats, or empty Series and Instead of.',
    { Series: 'e1' },
    [SERIES],
  ],
  [
    'The row named in Series does not repeat. Write in the Repeats of that row how it does.',
    {},
    [{ ...SERIES, Repeats: '' }],
  ],
  [
    'The row named in Series takes the place of a date itself. Write the Activity id of the row that repeats.',
    { Series: 'e2' },
    [SERIES, { ...EXCEPTION, 'Activity id': 'e2' }],
  ],
  [
    'It takes the place of one date of a series, so it cannot repeat itself. Empty Repeats, or empty Series and Instead of.',
    { Repeats: 'daily' },
    [SERIES],
  ],
  [
    'Its series does not take place on 2026-03-10. Write one of its dates in Instead of.',
    { 'Instead of': '2026-03-10' },
    [SERIES],
  ],
  [
    'No row has the Activity id “s2”. Write in Series the Activity id of the row that repeats. ' +
      'It has a Series, but no Instead of. Write there the date of the series, as 2026-03-31.',
    { Series: 's2', 'Instead of': '' },
    [SERIES],
  ],
])('of an exception: %s', (sentence, cells, others) => {
  expect(toldOf({ ...EXCEPTION, ...cells }, ...others)).toEqual([sentence]);
});

test('two rows for one date of a series are both told', () => {
  const twice = 'Two rows take the place of 2026-03-09 in one series. Delete one of them.';
  expect(toldOf(SERIES, EXCEPTION, { ...EXCEPTION, 'Activity id': 'e2' })).toEqual([twice, twice]);
});

test.each<[string, RowCells]>([
  ['as typed', { 'Instead of': '2026-03-09' }],
  ['as a date', { 'Instead of': 46_090 }],
  ['with its time of day', { 'Instead of': '2026-03-09 09:00' }],
  ['with dots', { 'Instead of': '9.3.2026' }],
  ['without an owner: that of the series counts', { Owner: '' }],
  ['with an owner who left', { Owner: 'gone@example.com' }],
  ['on a date that the series skips', { 'Instead of': '2026-03-16' }],
])('nothing is wrong with an exception %s', (_, cells) => {
  expect(
    toldOf({ ...SERIES, Repeats: 'weekly except 2026-03-16' }, { ...EXCEPTION, ...cells }),
  ).toEqual([]);
});

test('an exception says nothing of a series that cannot be read: that row does', () => {
  expect(toldOf({ ...SERIES, Repeats: 'often' }, EXCEPTION)).toHaveLength(1);
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
