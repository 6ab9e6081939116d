/**
 * Links and journals of everybody's calendar sync, in memory until they are flushed. The journal goes first: a link that is
 * lost on the way is found again, a write that nobody noted is not.
 */
import type { CalendarRecords } from '../calendar/ports';
import { instantAt, type Clock } from '../kit/clock';
import { ok } from '../kit/result';
import { rowOfWrite, type JournalRows, type NotedRow } from './journal';
import { linkShelf } from './links';
import type { Sheets } from '../sheets/sheets';

export function calendarRecords(
  sheets: Sheets,
  journal: JournalRows,
  { clock, run }: { readonly clock: Clock; readonly run: string },
): CalendarRecords {
  const links = linkShelf(sheets);
  let noted: NotedRow[] = [];
  return {
    linksOf: (userId) => links.of(userId),
    linkedTo: (activityId) => links.linkedTo(activityId),
    journalOf: ({ email }) => ({
      append(entries) {
        const told = { at: instantAt(clock.now()), run, person: email };
        noted.push(...entries.map((entry) => rowOfWrite(entry, told)));
        return ok(null);
      },
    }),
    flush() {
      const added = noted.length === 0 ? ok(null) : journal.add(noted);
      if (!added.ok) return added;
      noted = [];
      return links.flush();
    },
  };
}
