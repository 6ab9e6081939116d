import { ANNA } from '../../support/small-company';
import { inScript, runIn, scriptOf } from './in-script';

const manifest = {
  oauthScopes: [
    'https://www.googleapis.com/auth/admin.directory.user',
    'https://www.googleapis.com/auth/drive',
    'https://www.googleapis.com/auth/calendar',
  ],
  dependencies: {
    enabledAdvancedServices: [
      { userSymbol: 'Directory', serviceId: 'admin', version: 'directory_v1' },
      { userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' },
      { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' },
      { userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' },
    ],
  },
};

describe('an advanced service', () => {
  test('is there under the name of the manifest, and only then', () => {
    expect(
      inScript(
        'return [typeof Directory, typeof AdminDirectory, typeof Calendar.Events.list, typeof Calendar.Events.remove]',
        { manifest },
      ),
    ).toEqual(['object', 'undefined', 'function', 'function']);
    expect(inScript('return typeof Calendar')).toBe('undefined');
  });

  test('makes empty resources', () => {
    expect(
      inScript("const e = Calendar.newEvent(); e.summary = 'x'; return e", { manifest }),
    ).toEqual({ summary: 'x' });
  });

  test('reports how many arguments a method takes', () => {
    expect(inScript('Calendar.Events.get()', { manifest })).toBe(
      'Exception: Invalid number of arguments provided. Expected 2-4 only (Calendar.Events.get)',
    );
  });

  test('throws what Google answers, with its details', () => {
    expect(
      inScript(
        "try { Directory.Users.get('nobody@acme.example') } catch (e) { return [e.name, e.message, e.details.code, e.details.errors[0].reason, e instanceof Error] }",
        { manifest },
      ),
    ).toEqual([
      'GoogleJsonResponseException',
      expect.stringMatching(/^API call to directory\.users\.get failed with error: /),
      expect.any(Number),
      expect.any(String),
      true,
    ]);
  });

  test('that is not emulated exists and says so', () => {
    expect(inScript("return Gmail.Users.Messages.list('me')", { manifest })).toMatch(
      /^NotEmulated: Gmail\.Users is not emulated .*guides\/services\/advanced/,
    );
  });

  test('hides members that the types have and Discovery lacks', () => {
    expect(
      inScript('return [typeof Drive.Nothing, typeof Calendar.Nothing]', { manifest }),
    ).toEqual(['undefined', 'undefined']);
  });

  test('can be struck by a planned fault', () => {
    const workspace = scriptOf(
      "function f() { return Directory.Users.list({ customer: 'my_customer' }) }",
      { manifest },
    );
    workspace.faults.plan([
      { method: 'directory.users.list', fault: { kind: 'error', code: 503 } },
    ]);
    expect(runIn(workspace, 'f', { as: ANNA })).toBe(
      'GoogleJsonResponseException: API call to directory.users.list failed with error: Service Unavailable',
    );
  });
});

describe('a service that is not emulated', () => {
  test.each([
    ['SpreadsheetApp.getActive()', 'reference/spreadsheet/spreadsheet-app'],
    ["CalendarApp.getCalendarById('x')", 'reference/calendar/calendar-app'],
    ['GmailApp.getInboxThreads()', 'reference/gmail/gmail-app'],
    ["Browser.msgBox('x')", 'reference/base/browser'],
    ["XmlService.parse('x')", 'reference/xml-service/xml-service'],
  ])('%s names itself and its page', (code, page) => {
    const member = code.replace(/\(.*/, '');
    expect(inScript(code)).toMatch(new RegExp(`^NotEmulated: ${member} is not emulated .*${page}`));
  });

  test('is there and can be asked about', () => {
    expect(inScript('return [typeof SpreadsheetApp, String(SpreadsheetApp)]')).toEqual([
      'object',
      'SpreadsheetApp',
    ]);
  });
});
