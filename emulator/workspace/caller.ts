/** A Workspace (or consumer) account that acts. */
export interface UserPrincipal {
  readonly kind: 'user';
  /** The immutable user id; survives renaming. */
  readonly userId: string;
  /** The primary address now. */
  readonly email: string;
  /** The organization, or null for a consumer account. */
  readonly customerId: string | null;
}

/** A service account that acts for itself, not for a person. */
export interface ServiceAccountPrincipal {
  readonly kind: 'service-account';
  readonly email: string;
  readonly uniqueId: string;
}

/** By whose hand a change comes: triggers fire for people's edits only, not for scripts' and API clients'. */
export type Cause = 'person' | 'script' | 'api';

/** Who makes an API call, with what right, through which application. */
export interface Caller {
  readonly principal: UserPrincipal | ServiceAccountPrincipal;
  /** Full scope URLs of the token. */
  readonly scopes: ReadonlySet<string>;
  /** The OAuth client; Google's own products act as `google`. */
  readonly clientId: string;
  /** The number of the Cloud project whose quota and enabled APIs count; null for Google's own products. */
  readonly projectNumber: string | null;
  /** The application's name as consent screens and the token log show it. */
  readonly applicationName: string;
  /** True when a service account acts as this user by domain-wide delegation. */
  readonly impersonated: boolean;
  readonly cause: Cause;
  readonly ipAddress: string | null;
}
