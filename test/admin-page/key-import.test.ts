// Key files as people have them: every form that is a key, and what is said of every form that is none.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';
import { openLocked } from '../../src/admin-page/key-import/key-opener';
import { openText } from '../../src/admin-page/key-import/key-text';
import { FILE_PROBLEMS, type Opening } from '../../src/admin-page/key-import/opening';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pkcs8 = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const pkcs1 = String(privateKey.export({ type: 'pkcs1', format: 'pem' }));
const other = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }),
);
const short = String(
  generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }),
);
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const isPublic = String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }));
const locked = String(
  privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' }),
);
const file = {
  type: 'service_account',
  private_key: pkcs8,
  client_email: 'sync@p.iam.gserviceaccount.com',
  client_id: '123',
  private_key_id: 'abc',
  project_id: 'p',
};
const json = (changed: object = {}): string => JSON.stringify({ ...file, ...changed });
const keyOf = (opening: Opening) => (opening.kind === 'key' ? opening.key : opening);

test.each([
  ['Google’s JSON file', json()],
  ['the same with a byte order mark and other line ends', `\uFEFF${json()}\r\n`],
  ['PKCS #8', pkcs8],
  ['PKCS #8 with Windows line ends', pkcs8.replace(/\n/g, '\r\n')],
  ['PKCS #1, as openssl writes it', pkcs1],
  ['a key with its certificate beside it', `${isPublic}${pkcs8}`],
])('%s is a key, always in the same form [TB5]', (_, text) => {
  expect(keyOf(openText(text))).toMatchObject({ privateKey: pkcs8 });
});

test('the JSON file says whose key it is; PEM does not', () => {
  expect(keyOf(openText(json()))).toMatchObject({
    email: 'sync@p.iam.gserviceaccount.com',
    clientId: '123',
    keyId: 'abc',
    project: 'p',
  });
  expect(keyOf(openText(pkcs1))).toMatchObject({ email: '', clientId: '', keyId: '' });
});

const CANARY = 'canary-7301';
const cut = (text: string): string => text.slice(0, Math.floor(text.length / 2));

test.each<[string, string, string]>([
  ['nothing', ' \n', 'empty'],
  ['something else', CANARY, 'unknown'],
  ['half of a JSON file', cut(json()), 'truncated'],
  ['half of a PEM file', cut(pkcs8), 'truncated'],
  ['a PEM file whose middle is missing', pkcs8.replace(/\n[^\n]{64}\n/, '\n'), 'truncated'],
  ['an OAuth client file', json({ type: undefined, web: { client_id: CANARY } }), 'oauth-client'],
  ['a user’s own credentials', json({ type: 'authorized_user' }), 'not-a-service-account'],
  ['a workload’s credentials', json({ type: 'external_account' }), 'not-a-service-account'],
  ['a JSON file without a key', json({ private_key: CANARY }), 'unknown'],
  ['a list of two keys', `[${json()},${json()}]`, 'several-keys'],
  ['two keys in one PEM file', pkcs8 + other, 'several-keys'],
  ['a public key', isPublic, 'no-private-key'],
  ['a short key', short, 'too-short'],
  ['an elliptic key', String(elliptic.export({ type: 'pkcs8', format: 'pem' })), 'not-rsa'],
  [
    'an elliptic key in its own form',
    String(elliptic.export({ type: 'sec1', format: 'pem' })),
    'not-rsa',
  ],
])('%s is refused, with a sentence that repeats nothing of it [S24, TB4]', (_, text, problem) => {
  const opening = openText(text);
  expect(opening).toEqual({ kind: 'problem', problem });
  expect(FILE_PROBLEMS[problem as keyof typeof FILE_PROBLEMS]).not.toContain(CANARY);
});

/** A P12 file, one byte a character. */
function p12(
  keys: readonly (typeof privateKey)[],
  options: { readonly algorithm?: '3des' | 'aes128' | 'aes256'; readonly password?: string } = {},
): string {
  const { password = 'notasecret', ...more } = options;
  const own = keys.map((key) =>
    forge.pki.privateKeyFromPem(String(key.export({ type: 'pkcs1', format: 'pem' }))),
  );
  const certificate = forge.pki.createCertificate();
  const key = own[0] ?? forge.pki.privateKeyFromPem(pkcs1);
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.validity.notBefore = new Date('2026-02-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2036-02-01T00:00:00Z');
  certificate.setSubject([{ name: 'commonName', value: '11223344' }]);
  certificate.sign(key, forge.md.sha256.create());
  const made = forge.pkcs12.toPkcs12Asn1(own[0] ?? null, [certificate], password, more);
  return forge.asn1.toDer(made).getBytes();
}

test.each(['3des', 'aes128', 'aes256'] as const)(
  'a P12 file encrypted with %s opens with its password; its certificate says the client ID and the age [S12, TB4]',
  (algorithm) => {
    const bytes = p12([privateKey], { algorithm });
    expect(keyOf(openLocked(bytes, 'notasecret'))).toMatchObject({
      privateKey: pkcs8,
      clientId: '11223344',
      madeAt: '2026-02-01T00:00:00.000Z',
    });
    expect(openLocked(bytes, 'wrong')).toEqual({ kind: 'problem', problem: 'wrong-password' });
  },
);

test.each([
  ['half of a P12 file', cut(p12([privateKey])), 'truncated'],
  ['a P12 file with a certificate alone', p12([]), 'no-private-key'],
  ['some other sequence', '\x30\x03\x02\x01\x05', 'unknown'],
])('%s is refused [S24, TB4]', (_, bytes, problem) => {
  expect(openLocked(bytes, 'notasecret')).toEqual({ kind: 'problem', problem });
});

test('a PEM file with a password opens with it, and with no other', () => {
  expect(openText(locked)).toEqual({ kind: 'locked' });
  expect(keyOf(openLocked(locked, 'secret'))).toMatchObject({ privateKey: pkcs8 });
  expect(openLocked(locked, 'wrong')).toEqual({ kind: 'problem', problem: 'wrong-password' });
});
