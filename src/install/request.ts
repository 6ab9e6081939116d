/** Asking a colleague who administers Google Workspace to set Tandem up (H17-H22, G7): what is kept, and for how long. */
import { boolean, nullable, number, object, string } from 'valibot';
import { instantAt, msOf } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { slot, valueOr, type Slot } from '../kit/slot';
import type { ListedStore } from '../kit/string-store';

const DAY_MS = 86_400_000;

export const REQUEST = {
  /** After this, whoever still wants it asks again. */
  LASTS_MS: 14 * DAY_MS,
  /** The least time between two mails about one request. */
  REMIND_AFTER_MS: DAY_MS,
  /** Mails that one organization can send in a day: asking somebody else is another one. */
  MAILS_A_DAY: 3,
} as const;

/** One for each domain: the address alone says who may answer it, so its link carries no secret. */
export interface SetupRequest {
  /** Addresses in lower case. */
  readonly by: string;
  readonly to: string;
  readonly at: string;
  /** When the last mail was sent. */
  readonly mailedAt: string;
  /** Mails within the day that began with `mailsFrom`. */
  readonly mails: number;
  readonly mailsFrom: string;
  /** When the colleague opened the Admin page; null when they have not. */
  readonly openedAt: string | null;
  /** Whether Google says that the colleague is an administrator; null before they came. */
  readonly isAdministrator: boolean | null;
}

const decode = decoderOf<SetupRequest>(
  object({
    by: string(),
    to: string(),
    at: string(),
    mailedAt: string(),
    mails: number(),
    mailsFrom: string(),
    openedAt: nullable(string()),
    isAdministrator: nullable(boolean()),
  }),
);

export interface RequestBook {
  /** The request of this domain that still counts; null when there is none. */
  read(domain: string): SetupRequest | null;
  /** Fails with `store-full` when too many organizations ask at once. */
  write(domain: string, request: SetupRequest): Result<null, Failure>;
  clear(domain: string): void;
}

const PREFIX = 'request.';

export function requestBook(store: ListedStore, nowMs: () => number): RequestBook {
  const place = (domain: string): Slot<SetupRequest> =>
    slot(store, { key: `${PREFIX}${domain}`, version: 1, decode });
  const read = (domain: string): SetupRequest | null => {
    const request = valueOr(place(domain).read(), null);
    return request !== null && isCurrent(request, nowMs()) ? request : null;
  };
  return {
    read,
    write(domain, request) {
      const kept = place(domain).write(request);
      if (kept.ok) return kept;
      const over = Object.keys(store.entries(PREFIX)).filter(
        (key) => read(key.slice(PREFIX.length)) === null,
      );
      store.delete(over);
      return over.length > 0 ? place(domain).write(request) : kept;
    },
    clear(domain) {
      if (place(domain).read().kind !== 'nothing') place(domain).clear();
    },
  };
}

const isCurrent = ({ at }: SetupRequest, nowMs: number): boolean =>
  nowMs < msOf(at) + REQUEST.LASTS_MS;

/** Until when it counts, as a date. */
export const untilOf = ({ at }: Pick<SetupRequest, 'at'>): string =>
  instantAt(msOf(at) + REQUEST.LASTS_MS).slice(0, 10);

export const mayRemind = ({ mailedAt }: Pick<SetupRequest, 'mailedAt'>, nowMs: number): boolean =>
  nowMs >= msOf(mailedAt) + REQUEST.REMIND_AFTER_MS;

/**
 * The request after one more mail; null when there were enough for a day.
 *
 * @param before the request that it takes the place of, or that is sent once more.
 */
export function mailed(
  before: SetupRequest | null,
  { by, to, nowMs }: { readonly by: string; readonly to: string; readonly nowMs: number },
): SetupRequest | null {
  const now = instantAt(nowMs);
  const isSameDay = before !== null && nowMs < msOf(before.mailsFrom) + DAY_MS;
  const mails = isSameDay ? before.mails + 1 : 1;
  if (mails > REQUEST.MAILS_A_DAY) return null;
  const again = before?.to === to ? before : null;
  return {
    by: again?.by ?? by,
    to,
    at: again?.at ?? now,
    mailedAt: now,
    mails,
    mailsFrom: isSameDay ? before.mailsFrom : now,
    openedAt: again?.openedAt ?? null,
    isAdministrator: again?.isAdministrator ?? null,
  };
}

/** Notes that the colleague came, once each time something is new; the same request when nothing is. */
export const seenBy = (
  request: SetupRequest,
  isAdministrator: boolean,
  nowMs: number,
): SetupRequest =>
  request.openedAt !== null && request.isAdministrator === isAdministrator
    ? request
    : { ...request, openedAt: request.openedAt ?? instantAt(nowMs), isAdministrator };

/** Why a typed text is nobody who can be asked. */
export type NotAColleague = 'address' | 'domain' | 'self';

/** The address of a colleague in the asker's own domain, in lower case. */
export function colleagueAddress(
  typed: string,
  { email, domain }: { readonly email: string; readonly domain: string },
): Result<string, NotAColleague> {
  const address = typed.trim().toLowerCase();
  if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(address)) return fail('address');
  if (!address.endsWith(`@${domain}`)) return fail('domain');
  return address === email ? fail('self') : ok(address);
}
