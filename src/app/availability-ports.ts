/** What availability needs: for people's cards the cache alone, for administrators and runs the workbook. */
import type { AvailabilityPorts, AvailabilityRunPorts, Syncing } from '../availability/ports';
import type { Connection } from '../calendar/ports';
import { accountLookUp } from '../google/accounts';
import { scriptCache } from '../google/cache';
import { calendarTimes } from '../google/calendar-times';
import { clock } from '../google/clock';
import { LIMITS } from '../google/limits';
import { workbookUrl } from '../google/workbook-file';
import { prefixed } from '../kit/prefixed-store';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { textDigest } from '../kit/text-digest';
import { AVAILABILITY } from '../worksystem/workbook/forms';
import { organizationStore, type Execution } from './execution';
import { whileAlone } from './journal-ports';
import type { OrganizationBook } from './organization-workbook';
import { newRound, type Round } from './round';
import { calendarTokens } from './service-account';
import { sheetIdOf } from './workbook-tables';

export const availabilityPorts = (execution: Execution): AvailabilityPorts => ({
  clock,
  cache: scriptCache(LIMITS.CACHE_SECONDS),
  customer: execution.tenant?.customerId ?? null,
  desk() {
    const { tenant, deadline } = execution;
    if (tenant === null) return fail({ kind: 'not-installed' });
    const { book } = newRound(execution, tenant, deadline);
    const { settingTexts } = book.records;
    return ok({
      settings: {
        load: () => settingTexts.load(),
        save: (rows) => whileAlone(execution, tenant, () => settingTexts.save(rows)),
      },
      people: () => syncing(book),
      takers: book.takers,
      workbookUrl: workbookUrl(tenant.workbookId, sheetIdOf(AVAILABILITY)),
    });
  },
});

export function availabilityRunPorts({
  book,
  tenant,
  pace,
  calls,
  execution,
}: Round): AvailabilityRunPorts {
  const { shared } = execution;
  const { customerId } = tenant;
  const cache = scriptCache(LIMITS.CACHE_SECONDS);
  const lookUp = accountLookUp({
    account: tenant.syncAccount.email,
    calls,
    cache: prefixed(cache, `${customerId}.`),
  });
  return {
    customer: customerId,
    isOn: tenant.isCalendarOn,
    clock,
    people: () => syncing(book),
    takers: book.takers,
    bookings: book.bookings,
    calendars: calendarTimes({
      ...calendarTokens(shared, customerId, lookUp),
      pacing: pace,
      calls,
    }),
    feed: book.availability,
    settings: book.records.settingTexts,
    problems: book.records.problems,
    store: organizationStore(shared, tenant),
    cache,
  };
}

/** Everybody whose calendar sync is on. */
function syncing({ records }: OrganizationBook): Result<readonly Syncing[], Failure> {
  const all = records.connections.load();
  if (!all.ok) return all;
  return ok(all.value.filter(({ state }) => state === 'on').map(syncingOf));
}

const syncingOf = ({
  userId,
  email,
  addresses,
  zone,
  progress,
  workState,
  failure,
}: Connection): Syncing => ({
  userId,
  email,
  addresses,
  zone,
  isBehind: failure !== null,
  state: textDigest(JSON.stringify([progress?.google ?? null, workState])),
});
