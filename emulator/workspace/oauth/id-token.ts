import { createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { UserPrincipal } from '../caller';
import type { Workspace } from '../workspace';
import { signedJwt } from './jwt';
import { TOKEN_SECONDS } from './tokens';

export const GOOGLE_ISSUER = 'https://accounts.google.com';

/** Google's own key: one for this process. */
const KEY_ID = 'local-workspace-1';
let key: KeyObject | undefined;
const googleKey = (): KeyObject =>
  (key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

/** An ID token signed by Google: the given claims, plus issuer and times; valid for an hour minus a second. */
export function googleIdToken(
  { clock }: Workspace,
  claims: Readonly<Record<string, unknown>>,
): string {
  const iat = Math.floor(clock.now() / 1000);
  const payload = { iss: GOOGLE_ISSUER, ...claims, iat, exp: iat + TOKEN_SECONDS };
  return signedJwt(JSON.stringify(payload), KEY_ID, googleKey());
}

/** The claims about a person in an ID token for a client, as far as its scopes allow. */
export function personClaims(
  { state }: Workspace,
  { userId, email, customerId }: UserPrincipal,
  clientId: string,
): Record<string, unknown> {
  const domain = state.directory.customers[customerId ?? '']?.primaryDomain;
  return {
    azp: clientId,
    aud: clientId,
    sub: userId,
    ...(domain && { hd: domain }),
    email,
    email_verified: true,
  };
}

/** The public half of Google's key as PEM (SPKI). */
export const googlePublicKey = (): string =>
  createPublicKey(googleKey()).export({ type: 'spki', format: 'pem' }).toString();

/** The key set for checking ID tokens: the answer of `https://www.googleapis.com/oauth2/v3/certs`. */
export const googleKeySet = (): { keys: JsonWebKey[] } => ({
  keys: [
    {
      ...createPublicKey(googleKey()).export({ format: 'jwk' }),
      kid: KEY_ID,
      alg: 'RS256',
      use: 'sig',
    },
  ],
});
