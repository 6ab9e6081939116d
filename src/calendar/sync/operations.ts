import type { Present } from '../entry/change';
import type { Entry, Field, Side } from '../entry/entry';
import type { Link, Version } from '../entry/link';
import type { Conflict } from '../ports';

/** One side's half of an update. */
export interface Write {
  /** What stood there, as far as it was seen: for the journal, and for taking it back. */
  readonly before: Entry;
  readonly after: Entry;
  /** Only these are written. */
  readonly fields: readonly Field[];
}

/** What a link becomes once its operation is done; the versions of what was written come with the answer. */
export type NextLink = Omit<Link, 'behind'>;

/** One planned change. Every one ends in a link kept or dropped. */
export type Operation =
  /** Nothing to write: the two are known to be one, or are so at newer versions. */
  | { readonly kind: 'link'; readonly next: NextLink; readonly previous: Link | null }
  /** Each half may be null, not both. */
  | {
      readonly kind: 'update';
      readonly next: NextLink;
      readonly previous: Link | null;
      readonly google: Write | null;
      readonly work: Write | null;
      readonly conflict: Conflict | null;
      /** It takes back details of a private event: what was noted of them goes, too. */
      readonly hides?: true;
    }
  /** Also "made anew": one operation with the link it replaces, for a failure between two halves would lose the pair. */
  | {
      readonly kind: 'create';
      readonly on: Side;
      readonly source: Present;
      readonly origin: Side;
      readonly generation: number;
      readonly replaces: Link | null;
    }
  | {
      readonly kind: 'delete';
      readonly on: Side;
      readonly at: Version;
      readonly link: Link;
      readonly before: Entry;
      /** As in an update. The organization chose so: no brake asks the person. */
      readonly hides?: true;
    }
  | { readonly kind: 'unlink'; readonly link: Link }
  /** A change is let pass; both sides are read before the pair is decided again. */
  | { readonly kind: 'leave'; readonly link: Link };
