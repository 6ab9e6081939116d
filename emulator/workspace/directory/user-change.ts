import type { AuditEvent } from '../audit-log';
import type { Json } from '../api-method';
import type { Workspace } from '../workspace';
import { adminEvent } from './admin-log';
import type { UserRecord } from '../state/directory';

/** A change to a user that a request asks for: decided entirely before anything is written. */
export interface UserChange {
  /** The privilege that this change requires. */
  readonly privilege: string;
  readonly events: readonly AuditEvent[];
  readonly apply: (user: UserRecord) => void;
}

/** The circumstances in which a change is planned. */
export interface Planned {
  readonly workspace: Workspace;
  readonly user: UserRecord;
  /** users.patch cannot clear lists. */
  readonly keepsLists: boolean;
}

export type Planner = (value: Json, planned: Planned) => UserChange[];

export const userEvent = (
  { primaryEmail }: UserRecord,
  name: string,
  parameters: Readonly<Record<string, string>> = {},
): AuditEvent => adminEvent('USER_SETTINGS', name, { USER_EMAIL: primaryEmail, ...parameters });

/** The admin log writes values as text; lists and objects as JSON. */
export const shown = (value: Json | undefined): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

export const oldAndNew = (before: Json | undefined, after: Json | undefined) => ({
  OLD_VALUE: shown(before),
  NEW_VALUE: shown(after),
});
