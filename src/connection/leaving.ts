/** An organization that is being disconnected: its runs remove everybody's copies first, and then nothing runs any more (C22, TB13). */
import { boolean, nullable, number, object, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import { slot, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';

/** What was chosen about the end. */
export interface Ending {
  /** Whether the organization's own service account and its keys go as well. */
  readonly removesKeys: boolean;
  /** Whether another environment, such as production after a demo, comes next (C20, C21). */
  readonly changesEnvironment: boolean;
}

export interface Leaving extends Ending {
  readonly at: string;
  /** How many people's copies are still to be removed, by the last run; null before the first. */
  readonly left: number | null;
}

/** Always finds room, because it is nobody's share: whoever wants to leave can. */
export const leavingSlot = (shared: StringStore, customerId: string): Slot<Leaving> =>
  slot(shared, {
    key: `leaving.${customerId}`,
    version: 1,
    isShort: true,
    decode: decoderOf<Leaving>(
      object({
        removesKeys: boolean(),
        changesEnvironment: boolean(),
        at: string(),
        left: nullable(number()),
      }),
    ),
  });
