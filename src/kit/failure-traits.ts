import type { Failure, FailureKind } from './failure';

/**
 * When trying again may work. `soon`: within seconds, in the same run. `replan`: immediately, after reading again.
 * `later`: within hours, without anybody doing anything. `never`: only after somebody has acted.
 */
export type Retry = 'soon' | 'replan' | 'later' | 'never';

/** What a failure stops; everything else goes on. */
export type Reach = 'record' | 'person' | 'organization' | 'run';

/** Who can do something about it. */
export type Cure =
  'nobody' | 'person' | 'workspace-admin' | 'super-admin' | 'work-system-admin' | 'publisher';

export interface Traits {
  readonly retry: Retry;
  readonly stops: Reach;
  readonly cure: Cure;
}

const traits = (retry: Retry, stops: Reach, cure: Cure): Traits => ({ retry, stops, cure });

/** A new kind does not compile until it has all three. */
const TRAITS: Readonly<Record<FailureKind, Traits>> = {
  'service-disabled': traits('never', 'organization', 'publisher'),
  'api-access-blocked': traits('never', 'organization', 'super-admin'),
  'service-restricted': traits('never', 'organization', 'super-admin'),
  'url-not-allowed': traits('never', 'organization', 'workspace-admin'),
  'not-installed': traits('never', 'organization', 'workspace-admin'),
  'outside-install': traits('never', 'organization', 'workspace-admin'),
  'paid-account-needed': traits('never', 'person', 'workspace-admin'),
  'not-directory-admin': traits('never', 'organization', 'super-admin'),
  'directory-partly-readable': traits('never', 'organization', 'super-admin'),
  'org-unit-lost': traits('never', 'organization', 'workspace-admin'),
  'sync-account-gone': traits('never', 'organization', 'workspace-admin'),
  'deputy-gone': traits('never', 'organization', 'super-admin'),
  'missing-scopes': traits('never', 'person', 'person'),
  'domain-taken': traits('never', 'organization', 'publisher'),

  'unauthorized-client': traits('never', 'organization', 'super-admin'),
  'delegation-mismatch': traits('never', 'organization', 'super-admin'),
  'scope-not-delegated': traits('never', 'organization', 'super-admin'),
  'client-internal': traits('never', 'organization', 'publisher'),
  'invalid-key': traits('never', 'organization', 'publisher'),
  'key-revoked': traits('never', 'organization', 'publisher'),
  'service-account-disabled': traits('never', 'organization', 'publisher'),
  'service-account-deleted': traits('never', 'organization', 'publisher'),
  'clock-differs': traits('later', 'organization', 'nobody'),
  'may-not-sign': traits('never', 'organization', 'workspace-admin'),
  'key-of-another-project': traits('never', 'organization', 'publisher'),

  'grant-revoked': traits('never', 'person', 'person'),
  'suspended-subject': traits('never', 'person', 'workspace-admin'),
  'inactive-at-work': traits('never', 'person', 'work-system-admin'),
  'unknown-subject': traits('never', 'person', 'workspace-admin'),
  'address-mismatch': traits('never', 'person', 'work-system-admin'),
  'calendar-off': traits('never', 'person', 'workspace-admin'),

  'not-found': traits('replan', 'record', 'nobody'),
  gone: traits('replan', 'record', 'nobody'),
  'already-exists': traits('replan', 'record', 'nobody'),
  'stale-etag': traits('replan', 'record', 'nobody'),
  'not-organizer': traits('never', 'record', 'person'),
  forbidden: traits('never', 'record', 'person'),
  rejected: traits('never', 'record', 'person'),
  'double-booked': traits('never', 'record', 'person'),

  'sync-token-expired': traits('replan', 'person', 'nobody'),
  'listing-refused': traits('later', 'organization', 'publisher'),
  'calendar-not-listed': traits('later', 'person', 'publisher'),

  'rate-limited': traits('soon', 'run', 'nobody'),
  'tenant-limit': traits('later', 'organization', 'nobody'),
  'daily-limit': traits('later', 'run', 'nobody'),
  'store-full': traits('never', 'run', 'publisher'),
  'workbook-full': traits('never', 'organization', 'workspace-admin'),
  'workbook-in-trash': traits('never', 'organization', 'workspace-admin'),
  'workbook-gone': traits('never', 'organization', 'workspace-admin'),
  'sheet-missing': traits('never', 'organization', 'workspace-admin'),
  'protected-cells': traits('never', 'record', 'person'),
  'office-file': traits('never', 'record', 'person'),
  'column-missing': traits('never', 'organization', 'workspace-admin'),
  'column-twice': traits('never', 'organization', 'workspace-admin'),
  'workbook-restored': traits('never', 'organization', 'workspace-admin'),
  'too-many-triggers': traits('never', 'run', 'workspace-admin'),
  'trigger-too-frequent': traits('never', 'run', 'publisher'),

  unavailable: traits('soon', 'run', 'nobody'),
  'timed-out': traits('soon', 'run', 'nobody'),
  'host-not-found': traits('soon', 'organization', 'work-system-admin'),
  'unreadable-answer': traits('soon', 'run', 'nobody'),

  'own-fault': traits('later', 'run', 'publisher'),
  busy: traits('later', 'run', 'nobody'),
  'saved-data-unreadable': traits('never', 'person', 'workspace-admin'),
  'sync-behind': traits('later', 'organization', 'nobody'),
  'runs-stopped': traits('never', 'organization', 'workspace-admin'),
  paused: traits('never', 'organization', 'workspace-admin'),
  'org-sync-off': traits('never', 'organization', 'workspace-admin'),
  held: traits('never', 'organization', 'workspace-admin'),
};

export const FAILURE_KINDS = Object.keys(TRAITS) as readonly FailureKind[];

export const traitsOf = ({ kind }: Pick<Failure, 'kind'>): Traits => TRAITS[kind];

/** Whether trying again later may work without anybody doing anything. */
export const isTransient = ({ kind }: Pick<Failure, 'kind'>): boolean =>
  TRAITS[kind].retry !== 'never';
