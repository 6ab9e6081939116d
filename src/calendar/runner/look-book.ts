/** When each person was last looked at, in a cache that may lose it: then everybody is due, and nothing else is lost. */
import { valueOr } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import { gathering, readAhead } from '../../kit/together';
import { apartMarks, lookShelf, shelfOf, SHELVES, type Look } from '../boards/look-shelf';

const MINUTE_MS = 60_000;

export interface LookBook {
  lastMs(userId: string): number | null;
  /** Everything up to this instant has been carried over; null when that is not known. */
  inStepMs(userId: string): number | null;
  stateAt(userId: string): string | null;
  isUnfinished(userId: string): boolean;
  note(
    userId: string,
    nowMs: number,
    met: { readonly workState: string | null; readonly isUnfinished: boolean },
  ): void;
  /** Notes that everything up to this instant has been carried over. */
  noteInStep(userId: string, atMs: number): void;
  /** Whether it is known which of the person's events are left alone. */
  knowsApart(userId: string): boolean;
  /** Notes the events that are left alone though they have an activity. */
  noteApart(userId: string, eventIds: readonly string[]): void;
  /** Notes whose turn begins, so that the next execution knows whose turn ended this one. */
  begin(userId: string): void;
  /** The person in whose turn the last execution was ended; null when it ended by itself. */
  readonly lost: string | null;
  /** Saves the looks at these people, forgets all others, and forgets whose turn it was. */
  save(people: ReadonlySet<string>, everyMs: number): void;
}

const NO_LOOK: Look = [0, null, null, false, null];

const hasAny = (shelf: object): boolean => Object.keys(shelf).length > 0;

/** The look book of one execution: read once, written together. */
export function lookBook(cache: StringStore, customer: string): LookBook {
  const workingKey = `working.${customer}`;
  const shelfIn = (store: StringStore, index: number) => lookShelf(store, customer, index);
  const places = Array.from({ length: SHELVES }, (_, index) => index);
  const keys = places.map((index) => shelfIn(cache, index).key);
  const known = readAhead(cache, [...keys, workingKey]);
  const found = places.map((index) => valueOr(shelfIn(known, index).read(), null)?.looks ?? {});
  const looks = new Map<string, Look>(found.flatMap((shelf) => Object.entries(shelf)));
  const lost = known.get(workingKey);
  let isWorking = lost !== null;
  return {
    lost,
    lastMs: (userId) => (looks.has(userId) ? looks.get(userId)![0] * MINUTE_MS : null),
    inStepMs(userId) {
      const minutes = looks.get(userId)?.[2] ?? null;
      return minutes === null ? null : minutes * MINUTE_MS;
    },
    stateAt: (userId) => looks.get(userId)?.[1] ?? null,
    isUnfinished: (userId) => looks.get(userId)?.[3] ?? false,
    note(userId, nowMs, { workState, isUnfinished }) {
      const [, , inStepAt, , apart] = looks.get(userId) ?? NO_LOOK;
      looks.set(userId, [Math.floor(nowMs / MINUTE_MS), workState, inStepAt, isUnfinished, apart]);
    },
    noteInStep(userId, atMs) {
      const [lookedAt, workState, , isUnfinished, apart] = looks.get(userId) ?? NO_LOOK;
      looks.set(userId, [lookedAt, workState, Math.floor(atMs / MINUTE_MS), isUnfinished, apart]);
    },
    knowsApart: (userId) => (looks.get(userId) ?? NO_LOOK)[4] !== null,
    noteApart(userId, eventIds) {
      const [lookedAt, workState, inStepAt, isUnfinished] = looks.get(userId) ?? NO_LOOK;
      looks.set(userId, [lookedAt, workState, inStepAt, isUnfinished, apartMarks(eventIds)]);
    },
    begin(userId) {
      isWorking = true;
      // What the cache loses only costs looks; that is true of everything kept here.
      void cache.set({ [workingKey]: userId });
    },
    save(people, everyMs) {
      const sorted = places.map((): Record<string, Look> => ({}));
      for (const [userId, look] of looks)
        if (people.has(userId)) sorted[shelfOf(userId)]![userId] = look;
      const together = gathering(cache);
      for (const index of places)
        if (hasAny(sorted[index]!) || hasAny(found[index]!))
          void shelfIn(together.store, index).write({ everyMs, looks: sorted[index]! });
      void together.send();
      if (isWorking) cache.delete([workingKey]);
      isWorking = false;
    },
  };
}
