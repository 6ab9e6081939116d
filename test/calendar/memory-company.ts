import type { Link, LinkChanges } from '../../src/calendar/entry/link';
import type { CalendarWrite, Field, PastWrite, Undisclosed } from '../../src/calendar/ports';
import type { CalendarRecords, Connection, Connections, LinkBook } from '../../src/calendar/ports';
import { ok } from '../../src/kit/result';
import type { Person as Identity } from '../../src/kit/person';
import type { ListedStore } from '../../src/kit/string-store';
import { MemoryStore } from '../kit/memory-store';

/** Properties that can be listed. */
export class MemoryListedStore extends MemoryStore implements ListedStore {
  entries = (prefix: string): Record<string, string> =>
    Object.fromEntries([...this.values].filter(([key]) => key.startsWith(prefix)));
}

/** Connections as they are after the process ended. */
export class MemoryConnections implements Connections {
  readonly rows = new Map<string, Connection>();
  saves = 0;
  load = () => ok([...this.rows.values()]);
  save = (changed: readonly Connection[]) => {
    this.saves += 1;
    // As a workbook keeps them: what comes back is text that was read.
    for (const one of changed) this.rows.set(one.userId, JSON.parse(JSON.stringify(one)));
    return ok(null);
  };
}

const keyOf = ({ google, work }: Link): string => `${google.id}|${work.id}`;

/** Links and journals of everybody: in memory until they are flushed, as an execution's; a new execution has what was flushed. */
export class MemoryRecords implements CalendarRecords {
  private readonly durable = new Map<string, Map<string, Link>>();
  private open = new Map<string, Map<string, Link>>();
  readonly journals = new Map<string, CalendarWrite[]>();
  private noted: [string, CalendarWrite][] = [];
  readonly hidden: Undisclosed[] = [];
  run = 'run-0';
  loads = 0;
  private runs = 0;
  private readonly all: { readonly userId: string; readonly write: PastWrite }[] = [];
  flushes = 0;

  reopen(): void {
    this.run = `run-${(this.runs += 1)}`;
    this.open = new Map();
    this.noted = [];
  }

  links(userId: string): Link[] {
    return [...(this.durable.get(userId)?.values() ?? [])];
  }

  private table(userId: string): Map<string, Link> {
    const table = this.open.get(userId) ?? new Map(this.durable.get(userId));
    this.open.set(userId, table);
    return table;
  }

  linksOf = (userId: string): LinkBook => ({
    load: () => {
      this.loads += 1;
      return ok([...this.table(userId).values()]);
    },
    save: ({ kept, dropped }: LinkChanges) => {
      const table = this.table(userId);
      for (const link of dropped) table.delete(keyOf(link));
      for (const link of kept) table.set(keyOf(link), link);
      return ok(null);
    },
  });

  linkedTo = (activityId: string) => {
    const all = new Set([...this.durable.keys(), ...this.open.keys()]);
    const holder = [...all].find((userId) =>
      [...this.table(userId).values()].some(({ work }) => work.id === activityId),
    );
    return ok(holder ?? null);
  };

  journalOf = ({ userId }: Identity) => ({
    append: (entries: readonly CalendarWrite[]) => {
      this.noted.push(...entries.map((entry): [string, CalendarWrite] => [userId, entry]));
      return ok(null);
    },
    hide: (what: Undisclosed) => {
      this.hidden.push(what);
      return ok(null);
    },
  });

  past = (addresses: readonly string[]) =>
    ok(
      this.all
        .filter(({ userId }) =>
          addresses.some((address) => userId === `u-${address.split('@')[0]}`),
        )
        .map(({ write }) => write),
    );

  pastRuns = () => {
    const runs = [...new Set(this.all.map(({ write }) => write.run))].reverse();
    return ok(
      runs.map((run) => {
        const writes = this.all.filter(({ write }) => write.run === run);
        return {
          run,
          at: writes[0]!.write.at,
          changes: new Set(writes.map(({ userId, write: { side, id } }) => `${userId}${side}${id}`))
            .size,
          people: [...new Set(writes.map(({ userId }) => `${userId.slice(2)}@example.com`))],
        };
      }),
    );
  };

  flush = () => {
    this.flushes += 1;
    for (const [userId, table] of this.open) this.durable.set(userId, new Map(table));
    for (const [userId, entry] of this.noted) {
      const { pair = '', ...write } = entry;
      // Later than whatever a test does.
      const at = new Date(Date.UTC(2100, 0, 1) + this.all.length).toISOString();
      const fields = write.operation === 'update' ? (write.fields as Field[]) : [];
      if (write.side === 'tandem') continue;
      const { side } = write;
      this.all.push({
        userId,
        write: { ...write, side, at, run: this.run, pair, fields, isCut: false },
      });
      this.journals.set(userId, [...(this.journals.get(userId) ?? []), entry]);
    }
    this.noted = [];
    return ok(null);
  };
}
