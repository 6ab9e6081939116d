import type { Random } from '../../kit/random';
import type { AuditEntry, AuditEvent, AuditParameter } from '../../workspace/audit-log';
import type { UserPrincipal } from '../../workspace/caller';
import type { CustomerRecord } from '../../workspace/state/directory';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far the history reaches back: further than the API shows, so that its cut-off can be seen. */
export const HISTORY_DAYS = 200;

/** An organization whose past is invented. */
export interface Scene {
  readonly customer: CustomerRecord;
  readonly people: readonly UserPrincipal[];
  readonly admins: readonly UserPrincipal[];
  readonly random: Random;
  /** Where the past ends: milliseconds since 1970. */
  readonly now: number;
}

/** Something that happened. */
export interface Past {
  readonly at: number;
  readonly entry: AuditEntry;
}

export const pick = <T>({ random }: Pick<Scene, 'random'>, from: readonly T[]): T =>
  from[random.int(from.length)]!;

/** An instant within working hours (06 to 16 UTC) of the past; weekends count like other days. */
export function someTime({ random, now }: Scene, days = HISTORY_DAYS): number {
  const day = Math.floor((now - random.next() * days * DAY_MS) / DAY_MS) * DAY_MS;
  const at = day + Math.round((6 + 10 * random.next()) * 60 * 60 * 1000);
  return at < now ? at : at - DAY_MS;
}

const ADDRESSES = ['198.51.100.7', '198.51.100.23', '192.0.2.44', '203.0.113.9', '2001:db8::17'];

/** Something a person did, once: from their usual address unless another is given. */
export function didOnce(
  scene: Scene,
  applicationName: string,
  events: readonly AuditEvent[],
  parts: Partial<AuditEntry> & { readonly at?: number } = {},
): Past {
  const { at = someTime(scene), ...rest } = parts;
  return {
    at,
    entry: {
      applicationName,
      customerId: scene.customer.id,
      actor: pick(scene, scene.people),
      ipAddress: pick(scene, ADDRESSES),
      events,
      ...rest,
    },
  };
}

/** A list of this many items. */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const text = (name: string, value: string): AuditParameter => ({ name, value });
