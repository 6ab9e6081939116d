/** What the directory sync needs from outside. */
import type { Failure } from '../kit/failure';
import type { Page } from '../kit/pages';
import type { Result } from '../kit/result';
import type { Employee, EmployeeContent } from './employee';

export type { Employee, EmployeeContent } from './employee';

/**
 * The fields of a user that are read, by Google's names. Everything except the id and the address may be missing.
 *
 * @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/users
 */
export interface DirectoryUser {
  /** Immutable. */
  readonly id: string;
  readonly primaryEmail: string;
  readonly aliases?: readonly string[];
  readonly nonEditableAliases?: readonly string[];
  readonly name?: { readonly givenName?: string; readonly familyName?: string };
  readonly suspended?: boolean;
  readonly archived?: boolean;
  /** Whether the user is a super administrator. */
  readonly isAdmin?: boolean;
  readonly orgUnitPath?: string;
  readonly organizations?: readonly {
    readonly primary?: boolean;
    readonly title?: string;
    readonly department?: string;
  }[];
  readonly relations?: readonly { readonly type?: string; readonly value?: string }[];
  readonly phones?: readonly {
    readonly primary?: boolean;
    readonly type?: string;
    readonly value?: string;
  }[];
}

export interface Directory {
  /** One page of at most 500 of the organization's users, including suspended ones, in no particular order. */
  users(pageToken: string | undefined): Result<Page<DirectoryUser>, Failure>;
  /** The user with this id, primary address or alias; null where the organization has none (users.get). Fails with `directory-partly-readable` for one who is out of sight. */
  find(key: string): Result<DirectoryUser | null, Failure>;
  /**
   * Users with every one of these words at the beginning of a name or an address; only some of them if there are many. None if
   * Google does not accept the words.
   */
  search(
    words: readonly string[],
  ): Result<{ readonly users: readonly DirectoryUser[]; readonly isCut: boolean }, Failure>;
  /** Fails with `directory-partly-readable` when no super administrator is in sight: every organization has one. */
  confirmWholeView(): Result<null, Failure>;
}

export type EmployeeWrite =
  | { readonly kind: 'insert'; readonly content: EmployeeContent }
  | {
      readonly kind: 'update';
      readonly id: string;
      readonly version: string;
      readonly content: Partial<EmployeeContent>;
    };

/** The people of the work system. Nobody is ever deleted from it (D6). */
export interface Employees {
  load(): Result<readonly Employee[], Failure>;
  /**
   * Outcomes in the order of the writes. Outcomes fail with `stale-etag` when the employee is no longer at `version`, `not-found` …
   * The whole fails when no outcome is known.
   */
  write(writes: readonly EmployeeWrite[]): Result<readonly Result<Employee, Failure>[], Failure>;
}
