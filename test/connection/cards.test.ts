import { checkCard } from '../../emulator/card/check';
import { connectionCard, type Connection } from '../../src/connection/cards';
import { fail, ok } from '../../src/kit/result';
import { CALENDAR, EVENTS } from '../emulator/oauth/delegated-company';
import { connectedCompany } from './company';

const { robot } = connectedCompany();
const NEEDS = [
  { scope: CALENDAR, reason: 'To read calendars.' },
  { scope: EVENTS, reason: 'To write events.' },
];
const connection = (parts: Partial<Connection> = {}): Connection => ({
  account: ok(robot),
  needs: NEEDS,
  proofs: [],
  own: null,
  next: null,
  nowMs: Date.UTC(2026, 10, 30),
  setup: null,
  leaving: null,
  ...parts,
});
const textOf = (parts: Partial<Connection> = {}) =>
  JSON.stringify(connectionCard(connection(parts)));

test('the client ID and the scope line can be copied, and each scope has its reason [I5, I6, S13, TB7]', () => {
  const text = textOf();
  expect(text).toContain(`"value":"${robot.clientId}"`);
  expect(text).toContain(`"value":"${CALENDAR},${EVENTS}"`);
  expect(text).toContain('calendar.events: To write events.');
  expect(text).toContain(
    'Security → Access and data control → API controls → Domain-wide delegation',
  );
  expect(text).toContain(
    `https://admin.google.com/ac/owl/domainwidedelegation?clientIdToAdd=${robot.clientId}&clientScopeToAdd=${encodeURIComponent(`${CALENDAR},${EVENTS}`)}&overwriteClientId=true`,
  );
});

test('of the key there is a fingerprint and nothing else [D17]', () => {
  const text = textOf();
  expect(text).toContain(robot.keyId.slice(0, 8));
  expect(text).not.toContain(robot.keyId);
  expect(text).not.toContain('PRIVATE KEY');
  expect(text).not.toContain(robot.privateKey!.slice(100, 140));
});

test('each scope says whether it is delegated [TB8]', () => {
  const text = textOf({
    proofs: [
      { scope: CALENDAR, proof: ok('Google gave a token for anna@acme.example.') },
      { scope: EVENTS, proof: fail({ kind: 'scope-not-delegated', scope: EVENTS }) },
    ],
  });
  expect(text).toContain('Google gave a token for anna@acme.example.');
  expect(text).toContain('A scope is missing in domain-wide delegation');
});

test('two features that want one scope give both reasons, once', () => {
  const [first] = NEEDS;
  const text = textOf({ needs: [first!, { ...first!, reason: 'And again.' }] });
  expect(text).toContain('calendar: To read calendars. And again.');
  expect(text).toContain(`"value":"${CALENDAR}"`);
});

test('a key that cannot be used is said to be so, with the cure', () => {
  const text = textOf({ account: fail({ kind: 'invalid-key', problem: 'missing' }) });
  expect(text).toContain('The service account key cannot be used');
  expect(text).toContain('Open service accounts');
});

test.each<[string, Partial<Connection>]>([
  ['a key', {}],
  ['no key', { account: fail({ kind: 'invalid-key', problem: 'missing' }) }],
])('Google takes the card with %s, and it is short', (_, parts) => {
  const card = connectionCard(connection(parts));
  expect(checkCard(card)).toEqual([]);
  expect((card.sections ?? []).flatMap(({ widgets = [] }) => widgets).length).toBeLessThan(30);
});
