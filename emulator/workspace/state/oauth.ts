/** An application that asks for tokens: a script project, a service account, a web client. */
export interface OAuthClient {
  /** `…apps.googleusercontent.com`, or the numeric unique id of a service account. */
  readonly clientId: string;
  /** The name on consent screens and in the token log. */
  readonly name: string;
  readonly kind: 'script' | 'service-account' | 'web';
  readonly projectNumber: string;
  /** The organization whose own ("internal") application it is, or null for a third party's. */
  readonly ownerCustomerId: string | null;
  /** The publisher on the consent screen; its owner's organization when left out. */
  readonly publisher?: string;
  /** Web and installed clients: checked where it is set. */
  readonly secret?: string;
  /** Addresses to which an authorization code may be sent; any loopback address when left out. */
  readonly redirectUris?: readonly string[];
  /** Disabled or deleted in the Cloud console. */
  status?: 'disabled' | 'deleted';
}

/** What one person allows one application. */
export interface Grant {
  readonly clientId: string;
  readonly userId: string;
  /** Full scope URLs; only some of the requested ones where the person ticked only some boxes. */
  scopes: string[];
  /** Every scope that this client ever asked this person for; left out when that was all it asks for. */
  asked?: string[];
  readonly via: 'consent' | 'domain-install';
  readonly grantedAt: number;
}

export interface AccessToken {
  readonly token: string;
  readonly clientId: string;
  /** A user's immutable id, or null for a service account that acts on its own behalf. */
  readonly userId: string | null;
  readonly serviceAccountEmail: string | null;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly impersonated: boolean;
  /** Whether the delegation or grant behind it was withdrawn. */
  revoked?: boolean;
}

/** A token that obtains new access tokens as long as the grant behind it exists. */
export interface RefreshToken {
  readonly token: string;
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
}

/** The code that a browser carries from the consent screen to the application: it works once, for minutes. */
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

/** One state of a delegation, and how it spreads. */
export interface DelegationVersion {
  readonly scopes: string[];
  readonly changedAt: number;
  /** How long until everybody sees it: each user at their own instant within this time. Absent: at once. */
  readonly spreadMs?: number;
}

/** "Manage domain-wide delegation": what one client may do for everybody in one organization. */
export interface Delegation {
  /** The numeric client id (or OAuth client id) that an administrator entered. */
  readonly clientId: string;
  /** Empty while a removal is still spreading. */
  scopes: string[];
  /** When it was last changed: it takes minutes, officially up to 24 h, to take effect everywhere. */
  changedAt: number;
  spreadMs?: number;
  /** The versions that some users still see, oldest first. */
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
  /** The scopes that an app with "Specific Google data" may ask for, by client id. */
  specificScopes?: Record<string, string[]>;
  /** Google services open to trusted apps only, such as `calendar`, `drive`, `admin`. */
  restrictedServices: string[];
}

/** Who may do what through which application. */
export interface OAuthState {
  clients: Record<string, OAuthClient>;
  /** By `clientId userId`. */
  grants: Record<string, Grant>;
  /** By `clientId userId`: people who refused or withdrew a grant, and when. They were asked, so nobody is asked for them. */
  declined: Record<string, number>;
  /** By token. */
  accessTokens: Record<string, AccessToken>;
  refreshTokens: Record<string, RefreshToken>;
  authorizationCodes: Record<string, AuthorizationCode>;
  /** By customer id, then client id. */
  delegations: Record<string, Record<string, Delegation>>;
  /** By customer id; an organization that is missing has Google's defaults. */
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
