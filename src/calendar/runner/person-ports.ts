/** What the sync of one person is handed: theirs, and nobody else's. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type {
  Activity,
  ActivityChange,
  Connection,
  GoogleCalendar,
  GoogleEvent,
  LinkBook,
  Listing,
  Progress,
  WorkCalendar,
} from '../ports';
import type { CalendarPorts } from '../sync/ports';
import type { ConnectionBook } from './connection-book';
import type { RunnerPorts } from './ports';

/** What an execution knows of everybody. */
export interface Everybody {
  readonly ports: RunnerPorts;
  readonly book: ConnectionBook;
}

/** What Google was asked ahead of a person's turn. */
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
  const google = ports.google.of(connection);
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

/** Answers from memory what was asked already, once; writes while nobody has taken over the run. */
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

/** Those of the items that are not halves of other people's pairs. */
type Screen = <T>(
  items: readonly T[],
  activityOf: (item: T) => Activity | null,
) => Result<readonly boolean[], Failure>;

/** Whoever's activity was handed over looks for it next, though nothing that is still theirs has changed. */
function noteLost(book: ConnectionBook, holder: Connection, activityId: string): void {
  const { progress, state } = holder;
  if (state === 'off' || progress === null || progress.missing.includes(activityId)) return;
  const missing = [...progress.missing, activityId];
  book.put({ ...holder, progress: { ...progress, work: null, missing } });
}

/**
 * Without the halves of other people's pairs: whoever is given an address that was somebody's is given none of their
 * activities. One that was handed over, to an address which its former owner never had, is the new owner's.
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
