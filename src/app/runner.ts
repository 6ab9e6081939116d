/** What recurring triggers do for an organisation, in its sync account's name. */
import { lookBook } from '../calendar/runner/look-book';
import { previewBoard } from '../calendar/boards/preview-board';
import { calendarWork, runnerPlace } from '../calendar/runner/runner';
import { sayable } from '../calendar/boards/sayable';
import { statusBoard } from '../calendar/boards/status-board';
import { wishes } from '../calendar/boards/wishes';
import { directoryIsDue } from '../directory/due';
import { directoryPoint } from '../directory/point';
import { directoryWork } from '../directory/work';
import { scriptCache } from '../google/cache';
import { chance, clock, sleep } from '../google/clock';
import { sha256 } from '../google/digest';
import { directory } from '../google/directory';
import { googleCalendars } from '../google/google-calendars';
import { LIMITS } from '../google/limits';
import { scriptLock } from '../google/lock';
import { oneShotTriggers, TRIGGER_DOORS } from '../google/triggers';
import type { Directory } from '../directory/ports';
import { tenants, type Tenant } from '../install/tenant';
import type { Deadline } from '../kit/deadline';
import { prefixed } from '../kit/prefixed-store';
import { slot, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { backoff } from '../runs/backoff';
import type { Ended } from '../runs/checkpoint';
import { continuation, type Continuation } from '../runs/continuation';
import { runOnce, type Work } from '../runs/execution';
import { runHistory } from '../runs/history';
import { journal } from '../runs/journal';
import { pacedCalls, type PacedCalls } from '../runs/paced-calls';
import { pacing, type Pacing } from '../runs/pacing';
import type { Execution } from './execution';
import { organizationWorkbook, type OrganizationBook } from './organization-workbook';
import { noteRowProblems } from './row-problems';
import { calendarTokens } from './service-account';

/** One execution of an organisation's runner. */
export interface Round {
  readonly execution: Pick<Execution, 'shared' | 'own'>;
  readonly tenant: Tenant;
  readonly book: OrganizationBook;
  /** Of this execution, like no other's. */
  readonly id: string;
  readonly deadline: Deadline;
  /** One pace and one patience for all calls of the execution. */
  readonly pace: Pacing;
  readonly calls: PacedCalls;
}

const MINUTE_MS = 60_000;

export function newRound({ shared, own }: Execution, tenant: Tenant, deadline: Deadline): Round {
  const id = `${clock.now().toString(36)}-${Utilities.getUuid().slice(0, 8)}`;
  const pace = pacing(clock, deadline);
  const calls = pacedCalls({ pacing: pace, backoff: backoff({ sleep, chance, deadline }), sleep });
  const book = organizationWorkbook({ workbookId: tenant.workbookId, own, shared, run: id, calls });
  return { execution: { shared, own }, tenant, book, id, deadline, pace, calls };
}

/** Where the directory sync keeps what it leaves for people to see. */
export const directoryStore = (own: StringStore, { customerId }: Tenant): StringStore =>
  prefixed(own, `${customerId}.`);

/** Of the sync account: all that goes on by itself goes on in its name. */
export const goingOn = (own: StringStore): Continuation =>
  continuation({
    triggers: oneShotTriggers(TRIGGER_DOORS.continuation),
    store: own,
    lock: scriptLock,
    clock,
  });

export function runDirectory(round: Round): Ended {
  const { book, id, tenant } = round;
  const { own, shared } = round.execution;
  const store = directoryStore(own, tenant);
  const domains = new Set<string>();
  const work = directoryWork({
    directory: tellingDomains(directory(tenant.syncAccount), domains),
    employees: book.employees,
    journal: journal(book.records.journal, id, clock),
    problems: book.records.problems,
    store,
    clock,
  });
  const ended = run(round, 'directory', slot(store, directoryPoint), work);
  tenants(shared).addDomains(tenant.customerId, [...domains]);
  return ended;
}

/** Google lets nobody have an address in a domain that the organisation has not proved to own. */
const tellingDomains = (of: Directory, domains: Set<string>): Directory => ({
  ...of,
  users(pageToken) {
    const page = of.users(pageToken);
    if (page.ok)
      for (const { primaryEmail } of page.value.items)
        domains.add(primaryEmail.slice(primaryEmail.indexOf('@') + 1).toLowerCase());
    return page;
  },
});

export function runCalendars(round: Round): Ended {
  const { book, tenant, deadline } = round;
  const { shared } = round.execution;
  const { customerId, everyMinutes } = tenant;
  const cache = scriptCache(LIMITS.CACHE_SECONDS);
  const board = statusBoard(cache, customerId);
  const work = calendarWork({
    customer: customerId,
    isOn: tenant.isCalendarOn,
    everyMs: (everyMinutes ?? LIMITS.ADD_ON_TRIGGER_MINUTES) * MINUTE_MS,
    clock,
    deadline,
    connections: book.records.connections,
    google: googleCalendars({
      ...calendarTokens(shared),
      pacing: round.pace,
      calls: round.calls,
    }),
    work: book.calendars,
    settings: book.records.settings,
    records: book.records.calendars,
    staff: book.staff,
    wishes: wishes(shared, scriptLock, customerId),
    previews: previewBoard(shared, customerId),
    board,
    looks: lookBook(cache, customerId),
    ids: { tenant: customerId, sha256 },
  });
  const ended = run(round, 'calendar', runnerPlace(round.execution.own, customerId), work);
  // That another run is at work is no trouble of this one's.
  if (ended.kind !== 'failed') board.tell(null);
  else if (ended.failure.kind !== 'busy') board.tell(sayable(ended.failure));
  return ended;
}

function run<P>(round: Round, job: string, place: Slot<P>, work: Work<P>): Ended {
  const { shared, own } = round.execution;
  const { customerId } = round.tenant;
  const { runs } = round.book.records;
  return runOnce(
    {
      lease: { store: shared, lock: scriptLock, clock, key: `lease.${customerId}` },
      history: runHistory(runs, clock),
      continuation: goingOn(own),
      place,
      deadline: round.deadline,
    },
    work,
    `${round.id}-${job}`,
  );
}

/**
 * Everything that is due, in one execution. People come first: whose calendar is whose is known by them. What is
 * remembered of the workbook is settled last, after the last write.
 */
export function runOrganisation(execution: Execution, tenant: Tenant): void {
  const round = newRound(execution, tenant, execution.deadline);
  const store = directoryStore(execution.own, tenant);
  const isDue = directoryIsDue({ runs: round.book.records.runs, store, clock });
  if (isDue.ok && isDue.value) runDirectory(round);
  if (tenant.isCalendarOn) runCalendars(round);
  noteRowProblems(round.book, clock);
  round.book.settle();
}
