// Which application an administrator means, and what the card says about what was exported.
import { AuditSheet, calm, logged, loggedWorkspace } from '../support/audit-sheet';
import { ADMIN, ANNA, DAY_MS, MINUTE_MS } from '../support/set-up';

const HOUR_MS = 60 * MINUTE_MS;

const workspace = loggedWorkspace();
const { faults } = workspace;
afterEach(() => calm(workspace));

const named = (name: string, event = '') => ({ appName: [name], eventName: [event] });
const newSheet = (): AuditSheet => new AuditSheet(workspace).give();
const appsOf = (sheet: AuditSheet): string[] => [
  ...new Set(sheet.rows.map((row) => row['Application name']!)),
];

describe('the application’s name', () => {
  test.each(['"Tandem"', 'tandem', '“Tandem”', "'TANDEM'", '  Tándem  '])(
    'may be typed as %s: it is matched with the name in the log',
    (typed) => {
      const sheet = newSheet();
      const text = sheet.export(named(typed));
      expect(text).toMatch(/✓ \d+ rows added/);
      expect(text).toContain('Application and event\nTandem, all events');
      expect(text).toContain('Application name\nTandem');
      expect(appsOf(sheet)).toEqual(['Tandem']);
      expect(sheet.panel.press('Export').text).toContain('✓ No new rows');
    },
  );

  test('is misspelt: the card asks whether another was meant, which one press exports', () => {
    const sheet = newSheet();
    const text = sheet.export(named('Tamdem'));
    expect(text).toContain('✗ No event has this application name');
    expect(text).toContain('“Tamdem” is not in Google’s log');
    expect(text).not.toContain('✓');
    expect(sheet.panel.press('Export Tandem', named('Tamdem')).text).toMatch(/✓ \d+ rows added/);
    expect(appsOf(sheet)).toEqual(['Tandem']);
  });

  test('fits two in the log: both are offered', () => {
    logged(workspace, { app: 'ACME' });
    logged(workspace, { app: 'Acme' });
    const sheet = newSheet();
    sheet.export(named('acme'));
    expect(sheet.panel.buttons()).toEqual(expect.arrayContaining(['Export ACME', 'Export Acme']));
    expect(sheet.panel.press('Export Acme').text).toContain('✓ 1 row added');
    expect(appsOf(sheet)).toEqual(['Acme']);
  });

  test('is like none in the log: the card says so, and how to see them all', () => {
    const sheet = newSheet();
    const text = sheet.export(named('Zzyzx Qwfp'));
    expect(text).toContain('✗ No event has this application name');
    expect(text).toContain('Leave the name empty');
    expect(sheet.rows).toEqual([]);
    expect(sheet.export(named(''))).toMatch(/✓ \d+ rows added/);
  });

  test('is known, but has no event of the chosen kind: no tick', () => {
    const sheet = newSheet();
    const text = sheet.export(named('Acme', 'deny'));
    expect(text).toContain('– The log has no such events yet');
    expect(text).toContain('Asked for: Acme, Deny');
    expect(text).not.toContain('✓');
  });

  test.each(['authorize', 'Grant', 'GRANT', ' Authorize '])(
    'goes with an event named %s',
    (event) => {
      const sheet = newSheet();
      expect(sheet.export(named('', event))).toContain(
        'Application and event\nall applications, Grant',
      );
      expect(new Set(sheet.rows.map((row) => row['Event']))).toEqual(new Set(['Grant']));
    },
  );

  test.each(['auth', '__proto__', 'toString'])('goes with no event named %s', (event) => {
    const text = newSheet().export(named('', event));
    expect(text).toContain(`✗ No event is called “${event}”`);
    expect(text).toContain('Choose one of: Grant, Revoke, Deny, Request, API call.');
  });

  test.each(['A, B==C <x>', 'x"y', "o'clock", 'a,app_name==Tandem', '<b>&amp;', '__proto__'])(
    '%s stays one name, and asks for nothing else [Att24]',
    (app) => {
      logged(workspace, { app });
      const sheet = newSheet();
      expect(sheet.export(named(app))).toContain('✓ 1 row added');
      expect(appsOf(sheet)).toEqual([app]);
    },
  );

  test.each(['Tandem,app_name<>Nobody', 'app_name==Tandem', 'Tandem" OR "1', '*'])(
    '%s, which is no application, exports nothing [Att24]',
    (typed) => {
      const sheet = newSheet();
      expect(sheet.export(named(typed))).not.toContain('✓');
      expect(sheet.rows).toEqual([]);
    },
  );
});

describe('the result', () => {
  const fact = (text: string, label: string): string =>
    new RegExp(`^${label}\\n(.*)$`, 'm').exec(text)?.[1] ?? '';

  test('of one row, of none, and of another filter says what it is about', () => {
    const sheet = newSheet();
    sheet.export(named('Acme'));
    logged(workspace, { app: 'Acme' });
    const one = sheet.export(named('Acme'));
    expect(one).toContain('✓ 1 row added');
    expect(one).toContain('1 row of the time that was read again was there already.');
    expect(fact(one, 'Date of the new row')).toMatch(/^\d+ March 2026, \d\d:\d\d \S+$/);
    expect(one).not.toMatch(/^(From|To)$/m);
    const none = sheet.export(named('Acme'));
    expect(none).toContain('2 rows of the time that was read again were there already.');
    expect(fact(none, 'Application and event')).toBe('Acme, all events');
    const other = sheet.export(named('ACME'));
    expect([fact(other, 'Application and event'), other.includes('✓ 1 row added')]).toEqual([
      'ACME, all events',
      true,
    ]);
  });

  test('has a link that opens the exported sheet', () => {
    const sheet = newSheet();
    sheet.export(named('Acme'));
    sheet.panel.press('Open the sheet');
    const url = `https://docs.google.com/spreadsheets/d/${sheet.id}/edit#gid=${sheet.sheetId()}`;
    expect(sheet.panel.opened).toBe(url);
  });

  test('shows times in the spreadsheet’s time zone, and names it', () => {
    const sheet = newSheet();
    const properties = { timeZone: 'Asia/Tokyo' };
    sheet.change({ updateSpreadsheetProperties: { properties, fields: 'timeZone' } });
    logged(workspace, { app: 'Tokyo' });
    const text = sheet.export(named('Tokyo'));
    const at = new Date(Date.parse(sheet.rows[0]!['Date']!) + 9 * HOUR_MS).toISOString();
    const shown = fact(text, 'Date of the new row');
    expect(shown).toContain(`March 2026, ${at.slice(11, 16)} Asia/Tokyo`);
    expect(fact(text, 'Complete up to')).toContain('Asia/Tokyo');
  });
});

describe('an event that reaches the log late', () => {
  const lateBy = (hours: number, app: string): void => {
    faults.plan([{ method: 'token', fault: { kind: 'late-log', minutes: hours * 60 } }]);
    logged(workspace, { app });
    faults.plan([]);
  };
  const completeUpTo = (text: string): number => {
    const [, date] = /^Complete up to\n(.*?) \S+$/m.exec(text)!;
    return Date.parse(`${date!.replace(',', '')} UTC`);
  };
  const passes = (hours: number): void =>
    workspace.advance(hours * HOUR_MS, { runDueTriggers: false });

  test('by up to three days gets its row from the next export, once, and no card claimed to have it [D18]', () => {
    const sheet = newSheet();
    sheet.change({
      updateSpreadsheetProperties: { properties: { timeZone: 'Etc/UTC' }, fields: 'timeZone' },
    });
    const slow = named('Slow');
    const happenedAt = workspace.clock.now();
    lateBy(71, 'Slow');
    passes(1);
    logged(workspace, { app: 'Slow' });
    expect(completeUpTo(sheet.export(slow))).toBeLessThan(happenedAt);
    for (const hours of [20, 20, 29]) {
      passes(hours);
      logged(workspace, { app: 'Slow' });
      const text = sheet.export(slow);
      expect(text).toContain('✓ 1 row added');
      expect(completeUpTo(text)).toBeLessThan(happenedAt);
    }
    passes(2);
    const text = sheet.export(slow);
    expect(text).toContain('✓ 1 row added');
    expect(text).toContain('Came late\n1 row');
    expect(sheet.export(slow)).toContain('✓ No new rows');
    expect(sheet.rows).toHaveLength(5);
  });

  test('by more than that is found by comparing the whole log', () => {
    const sheet = newSheet();
    const slower = named('Slower');
    lateBy(100, 'Slower');
    for (const hours of [1, 80]) {
      passes(hours);
      logged(workspace, { app: 'Slower' });
      expect(sheet.export(slower)).toContain('✓ 1 row added');
    }
    passes(20);
    expect(sheet.export(slower)).toContain('✓ No new rows');
    sheet.panel.press('Compare the whole log', slower);
    expect(sheet.panel.text).toContain('✓ 1 row added');
  });

  test('told twice by Google has one row; two that are alike in every cell have two [Inv17]', () => {
    const sheet = newSheet();
    faults.plan([{ method: 'token', fault: { kind: 'late-log', twice: true } }]);
    logged(workspace, { app: 'Twice', by: ANNA });
    faults.plan([]);
    sheet.export(named('Twice'));
    expect(sheet.rows).toHaveLength(1);
    logged(workspace, { app: 'Twins' });
    logged(workspace, { app: 'Twins' });
    sheet.export(named('Twins'));
    sheet.export(named('Twins'));
    expect(sheet.rows.filter((row) => row['Application name'] === 'Twins')).toHaveLength(2);
  });

  test('after the last export by more than Google keeps is gone, and the card says since when', () => {
    const sheet = newSheet();
    logged(workspace, { app: 'Old' });
    sheet.export(named('Old'));
    workspace.advance(190 * DAY_MS, { runDueTriggers: false });
    logged(workspace, { app: 'Old', by: ADMIN });
    const text = sheet.export(named('Old'));
    expect(text).toContain('✓ 1 row added');
    expect(text).toMatch(/Google keeps the log for 180 days\. Events since \d+ March 2026/);
    expect(sheet.export(named('Old'))).not.toContain('180 days. Events since');
  });
});
