/** What runs tell people, in a cache that may lose it. Nothing here decides what is synced. */
import { array, boolean, nullable, number, object, optional, picklist, string } from 'valibot';
import { instantAt } from '../../kit/clock';
import { decoderOf } from '../../kit/decoder';
import type { Failure } from '../../kit/failure';
import type { Result } from '../../kit/result';
import { slot, valueOr, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import { gathering } from '../../kit/together';
import type { Hold } from '../sync/brakes';
import { isAmong, lookShelf, shelfOf } from './look-shelf';
import type { SayableFailure } from './sayable';
import { holdForm, leftOutForm, wordsForm } from './saved-forms';
import { toldConflictsForm, type ToldConflict } from './told-conflict';
import type { CalendarSettings } from '../settings';
import type { Reason } from '../entry/why';

/** A change by a run, as the person's card shows it. */
export interface ToldChange {
  readonly at: string;
  readonly title: string;
  /** In whole sentences. */
  readonly what: string;
  readonly isPrivate: boolean;
  /** What to name in a wish to undo it; null where it cannot be undone. */
  readonly undo: { readonly run: string; readonly id: string } | null;
  /** The event, and the side on which somebody had changed it; null for an event that this run made. */
  readonly event: { readonly id: string; readonly madeIn: 'google' | 'work' } | null;
}

/** The last run that found something to do or to report. */
export interface Status {
  readonly at: string;
  /** `off`: the runner turned the person's sync off, for the reason in `failure`. */
  readonly outcome: 'done' | 'held' | 'failed' | 'off';
  /** Entries written on each side. */
  readonly written: { readonly google: number; readonly work: number };
  /** The last few changes, newest first. */
  readonly changes: readonly ToldChange[];
  /** All conflicts that the person has not dismissed, newest first. */
  readonly conflicts: readonly ToldConflict[];
  readonly leftOut: readonly { readonly reason: Reason; readonly count: number }[];
  /** Entries that failed and will be tried again. */
  readonly waiting: number;
  /** Pairs that are kept in step. */
  readonly links: number;
  readonly hold: Hold | null;
  readonly failure: SayableFailure | null;
  /** The addresses of synced colleagues to whose meetings the person is invited. */
  readonly organizers?: readonly string[] | undefined;
  /** Google's ids of meetings of theirs of which the person has an activity all the same. */
  readonly ownMeetings?: readonly string[] | undefined;
  /** The administrator who connected the person; absent where they turned it on themself. */
  readonly connectedBy?: string | undefined;
}

/** From the runner's look book: when a person's calendar was last in step, and how often it is looked at. */
export interface Fresh {
  readonly at: string;
  readonly everyMs: number;
}

/** The organization's choices that a person may see. */
export interface PolicySummary {
  readonly privateEvents: CalendarSettings['privateEvents'];
  /** When a run first found this choice for private events in place of another; null if it has always been the same. */
  readonly since: string | null;
  readonly specialEvents: CalendarSettings['specialEvents'];
  /** Names of the activity types that go to Google (S30). */
  readonly types: readonly string[];
  /** In words, which way single fields go if not the usual way (TF18). */
  readonly fields: readonly string[];
  /** Whether administrators may connect people. */
  readonly areConnected?: boolean | undefined;
}

const statusForm = object({
  at: string(),
  outcome: picklist(['done', 'held', 'failed', 'off']),
  written: object({ google: number(), work: number() }),
  changes: array(
    object({
      at: string(),
      title: string(),
      what: string(),
      isPrivate: boolean(),
      undo: optional(nullable(object({ run: string(), id: string() })), null),
      event: optional(
        nullable(object({ id: string(), madeIn: picklist(['google', 'work']) })),
        null,
      ),
    }),
  ),
  conflicts: toldConflictsForm,
  leftOut: array(leftOutForm),
  waiting: number(),
  links: number(),
  hold: nullable(holdForm),
  failure: wordsForm,
  organizers: optional(array(string())),
  ownMeetings: optional(array(string())),
  connectedBy: optional(string()),
});
const summaryForm = object({
  privateEvents: picklist(['full', 'busy', 'leave-out']),
  since: nullable(string()),
  specialEvents: picklist(['busy', 'leave-out']),
  types: array(string()),
  fields: optional(array(string()), []),
  areConnected: optional(boolean()),
});

export interface StatusBoard {
  status(userId: string): Status | null;
  fresh(userId: string): Fresh | null;
  /** Whether this event is left alone though it has an activity; null when unknown. */
  isApart(userId: string, eventId: string): boolean | null;
  policy(): PolicySummary | null;
  /** Why the last run ended before it reached everybody: no one person's fault, and nobody is synced until it is cured. */
  trouble(): SayableFailure | null;
  /** @param trouble null when a run went well. */
  tell(trouble: SayableFailure | null): void;
  /** All of them in one call to the cache. */
  post(posts: Posts): Result<null, Failure>;
  clear(userId: string): void;
}

export interface Posts {
  /** By user id. */
  readonly status?: ReadonlyMap<string, Status>;
  readonly policy?: PolicySummary;
}

export function statusBoard(cache: StringStore, customer: string): StatusBoard {
  const statusKey = (userId: string): string => `status.${customer}.${userId}`;
  const policyPlace = `policy.${customer}`;
  const trouble = slot(cache, {
    key: `trouble.${customer}`,
    version: 1,
    decode: decoderOf<SayableFailure | null>(wordsForm),
  });
  const status = (key: string, store = cache): Slot<Status> =>
    slot(store, { key, version: 2, decode: decoderOf<Status>(statusForm) });
  const policy = (store = cache): Slot<PolicySummary> =>
    slot(store, { key: policyPlace, version: 2, decode: decoderOf<PolicySummary>(summaryForm) });
  return {
    status: (userId) => valueOr(status(statusKey(userId)).read(), null),
    fresh(userId) {
      const shelf = valueOr(lookShelf(cache, customer, shelfOf(userId)).read(), null);
      const inStepAt = shelf?.looks[userId]?.[2] ?? null;
      if (shelf === null || inStepAt === null) return null;
      return { at: instantAt(inStepAt * 60_000), everyMs: shelf.everyMs };
    },
    isApart(userId, eventId) {
      const shelf = valueOr(lookShelf(cache, customer, shelfOf(userId)).read(), null);
      const marks = shelf?.looks[userId]?.[4] ?? null;
      return marks === null ? null : isAmong(marks, eventId);
    },
    policy: () => valueOr(policy().read(), null),
    trouble: () => valueOr(trouble.read(), null),
    tell(told) {
      // If the cache does not keep it, people learn of it from the next run.
      if (told !== null) void trouble.write(told);
      else if (trouble.read().kind !== 'nothing') trouble.clear();
    },
    post(posts) {
      const together = gathering(cache);
      // Gathering never fails; sending may.
      for (const [userId, one] of posts.status ?? [])
        void status(statusKey(userId), together.store).write(one);
      if (posts.policy) void policy(together.store).write(posts.policy);
      return together.send();
    },
    clear: (userId) => cache.delete([statusKey(userId)]),
  };
}
