/** What people want of their calendar sync, left in the script's properties until the runner has acted on it (DESIGN 3). */
import {
  array,
  boolean,
  literal,
  nullable,
  number,
  object,
  optional,
  picklist,
  string,
  variant,
} from 'valibot';
import { msOf } from '../../kit/clock';
import { decoderOf } from '../../kit/decoder';
import type { Failure } from '../../kit/failure';
import type { Person } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import { slot, valueOr, type SlotForm } from '../../kit/slot';
import type { ListedStore, StringStore } from '../../kit/string-store';
import type { ShortLock } from '../../runs/ports';
import type { Dismissed } from './told-conflict';

/** `at`: the instant at which the person said so. */
export type Wish =
  /** Show me what would happen. */
  | { readonly kind: 'preview'; readonly at: string }
  | { readonly kind: 'on'; readonly at: string; readonly consentVersion: number }
  | { readonly kind: 'off'; readonly at: string; readonly copies: 'keep' | 'remove' }
  /** Go on with a run that was held, for these numbers and once. */
  | {
      readonly kind: 'approve';
      readonly at: string;
      readonly deletions: number;
      readonly creations: number;
      readonly changes: number;
    }
  /** Conflicts that the person has seen. */
  | ({ readonly kind: 'dismiss'; readonly at: string } & Dismissed)
  | Undo
  /** Something changed, or somebody is waiting: look before the usual time. */
  | { readonly kind: 'look'; readonly at: string };

/** Puts back what a run wrote, or takes the version that lost a conflict. */
export interface Undo {
  readonly kind: 'undo';
  readonly at: string;
  /** The run, as the Journal names it; null for a conflict. */
  readonly run: string | null;
  /** One event or activity of that run; null for all of them. For a conflict, its key. */
  readonly id: string | null;
  /** Whether the person has seen what would be put back. Otherwise, the next run shows it to them. */
  readonly go: boolean;
}

const at = string();

const wishForm = variant('kind', [
  object({ kind: literal('preview'), at }),
  object({ kind: literal('on'), at, consentVersion: number() }),
  object({ kind: literal('off'), at, copies: picklist(['keep', 'remove']) }),
  object({
    kind: literal('approve'),
    at,
    deletions: number(),
    creations: number(),
    // A wish of an earlier version allows none.
    changes: optional(number(), 0),
  }),
  object({
    kind: literal('dismiss'),
    at,
    keys: array(string()),
    until: nullable(string()),
  }),
  object({
    kind: literal('undo'),
    at,
    run: nullable(string()),
    id: nullable(string()),
    go: boolean(),
  }),
  object({ kind: literal('look'), at }),
]);

/** The address is the person's at the time of the wish; used while nothing else is known about them. */
interface Noted {
  readonly email: string;
  readonly wish: Wish;
}

const schema = object({ email: string(), wish: wishForm });

/** A wish gives way to a waiting one of higher rank: nothing may replace a person's "off". */
const RANK: Readonly<Record<Wish['kind'], number>> = {
  look: 0,
  dismiss: 1,
  preview: 2,
  approve: 2,
  undo: 2,
  on: 3,
  off: 3,
};

/** A wish as the runner found it. */
export interface Waiting {
  readonly person: Person;
  readonly wish: Wish;
  /** The stored text, which differs when another wish has been written since. */
  readonly text: string;
}

export interface Wishes {
  of(userId: string): Wish | null;
  /**
   * Leaves a wish for the person that Google says is calling, never for one that a card names (S26).
   * `gave-way`: one of higher rank still waits. Fails with `busy` or `store-full`.
   */
  put(person: Person, wish: Wish): Result<'put' | 'gave-way', Failure>;
  all(): readonly Waiting[];
  /** Whether a wish found no room in the last day; administrators are told then. */
  isRefusing(nowMs: number): boolean;
  /** Removes a wish that was carried out, unless the person has wished for something else meanwhile. */
  remove(waiting: Waiting): void;
}

const REFUSAL_TOLD_MS = 86_400_000;

export function wishes(store: ListedStore, lock: ShortLock, customer: string): Wishes {
  const prefix = `wish.${customer}.`;
  const markKey = `refused.${customer}`;
  const keyOf = (userId: string): string => prefix + userId;
  const form = (key: string): SlotForm<Noted> => ({
    key,
    version: 2,
    decode: decoderOf<Noted>(schema),
  });
  const read = (from: StringStore, key: string): Noted | null =>
    valueOr(slot(from, form(key)).read(), null);
  const all = (): Waiting[] => {
    const found = store.entries(prefix);
    return Object.entries(found).flatMap(([key, text]): Waiting[] => {
      const noted = read({ ...store, get: (name) => found[name] ?? null }, key);
      if (noted === null) return [];
      const { email, wish } = noted;
      return [{ person: { userId: key.slice(prefix.length), email }, wish, text }];
    });
  };
  const dropLooks = (): boolean => {
    const looks = all().filter(({ wish }) => wish.kind === 'look');
    if (looks.length > 0) store.delete(looks.map(({ person }) => keyOf(person.userId)));
    return looks.length > 0;
  };
  /** If there is no room for this mark either, the person has been told at least. */
  const mark = (at: string): void => void store.set({ [markKey]: at });
  return {
    of: (userId) => read(store, keyOf(userId))?.wish ?? null,
    put({ userId, email }, wish) {
      const key = keyOf(userId);
      const held = lock.hold((): Result<'put' | 'gave-way', Failure> => {
        const waiting = read(store, key)?.wish;
        if (waiting && RANK[waiting.kind] > RANK[wish.kind]) return ok('gave-way');
        const place = slot(store, form(key));
        const first = place.write({ email, wish });
        // Looks only hurry what happens anyway, so they make room for decisions.
        const makesRoom = !first.ok && wish.kind !== 'look' && dropLooks();
        const kept = makesRoom ? place.write({ email, wish }) : first;
        if (!kept.ok && kept.failure.kind === 'store-full') mark(wish.at);
        return kept.ok ? ok('put') : kept;
      });
      return held.ok ? held.value : held;
    },
    all,
    isRefusing(nowMs) {
      const refusedAt = store.get(markKey);
      if (refusedAt === null) return false;
      const isNow = nowMs - msOf(refusedAt) < REFUSAL_TOLD_MS;
      if (!isNow) store.delete([markKey]);
      return isNow;
    },
    remove({ person, text }) {
      const key = keyOf(person.userId);
      // If the script is busy, the wish stays and is carried out once more, which changes nothing.
      void lock.hold(() => {
        if (store.get(key) === text) store.delete([key]);
      });
    },
  };
}
