/**
 * What is kept of the directory sync between its runs, besides the decision that may wait (`hold.ts`). Each value has one writer, so that no click
 * undoes what a run noted: a person's wish is written by actions, how the last run ended by runs.
 */
import { array, nullable, number, object, record, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { failureForm } from '../kit/failure-form';
import type { SlotForm } from '../kit/slot';
import { leftOutForm } from './hold';
import type { LeftOutPeople } from './preview';

/** Somebody wants all people synced now. */
export interface Ask {
  readonly at: string;
  readonly by: string;
}

/** A person who could not be written. */
export interface FailedPerson {
  readonly who: string;
  readonly failure: Failure;
}

export type Counts = Readonly<Record<string, number>>;

/** How the last run ended. */
export interface Last {
  readonly good: {
    /** The instant of its reading. */
    readonly at: string;
    readonly users: number;
    readonly counts: Counts;
    readonly leftOut: LeftOutPeople;
    readonly failed: { readonly count: number; readonly examples: readonly FailedPerson[] };
  } | null;
  /** Of the last run, if that failed. */
  readonly failure: Failure | null;
  /** When the last ask came that a run has answered, and the last that one has fulfilled. */
  readonly answered: string | null;
  readonly fulfilled: string | null;
}

export const NEVER: Last = { good: null, failure: null, answered: null, fulfilled: null };

export const askSlot: SlotForm<Ask> = {
  key: 'directory.ask',
  version: 1,
  decode: decoderOf<Ask>(object({ at: string(), by: string() })),
};

export const lastSlot: SlotForm<Last> = {
  key: 'directory.last',
  version: 1,
  decode: decoderOf<Last>(
    object({
      good: nullable(
        object({
          at: string(),
          users: number(),
          counts: record(string(), number()),
          leftOut: leftOutForm,
          failed: object({
            count: number(),
            examples: array(object({ who: string(), failure: failureForm })),
          }),
        }),
      ),
      failure: nullable(failureForm),
      answered: nullable(string()),
      fulfilled: nullable(string()),
    }),
  ),
};
