/** What runs need of the platform and of the place where a tenant's records are kept. */
import type { Failure, FailureKind } from '../kit/failure';
import type { Result } from '../kit/result';

export type { Clock } from '../kit/clock';
export type { StringStore } from '../kit/string-store';

/** Gives a number from 0 to below 1, another each time. */
export type Chance = () => number;

/** Lets this execution stand still. */
export type Sleep = (durationMs: number) => void;

export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Trying again in this run is no use for this call; others may go on. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The run should stop here and go on after this time at the soonest. */
  | { readonly kind: 'yield'; readonly failure: Failure; readonly afterMs: number };

/** What Google counts requests by. */
export type Api =
  | 'calendar'
  | 'directory'
  | 'reports'
  | 'reports-filtered'
  | 'mail'
  | 'sheets-read'
  | 'sheets-write';

/** What a request, or a batch of them, is about to use. */
export interface Use {
  readonly api: Api;
  /** Requests, or units where the service counts those: a batch of 50 is 50. */
  readonly cost: number;
  /** In whose name. */
  readonly person: string;
  /** The calendar that is written to, if one is. */
  readonly calendar?: string;
}

export type Pace =
  | { readonly kind: 'go' }
  | { readonly kind: 'wait'; readonly waitMs: number }
  /** Waiting would outlast the run: stop here and go on after this time. */
  | { readonly kind: 'yield'; readonly waitMs: number };

export interface Pacing {
  /**
   * Says whether a use fits now. Whoever is told to go tells `used` when the request is sent.
   *
   * @throws RangeError of a cost that no window can ever hold.
   */
  ask(use: Use): Pace;
  used(use: Use): void;
}

/** Calls to Google and to a work system, at a pace they allow and again when they ask for patience. */
export interface PacedCalls {
  /**
   * Waits until the call fits its quotas, makes it, and makes it again as `Backoff` says; every try counts, from the moment
   * it was answered: when Google counted it is not known, but that it was not later.
   *
   * @param call must be safe to make twice.
   */
  make<T>(use: Use, call: () => Result<T, Failure>): Attempt<T>;
  /**
   * Waits until a use would fit, and makes no call: for one that is to follow without a pause. Fails with `rate-limited` when that
   * would outlast the run.
   */
  waitFor(use: Use): Result<null, Failure>;
  /** As `make`, for a call that must not be made twice: again only when it was refused for its rate, and so did nothing. */
  once<T>(use: Use, call: () => Result<T, Failure>): Attempt<T>;
}

/** The platform's lock: held for the length of one call, by one execution of all. */
export interface ShortLock {
  /** Fails with `busy` when another execution holds it for too long. Not to be taken inside itself. */
  hold<T>(work: () => T): Result<T, Failure>;
}

/** Triggers that fire once, of one function. They stay in the list after they fired, until removed. */
export interface OneShotTriggers {
  /** Ids of all there are, fired or not. */
  list(): readonly string[];
  /** Makes one that fires no sooner than this. Fails with `too-many-triggers`. */
  make(afterMs: number): Result<string, Failure>;
  /** A trigger that is gone already is no failure. */
  remove(id: string): void;
}

/**
 * How a run ended. `continues`: out of time, or asked to wait; another goes on where it stopped. `cut-off`: it never said
 * so, for it was killed.
 */
export type RunOutcome = 'running' | 'finished' | 'continues' | 'failed' | 'cut-off';

/** One execution of a sync. */
export interface RunRecord {
  readonly id: string;
  readonly job: string;
  readonly startedAt: string;
  /** Null while it runs, and for one that was cut off. */
  readonly endedAt: string | null;
  readonly outcome: RunOutcome;
  readonly failure: FailureKind | null;
  /** How many of what: `created`, `updated`, `deleted`, `calls` … */
  readonly counts: Readonly<Record<string, number>>;
  /** Everything that was so at this instant has been carried over; null unless finished. */
  readonly freshAt: string | null;
}

/** The Runs of a tenant, oldest first. */
export interface RunStore {
  load(): Result<readonly RunRecord[], Failure>;
  save(records: readonly RunRecord[]): Result<null, Failure>;
}

/** One write to either side, so that a person can see it and undo it. */
export interface JournalEntry {
  /** Of this one write: the same when it is added a second time because nobody knew whether it had been. */
  readonly key: string;
  readonly at: string;
  readonly run: string;
  readonly side: 'google' | 'work';
  readonly operation: 'create' | 'update' | 'delete';
  /** Of what was written. */
  readonly id: string;
  /** Canonical JSON of what was there; empty for nothing. */
  readonly before: string;
  /** Canonical JSON of what is there now; empty for nothing. */
  readonly after: string;
  /** Whether a text was too long to be kept whole: such a write cannot be undone from here. */
  readonly isCut: boolean;
}

/** The Journal of a tenant: rows that are only ever added. */
export interface JournalStore {
  /** Adds them in order. An entry whose `key` is there already is not added again. */
  append(entries: readonly JournalEntry[]): Result<null, Failure>;
}

/** Something that does not work, which a person should know. */
export interface Problem {
  /** What it is about, such as a person or one of their entries. At most one problem is about it. */
  readonly about: string;
  readonly failure: Failure;
  /** What the record was when it failed last; null where there is no version. */
  readonly version: string | null;
  /** Failures in a row. */
  readonly count: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly isQuarantined: boolean;
}

/** The Problems of a tenant. */
export interface ProblemStore {
  load(): Result<readonly Problem[], Failure>;
  save(problems: readonly Problem[]): Result<null, Failure>;
}
