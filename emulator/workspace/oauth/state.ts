/** An application that asks for tokens: a script project, a service account, a web client. */
export interface OAuthClient {
  /** `…apps.googleusercontent.com`, or the numeric unique id of a service account. */
  readonly clientId: string;
  /** As consent screens and the token log show it. */
  readonly name: string;
  readonly kind: 'script' | 'service-account' | 'web';
  readonly projectNumber: string;
  /** The organisation whose own application it is (then "internal"), or null for a third party's. */
  readonly ownerCustomerId: string | null;
}

/** What one person lets one application do. */
export interface Grant {
  readonly clientId: string;
  readonly userId: string;
  /** Full scope URLs; some of what was asked where the person ticked only some boxes. */
  scopes: string[];
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

/** "Manage domain-wide delegation": what one client may do for everybody of one organisation. */
export interface Delegation {
  /** The numeric client id an administrator pasted. */
  readonly clientId: string;
  scopes: string[];
  /** When it was last changed: it takes minutes, officially up to 24 h, to work everywhere. */
  changedAt: number;
}

/** Admin console > Security > Access and data control > API controls. */
export interface ApiControls {
  /** "Unconfigured third-party apps". */
  unconfiguredApps: 'allow' | 'sign-in-only' | 'block';
  /** "Trust internal apps". */
  trustInternalApps: boolean;
  /** Per app, by client id. */
  apps: Record<string, 'trusted' | 'limited' | 'specific' | 'blocked'>;
  /** Google services open to trusted apps only, such as `calendar`, `drive`, `admin`. */
  restrictedServices: string[];
}

/** Who may do what through which application. */
export interface OAuthState {
  clients: Record<string, OAuthClient>;
  /** By `clientId userId`. */
  grants: Record<string, Grant>;
  /** By token. */
  accessTokens: Record<string, AccessToken>;
  /** By customer id, then client id. */
  delegations: Record<string, Record<string, Delegation>>;
  /** By customer id; an organisation that is absent has Google's defaults. */
  apiControls: Record<string, ApiControls>;
}

export const emptyOAuthState = (): OAuthState => ({
  clients: {},
  grants: {},
  accessTokens: {},
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
