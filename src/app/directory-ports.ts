/** What the directory sync needs, for the sync account: it alone reaches the workbook. */
import type { DirectoryPorts } from '../directory/actions';
import { directoryFeature } from '../directory/feature';
import type { Directory } from '../directory/ports';
import type { DirectoryRunPorts } from '../directory/run-ports';
import { clock } from '../google/clock';
import { directory } from '../google/directory';
import { workbookUrl } from '../google/workbook-file';
import { tenants, type Tenant } from '../install/tenant';
import { deadlineAfter } from '../kit/deadline';
import { prefixed } from '../kit/prefixed-store';
import { fail, ok } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import { journal } from '../runs/journal';
import { DAY_MS } from '../runs/throttle';
import { PEOPLE } from '../worksystem/workbook/forms';
import type { Execution } from './execution';
import { mounted } from './mounted';
import { continuationOf, newRound, runJob, type Round } from './round';
import { sheetIdOf } from './workbook-tables';

/** A person watches: what a click cannot finish in this time goes on by itself. */
const CLICK_MS = 25_000;

/** Where the directory sync keeps what it leaves for people to see. */
export const directoryStore = (own: StringStore, { customerId }: Tenant): StringStore =>
  prefixed(own, `${customerId}.`);

export const directoryPorts = (execution: Execution): DirectoryPorts => ({
  desk() {
    const { tenant, own } = execution;
    if (tenant === null) return fail({ kind: 'not-installed' });
    const deadline = deadlineAfter(CLICK_MS, clock);
    const { book } = newRound(execution, tenant, deadline);
    return ok({
      directory: directory(tenant.syncAccount),
      employees: book.employees,
      runs: book.records.runs,
      problems: book.records.problems,
      store: directoryStore(own, tenant),
      clock,
      deadline,
      start() {
        const [job] = mounted(directoryFeature, directoryPorts, directoryRunPorts).jobs;
        const round = newRound(execution, tenant, deadline);
        const ended = runJob(round, job!.ready(round));
        if (ended.kind !== 'failed') return ok(null);
        if (ended.failure.kind !== 'busy') return fail(ended.failure);
        const planned = continuationOf(own).plan(1);
        return planned.ok ? ok(null) : planned;
      },
      workbookUrl: workbookUrl(tenant.workbookId, sheetIdOf(PEOPLE)),
      everyMs: DAY_MS,
    });
  },
});

export function directoryRunPorts({ book, id, tenant, execution }: Round): DirectoryRunPorts {
  const domains = new Set<string>();
  return {
    directory: notingDomains(directory(tenant.syncAccount), domains),
    employees: book.employees,
    journal: journal(book.records.journal, id, clock),
    problems: book.records.problems,
    store: directoryStore(execution.own, tenant),
    clock,
    domainsSeen: () => tenants(execution.shared).addDomains(tenant.customerId, [...domains]),
    runs: book.records.runs,
  };
}

/** Google lets nobody have an address in a domain that the organization has not proved to own. */
const notingDomains = (of: Directory, domains: Set<string>): Directory => ({
  ...of,
  users(pageToken) {
    const page = of.users(pageToken);
    if (page.ok)
      for (const { primaryEmail } of page.value.items)
        domains.add(primaryEmail.slice(primaryEmail.indexOf('@') + 1).toLowerCase());
    return page;
  },
});
