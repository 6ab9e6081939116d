import type { Entry, Side } from './entry';

/** One half of a pair: its id and its version after the last run. */
export interface Version {
  readonly id: string;
  readonly version: string;
}

/** Two entries known to be one, as they stood when they last agreed. The table of links is a cache: it can be rebuilt. */
export interface Link {
  readonly google: Version;
  readonly work: Version;
  /** What both said then, as far as both can say it: what a merge by field starts from. */
  readonly base: Entry;
  /** Where it was first. */
  readonly origin: Side;
  /** How often the copy in Google was made anew; its id is derived from it. */
  readonly generation: number;
  /** The event may not be written by us: changes go to the work system only. */
  readonly oneWay: boolean;
  /** A change of one side was let pass without being carried: both are read before the next decision. */
  readonly behind: boolean;
  /** `Present.besideBox.key` as it was then: the same again is nothing that somebody typed since. */
  readonly besideBox?: string | undefined;
}

/** What of the table a run changed. */
export interface LinkChanges {
  readonly kept: readonly Link[];
  /** Links that are no more, as they were. */
  readonly dropped: readonly Link[];
}
