/** When each person was looked at last, in a cache that may forget it: then everybody is due, and nothing is lost. */
import { array, nullable, number, object, record, string, tuple } from 'valibot';
import { decoderOf } from '../kit/decoder';
import { slot, valueOr } from '../kit/slot';
import type { StringStore } from '../kit/string-store';

const MINUTE_MS = 60_000;

/** Minutes since 1970, and the state of the work system that was met: a state that did not get done is no news. */
type Look = [minutes: number, workState: string | null];

interface Kept {
  readonly looks: Readonly<Record<string, Look>>;
  /** Whose run was stopped by the time and goes on first thing. */
  readonly unfinished: readonly string[];
}

const keptForm = object({
  looks: record(string(), tuple([number(), nullable(string())])),
  unfinished: array(string()),
});

export interface LookBook {
  lastMs(email: string): number | null;
  stateAt(email: string): string | null;
  isUnfinished(email: string): boolean;
  note(
    email: string,
    nowMs: number,
    met: { readonly workState: string | null; readonly isUnfinished: boolean },
  ): void;
  /** Says whom the runner works on, so that whoever ends an execution is known to the next. */
  begin(email: string): void;
  /** Whoever the last execution did not come back from. */
  readonly lost: string | null;
  /** Forgets everybody but these. */
  save(people: ReadonlySet<string>): void;
}

export function lookBook(cache: StringStore, customer: string): LookBook {
  const place = slot<Kept>(cache, {
    key: `looks.${customer}`,
    version: 1,
    decode: decoderOf<Kept>(keptForm),
  });
  const workingKey = `working.${customer}`;
  const kept = valueOr(place.read(), { looks: {}, unfinished: [] });
  const looks = new Map(Object.entries(kept.looks));
  const unfinished = new Set(kept.unfinished);
  return {
    lost: cache.get(workingKey) || null,
    lastMs: (email) => (looks.has(email) ? looks.get(email)![0] * MINUTE_MS : null),
    stateAt: (email) => looks.get(email)?.[1] ?? null,
    isUnfinished: (email) => unfinished.has(email),
    note(email, nowMs, { workState, isUnfinished }) {
      looks.set(email, [Math.floor(nowMs / MINUTE_MS), workState]);
      if (isUnfinished) unfinished.add(email);
      else unfinished.delete(email);
    },
    begin: (email) => void cache.set({ [workingKey]: email }),
    save(people) {
      place.write({
        looks: Object.fromEntries([...looks].filter(([email]) => people.has(email))),
        unfinished: [...unfinished].filter((email) => people.has(email)),
      });
      cache.delete([workingKey]);
    },
  };
}
