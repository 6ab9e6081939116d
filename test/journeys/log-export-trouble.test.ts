// What can be wrong with an administrator's spreadsheet, and that each cure which Tandem names works.
import { AuditSheet, calm, GRANTS, logged, loggedWorkspace, SHEET } from '../support/audit-sheet';
import { ADMIN, PETRI } from '../support/set-up';
import { Panel } from '../support/tandem';

const workspace = loggedWorkspace();
const { faults } = workspace;
afterEach(() => calm(workspace));

/** Exported once, with a new event since. */
function exportedOnce(): AuditSheet {
  const sheet = new AuditSheet(workspace).give();
  expect(sheet.export()).toMatch(/✓ \d+ rows added/);
  logged(workspace, { app: 'Newcomer' });
  return sheet;
}

/** Words about the workbook, or about runs that try again by themselves. */
const FOREIGN = /Journal|Runs|workbook|by itself|next run|the entry|undefined/;

/** Presses Export, and reads that it failed in words about this very spreadsheet. */
function refused(sheet: AuditSheet, heading: string): string {
  const text = sheet.export();
  expect(text).toContain(`✗ ${heading}`);
  expect(text).not.toMatch(FOREIGN);
  expect(text).not.toContain('✓');
  expect(sheet.panel.buttons()).toContain('Export');
  return text;
}

function exportsOnceMore(sheet: AuditSheet, count = 1): void {
  expect(sheet.export()).toContain(count === 1 ? '✓ 1 row added' : `✓ ${count} rows added`);
  expect(sheet.export()).toContain('✓ No new rows');
}

describe('a failed reading is never taken for an empty sheet', () => {
  const READINGS = [
    // The first is the panel’s own.
    ['drive.files.get', 2],
    ['sheets.spreadsheets.get', 1],
    ['sheets.spreadsheets.values.batchGetByDataFilter', 1],
    ['sheets.spreadsheets.values.batchGetByDataFilter', 2],
    ['sheets.spreadsheets.values.batchGetByDataFilter', 3],
  ] as const;
  const sheet = exportedOnce();

  test.each(
    READINGS.flatMap(([method, at]) =>
      [400, 403, 404, 500].map((code) => [method, at, code] as const),
    ),
  )(
    '%s, call %i, answered with %i: no row is added, and the next export adds what is missing',
    (method, at, code) => {
      const before = sheet.rows;
      const reason = code === 403 ? 'forbidden' : 'odd';
      faults.plan([
        { method, at, times: 99, fault: { kind: 'error', code, reason, message: 'Odd request' } },
      ]);
      const text = sheet.export();
      expect(text).toContain('Not exported');
      expect(text).not.toMatch(FOREIGN);
      expect(sheet.rows).toEqual(before);
      faults.plan([]);
      expect(sheet.export()).toMatch(/✓ (1 row added|No new rows)/);
    },
  );

  test('a refusal that passes is not even noticed', () => {
    logged(workspace, { app: 'Newcomer' });
    const method = 'sheets.spreadsheets.values.batchGetByDataFilter';
    faults.plan([{ method, fault: { kind: 'error', code: 400, message: 'Odd request' } }]);
    expect(sheet.export()).toContain('✓ 1 row added');
  });
});

describe('the spreadsheet', () => {
  test('has a protected sheet: the owner lets the person edit it', () => {
    const owned = exportedOnce();
    owned.drive('permissions.create', {}, { type: 'user', role: 'writer', emailAddress: PETRI });
    const range = { sheetId: owned.sheetId() };
    const protectedRange = { range, editors: { users: [ADMIN] } };
    owned.change({
      addProtectedRange: { protectedRange: { ...protectedRange, protectedRangeId: 5 } },
    });
    const other = new AuditSheet(workspace, PETRI, owned.id).give();
    const text = refused(other, 'The sheet is protected');
    expect(text).toContain('Data → Protect sheets and ranges');
    const editors = { users: [ADMIN, PETRI] };
    owned.change({
      updateProtectedRange: { protectedRange: { protectedRangeId: 5, editors }, fields: 'editors' },
    });
    exportsOnceMore(other);
  });

  test('has protected rows where new ones would go, or a protection that only warns', () => {
    const owned = exportedOnce();
    owned.drive('permissions.create', {}, { type: 'user', role: 'writer', emailAddress: PETRI });
    const range = { sheetId: owned.sheetId(), startRowIndex: 1 };
    const protectedRange = { range, editors: { users: [ADMIN] }, protectedRangeId: 6 };
    owned.change({ addProtectedRange: { protectedRange } });
    const other = new AuditSheet(workspace, PETRI, owned.id).give();
    refused(other, 'The sheet is protected');
    // Whatever language Google says it in.
    const message = 'Yrität muokata suojattua solua tai objektia.';
    const method = 'sheets.spreadsheets.batchUpdate';
    faults.plan([{ method, fault: { kind: 'error', code: 400, message } }]);
    refused(other, 'The sheet is protected');
    faults.plan([]);
    owned.change({ deleteProtectedRange: { protectedRangeId: 6 } });
    const warning = { range, warningOnly: true, protectedRangeId: 7 };
    owned.change({ addProtectedRange: { protectedRange: warning } });
    exportsOnceMore(other);
  });

  test('may only be viewed: its owner makes the person an editor', () => {
    const owned = exportedOnce();
    const body = { type: 'user', role: 'reader', emailAddress: PETRI };
    const { id: permissionId } = owned.drive('permissions.create', {}, body) as { id: string };
    const other = new AuditSheet(workspace, PETRI, owned.id).give();
    refused(other, 'You may not edit this spreadsheet');
    owned.drive('permissions.update', { permissionId }, { role: 'writer' });
    exportsOnceMore(other);
  });

  test('is in the trash: it is restored', () => {
    const sheet = exportedOnce();
    const before = sheet.rows;
    sheet.drive('files.update', {}, { trashed: true });
    refused(sheet, 'This spreadsheet is in the trash');
    sheet.panel.press('Open the trash');
    expect(sheet.panel.opened).toBe('https://drive.google.com/drive/trash');
    sheet.drive('files.update', {}, { trashed: false });
    expect(sheet.rows).toEqual(before);
    exportsOnceMore(sheet);
  });

  test('was deleted: another one is used', () => {
    const sheet = exportedOnce();
    const params = { fileId: sheet.id };
    const deleted = { kind: 'act', as: ADMIN, method: 'drive.files.delete', params } as const;
    faults.plan([{ method: 'properties.*', fault: deleted }]);
    refused(sheet, 'This spreadsheet is gone');
    expect(new AuditSheet(workspace).give().export()).toMatch(/✓ \d+ rows added/);
  });

  test('is an Excel file: it is saved as a Google spreadsheet', () => {
    const { id } = workspace.act(
      ADMIN,
      'drive.files.create',
      {},
      {
        name: 'Audit.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    ) as { readonly id: string };
    const panel = new Panel(workspace, ADMIN, { host: 'SHEETS', sheets: { id } }).open();
    panel.press('Give Tandem this file').allowFile().press('Export', GRANTS);
    expect(panel.text).toContain('✗ This is an Excel file');
    expect(panel.text).toContain('File → Save as Google Sheets');
    expect(panel.text).not.toMatch(FOREIGN);
    expect(new AuditSheet(workspace).give().export()).toMatch(/✓ \d+ rows added/);
  });

  test('is full: a sheet that nobody needs is deleted', () => {
    const sheet = exportedOnce();
    for (let i = 0; i < 200; i += 1) logged(workspace, { app: 'Many' });
    const [first, ours] = sheet.sheets();
    const used = ours!.gridProperties.rowCount * ours!.gridProperties.columnCount;
    const gridProperties = { rowCount: 10_000_000 - used, columnCount: 1 };
    const properties = { sheetId: first!.sheetId, gridProperties };
    const fields = 'gridProperties(rowCount,columnCount)';
    sheet.change({ updateSheetProperties: { properties, fields } });
    refused(sheet, 'This spreadsheet is full');
    sheet.change({ deleteSheet: { sheetId: first!.sheetId } });
    exportsOnceMore(sheet, 201);
  });
});

describe('the sheet', () => {
  const rename = (sheet: AuditSheet, title: string, from = SHEET): void => {
    const properties = { sheetId: sheet.sheetId(from), title };
    sheet.change({ updateSheetProperties: { properties, fields: 'title' } });
  };

  test('was renamed: a new one is made, which is said, and the old one can be gone on with', () => {
    const sheet = exportedOnce();
    const before = sheet.rows;
    rename(sheet, 'Old log');
    const text = sheet.export();
    expect(text).toContain(`✓ ${before.length + 1} rows added`);
    expect(text).toContain('The sheet of the last export was renamed or deleted');
    sheet.change({ deleteSheet: { sheetId: sheet.sheetId() } });
    rename(sheet, SHEET, 'Old log');
    exportsOnceMore(sheet);
    expect(sheet.rows).toHaveLength(before.length + 1);
  });

  test('is renamed between reading and writing: the rows land in it all the same', () => {
    const sheet = exportedOnce();
    const before = sheet.rows;
    const properties = { sheetId: sheet.sheetId(), title: 'Renamed' };
    const request = { updateSheetProperties: { properties, fields: 'title' } };
    faults.plan([
      {
        method: 'reports.activities.list',
        fault: {
          kind: 'act',
          as: ADMIN,
          method: 'sheets.spreadsheets.batchUpdate',
          params: { spreadsheetId: sheet.id },
          body: { requests: [request] },
        },
      },
    ]);
    expect(sheet.export()).toContain('✓ 1 row added');
    expect(sheet.book.rows('Renamed')).toHaveLength(before.length + 1);
  });

  test('is deleted between reading and writing: the next export makes it anew', () => {
    const sheet = exportedOnce();
    const before = sheet.rows;
    const sheetId = sheet.sheetId();
    faults.plan([
      {
        method: 'reports.activities.list',
        fault: {
          kind: 'act',
          as: ADMIN,
          method: 'sheets.spreadsheets.batchUpdate',
          params: { spreadsheetId: sheet.id },
          body: { requests: [{ deleteSheet: { sheetId } }] },
        },
      },
    ]);
    refused(sheet, 'The sheet was deleted during the export');
    exportsOnceMore(sheet, before.length + 1);
  });

  test('is hidden, has a filter on, and is shared: the rows are added, and the card says so', () => {
    const sheet = exportedOnce();
    const sheetId = sheet.sheetId();
    const properties = { sheetId, hidden: true };
    const filterSpecs = [{ columnIndex: 3, filterCriteria: { hiddenValues: ['Grant'] } }];
    sheet.change(
      { updateSheetProperties: { properties, fields: 'hidden' } },
      { setBasicFilter: { filter: { range: { sheetId }, filterSpecs } } },
    );
    sheet.drive('permissions.create', {}, { type: 'user', role: 'reader', emailAddress: PETRI });
    const text = sheet.export();
    expect(text).toContain('✓ 1 row added');
    expect(text).toContain(`View → Hidden sheets → ${SHEET}`);
    expect(text).toContain('A filter is on in the sheet');
    expect(text).toContain('Everybody who can open this spreadsheet can read the rows.');
    sheet.change(
      { updateSheetProperties: { properties: { sheetId, hidden: false }, fields: 'hidden' } },
      { clearBasicFilter: { sheetId } },
    );
    expect(sheet.export()).not.toMatch(/Hidden sheets|filter is on/);
  });

  test.each<[string, (sheet: AuditSheet, sheetId: number) => void]>([
    ['a blank row', (sheet, sheetId) => insertRows(sheet, sheetId, 1)],
    [
      'a merged title and blank rows',
      (sheet, sheetId) => {
        insertRows(sheet, sheetId, 3);
        const range = { sheetId, startRowIndex: 0, endRowIndex: 1, endColumnIndex: 8 };
        sheet.change({ mergeCells: { range, mergeType: 'MERGE_ALL' } });
        sheet.type(`${SHEET}!A1`, [['Who allowed what']]);
      },
    ],
  ])('has %s above its headings: exports go on below', (_, edit) => {
    const sheet = exportedOnce();
    edit(sheet, sheet.sheetId());
    const before = gridOf(sheet);
    exportsOnceMore(sheet);
    expect(gridOf(sheet).slice(0, -1)).toEqual(before);
  });

  test('has its columns moved, and others between them: new rows keep to their headings', () => {
    const sheet = exportedOnce();
    const moved = gridOf(sheet).map((cells) => {
      const [date, id, ...others] = Array.from({ length: 8 }, (_, index) => cells[index] ?? '');
      return [id!, '', ...others, date!];
    });
    moved[0]![1] = 'Notes';
    const range = { sheetId: sheet.sheetId(), dimension: 'COLUMNS', startIndex: 0, endIndex: 1 };
    sheet.change({ insertDimension: { range } });
    sheet.type(`${SHEET}!A1`, moved);
    exportsOnceMore(sheet);
    const last = sheet.rows[sheet.rows.length - 1]!;
    expect([last['Application name'], last['Notes'], last['Event']]).toEqual([
      'Newcomer',
      '',
      'Grant',
    ]);
    expect(last['Date']).toMatch(/^2026-/);
  });

  test('has a column renamed, or a heading merged away: it is named, and put right', () => {
    const sheet = exportedOnce();
    sheet.type(`${SHEET}!F1:G1`, [['Person', 'Rights']]);
    const text = refused(sheet, `The sheet ${SHEET} has other headings`);
    expect(text).toContain('Missing: User, Scope.');
    sheet.type(`${SHEET}!F1:G1`, [['User', 'Scope']]);
    exportsOnceMore(sheet);
  });

  test('has a heading twice, or lost all: it is said, and the sheet put aside', () => {
    const sheet = exportedOnce();
    const before = sheet.rows;
    sheet.change({
      appendDimension: { sheetId: sheet.sheetId(), dimension: 'COLUMNS', length: 1 },
    });
    sheet.type(`${SHEET}!I1`, [['user ']]);
    expect(refused(sheet, `The sheet ${SHEET} has other headings`)).toContain('There twice: User.');
    sheet.type(`${SHEET}!A1:I1`, [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']]);
    const text = refused(sheet, `The sheet ${SHEET} has other headings`);
    expect(text).toContain('None of the eight headings is there.');
    rename(sheet, 'Mine');
    exportsOnceMore(sheet, before.length + 1);
  });
});

const gridOf = (sheet: AuditSheet): string[][] =>
  (
    workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
      spreadsheetId: sheet.id,
      range: SHEET,
    }) as { readonly values: string[][] }
  ).values;

const insertRows = (sheet: AuditSheet, sheetId: number, count: number): void => {
  const range = { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: count };
  sheet.change({ insertDimension: { range } });
};

describe('Google', () => {
  const limit = (method: string, times: number) =>
    faults.plan([
      {
        method,
        times,
        fault: { kind: 'error', code: 429, reason: 'rateLimitExceeded', message: 'Quota exceeded' },
      },
    ]);

  test.each([
    'reports.activities.list',
    'sheets.spreadsheets.get',
    'sheets.spreadsheets.batchUpdate',
  ])('asks for fewer requests at %s: Tandem waits, as long as a card may', (method) => {
    const sheet = exportedOnce();
    limit(method, 2);
    exportsOnceMore(sheet);
  });

  test.each([
    'reports.activities.list',
    'sheets.spreadsheets.get',
    'sheets.spreadsheets.batchUpdate',
  ])(
    'goes on asking for fewer requests at %s: the person is told to press again, and that works',
    (method) => {
      const sheet = exportedOnce();
      limit(method, 99);
      const began = workspace.clock.now();
      const text = refused(sheet, 'Google asks for fewer requests');
      expect(workspace.clock.now() - began).toBeLessThan(30_000);
      expect(text).toContain('press Export again');
      faults.plan([]);
      exportsOnceMore(sheet);
    },
  );

  test.each([503, 504] as const)(
    'answers %i when the rows were added all the same: the next export recognizes them',
    (code) => {
      const sheet = exportedOnce();
      const { length } = sheet.rows;
      const method = 'sheets.spreadsheets.batchUpdate';
      faults.plan([
        { method, when: 'after', fault: { kind: 'error', code, reason: 'backendError' } },
      ]);
      expect(sheet.export()).toContain('Not exported');
      expect(sheet.export()).toContain('✓ No new rows');
      expect(sheet.rows).toHaveLength(length + 1);
    },
  );

  test('refuses to list the log, although nothing is wrong with the request: it is told in Google’s words', () => {
    const sheet = exportedOnce();
    const method = 'reports.activities.list';
    faults.plan([
      {
        method,
        times: 99,
        fault: { kind: 'error', code: 400, reason: 'invalid', message: 'Bad Request' },
      },
    ]);
    expect(refused(sheet, 'Google did not list the log')).toContain('Google said: Bad Request.');
    faults.plan([]);
    exportsOnceMore(sheet);
  });
});
