/** What recurring triggers do for an organization, in its sync account's name. */
import { clock } from '../google/clock';
import type { Tenant } from '../install/tenant';
import type { Execution } from './execution';
import { FEATURES } from './features';
import { newRound, runJob } from './round';
import { noteRowProblems } from './row-problems';

/**
 * Everything that is due, in one execution, in the order of the features: people come first, for whose calendar is whose
 * is known by them. What is remembered of the workbook is settled last, after the last write.
 */
export function runOrganization(execution: Execution, tenant: Tenant): void {
  const round = newRound(execution, tenant, execution.deadline);
  for (const job of FEATURES.flatMap(({ jobs }) => jobs)) {
    const due = job.due(round);
    if (due.ok && due.value) runJob(round, due.value);
  }
  noteRowProblems(round.book, clock);
  round.book.settle();
}
