/**
 * Every way in which something can fail that a person can do something about, or that heals by itself. Facts only: the
 * surface that shows a failure words it. No field ever holds a key, a token or a password.
 */
export type Failure =
  // The organization, its install and its consent
  | { readonly kind: 'service-disabled'; readonly service: string }
  /** "Block all third-party API access", or the older "API access" switched off. */
  | { readonly kind: 'api-access-blocked' }
  | { readonly kind: 'url-not-allowed'; readonly host: string }
  /** No grant of the organization for our client; an install by one person is none. */
  | { readonly kind: 'not-installed' }
  /** The install covers org units or groups that this account is not in. */
  | { readonly kind: 'outside-install'; readonly account: string }
  | { readonly kind: 'paid-account-needed' }
  /** The Directory refused to be read by this account. */
  | { readonly kind: 'not-directory-admin'; readonly account: string }
  /** The Directory shows this account a part of the organization only, without a word. */
  | { readonly kind: 'directory-partly-readable'; readonly account: string }
  /** The account in whose name everything runs can no longer do so. */
  | {
      readonly kind: 'sync-account-gone';
      readonly account: string;
      readonly how: 'suspended' | 'deleted' | 'not-admin';
    }
  /** Not among what this account consented to: "Authentication was not complete". */
  | { readonly kind: 'missing-scopes'; readonly scopes: readonly string[] }
  /** Another organization has proved earlier that this domain is its own. */
  | { readonly kind: 'domain-taken'; readonly domain: string }
  // Keys and delegation
  /** Delegation knows nothing of the client in this organization. */
  | { readonly kind: 'unauthorized-client'; readonly clientId: string }
  | { readonly kind: 'scope-not-delegated'; readonly scope: string }
  | { readonly kind: 'client-internal'; readonly clientId: string }
  | { readonly kind: 'invalid-key'; readonly problem: KeyProblem }
  | { readonly kind: 'key-revoked'; readonly serviceAccount: string }
  | { readonly kind: 'service-account-disabled'; readonly serviceAccount: string }
  // One person
  | { readonly kind: 'grant-revoked'; readonly account: string }
  | { readonly kind: 'suspended-subject'; readonly account: string }
  /** No account has this primary address, or it was deleted. */
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
  /** The other side refuses what the record says. */
  | { readonly kind: 'rejected'; readonly id: string; readonly reason: string }
  // Listings
  /** Also a mail history id that is too old: list everything again. */
  | { readonly kind: 'sync-token-expired' }
  /** Refused as a whole, though it was asked for correctly. `listing`: what was listed, in words. */
  | { readonly kind: 'listing-refused'; readonly listing: string; readonly reason: string }
  // Limits
  /** @param retryAfterMs null when the answer names no time. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  /** A use limit of the customer's own organization: what goes on hurts its people. */
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
  /** Somebody removed or renamed a column that we write: nothing is read or written, for empty cells would count as edits. */
  | { readonly kind: 'column-missing'; readonly sheet: string; readonly column: string }
  /** Two columns have one heading: nobody knows which of them people write in. */
  | { readonly kind: 'column-twice'; readonly sheet: string; readonly column: string }
  /**
   * Somebody put the workbook back to an earlier version. Nothing is read or written until an administrator says that this is how it
   * is to be. `asOf`: the last write of ours that it knows; null for none.
   */
  | { readonly kind: 'workbook-restored'; readonly asOf: string | null }
  | { readonly kind: 'too-many-triggers' }
  | { readonly kind: 'trigger-too-frequent' }
  // The way there
  | { readonly kind: 'unavailable'; readonly message: string }
  /** Nobody knows whether it was done. */
  | { readonly kind: 'timed-out'; readonly service: string }
  | { readonly kind: 'host-not-found'; readonly host: string }
  | { readonly kind: 'unreadable-answer'; readonly service: string; readonly reason: string }
  // Ours
  /** A bug of ours ended the run. */
  | { readonly kind: 'own-fault' }
  /** Another execution holds what only one may hold. */
  | { readonly kind: 'busy'; readonly until: string | null }
  | { readonly kind: 'saved-data-unreadable'; readonly key: string }
  | { readonly kind: 'sync-behind'; readonly lastGoodRunAt: string | null }
  /** The recurring trigger does not come, or every execution of it breaks off. `lastRunAt` is null when none ever ended. */
  | { readonly kind: 'runs-stopped'; readonly lastRunAt: string | null }
  | { readonly kind: 'org-sync-off' }
  /** A brake stopped the run, or nobody has looked at the first one: a person decides. */
  | { readonly kind: 'held'; readonly job: string };

export type FailureKind = Failure['kind'];

export type KeyProblem =
  'missing' | 'unreadable' | 'not-a-private-key' | 'too-large' | 'too-short' | 'no-email';

export type FailureOf<K extends FailureKind> = Extract<Failure, { readonly kind: K }>;
