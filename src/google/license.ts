/**
 * Whether the app is installed, according to the Marketplace. Only the listing's own project may ask: the service
 * account as itself, on nobody's behalf.
 *
 * @see https://developers.google.com/workspace/marketplace/example-calls-marketplace-api
 */
import type { License } from '../install/ports';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { fetchMany } from './fetch';
import { googleJson } from './google-answer';
import type { HttpAnswer } from './http-message';
import { bearer } from './person-calls';

/** The scope of the service account's own token. */
export const LICENSE_SCOPE = 'https://www.googleapis.com/auth/appsmarketplace.license';

const LICENSES = 'https://appsmarket.googleapis.com/appsmarket/v2';

export interface LicenseAsk {
  /** The number of the listing's Cloud project. */
  readonly applicationId: string;
  /** In lower case. */
  readonly email: string;
  readonly token: Result<string, Failure>;
}

export function license({ applicationId, email, token }: LicenseAsk): Result<License, Failure> {
  if (!token.ok) return token;
  const domain = email.slice(email.indexOf('@') + 1);
  const paths = [
    `customerLicense/${applicationId}/${domain}`,
    `userLicense/${applicationId}/${email}`,
  ];
  const [customer, user] = fetchMany(
    paths.map((path) => ({
      url: `${LICENSES}/${path.split('/').map(encodeURIComponent).join('/')}`,
      headers: bearer(token.value),
    })),
  ).map((answer) => record(answer, applicationId));
  if (!customer!.ok) return customer!;
  if (!user!.ok) return user!;
  return ok(licenseOf(customer!.value, user!.value, email));
}

interface Reported {
  readonly state?: string;
  readonly enabled?: boolean;
  /** The organization's domain; the person's own address where they installed it for themself. */
  readonly customerId?: string;
}

const NOTHING: Reported = {};

/** A customer or user whom Google does not know has no license. */
function record(answer: Result<HttpAnswer, Failure>, id: string): Result<Reported, Failure> {
  if (!answer.ok) return answer;
  const json = googleJson(answer.value, { api: 'marketplace', id });
  if (json.ok) return ok((json.value ?? NOTHING) as Reported);
  return json.failure.kind === 'not-found' ? ok(NOTHING) : json;
}

/** `state` says that somebody has the app; only `enabled` says that it is on for this person. */
function licenseOf(customer: Reported, user: Reported, email: string): License {
  const isOn = user.enabled === true && user.state === 'ACTIVE';
  if (customer.state === 'ACTIVE') return { kind: 'organization', isOnForCaller: isOn };
  return isOn && user.customerId?.toLowerCase() === email
    ? { kind: 'individual' }
    : { kind: 'none' };
}
