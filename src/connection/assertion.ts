import type { Clock } from '../kit/clock';
import type { Base64Url, ServiceAccount, Sign } from './ports';

/** A signed claim that may be exchanged for a token. */
export interface Claim {
  /** Whom to act as, by address; null for the service account itself. */
  readonly subject: string | null;
  readonly scopes: readonly string[];
}

export interface Signing {
  readonly account: ServiceAccount;
  readonly sign: Sign;
  readonly base64Url: Base64Url;
  readonly clock: Clock;
}

/** Claims are valid from a little before now, because clocks differ. */
const BEGUN_BEFORE_S = 60;

/** Google refuses claims that are valid for more than an hour; this stays well below. */
const LIFE_S = 55 * 60;

/**
 * The JWT that asks for an access token.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests
 */
export function signedAssertion(
  { account, sign, base64Url, clock }: Signing,
  { subject, scopes }: Claim,
): string {
  const begun = Math.floor(clock.now() / 1000) - BEGUN_BEFORE_S;
  const header = { alg: 'RS256', typ: 'JWT', kid: account.keyId };
  const claims = {
    iss: account.email,
    ...(subject !== null && { sub: subject }),
    scope: scopes.join(' '),
    aud: account.tokenUri,
    iat: begun,
    exp: begun + LIFE_S,
  };
  const text = `${base64Url(JSON.stringify(header))}.${base64Url(JSON.stringify(claims))}`;
  return `${text}.${sign(text, account.privateKey)}`;
}
