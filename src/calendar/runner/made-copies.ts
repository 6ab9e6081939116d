/** How many events Tandem has made, for an administrator who is about to change their texts. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { EntriesOfPeople } from '../panel/action-ports';
import type { CalendarRecords, Connections } from '../ports';

export interface MadeCopiesPorts {
  readonly connections: Pick<Connections, 'load'>;
  readonly calendars: Pick<CalendarRecords, 'linksOf'>;
}

/** Counts the copies in the calendars of people whose sync is on. */
export function madeCopies({
  connections,
  calendars,
}: MadeCopiesPorts): Result<EntriesOfPeople, Failure> {
  const all = connections.load();
  if (!all.ok) return all;
  let [entries, people] = [0, 0];
  for (const { userId } of all.value.filter(({ state }) => state === 'on')) {
    const links = calendars.linksOf(userId).load();
    if (!links.ok) return links;
    const made = links.value.filter(({ origin }) => origin === 'work').length;
    entries += made;
    people += made > 0 ? 1 : 0;
  }
  return ok({ entries, people });
}
