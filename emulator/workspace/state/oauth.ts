/** An application that asks for tokens: a script project, a service account, a web client. */
export interface OAuthClient {
  /** `…apps.googleusercontent.com`, or the numeric unique id of a service account. */
  readonly clientId: string;
  /** As consent screens and the token log show it. */
  readonly name: string;
  readonly kind: 'script' | 'service-account' | 'web';
  readonly projectNumber: string;
  /** The organization whose own application it is (then "internal"), or null for a third party's. */
  readonly ownerCustomerId: string | null;
  /** Who the consent screen says made it; its owner's organization when left out. */
  readonly publisher?: string;
  /** Web and installed clients: checked where it is set. */
  readonly secret?: string;
  /** Addresses an authorization code may go to; any loopback address when left out. */
  readonly redirectUris?: readonly string[];
  /** Switched off, or deleted, in the Cloud console. */
  status?: 'disabled' | 'deleted';
}

/** What one person lets one application do. */
export interface Grant {
  readonly clientId: string;
  readonly userId: string;
  /** Full scope URLs; some of what was asked where the person ticked only some boxes. */
  scopes: string[];
  /** Every scope this person was ever asked for by this client; left out when that was all it asks for. */
  asked?: string[];
  readonly via: 'consent' | 'domain-install';
  readonly grantedAt: number;
}

export interface AccessToken {
  readonly token: string;
  readonly clientId: string;
  /** A user's immutable id, or null for a service account that acts for itself. */
  readonly userId: string | null;
  readonly serviceAccountEmail: string | null;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly impersonated: boolean;
  /** The delegation or grant it rests on was withdrawn. */
  revoked?: boolean;
}

/** What buys new access tokens as long as the grant behind it stands. */
export interface RefreshToken {
  readonly token: string;
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
}

/** What a browser carries from the consent screen to the application: works once, for minutes. */
export interface AuthorizationCode {
  readonly code: string;
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly expiresAt: number;
  /** PKCE. */
  readonly codeChallenge?: string;
  readonly codeChallengeMethod?: 'plain' | 'S256';
}

/** One state of a delegation and how it spreads. */
export interface DelegationVersion {
  readonly scopes: string[];
  readonly changedAt: number;
  /** Until everybody sees it: each user at their own instant within this time. Nothing: at once. */
  readonly spreadMs?: number;
}

/** "Manage domain-wide delegation": what one client may do for everybody of one organization. */
export interface Delegation {
  /** The numeric client id (or OAuth client id) an administrator pasted. */
  readonly clientId: string;
  /** Empty while a removal is still spreading. */
  scopes: string[];
  /** When it was last changed: it takes minutes, officially up to 24 h, to work everywhere. */
  changedAt: number;
  spreadMs?: number;
  /** What some users still see, oldest first. */
  earlier?: DelegationVersion[];
}

/** "Access to Google data" of one app. */
export type AppAccess = 'trusted' | 'limited' | 'specific' | 'blocked';

/** Admin console > Security > Access and data control > API controls. */
export interface ApiControls {
  /** "Unconfigured third-party apps". */
  unconfiguredApps: 'allow' | 'sign-in-only' | 'block';
  /** "Trust internal apps". */
  trustInternalApps: boolean;
  /** Per app, by client id. */
  apps: Record<string, AppAccess>;
  /** What an app with "Specific Google data" may ask for, by client id. */
  specificScopes?: Record<string, string[]>;
  /** Google services open to trusted apps only, such as `calendar`, `drive`, `admin`. */
  restrictedServices: string[];
}

/** Who may do what through which application. */
export interface OAuthState {
  clients: Record<string, OAuthClient>;
  /** By `clientId userId`. */
  grants: Record<string, Grant>;
  /** By `clientId userId`: who refused or withdrew a grant, and when. They were asked, so nobody asks on their behalf. */
  declined: Record<string, number>;
  /** By token. */
  accessTokens: Record<string, AccessToken>;
  refreshTokens: Record<string, RefreshToken>;
  authorizationCodes: Record<string, AuthorizationCode>;
  /** By customer id, then client id. */
  delegations: Record<string, Record<string, Delegation>>;
  /** By customer id; an organization that is absent has Google's defaults. */
  apiControls: Record<string, ApiControls>;
}

export const emptyOAuthState = (): OAuthState => ({
  clients: {},
  grants: {},
  declined: {},
  accessTokens: {},
  refreshTokens: {},
  authorizationCodes: {},
  delegations: {},
  apiControls: {},
});

export const DEFAULT_API_CONTROLS: ApiControls = {
  unconfiguredApps: 'allow',
  trustInternalApps: true,
  apps: {},
  restrictedServices: [],
};

export const grantKey = (clientId: string, userId: string): string => `${clientId} ${userId}`;
