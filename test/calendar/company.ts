import { activityOfEntry } from '../../src/calendar/entry/activity';
import type { Entry } from '../../src/calendar/entry/entry';
import { entryOfActivity } from '../../src/calendar/entry/activity';
import { FIELDS } from '../../src/calendar/entry/fields';
import { entryOfEvent, eventPatch } from '../../src/calendar/entry/google-event';
import { lookBook } from '../../src/calendar/runner/look-book';
import { freshnessLog } from '../../src/calendar/boards/freshness-log';
import { runUndoBook } from '../../src/calendar/boards/run-undo';
import { undoBoard } from '../../src/calendar/boards/undo-board';
import { keptBoard } from '../../src/calendar/boards/kept-board';
import { previewBoard } from '../../src/calendar/boards/preview-board';
import { calendarWork, runnerPlace } from '../../src/calendar/runner/runner';
import type { RunnerPorts } from '../../src/calendar/runner/ports';
import {
  DEFAULT_SETTINGS,
  type ActivityType,
  type CalendarSettings,
} from '../../src/calendar/settings';
import { statusBoard } from '../../src/calendar/boards/status-board';
import { wishes, type Wish } from '../../src/calendar/boards/wishes';
import { prefixed } from '../../src/kit/prefixed-store';
import { fail, ok, type Result } from '../../src/kit/result';
import type { Failure } from '../../src/kit/failure';
import type { AddressedPerson, Person as Identity } from '../../src/kit/person';
import { continuation } from '../../src/runs/continuation';
import { runOnce } from '../../src/runs/execution';
import { runHistory } from '../../src/runs/history';
import { MemoryRuns } from '../runs/memory-runs';
import { MemoryTriggers } from '../runs/memory-triggers';
import { MemoryStore } from '../kit/memory-store';
import { MemoryLock, TurnedClock } from '../runs/turned-clock';
import { MemoryConnections, MemoryListedStore, MemoryRecords } from './memory-company';
import { MemoryGoogle } from './memory-google';
import { MemoryWork } from './memory-work';
import { aPolicy, NOW, said, World, ZONE } from './world';

export const CUSTOMER = 'C0abc';
export const MINUTE_MS = 60_000;
const TOKEN_MS = 50 * MINUTE_MS;

export const TYPES: readonly ActivityType[] = [
  { id: 'task', name: 'Task', isTask: true, isDefault: false, isPersonal: false },
  { id: 'personal', name: 'Personal', isTask: false, isDefault: false, isPersonal: true },
  { id: 'meeting', name: 'Meeting', isTask: false, isDefault: true, isPersonal: false },
];

/** Google's id of whoever has this address first. */
export const idOf = (email: string): string => `u-${email.toLowerCase().split('@')[0]}`;

/** One person: both calendars, and who the work system says they are. */
export class Person {
  readonly google = new MemoryGoogle();
  readonly work = new MemoryWork();
  isActive = true;
  /** Whether the work system knows them at all. */
  isEmployed = true;
  /** What became of the account in Google. */
  account: 'active' | 'suspended' | 'deleted' = 'active';
  /** As the work system knows it; null where it knows the address alone. */
  googleId: string | null = null;
  /** Of their calendar. */
  zone = ZONE;
  addresses: readonly string[];
  private made = 0;

  constructor(
    public email: string,
    readonly userId = idOf(email),
  ) {
    this.addresses = [email];
  }

  /** The administrator gives another primary address; the former one stays as an alias, or goes. */
  rename(email: string, { keepsAlias = false } = {}): void {
    this.addresses = [email, ...(keepsAlias ? this.addresses.filter((one) => one !== email) : [])];
    this.email = email;
  }

  addEvent(entry: Entry): string {
    const id = `${this.userId.slice(2)}${String(++this.made).padStart(4, '0')}`;
    this.google.put({ ...eventPatch(entry, FIELDS), id });
    return id;
  }

  addActivity = (entry: Entry): string =>
    this.work.add(activityOfEntry(entry, aPolicy().types), { owner: this.email }).id;

  googleSays = (): string[] =>
    this.google
      .live()
      .map((event) => said(entryOfEvent(event, ZONE) as Entry))
      .sort();

  workSays = (): string[] =>
    [...this.work.activities.values()]
      .map((activity) => said(entryOfActivity(activity, aPolicy()) as Entry))
      .sort();

  writes = (): number => this.google.written.length + this.work.written.length;

  state = (): string =>
    JSON.stringify([...this.work.activities.values()].map(({ id, version }) => [id, version]));
}

/** An organization with people, properties and a runner. */
export class Company {
  readonly clock = new TurnedClock(Date.parse(NOW));
  readonly properties = new MemoryListedStore();
  /** The script's cache: values of 100 KB. */
  cache = new MemoryListedStore({ valueBytes: 100 * 1024, storeBytes: 1e8 });
  readonly lock = new MemoryLock();
  readonly connections = new MemoryConnections();
  readonly records = new MemoryRecords();
  readonly runs = new MemoryRuns();
  readonly people = new Map<string, Person>();
  /** Everything is copied, so that both sides can be compared. */
  settings: CalendarSettings = { ...DEFAULT_SETTINGS, privateEvents: 'full' };
  isOn = true;
  everyMs = MINUTE_MS;
  /** Google calls by person, and how many went through a prefetch. */
  readonly calls = new Map<string, number>();
  prefetches: number[] = [];
  /** Look-ups of accounts, by how many people each was about. */
  lookUps: number[] = [];
  /** Until when a token is kept, by user id: none is made without a look-up. */
  readonly tokens = new Map<string, number>();
  isDirectoryDown = false;
  /** Who was told that an administrator connected them. */
  readonly told: string[] = [];
  mailFailure: Failure | null = null;
  private executions = 0;

  add(name: string): Person {
    const person = new Person(`${name}@example.com`);
    this.people.set(person.email, person);
    return person;
  }

  get wishes() {
    return wishes(this.properties, this.lock, CUSTOMER);
  }

  get previews() {
    return previewBoard(this.cache, CUSTOMER);
  }

  get board() {
    return statusBoard(this.cache, CUSTOMER);
  }

  at = (): string => new Date(this.clock.nowMs).toISOString();

  wish(email: string, wish: Partial<Wish> & Pick<Wish, 'kind'>): void {
    const whole = { at: this.at(), consentVersion: 1, ...wish } as Wish;
    this.wishes.put({ userId: idOf(email), email }, whole);
  }

  turnOn(...people: readonly Person[]): void {
    for (const { email } of people) this.wish(email, { kind: 'on' });
  }

  ports(runMs = 300_000): RunnerPorts {
    const person = ({ userId }: Identity): Person =>
      [...this.people.values()].find((one) => one.userId === userId)!;
    const called = ({ userId, email }: Identity): void => {
      if ((this.tokens.get(userId) ?? 0) <= this.clock.nowMs)
        throw new Error(`A token was made for ${email} without a look-up.`);
      this.calls.set(email, (this.calls.get(email) ?? 0) + 1);
    };
    const listed = new Set<string>();
    /** Everybody is looked up once in an execution. */
    const known = new Set<string>();
    return {
      customer: CUSTOMER,
      isOn: this.isOn,
      isLeaving: false,
      everyMs: this.everyMs,
      clock: this.clock,
      deadline: this.clock.deadline(runMs),
      connections: this.connections,
      google: {
        lookUp: (people, { anyway }) => {
          const wanted = people.filter(
            (one) => anyway(one) || (this.tokens.get(one.userId) ?? 0) <= this.clock.nowMs,
          );
          const asked = wanted.filter(({ userId }) => !known.has(userId));
          if (asked.length > 0 && this.isDirectoryDown)
            return fail({ kind: 'unavailable', message: 'Backend Error' });
          for (const { userId } of asked) known.add(userId);
          if (asked.length > 0) this.lookUps.push(asked.length);
          return ok(
            new Map(
              people.map((one): [string, Result<AddressedPerson | null, Failure>] => [
                one.userId,
                wanted.includes(one) ? this.accountOf(one) : ok(null),
              ]),
            ),
          );
        },
        of: (who) => ({
          changes(cursor, from, extent) {
            called(who);
            listed.add(who.userId);
            return person(who).google.changes(cursor, from, extent);
          },
          get(ids) {
            called(who);
            return person(who).google.get(ids);
          },
          write(writes) {
            called(who);
            return person(who).google.write(writes);
          },
        }),
        zoneOf: (who) => {
          called(who);
          return person(who) ? ok(person(who).zone) : fail(unknown(who.email));
        },
        zoneSeen: (who) => (listed.has(who.userId) ? person(who).zone : null),
        prefetch: (asks) => void this.prefetches.push(asks.length),
      },
      work: {
        of: (who) => person(who).work,
        stateOf: (who) => ok(person(who).state()),
        readdress: (moves) => {
          for (const { work } of this.people.values())
            for (const { ids, from, to } of moves)
              for (const id of ids) work.handOver(id, from, to);
          return ok(null);
        },
        types: () => ok(TYPES),
      },
      settings: { load: () => ok(this.settings) },
      records: this.records,
      staff: {
        isKnown: (address) =>
          ok([...this.people.values()].some(({ addresses }) => addresses.includes(address))),
        find: ({ userId, addresses }) => {
          const people = [...this.people.values()].filter(({ isEmployed }) => isEmployed);
          const found =
            people.find(({ googleId }) => googleId === userId) ??
            people.find(({ email, googleId }) => googleId === null && addresses.includes(email));
          return ok(found ? { isActive: found.isActive } : null);
        },
      },
      tellConnected: ({ email }, by) => {
        if (this.mailFailure) return fail(this.mailFailure);
        this.told.push(`${email} by ${by}`);
        return ok(null);
      },
      wishes: this.wishes,
      previews: this.previews,
      undoings: undoBoard(this.cache, CUSTOMER),
      kept: keptBoard(this.cache, CUSTOMER),
      runUndo: runUndoBook(
        prefixed(this.properties, `${CUSTOMER}.`),
        prefixed(this.cache, `${CUSTOMER}.`),
      ),
      board: this.board,
      looks: lookBook(this.cache, CUSTOMER),
      freshness: freshnessLog(this.properties, CUSTOMER),
      mayWrite: () => ok(null),
      points: new MemoryStore(),
      ids: new World().ports.ids,
    };
  }

  /** What the directory says; with it a token is made, that lasts an hour. */
  private accountOf({ userId, email }: Identity): Result<AddressedPerson, Failure> {
    const found = [...this.people.values()].find((one) => one.userId === userId);
    if (!found || found.account === 'deleted') return fail(unknown(email));
    if (found.account === 'suspended')
      return fail({ kind: 'suspended-subject', account: found.email });
    this.tokens.set(userId, this.clock.nowMs + TOKEN_MS);
    return ok({ userId, email: found.email, addresses: found.addresses });
  }

  /** One execution. */
  run(change: (ports: RunnerPorts) => RunnerPorts = (ports) => ports, runMs = 300_000) {
    this.records.reopen();
    const { clock, lock, properties: store } = this;
    const triggers = new MemoryTriggers(clock);
    const ended = runOnce(
      {
        lease: { store, lock, clock, key: 'calendar.lease' },
        history: runHistory(this.runs, clock),
        continuation: continuation({ triggers, store, lock, clock }),
        place: runnerPlace(store, CUSTOMER),
        deadline: clock.deadline(runMs),
      },
      calendarWork(change(this.ports(runMs))),
      `run${(this.executions += 1)}`,
    );
    this.later(MINUTE_MS);
    return ended;
  }

  later(ms: number): void {
    this.clock.nowMs += ms;
  }
}

const unknown = (account: string): Failure => ({ kind: 'unknown-subject', account });
