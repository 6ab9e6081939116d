/**
 * Opens key files that have a password: P12, and encrypted PEM. It is built into a file of its own, which the page asks for when
 * such a file is chosen, because it is four times as large as the page.
 */
import forge from 'node-forge';
import { ofPkcs8 } from './key-text';
import { isProblem, type Opening } from './opening';

/** @param bytes one byte a character. */
export function openLocked(bytes: string, password: string): Opening {
  return bytes.startsWith('-----BEGIN ') ? openPem(bytes, password) : openP12(bytes, password);
}

function openP12(bytes: string, password: string): Opening {
  let asn1: forge.asn1.Asn1;
  try {
    asn1 = forge.asn1.fromDer(bytes);
  } catch (error) {
    return isProblem(/too few bytes/i.test(String(error)) ? 'truncated' : 'unknown');
  }
  let p12: forge.pkcs12.Pkcs12Pfx;
  try {
    p12 = forge.pkcs12.pkcs12FromAsn1(asn1, password);
  } catch (error) {
    return isProblem(/password|MAC could not/i.test(String(error)) ? 'wrong-password' : 'unknown');
  }
  const { pkcs8ShroudedKeyBag, keyBag, certBag } = forge.pki.oids as Record<string, string>;
  const bagsOf = (type: string): readonly forge.pkcs12.Bag[] =>
    p12.getBags({ bagType: type })[type] ?? [];
  const keys = [...bagsOf(pkcs8ShroudedKeyBag!), ...bagsOf(keyBag!)];
  if (keys.length !== 1) return isProblem(keys.length > 1 ? 'several-keys' : 'no-private-key');
  const opened = opening(keys[0]!);
  if (opened.kind !== 'key') return opened;
  const [certificate] = bagsOf(certBag!).flatMap(({ cert }) => (cert ? [cert] : []));
  return certificate ? { kind: 'key', key: { ...opened.key, ...told(certificate) } } : opened;
}

function opening({ key, asn1 }: forge.pkcs12.Bag): Opening {
  // What is no RSA key stays as it is written.
  if (!key) return ofDer(asn1);
  return ofDer(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)));
}

const ofDer = (asn1: forge.asn1.Asn1): Opening =>
  ofPkcs8(forge.util.encode64(forge.asn1.toDer(asn1).getBytes()));

/** Google's certificate is named for the client ID, and begins when the key was made. */
function told({ subject, validity }: forge.pki.Certificate) {
  const name: unknown = subject.getField('CN')?.value;
  return {
    clientId: typeof name === 'string' && /^\d+$/.test(name) ? name : '',
    madeAt: validity.notBefore.toISOString(),
  };
}

function openPem(text: string, password: string): Opening {
  try {
    const key = forge.pki.decryptRsaPrivateKey(text, password) as forge.pki.rsa.PrivateKey | null;
    if (key === null) return isProblem('wrong-password');
    return ofDer(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)));
  } catch {
    return isProblem('wrong-password');
  }
}
