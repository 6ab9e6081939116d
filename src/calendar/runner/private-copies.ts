/** How many private events have details in the work system, for an administrator who is about to show less. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { EntriesOfPeople } from '../panel/action-ports';
import type { CalendarRecords, CalendarSettings, Connections } from '../ports';
import { showsTooMuch } from '../sync/privacy';

export interface PrivateCopiesPorts {
  readonly connections: Pick<Connections, 'load'>;
  readonly calendars: Pick<CalendarRecords, 'linksOf'>;
}

/** Counts what runs would remove under the choice, also for people whose sync is off and who kept their copies. */
export function privateCopies(
  { connections, calendars }: PrivateCopiesPorts,
  privateEvents: CalendarSettings['privateEvents'],
): Result<EntriesOfPeople, Failure> {
  const all = connections.load();
  if (!all.ok) return all;
  let entries = 0;
  let people = 0;
  for (const { userId } of all.value) {
    const links = calendars.linksOf(userId).load();
    if (!links.ok) return links;
    const open = links.value.filter((link) => showsTooMuch(link, { privateEvents })).length;
    entries += open;
    people += open > 0 ? 1 : 0;
  }
  return ok({ entries, people });
}
