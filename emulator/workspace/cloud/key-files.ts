import forge from 'node-forge';
import type { JsonObject } from '../api-method';
import { privatePem, type CreatedKey } from './keys';
import type { CloudProject, ServiceAccount } from '../state/cloud';

/** The password of every P12 file from the Cloud console. */
export const P12_PASSWORD = 'notasecret';

/** The JSON key file as the Cloud console downloads it. */
export const jsonKeyFile = (
  { projectId }: CloudProject,
  { email, uniqueId }: ServiceAccount,
  { key, privateKey }: CreatedKey,
): JsonObject => ({
  type: 'service_account',
  project_id: projectId,
  private_key_id: key.keyId,
  private_key: privatePem(privateKey),
  client_email: email,
  client_id: uniqueId,
  auth_uri: 'https://accounts.google.com/o/oauth2/auth',
  token_uri: 'https://oauth2.googleapis.com/token',
  auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
  client_x509_cert_url: `https://www.googleapis.com/robot/v1/metadata/x509/${encodeURIComponent(email)}`,
  universe_domain: 'googleapis.com',
});

/**
 * The P12 file as the Cloud console downloads it: the key and a self-signed certificate under the friendly name
 * `privatekey`, encrypted with {@link P12_PASSWORD}.
 *
 * @returns DER bytes.
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#creatinganaccount
 */
export function p12KeyFile(
  { uniqueId }: ServiceAccount,
  { key, privateKey }: CreatedKey,
): Uint8Array {
  const rsaKey = forge.pki.privateKeyFromPem(privatePem(privateKey));
  const asn1 = forge.pkcs12.toPkcs12Asn1(
    rsaKey,
    [certificate(rsaKey, uniqueId, key.createdAt)],
    P12_PASSWORD,
    {
      algorithm: '3des',
      friendlyName: 'privatekey',
    },
  );
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}

const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60 * 1000;

function certificate(
  key: forge.pki.rsa.PrivateKey,
  commonName: string,
  from: number,
): forge.pki.Certificate {
  const made = forge.pki.createCertificate();
  made.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  made.serialNumber = '01';
  made.validity.notBefore = new Date(from);
  made.validity.notAfter = new Date(from + TEN_YEARS_MS);
  const name = [{ name: 'commonName', value: commonName }];
  made.setSubject(name);
  made.setIssuer(name);
  made.sign(key, forge.md.sha256.create());
  return made;
}
