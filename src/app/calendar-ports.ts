/** What the calendar's cards need, in the caller's name. */
import { availabilityEntry } from '../availability/actions';
import type { CalendarActionPorts } from '../calendar/panel/action-ports';
import { connectedMail } from '../calendar/panel/connected-words';
import { freshnessLog } from '../calendar/boards/freshness-log';
import { runUndoBook } from '../calendar/boards/run-undo';
import { undoBoard } from '../calendar/boards/undo-board';
import { keptBoard } from '../calendar/boards/kept-board';
import { previewBoard } from '../calendar/boards/preview-board';
import { statusBoard } from '../calendar/boards/status-board';
import { wishes } from '../calendar/boards/wishes';
import { madeCopies } from '../calendar/runner/made-copies';
import { privateCopies } from '../calendar/runner/private-copies';
import { typeCopies } from '../calendar/runner/type-copies';
import type { OrganizationPorts } from '../calendar/runner/ports';
import { lookBook } from '../calendar/runner/look-book';
import { accountLookUp } from '../google/accounts';
import { sha256 } from '../google/digest';
import { googleCalendars } from '../google/google-calendars';
import type { Organization } from '../calendar/boards/state';
import type { Caller } from '../card/action';
import { scriptCache } from '../google/cache';
import { clock } from '../google/clock';
import { LIMITS } from '../google/limits';
import { scriptLock } from '../google/lock';
import { sendMail } from '../google/mail';
import { readOpenEvent, readOwnEvents } from '../google/open-event';
import { removeTriggers, TRIGGER_DOORS, watchOwnCalendar } from '../google/triggers';
import { workbookUrl } from '../google/workbook-file';
import { CONNECTIONS } from '../records/forms';
import { ACTIVITIES } from '../worksystem/workbook/forms';
import { sheetIdOf } from './workbook-tables';
import { isAccount, type Tenant } from '../install/tenant';
import type { Failure } from '../kit/failure';
import { prefixed } from '../kit/prefixed-store';
import { fail, ok, type Result } from '../kit/result';
import { valueOr } from '../kit/slot';
import { organizationStore, type Execution } from './execution';
import { whileAlone } from './journal-ports';
import { newRound, type Round } from './round';
import { availabilityPorts, availabilityRunPorts } from './availability-ports';
import { checkedCalendars } from './checked-calendars';
import { leavingSlot } from '../connection/leaving';
import { environmentOf } from '../install/environment';
import type { StringStore } from '../kit/string-store';
import { formerCopies } from './former-copies';
import { calendarTokens } from './service-account';

export function calendarPorts(execution: Execution): CalendarActionPorts {
  const { shared, own, tenant, tenants, caller } = execution;
  return {
    clock,
    organizationOf: () =>
      organizationOf(shared, tenant && valueOr(tenants.byCustomer(tenant.customerId), tenant)),
    own,
    properties: shared,
    cache: scriptCache(LIMITS.CACHE_SECONDS),
    lock: scriptLock,
    watchOwnCalendar: () => watchOwnCalendar(TRIGGER_DOORS.calendarUpdated, caller.email),
    openEvent: readOpenEvent,
    activitiesUrl: activitiesUrl(execution),
    ownEvents: (from) => readOwnEvents(caller.email, from),
    stopWatching() {
      removeTriggers(TRIGGER_DOORS.calendarUpdated);
      return ok(null);
    },
    besides: (who) => availabilityEntry(availabilityPorts(execution), who),
    admin: adminPorts(execution),
  };
}

/** The sync account made the workbook, and its deputy was given it; nothing is known about others. */
function activitiesUrl({ tenant, caller }: Execution): string | null {
  if (tenant === null) return null;
  const { syncAccount, deputy } = tenant;
  const isTheirs = isAccount(syncAccount, caller) || (deputy !== null && isAccount(deputy, caller));
  return isTheirs ? workbookUrl(tenant.workbookId, sheetIdOf(ACTIVITIES)) : null;
}

function organizationOf(shared: StringStore, tenant: Tenant | null): Organization {
  if (tenant === null) return { kind: 'not-set-up' };
  const { customerId, isCalendarOn, everyMinutes, stop } = tenant;
  return {
    ...{ kind: 'set-up', customer: customerId, isCalendarOn, everyMinutes },
    isPaused: stop !== null || environmentOf(shared, customerId).former !== null,
  };
}

const MINUTE_MS = 60_000;

export function calendarRunPorts(round: Round): OrganizationPorts {
  const { book, tenant, deadline, pace, calls, memory } = round;
  const { shared } = round.execution;
  const { customerId, everyMinutes } = tenant;
  const leaving = leavingSlot(shared, customerId).read().kind === 'value';
  const { name: environment, former } = environmentOf(shared, customerId);
  const cache = scriptCache(LIMITS.CACHE_SECONDS);
  const lookUp = accountLookUp({
    account: tenant.syncAccount.email,
    calls,
    cache: prefixed(cache, `${customerId}.`),
  });
  return {
    customer: customerId,
    isOn: leaving || (former === null ? tenant.isCalendarOn : former.step !== 'ask'),
    isLeaving: leaving,
    former: leaving ? null : formerCopies(shared, customerId),
    everyMs: (everyMinutes ?? LIMITS.ADD_ON_TRIGGER_MINUTES) * MINUTE_MS,
    clock,
    deadline,
    connections: book.records.connections,
    google: checkedCalendars(
      googleCalendars({ ...calendarTokens(shared, customerId, lookUp), pacing: pace, calls }),
      () => availabilityRunPorts(round),
    ),
    work: book.calendars,
    settings: book.records.settings,
    records: book.records.calendars,
    staff: book.staff,
    tellConnected: ({ email }, by) => sendMail({ to: [email], ...connectedMail(by) }),
    wishes: wishes(shared, scriptLock, customerId),
    previews: previewBoard(cache, customerId),
    undoings: undoBoard(cache, customerId),
    kept: keptBoard(cache, customerId),
    runUndo: runUndoBook(organizationStore(shared, tenant), prefixed(cache, `${customerId}.`)),
    board: statusBoard(cache, customerId),
    looks: lookBook(cache, customerId),
    freshness: freshnessLog(shared, customerId),
    ids: { tenant: customerId, sha256, environment },
    points: memory,
  };
}

/** Opens the workbook only when an administrator's card needs something in it. */
function adminPorts(execution: Execution): CalendarActionPorts['admin'] {
  const { tenant, tenants, deadline } = execution;
  let book: ReturnType<typeof newRound>['book'] | null = null;
  const opened = <T>(work: (of: NonNullable<typeof book>) => Result<T, Failure>) =>
    tenant === null
      ? fail({ kind: 'not-installed' as const })
      : work((book ??= newRound(execution, tenant, deadline).book));
  return {
    switchCalendar(_caller: Caller, isOn: boolean): Result<null, Failure> {
      if (tenant === null) return fail({ kind: 'org-sync-off' });
      return tenants.save({ ...tenant, isCalendarOn: isOn });
    },
    work: {
      types: () => opened((of) => of.calendars.types()),
    },
    settings: {
      load: () => opened((of) => of.records.settings.load()),
      save: (settings) =>
        opened((of) => whileAlone(execution, tenant!, () => of.records.settings.save(settings))),
    },
    connections: { load: () => opened((of) => of.records.connections.load()) },
    privateCopies: (choice) => opened(({ records }) => privateCopies(records, choice)),
    records: { pastRuns: () => opened(({ records }) => records.calendars.pastRuns()) },
    typeCopies: (typeIds) =>
      opened(({ records, calendars }) => typeCopies({ ...records, work: calendars }, typeIds)),
    madeCopies: () => opened(({ records }) => madeCopies(records)),
    workbookUrl: () => tenant && workbookUrl(tenant.workbookId, sheetIdOf(CONNECTIONS)),
  };
}
