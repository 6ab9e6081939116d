import type { Connection } from '../../src/calendar/ports';
import { agreements, MOST_LEDGER_BYTES } from '../../src/records/agreements';
import { fail, ok } from '../../src/kit/result';
import { MemoryStore } from '../kit/memory-store';
import { MemorySpreadsheet } from '../sheets/memory-spreadsheet';
import { had, personAt, workbookOf } from '../worksystem/workbook-of';

const AT = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString();

const connection = (name: string, changes: Partial<Connection> = {}): Connection => ({
  ...personAt(`${name}@acme.example`),
  state: 'on',
  consentedAt: AT(1),
  consentVersion: 1,
  zone: null,
  workState: null,
  lastRunAt: null,
  freshAt: null,
  failure: null,
  progress: null,
  conflicts: [],
  choices: { at: '', leftOut: [] },
  ...changes,
});

/** A workbook, and what is kept outside it. */
function aWorkbook() {
  const [spreadsheet, memory] = [new MemorySpreadsheet(), new MemoryStore()];
  const records = () => workbookOf(spreadsheet, memory).records;
  return {
    spreadsheet,
    save: (...changed: Connection[]) => had(records().connections.save(changed)),
    states: (): string[] =>
      had(records().connections.load()).map(({ userId, state }) => `${userId} ${state}`),
  };
}

test('an old On row that is pasted back switches nobody on who has turned off since [S26]', () => {
  const { spreadsheet, save, states } = aWorkbook();
  save(connection('anna'));
  const old = [...spreadsheet.sheets.get('Connections')![1]!];
  save(connection('anna', { state: 'off' }));
  spreadsheet.edit('Connections', (rows) => void (rows[1] = [...old]));
  expect(states()).toEqual(['u-anna off']);
});

test('whoever agrees again is on again, and an old row of theirs still counts for nothing [S26]', () => {
  const { spreadsheet, save, states } = aWorkbook();
  save(connection('anna'));
  const old = [...spreadsheet.sheets.get('Connections')![1]!];
  save(connection('anna', { state: 'off' }));
  save(connection('anna', { consentedAt: AT(2) }));
  expect(states()).toEqual(['u-anna on']);
  spreadsheet.edit('Connections', (rows) => void (rows[1] = [...old]));
  expect(states()).toEqual(['u-anna off']);
});

test('when many have turned off all rows are sealed anew, and no old one counts since', () => {
  const { spreadsheet, save, states } = aWorkbook();
  const many = Array.from({ length: 600 }, (_, index) => `p${index}`);
  save(...many.map((name) => connection(name)), connection('anna'));
  const before = spreadsheet.sheets.get('Connections')!.map((row) => [...row]);
  save(...many.map((name) => connection(name, { state: 'off' })));
  expect(states().filter((text) => text.endsWith(' on'))).toEqual(['u-anna on']);
  spreadsheet.edit('Connections', (rows) => rows.splice(0, rows.length, ...before));
  expect(states().filter((text) => text.endsWith(' on'))).toEqual([]);
});

test('what has ended takes a bounded part of the properties', () => {
  const store = new MemoryStore();
  const sealer = () => ok((text: string) => text);
  const agreed = had(agreements({ store, workbookId: 'w', sealer }));
  const ended = Array.from({ length: 400 }, (_, index) => ({
    userId: `1${String(index).padStart(20, '0')}`,
    consentedAt: AT(1),
    text: '',
  }));
  had(agreed.end(ended));
  expect(agreed.isRenewing).toBe(true);
  had(agreed.renewed());
  const kept = [...store.values.values()].join('');
  expect(kept.length).toBeLessThan(MOST_LEDGER_BYTES / 10);
});

test('a secret that cannot be kept seals nothing', () => {
  const failure = { kind: 'store-full', store: 'properties' } as const;
  const made = agreements({
    store: new MemoryStore(),
    workbookId: 'w',
    sealer: () => fail(failure),
  });
  expect(made).toEqual({ ok: false, failure });
});

test('the end of an old agreement does not bring back a later one that had ended [S26]', () => {
  const agreed = had(
    agreements({
      store: new MemoryStore(),
      workbookId: 'book',
      sealer: () => ok((text: string) => `seal of ${text}`),
    }),
  );
  const of = (day: number) => ({ userId: 'u-ann', consentedAt: AT(day), text: `Ann ${day}` });
  const stands = (day: number) => agreed.stands(of(day), agreed.seal(of(day)));
  had(agreed.end([of(5)]));
  had(agreed.end([of(2)]));
  expect([2, 5, 6].map(stands)).toEqual([false, false, true]);
});
