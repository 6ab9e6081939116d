/** What the directory sync needs, for the sync account: it alone reaches the workbook. */
import { stateOf, type LineState } from '../connected/lines';
import type { DirectoryPorts } from '../directory/actions';
import { directoryFeature } from '../directory/feature';
import type { DirectoryRunPorts } from '../directory/run-ports';
import { lastSlot } from '../directory/settings';
import { clock } from '../google/clock';
import { directory } from '../google/directory';
import { workbookUrl } from '../google/workbook-file';
import type { Tenant, Tenants } from '../install/tenant';
import { deadlineAfter } from '../kit/deadline';
import { prefixed } from '../kit/prefixed-store';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { journal } from '../runs/journal';
import { DAY_MS } from '../runs/throttle';
import { PEOPLE } from '../worksystem/workbook/forms';
import { organizationStore, type Execution } from './execution';
import { mounted } from './mounted';
import { continuationOf, newRound, runJob, type Round } from './round';
import { notedTenants } from './noted-tenants';
import { sheetIdOf } from './workbook-tables';

/** How long a click may work while somebody watches; the rest goes on by itself. */
const CLICK_MS = 25_000;

/** An earlier version kept the last run with the sync account. Without it, the first run would have to be approved again. */
function carriedOver(
  { own, shared }: Pick<Execution, 'own' | 'shared'>,
  tenant: Tenant,
): StringStore {
  const store = organizationStore(shared, tenant);
  const place = slot(store, lastSlot);
  if (place.read().kind !== 'nothing') return store;
  const before = slot(prefixed(own, `${tenant.customerId}.`), lastSlot);
  const last = valueOr(before.read(), null);
  // If there is no room now, the next run tries again.
  if (last !== null && place.write(last).ok) before.clear();
  return store;
}

export const directoryPorts = (execution: Execution): DirectoryPorts => ({
  desk() {
    const { tenant, own } = execution;
    if (tenant === null) return fail({ kind: 'not-installed' });
    if (tenant.stop !== null) return fail({ kind: 'paused' });
    const deadline = deadlineAfter(CLICK_MS, clock);
    const { book } = newRound(execution, tenant, deadline);
    return ok({
      directory: directory(tenant.syncAccount.email),
      employees: book.employees,
      syncs: () => syncWords(book),
      runs: book.records.runs,
      problems: book.records.problems,
      store: carriedOver(execution, tenant),
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

function syncWords({ records }: Round['book']): Result<ReadonlyMap<string, string>, Failure> {
  const connections = records.connections.load();
  if (!connections.ok) return connections;
  return ok(new Map(connections.value.map((one) => [one.userId, SYNC_WORDS[stateOf(one)]])));
}

const SYNC_WORDS: Readonly<Record<LineState, string>> = {
  own: 'On',
  connected: 'Connected by an administrator',
  waiting: 'Connected by an administrator',
  stopped: 'Stopped',
  off: 'Off',
  ended: 'Off',
};

export function directoryRunPorts({ book, id, tenant, execution }: Round): DirectoryRunPorts {
  return {
    directory: directory(tenant.syncAccount.email),
    employees: book.employees,
    journal: journal(book.records.journal, id, clock),
    problems: book.records.problems,
    store: carriedOver(execution, tenant),
    clock,
    noteDomains: (domains) =>
      noteDomains(notedTenants(execution.shared, tenant.syncAccount), tenant, domains),
    runs: book.records.runs,
  };
}

/**
 * Google allows addresses only in domains that the organization has proved to own. A domain that another organization has
 * already set up stays with that one until somebody clears it up by hand: it is never taken over.
 */
function noteDomains(
  all: Tenants,
  { customerId }: Tenant,
  domains: readonly string[],
): Result<null, Failure> {
  const added = all.addDomains(customerId, domains);
  if (!added.ok) return added;
  const foreign = domains.find((domain) => {
    const owner = all.byDomain(domain);
    return owner.kind !== 'value' || owner.value.customerId !== customerId;
  });
  return foreign === undefined ? ok(null) : fail({ kind: 'domain-taken', domain: foreign });
}
