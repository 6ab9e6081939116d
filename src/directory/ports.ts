/** What the directory sync needs of the world. */
import type { Failure } from '../kit/failure';
import type { Page } from '../kit/pages';
import type { Result } from '../kit/result';
import type { Employee, EmployeeContent } from './employee';

/**
 * What is read of a user, in Google's words; everything may be missing but id and address.
 *
 * @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/users
 */
export interface DirectoryUser {
  /** Immutable. */
  readonly id: string;
  readonly primaryEmail: string;
  readonly name?: { readonly givenName?: string; readonly familyName?: string };
  readonly suspended?: boolean;
  readonly archived?: boolean;
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
  /** One page of at most 500 of the organization's users, suspended ones too, in no promised order. */
  users(pageToken: string | undefined): Result<Page<DirectoryUser>, Failure>;
  /** The user with this primary address or alias; null for none (users.get). */
  find(address: string): Result<DirectoryUser | null, Failure>;
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
   * Outcomes in the order of the writes. Outcomes fail with `stale-etag` when the employee is not at `version` any more, `not-found` …
   * The whole fails when no outcome is known.
   */
  write(writes: readonly EmployeeWrite[]): Result<readonly Result<Employee, Failure>[], Failure>;
}
