/** What is kept of one organization in the script's properties: no more than 1 KB, for all share 500 KB (DESIGN 3). */
import { boolean, nullable, number, object, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, type Saved, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';

export interface Tenant {
  /** Google's immutable id of the organization. */
  readonly customerId: string;
  /** Of the sync account when it was finalized. */
  readonly domain: string;
  /** The administrator whose rights the directory sync uses, and whose triggers run everything. */
  readonly syncAccount: string;
  /** The spreadsheet with everything else. */
  readonly workbookId: string;
  readonly finalizedAt: string;
  /** The organization's own switch (S23, S27). */
  readonly isCalendarOn: boolean;
  /** How often the runner comes, as it was allowed to ask for; null while it has no trigger. */
  readonly everyMinutes: number | null;
}

/** Where a person sees the workbook. */
export const workbookAddress = (id: string): string =>
  `https://docs.google.com/spreadsheets/d/${encodeURIComponent(id)}/edit`;

const form = object({
  customerId: string(),
  domain: string(),
  syncAccount: string(),
  workbookId: string(),
  finalizedAt: string(),
  isCalendarOn: boolean(),
  everyMinutes: nullable(number()),
});

export interface Tenants {
  byCustomer(customerId: string): Saved<Tenant>;
  /** The organization to which a domain belongs. */
  byDomain(domain: string): Saved<Tenant>;
  save(tenant: Tenant): Result<null, Failure>;
  /** Notes that these domains are the organization's. The first organization that a domain was proved for keeps it. */
  addDomains(customerId: string, domains: readonly string[]): Result<null, Failure>;
}

export const tenants = (store: StringStore): Tenants => {
  const place = (customerId: string): Slot<Tenant> =>
    slot(store, { key: `tenant.${customerId}`, version: 1, decode: decoderOf<Tenant>(form) });
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
