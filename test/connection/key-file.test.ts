import { generateKeyPairSync } from 'node:crypto';
import { keyFingerprint, publishedAccount, serviceAccountOf } from '../../src/connection/key-file';
import { delegatedCompany } from '../emulator/oauth/delegated-company';
import { MemoryStore } from '../kit/memory-store';
import { keyFile } from './company';

const company = delegatedCompany();
const file = keyFile(company);
const problemOf = (text: string) => {
  const result = serviceAccountOf(text);
  return result.ok ? null : result.failure;
};
const withField = (field: string, value: unknown): string =>
  JSON.stringify({ ...file, [field]: value });
const shortKey = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});

test('a key file of Google names its service account; tokens are asked of Google, whatever it says [TB5]', () => {
  expect(serviceAccountOf(JSON.stringify(file, null, 2))).toEqual({
    ok: true,
    value: {
      email: company.account.email,
      clientId: company.account.uniqueId,
      keyId: company.keyId,
      sentKeyId: company.keyId,
      privateKey: file['private_key'],
      tokenUri: 'https://oauth2.googleapis.com/token',
    },
  });
});

test.each([
  ['nothing', ' ', 'missing'],
  ['no JSON', 'canary', 'unreadable'],
  ['null', 'null', 'unreadable'],
  ['a list', '[]', 'unreadable'],
  ['the file of an OAuth client', withField('type', 'authorized_user'), 'unreadable'],
  ['a file that is too large', `${JSON.stringify(file)}${' '.repeat(20_000)}`, 'too-large'],
  ['no address', withField('client_email', undefined), 'no-email'],
  ['an address that is none', withField('client_email', 'canary'), 'no-email'],
  ['a person’s address', withField('client_email', 'anna@acme.example'), 'foreign-email'],
  [
    'an address that only looks like Google’s',
    withField('client_email', 'robot@p.gserviceaccount.com.evil.example'),
    'foreign-email',
  ],
  ['no client ID', withField('client_id', ''), 'no-email'],
  ['a client ID that is an address', withField('client_id', 'canary@p.example'), 'no-email'],
  ['no key ID', withField('private_key_id', ''), 'no-email'],
  ['no key', withField('private_key', undefined), 'not-a-private-key'],
  [
    'a key of another form',
    withField('private_key', '-----BEGIN RSA PRIVATE KEY-----'),
    'not-a-private-key',
  ],
  [
    'a public key',
    withField('private_key', file['private_key']!.replace(/PRIVATE/g, 'PUBLIC')),
    'not-a-private-key',
  ],
  ['half a key', withField('private_key', file['private_key']!.slice(0, 900)), 'not-a-private-key'],
  ['a key of 1024 bits', withField('private_key', shortKey), 'too-short'],
])('%s is refused, and nothing of it is repeated [S24, TB4]', (_, text, problem) => {
  expect(problemOf(text)).toEqual({ kind: 'invalid-key', problem });
});

test('the key that the publisher left in the script’s properties is found there, or missing', () => {
  const properties = new MemoryStore();
  expect(publishedAccount(properties)).toEqual({
    ok: false,
    failure: { kind: 'invalid-key', problem: 'missing' },
  });
  properties.set({ 'publisher.service-account-key': JSON.stringify(file) });
  expect(publishedAccount(properties).ok).toBe(true);
});

test('a key is known by the beginning of its ID [D17]', () => {
  expect(keyFingerprint({ keyId: '0123456789abcdef' })).toBe('01234567');
});
