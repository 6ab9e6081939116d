/** What recurring triggers do for an organisation, in its sync account's name. */
import { lookBook } from '../calendar/look-book';
import { previewBoard } from '../calendar/preview-board';
import { calendarWork, runnerPlace } from '../calendar/runner';
import { statusBoard } from '../calendar/status-board';
import { wishes } from '../calendar/wishes';
import { directoryIsDue } from '../directory/due';
import { directoryPoint, directoryWork } from '../directory/work';
import { scriptCache } from '../google/cache';
import { chance, clock, sleep } from '../google/clock';
import { sha256 } from '../google/digest';
import { directory } from '../google/directory';
import { googleCalendars } from '../google/google-calendars';
import { LIMITS } from '../google/limits';
import { scriptLock } from '../google/lock';
import { oneShotTriggers, TRIGGER_DOORS } from '../google/triggers';
import type { Tenant } from '../install/tenant';
import { slot } from '../kit/slot';
import { backoff } from '../runs/backoff';
import type { Ended } from '../runs/checkpoint';
import { continuation } from '../runs/continuation';
import { runOnce, type ExecutionParts, type Work } from '../runs/execution';
import { runHistory } from '../runs/history';
import { journal } from '../runs/journal';
import { pacedCalls } from '../runs/paced-calls';
import { pacing } from '../runs/pacing';
import type { Workbook } from '../worksystem/workbook/workbook';
import type { Execution } from './execution';
import { organisationWorkbook } from './organisation-workbook';
import { noteworthyRuns, runRecords } from './run-records';
import { calendarTokens } from './service-account';

/** One execution of an organisation's runner. */
interface Round {
  readonly execution: Execution;
  readonly tenant: Tenant;
  readonly book: Workbook;
  readonly id: string;
}

/** Everything that is due, in one execution: people first, for calendars are matched by their addresses. */
export function runOrganisation(execution: Execution, tenant: Tenant): void {
  const id = `${clock.now().toString(36)}-${Utilities.getUuid().slice(0, 8)}`;
  const book = organisationWorkbook({ workbookId: tenant.workbookId, own: execution.own, run: id });
  const round: Round = { execution, tenant, book, id };
  const records = runRecords(execution.own);
  if (tenant.isDirectoryOn && directoryIsDue(execution.own, clock.now()))
    run(round, records, directoryRun(round));
  if (tenant.isCalendarOn) run(round, records, calendarRun(round));
  publish(round);
}
