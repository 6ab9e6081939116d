/**
 * Which environment of the work system an organization is connected to, and what the one before it left in people's calendars (C13,
 * C20-C22, D22). Each environment has a client of its own. Kept for the organization, so that any administrator goes on where another stopped.
 */
import { nullable, number, object, picklist, string } from 'valibot';
import { instantAt } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import { slot, valueOr, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';

export type EnvironmentName = 'demo' | 'production';

export interface Environment {
  /** What the marks of its copies say. */
  readonly name: EnvironmentName;
  /** The demo before it; null where there was none, or nothing of it has to be decided any more. */
  readonly former: Former | null;
}

export interface Former {
  /** The client ID that was delegated for it; null where it is unknown. */
  readonly clientId: string | null;
  readonly endedAt: string;
  /** `count` until everybody's calendar has been looked at, `ask` until an administrator has decided, `remove` until that is done. */
  readonly step: 'count' | 'ask' | 'remove';
  /** The last person who is done, in the order of ids; null before the first. */
  readonly after: string | null;
  readonly copies: number;
  /** How many people's calendars they are in. */
  readonly people: number;
  /** How many people's calendars could not be reached the last time. */
  readonly failed: number;
}

/** What everybody has who never chose one. */
export const PRODUCTION: Environment = { name: 'production', former: null };

export const environmentSlot = (shared: StringStore, customerId: string): Slot<Environment> =>
  slot(shared, {
    key: `environment.${customerId}`,
    version: 1,
    isShort: true,
    decode: decoderOf<Environment>(
      object({
        name: picklist(['demo', 'production']),
        former: nullable(
          object({
            clientId: nullable(string()),
            endedAt: string(),
            step: picklist(['count', 'ask', 'remove']),
            after: nullable(string()),
            copies: number(),
            people: number(),
            failed: number(),
          }),
        ),
      }),
    ),
  });

/** @param customerId null where Google does not say whose administrator this is. */
export const environmentOf = (shared: StringStore, customerId: string | null): Environment =>
  customerId === null
    ? PRODUCTION
    : valueOr(environmentSlot(shared, customerId).read(), PRODUCTION);

/** @param hasRun false where the demo was chosen but never finalized: then it has left nothing. */
export const productionAfter = (
  clientId: string | null,
  { nowMs, hasRun }: { readonly nowMs: number; readonly hasRun: boolean },
): Environment => ({
  name: 'production',
  former: hasRun
    ? {
        ...{ clientId, endedAt: instantAt(nowMs), step: 'count', after: null },
        ...{ copies: 0, people: 0, failed: 0 },
      }
    : null,
});

/** After one more person's calendar was looked at, or cleared. */
export const formerAfter = (former: Former, userId: string, found: number): Former => ({
  ...former,
  after: userId,
  copies: former.copies + found,
  people: former.people + (found > 0 ? 1 : 0),
});

/** After all calendars: null when nothing is left to decide. Who could not be reached is decided about by a person (TB13). */
export function formerInTheEnd(former: Former, failed: number): Former | null {
  const isOver = failed === 0 && (former.step === 'remove' || former.copies === 0);
  return isOver ? null : { ...former, step: 'ask', after: null, failed };
}
