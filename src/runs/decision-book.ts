/** Where a decision is kept, in two values: runs and previews write what waits, a person writes the go, so that neither overwrites the other. */
import {
  boolean,
  nullable,
  number,
  object,
  record,
  string,
  type BaseIssue,
  type BaseSchema,
} from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr, type Slot, type SlotForm } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import {
  allowanceOf,
  answerTo,
  standingOf,
  waitingAfter,
  type Allowance,
  type Answered,
  type Go,
  type Held,
  type Seen,
  type Standing,
  type Waiting,
} from './decision';
import { fencedSlot } from './fenced-slot';
import type { Lease } from './lease';

const numbers = record(string(), number());

const goSchema = object({
  at: string(),
  by: string(),
  to: string(),
  until: string(),
  numbers,
  marks: nullable(string()),
});

/** The forms in which a feature's decision is saved. */
export interface DecisionForms<W> {
  readonly waiting: SlotForm<Waiting<W>>;
  readonly go: SlotForm<Go>;
}

/** @param version goes up when the form of `W` changes; what waited in the old form is asked about again. */
export const decisionForms = <W>(
  feature: string,
  version: number,
  what: BaseSchema<unknown, W, BaseIssue<unknown>>,
): DecisionForms<W> => ({
  waiting: {
    key: `${feature}.waiting`,
    version,
    decode(data, savedVersion) {
      const schema = object({
        plannedAt: string(),
        until: string(),
        numbers,
        marks: nullable(string()),
        mayGo: boolean(),
        what,
      });
      return savedVersion === version
        ? (decoderOf<unknown>(schema)(data) as Waiting<W> | null)
        : null;
    },
  },
  go: { key: `${feature}.allowed`, version: 1, decode: decoderOf<Go>(goSchema) },
});

export interface DecisionBook<W> {
  standing(nowMs: number): Standing<W>;
  /** What a run may do beyond its brakes: nothing, unless somebody has said go. */
  allowance(nowMs: number): Allowance;
  /** Keeps what a brake holds. Fails with `store-full`, or `busy` where a lease is needed and lost. */
  hold(held: Held<W>, nowMs: number): Result<null, Failure>;
  /** Keeps a person's go, if it is valid. */
  answer(
    seen: Seen,
    who: { readonly nowMs: number; readonly by: string },
  ): Result<Answered, Failure>;
  /** Clears what waits: a run did what was allowed, or nothing holds it any more. Calling it again changes nothing. */
  settle(): Result<null, Failure>;
}

/** @param lease of the run that writes; null for a click. */
export function decisionBook<W>(
  store: StringStore,
  forms: DecisionForms<W>,
  lease: Lease | null = null,
): DecisionBook<W> {
  const waiting = slot(store, forms.waiting);
  const go = slot(store, forms.go);
  const whatWaits = (): Waiting<W> | null => valueOr(waiting.read(), null);
  const standing = (nowMs: number): Standing<W> =>
    standingOf(whatWaits(), valueOr(go.read(), null), nowMs);
  return {
    standing,
    allowance(nowMs) {
      const stands = standing(nowMs);
      return allowanceOf(stands.kind === 'allowed' ? stands.go : null, { nowMs });
    },
    hold(held, nowMs) {
      const place = lease ? fencedSlot(waiting, lease) : waiting;
      return place.write(waitingAfter(whatWaits(), held, nowMs));
    },
    answer(seen, who) {
      const answered = answerTo(whatWaits(), seen, who);
      if (answered.kind !== 'go') return ok(answered);
      const kept = go.write(answered.go);
      return kept.ok ? ok(answered) : kept;
    },
    settle() {
      // The go first: a run killed between the two leaves a plan that is asked about again, not a go that counts twice.
      const used = clear(go, lease);
      return used.ok ? clear(waiting, lease) : used;
    },
  };
}

function clear<T>(place: Slot<T>, lease: Lease | null): Result<null, Failure> {
  if (place.read().kind === 'nothing') return ok(null);
  const cleared = lease ? lease.guarded(() => place.clear()) : ok(place.clear());
  return cleared.ok ? ok(null) : cleared;
}
