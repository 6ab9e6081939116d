/** One execution of an organization's runner, in its sync account's name. */
import { chance, clock, sleep } from '../google/clock';
import { scriptLock } from '../google/lock';
import { newUuid } from '../google/uuid';
import { oneShotTriggers, TRIGGER_DOORS } from '../google/triggers';
import { healthAfterJob } from '../install/health';
import type { Tenant } from '../install/tenant';
import type { Deadline } from '../kit/deadline';
import { inheritingStore } from '../kit/inheriting-store';
import type { Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { backoff } from '../runs/backoff';
import type { Ended } from '../runs/checkpoint';
import { continuation, type Continuation } from '../runs/continuation';
import { runOnce, type Work } from '../runs/execution';
import { runHistory } from '../runs/history';
import { pacedCalls } from '../runs/paced-calls';
import { pacing } from '../runs/pacing';
import type { PacedCalls, Pacing } from '../runs/ports';
import type { Execution } from './execution';
import { noteHealth } from './health-notes';
import { organizationWorkbook, type OrganizationBook } from './organization-workbook';
import { SHEET_FORMS } from './workbook-tables';

/** The lease that covers everything of an organization: only one execution may write at a time. */
export const leaseKeyOf = ({ customerId }: Pick<Tenant, 'customerId'>): string =>
  `lease.${customerId}`;

export interface Round {
  readonly execution: Pick<Execution, 'shared' | 'own'>;
  /** What runs keep between them for any sync account to go on from. Always finds room; an earlier version kept it with the account. */
  readonly memory: StringStore;
  readonly tenant: Tenant;
  readonly book: OrganizationBook;
  /** Unique to this execution. */
  readonly id: string;
  readonly deadline: Deadline;
  /** Shared by all calls of the execution: one pace, and one limit for waiting. */
  readonly pace: Pacing;
  readonly calls: PacedCalls;
}

export function newRound(
  { shared, own, decider }: Execution,
  tenant: Tenant,
  deadline: Deadline,
): Round {
  const id = `${clock.now().toString(36)}-${newUuid().slice(0, 8)}`;
  const pace = pacing(clock, deadline);
  const calls = pacedCalls({ pacing: pace, backoff: backoff({ sleep, chance, deadline }), sleep });
  const memory = inheritingStore(shared, own);
  const { workbookId, syncAccount } = tenant;
  const book = organizationWorkbook({
    workbookId,
    syncAccount: syncAccount.email,
    own,
    memory,
    shared,
    run: id,
    calls,
    customerId: tenant.customerId,
    decider: decider.email,
  });
  return { execution: { shared, own }, memory, tenant, book, id, deadline, pace, calls };
}

/** Kept in the account's own properties: its triggers are its own, and another sync account has a runner of its own. */
export const continuationOf = (own: StringStore): Continuation =>
  continuation({
    triggers: oneShotTriggers(TRIGGER_DOORS.continuation),
    store: own,
    lock: scriptLock,
    clock,
  });

/** Work that is ready to run. */
export interface ReadyJob {
  readonly feature: string;
  readonly name: string;
  readonly lateAfterMs: number;
  readonly place: Slot<unknown>;
  readonly work: Work<unknown>;
  /** Whether it really tried something that could have failed, once it has finished. */
  isProof(): boolean;
  afterwards(ended: Ended): void;
}

/** Runs a job under the organization's lease, from where the last execution stopped, and notes how it ended. */
export function runJob(round: Round, job: ReadyJob): Ended {
  const { shared, own } = round.execution;
  const ended = runOnce(
    {
      lease: { store: shared, lock: scriptLock, clock, key: leaseKeyOf(round.tenant) },
      history: runHistory(round.book.records.runs, clock),
      continuation: continuationOf(own),
      place: job.place,
      deadline: round.deadline,
    },
    job.work,
    `${round.id}-${job.name}`,
  );
  job.afterwards(ended);
  const { feature, name: part, lateAfterMs } = job;
  const seen = workbookKnown(ended, round.tenant);
  noteHealth(shared, round.tenant, (before, at) =>
    healthAfterJob(before, { feature, part, lateAfterMs, isProof: job.isProof() }, seen, at),
  );
  return ended;
}

/** A `not-found` means more if it is about the workbook or one of its sheets. */
function workbookKnown(ended: Ended, { workbookId }: Tenant): Ended {
  if (ended.kind !== 'failed') return ended;
  const { failure } = ended;
  if (failure.kind !== 'not-found' && failure.kind !== 'forbidden') return ended;
  if (failure.id === workbookId)
    return { kind: 'failed', failure: { kind: 'workbook-gone', workbook: workbookId } };
  return SHEET_FORMS.some(({ title }) => title === failure.id)
    ? { kind: 'failed', failure: { kind: 'sheet-missing', sheet: failure.id } }
    : ended;
}
