// Journal and Runs as the version before wrote them: instants as text, JSON beside what people read, no words for what changed.
import { TABLES } from '../../src/app/workbook-tables';
import { stranger } from '../../src/calendar/runner/stranger';
import { sheetForms } from '../../src/sheets/sheet-forms';
import type { Cell } from '../../src/sheets/spreadsheet';
import { slot } from '../../src/kit/slot';
import { formsSlot } from '../../src/records/form-carry-over';
import { MemoryStore } from '../kit/memory-store';
import { Crash, FAULTS, MemorySpreadsheet, type Fault } from '../sheets/memory-spreadsheet';
import { had, personAt, standing, workbookOf } from '../worksystem/workbook-of';

const AT = '2026-02-27T10:00:00.000Z';
/** 27 February 2026, 12:00, as Helsinki's clocks show it. */
const SERIAL = 46_080.5;

const JOURNAL = [
  ...['When', 'Person', 'Where', 'What', 'Title', 'Fields', 'Before', 'After', 'Conflict'],
  ...['Shortened', 'Id', 'Run', 'Key'],
];
const RUNS = ['Started', 'Ended', 'Job', 'Outcome', 'Counts', 'Problem', 'In step until', 'Run id'];

const AFTER_EMPLOYEE = '{"email":"ben@acme.example","familyName":"Berg","givenName":"Ben"}';
const AFTER_WISH =
  '{"action":"calendar.switchOn","askedBy":"petri@acme.example","outcome":"Calendar sync is on."}';

const ROWS: Cell[][] = [
  [
    AT,
    'ann@acme.example',
    'Work system',
    'Updated',
    'Lunch',
    'when, notes',
    '{"a":1}',
    '{"a":2}',
    '',
    false,
    'a1',
    'r1',
    'k1',
  ],
  [AT, '', 'Work system', 'Created', '', '', '', AFTER_EMPLOYEE, '', false, 'p1', 'r1', 'k2'],
  [
    AT,
    '',
    'Work system',
    'Updated',
    '',
    '',
    '',
    AFTER_WISH,
    '',
    false,
    'calendar.switchOn',
    'r1',
    'k3',
  ],
  ['A note that a person typed'],
];

function oldWorkbook(rows: Cell[][] = ROWS): MemorySpreadsheet {
  const forms = sheetForms(TABLES).map((form) => {
    if (form.title === 'Journal') return { ...form, headings: JOURNAL };
    return form.title === 'Runs' ? { ...form, headings: RUNS } : form;
  });
  const spreadsheet = new MemorySpreadsheet(forms, {
    Journal: rows,
    Runs: [
      [AT, AT, 'calendar', 'continues', 'people 3, toGoogle 2', '', '', 'r1'],
      [AT, AT, 'directory', 'failed', '', 'held', AT, 'r2'],
    ],
    Settings: [['Private events', 'Leave out', '']],
  });
  spreadsheet.timeZone = 'Europe/Helsinki';
  return spreadsheet;
}

const carriedOver = (spreadsheet: MemorySpreadsheet, memory = new MemoryStore()): MemoryStore => {
  had(workbookOf(spreadsheet, memory).records.carryOver());
  return memory;
};

test('rows get dates in the spreadsheet’s zone, a person, a title and words, and lose nothing', () => {
  const spreadsheet = oldWorkbook();
  carriedOver(spreadsheet);
  const journal = standing(spreadsheet, 'Journal');
  expect(
    journal.map((row) =>
      ['When', 'Person', 'Title', 'Change', 'When (UTC)'].map((name) => row[name]),
    ),
  ).toEqual([
    [SERIAL, 'ann@acme.example', 'Lunch', 'Changed: when, notes.', AT],
    [SERIAL, 'ben@acme.example', 'Ben Berg', '', AT],
    [SERIAL, 'petri@acme.example', 'calendar.switchOn', 'Calendar sync is on.', AT],
    ['A note that a person typed', '', '', '', ''],
  ]);
  const kept = ['Fields', 'Before', 'After', 'Conflict', 'Shortened', 'Id', 'Run', 'Key'];
  expect(journal.map((row) => kept.map((name) => row[name])).slice(0, 3)).toEqual(
    ROWS.slice(0, 3).map((row) => row.slice(5)),
  );
});

test('new columns stand where a new workbook has them', () => {
  const spreadsheet = oldWorkbook();
  carriedOver(spreadsheet);
  for (const title of ['Journal', 'Runs', 'Connections'])
    expect(spreadsheet.sheets.get(title)![0]).toEqual(
      sheetForms(TABLES).find((form) => form.title === title)!.headings,
    );
});

test('People gets the column for aliases, and none in place of one that somebody renamed', () => {
  const spreadsheet = oldWorkbook();
  const { headings } = sheetForms(TABLES).find(({ title }) => title === 'People')!;
  spreadsheet.edit('People', (rows) =>
    rows.splice(
      0,
      1,
      headings
        .filter((heading) => heading !== 'Email aliases')
        .map((heading) => (heading === 'Phone' ? 'Telephone' : heading)),
    ),
  );
  carriedOver(spreadsheet);
  expect(spreadsheet.sheets.get('People')![0]).toEqual([
    ...headings
      .filter((heading) => heading !== 'Email aliases')
      .map((heading) => (heading === 'Phone' ? 'Telephone' : heading)),
    'Email aliases',
  ]);
});

test('the sheet Availability is added, and People gets the columns for appointments', () => {
  const spreadsheet = oldWorkbook();
  spreadsheet.sheets.delete('Availability');
  const people = spreadsheet.sheets.get('People')!;
  people[0] = people[0]!.slice(0, -3);
  people.push(['noora@acme.example']);
  carriedOver(spreadsheet);
  for (const title of ['Availability', 'People'])
    expect(spreadsheet.sheets.get(title)![0]).toEqual(
      sheetForms(TABLES).find((form) => form.title === title)!.headings,
    );
  expect(spreadsheet.sheets.get('People')![1]![0]).toBe('noora@acme.example');
});

test('runs are told in words', () => {
  const spreadsheet = oldWorkbook();
  carriedOver(spreadsheet);
  expect(standing(spreadsheet, 'Runs')).toEqual([
    {
      Started: SERIAL,
      Ended: SERIAL,
      Job: 'Calendars',
      Outcome: 'Goes on in the next run',
      Counts: '3 people looked at, 2 changes to Google Calendar',
      Problem: '',
      'In step until': '',
      'Run id': 'r1',
      'Kind of problem': '',
      'Started (UTC)': AT,
    },
    {
      Started: SERIAL,
      Ended: SERIAL,
      Job: 'People',
      Outcome: 'Failed',
      Counts: '',
      Problem: 'held',
      'In step until': SERIAL,
      'Run id': 'r2',
      'Kind of problem': 'held',
      'Started (UTC)': AT,
    },
  ]);
});

test('settings that are new stand in the sheet with what applies, and those that were chosen stay', () => {
  const spreadsheet = oldWorkbook();
  carriedOver(spreadsheet);
  const settings = standing(spreadsheet, 'Settings').map((row) => [row['Setting'], row['Value']]);
  expect(settings).toContainEqual(['Private events', 'Leave out']);
  expect(settings).toContainEqual(['Keep the journal for (days)', 180]);
  expect(settings.filter(([name]) => name === 'Private events')).toHaveLength(1);
});

const ADDED = ['Repeats', 'Organizer', 'Answer', 'Series', 'Instead of', 'Client ID'];

/** Activities as people have arranged them: columns moved, one of their own at the end. */
const ARRANGED = [
  ...['Activity id', 'Start', 'End', 'Name', 'Owner', 'All day', 'Time zone', 'Location', 'Notes'],
  ...['Busy', 'Tentative', 'Participants', 'From Google event', 'Type', 'Room booked'],
];
const VISIT = ['a1', 46_083.375, 46_083.5, 'Visit', 'ann@acme.example', false];

function arranged(headings: readonly string[] = ARRANGED): MemorySpreadsheet {
  const forms = sheetForms(TABLES).map((form) =>
    form.title === 'Activities' ? { ...form, headings } : form,
  );
  const row = [...VISIT, ...Array<string>(8).fill(''), 'yes'];
  // Below a heading that is empty.
  return new MemorySpreadsheet(forms, { Activities: [row, [...row, 'x']] });
}

test('activities get their new columns at the end: nothing that people arranged moves or changes', () => {
  const spreadsheet = arranged();
  const memory = carriedOver(spreadsheet);
  const [headings, ...rows] = spreadsheet.sheets.get('Activities')!;
  expect(headings).toEqual([...ARRANGED, ...ADDED]);
  const row = [...VISIT, ...Array<string>(8).fill(''), 'yes'];
  expect(rows).toEqual([row, [...row, '', '', '', '', '', '', 'x']]);
  expect(spreadsheet.dressed).toContainEqual({
    ...{ title: 'Activities', formats: { 19: 'yyyy-mm-dd' } },
    widths: { 15: 200, 16: 180, 18: 120 },
  });
  spreadsheet.asked();
  carriedOver(spreadsheet, memory);
  expect(spreadsheet.asked()).toEqual([]);
});

test('a column of somebody’s own with a new heading is told, not taken over, and is free once it is renamed', () => {
  const spreadsheet = arranged(ARRANGED.map((one) => (one === 'Room booked' ? ' repeats' : one)));
  const memory = new MemoryStore();
  carriedOver(spreadsheet, memory);
  const visits = () => {
    const { calendars } = workbookOf(spreadsheet, memory);
    return calendars.of(personAt('ann@acme.example')).changes(null, '');
  };
  expect(visits()).toEqual({
    ok: false,
    failure: { kind: 'column-twice', sheet: 'Activities', column: 'Repeats' },
  });
  const headings = spreadsheet.sheets.get('Activities')![0]!;
  expect(headings.slice(ARRANGED.length)).toEqual(ADDED);
  spreadsheet.edit('Activities', ([first]) => (first![ARRANGED.length - 1] = 'Repeats (ours)'));
  expect(had(visits()).items).toMatchObject([{ activity: { id: 'a1', repeats: null } }, {}]);
  expect(spreadsheet.sheets.get('Activities')![1]![ARRANGED.length - 1]).toBe('yes');
});

test('a workbook of the version before keeps its Journal as it is: only the new columns are made', () => {
  const spreadsheet = arranged();
  const memory = new MemoryStore();
  slot(memory, formsSlot(spreadsheet.id)).write(8);
  carriedOver(spreadsheet, memory);
  const asked = spreadsheet.asked();
  const before = asked.slice(0, asked.indexOf('dress'));
  expect(before.filter((one) => one === 'write')).toHaveLength(1);
});

test('what people agreed to stands when Connections gets the columns for whom administrators connect [S26, D24]', () => {
  const spreadsheet = new MemorySpreadsheet();
  const memory = new MemoryStore();
  const ann = { ...stranger(personAt('ann@acme.example')), state: 'on', consentedAt: AT } as const;
  had(workbookOf(spreadsheet, memory).records.connections.save([ann]));
  const added = ['Connected by', 'Told at', 'Known at work as'];
  spreadsheet.edit('Connections', (rows) => rows.forEach((row) => row.splice(-added.length)));
  slot(memory, formsSlot(spreadsheet.id)).write(9);
  carriedOver(spreadsheet, memory);
  expect(spreadsheet.sheets.get('Connections')![0]!.slice(-added.length)).toEqual(added);
  const [row] = had(workbookOf(spreadsheet, memory).records.connections.load());
  expect([row?.state, row?.connected, row?.knownAs]).toEqual(['on', undefined, undefined]);
});

test('a second time nothing is asked', () => {
  const spreadsheet = oldWorkbook();
  const memory = carriedOver(spreadsheet);
  spreadsheet.asked();
  carriedOver(spreadsheet, memory);
  expect(spreadsheet.asked()).toEqual([]);
});

test('after a workbook was put back to what it was before, it is carried over again', () => {
  const spreadsheet = oldWorkbook();
  const kept = spreadsheet.kept();
  const memory = carriedOver(spreadsheet);
  spreadsheet.restore(kept);
  had(workbookOf(spreadsheet, memory).records.acceptRestored());
  carriedOver(spreadsheet, memory);
  expect(standing(spreadsheet, 'Journal')[0]).toMatchObject({ When: SERIAL });
});

test.each<Fault>([...FAULTS])('%s at any call: it goes on where it was', (fault) => {
  const wanted = oldWorkbook();
  carriedOver(wanted);
  for (let call = 0; call < 14; call += 1) {
    const spreadsheet = oldWorkbook();
    const memory = new MemoryStore();
    spreadsheet.faultAt = (count) => (count === call ? fault : null);
    try {
      carriedOver(spreadsheet, memory);
    } catch (error) {
      if (!(error instanceof Crash) && !String(error).includes('It failed')) throw error;
    }
    spreadsheet.faultAt = () => null;
    carriedOver(spreadsheet, memory);
    for (const title of ['Journal', 'Runs', 'Settings'])
      expect(standing(spreadsheet, title)).toEqual(standing(wanted, title));
  }
});

test('2,000 rows are carried over in lots', () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => [
    ...[
      AT,
      '',
      'Work system',
      'Created',
      '',
      '',
      '',
      AFTER_EMPLOYEE,
      '',
      false,
      'p',
      'r',
      `k${index}`,
    ],
  ]);
  const spreadsheet = oldWorkbook(rows);
  carriedOver(spreadsheet);
  expect(standing(spreadsheet, 'Journal').every((row) => row['When'] === SERIAL)).toBe(true);
  expect(spreadsheet.asked().filter((call) => call === 'write').length).toBeLessThanOrEqual(12);
});
