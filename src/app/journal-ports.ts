/** What the page Journal and the upkeep of the workbook need. */
import { clock } from '../google/clock';
import { scriptLock } from '../google/lock';
import { newUuid } from '../google/uuid';
import { workbookUrl } from '../google/workbook-file';
import type { Tenant } from '../install/tenant';
import type { JournalPorts, JournalRunPorts } from '../journal/ports';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { JOURNAL_ROWS } from '../records/forms';
import { journal } from '../runs/journal';
import { takeLease } from '../runs/lease';
import { forgetDecisions, waitingDecisions } from './decision-notes';
import { organizationStore, type Execution } from './execution';
import { leaseKeyOf, newRound, type Round } from './round';
import { settingsWatch } from './settings-watch';
import { sheetIdOf } from './workbook-tables';

export const journalPorts = (execution: Execution): JournalPorts => ({
  desk() {
    const { tenant, deadline } = execution;
    if (tenant === null) return fail({ kind: 'not-installed' });
    const { retention, newestChanges } = newRound(execution, tenant, deadline).book.records;
    return ok({
      newest: newestChanges,
      retention: {
        load: () => retention.load(),
        save: (kept) => whileAlone(execution, tenant, () => retention.save(kept)),
      },
      workbookUrl: workbookUrl(tenant.workbookId, sheetIdOf(JOURNAL_ROWS)),
    });
  },
});

/** Writes to the workbook while no run does. Fails with `busy` while one is running. */
export function whileAlone<T>(
  { shared }: Pick<Execution, 'shared'>,
  tenant: Tenant,
  work: () => Result<T, Failure>,
): Result<T, Failure> {
  const key = leaseKeyOf(tenant);
  const lease = takeLease({ store: shared, lock: scriptLock, clock, key }, newUuid());
  if (!lease.ok) return lease;
  try {
    return work();
  } finally {
    lease.value.release();
  }
}

export function journalRunPorts({ book, id, tenant, execution }: Round): JournalRunPorts {
  const { customerId, finalizedAt } = tenant;
  const { shared } = execution;
  const { records } = book;
  const store = organizationStore(shared, tenant);
  return {
    clock,
    store,
    begunAt: finalizedAt,
    retention: records.retention,
    journal: journal(records.journal, id, clock),
    decisions: {
      list: () => waitingDecisions(shared, customerId),
      remove: (decisions) => forgetDecisions(shared, customerId, decisions),
    },
    byHand: settingsWatch(store, () => records.settingsRead()),
    removeOld: (kind, before, since) => records.removeOld(kind, before, since),
  };
}
