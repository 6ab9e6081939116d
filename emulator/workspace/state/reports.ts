import type { AuditParameter } from '../audit-log';

/** An Activity resource as the Reports API returns it. */
export interface Activity {
  readonly kind: 'admin#reports#activity';
  readonly id: {
    /** ISO 8601 in UTC, with milliseconds. */
    readonly time: string;
    /** A signed 64-bit number in decimal: too long for a JavaScript number. */
    readonly uniqueQualifier: string;
    readonly applicationName: string;
    readonly customerId: string;
  };
  readonly etag: string;
  readonly actor: Actor;
  readonly ownerDomain?: string;
  readonly ipAddress?: string;
  readonly networkInfo?: NetworkInfo;
  readonly resourceDetails?: readonly object[];
  readonly events: readonly {
    readonly type: string;
    readonly name: string;
    readonly parameters?: readonly AuditParameter[];
  }[];
}

export interface Actor {
  readonly callerType?: 'USER' | 'EXTERNAL_USER' | 'KEY';
  readonly email?: string;
  readonly profileId?: string;
  readonly key?: string;
  readonly applicationInfo?: {
    readonly oauthClientId: string;
    readonly applicationName: string;
    readonly impersonation: boolean;
  };
}

export interface NetworkInfo {
  readonly ipAsn: readonly number[];
  readonly regionCode: string;
  readonly subdivisionCode?: string;
}

/** One entry of a log: what happened, and from when on the API shows it. */
export interface LogEntry {
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
  /** When it becomes visible. */
  readonly availableAt: number;
  /** Raised with every entry in the Workspace: orders events at the same instant. */
  readonly seq: number;
  readonly activity: Activity;
}

/** What will happen to the next entries of one application's log. */
export type Mishap =
  | { readonly kind: 'late'; readonly minutes: number }
  | { readonly kind: 'never' }
  | { readonly kind: 'twice' };

export interface PlannedMishap {
  readonly applicationName: string;
  readonly mishap: Mishap;
  /** How many more entries it will affect. */
  left: number;
}

/** An open push channel. Nothing is delivered to it. */
export interface WatchChannel {
  readonly id: string;
  readonly resourceId: string;
  readonly resourceUri: string;
  readonly address: string;
  readonly token?: string;
  readonly customerId: string;
  /** Milliseconds since 1970. */
  readonly expiration: number;
}

export interface ReportsState {
  /** Entries by `customer id / application name`, oldest first. */
  logs: Record<string, LogEntry[]>;
  nextSeq: number;
  mishaps: PlannedMishap[];
  channels: Record<string, WatchChannel>;
  /** By customer id: ids of the groups on the administrators' allowlist for filtering. */
  filteringGroups: Record<string, string[]>;
}

export const emptyReportsState = (): ReportsState => ({
  logs: {},
  nextSeq: 1,
  mishaps: [],
  channels: {},
  filteringGroups: {},
});

export const logKey = (customerId: string, applicationName: string): string =>
  `${customerId}/${applicationName}`;
