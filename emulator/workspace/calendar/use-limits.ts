import type { Caller } from '../caller';
import { findPrincipal } from '../directory/accounts';
import { GoogleError } from '../google-error';
import type { Workspace } from '../workspace';
import type { CalendarRecord } from '../state/calendar';

const MINUTE = 60_000;

/** Instants of the latest writes, by calendar. Not part of the state: it covers only the last minute. */
const writes = new WeakMap<CalendarRecord, number[]>();

/**
 * Marks an organization as over Google's use limits until an instant (milliseconds since 1970): its event writes are
 * refused, for people too. Google publishes neither the counts nor the period.
 *
 * @see https://knowledge.workspace.google.com/admin/calendar/avoid-calendar-use-limits
 */
export function exhaustUseLimits({ state }: Workspace, customerId: string, until: number): void {
  state.calendar.exhausted[customerId] = until;
}

/** Refuses a write that comes too fast or from an organization over its limits. @throws GoogleError 403 */
export function requireUseLeft(
  workspace: Workspace,
  calendar: CalendarRecord,
  { principal }: Caller,
): void {
  const now = workspace.clock.now();
  const { calendar: state, directory } = workspace.state;
  const customerId =
    principal.kind === 'user'
      ? principal.customerId
      : findPrincipal(directory, calendar.owner)?.customerId;
  if (customerId && (state.exhausted[customerId] ?? 0) > now)
    throw new GoogleError(403, 'quotaExceeded', 'Calendar usage limits exceeded.', {
      domain: 'usageLimits',
    });
  const most = workspace.settings.calendarWritesPerMinute;
  if (most === null) return;
  const recent = (writes.get(calendar) ?? []).filter((at) => at > now - MINUTE);
  if (recent.length >= most)
    throw new GoogleError(403, 'rateLimitExceeded', 'Rate Limit Exceeded', {
      domain: 'usageLimits',
    });
  writes.set(calendar, [...recent, now]);
}
