import { createHash } from 'node:crypto';
import { conflictsOf } from '../../src/calendar/boards/told-conflict';
import { choicesOf } from '../../src/calendar/entry/own-choices';
import { templateFault } from '../../src/calendar/entry/added-text';
import { DEFAULT_SETTINGS } from '../../src/calendar/settings';
import { SETTING_WORDS } from '../../src/calendar/setting-words';
import { DEFAULT_RETENTION, daysOf, RETENTION_DAYS } from '../../src/journal/retention';
import type { AddressedPerson } from '../../src/kit/person';
import { ok } from '../../src/kit/result';
import { slot } from '../../src/kit/slot';
import type { StringStore } from '../../src/kit/string-store';
import type { Cell, Spreadsheet } from '../../src/sheets/spreadsheet';
import { agreements } from '../../src/records/agreements';
import type { KnownAccount } from '../../src/records/carry-over';
import { formsSlot } from '../../src/records/form-carry-over';
import { recordsIn, type Records } from '../../src/records/records';
import { judgedSlot } from '../../src/sheets/judged-serials';
import { Sheets } from '../../src/sheets/sheets';
import { ADDED_FORMS, NEW_WORK_COLUMNS, readWith, TABLES } from '../../src/app/workbook-tables';
import { workbook, type Workbook } from '../../src/worksystem/workbook/workbook';
import { MemoryStore } from '../kit/memory-store';
import type { MemorySpreadsheet } from '../sheets/memory-spreadsheet';

export const hash = (text: string): string =>
  createHash('sha256').update(text).digest('base64').slice(0, 22);

let made = 0;

export interface BookOfTests extends Workbook {
  readonly records: Records;
}

/** One execution of a workbook. */
export function workbookOf(
  spreadsheet: Spreadsheet,
  memory: StringStore = new MemoryStore(),
  accounts: Readonly<Record<string, KnownAccount>> = {},
): BookOfTests {
  const clock = { now: () => Date.UTC(2026, 2, 1, 12) };
  const sheets = new Sheets({
    spreadsheet,
    forms: TABLES,
    together: (title) => readWith(title, () => book.isChanged()),
    judged: slot(memory, judgedSlot(spreadsheet.id)),
    clock,
  });
  const sealer = () => ok((text: string) => hash(`sealed ${text}`));
  const book: Workbook = workbook({
    sheets,
    memory,
    hash,
    newId: () => `n${String((made += 1)).padStart(5, '0')}`,
    readers: () => ({
      ok: true,
      value: { people: [], groups: [], domains: [], isPublic: false },
    }),
    carriedStates() {
      const all = records.connections.load();
      if (!all.ok) return all;
      const value = all.value.map(({ userId, email, addresses, state, workState }) => ({
        userId,
        email,
        addresses,
        isOn: state === 'on',
        workState,
      }));
      return { ok: true, value };
    },
  });
  const records: Records = recordsIn({
    addedForms: ADDED_FORMS,
    sheets,
    memory,
    clock,
    run: 'run-1',
    forms: slot(memory, formsSlot(spreadsheet.id)),
    workColumns: NEW_WORK_COLUMNS,
    agreements: () => agreements({ store: memory, workbookId: spreadsheet.id, sealer }),
    accountAt: (email) => ok(accounts[email] ?? null),
    wordsOf: ({ kind }) => ({ said: kind, cure: '' }),
    conflictsOf,
    choicesOf,
    settings: { defaults: DEFAULT_SETTINGS, words: SETTING_WORDS, templateFault },
    retention: {
      defaults: DEFAULT_RETENTION,
      least: RETENTION_DAYS.LEAST,
      most: RETENTION_DAYS.MOST,
      daysOf,
    },
    noteSettings: () => undefined,
    types: book.types,
  });
  return { ...book, records };
}

/** Somebody with one address. */
export const personAt = (email: string): AddressedPerson => ({
  userId: `u-${email.split('@')[0]}`,
  email,
  addresses: [email],
});

/** What a call answered; fails the test when it failed. */
export function had<T>(
  result:
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: unknown },
): T {
  if (!result.ok) throw new Error(`It failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Adds a row as a person types it, by heading. */
export function typed(
  spreadsheet: MemorySpreadsheet,
  sheet: string,
  cells: Readonly<Record<string, Cell>>,
): void {
  spreadsheet.edit(sheet, (rows) => {
    rows.push(rows[0]!.map((heading) => cells[String(heading)] ?? ''));
  });
}

/** What stands in a sheet, by heading; rows without anything are left out. */
export const standing = (spreadsheet: MemorySpreadsheet, sheet: string): Record<string, Cell>[] => {
  const [headings = [], ...rows] = spreadsheet.sheets.get(sheet)!;
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
};

/** Changes cells of the first row whose name is this, as a person does. */
export function retyped(
  spreadsheet: MemorySpreadsheet,
  name: string,
  cells: Readonly<Record<string, Cell>>,
): void {
  spreadsheet.edit('Activities', (rows) => {
    const [headings] = rows;
    const row = rows.find((one) => one[headings!.indexOf('Name')] === name)!;
    for (const [heading, cell] of Object.entries(cells)) {
      const at = headings!.indexOf(heading);
      while (row.length < at) row.push('');
      row[at] = cell;
    }
  });
}
