/** Who somebody is, remembered in their own user properties, which outlive every change of their address. */
import { nullable, object, string } from 'valibot';
import type { Caller } from '../card/action';
import { ownUserId } from '../google/own-account';
import { decoderOf } from '../kit/decoder';
import { slot, valueOr, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';

export interface Me {
  readonly userId: string;
  /** Their address in the last execution. */
  readonly email: string;
  /** Google's id of the organization that they were last found in; null before. */
  readonly customerId: string | null;
}

const form = object({ userId: string(), email: string(), customerId: nullable(string()) });

/** In the account's own properties. */
export const mySlot = (own: StringStore): Slot<Me> =>
  slot(own, { key: 'me', version: 1, decode: decoderOf<Me>(form), isShort: true });

/**
 * What is known about the running account: its id and its organization.
 *
 * @param isAsking whether Google may be asked, in one remote call, for an id that is not remembered. If Google does not say,
 *   the id is null and asked for again next time.
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
  // A renamed account keeps its id and its properties. If this cannot be saved, it is asked for again.
  if (userId !== null && known?.email !== email) void place.write({ userId, email, customerId });
  return { caller: { userId, email, domain }, customerId };
}

function idOf(email: string): string | null {
  const id = ownUserId(email);
  return id.ok ? id.value : null;
}
