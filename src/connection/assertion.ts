import type { Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Base64Url, ServiceAccount, Sign, SignAtGoogle } from './ports';

/** A signed claim that may be exchanged for a token. */
export interface Claim {
  /** Whom to act as, by address; null for the service account itself. */
  readonly subject: string | null;
  readonly scopes: readonly string[];
}

export interface Signing {
  readonly account: ServiceAccount;
  readonly sign: Sign;
  readonly signAtGoogle: SignAtGoogle;
  readonly base64Url: Base64Url;
  readonly clock: Clock;
}

/** Claims are valid from a little before now, because clocks differ. */
const BEGUN_BEFORE_S = 60;

/** Google refuses claims that are valid for more than an hour; this stays well below. */
const LIFE_S = 55 * 60;

/**
 * The JWTs that ask for access tokens, in the order of the claims. Where there is a key, none of them fails.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests
 */
export function signedAssertions(
  signing: Signing,
  claims: readonly Claim[],
): readonly Result<string, Failure>[] {
  const { account, sign, signAtGoogle, base64Url } = signing;
  const { privateKey, sentKeyId } = account;
  const texts = claims.map((claim) => JSON.stringify(claimsOf(signing, claim)));
  if (privateKey === null) return signAtGoogle(account.email, texts);
  const kid = sentKeyId === null ? {} : { kid: sentKeyId };
  const header = base64Url(JSON.stringify({ alg: 'RS256', typ: 'JWT', ...kid }));
  return texts.map((text) => {
    const begun = `${header}.${base64Url(text)}`;
    return ok(`${begun}.${sign(begun, privateKey)}`);
  });
}

function claimsOf({ account, clock }: Signing, { subject, scopes }: Claim): object {
  const begun = Math.floor(clock.now() / 1000) - BEGUN_BEFORE_S;
  return {
    iss: account.email,
    ...(subject !== null && { sub: subject }),
    scope: scopes.join(' '),
    aud: account.tokenUri,
    iat: begun,
    exp: begun + LIFE_S,
  };
}
