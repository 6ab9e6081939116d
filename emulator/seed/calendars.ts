import type { LocalWorkspace } from '../local-workspace';
import { localDates } from './calendars/local-dates';
import { seedMeetings } from './calendars/meetings';
import { seedOwnEvents } from './calendars/own-events';

/**
 * Fills the calendars: a few hundred events around the present week. Recurring meetings with moved, cancelled and
 * declined occurrences; all-day, private, free and busy events; out of office and focus time; several zones; guests
 * inside, in the other organization and outside.
 *
 * @param workspace its clock is two months back, and advances from one event to the next.
 * @param now the instant whose week is the present one.
 */
export function seedCalendars(workspace: LocalWorkspace, now: number): void {
  const dates = localDates(now);
  seedMeetings(workspace, dates);
  seedOwnEvents(workspace, dates);
}
