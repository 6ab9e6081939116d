/** When each person was looked at last, in a cache that may forget it: then everybody is due, and nothing is lost. */
import { valueOr } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import { gathering, readAhead } from '../../kit/together';
import { apartMarks, lookShelf, shelfOf, SHELVES, type Look } from '../boards/look-shelf';

const MINUTE_MS = 60_000;

export interface LookBook {
  lastMs(userId: string): number | null;
  stateAt(userId: string): string | null;
  isUnfinished(userId: string): boolean;
  note(
    userId: string,
    nowMs: number,
    met: { readonly workState: string | null; readonly isUnfinished: boolean },
  ): void;
  /** Everything that was so at this instant has been carried over. */
  noteInStep(userId: string, atMs: number): void;
  /** Whether it is known which of the person's events are left as they are. */
  knowsApart(userId: string): boolean;
  /** Notes the events that are left as they are though they have an activity. */
  noteApart(userId: string, eventIds: readonly string[]): void;
  /** Says whom the runner works on, so that whoever ends an execution is known to the next. */
  begin(userId: string): void;
  /** Whoever the last execution did not come back from. */
  readonly lost: string | null;
  /** Forgets everybody but these, and that somebody was worked on. */
  save(people: ReadonlySet<string>, everyMs: number): void;
}

const NO_LOOK: Look = [0, null, null, false, null];

const hasAny = (shelf: object): boolean => Object.keys(shelf).length > 0;

/** Of one execution: read once, and written together. */
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
      // A cache that forgets costs looks, and nothing else: so it is with all that is kept here.
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
