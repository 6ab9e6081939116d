/** What the sync of one person is handed: only what is theirs. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type {
  Activity,
  ActivityChange,
  Connection,
  GoogleCalendar,
  GoogleEvent,
  Link,
  LinkBook,
  Listing,
  Progress,
  WorkCalendar,
} from '../ports';
import type { CalendarPorts } from '../sync/ports';
import type { ConnectionBook } from './connection-book';
import { calendarOf } from './only-copies';
import type { RunnerPorts } from './ports';

/** What an execution knows about everybody. */
export interface Everybody {
  readonly ports: RunnerPorts;
  readonly book: ConnectionBook;
}

/** What Google listed ahead of a person's turn. */
export interface Asked {
  readonly cursor: string;
  readonly from: string;
  readonly listing: Result<Listing<GoogleEvent>, Failure>;
}

interface Whose {
  readonly connection: Connection;
  readonly asked: Asked | null;
}

/** The ports of one person. Progress stays in memory until the connections are saved. */
export function portsOf(
  everybody: Everybody,
  { connection, asked }: Whose,
): { readonly calendarPorts: CalendarPorts; readonly progress: () => Progress | null } {
  const { ports } = everybody;
  const book = ports.records.linksOf(connection.userId);
  const google = calendarOf(ports, connection);
  let progress = connection.progress;
  const calendarPorts: CalendarPorts = {
    google: remembering(google, asked, ports),
    work: withoutOthers(ports.work.of(connection), book, everybody),
    links: {
      load() {
        const links = book.load();
        return links.ok ? ok({ links: links.value, progress: connection.progress }) : links;
      },
      save: (changes) => book.save(changes),
      announceWithdrawal(links) {
        const kept = links.map((link): Link => ({ ...link, withdrawing: true }));
        const noted = kept.length === 0 ? ok(null) : book.save({ kept, dropped: [] });
        return noted.ok && kept.length > 0 ? saveNow(everybody) : noted;
      },
      saveProgress(next) {
        progress = next;
        return ok(null);
      },
    },
    journal: ports.records.journalOf(connection),
    deadline: ports.deadline,
    ids: ports.ids,
  };
  return { calendarPorts, progress: () => progress };
}

/** Makes durable what this execution has handed over so far. */
function saveNow({ ports, book }: Everybody): Result<null, Failure> {
  const may = ports.mayWrite();
  if (!may.ok) return may;
  const flushed = ports.records.flush();
  return flushed.ok ? book.save(true) : flushed;
}

/** The calendar with its cached listing, used once; it writes only while no other run has taken over. */
function remembering(
  calendar: GoogleCalendar,
  asked: Asked | null,
  { mayWrite }: Pick<RunnerPorts, 'mayWrite'>,
): GoogleCalendar {
  let known = asked;
  return {
    changes(cursor, from) {
      const isKnown = known !== null && cursor === known.cursor && from === known.from;
      const listing = isKnown ? known!.listing : calendar.changes(cursor, from);
      known = null;
      return listing;
    },
    get: (ids) => calendar.get(ids),
    write(writes) {
      const may = mayWrite();
      return may.ok ? calendar.write(writes) : may;
    },
  };
}

/** Leaves out the items that are halves of other people's pairs. */
type Screen = <T>(
  items: readonly T[],
  activityOf: (item: T) => Activity | null,
) => Result<readonly boolean[], Failure>;

/** Has the former owner of an activity look for it next, though nothing that is still theirs has changed. */
function noteLost(book: ConnectionBook, holder: Connection, activityId: string): void {
  const { progress, state } = holder;
  if (state === 'off' || progress === null || progress.missing.includes(activityId)) return;
  const missing = [...progress.missing, activityId];
  book.put({ ...holder, progress: { ...progress, work: null, missing } });
}

/**
 * Leaves out the halves of other people's pairs: whoever gets an address that was somebody else's does not get their
 * activities. An activity that was handed over, to an address that its former owner never had, belongs to the new owner.
 */
function withoutOthers(
  calendar: WorkCalendar,
  links: LinkBook,
  { ports, book }: Everybody,
): WorkCalendar {
  const screen: Screen = (items, activityOf) => {
    if (items.length === 0) return ok([]);
    const loaded = links.load();
    if (!loaded.ok) return loaded;
    const mine = new Set(loaded.value.map(({ work }) => work.id));
    const shown: boolean[] = [];
    for (const item of items) {
      const activity = activityOf(item);
      const linked =
        activity && !mine.has(activity.id) ? ports.records.linkedTo(activity.id) : ok(null);
      if (!linked.ok) return linked;
      const holder = linked.value === null ? null : book.find(linked.value);
      const isHolders = holder?.addresses.includes(activity?.owner.toLowerCase() ?? '') ?? false;
      if (activity && holder && !isHolders) noteLost(book, holder, activity.id);
      shown.push(!isHolders);
    }
    return ok(shown);
  };
  return {
    write(writes) {
      const may = ports.mayWrite();
      return may.ok ? calendar.write(writes) : may;
    },
    get(ids) {
      const found = calendar.get(ids);
      if (!found.ok) return found;
      const shown = screen(found.value, (activity) => activity);
      return shown.ok
        ? ok(found.value.map((activity, index) => (shown.value[index] ? activity : null)))
        : shown;
    },
    changes(cursor, from) {
      const listing = calendar.changes(cursor, from);
      if (!listing.ok) return listing;
      const { items } = listing.value;
      const shown = screen(items, (item: ActivityChange) =>
        item.kind === 'activity' ? item.activity : null,
      );
      return shown.ok
        ? ok({ ...listing.value, items: items.filter((_, index) => shown.value[index]) })
        : shown;
    },
  };
}
