// A workbook as the version before left it: people known by their addresses, seals over addresses, pairs owned by addresses.
import { sheetForms } from '../../src/sheets/sheet-forms';
import { TABLES } from '../../src/app/workbook-tables';
import type { Rows } from '../../src/sheets/spreadsheet';
import { MemoryStore } from '../kit/memory-store';
import { anEntry } from '../calendar/world';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { had, hash, standing, workbookOf } from '../worksystem/workbook-of';

const CONNECTIONS = [
  'Email',
  'Calendar sync',
  'Agreed at',
  'Agreed to version',
  'Time zone',
  'Last run',
  'In step until',
  'Problem',
  'Google id',
  'Activities carried over',
  'Seal',
  'Progress',
];

const LINKS = [
  'Email',
  'Google event',
  'Google version',
  'Activity id',
  'Activity version',
  'Origin',
  'Generation',
  'One way',
  'Behind',
  'Agreed',
  'Agreed, continued',
];

const AGREED_AT = '2026-02-01T08:00:00.000Z';
const BEFORE = '2024-01-01T00:00:00.000Z';
const AFTER = '2026-02-20T00:00:00.000Z';

const PROGRESS = JSON.stringify({ google: 'token', work: 'state', policy: '{}', pending: [] });

const sealed = (email: string): string => hash(`sealed memory ${email} ${AGREED_AT} 1`);

const connection = (email: string, googleId: string, state = 'On', seal = sealed(email)) => [
  ...[email, state, AGREED_AT, 1, 'Europe/Helsinki', '', '', '', googleId, 'w', seal, PROGRESS],
];

const link = (email: string, event: string, activity: string) => [
  ...[email, event, '"1"', activity, 'v1', 'google', 1, false, false],
  JSON.stringify(anEntry({ title: `Agreed on ${event}` })),
];

function oldWorkbook(connections: Rows, links: Rows = []): MemorySpreadsheet {
  const forms = sheetForms(TABLES).map((form) =>
    form.title === 'Connections'
      ? { ...form, headings: CONNECTIONS }
      : form.title === 'Links'
        ? { ...form, headings: LINKS }
        : form,
  );
  return new MemorySpreadsheet(forms, { Connections: connections, Links: links });
}

const ANNA = 'anna@acme.example';
const BEN = 'ben@acme.example';

/** What the next execution sees, when this one has carried it over. */
function carriedOver(spreadsheet: MemorySpreadsheet, accounts = {}) {
  const memory = new MemoryStore();
  had(workbookOf(spreadsheet, memory, accounts).records.carryOver());
  return { memory, records: workbookOf(spreadsheet, memory).records };
}

const told = (records: ReturnType<typeof carriedOver>['records']): string[] =>
  had(records.connections.load()).map(({ userId, email, state }) => `${userId} ${email} ${state}`);

test('people go on with their agreement, their progress and their pairs, known by Google’s id', () => {
  const spreadsheet = oldWorkbook(
    [connection(ANNA, '101'), connection(BEN, '102', 'Off', '')],
    [link(ANNA, 'g1', 'a1'), link(ANNA, 'g2', 'a2'), link(BEN, 'g3', 'a3')],
  );
  const { records } = carriedOver(spreadsheet);
  expect(told(records)).toEqual([`101 ${ANNA} on`, `102 ${BEN} off`]);
  expect(had(records.connections.load())[0]).toMatchObject({
    addresses: [ANNA],
    zone: 'Europe/Helsinki',
    workState: 'w',
    progress: { google: 'token' },
  });
  const linked = (userId: string) =>
    had(records.calendars.linksOf(userId).load()).map(({ google }) => google.id);
  expect([linked('101'), linked('102')]).toEqual([['g1', 'g2'], ['g3']]);
});

test('whose row tells no id is looked up by address; a newcomer there is not on for it', () => {
  const spreadsheet = oldWorkbook(
    [connection(ANNA, ''), connection(BEN, '')],
    [link(BEN, 'g', 'a')],
  );
  const { records } = carriedOver(spreadsheet, {
    [ANNA]: { userId: '101', createdAt: BEFORE },
    [BEN]: { userId: '202', createdAt: AFTER },
  });
  expect(told(records)).toEqual([`101 ${ANNA} on`]);
  expect(standing(spreadsheet, 'Connections')[1]).toMatchObject({ 'Calendar sync': 'Off' });
  expect(had(records.calendars.linksOf('202').load())).toEqual([]);
});

test('an On that the earlier version had not sealed does not count now', () => {
  const { records } = carriedOver(oldWorkbook([connection(ANNA, '101', 'On', 'made up')]));
  expect(told(records)).toEqual([`101 ${ANNA} off`]);
});

test('cut off at any call, it goes on where it was', () => {
  const rows = [connection(ANNA, '101'), connection(BEN, '102')];
  const links = [link(ANNA, 'g1', 'a1'), link(BEN, 'g3', 'a3')];
  for (let call = 0; call < 12; call += 1) {
    const spreadsheet = oldWorkbook(rows, links);
    const memory = new MemoryStore();
    spreadsheet.faultAt = (count) => (count === call ? 'crash-after' : null);
    try {
      workbookOf(spreadsheet, memory).records.carryOver();
    } catch {
      // Killed.
    }
    spreadsheet.faultAt = () => null;
    had(workbookOf(spreadsheet, memory).records.carryOver());
    const { records } = workbookOf(spreadsheet, memory);
    expect([call, told(records)]).toEqual([call, [`101 ${ANNA} on`, `102 ${BEN} on`]]);
    expect(had(records.calendars.linksOf('102').load())).toHaveLength(1);
  }
});

test('a seal of the version before is worth nothing afterwards, and carrying over costs no call again', () => {
  const spreadsheet = oldWorkbook([connection(ANNA, '101')]);
  const { memory } = carriedOver(spreadsheet);
  const cells = connection(BEN, '102');
  spreadsheet.edit('Connections', (rows) =>
    rows.push(rows[0]!.map((heading) => cells[CONNECTIONS.indexOf(String(heading))] ?? '')),
  );
  spreadsheet.asked();
  had(workbookOf(spreadsheet, memory).records.carryOver());
  expect(spreadsheet.asked()).toEqual([]);
  expect(told(workbookOf(spreadsheet, memory).records)).toEqual([
    `101 ${ANNA} on`,
    `102 ${BEN} off`,
  ]);
});
