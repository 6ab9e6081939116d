/** When each person was looked at last, in a cache that may forget it: then everybody is due, and nothing is lost. */
import { valueOr } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
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

/** Of one execution: read once. */
export function lookBook(cache: StringStore, customer: string): LookBook {
  const shelves = Array.from({ length: SHELVES }, (_, index) => lookShelf(cache, customer, index));
  const looks = new Map<string, Look>(
    shelves.flatMap((shelf) => Object.entries(valueOr(shelf.read(), null)?.looks ?? {})),
  );
  const workingKey = `working.${customer}`;
  return {
    lost: cache.get(workingKey),
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
    begin: (email) => void cache.set({ [workingKey]: email }),
    save(people, everyMs) {
      const sorted = shelves.map((): Record<string, Look> => ({}));
      for (const [email, look] of looks)
        if (people.has(email)) sorted[shelfOf(email)]![email] = look;
      shelves.forEach((shelf, index) => shelf.write({ everyMs, looks: sorted[index]! }));
      cache.delete([workingKey]);
    },
  };
}
