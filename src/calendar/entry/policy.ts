import type { Field, Side } from './entry';
import type { SyncWindow } from './sync-window';

/** The activity types of the work system, as ids of its own. */
export interface TypePolicy {
  /** Whose activities go to Google (S19). */
  readonly synced: readonly string[];
  /** Project tasks: never, in neither direction (S4). */
  readonly tasks: readonly string[];
  /** What an entry from Google becomes (S22). */
  readonly defaultId: string;
  /** What a private entry from Google becomes; null where there is no such type (S21). */
  readonly personalId: string | null;
}

/** Everything that a plan depends on besides what the two sides say. */
export interface Policy {
  /** Whose value stands where both changed the same field. `newest` where both can say when; else Google's. */
  readonly winner: Side | 'newest';
  /** What of a private Google event the work system sees. `busy`: that the time is taken. */
  readonly privateEvents: 'full' | 'busy' | 'leave-out';
  /** Focus time and out of office. */
  readonly specialEvents: 'busy' | 'leave-out';
  readonly types: TypePolicy;
  /** What the work system can hold; the rest stays in Google. */
  readonly held: readonly Field[];
  readonly window: SyncWindow;
  /** Who is synced; an activity is theirs when its owner is one of their addresses. */
  readonly person: {
    readonly email: string;
    readonly addresses: readonly string[];
    readonly zone: string;
  };
  /**
   * Whether anybody here has this address, in lower case. An activity is given to somebody else only where it is: a slip of
   * the keyboard in an owner's address takes nothing out of a calendar.
   */
  isSomebody(address: string): boolean;
}
