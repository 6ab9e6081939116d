/** What people want of their calendar sync, left in the script's properties until the runner has acted on it (DESIGN 3). */
import { literal, number, object, picklist, string, variant } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import type { Failure } from '../../kit/failure';
import type { Person } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import { slot, valueOr, type SlotForm } from '../../kit/slot';
import type { ListedStore, StringStore } from '../../kit/string-store';
import type { ShortLock } from '../../runs/ports';

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
    }
  /** Something changed, or somebody waits: do not let it wait its turn. */
  | { readonly kind: 'look'; readonly at: string };

const at = string();

const wishForm = variant('kind', [
  object({ kind: literal('preview'), at }),
  object({ kind: literal('on'), at, consentVersion: number() }),
  object({ kind: literal('off'), at, copies: picklist(['keep', 'remove']) }),
  object({ kind: literal('approve'), at, deletions: number(), creations: number() }),
  object({ kind: literal('look'), at }),
]);

/** The address is what the person had when they wished: for those of whom nothing else is known yet. */
interface Noted {
  readonly email: string;
  readonly wish: Wish;
}

const schema = object({ email: string(), wish: wishForm });

/** A wish gives way to one of a higher rank that still waits: nothing may come between a person and their "off". */
const RANK: Readonly<Record<Wish['kind'], number>> = {
  look: 0,
  preview: 1,
  approve: 1,
  on: 2,
  off: 2,
};

/** A wish as the runner found it. */
export interface Waiting {
  readonly person: Person;
  readonly wish: Wish;
  /** What stood in the store: a wish that was written since is another. */
  readonly text: string;
}

export interface Wishes {
  of(userId: string): Wish | null;
  /**
   * Leaves a wish for the person, who is the platform's, never one that a card named (S26).
   * `gave-way`: another that matters more still waits. Fails with `busy` or `store-full`.
   */
  put(person: Person, wish: Wish): Result<'put' | 'gave-way', Failure>;
  all(): readonly Waiting[];
  /** Removes a wish that was acted on, unless the person wished for something else meanwhile. */
  remove(waiting: Waiting): void;
}

export function wishes(store: ListedStore, lock: ShortLock, customer: string): Wishes {
  const prefix = `wish.${customer}.`;
  const keyOf = (userId: string): string => prefix + userId;
  const form = (key: string): SlotForm<Noted> => ({
    key,
    version: 2,
    decode: decoderOf<Noted>(schema),
  });
  const read = (from: StringStore, key: string): Noted | null =>
    valueOr(slot(from, form(key)).read(), null);
  return {
    of: (userId) => read(store, keyOf(userId))?.wish ?? null,
    put({ userId, email }, wish) {
      const key = keyOf(userId);
      const held = lock.hold((): Result<'put' | 'gave-way', Failure> => {
        const waiting = read(store, key)?.wish;
        if (waiting && RANK[waiting.kind] > RANK[wish.kind]) return ok('gave-way');
        const kept = slot(store, form(key)).write({ email, wish });
        return kept.ok ? ok('put') : kept;
      });
      return held.ok ? held.value : held;
    },
    all() {
      const found = store.entries(prefix);
      return Object.entries(found).flatMap(([key, text]): Waiting[] => {
        const noted = read({ ...store, get: (name) => found[name] ?? null }, key);
        if (noted === null) return [];
        const { email, wish } = noted;
        return [{ person: { userId: key.slice(prefix.length), email }, wish, text }];
      });
    },
    remove({ person, text }) {
      const key = keyOf(person.userId);
      lock.hold(() => {
        if (store.get(key) === text) store.delete([key]);
      });
    },
  };
}
