import { createHash } from 'node:crypto';
import { activityOfEntry, entryOfActivity } from '../../src/calendar/entry/activity';
import type { Entry } from '../../src/calendar/entry/entry';
import { FIELDS } from '../../src/calendar/entry/fields';
import { entryOfEvent, eventPatch } from '../../src/calendar/entry/google-event';
import { momentOf } from '../../src/calendar/entry/moments';
import type { Policy } from '../../src/calendar/entry/policy';
import { repeatsOfLines } from '../../src/kit/recurrence/lines';
import type { Repeats } from '../../src/kit/recurrence/repeats';
import type { CalendarPorts } from '../../src/calendar/sync/ports';
import { syncCalendar, type Cycle, type CycleInput } from '../../src/calendar/sync/sync';
import { syncWindow } from '../../src/calendar/entry/sync-window';
import { MemoryGoogle } from './memory-google';
import { MemoryJournal, MemoryLinks } from './memory-store';
import { MemoryWork } from './memory-work';

export const ZONE = 'Europe/Helsinki';
export const NOW = '2026-03-01T12:00:00.000Z';

export const aPolicy = (changes: Partial<Policy> = {}): Policy => ({
  winner: 'google',
  privateEvents: 'full',
  specialEvents: 'leave-out',
  types: {
    synced: ['meeting', 'personal'],
    tasks: ['task'],
    defaultId: 'meeting',
    personalId: 'personal',
  },
  held: FIELDS,
  window: syncWindow(NOW, ZONE),
  person: { email: 'ann@example.com', addresses: ['ann@example.com'], zone: ZONE },
  isSomebody: (address) => address === 'bob@example.com',
  isSynced: () => false,
  ...changes,
});

export const at = (local: string, zone = ZONE) => momentOf(local, zone, zone)!;

export const anEntry = (changes: Partial<Entry> = {}): Entry => ({
  title: 'Review',
  when: { kind: 'timed', start: at('2026-03-02T09:00:00'), end: at('2026-03-02T10:00:00') },
  recurrence: null,
  private: false,
  busy: true,
  location: '',
  notes: '',
  participants: [],
  status: 'confirmed',
  organizer: '',
  answer: null,
  ...changes,
});

/** How something repeats, from a rule; dates as in a series that begins at nine in Helsinki. */
export function aSeries(rule: string, skipped: readonly string[] = []): Repeats {
  const start = { date: '2026-03-02', time: '09:00:00', zone: ZONE };
  const repeats = repeatsOfLines([rule], start);
  if (typeof repeats === 'string') throw new Error(repeats);
  return { ...repeats, skipped };
}

/** Leave to make everything anew, for tests of other things. */
export const ALLOWED = { deletions: 1e6, creations: 1e6, changes: 1e6 };

/** A person's calendar, activities and links, and what may be done to them. */
export class World {
  readonly google = new MemoryGoogle();
  readonly work: MemoryWork;
  readonly links = new MemoryLinks();
  readonly journal = new MemoryJournal();
  policy: Policy;
  private made = 0;

  constructor({
    tellsChanges = true,
    ...policy
  }: Partial<Policy> & { tellsChanges?: boolean } = {}) {
    this.work = new MemoryWork(tellsChanges);
    this.policy = aPolicy(policy);
  }

  get ports(): CalendarPorts {
    return {
      google: this.google,
      work: this.work,
      links: this.links,
      journal: this.journal,
      deadline: { left: () => 1000 },
      ids: {
        tenant: 'acme',
        sha256: (text) => [...createHash('sha256').update(text).digest()],
      },
    };
  }

  addEvent(entry: Entry): string {
    const id = `g${String(++this.made).padStart(4, '0')}`;
    this.google.put({ ...eventPatch(entry, FIELDS), id });
    return id;
  }

  addActivity = (entry: Entry): string =>
    this.work.add(activityOfEntry(entry, this.policy.types)).id;

  /** One cycle; fails the test when it does. */
  run(input: Partial<CycleInput> = {}, ports = this.ports): Cycle {
    const cycle = syncCalendar(ports, { policy: this.policy, approved: ALLOWED, ...input });
    if (!cycle.ok) throw new Error(`The run failed: ${JSON.stringify(cycle.failure)}`);
    return cycle.value;
  }

  /** What each side says, in an order of its own. */
  googleSays = (): string[] =>
    this.google
      .live()
      .map((event) => said(entryOfEvent(event, ZONE) as Entry))
      .sort();

  workSays = (): string[] =>
    [...this.work.activities.values()]
      .map((activity) => said(entryOfActivity(activity, this.policy) as Entry))
      .sort();

  names = (): string[] => [...this.work.activities.values()].map(({ name }) => name).sort();

  titles = (): string[] =>
    this.google
      .live()
      .map(({ summary }) => summary ?? '')
      .sort();

  /** Fails the test when two more cycles still find something to write. */
  expectSettled(): void {
    const before = this.writes();
    for (let more = 0; more < 2; more += 1) expect(this.run({ approved: null }).kind).toBe('done');
    expect(this.writes()).toBe(before);
  }

  writes = (): number => this.google.written.length + this.work.written.length;
}

/** Everything that travels both ways. */
export const said = ({ participants: _, when, ...entry }: Entry): string =>
  JSON.stringify([
    entry.title,
    when.kind === 'timed' ? [when.start.instant, when.end.instant] : [when.start, when.end],
    entry,
  ]);

export const crowd = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => anEntry({ title: `Entry ${index}` }));
