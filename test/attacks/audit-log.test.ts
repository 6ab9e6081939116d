// What strangers write into the log, and who can read it afterwards.
import { AuditSheet, calm, GRANTS, logged, loggedWorkspace, SHEET } from '../support/audit-sheet';
import { ADMIN, ANNA, PETRI } from '../support/set-up';

const workspace = loggedWorkspace();
const { faults } = workspace;
afterEach(() => calm(workspace));

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '=HYPERLINK("https://evil.example","Tandem")',
  '=IMPORTXML("https://evil.example","//a")',
  '=IMAGE("https://evil.example/x")',
  "+cmd|' /C calc'!A0",
  "'=1",
  '＝1',
  'TRUE',
  '1e3',
  '2026-03-02',
  '‮gpj.exe',
  '{"a":1}',
  'true',
];

const EMPTY_LINES = ['\t=1', '\r\n=1', '\u0000=1', ' =1', '\u2028=1', '\u001b[31m=1'];

/** Cells as they were entered: a formula as its text. */
const cellsOf = (sheet: AuditSheet): readonly (readonly unknown[])[] =>
  (
    workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
      spreadsheetId: sheet.id,
      range: SHEET,
      valueRenderOption: 'FORMULA',
    }) as { readonly values: unknown[][] }
  ).values.slice(1);

const formulasOf = (sheet: AuditSheet): unknown[] => {
  const got = workspace.act(ADMIN, 'sheets.spreadsheets.get', {
    spreadsheetId: sheet.id,
    ranges: [SHEET],
    fields: 'sheets(data(rowData(values(userEnteredValue))))',
  }) as { readonly sheets: readonly object[] };
  return JSON.stringify(got).match(/formulaValue|boolValue|numberValue/g) ?? [];
};

test('texts of the log stay texts in every column: no formula, number, date or yes/no [Att19]', () => {
  for (const text of [...HOSTILE, ...EMPTY_LINES])
    logged(workspace, { app: text, client: text, scopes: [text, text], ipAddress: text });
  const sheet = new AuditSheet(workspace).give();
  expect(sheet.export()).toMatch(/✓ \d+ rows added/);
  const cells = cellsOf(sheet);
  for (const text of HOSTILE)
    expect(cells).toContainEqual(expect.arrayContaining([text, text, `${text}, ${text}`, text]));
  expect(formulasOf(sheet)).toEqual([]);
  expect(JSON.stringify(cells)).not.toMatch(/\\[trn]|\\u00[01]|\u2028/);
  expect(sheet.export()).toContain('✓ No new rows');
});

test('a text longer than a cell is cut to 50,000 characters, and its event has one row [Att19]', () => {
  const app = `Long ${'x'.repeat(60_000)}`;
  logged(workspace, {
    app,
    scopes: Array.from({ length: 3_000 }, (_, i) => `https://scope.example/${i}`),
  });
  const sheet = new AuditSheet(workspace).give();
  expect(sheet.export()).toMatch(/✓ \d+ rows added/);
  expect(sheet.export()).toContain('✓ No new rows');
  const row = sheet.rows.find((found) => found['Application name']!.startsWith('Long'))!;
  for (const heading of ['Application name', 'Description', 'Scope'])
    expect(row[heading]).toHaveLength(50_000);
});

test('titles of sheets and names of applications reach no query, range or card as anything but text [Att20, Att24]', () => {
  const sheet = new AuditSheet(workspace).give();
  const properties = { sheetId: sheet.sheets()[0]!.sheetId, title: "'!A1:Z9 OR '1'='1" };
  sheet.change({ updateSheetProperties: { properties, fields: 'title' } });
  const name = `<a href="javascript:x">'${'"'}!A1</a>`;
  const text = sheet.export({ appName: [name], eventName: [''] });
  expect(text).toContain('No event has this application name');
  // A text field shows its value as it is; everything else on a card is markup.
  const markup = JSON.stringify(sheet.panel.cards).replace(/"textInput":\{[^}]*\}/, '');
  expect(markup).toContain('&lt;a href');
  expect(markup).not.toContain('<a href');
});

describe('the exported log', () => {
  test('is shared with nobody: an export calls nothing that shares, and changes no permission [Att28]', () => {
    const sheet = new AuditSheet(workspace).give();
    const permissions = () => JSON.stringify(workspace.state.drive.files[sheet.id]!.permissions);
    const before = permissions();
    const from = workspace.traffic.calls.length;
    sheet.export();
    const methods = workspace.traffic.calls.slice(from).map(({ method }) => method);
    expect(methods).toContain('sheets.spreadsheets.batchUpdate');
    expect(
      methods.filter((method) => /permissions|drive\.files\.(update|copy|create)/.test(method)),
    ).toEqual([]);
    expect(permissions()).toBe(before);
    expect(() => new AuditSheet(workspace, PETRI, sheet.id).rows).toThrow();
  });

  test('goes into no file but the one in front of the person, whatever id the event claims [Att28]', () => {
    const mine = new AuditSheet(workspace).give();
    const theirs = new AuditSheet(workspace, PETRI).give();
    const forged = new AuditSheet(workspace, ANNA, theirs.id);
    expect(forged.panel.buttons()).not.toContain('Export');
    const { execution } = workspace.run('onCardAction', {
      as: ANNA,
      surface: 'addon',
      event: pressOf(theirs.id),
    });
    expect(execution.error).toBeNull();
    expect(theirs.sheets().map(({ title }) => title)).not.toContain(SHEET);
    expect(mine.sheets().map(({ title }) => title)).not.toContain(SHEET);
  });

  test('is in no execution’s log: neither people nor names that would forge lines in it [Att26, Att30]', () => {
    const app = 'Evil\n2026-03-02 ERROR forged\u001b[2J';
    logged(workspace, { app, by: ANNA });
    const from = workspace.engine.executions.length;
    const sheet = new AuditSheet(workspace).give();
    sheet.export();
    sheet.export({ appName: [app], eventName: [''] });
    for (const code of [400, 403, 500]) {
      const fault = { kind: 'error', code, message: `Refused for ${ANNA}\nforged` } as const;
      faults.plan([{ method: 'reports.activities.list', times: 9, fault }]);
      sheet.export();
    }
    const said = workspace.engine.executions
      .slice(from)
      .map(({ logs, error }) => JSON.stringify([logs, error]))
      .join();
    expect(said).not.toMatch(/forged|@|Evil|\\u001b/);
  });
});

/** The event of a press of Export, as Google sends it. */
const pressOf = (id: string) => ({
  commonEventObject: {
    hostApp: 'SHEETS',
    parameters: { do: 'audit.export' },
    formInputs: Object.fromEntries(
      Object.entries(GRANTS).map(([name, value]) => [name, { stringInputs: { value } }]),
    ),
  },
  sheets: { id, title: 'Audit', addonHasFileScopePermission: true },
});

describe('two exports into one spreadsheet at the same time', () => {
  const rowsOf = (sheet: AuditSheet): string[] =>
    sheet.rows.map((row) => JSON.stringify(row)).sort();

  /** Exports while somebody else's export runs at the call with this number; null when there is no such call. */
  function overlapped(at: number, as: string): AuditSheet | null {
    const sheet = new AuditSheet(workspace).give();
    sheet.drive('permissions.create', {}, { type: 'user', role: 'writer', emailAddress: PETRI });
    new AuditSheet(workspace, PETRI, sheet.id).give();
    const fault = { kind: 'run', function: 'onCardAction', as, event: pressOf(sheet.id) } as const;
    faults.plan([{ at, fault }]);
    sheet.export();
    const isStruck = faults.struck()[0] === 1;
    calm(workspace);
    return isStruck ? sheet : null;
  }

  test.each([
    ['another administrator’s', PETRI],
    ['a second press of the same person', ADMIN],
  ])('(%s) add no row twice and lose none, wherever one falls into the other [Inv12]', (_, as) => {
    const calm = new AuditSheet(workspace).give();
    calm.export();
    const wanted = rowsOf(calm);
    let points = 0;
    for (let at = 1; at < 200; at += 1) {
      const sheet = overlapped(at, as);
      if (sheet === null) break;
      points += 1;
      const found = rowsOf(sheet);
      expect([at, found.length]).toEqual([at, wanted.length]);
      expect(found).toEqual(wanted);
    }
    expect(points).toBeGreaterThan(15);
    expect(points).toBeLessThan(200);
  });

  test('the one that finds the other running says so, and works a minute later even if the other was killed', () => {
    const sheet = new AuditSheet(workspace).give();
    faults.plan([{ method: 'reports.activities.list', fault: { kind: 'kill' } }]);
    expect(() => sheet.export()).toThrow('Exceeded maximum execution time');
    const text = sheet.export();
    expect(text).toContain('✗ Another export into this spreadsheet is running');
    expect(text).toContain('Wait a minute, then press Export again.');
    workspace.advance(60_000, { runDueTriggers: false });
    expect(sheet.export()).toMatch(/✓ \d+ rows added/);
  });
});
