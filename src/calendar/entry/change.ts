import type { Entry } from './entry';
import type { Reason } from './why';

/** Whose copy an entry is: the id on the other side that it was made from. */
export interface Origin {
  readonly id: string;
  /** Counts how often the copy was made anew; 1 for the first. */
  readonly generation: number;
}

/** There, and both sides can say what it says. */
export interface Present {
  readonly kind: 'present';
  readonly id: string;
  /** Google's etag, or the hash of the activity. */
  readonly version: string;
  readonly entry: Entry;
  /** Null for what a person made. A copy made by copying carries none: see D12. */
  readonly origin: Origin | null;
  /** False where we may read but never write: it goes one way only. */
  readonly writable: boolean;
  /** Why it is not sent to the other side by itself; a pair that there is goes on. */
  readonly unsent: Reason | null;
  /** When it was last changed, as its side says; null when the side cannot say. */
  readonly updatedAt: string | null;
  /** Of an activity with times of day beside a ticked box "All day": what it says by these times, and their text. */
  readonly besideBox?: { readonly entry: Entry; readonly key: string };
  /** What the pair is ordered by where only one can be the oldest; null when the side cannot say. */
  readonly createdAt: string | null;
}

/** What one side says of one of its entries. */
export type Change =
  | Present
  | { readonly kind: 'gone'; readonly id: string }
  /** An activity that is another person's: given to them since, where it is half of a pair. */
  | {
      readonly kind: 'handed-over';
      readonly id: string;
      readonly version: string;
      /** What it says; null where it says nothing that an event could. */
      readonly present: Present | null;
    }
  /** There, but no matter for the sync. */
  | {
      readonly kind: 'left-out';
      readonly id: string;
      readonly version: string;
      readonly reason: Reason;
    };
