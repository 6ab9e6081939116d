/** The script's properties, with a share for every customer. `docs/architecture.md` lists what is kept there. */
import { LIMITS } from '../google/limits';
import { TENANT_PREFIX } from '../install/tenant';
import { sharedStore } from '../kit/shared-store';
import type { ListedStore } from '../kit/string-store';

/** What people and administrators ask for, and what features leave for a customer. */
const ASKED = /^(?:wish|asked|noted|preview)\.([^.]+)\./;
const LEFT = /^(C[0-9a-z]+)\./;

/** Requests of organizations that are not set up yet have one share together. */
const REQUEST = 'request.';

/** Previews were kept here by an earlier version; they are in the cache now. */
const FORMER_PREVIEW = 'preview.';

/** Tenant records, domains, leases, secrets, agreements and health are always kept. All else counts toward a customer's share. */
export const customersStore = (properties: ListedStore): ListedStore =>
  sharedStore(properties, {
    totalBytes: LIMITS.PROPERTY_STORE_BYTES,
    reserveBytes: LIMITS.PROPERTY_RESERVE_BYTES,
    mostBytes: LIMITS.PROPERTY_SHARE_BYTES,
    ownerOf: (key) =>
      (key.startsWith(REQUEST) ? REQUEST : null) ??
      (ASKED.exec(key) ?? LEFT.exec(key))?.[1] ??
      null,
    countOwners: (keys) => keys.filter((key) => key.startsWith(TENANT_PREFIX)).length,
    isExpendable: (key) => key.startsWith(FORMER_PREVIEW),
  });
