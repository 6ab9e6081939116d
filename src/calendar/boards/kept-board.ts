/** The list of what is kept in step, on its way from the runner to the person who asked for it, in a cache that may lose it. */
import { array, number, object, string } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import { slot, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import type { Counted } from '../sync/preview';

export interface Kept extends Counted {
  /** When it was listed. */
  readonly at: string;
}

export const countedForm = object({
  count: number(),
  examples: array(object({ title: string(), start: string() })),
});

const keptForm = object({ at: string(), ...countedForm.entries });

export type KeptBoard = (userId: string) => Slot<Kept>;

export const keptBoard =
  (cache: StringStore, customer: string): KeptBoard =>
  (userId) =>
    slot(cache, {
      key: `kept.${customer}.${userId}`,
      version: 1,
      decode: decoderOf<Kept>(keptForm),
    });
