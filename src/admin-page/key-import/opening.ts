/** What a file that somebody chose turned out to be. Nothing here ever repeats any of its text. */

/** A service account's private key, with what its file says about it. Empty where it says nothing. */
export interface ServiceKey {
  /** PKCS #8 PEM. */
  readonly privateKey: string;
  readonly email: string;
  readonly clientId: string;
  readonly keyId: string;
  readonly project: string;
  /** When its certificate begins to be valid, ISO 8601. */
  readonly madeAt: string;
}

export type Opening =
  | { readonly kind: 'key'; readonly key: ServiceKey }
  /** It opens with a password. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

export type FileProblem =
  | 'empty'
  | 'too-large'
  | 'truncated'
  | 'oauth-client'
  | 'not-a-service-account'
  | 'several-keys'
  | 'no-private-key'
  | 'not-rsa'
  | 'too-short'
  | 'wrong-password'
  | 'unknown';

const THE_PLACE =
  'In the Google Cloud console: IAM & Admin → Service accounts → the account → Keys → Add key → Create new key.';

/** Says why the file was refused, and what to do instead. */
export const FILE_PROBLEMS: Readonly<Record<FileProblem, string>> = {
  empty: 'This file is empty. Download the key again, or create a new one.',
  'too-large':
    'This file is far larger than a key, so it was not read. Choose the P12, JSON or PEM file of the key.',
  truncated: 'This file is cut off. Create a new key: Google does not offer the same one again.',
  'oauth-client': `This file is of an OAuth client, not of a service account. ${THE_PLACE}`,
  'not-a-service-account': `This file is not a service account’s key. ${THE_PLACE}`,
  'several-keys': 'This file holds several private keys. Choose a file with one key.',
  'no-private-key': `This file holds a certificate or a public key, but no private key. ${THE_PLACE}`,
  'not-rsa': `This is not an RSA key, and Google signs with RSA for service accounts. ${THE_PLACE}`,
  'too-short': `This key is shorter than 2048 bits. ${THE_PLACE}`,
  'wrong-password':
    'The password does not open this file. Google showed it once, when the key was created; for P12 files it is notasecret.',
  unknown: `This is no key file that Tandem knows: it opens P12, JSON and PEM. ${THE_PLACE}`,
};

export const isProblem = (problem: FileProblem): Opening => ({ kind: 'problem', problem });

export const NOTHING_ELSE = { email: '', clientId: '', keyId: '', project: '', madeAt: '' };

/** The key in the form of Google's JSON file, which is what the door takes, however it came. */
export const sentText = ({
  privateKey,
  email,
  clientId,
  keyId,
  project,
  madeAt,
}: ServiceKey): string =>
  JSON.stringify({
    type: 'service_account',
    private_key: privateKey,
    client_email: email,
    client_id: clientId,
    private_key_id: keyId,
    project_id: project,
    made_at: madeAt,
  });
