import type { Entry, Slot } from './entry';
import type { Reason } from './why';

/** What an entry is a copy of: the id of its original on the other side. */
export interface Origin {
  readonly id: string;
  /** Counts how often the copy was made anew; 1 for the first. */
  readonly generation: number;
}

/** It exists, and both sides can express it. */
export interface Present {
  readonly kind: 'present';
  readonly id: string;
  /** Google's etag, or the hash of the activity. */
  readonly version: string;
  readonly entry: Entry;
  /** For an exception of a series. */
  readonly slot: Slot | null;
  /** The dates of a Google series that were cancelled one by one. Dates that its rule leaves out are not among them. */
  readonly cancelled?: readonly string[];
  /** Dates of a Google series that were cancelled before its times changed; Google forgets them with the change. */
  readonly forgotten?: readonly string[];
  /** Ids of the occurrences of a Google series that this run's listing mentioned. No later listing will mention them again. */
  readonly heard?: readonly string[];
  /** Set for a series whose own version is unchanged while some of its dates changed, so that it is planned all the same. */
  readonly isNews?: true;
  /** Null for what a person made, including by copying a copy of ours (D12). */
  readonly origin: Origin | null;
  /** For an activity that was half of another pair so far, which has to end first; and whether it names the event of that pair. */
  readonly former?: { readonly isNamed: boolean };
  /** False when Tandem may read but not write it: it is synced one way only. */
  readonly writable: boolean;
  /** Why no copy is made on the other side; null when one may be. A pair that exists goes on. */
  readonly unsent: Reason | null;
  /** When it was last changed, according to its side; null when unknown. */
  readonly updatedAt: string | null;
  /** For an activity with times of day although "All day" is ticked: the entry by these times, and a text that identifies them. */
  readonly besideBox?: { readonly entry: Entry; readonly key: string };
  /** When it was created, to find the oldest of several matches; null when unknown. */
  readonly createdAt: string | null;
}

/** What one side reports about one of its entries. */
export type Change =
  | Present
  | { readonly kind: 'gone'; readonly id: string }
  /** An activity that belongs to somebody else. If it is half of a pair, it was given to them since. */
  | {
      readonly kind: 'handed-over';
      readonly id: string;
      readonly version: string;
      /** The activity itself; null when it cannot be expressed as an event. */
      readonly present: Present | null;
    }
  /** It exists, but is not synced. */
  | {
      readonly kind: 'left-out';
      readonly id: string;
      readonly version: string;
      readonly reason: Reason;
      /** For `no-such-date` and `no-such-series`: the activity of the series that it names. */
      readonly series?: string;
      /** For a declined event: whether somebody else organizes it. */
      readonly isOthers?: true;
    };
