/** What people want of their calendar sync, left in the script's properties until the runner has acted on it (DESIGN 3). */
import { msOf } from '../../kit/clock';
import { decoderOf } from '../../kit/decoder';
import type { Failure } from '../../kit/failure';
import type { Person } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import { slot, valueOr, type SlotForm } from '../../kit/slot';
import type { ListedStore, StringStore } from '../../kit/string-store';
import type { ShortLock } from '../../runs/ports';
import type { NewChoices, OwnRules } from '../entry/own-choices';
import { beside, notedForm, type Noted, type Wish } from './noted-wish';

export type { Undo, Wish } from './noted-wish';

/** A wish gives way to a waiting one of higher rank: nothing may replace a person's "off". */
const RANK: Readonly<Record<Wish['kind'], number>> = {
  look: 0,
  list: 1,
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
  /** What the person chose besides; null for nothing. */
  readonly choices: NewChoices | null;
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
  /**
   * Leaves a choice about one event beside whatever the person wished for, with a look where nothing waits. `too-many`: as many
   * as fit into a wish still wait. Fails with `busy` or `store-full`.
   */
  choose(person: Person, choice: Chosen, at: string): Result<'put' | 'too-many', Failure>;
  /** The same for what applies to everything that is synced; it replaces what was chosen before. */
  chooseRules(person: Person, rules: OwnRules, at: string): Result<'put', Failure>;
  all(): readonly Waiting[];
  /** Whether a wish found no room in the last day; administrators are told then. */
  isRefusing(nowMs: number): boolean;
  /** Removes a wish that was carried out, unless the person has wished for something else meanwhile. */
  remove(waiting: Waiting): void;
}

const isDecision = ({ wish, choices }: Omit<Noted, 'email'>): boolean =>
  wish.kind !== 'look' || choices !== undefined;

type Chosen = NewChoices['events'][number];

/** A wish has to be short. */
const MOST_CHOSEN = 10;

const REFUSAL_TOLD_MS = 86_400_000;

/** One organization's wishes as they are stored. */
function stored(store: ListedStore, customer: string) {
  const prefix = `wish.${customer}.`;
  const form = (key: string): SlotForm<Noted> => ({
    key,
    version: 2,
    decode: decoderOf<Noted>(notedForm),
  });
  const read = (from: StringStore, key: string): Noted | null =>
    valueOr(slot(from, form(key)).read(), null);
  const all = (): Waiting[] => {
    const found = store.entries(prefix);
    return Object.entries(found).flatMap(([key, text]): Waiting[] => {
      const noted = read({ ...store, get: (name) => found[name] ?? null }, key);
      if (noted === null) return [];
      const { email, wish, choices = null } = noted;
      return [{ person: { userId: key.slice(prefix.length), email }, wish, choices, text }];
    });
  };
  const keyOf = (userId: string): string => prefix + userId;
  return {
    keyOf,
    all,
    of: (userId: string): Noted | null => read(store, keyOf(userId)),
    write: (userId: string, noted: Noted) => slot(store, form(keyOf(userId))).write(noted),
    dropLooks(): boolean {
      const looks = all().filter(({ wish, choices }) => wish.kind === 'look' && choices === null);
      if (looks.length > 0) store.delete(looks.map(({ person }) => keyOf(person.userId)));
      return looks.length > 0;
    },
  };
}

export function wishes(store: ListedStore, lock: ShortLock, customer: string): Wishes {
  const markKey = `refused.${customer}`;
  const { keyOf, all, of, write, dropLooks } = stored(store, customer);
  /** If there is no room for this mark either, the person has been told at least. */
  const mark = (at: string): void => void store.set({ [markKey]: at });
  /** Replaces what waits, unless it is not to be replaced. */
  function change<R extends string>(
    { userId, email }: Person,
    to: (waiting: Noted | null) => Omit<Noted, 'email'> | R,
  ): Result<'put' | R, Failure> {
    const held = lock.hold((): Result<'put' | R, Failure> => {
      const next = to(of(userId));
      if (typeof next === 'string') return ok(next);
      const first = write(userId, { email, ...next });
      // Looks only hurry what happens anyway, so they make room for decisions.
      const makesRoom = !first.ok && isDecision(next) && dropLooks();
      const kept = makesRoom ? write(userId, { email, ...next }) : first;
      if (!kept.ok && kept.failure.kind === 'store-full') mark(next.wish.at);
      return kept.ok ? ok('put') : kept;
    });
    return held.ok ? held.value : held;
  }
  return {
    of: (userId) => of(userId)?.wish ?? null,
    put: (person, wish) =>
      change<'gave-way'>(person, (waiting) =>
        waiting && RANK[waiting.wish.kind] > RANK[wish.kind]
          ? 'gave-way'
          : { wish, choices: waiting?.choices },
      ),
    choose: (person, { id, isLeftOut }, at) =>
      change<'too-many'>(person, (waiting) => {
        const others = waiting?.choices?.events.filter((one) => one.id !== id) ?? [];
        if (others.length >= MOST_CHOSEN) return 'too-many';
        return beside(waiting, { events: [...others, { id, isLeftOut }] }, at);
      }),
    chooseRules: (person, rules, at) =>
      change<never>(person, (waiting) => beside(waiting, { rules }, at)),
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
