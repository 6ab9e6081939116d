import type { Entry, Side, Slot } from './entry';

/** One half of a pair: its id and its version after the last run. */
export interface Version {
  readonly id: string;
  readonly version: string;
}

/** Two entries known to be the same one, as they were when they last agreed. The table of links is a cache and can be rebuilt. */
export interface Link {
  readonly google: Version;
  readonly work: Version;
  /** What both said then, as far as both can express it: the common base of a merge by field. */
  readonly base: Entry;
  /** For an exception: Google's id of its series, which is a pair of its own, and the date. */
  readonly slot?: Slot | undefined;
  /** `Present.cancelled`, as it was then. */
  readonly cancelled?: readonly string[] | undefined;
  /** The side on which it was created. */
  readonly origin: Side;
  /** How often the copy in Google was made anew. The copy's id is derived from it. */
  readonly generation: number;
  /** Tandem may not write the event, so changes go to the work system only. */
  readonly oneWay: boolean;
  /** A change was passed over without being carried, so both sides are read before the next decision. */
  readonly behind: boolean;
  /** `Present.besideBox.key` as it was then. If it is the same now, nobody has entered times since. */
  readonly besideBox?: string | undefined;
  /**
   * Tandem was about to take back the copy, or what it shows, when this was saved. Until the link says what became of it, a copy that
   * is missing or masked is Tandem's own doing, whatever the organization chooses meanwhile.
   */
  readonly withdrawing?: true | undefined;
  /** The person deleted one half while their sync went one way: nothing is deleted or made anew because of that (TF14). */
  readonly halved?: true | undefined;
}

/** The links that a run changed. */
export interface LinkChanges {
  readonly kept: readonly Link[];
  /** The links that were removed, as they were. */
  readonly dropped: readonly Link[];
}
