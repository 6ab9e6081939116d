import { manifestProblems, readManifest } from '../../../emulator/project/manifest';
import { toProject } from '../../../emulator/project/project';

const minimal = { timeZone: 'Etc/UTC' };
const addOn = (parts: object) => ({
  ...minimal,
  addOns: { common: { name: 'Tandem', logoUrl: 'https://example.com/logo.png' }, ...parts },
});

describe('a manifest', () => {
  test.each([
    ['the least', minimal],
    ['a host with nothing in it', addOn({ calendar: {}, sheets: {} })],
    [
      'calendar triggers with the access they need',
      {
        ...addOn({
          calendar: { eventOpenTrigger: { runFunction: 'onEvent' }, currentEventAccess: 'READ' },
        }),
        oauthScopes: ['https://www.googleapis.com/auth/calendar.addons.current.event.read'],
      },
    ],
    [
      'a handler that is a method of an object',
      addOn({ sheets: { homepageTrigger: { runFunction: 'cards.home' } } }),
    ],
    [
      'hosts that the public schema does not know',
      addOn({ docs: {}, drive: {}, meet: {}, flows: {} }),
    ],
    [
      'one leading wildcard in a fetch prefix',
      { ...minimal, urlFetchWhitelist: ['https://*.vendor.com/'] },
    ],
  ])('may have %s', (_, manifest) => {
    expect(manifestProblems(manifest)).toEqual([]);
  });

  test.each([
    ['no time zone', {}, 'timeZone is missing.'],
    ['an unknown time zone', { timeZone: 'Mars/Base' }, 'timeZone Mars/Base is not a time zone.'],
    [
      'an unknown key',
      { ...minimal, oauthScope: [] },
      'oauthScope is not a key that Google allows there.',
    ],
    [
      'a host that does not exist',
      addOn({ admin: {} }),
      'addOns.admin is not a key that Google allows there.',
    ],
    [
      'an add-on without its name',
      { ...minimal, addOns: { common: { logoUrl: 'https://example.com/l.png' } } },
      'addOns.common.name is missing.',
    ],
    [
      'an unknown access level',
      { ...minimal, webapp: { access: 'EVERYBODY', executeAs: 'USER_ACCESSING' } },
      'webapp.access is "EVERYBODY"; it can be MYSELF, DOMAIN, ANYONE, ANYONE_ANONYMOUS.',
    ],
    [
      'a fetch prefix without a path',
      { ...minimal, urlFetchWhitelist: ['https://vendor.com'] },
      'urlFetchWhitelist.0 is "https://vendor.com", which Google does not accept there.',
    ],
    [
      'a fetch prefix that is not https',
      { ...minimal, urlFetchWhitelist: ['http://vendor.com/'] },
      'urlFetchWhitelist.0 is "http://vendor.com/", which Google does not accept there.',
    ],
    [
      'event access whose scope is missing',
      { ...addOn({ calendar: { currentEventAccess: 'READ_WRITE' } }), oauthScopes: [] },
      'addOns.calendar.currentEventAccess READ_WRITE needs the scope https://www.googleapis.com/auth/calendar.addons.current.event.read.',
    ],
    [
      'a trigger that is not a name',
      addOn({ calendar: { homepageTrigger: { runFunction: 'on home()' } } }),
      'addOns.calendar.homepageTrigger.runFunction is "on home()", which Google does not accept there.',
    ],
  ])('is told to have %s', (_, manifest, sentence) => {
    expect(manifestProblems(manifest)).toContain(sentence);
  });

  test('that is not JSON is refused with the place', () => {
    expect(() => readManifest('{ "timeZone": }')).toThrow(
      /appsscript\.json is not JSON: .*timeZone/,
    );
  });
});

describe('the manifest of a live add-on runs, and what is odd about it is reported', () => {
  test.each([
    ['a key of former times', { ...minimal, gmail: { name: 'Old' } }, 'gmail is not a key'],
    [
      'a logo that is missing',
      { ...minimal, addOns: { common: { name: 'X' } } },
      'logoUrl is missing',
    ],
    [
      'a fetch prefix without a path',
      { ...minimal, urlFetchWhitelist: ['https://a.example'] },
      'urlFetchWhitelist.0',
    ],
    [
      'a value that Google’s pages do not list',
      { ...minimal, runtimeVersion: 'V9' },
      'runtimeVersion is "V9"',
    ],
  ])('%s', (_, manifest, words) => {
    const read = readManifest(JSON.stringify(manifest));
    expect(read.problems).toEqual([expect.stringContaining(words)]);
    expect(read.manifest).toEqual({ oauthScopes: null, ...manifest });
  });

  test.each([
    ['scopes that are one text', { ...minimal, oauthScopes: 'openid' }, { oauthScopes: null }],
    [
      'a service without its version beside a whole one',
      {
        ...minimal,
        dependencies: {
          enabledAdvancedServices: [
            { userSymbol: 'Calendar', serviceId: 'calendar' },
            { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' },
          ],
        },
      },
      {
        dependencies: {
          enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }],
        },
      },
    ],
    ['no time zone', {}, { timeZone: 'Etc/UTC' }],
    ['a time zone of another planet', { timeZone: 'Mars/Base' }, { timeZone: 'Etc/UTC' }],
    ['an add-on that is a list', { ...minimal, addOns: [] }, {}],
  ])('%s', (_, written, read) => {
    const { manifest, problems } = readManifest(JSON.stringify(written));
    expect(problems.length).toBeGreaterThan(0);
    expect(manifest).toEqual({ oauthScopes: null, timeZone: 'Etc/UTC', ...read });
  });

  test.each(['[]', 'null', '"text"'])('but not %s, which is no manifest', (source) => {
    expect(() => readManifest(source)).toThrow('appsscript.json is not a JSON object.');
  });
});

describe('scopes', () => {
  const scopesOf = (code: string, manifest: object = {}) =>
    toProject([
      { name: 'appsscript', type: 'JSON', source: JSON.stringify({ ...minimal, ...manifest }) },
      { name: 'Code', type: 'SERVER_JS', source: code },
    ]).scopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));
  const calendarService = {
    dependencies: {
      enabledAdvancedServices: [{ userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' }],
    },
  };

  test.each([
    ['UrlFetchApp.fetch("https://a.example/")', ['script.external_request']],
    ['ScriptApp.newTrigger("f")', ['script.scriptapp']],
    ['ScriptApp.getScriptId()', []],
    ['PropertiesService.getScriptProperties()', []],
    ['Session.getActiveUser().getEmail()', ['userinfo.email']],
    ['// UrlFetchApp', []],
  ])('of a manifest that lists none are found in the code: %s', (code, scopes) => {
    expect(scopesOf(code)).toEqual(scopes);
  });

  test('of an advanced service count when the code names it', () => {
    expect(scopesOf('Calendar.Events.list("primary")', calendarService)).toEqual(['calendar']);
    expect(scopesOf('', calendarService)).toEqual([]);
  });

  test('that the manifest lists are all there are', () => {
    expect(scopesOf('UrlFetchApp.fetch("https://a.example/")', { oauthScopes: [] })).toEqual([]);
  });
});
