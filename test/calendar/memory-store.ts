import type { Link, LinkChanges } from '../../src/calendar/entry/link';
import type { Journal, CalendarWrite, Progress, Undisclosed } from '../../src/calendar/ports';
import type { Links } from '../../src/calendar/sync/ports';
import { ok } from '../../src/kit/result';

const keyOf = ({ google, work }: Link): string => `${google.id}|${work.id}`;

/** Links and progress of one person, as they would be after the process ended. */
export class MemoryLinks implements Links {
  table = new Map<string, Link>();
  progress: Progress | null = null;

  load() {
    return ok({ links: [...this.table.values()], progress: this.progress });
  }

  save({ kept, dropped }: LinkChanges) {
    for (const link of dropped) this.table.delete(keyOf(link));
    for (const link of kept) this.table.set(keyOf(link), link);
    return ok(null);
  }

  announceWithdrawal(links: readonly Link[]) {
    return this.save({
      kept: links.map((link): Link => ({ ...link, withdrawing: true })),
      dropped: [],
    });
  }

  saveProgress(progress: Progress) {
    this.progress = progress;
    return ok(null);
  }
}

export class MemoryJournal implements Journal {
  readonly entries: CalendarWrite[] = [];

  append(entries: readonly CalendarWrite[]) {
    this.entries.push(...entries);
    return ok(null);
  }

  readonly hidden: Undisclosed[] = [];

  hide(what: Undisclosed) {
    this.hidden.push(what);
    return ok(null);
  }
}
