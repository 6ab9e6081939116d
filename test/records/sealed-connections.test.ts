import { CONNECTIONS } from '../../src/records/forms';
import type { Connection } from '../../src/calendar/ports';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { had, typed, workbookOf } from '../worksystem/workbook-of';

const ANNA: Connection = {
  userId: '1',
  email: 'anna@acme.example',
  addresses: ['anna@acme.example'],
  state: 'on',
  consentedAt: '2026-03-01T08:00:00.000Z',
  consentVersion: 1,
  zone: 'Europe/Helsinki',
  workState: null,
  lastRunAt: null,
  freshAt: null,
  failure: null,
  progress: null,
  conflicts: [],
  choices: { at: '', leftOut: [] },
};

const statesIn = (spreadsheet: MemorySpreadsheet): string[] =>
  had(workbookOf(spreadsheet).records.connections.load()).map(
    ({ email, state }) => `${email} ${state}`,
  );

const columnOf = (spreadsheet: MemorySpreadsheet, heading: string): number =>
  spreadsheet.sheets.get(CONNECTIONS.title)![0]!.indexOf(heading);

test('an On that was typed into the sheet syncs nobody [S26]', () => {
  const spreadsheet = new MemorySpreadsheet();
  typed(spreadsheet, CONNECTIONS.title, {
    Email: 'ben@acme.example',
    'Calendar sync': 'On',
    'Agreed at': '2026-03-01T08:00:00.000Z',
    'Agreed to version': 1,
    'Google id': '2',
  });
  expect(statesIn(spreadsheet)).toEqual(['ben@acme.example off']);
});

test('what a person agreed to stands, until somebody writes another account, address, time or version beside it [S26]', () => {
  const spreadsheet = new MemorySpreadsheet();
  had(workbookOf(spreadsheet).records.connections.save([ANNA]));
  expect(statesIn(spreadsheet)).toEqual(['anna@acme.example on']);
  for (const [heading, cell] of [
    ['Google id', '2'],
    ['Email', 'ben@acme.example'],
    ['Other addresses', 'ben@acme.example'],
    ['Agreed at', '2026-03-02T08:00:00.000Z'],
    ['Agreed to version', 2],
  ] as const) {
    const column = columnOf(spreadsheet, heading);
    const row = spreadsheet.sheets.get(CONNECTIONS.title)![1]!;
    const before = row[column]!;
    spreadsheet.edit(CONNECTIONS.title, (rows) => void (rows[1]![column] = cell));
    expect(statesIn(spreadsheet).join()).toMatch(/ off$/);
    spreadsheet.edit(CONNECTIONS.title, (rows) => void (rows[1]![column] = before));
  }
  expect(statesIn(spreadsheet)).toEqual(['anna@acme.example on']);
});

test('what an administrator connected is no agreement of the person’s own, whatever somebody writes or deletes beside it [S26, D24]', () => {
  const spreadsheet = new MemorySpreadsheet();
  const connected = { by: 'boss@acme.example', toldAt: null };
  had(workbookOf(spreadsheet).records.connections.save([{ ...ANNA, connected, knownAs: 'a@b.c' }]));
  const load = () => had(workbookOf(spreadsheet).records.connections.load())[0];
  expect(load()).toMatchObject({ state: 'on', connected, knownAs: 'a@b.c' });
  for (const by of ['', 'other@acme.example']) {
    const column = columnOf(spreadsheet, 'Connected by');
    spreadsheet.edit(CONNECTIONS.title, (rows) => void (rows[1]![column] = by));
    expect(load()).toMatchObject({ state: 'off' });
  }
});

test('a seal that is left behind by an Off does not make an On of it [S26]', () => {
  const spreadsheet = new MemorySpreadsheet();
  had(workbookOf(spreadsheet).records.connections.save([ANNA]));
  had(workbookOf(spreadsheet).records.connections.save([{ ...ANNA, state: 'off' }]));
  const column = columnOf(spreadsheet, 'Calendar sync');
  spreadsheet.edit(CONNECTIONS.title, (rows) => void (rows[1]![column] = 'On'));
  expect(statesIn(spreadsheet)).toEqual(['anna@acme.example off']);
});
