// What the server takes for an organization's own key. Whatever the page has checked, anybody may send anything.
import {
  asServiceAccount,
  ownAccountSlot,
  ownView,
  uploadedAccount,
  withKeysOf,
  type OwnAccount,
} from '../../src/connection/own-account';
import { delegatedCompany } from '../emulator/oauth/delegated-company';
import { MemoryStore } from '../kit/memory-store';
import { hash, keyFile } from './company';

const file = keyFile(delegatedCompany());
const parts = { clock: { now: () => Date.UTC(2026, 10, 30) }, digest: hash };
const uploaded = (changed: object = {}, email = '') =>
  uploadedAccount({ text: JSON.stringify({ ...file, ...changed }), email }, parts);
const accountOf = (changed: object = {}, email = ''): OwnAccount => {
  const result = uploaded(changed, email);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

test('the file says whose key it is, or the person does [S16, TB5]', () => {
  const email = file['client_email']!;
  expect(accountOf()).toMatchObject({ email, isKeyless: false });
  expect(accountOf({ client_email: '' }, ` ${email.toUpperCase()} `)).toMatchObject({ email });
});

test.each<[string, object, string, string]>([
  ['nobody’s key', { client_email: '' }, '', 'email-missing'],
  ['another’s key', {}, 'other@p.iam.gserviceaccount.com', 'other-email'],
  ['a person’s key', { client_email: '' }, 'anna@acme.example', 'foreign-email'],
  ['another kind of file', { type: 'authorized_user' }, '', 'unreadable'],
  ['a file without a key', { private_key: 'canary' }, '', 'not-a-private-key'],
  ['a file that is too large', { more: 'x'.repeat(20_000) }, '', 'too-large'],
  ['a list in place of the key', { private_key: ['x'] }, '', 'unreadable'],
])('%s is refused, and nothing of it is repeated [S24, Att1]', (_, changed, email, problem) => {
  expect(uploaded(changed, email)).toEqual({
    ok: false,
    failure: { kind: 'invalid-key', problem },
  });
});

test('a key is known by Google’s ID, or by a digest of itself, whatever its line ends are [D17]', () => {
  const { keys } = accountOf({ private_key_id: 'a'.repeat(40) });
  expect(keys[0]).toMatchObject({ keyId: 'a'.repeat(40), fingerprint: 'aaaaaaaa' });
  const [one, other] = [file['private_key']!, file['private_key']!.replace(/\n/g, '\r\n')].map(
    (key) => accountOf({ private_key_id: '', private_key: key }).keys[0]!,
  );
  expect(one).toEqual(other);
  expect(one!.keyId).toBeNull();
});

test('what cards are made from holds no key [D17, Att1]', () => {
  const text = JSON.stringify(ownView(accountOf()));
  expect(text).not.toContain('PRIVATE');
  expect(text).not.toContain(file['private_key']!.split('\n')[5]);
});

test('a new key of the same account comes first and keeps one before it; another account starts anew [TB12]', () => {
  const [one, two, three] = ['1', '2', '3'].map((digit) =>
    accountOf({ private_key_id: digit.repeat(40) }),
  );
  const both = withKeysOf(two!, one!);
  const names = ({ keys }: OwnAccount) => keys.map(({ fingerprint }) => fingerprint);
  expect(names(both)).toEqual(['22222222', '11111111']);
  expect(names(withKeysOf(three!, both))).toEqual(['33333333', '22222222']);
  expect(names(withKeysOf(one!, both))).toEqual(['11111111', '22222222']);
  expect(names(withKeysOf({ ...three!, email: 'x@p.iam.gserviceaccount.com' }, both))).toEqual([
    '33333333',
  ]);
  expect(names(withKeysOf({ ...one!, isKeyless: true, keys: [] }, both))).toEqual([]);
});

test('what is kept comes back whole, and is signed with the first key, or by Google where there is none [TB6]', () => {
  const place = ownAccountSlot(new MemoryStore(), 'C01', 'used');
  const account = { ...accountOf({ private_key_id: 'b'.repeat(40) }), clientId: '1' };
  expect(place.write(account).ok).toBe(true);
  expect(place.read()).toEqual({ kind: 'value', value: account });
  expect(asServiceAccount(account)).toMatchObject({
    privateKey: file['private_key'],
    sentKeyId: 'b'.repeat(40),
    tokenUri: 'https://oauth2.googleapis.com/token',
  });
  expect(asServiceAccount({ ...account, isKeyless: true, keys: [] })).toMatchObject({
    privateKey: null,
    sentKeyId: null,
  });
});
