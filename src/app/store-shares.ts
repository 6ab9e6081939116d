/** The script's properties, of which every customer has a share: `docs/architecture.md` says what is kept there. */
import { LIMITS } from '../google/limits';
import { sharedStore } from '../kit/shared-store';
import type { ListedStore } from '../kit/string-store';

/** What people and administrators ask for, and what features leave for a customer. */
const ASKED = /^(?:wish|asked|noted|preview)\.([^.]+)\./;
const LEFT = /^(C[0-9a-z]+)\./;

const TENANT = 'tenant.';

/** Previews were kept here by an earlier version; they are in the cache now. */
const FORMER_PREVIEW = 'preview.';

/** Tenant records, domains, leases, secrets, agreements and health must always be kept: all else counts for a customer. */
export const customersStore = (properties: ListedStore): ListedStore =>
  sharedStore(properties, {
    totalBytes: LIMITS.PROPERTY_STORE_BYTES,
    reserveBytes: LIMITS.PROPERTY_RESERVE_BYTES,
    mostBytes: LIMITS.PROPERTY_SHARE_BYTES,
    ownerOf: (key) => (ASKED.exec(key) ?? LEFT.exec(key))?.[1] ?? null,
    countOwners: (keys) => keys.filter((key) => key.startsWith(TENANT)).length,
    isExpendable: (key) => key.startsWith(FORMER_PREVIEW),
  });
