/**
 * What an administrator asks the sync account to do, because only it reaches the workbook. Kept in the script's properties until
 * the next run carries it out. A wish never contains a secret.
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
  /** The most wishes of an organization that may wait, and their largest size, because all organizations share the properties. */
  MOST_WAITING: 20,
  BYTES: 2_000,
  /** A wish that was not carried out by then is dropped: it may no longer be wanted. */
  LASTS_MS: 86_400_000,
} as const;

export interface AdminWish {
  /** The action, of any feature. */
  readonly action: string;
  readonly inputs: Inputs;
  readonly by: { readonly userId: string; readonly email: string };
  /** The wisher's role when they asked. It is looked up again when the wish is carried out. */
  readonly role: Role;
  readonly at: string;
  /** A run has begun it. If another run finds it like this, the first broke off, and it is not carried out a second time. */
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
  /** The waiting wishes, oldest first. */
  list(): readonly AdminWish[];
  /** The same wish again replaces the waiting one. Fails with `store-full` when too many wait, or it is too large. */
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
