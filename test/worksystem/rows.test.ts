import fc from 'fast-check';
import type { Cell } from '../../src/sheets/spreadsheet';
import { ACTIVITIES } from '../../src/worksystem/workbook/forms';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { typeRows } from './work-in-workbook';
import { had, personAt, retyped, standing, typed, workbookOf } from './workbook-of';

const ANN = 'ann@example.com';

const aRow = (name: string, more: Readonly<Record<string, Cell>> = {}) => ({
  Name: name,
  Owner: ANN,
  Start: '2026-03-02 09:00',
  End: '2026-03-02 10:00',
  ...more,
});

const aSheet = (): MemorySpreadsheet => new MemorySpreadsheet(undefined, typeRows);

const listed = (spreadsheet: MemorySpreadsheet, email = ANN) =>
  had(
    workbookOf(spreadsheet).calendars.of(personAt(email)).changes(null, '2026-01-01T00:00:00Z'),
  ).items.flatMap((item) => (item.kind === 'activity' ? [item.activity] : []));

test('a row that somebody typed gets an id before it is used, and says what a form would have said', () => {
  const spreadsheet = aSheet();
  typed(spreadsheet, 'Activities', aRow('Visit'));
  const [activity] = listed(spreadsheet);
  expect(activity).toMatchObject({
    name: 'Visit',
    typeId: 'meeting',
    isBusy: true,
    isTentative: false,
  });
  expect(standing(spreadsheet, 'Activities')[0]).toMatchObject({ 'Activity id': activity!.id });
  expect(listed(spreadsheet)).toEqual([activity]);
});

test('when the ids cannot be written, no row is used', () => {
  const spreadsheet = aSheet();
  typed(spreadsheet, 'Activities', aRow('Visit'));
  spreadsheet.faultAt = (_, name) => (name === 'write' ? 'fail-before' : null);
  const listing = workbookOf(spreadsheet).calendars.of(personAt(ANN)).changes(null, '');
  expect(listing.ok).toBe(false);
});

test('of a copied row the first keeps its id, and the copy is no copy of the event [D12]', () => {
  const spreadsheet = aSheet();
  const known = { 'Activity id': 'a1', 'From Google event': 'g1' };
  typed(spreadsheet, 'Activities', aRow('Original', known));
  typed(spreadsheet, 'Activities', aRow('Copy', known));
  const [original, copy] = listed(spreadsheet);
  expect(original).toMatchObject({ id: 'a1', externalId: 'g1' });
  expect(copy).toMatchObject({ name: 'Copy', externalId: null });
  expect(copy!.id).not.toBe('a1');
});

test('a row whose id somebody emptied keeps its event', () => {
  const spreadsheet = aSheet();
  typed(spreadsheet, 'Activities', aRow('Visit', { 'From Google event': 'g1' }));
  expect(listed(spreadsheet)).toMatchObject([{ externalId: 'g1' }]);
});

test('empty rows, and rows with boxes nobody ticked, are no activities', () => {
  const spreadsheet = aSheet();
  typed(spreadsheet, 'Activities', {});
  typed(spreadsheet, 'Activities', { 'All day': false, Busy: false, Name: '  ' });
  typed(spreadsheet, 'Activities', aRow('Visit'));
  expect(listed(spreadsheet)).toHaveLength(1);
  expect(standing(spreadsheet, 'Activities')).toHaveLength(2);
});

test('columns may be moved, and people may add their own: nothing of that is a change', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...Object.values(ACTIVITIES.headings), 'Cost', 'Remark'], {
        minLength: Object.keys(ACTIVITIES.headings).length + 2,
      }),
      (headings) => {
        const plain = aSheet();
        const moved = aSheet();
        const known = aRow('Visit', { 'Activity id': 'a1', Location: 'Room 1', Busy: false });
        typed(plain, 'Activities', known);
        moved.edit('Activities', (rows) =>
          rows.splice(
            0,
            1,
            headings.map((one) => ` ${one.toUpperCase()} `),
          ),
        );
        moved.edit('Activities', (rows) => {
          rows.push(headings.map((one) => ({ ...known, Cost: 12, Remark: 'mine' })[one] ?? ''));
        });
        expect(listed(moved)).toEqual(listed(plain));
        const { id, version } = listed(moved)[0]!;
        const calendar = workbookOf(moved).calendars.of(personAt(ANN));
        had(
          calendar.write([
            { kind: 'patch', id, version, content: { notes: 'Told', name: 'Call' } },
          ]),
        );
        const row = moved.sheets.get('Activities')![1]!;
        expect(row[headings.indexOf('Cost')]).toBe(12);
        expect(row[headings.indexOf('Remark')]).toBe('mine');
        expect(listed(moved)).toMatchObject([{ name: 'Call', notes: 'Told', location: 'Room 1' }]);
      },
    ),
    { numRuns: 40 },
  );
});

test('a column that is not there fails the reading, and nothing is written', () => {
  const spreadsheet = aSheet();
  typed(spreadsheet, 'Activities', aRow('Visit'));
  spreadsheet.edit('Activities', (rows) => {
    const at = rows[0]!.indexOf('Location');
    rows.forEach((row) => row.splice(at, 1));
  });
  const calendar = workbookOf(spreadsheet).calendars.of(personAt(ANN));
  const failure = { kind: 'column-missing', sheet: 'Activities', column: 'Location' };
  expect(calendar.changes(null, '')).toEqual({ ok: false, failure });
  expect(calendar.get(['a1'])).toEqual({ ok: false, failure });
  expect(spreadsheet.calls.filter((name) => name !== 'read' && name !== 'version')).toEqual([]);
});

test('bad rows stop nothing: they are left to people, with the number of the row', () => {
  const spreadsheet = aSheet();
  typed(spreadsheet, 'Activities', aRow('Good'));
  typed(spreadsheet, 'Activities', aRow('No owner', { Owner: '' }));
  typed(spreadsheet, 'Activities', aRow('Bad start', { Start: 'soon' }));
  typed(spreadsheet, 'Activities', aRow('Backwards', { End: '2026-03-01 10:00' }));
  typed(spreadsheet, 'Activities', aRow('Strange type', { Type: 'Lunch' }));
  const book = workbookOf(spreadsheet);
  expect(had(book.rowProblems())).toBeNull();
  had(book.calendars.of(personAt(ANN)).changes(null, ''));
  expect(had(book.rowProblems())!.map(({ about }) => about)).toEqual(
    [3, 4, 5, 6].map((row) => `Activities, row ${row}`),
  );
});

test('a row of a pair whose start somebody is just typing is not taken for deleted [Inv10]', () => {
  const spreadsheet = aSheet();
  typed(spreadsheet, 'Activities', aRow('Visit', { 'Activity id': 'a1' }));
  retyped(spreadsheet, 'Visit', { Start: '' });
  expect(listed(spreadsheet)).toMatchObject([{ id: 'a1', start: '' }]);
});

test('a row belongs to its owner, however the address is written', () => {
  const spreadsheet = aSheet();
  typed(spreadsheet, 'Activities', aRow('Hers', { Owner: ' Ann@Example.com ' }));
  typed(spreadsheet, 'Activities', aRow('His', { Owner: 'bob@example.com' }));
  expect(listed(spreadsheet)).toMatchObject([{ name: 'Hers', owner: ANN }]);
});

test('a copy of an event that is there already is not made twice [Inv7]', () => {
  const spreadsheet = aSheet();
  typed(
    spreadsheet,
    'Activities',
    aRow('Visit', { 'Activity id': 'a1', 'From Google event': 'g1' }),
  );
  const content = listed(spreadsheet)[0]!;
  const calendar = workbookOf(spreadsheet).calendars.of(personAt(ANN));
  expect(
    had(calendar.write([{ kind: 'insert', content, owner: ANN, externalId: 'g1', slot: null }])),
  ).toEqual([{ ok: false, failure: { kind: 'already-exists', id: 'a1' } }]);
});
