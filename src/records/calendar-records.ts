/** Links and journals of everybody's calendar sync, in memory until they are made durable together with the connections. */
import type { CalendarRecords } from '../calendar/ports';
import { instantAt, type Clock } from '../kit/clock';
import { ok } from '../kit/result';
import type { JournalEntry } from '../runs/ports';
import type { JournalRows } from './journal';
import type { LinkShelf } from './links';

export interface CalendarRecordsPorts {
  readonly links: LinkShelf;
  readonly journal: JournalRows;
  readonly clock: Clock;
  /** Id of this run. */
  readonly run: string;
}

export function calendarRecords({
  links,
  journal,
  clock,
  run,
}: CalendarRecordsPorts): CalendarRecords {
  let noted: JournalEntry[] = [];
  return {
    linksOf: (userId) => links.of(userId),
    linkedTo: (activityId) => links.linkedTo(activityId),
    journalOf: ({ email }) => ({
      append(writes) {
        const told = { at: instantAt(clock.now()), run, person: email };
        noted.push(...writes.map((write) => ({ ...write, ...told, key: `${email} ${write.key}` })));
        return ok(null);
      },
    }),
    flush() {
      journal.note(noted);
      noted = [];
      return journal.addSurplus();
    },
  };
}
