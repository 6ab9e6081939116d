/** How many copies in Google Calendar will no longer be updated, for an administrator who is about to stop syncing types (D4). */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { EntriesOfPeople } from '../panel/action-ports';
import type { CalendarRecords, Connections, WorkCalendars } from '../ports';

/** Earlier than any entry that is synced. */
const FROM_THE_BEGINNING = '1970-01-01T00:00:00.000Z';

export interface TypeCopiesPorts {
  readonly connections: Pick<Connections, 'load'>;
  readonly calendars: Pick<CalendarRecords, 'linksOf'>;
  readonly work: Pick<WorkCalendars, 'of'>;
}

/** Counts the copies of activities of these types, among people whose sync is on. */
export function typeCopies(
  { connections, calendars, work }: TypeCopiesPorts,
  typeIds: readonly string[],
): Result<EntriesOfPeople, Failure> {
  const all = connections.load();
  if (!all.ok) return all;
  let entries = 0;
  let people = 0;
  for (const person of all.value.filter(({ state }) => state === 'on')) {
    const links = calendars.linksOf(person.userId).load();
    if (!links.ok) return links;
    const copied = new Set(
      links.value.flatMap(({ origin, work: { id } }) => (origin === 'work' ? [id] : [])),
    );
    if (copied.size === 0) continue;
    const listed = work.of(person).changes(null, FROM_THE_BEGINNING);
    if (!listed.ok) return listed;
    const count = listed.value.items.filter(
      (item) =>
        item.kind === 'activity' &&
        typeIds.includes(item.activity.typeId) &&
        copied.has(item.activity.id),
    ).length;
    entries += count;
    people += count > 0 ? 1 : 0;
  }
  return ok({ entries, people });
}
