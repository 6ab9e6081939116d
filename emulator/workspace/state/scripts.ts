import type { ProjectFile } from '../../project/project-file';
import type { Surface } from '../../project/surface';

/** What Google stores about one Apps Script project besides its code. */
export interface ScriptRecord {
  readonly scriptId: string;
  readonly name: string;
  readonly ownerEmail: string;
  readonly projectNumber: string;
  readonly clientId: string;
  /** Deployment id of the web app and add-on. */
  readonly deploymentId: string;
  scriptProperties: Record<string, string>;
  /** By user id. */
  userProperties: Record<string, Record<string, string>>;
  /** Cache entries by store (`script`, `user <id>`), then key. */
  cache: Record<string, Record<string, { readonly value: string; readonly expiresAt: number }>>;
  triggers: TriggerRecord[];
  /** Creations per owner (user id): instants, for the add-on's daily limit. */
  triggerCreations: Record<string, number[]>;
  /** The use of each daily quota, by `user id / quota`: a window of 24 h from the first use. */
  quotaUse: Record<string, { since: number; used: number }>;
  /** The project's data in the Apps Script API; absent until that is used. */
  api?: ScriptApiRecord;
}

/** A project's code as it was pushed, its versions and its further deployments. Instants in milliseconds since 1970. */
export interface ScriptApiRecord {
  readonly createdAt: number;
  updatedAt: number;
  /** The code at HEAD; null while it is the code that the Workspace was started with. */
  files: readonly ProjectFile[] | null;
  versions: ScriptVersion[];
  deployments: ScriptDeployment[];
}

export interface ScriptVersion {
  readonly versionNumber: number;
  readonly description: string;
  readonly createdAt: number;
  readonly files: readonly ProjectFile[];
}

export interface ScriptDeployment {
  readonly deploymentId: string;
  /** Null: HEAD. */
  versionNumber: number | null;
  description: string;
  updatedAt: number;
}

/** An installable trigger. */
export interface TriggerRecord {
  readonly uid: string;
  readonly handler: string;
  /** Runs as this user, whoever causes the event. */
  readonly ownerUserId: string;
  /** The surface of the execution that created it: its runs inherit the limits. */
  readonly surface: Surface;
  readonly createdAt: number;
  readonly source: TriggerSource;
  /** Next planned run in milliseconds since 1970, without jitter; null for calendar triggers and spent one-shots. */
  nextRunAt: number | null;
  /** A one-shot that has fired is kept, disabled, until the script deletes it. */
  fired: boolean;
}

export type TriggerSource =
  | { readonly kind: 'recurring'; readonly rule: RecurringRule; readonly timeZone: string }
  | { readonly kind: 'one-shot'; readonly at: number }
  | { readonly kind: 'calendar'; readonly calendarId: string };

export type RecurringRule =
  | { readonly every: 'minutes'; readonly count: number }
  | { readonly every: 'hours'; readonly count: number }
  | {
      readonly every: 'days';
      readonly count: number;
      readonly atHour: number | null;
      readonly nearMinute: number | null;
    }
  | {
      readonly every: 'weeks';
      readonly count: number;
      readonly weekDay: number;
      readonly atHour: number | null;
      readonly nearMinute: number | null;
    }
  | {
      readonly every: 'month';
      readonly monthDay: number;
      readonly atHour: number | null;
      readonly nearMinute: number | null;
    };

/** A run that waits for its time. */
export interface PendingRun {
  readonly scriptId: string;
  readonly triggerUid: string;
  /** When it will run: milliseconds since 1970, jitter included. */
  readonly at: number;
  /** When it was planned; null for a run that an event requested. */
  readonly planned: number | null;
}

export interface ScriptsState {
  /** By script id. */
  scripts: Record<string, ScriptRecord>;
  /** Earliest first. */
  pending: PendingRun[];
}

export const emptyScriptsState = (): ScriptsState => ({ scripts: {}, pending: [] });
