import { activityOfEntry } from '../../src/calendar/entry/activity';
import type { Activity, ActivityContent } from '../../src/calendar/entry/activity';
import type { WorkWrite } from '../../src/calendar/ports';
import { repeatsOfWords } from '../../src/kit/recurrence/words';
import type { Repeats } from '../../src/kit/recurrence/repeats';
import type { Cell } from '../../src/sheets/spreadsheet';
import { aPolicy, anEntry } from '../calendar/world';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { typeRows } from './work-in-workbook';
import { had, hash, personAt, retyped, standing, typed, workbookOf } from './workbook-of';

const [ANN, BOB] = ['ann@example.com', 'bob@example.com'];
const START = { date: '2026-03-02', time: '09:00:00', zone: 'Europe/Helsinki' };
/** 9 March 2026. */
const SERIAL = 46_090;

type RowCells = Readonly<Record<string, Cell>>;

function sheetWith(...rows: readonly RowCells[]): MemorySpreadsheet {
  const spreadsheet = new MemorySpreadsheet(undefined, typeRows);
  for (const cells of rows)
    typed(spreadsheet, 'Activities', {
      Owner: ANN,
      Start: '2026-03-02 09:00',
      End: '2026-03-02 10:00',
      'Time zone': 'Europe/Helsinki',
      ...cells,
    });
  return spreadsheet;
}

const SERIES = { Name: 'Standup', 'Activity id': 's1', Repeats: 'weekly' };
const EXCEPTION = { Name: 'Late', 'Activity id': 'e1', Series: 's1', 'Instead of': '2026-03-09' };

const calendarOf = (spreadsheet: MemorySpreadsheet, email = ANN) =>
  workbookOf(spreadsheet).calendars.of(personAt(email));

const listed = (spreadsheet: MemorySpreadsheet, email = ANN): Activity[] =>
  had(calendarOf(spreadsheet, email).changes(null, '')).items.flatMap((item) =>
    item.kind === 'activity' ? [item.activity] : [],
  );

const stateOf = (spreadsheet: MemorySpreadsheet, email: string): string | null =>
  had(workbookOf(spreadsheet).calendars.stateOf(personAt(email)));

const write = (spreadsheet: MemorySpreadsheet, ...writes: readonly WorkWrite[]) =>
  had(calendarOf(spreadsheet).write(writes));

const repeats = (words: string): Repeats => {
  const read = repeatsOfWords(words, START);
  if (typeof read === 'string') throw new Error(read);
  return read;
};

const content = (more: Partial<ActivityContent> = {}): ActivityContent => ({
  ...activityOfEntry(anEntry(), aPolicy().types),
  ...more,
});

const patch = (spreadsheet: MemorySpreadsheet, id: string, changes: Partial<ActivityContent>) => {
  const { version } = listed(spreadsheet).find((one) => one.id === id)!;
  return write(spreadsheet, { kind: 'patch', id, version, content: changes });
};

describe('what a person wrote in Repeats stays as they wrote it', () => {
  test.each<[string, Cell, Partial<ActivityContent>]>([
    ['its rule comes in other words', 'weekly', { repeats: repeats('every week on Mon') }],
    [
      'its rule comes as Google has it',
      'Every MONDAY',
      { repeats: repeats('RRULE:FREQ=WEEKLY;BYDAY=MO') },
    ],
    ['it is renamed', 'weekly', { name: 'Renamed' }],
    [
      'it begins at another time of day',
      'weekly',
      {
        start: '2026-03-02T11:00:00+02:00',
        end: '2026-03-02T12:00:00+02:00',
        zone: 'Europe/Helsinki',
      },
    ],
    [
      'it moves to another weekday, with its rule',
      'weekly',
      {
        ...{ start: '2026-03-03T09:00:00+02:00', end: '2026-03-03T10:00:00+02:00' },
        repeats: repeats('every week on Tue'),
      },
    ],
    ['its zone is kept', 'weekly', { zone: 'Europe/Stockholm' }],
    ['it does not repeat, and Google says so as well', 'no', { repeats: null }],
  ])('when %s', (_, words, changes) => {
    const spreadsheet = sheetWith({ ...SERIES, Repeats: words });
    expect(patch(spreadsheet, 's1', changes)).toMatchObject([{ ok: true }]);
    expect(standing(spreadsheet, 'Activities')[0]!['Repeats']).toBe(words);
  });
});

test.each<[string, Partial<ActivityContent>, string]>([
  [
    'a new end',
    { repeats: repeats('every week on Mon until 2026-12-31') },
    'every week on Mon until 2026-12-31',
  ],
  [
    'a date that is skipped',
    { repeats: repeats('weekly except 2026-03-16') },
    'every week on Mon except 2026-03-16',
  ],
  ['no rule any more', { repeats: null }, ''],
  [
    'another weekday, where the words would follow the start',
    {
      start: '2026-03-03T09:00:00+02:00',
      end: '2026-03-03T10:00:00+02:00',
      repeats: repeats('every week on Mon, Tue'),
    },
    'every week on Mon, Tue',
  ],
])('%s is written in words', (_, changes, words) => {
  const spreadsheet = sheetWith(SERIES);
  expect(patch(spreadsheet, 's1', changes)).toMatchObject([{ ok: true }]);
  expect(standing(spreadsheet, 'Activities')[0]!['Repeats']).toBe(words);
});

test('more dates than a row can list are refused, with the reason, and the row stays as it is', () => {
  const days = Array.from({ length: 1001 }, (_, day) =>
    new Date(Date.UTC(2026, 2, 3 + day)).toISOString().slice(0, 10),
  );
  const spreadsheet = sheetWith({ ...SERIES, Repeats: 'daily' });
  expect(
    patch(spreadsheet, 's1', { repeats: { ...repeats('daily'), skipped: days } }),
  ).toMatchObject([{ ok: false, failure: { kind: 'rejected', id: 's1' } }]);
  expect(standing(spreadsheet, 'Activities')).toMatchObject([{ Repeats: 'daily' }]);
});

test('a rule is counted from the start in the zone of the row', () => {
  const spreadsheet = sheetWith({
    ...SERIES,
    Start: '2026-03-01T22:30:00Z',
    End: '2026-03-01T23:00:00Z',
    Repeats: 'RRULE:FREQ=WEEKLY;UNTIL=20260308T223000Z',
  });
  expect(listed(spreadsheet)).toMatchObject([
    { repeats: { rule: { end: { until: '2026-03-09' } } } },
  ]);
});

test('a row without a zone repeats as well', () => {
  const spreadsheet = sheetWith({ ...SERIES, 'Time zone': '', Repeats: 'every day, 3 times' });
  expect(listed(spreadsheet)).toMatchObject([
    { zone: '', repeats: { rule: { frequency: 'daily', end: { count: 3 } } } },
  ]);
});

test('a rule that cannot be read leaves the row to its owner, instead of making it a single entry', () => {
  expect(listed(sheetWith({ ...SERIES, Repeats: 'now and then' }))).toMatchObject([
    { id: 's1', repeats: 'unreadable-rule' },
  ]);
});

test('an exception is written with its series, its date and its owner, and reads as such', () => {
  const spreadsheet = sheetWith(SERIES);
  const slot = { series: 's1', date: '2026-03-09' };
  const insert: WorkWrite = {
    kind: 'insert',
    content: content(),
    owner: ANN,
    externalId: 'g1_1',
    slot,
  };
  expect(write(spreadsheet, insert)).toMatchObject([{ ok: true, value: { slot, owner: ANN } }]);
  expect(standing(spreadsheet, 'Activities')[1]).toMatchObject({
    ...{ Owner: ANN, Series: 's1', 'Instead of': SERIAL, Repeats: '' },
  });
  expect(listed(spreadsheet)).toMatchObject([{ slot: null }, { slot }]);
});

test('no second row takes the place of a date, unless the first one goes in the same batch', () => {
  const spreadsheet = sheetWith(SERIES, EXCEPTION);
  const slot = { series: 's1', date: '2026-03-09' };
  const insert: WorkWrite = {
    kind: 'insert',
    content: content(),
    owner: ANN,
    externalId: 'g1_1',
    slot,
  };
  expect(write(spreadsheet, insert)).toEqual([
    { ok: false, failure: { kind: 'already-exists', id: 'e1' } },
  ]);
  const { version } = listed(spreadsheet)[1]!;
  expect(write(spreadsheet, { kind: 'delete', id: 'e1', version }, insert)).toMatchObject([
    { ok: true },
    { ok: true, value: { slot } },
  ]);
});

test('no exception is written for a series whose row is gone', () => {
  const spreadsheet = sheetWith({ Name: 'Other' });
  const slot = { series: 's1', date: '2026-03-09' };
  expect(
    write(spreadsheet, {
      kind: 'insert',
      content: content(),
      owner: ANN,
      externalId: 'g1_1',
      slot,
    }),
  ).toEqual([{ ok: false, failure: { kind: 'not-found', id: 's1' } }]);
});

test.each<[string, RowCells, object]>([
  ['without a date', { 'Instead of': '' }, { series: 's1', date: '' }],
  ['with a date that cannot be read', { 'Instead of': 'Monday' }, { series: 's1', date: '' }],
  ['without a series', { Series: '' }, { series: '', date: '2026-03-09' }],
  ['of itself', { Series: 'e1' }, { series: 'e1', date: '2026-03-09' }],
])(
  'an exception %s is no entry by itself: its row is still there, and names no date of a series',
  (_, cells, slot) => {
    expect(listed(sheetWith(SERIES, { ...EXCEPTION, ...cells }))).toMatchObject([
      { id: 's1' },
      { id: 'e1', slot },
    ]);
  },
);

describe('an exception belongs to whoever owns the row that repeats', () => {
  test.each<[string, string]>([
    ['nobody', ''],
    ['a former owner', BOB],
    ['somebody unknown', 'Ann Berg'],
  ])('though its own cell names %s', (_, owner) => {
    const spreadsheet = sheetWith({ ...EXCEPTION, Owner: owner }, SERIES);
    expect(listed(spreadsheet)).toMatchObject([{ id: 'e1', owner: ANN }, { id: 's1' }]);
    expect(listed(spreadsheet, BOB)).toEqual([]);
    expect(had(calendarOf(spreadsheet, BOB).get(['e1']))).toMatchObject([{ owner: ANN }]);
  });

  test('so a new owner of the series gets all of it at once, and both people’s states change', () => {
    const spreadsheet = sheetWith(SERIES, EXCEPTION);
    const before = [ANN, BOB].map((email) => stateOf(spreadsheet, email));
    retyped(spreadsheet, 'Standup', { Owner: BOB });
    expect(listed(spreadsheet)).toEqual([]);
    expect(listed(spreadsheet, BOB).map(({ id, owner }) => [id, owner])).toEqual([
      ['s1', BOB],
      ['e1', BOB],
    ]);
    [ANN, BOB].forEach((email, index) =>
      expect(stateOf(spreadsheet, email)).not.toBe(before[index]),
    );
  });

  test('also once a run has given the series another address of its owner', () => {
    const spreadsheet = sheetWith(SERIES, { ...EXCEPTION, Owner: '' });
    const { calendars } = workbookOf(spreadsheet);
    had(calendars.of(personAt(ANN)).changes(null, ''));
    had(calendars.readdress([{ ids: ['s1', 'e1'], from: [ANN], to: 'ann.berg@example.com' }]));
    const state = had(calendars.stateOf(personAt('ann.berg@example.com')));
    expect(stateOf(spreadsheet, 'ann.berg@example.com')).toBe(state);
    expect(listed(spreadsheet, 'ann.berg@example.com')).toHaveLength(2);
  });

  test('unless there is no such row: then its own cell counts', () => {
    expect(listed(sheetWith({ ...EXCEPTION, Owner: BOB }), BOB)).toMatchObject([
      { id: 'e1', owner: BOB },
    ]);
  });
});

test('organizer and answer of somebody else’s meeting stand in the row in words', () => {
  const spreadsheet = sheetWith();
  const answers = ['accepted', 'tentative', 'needsAction', 'declined', null] as const;
  write(
    spreadsheet,
    ...answers.map((answer, index): WorkWrite => ({
      kind: 'insert',
      content: content({ organizer: 'zoe@other.example', answer }),
      ...{ owner: ANN, externalId: `g${index}`, slot: null },
    })),
  );
  expect(
    standing(spreadsheet, 'Activities').map((row) => [row['Organizer'], row['Answer']]),
  ).toEqual(
    ['Accepted', 'Maybe', 'Not answered', 'Declined', ''].map((words) => [
      'zoe@other.example',
      words,
    ]),
  );
  expect(listed(spreadsheet).map(({ answer }) => answer)).toEqual(answers);
});

test('a row that uses none of the new columns has the version that it had without them', () => {
  const [before] = listed(sheetWith({ Name: 'Visit', 'Activity id': 'a1' }));
  const [start, end] = ['2026-03-02 09:00', '2026-03-02 10:00'];
  const cells = ['Visit', '', ANN, start, end, '', 'Europe/Helsinki', '', '', '', '', '', ''];
  expect(before!.version).toBe(hash(JSON.stringify(cells)));
  const [typedIn] = listed(sheetWith({ Name: 'Visit', 'Activity id': 'a1', Organizer: 'Zoe' }));
  expect(typedIn!.version).not.toBe(before!.version);
});
