/** What installing and finalizing need from outside. Every check is one call that proves something (DESIGN 3). */
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import type { Result } from '../kit/result';
import type { Administrator } from './tenant';

/** The directory's record of the account that finalizes. */
export interface AdminAccount {
  /** Google's immutable id. */
  readonly userId: string;
  readonly primaryEmail: string;
  readonly customerId: string;
  readonly orgUnitPath: string;
  readonly isAdmin: boolean;
  readonly isDelegatedAdmin: boolean;
}

/** Somebody whom everybody in the organization can see. */
export interface Colleague {
  readonly email: string;
  readonly name: string;
}

export interface SetupMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export type License =
  /** `isOnForCaller`: whether the install covers the account that asks (H9, H10). */
  | { readonly kind: 'organization'; readonly isOnForCaller: boolean }
  /** Somebody installed it for themself alone (H8). */
  | { readonly kind: 'individual' }
  | { readonly kind: 'none' };

export interface ScopeProof {
  readonly scope: string;
  readonly proof: Result<string, Failure>;
}

export interface ServiceProof {
  /** As Google's API library names it. */
  readonly service: string;
  readonly proof: Result<string, Failure>;
  /** Whether the account itself may have what was asked for. */
  readonly isAllowed: boolean;
}

/** What only an organization that is set up has. */
export interface SetUpProofs {
  /** The sync account's address. */
  readonly account: string;
  readonly syncAccount: Result<null, Failure>;
  /** Null when nobody is named. Fails with `deputy-gone`. */
  readonly deputy: Result<string, Failure> | null;
  /** Null for an account that cannot tell. Fails with `workbook-in-trash` or `workbook-gone`. */
  readonly workbook: Result<string, Failure> | null;
}

export interface InstallPorts {
  /** Reads the caller's own record. Fails with `not-directory-admin`, `api-access-blocked`, `service-disabled`, `paid-account-needed`, `missing-scopes` … */
  account(): Result<AdminAccount, Failure>;
  license(): Result<License, Failure>;
  /** Scopes of the manifest. */
  wantedScopes(): readonly string[];
  /** Those that this account did not grant. */
  missingScopes(): readonly string[];
  /** One proof for each scope to delegate: `ok` with what was read, or the failure. */
  delegation(): readonly ScopeProof[];
  /** Asks each service that Tandem uses whether it is enabled for the Cloud project: one entry for each service. */
  services(): readonly ServiceProof[];
  /** Reads the first people of the directory, and returns how many there were. */
  directory(): Result<number, Failure>;
  /**
   * Makes the organization's workbook, or finds the one that was made before.
   *
   * @param knownId of the workbook that the organization has: no other one is made then.
   */
  workbook(
    customerId: string,
    knownId: string | null,
  ): Result<{ readonly id: string; readonly isNew: boolean }, Failure>;
  /** Super administrators of the organization who can sign in, the caller among them if they are one. */
  superAdministrators(): Result<readonly Person[], Failure>;
  /** Lets somebody edit the workbook, without a mail about it. Only an account that can open the workbook can do this. */
  share(workbookId: string, email: string): Result<null, Failure>;
  /** Takes back what `share` gave. */
  unshare(workbookId: string, email: string): Result<null, Failure>;
  /**
   * Whether everything can still run in the name of this administrator. Fails with `sync-account-gone` when the account is
   * suspended or deleted, or is no longer an administrator.
   */
  inOffice(administrator: Administrator): Result<null, Failure>;
  /** Null while the organization is not set up. */
  setUp(): SetUpProofs | null;
  /** Makes the runner's triggers anew; the minutes between two runs that Google allows. */
  startRunner(): Result<number, Failure>;
}
