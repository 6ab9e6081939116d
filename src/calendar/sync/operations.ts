import type { Present } from '../entry/change';
import type { Entry, Field, Side } from '../entry/entry';
import type { Link, Version } from '../entry/link';
import type { Shown } from '../entry/policy';
import type { Conflict } from '../ports';

/** One side's half of an update. */
export interface Write {
  /** The entry before, as far as it was seen: for the journal, and for undoing the write. */
  readonly before: Entry;
  readonly after: Entry;
  /** The fields to write. */
  readonly fields: readonly Field[];
}

/** What a new event has from the one that it continues, and what its activity gets. */
export interface Continued {
  readonly event: string;
  readonly google: Write;
  readonly work: Write | null;
}

/** The link after its operation; the versions of what was written are known from the responses. */
export type NextLink = Omit<Link, 'behind' | 'withdrawing' | 'halved'>;

/** One planned change. Each one but `occurrence` results in a link that is kept or dropped. */
export type Operation = Plain & {
  /** What has to have succeeded first. */
  readonly needs?: readonly Operation[];
  /** Of a series: `Present.heard`. If this fails, these have to be read again. */
  readonly heard?: readonly string[];
  /** Whether the next run has to read both sides and plan the pair again. */
  readonly postpones?: boolean;
};

type Plain =
  /** Nothing to write: the two are found to be the same, or still are at newer versions. */
  | { readonly kind: 'link'; readonly next: NextLink; readonly previous: Link | null }
  /** One half may be null, but not both. */
  | {
      readonly kind: 'update';
      readonly next: NextLink;
      readonly previous: Link | null;
      readonly google: Write | null;
      readonly work: Write | null;
      readonly conflict: Conflict | null;
      /** What the other side lost in the same update. */
      readonly alsoLost?: Conflict | null;
      /** Whether it takes back details of a private event; they are removed from the journal as well. */
      readonly hides?: true;
      /** Whether the activity no longer counts as made from the event that it was made from. */
      readonly detaches?: boolean;
      /** Of an exception: whether its activity has to name another series, because that of its event has an activity of its own now. */
      readonly rejoins?: true;
      /** The pair of that series, known once it has been made. */
      readonly series?: Link;
    }
  /** Creates a copy, or makes one anew: then the replaced link is part of the operation, because a failure in between would lose the pair. */
  | {
      readonly kind: 'create';
      readonly on: Side;
      readonly source: Present;
      readonly origin: Side;
      readonly generation: number;
      readonly replaces: Link | null;
      /** Of an event, if the organization has chosen one. */
      readonly visibility?: NonNullable<Shown['visibility']>;
      /** For an exception: the pair of its series, known once that has been made. */
      readonly series?: Link;
      /** For an event that takes the place of another one from some date on. */
      readonly continues?: Continued;
      /** As in an update. */
      readonly detaches?: boolean;
    }
  | {
      readonly kind: 'delete';
      readonly on: Side;
      readonly at: Version;
      readonly link: Link;
      readonly before: Entry;
      /** As in an update. The organization has decided this, so no brake asks the person. */
      readonly hides?: true;
      /** Whether Tandem takes back its copy though the original is still there. */
      readonly withdraws?: true;
      /** Whether it goes because its series does: the brakes count the series. */
      readonly follows?: true;
    }
  /** Cancels one date of a series in Google, or brings it back. The series' own operation needs it. */
  | {
      readonly kind: 'occurrence';
      /** The pair of the series. */
      readonly link: Link;
      readonly date: string;
      readonly takesPlace: boolean;
      /** The series as Google has it. */
      readonly series: Entry;
    }
  | { readonly kind: 'unlink'; readonly link: Link }
  /** Passes over a change; both sides are read before anything is decided about the pair again. */
  | {
      readonly kind: 'leave';
      readonly link: Link;
      /** Google's news of a series, which will not be told again. */
      readonly cancelled?: readonly string[];
      /** `Link.halved`. */
      readonly halves?: true;
    };

export type Update = Extract<Operation, { readonly kind: 'update' }>;

export type Creation = Extract<Operation, { readonly kind: 'create' }>;
