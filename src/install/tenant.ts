/** The record of an organization in the script's properties: at most 1 KB, because all organizations share 500 KB (DESIGN 3). */
import { boolean, nullable, number, object, string } from 'valibot';
import type { Caller } from '../card/action';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, type Saved, type Slot, type SlotForm } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { stopForm, type Stop } from './stop';

/** An administrator who has a part in the organization's set-up. */
export interface Administrator {
  /** Google's immutable user id; null in a record of an earlier release until somebody who can look it up has come by. */
  readonly userId: string | null;
  /** The primary address when last looked up; only for display. */
  readonly email: string;
}

export interface Tenant {
  /** Google's immutable id of the organization. */
  readonly customerId: string;
  /** The domain of the sync account when it was finalized. */
  readonly domain: string;
  /** The administrator whose rights the directory sync uses, and whose triggers run everything. */
  readonly syncAccount: Administrator;
  /** The administrator with whom the workbook is shared, so that the sync account can be replaced even when it is gone. */
  readonly deputy: Administrator | null;
  /** The spreadsheet with everything else. */
  readonly workbookId: string;
  readonly finalizedAt: string;
  /** The organization's own switch (S23, S27). */
  readonly isCalendarOn: boolean;
  /** How often the runner comes, as it was allowed to ask for; null while it has no trigger. */
  readonly everyMinutes: number | null;
  /** Null while Tandem runs. */
  readonly stop: Stop | null;
}

/**
 * Whether the caller is that administrator. Addresses count only while no id is known: a newcomer may have been given the
 * address of somebody who left.
 */
export const isAccount = (
  { userId, email }: Administrator,
  caller: Pick<Caller, 'userId' | 'email'>,
): boolean => (userId === null ? email === caller.email : userId === caller.userId);

export const isSyncAccount = (
  { syncAccount }: Pick<Tenant, 'syncAccount'>,
  caller: Pick<Caller, 'userId' | 'email'>,
): boolean => isAccount(syncAccount, caller);

/** The record with the present id and address of a caller who has a part in it; null when nothing changes. */
export function tenantSeenBy(
  tenant: Tenant,
  { userId, email }: Pick<Caller, 'userId' | 'email'>,
): Tenant | null {
  if (userId === null) return null;
  const seen = (one: Administrator): Administrator =>
    isAccount(one, { userId, email }) && (one.userId !== userId || one.email !== email)
      ? { userId, email }
      : one;
  const syncAccount = seen(tenant.syncAccount);
  const deputy = tenant.deputy && seen(tenant.deputy);
  return syncAccount === tenant.syncAccount && deputy === tenant.deputy
    ? null
    : { ...tenant, syncAccount, deputy };
}

/** The workbook's address in a browser. */
export const workbookAddress = (id: string): string =>
  `https://docs.google.com/spreadsheets/d/${encodeURIComponent(id)}/edit`;

const administrator = object({ userId: nullable(string()), email: string() });

const common = {
  customerId: string(),
  domain: string(),
  workbookId: string(),
  finalizedAt: string(),
  isCalendarOn: boolean(),
  everyMinutes: nullable(number()),
};

const second = { ...common, syncAccount: administrator, deputy: nullable(administrator) };

const decodeNow = decoderOf<Tenant>(object({ ...second, stop: stopForm }));
const decodeSecond = decoderOf(object(second));
const decodeFirst = decoderOf(object({ ...common, syncAccount: string() }));

/** Each organization that is set up has one key that begins like this. */
export const TENANT_PREFIX = 'tenant.';

/** Where the record is kept. */
export const tenantKey = (customerId: string): string => `${TENANT_PREFIX}${customerId}`;

const tenantForm = (customerId: string): SlotForm<Tenant> => ({
  key: tenantKey(customerId),
  version: 3,
  decode(data, version) {
    if (version > 2) return decodeNow(data);
    if (version === 2) {
      const before = decodeSecond(data);
      return before && { ...before, stop: null };
    }
    // The first release knew the sync account by its address.
    const first = decodeFirst(data);
    return (
      first && { ...first, syncAccount: byAddress(first.syncAccount), deputy: null, stop: null }
    );
  },
});

const byAddress = (email: string): Administrator => ({ userId: null, email });

export interface Tenants {
  byCustomer(customerId: string): Saved<Tenant>;
  /** The organization to which a domain belongs. */
  byDomain(domain: string): Saved<Tenant>;
  save(tenant: Tenant): Result<null, Failure>;
  /** Notes that these domains are the organization's. The first organization that a domain was proved for keeps it. */
  addDomains(customerId: string, domains: readonly string[]): Result<null, Failure>;
}

export const tenants = (store: StringStore): Tenants => {
  const place = (customerId: string): Slot<Tenant> => slot(store, tenantForm(customerId));
  const domainKey = (domain: string): string => `domain.${domain.toLowerCase()}`;
  return {
    byCustomer: (customerId) => place(customerId).read(),
    byDomain(domain) {
      const customerId = store.get(domainKey(domain));
      return customerId === null ? { kind: 'nothing' } : place(customerId).read();
    },
    save: (tenant) => place(tenant.customerId).write(tenant),
    addDomains(customerId, domains) {
      const unknown = domains.filter((domain) => store.get(domainKey(domain)) === null);
      if (unknown.length === 0) return ok(null);
      return store.set(
        Object.fromEntries(unknown.map((domain) => [domainKey(domain), customerId])),
      );
    },
  };
};
