/**
 * Every failure that a person can do something about, or that goes away by itself. Facts only: the surface that shows
 * a failure words it. No field ever holds a key, a token or a password.
 */
export type Failure =
  // The organization, its install and its consent
  | { readonly kind: 'service-disabled'; readonly service: string }
  /** "Block all third-party API access", or the older "API access" switched off. */
  | { readonly kind: 'api-access-blocked' }
  /** This service is for trusted apps only, and Tandem is merely allowed others. */
  | { readonly kind: 'service-restricted'; readonly service: string }
  | { readonly kind: 'url-not-allowed'; readonly host: string }
  /** The organization has granted our client nothing; an install by a single person does not count. */
  | { readonly kind: 'not-installed' }
  /** The install covers org units or groups that this account is not in. */
  | { readonly kind: 'outside-install'; readonly account: string }
  | { readonly kind: 'paid-account-needed' }
  /** The Directory does not let this account read it. */
  | { readonly kind: 'not-directory-admin'; readonly account: string }
  /** The Directory silently shows this account only part of the organization. */
  | { readonly kind: 'directory-partly-readable'; readonly account: string }
  /** Nobody is any more in an org unit by which it is decided who takes part in the directory sync. */
  | { readonly kind: 'org-unit-lost'; readonly unit: string }
  /** The account in whose name everything runs can no longer do so. */
  | {
      readonly kind: 'sync-account-gone';
      readonly account: string;
      readonly how: 'suspended' | 'deleted' | 'not-admin';
    }
  /** Whoever stands in for the sync account could not. */
  | {
      readonly kind: 'deputy-gone';
      readonly account: string;
      readonly how: 'suspended' | 'deleted' | 'not-admin' | 'cannot-open';
    }
  /** This account has not consented to them: "Authentication was not complete". */
  | { readonly kind: 'missing-scopes'; readonly scopes: readonly string[] }
  /** Another organization has already proved that it owns this domain. */
  | { readonly kind: 'domain-taken'; readonly domain: string }
  // Keys and delegation
  /** This organization has delegated nothing to the client. */
  | { readonly kind: 'unauthorized-client'; readonly clientId: string }
  /** Something is delegated, but to an address or a group, or no scope that was asked for. */
  | { readonly kind: 'delegation-mismatch'; readonly clientId: string }
  | { readonly kind: 'scope-not-delegated'; readonly scope: string }
  | { readonly kind: 'client-internal'; readonly clientId: string }
  | { readonly kind: 'invalid-key'; readonly problem: KeyProblem }
  | { readonly kind: 'key-revoked'; readonly serviceAccount: string }
  | { readonly kind: 'service-account-disabled'; readonly serviceAccount: string }
  | { readonly kind: 'service-account-deleted'; readonly serviceAccount: string }
  /** Google refuses claims whose time differs from its own by more than some minutes. */
  | { readonly kind: 'clock-differs' }
  /** Google does not let the running account sign for it, or there is no such account. */
  | { readonly kind: 'may-not-sign'; readonly serviceAccount: string }
  /** The Marketplace says who has installed an app only to the Cloud project of its listing. `project`: that project's number. */
  | { readonly kind: 'key-of-another-project'; readonly project: string }
  // One person
  | { readonly kind: 'grant-revoked'; readonly account: string }
  | { readonly kind: 'suspended-subject'; readonly account: string }
  /** The person is inactive in the work system; the account is active in Google. */
  | { readonly kind: 'inactive-at-work'; readonly account: string }
  /** No account has this primary address, or the account was deleted. */
  | { readonly kind: 'unknown-subject'; readonly account: string }
  | { readonly kind: 'address-mismatch'; readonly address: string }
  | { readonly kind: 'calendar-off'; readonly account: string }
  // One record
  | { readonly kind: 'not-found'; readonly id: string }
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'already-exists'; readonly id: string }
  | { readonly kind: 'stale-etag'; readonly id: string }
  | { readonly kind: 'not-organizer'; readonly id: string }
  | { readonly kind: 'forbidden'; readonly id: string }
  /** The other side does not accept the contents of the record. */
  | { readonly kind: 'rejected'; readonly id: string; readonly reason: string }
  /** A booking overlaps something else in the person's calendar. `when`: in words. `by`: what it overlaps, never its title. */
  | {
      readonly kind: 'double-booked';
      readonly booking: string;
      readonly person: string;
      readonly when: string;
      readonly by: string;
      /** Of a repeating booking, how many of its dates overlap something; `when` is the first of them. */
      readonly dates?: number;
      /** Whether it was not put into the calendar for that reason. */
      readonly isRefused: boolean;
    }
  // Listings
  /** Also a mail history id that is too old: list everything again. */
  | { readonly kind: 'sync-token-expired' }
  /** The whole listing was refused, although the request was correct. `listing`: what was to be listed, in words. */
  | { readonly kind: 'listing-refused'; readonly listing: string; readonly reason: string }
  /** The same for one person's calendar; all others go on. */
  | { readonly kind: 'calendar-not-listed'; readonly account: string; readonly reason: string }
  // Limits
  /** @param retryAfterMs null when the response names no time. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  /** A usage limit of the customer's own organization: going on would hurt its people. */
  | { readonly kind: 'tenant-limit'; readonly pauseMs: number }
  /** A daily quota of the account that runs; it comes back 24 h after its first use. */
  | { readonly kind: 'daily-limit'; readonly service: string }
  | { readonly kind: 'store-full'; readonly store: string }
  | { readonly kind: 'workbook-full'; readonly workbook: string }
  /** Somebody removed or renamed a sheet that we write. */
  | { readonly kind: 'sheet-missing'; readonly sheet: string }
  | { readonly kind: 'workbook-in-trash'; readonly workbook: string }
  /** Deleted, or no longer open to the sync account. */
  | { readonly kind: 'workbook-gone'; readonly workbook: string }
  /** Somebody protected the cells and did not name this account as an editor. */
  | { readonly kind: 'protected-cells'; readonly id: string }
  /** An Excel file that Google Sheets opens without converting it: programs cannot write into it. */
  | { readonly kind: 'office-file'; readonly id: string }
  /**
   * Somebody removed or renamed a column that we write. Nothing is read or written: empty cells would count as edits.
   */
  | { readonly kind: 'column-missing'; readonly sheet: string; readonly column: string }
  /** Two columns have the same heading, so it is unknown which of them people use. */
  | { readonly kind: 'column-twice'; readonly sheet: string; readonly column: string }
  /**
   * Somebody restored an earlier version of the workbook. Nothing is read or written until an administrator confirms
   * that this is intended. `asOf`: the time of our last write that it contains; null for none.
   */
  | { readonly kind: 'workbook-restored'; readonly asOf: string | null }
  | { readonly kind: 'too-many-triggers' }
  | { readonly kind: 'trigger-too-frequent' }
  // The network
  | { readonly kind: 'unavailable'; readonly message: string }
  /** It is unknown whether the request was carried out. */
  | { readonly kind: 'timed-out'; readonly service: string }
  | { readonly kind: 'host-not-found'; readonly host: string }
  | { readonly kind: 'unreadable-answer'; readonly service: string; readonly reason: string }
  // Tandem itself
  /** A bug of ours ended the run. */
  | { readonly kind: 'own-fault' }
  /** Another execution holds a lock or lease that only one may hold. */
  | { readonly kind: 'busy'; readonly until: string | null }
  | { readonly kind: 'saved-data-unreadable'; readonly key: string }
  | { readonly kind: 'sync-behind'; readonly lastGoodRunAt: string | null }
  /**
   * The recurring trigger does not fire, or none of its executions finishes. `lastRunAt` is null when none ever did.
   */
  | { readonly kind: 'runs-stopped'; readonly lastRunAt: string | null }
  | { readonly kind: 'org-sync-off' }
  /** An administrator paused or disconnected Tandem. */
  | { readonly kind: 'paused' }
  /** A brake stopped the run, or nobody has approved the first one: a person decides. */
  | { readonly kind: 'held'; readonly job: string };

export type FailureKind = Failure['kind'];

export type KeyProblem =
  | 'missing'
  | 'unreadable'
  | 'not-a-private-key'
  | 'too-large'
  | 'too-short'
  | 'no-email'
  /** The address is not a service account's. */
  | 'foreign-email'
  /** The address that was typed is not the one in the file. */
  | 'other-email'
  /** Neither typed nor in the file. */
  | 'email-missing';

export type FailureOf<K extends FailureKind> = Extract<Failure, { readonly kind: K }>;
