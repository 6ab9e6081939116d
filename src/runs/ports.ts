/** What runs need from the platform, and from the place where an organization's records are kept. */
import type { Failure, FailureKind } from '../kit/failure';
import type { Result } from '../kit/result';

export type { Clock } from '../kit/clock';
export type { StringStore } from '../kit/string-store';

/** Returns a random number from 0 to below 1. */
export type Chance = () => number;

/** Makes this execution wait. */
export type Sleep = (durationMs: number) => void;

export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Trying this call again in this run is of no use; others may go on. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The run should stop here, and continue no sooner than after this time. */
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

/** What a request, or a batch of requests, is about to use. */
export interface Use {
  readonly api: Api;
  /** Requests, or units where the service counts those: a batch of 50 is 50. */
  readonly cost: number;
  /** The person in whose name it is made. */
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
   * Whether a use fits now. On `go`, the caller calls `used` when the request has been sent.
   *
   * @throws RangeError for a cost that no window can ever hold.
   */
  ask(use: Use): Pace;
  used(use: Use): void;
}

/** Calls to Google and to a work system, at the pace they allow, and repeated when they ask to wait. */
export interface PacedCalls {
  /**
   * Waits until the call fits its quotas, makes it, and makes it again as `Backoff` says; every try counts, from the moment
   * it was answered: we do not know when Google counted it, only that it was not later.
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

/** The platform's lock: held for the length of one call, by one execution at a time. */
export interface ShortLock {
  /** Fails with `busy` when another execution holds it for too long. Not to be taken inside itself. */
  hold<T>(work: () => T): Result<T, Failure>;
}

/** Triggers of one function that fire once. They stay in the list after they have fired, until they are removed. */
export interface OneShotTriggers {
  /** Ids of all of them, fired or not. */
  list(): readonly string[];
  /** Makes one that fires no sooner than this. Fails with `too-many-triggers`. */
  make(afterMs: number): Result<string, Failure>;
  /** Does nothing when the trigger is already gone. */
  remove(id: string): void;
}

/**
 * How a run ended. `continues`: it ran out of time, or was asked to wait; another goes on where it stopped. `cut-off`: it
 * was killed before it could note how it ended.
 */
export type RunOutcome = 'running' | 'finished' | 'continues' | 'failed' | 'cut-off';

/** The record of one run of a sync. */
export interface RunRecord {
  readonly id: string;
  readonly job: string;
  readonly startedAt: string;
  /** Null while it runs, and for one that was cut off. */
  readonly endedAt: string | null;
  readonly outcome: RunOutcome;
  readonly failure: FailureKind | null;
  /** Why it failed, with its facts. Known only to the execution in which it ended: nobody keeps it. */
  readonly cause?: Failure;
  /** How many of what: `created`, `updated`, `deleted`, `calls` … */
  readonly counts: Readonly<Record<string, number>>;
  /** Everything up to this instant has been carried over; null unless the run finished. */
  readonly freshAt: string | null;
}

/** The Runs of an organization, whichever account makes them. */
export interface RunStore {
  /** The newest of each job, oldest first. */
  load(): Result<readonly RunRecord[], Failure>;
  /** Of each job, only the newest needs to be kept; a run that has ended since the last save also becomes visible to people. */
  save(records: readonly RunRecord[]): Result<null, Failure>;
}

/**
 * One write to either side, as noted by the code that made it, so that a person can see it and undo it.
 *
 * @typeParam R what was written, as its feature knows it: JSON.
 * @typeParam C a conflict that was decided.
 */
export interface Write<R = unknown, C = unknown> {
  /** Identifies this write: the same when it is noted a second time because it was unknown whether it had been. */
  readonly key: string;
  /** `tandem`: what an administrator or a person decided about Tandem itself. */
  readonly side: 'google' | 'work' | 'tandem';
  readonly operation: 'create' | 'update' | 'delete';
  /** The id of what was written. */
  readonly id: string;
  /** What people call it; empty when it has no name. */
  readonly title: string;
  /** Which parts of it changed. */
  readonly fields: readonly string[];
  /** What changed, in whole sentences for people: `Moved from Tue 3 Mar 2026 10:00 to 11:00.` */
  readonly change: string;
  /** Null when it did not exist before. */
  readonly before: R | null;
  /** Null when it does not exist afterwards. */
  readonly after: R | null;
  readonly conflict: C | null;
  /** The id of the other half, if it is one half of a pair. */
  readonly pair?: string;
}

/** A write with its time, its run and its person. The store cuts texts that are too long for it. */
export interface JournalEntry<R = unknown, C = unknown> extends Write<R, C> {
  readonly at: string;
  readonly run: string;
  /** The address of the person whose sync it was, or who decided it. */
  readonly person: string;
}

/** The Journal of an organization: rows are only ever added. */
export interface JournalStore {
  /** Adds them in order. An entry whose `key` is there already is not added again. */
  append(entries: readonly JournalEntry[]): Result<null, Failure>;
}

/** Something that does not work and that a person should know about. */
export interface Problem {
  /** What it is about, such as a person or one of their entries. There is only one problem about each thing. */
  readonly about: string;
  readonly failure: Failure;
  /** The version of the record when it last failed; null where there is no version. */
  readonly version: string | null;
  /** Failures in a row. */
  readonly count: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly isQuarantined: boolean;
}

/** The Problems of an organization. */
export interface ProblemStore {
  load(): Result<readonly Problem[], Failure>;
  save(problems: readonly Problem[]): Result<null, Failure>;
}
