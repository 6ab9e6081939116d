/** Key files that are text: Google's JSON file, and PEM. */
import { isProblem, NOTHING_ELSE, type FileProblem, type Opening } from './opening';

/** Opens what can be opened without a password. A byte order mark and other systems' line ends do not matter. */
export function openText(given: string): Opening {
  const text = given.replace(/^\uFEFF/, '').trim();
  if (text === '') return isProblem('empty');
  if (/^[{[]/.test(text)) return openJson(text);
  if (text.startsWith('-----BEGIN ')) return openPem(text);
  return isProblem('unknown');
}

function openJson(text: string): Opening {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return isProblem('truncated');
  }
  if (Array.isArray(file)) return isProblem(file.length > 1 ? 'several-keys' : 'unknown');
  const fields = file as Readonly<Record<string, unknown>>;
  if ('installed' in fields || 'web' in fields) return isProblem('oauth-client');
  if (fields['type'] !== 'service_account') return isProblem('not-a-service-account');
  const opened = openPem(textOf(fields['private_key']).trim());
  if (opened.kind === 'locked') return isProblem('unknown');
  if (opened.kind === 'problem') return opened;
  return {
    kind: 'key',
    key: {
      ...opened.key,
      email: textOf(fields['client_email']),
      clientId: textOf(fields['client_id']),
      keyId: textOf(fields['private_key_id']),
      project: textOf(fields['project_id']),
    },
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g;

/** PKCS #8 as Google writes it, or PKCS #1 as openssl does. Certificates beside the key are left out. */
function openPem(text: string): Opening {
  const begun = text.match(/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/g)?.length ?? 0;
  if (begun > 1) return isProblem('several-keys');
  if (begun === 0) return isProblem(text.startsWith('-----BEGIN') ? 'no-private-key' : 'unknown');
  const blocks = [...text.matchAll(BLOCK)].map(([, label = '', body = '']) => ({ label, body }));
  const block = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (!block) return isProblem(/-----END/.test(text) ? 'unknown' : 'truncated');
  const { label, body } = block;
  if (label === 'ENCRYPTED PRIVATE KEY' || /ENCRYPTED/.test(body)) return { kind: 'locked' };
  if (label === 'RSA PRIVATE KEY') return ofPkcs1(body);
  return label === 'PRIVATE KEY' ? ofPkcs8(body) : isProblem('not-rsa');
}

function ofPkcs1(body: string): Opening {
  const bytes = bytesOf(body);
  if (bytes === null || !isWhole(bytes)) return isProblem('truncated');
  return ofPkcs8(btoa(inPkcs8(bytes)));
}

/** The object identifier of RSA keys, as it is written in them. */
const RSA = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01';

/** PKCS #8 of a key of 2048 bits has about 1,217 bytes, of one with 1536 bits about 920. */
const SMALLEST_BYTES = 1_100;

/** A private key in DER, as base64. */
export function ofPkcs8(body: string): Opening {
  const bytes = bytesOf(body);
  const problem = bytes === null ? 'truncated' : problemOf(bytes);
  if (problem !== null) return isProblem(problem);
  const lines = btoa(bytes!).match(/.{1,64}/g) ?? [];
  const privateKey = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''];
  return { kind: 'key', key: { ...NOTHING_ELSE, privateKey: privateKey.join('\n') } };
}

function problemOf(bytes: string): FileProblem | null {
  if (!isWhole(bytes)) return 'truncated';
  if (!bytes.slice(0, 30).includes(RSA)) return 'not-rsa';
  return bytes.length < SMALLEST_BYTES ? 'too-short' : null;
}

/** One byte a character; null for what is not base64. */
function bytesOf(base64: string): string | null {
  try {
    return atob(base64.replace(/\s/g, ''));
  } catch {
    return null;
  }
}

/** Whether it is one DER sequence that is as long as it says. */
function isWhole(bytes: string): boolean {
  if (bytes.charCodeAt(0) !== 0x30) return false;
  const first = bytes.charCodeAt(1);
  const size = first < 0x80 ? 0 : first & 0x7f;
  const length =
    size === 0
      ? first
      : [...bytes.slice(2, 2 + size)].reduce((sum, one) => sum * 256 + one.charCodeAt(0), 0);
  return bytes.length === 2 + size + length;
}

/** @see https://www.rfc-editor.org/rfc/rfc5208#section-5 */
const inPkcs8 = (pkcs1: string): string =>
  der(0x30, `\x02\x01\x00${der(0x30, `${RSA}\x05\x00`)}${der(0x04, pkcs1)}`);

function der(tag: number, content: string): string {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return String.fromCharCode(tag, ...size) + content;
}
