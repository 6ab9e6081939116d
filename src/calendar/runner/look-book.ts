/** When each person was looked at last, in a cache that may forget it: then everybody is due, and nothing is lost. */
import { valueOr } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import { gathering, readAhead } from '../../kit/together';
import { lookShelf, shelfOf, SHELVES, type Look } from './look-shelf';

const MINUTE_MS = 60_000;

export interface LookBook {
  lastMs(email: string): number | null;
  stateAt(email: string): string | null;
  isUnfinished(email: string): boolean;
  note(
    email: string,
    nowMs: number,
    met: { readonly workState: string | null; readonly isUnfinished: boolean },
  ): void;
  /** Everything that was so at this instant has been carried over. */
  noteInStep(email: string, atMs: number): void;
  /** Says whom the runner works on, so that whoever ends an execution is known to the next. */
  begin(email: string): void;
  /** Whoever the last execution did not come back from. */
  readonly lost: string | null;
  /** Forgets everybody but these, and that somebody was worked on. */
  save(people: ReadonlySet<string>, everyMs: number): void;
}

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
    lastMs: (email) => (looks.has(email) ? looks.get(email)![0] * MINUTE_MS : null),
    stateAt: (email) => looks.get(email)?.[1] ?? null,
    isUnfinished: (email) => looks.get(email)?.[3] ?? false,
    note(email, nowMs, { workState, isUnfinished }) {
      const inStepAt = looks.get(email)?.[2] ?? null;
      looks.set(email, [Math.floor(nowMs / MINUTE_MS), workState, inStepAt, isUnfinished]);
    },
    noteInStep(email, atMs) {
      const [lookedAt, workState, , isUnfinished] = looks.get(email) ?? [0, null, null, false];
      looks.set(email, [lookedAt, workState, Math.floor(atMs / MINUTE_MS), isUnfinished]);
    },
    begin(email) {
      isWorking = true;
      cache.set({ [workingKey]: email });
    },
    save(people, everyMs) {
      const sorted = places.map((): Record<string, Look> => ({}));
      for (const [email, look] of looks)
        if (people.has(email)) sorted[shelfOf(email)]![email] = look;
      const together = gathering(cache);
      for (const index of places)
        if (hasAny(sorted[index]!) || hasAny(found[index]!))
          shelfIn(together.store, index).write({ everyMs, looks: sorted[index]! });
      together.send();
      if (isWorking) cache.delete([workingKey]);
      isWorking = false;
    },
  };
}
