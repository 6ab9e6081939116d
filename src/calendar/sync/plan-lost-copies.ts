/**
 * Rows that a killed run made of meetings and did not note as pairs. If such a meeting is left out by now, because its organizer or the
 * person no longer has it as their activity, its row is no entry of the person's own: copied to Google it would be there twice.
 */
import type { Change, Present } from '../entry/change';
import type { Link } from '../entry/link';
import type { Operation } from './operations';

const LEFT: ReadonlySet<string> = new Set(['organizer-synced', 'declined']);

/**
 * The deletions of these rows, which are taken out of `work`.
 *
 * @param google the changes of events that belong to no pair.
 */
export function takeLostCopies(
  google: ReadonlyMap<string, Change>,
  work: Map<string, Present>,
): Operation[] {
  const operations: Operation[] = [];
  const taken = new Set<string>();
  for (const row of work.values()) {
    const event = google.get(row.origin?.id ?? '');
    if (event?.kind !== 'left-out' || !LEFT.has(event.reason) || taken.has(event.id)) continue;
    taken.add(event.id);
    work.delete(row.id);
    const { entry, id, version } = row;
    const link: Link = {
      google: { id: event.id, version: event.version },
      work: { id, version },
      base: entry,
      origin: 'google',
      generation: 1,
      oneWay: true,
      behind: false,
    };
    operations.push({
      ...{ kind: 'delete', on: 'work', at: { id, version }, link, before: entry },
      withdraws: true,
    });
  }
  return operations;
}
