import type { UserPrincipal } from './caller';

/** One parameter of an audit event, in one of the seven shapes of the Reports API (or none: only a name). */
export interface AuditParameter {
  readonly name: string;
  readonly value?: string;
  /** A decimal string: int64. */
  readonly intValue?: string;
  readonly boolValue?: boolean;
  readonly multiValue?: readonly string[];
  readonly multiIntValue?: readonly string[];
  readonly messageValue?: { readonly parameter: readonly AuditParameter[] };
  readonly multiMessageValue?: readonly { readonly parameter: readonly AuditParameter[] }[];
}

export interface AuditEvent {
  /** The group in which Google files it, such as `USER_SETTINGS` or `auth`. */
  readonly type: string;
  /** Such as `CREATE_USER` or `authorize`. */
  readonly name: string;
  readonly parameters?: readonly AuditParameter[];
}

/** An area's report that something was done in it. The log adds time, id and lag. */
export interface AuditEntry {
  /** `admin`, `token`, `login`, `calendar`, `drive`, `groups`, `user_accounts` … */
  readonly applicationName: string;
  readonly customerId: string;
  readonly actor: UserPrincipal | { readonly kind: 'system'; readonly key?: string };
  readonly ipAddress?: string | null;
  readonly ownerDomain?: string;
  /** The application that acted, unless it was Google's own. */
  readonly applicationInfo?: {
    readonly oauthClientId: string;
    readonly applicationName: string;
    readonly impersonation: boolean;
  };
  readonly events: readonly AuditEvent[];
  readonly resourceDetails?: readonly object[];
}
