/** The organizations' records, with a line for the Journal about every change that an administrator made to one. */
import type { Caller, Decided } from '../card/action';
import { tenants, type Administrator, type Tenant, type Tenants } from '../install/tenant';
import { valueOr } from '../kit/slot';
import type { ListedStore } from '../kit/string-store';
import { noteDecision } from './decision-notes';

/** @param by who makes the changes. */
export function notedTenants(store: ListedStore, by: Pick<Caller, 'email'>): Tenants {
  const all = tenants(store);
  const note = (customerId: string, decided: readonly Decided[]): void =>
    decided.forEach((one) => noteDecision(store, customerId, one, by));
  return {
    ...all,
    save(tenant) {
      const before = valueOr(all.byCustomer(tenant.customerId), null);
      const saved = all.save(tenant);
      if (saved.ok) note(tenant.customerId, decisionsIn(before, tenant));
      return saved;
    },
    addDomains(customerId, domains) {
      const fresh = domains.filter((domain) => all.byDomain(domain).kind === 'nothing');
      const added = all.addDomains(customerId, domains);
      if (added.ok && fresh.length > 0)
        note(customerId, [{ title: 'Domains', change: `Added: ${fresh.join(', ')}.` }]);
      return added;
    },
  };
}

/** What differs between two records, in words. */
export function decisionsIn(before: Tenant | null, after: Tenant): readonly Decided[] {
  if (before === null)
    return [
      {
        title: 'Installation',
        change: `Finalized. The sync account is ${after.syncAccount.email}.`,
      },
    ];
  const { isCalendarOn } = after;
  const stopped = after.stop?.kind ?? 'resumed';
  return [
    ...accountDecision('Sync account', before.syncAccount, after.syncAccount),
    ...accountDecision('Deputy', before.deputy, after.deputy),
    ...(before.workbookId === after.workbookId
      ? []
      : [{ title: 'Workbook', change: 'Another workbook is used from now on.' }]),
    ...(stopped === (before.stop?.kind ?? 'resumed')
      ? []
      : [{ title: 'Tandem', change: `Was ${stopped} for the whole organization.` }]),
    ...(before.isCalendarOn === isCalendarOn
      ? []
      : [
          {
            title: 'Calendar sync',
            change: `Turned ${isCalendarOn ? 'on' : 'off'} for the whole organization.`,
          },
        ]),
  ];
}

function accountDecision(
  title: string,
  before: Administrator | null,
  after: Administrator | null,
): Decided[] {
  if (before?.email === after?.email) return [];
  const isSame = before !== null && before.userId !== null && before.userId === after?.userId;
  return [
    {
      title,
      change: `${isSame ? 'Has another address' : 'Changed'}: ${before?.email ?? 'nobody'} → ${after?.email ?? 'nobody'}.`,
    },
  ];
}
