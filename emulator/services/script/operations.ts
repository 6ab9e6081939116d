import type { RecurringRule } from '../../workspace/state/scripts';

/** A trigger as the script sees it. */
export interface TriggerView {
  readonly uid: string;
  readonly handler: string;
  readonly source: 'CLOCK' | 'CALENDAR';
  /** The calendar's id; null for a time-driven trigger. */
  readonly sourceId: string | null;
}

/** When a time-driven trigger should run, as its builder was configured. */
export type Schedule =
  | { readonly kind: 'after'; readonly ms: number }
  | { readonly kind: 'at'; readonly instantMs: number }
  | {
      readonly kind: 'on-date';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly timeZone: string | null;
    }
  | { readonly kind: 'recurring'; readonly rule: RecurringRule; readonly timeZone: string | null }
  | { readonly kind: 'calendar'; readonly calendarId: string };

export interface AuthorizationView {
  readonly required: boolean;
  readonly url: string | null;
  readonly authorized: readonly string[];
}

export type InstallationSource = 'APPS_MARKETPLACE_DOMAIN_ADD_ON' | 'NONE' | 'WEB_STORE_ADD_ON';

/** What ScriptApp needs from the host. */
export interface ScriptOperations {
  'script.requireTriggerScope'(member: string): void;
  'script.checkTimeZone'(timeZone: string): void;
  'script.createTrigger'(handler: string, schedule: Schedule): TriggerView;
  'script.getProjectTriggers'(): TriggerView[];
  /** @param fresh whether it is the object that create() returned in this execution. */
  'script.deleteTrigger'(uid: string, fresh: boolean): void;
  'script.getOAuthToken'(): string;
  'script.getIdentityToken'(): string | null;
  /** @param scopes null for all of the script's scopes. */
  'script.getAuthorizationInfo'(scopes: readonly string[] | null): AuthorizationView;
  'script.requireScopes'(scopes: readonly string[] | null): void;
  'script.invalidateAuth'(): void;
  'script.getInstallationSource'(): InstallationSource;
  'script.getScriptId'(): string;
  /** Null when there is no web app. */
  'script.getServiceUrl'(): string | null;
}
