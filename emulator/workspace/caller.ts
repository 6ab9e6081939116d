/** A Workspace (or consumer) account that acts. */
export interface UserPrincipal {
  readonly kind: 'user';
  /** The immutable user id; it survives renaming. */
  readonly userId: string;
  /** The present primary address. */
  readonly email: string;
  /** The organization, or null for a consumer account. */
  readonly customerId: string | null;
}

/** A service account that acts on its own behalf, not for a person. */
export interface ServiceAccountPrincipal {
  readonly kind: 'service-account';
  readonly email: string;
  readonly uniqueId: string;
}

/** Who caused a change: triggers fire only for people's edits, not for those of scripts and API clients. */
export type Cause = 'person' | 'script' | 'api';

/** Who makes an API call, with what authority, through which application. */
export interface Caller {
  readonly principal: UserPrincipal | ServiceAccountPrincipal;
  /** Full scope URLs of the token. */
  readonly scopes: ReadonlySet<string>;
  /** The OAuth client; Google's own products act as `google`. */
  readonly clientId: string;
  /** The number of the Cloud project whose quota and enabled APIs apply; null for Google's own products. */
  readonly projectNumber: string | null;
  /** The application's name on consent screens and in the token log. */
  readonly applicationName: string;
  /** Whether a service account acts as this user by domain-wide delegation. */
  readonly impersonated: boolean;
  readonly cause: Cause;
  readonly ipAddress: string | null;
}
