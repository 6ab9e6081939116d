/**
 * What an administrator asks of the sync account, which alone reaches the workbook: kept among the script's properties until
 * the next run carries it out. Secrets never go this way.
 */
import { array, boolean, object, picklist, record, string } from 'valibot';
import type { Inputs, Role } from '../../card/action';
import { decoderOf } from '../../kit/decoder';
import type { Failure } from '../../kit/failure';
import { fail, type Result } from '../../kit/result';
import { slot, valueOr, type Slot } from '../../kit/slot';
import type { ListedStore } from '../../kit/string-store';
import { utf8Bytes } from '../../kit/text';
import { redacted } from '../redacted';

export const ADMIN_WISHES = {
  /** How many of one organization wait at most, and how large each may be: the script's properties are everybody's. */
  MOST_WAITING: 20,
  BYTES: 2_000,
  /** What nobody carried out by then is no longer what somebody wants. */
  LASTS_MS: 86_400_000,
} as const;

export interface AdminWish {
  /** The action, of any feature. */
  readonly action: string;
  readonly inputs: Inputs;
  readonly by: { readonly userId: string; readonly email: string };
  /** What the wisher was when they asked; whether they still are is asked when it is carried out. */
  readonly role: Role;
  readonly at: string;
  /** A run has taken it up. Found so by another run, it broke off, and is not done a second time. */
  readonly isBegun: boolean;
}

const decode = decoderOf<AdminWish>(
  object({
    action: string(),
    inputs: record(string(), array(string())),
    by: object({ userId: string(), email: string() }),
    role: picklist(['auditor', 'operator', 'owner']),
    at: string(),
    isBegun: boolean(),
  }),
);

const prefixOf = (customerId: string): string => `asked.${customerId}.`;

const placeOf = (
  store: ListedStore,
  customerId: string,
  { by, action }: Pick<AdminWish, 'by' | 'action'>,
): Slot<AdminWish> =>
  slot(store, {
    key: `${prefixOf(customerId)}${by.userId}.${action}`,
    version: 1,
    decode,
    isShort: true,
  });

/** The wishes of one organization. */
export interface AdminWishes {
  /** Those that wait, the oldest first. */
  list(): readonly AdminWish[];
  /** Asking for the same again takes the place of what waits. Fails with `store-full` when too much waits, or it is too large. */
  put(wish: AdminWish): Result<null, Failure>;
  remove(wish: AdminWish): void;
}

export const adminWishes = (store: ListedStore, customerId: string): AdminWishes => ({
  list: () =>
    Object.keys(store.entries(prefixOf(customerId)))
      .flatMap((key) => valueOr(slot(store, { key, version: 1, decode }).read(), null) ?? [])
      .sort((one, other) => (one.at < other.at ? -1 : 1)),
  put(wish) {
    const place = placeOf(store, customerId, wish);
    const waiting = Object.keys(store.entries(prefixOf(customerId)));
    const isNew = !waiting.includes(place.key);
    const text = JSON.stringify(wish);
    if (isNew && waiting.length >= ADMIN_WISHES.MOST_WAITING) return fail(FULL);
    if (utf8Bytes(text) > ADMIN_WISHES.BYTES || redacted(text) !== text) return fail(FULL);
    return place.write(wish);
  },
  remove: (wish) => placeOf(store, customerId, wish).clear(),
});

const FULL: Failure = { kind: 'store-full', store: 'The list of what administrators asked for' };
