import type { Template } from './added-text';
import type { Field, Side } from './entry';
import type { FieldWays } from './field-ways';
import type { OwnChoices } from './own-choices';
import type { SyncWindow } from './sync-window';

/** The work system's activity types, by its own ids. */
export interface TypePolicy {
  /** The types whose activities go to Google (S19). */
  readonly synced: readonly string[];
  /** Project tasks, which are never synced in either direction (S4). */
  readonly tasks: readonly string[];
  /** The type of an entry from Google (S22). */
  readonly defaultId: string;
  /** The type of a private entry from Google; null when the work system has none for it (S21). */
  readonly personalId: string | null;
}

export interface Shown {
  /** Whether they take up the time, whatever the activity says. */
  readonly busy?: boolean;
  /** For those that are not private by themselves. */
  readonly visibility?: 'public' | 'private';
}

/** Everything that a plan depends on besides the two sides. */
export interface Policy {
  /** Which side wins when both changed the same field. `newest` needs both times; if one is unknown, Google wins. */
  readonly winner: Side | 'newest';
  /** What of a private Google event the work system sees. `busy`: that the time is taken. */
  readonly privateEvents: 'full' | 'busy' | 'leave-out';
  /** Focus time and out of office. */
  readonly specialEvents: 'busy' | 'leave-out';
  readonly types: TypePolicy;
  /** What the work system can hold; the rest stays in Google. */
  readonly held: readonly Field[];
  /** The fields that do not go the usual way; absent if all do (TF18). */
  readonly fieldWays?: FieldWays;
  /** The text that Tandem adds to the events it makes; absent if it adds none. */
  readonly template?: Template;
  /** How new events that Tandem makes are shown; absent for as the work system and the calendar have it (TF26). */
  readonly shown?: Shown;
  readonly window: SyncWindow;
  /** Who is synced; an activity is theirs when its owner is one of their addresses. */
  readonly person: {
    readonly email: string;
    readonly addresses: readonly string[];
    readonly zone: string;
    /** Absent where nobody's own choices matter. */
    readonly choices?: OwnChoices;
  };
  /**
   * Whether anybody in the organization has this address, in lower case. Only then does an activity count as given to somebody
   * else: a typing mistake in an owner's address must not remove anything from a calendar.
   */
  isSomebody(address: string): boolean;
  /** Whether this address, in lower case, is that of somebody whose calendar is synced: a meeting of theirs is an activity of theirs. */
  isSynced(address: string): boolean;
  /** What somebody whose calendar is synced chose about it; absent where nobody else's choices matter. */
  choicesOf?(address: string): OwnChoices;
}
