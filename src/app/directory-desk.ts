/** What the People card needs, for the sync account: it alone reaches the workbook. */
import type { DirectoryDesk } from '../directory/desk';
import { clock } from '../google/clock';
import { directory } from '../google/directory';
import { workbookUrl } from '../google/workbook-file';
import { PEOPLE } from '../worksystem/workbook/forms';
import { sheetIdOf } from './workbook-tables';
import type { Tenant } from '../install/tenant';
import { deadlineAfter } from '../kit/deadline';
import { fail, ok } from '../kit/result';
import { DAY_MS } from '../runs/throttle';
import type { Execution } from './execution';
import { directoryStore, goingOn, newRound, runDirectory } from './runner';

/** A person watches: what a click cannot finish in this time goes on by itself. */
const CLICK_MS = 25_000;

export function directoryDesk(execution: Execution, tenant: Tenant): DirectoryDesk {
  const deadline = deadlineAfter(CLICK_MS, clock);
  const { book } = newRound(execution, tenant, deadline);
  return {
    directory: directory(tenant.syncAccount),
    employees: book.employees,
    runs: book.records.runs,
    problems: book.records.problems,
    store: directoryStore(execution.own, tenant),
    clock,
    deadline,
    start() {
      const ended = runDirectory(newRound(execution, tenant, deadline));
      if (ended.kind !== 'failed') return ok(null);
      if (ended.failure.kind !== 'busy') return fail(ended.failure);
      const planned = goingOn(execution.own).plan(1);
      return planned.ok ? ok(null) : planned;
    },
    workbookUrl: workbookUrl(tenant.workbookId, sheetIdOf(PEOPLE)),
    everyMs: DAY_MS,
  };
}
