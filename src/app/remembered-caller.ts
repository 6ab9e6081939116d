/** Who somebody is, remembered with their own account: their properties outlive every change of their address. */
import { nullable, object, string } from 'valibot';
import type { Caller } from '../card/action';
import { ownUserId } from '../google/own-account';
import { decoderOf } from '../kit/decoder';
import { slot, valueOr, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';

export interface Me {
  readonly userId: string;
  /** As of the last execution. */
  readonly email: string;
  /** Google's id of the organization that they were last found in; null before. */
  readonly customerId: string | null;
}

const form = object({ userId: string(), email: string(), customerId: nullable(string()) });

/** In the account's own properties. */
export const mySlot = (own: StringStore): Slot<Me> =>
  slot(own, { key: 'me', version: 1, decode: decoderOf<Me>(form), isShort: true });

/**
 * What is known of the running account: its id, and its organization.
 *
 * @param isAsking whether Google may be asked for an id that is not remembered, by one remote call. What Google does not
 *   tell is null, and asked again next time.
 */
export function rememberedCaller(
  own: StringStore,
  email: string,
  isAsking: boolean,
): Pick<Me, 'customerId'> & { readonly caller: Caller } {
  const place = mySlot(own);
  const known = valueOr(place.read(), null);
  const domain = email.slice(email.indexOf('@') + 1);
  const userId = known?.userId ?? (isAsking ? idOf(email) : null);
  const customerId = known?.customerId ?? null;
  // A renamed account keeps its id and its properties. What is not kept is asked again.
  if (userId !== null && known?.email !== email) void place.write({ userId, email, customerId });
  return { caller: { userId, email, domain }, customerId };
}

function idOf(email: string): string | null {
  const id = ownUserId(email);
  return id.ok ? id.value : null;
}
