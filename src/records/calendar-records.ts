/** Links and journals of everybody's calendar sync, in memory until they are made durable together with the connections. */
import type { CalendarRecords } from '../calendar/ports';
import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { JournalEntry } from '../runs/ports';
import type { JournalRows } from './journal';
import type { Hidden } from './journal-details';
import type { LinkShelf } from './links';

export interface CalendarRecordsPorts {
  readonly links: LinkShelf;
  readonly journal: JournalRows;
  readonly past: CalendarRecords['past'];
  readonly pastRuns: CalendarRecords['pastRuns'];
  /** Takes the details of private entries out of what was noted. */
  hide(hidden: Hidden): Result<null, Failure>;
  readonly clock: Clock;
  /** Id of this run. */
  readonly run: string;
}

export function calendarRecords({
  links,
  journal,
  past,
  pastRuns,
  hide,
  clock,
  run,
}: CalendarRecordsPorts): CalendarRecords {
  let noted: JournalEntry[] = [];
  const ids = new Set<string>();
  const people = new Set<string>();
  let isEverybody = false;
  const hideNoted = (): Result<null, Failure> => {
    if (ids.size === 0 && people.size === 0 && !isEverybody) return ok(null);
    const hidden = hide({ ids, people, isEverybody });
    if (!hidden.ok) return hidden;
    ids.clear();
    people.clear();
    isEverybody = false;
    return hidden;
  };
  return {
    linksOf: (userId) => links.of(userId),
    linkedTo: (activityId) => links.linkedTo(activityId),
    run,
    past,
    pastRuns,
    journalOf: ({ email }) => ({
      append(writes) {
        const told = { at: instantAt(clock.now()), run, person: email };
        noted.push(...writes.map((write) => ({ ...write, ...told, key: `${email} ${write.key}` })));
        return ok(null);
      },
      hide(what) {
        what.ids.forEach((id) => ids.add(id));
        if (what.allPrivate === 'of-the-person') people.add(email.toLowerCase());
        isEverybody ||= what.allPrivate === 'of-everybody';
        return ok(null);
      },
    }),
    flush() {
      // Before the links say that it was done: a run that is killed in between does it again.
      const hidden = hideNoted();
      if (!hidden.ok) return hidden;
      journal.note(noted);
      noted = [];
      return journal.addSurplus();
    },
  };
}
