import { exception } from '../../runtime/realm/bridge';
import type { Kind } from './realm-kinds';
import type { Setter } from './realm-message-class';
import type { Json } from './realm-message';

/** Sets one field. */
export const field = (name: string, kind: Kind): Setter => ({
  takes: [[kind]],
  change: (json, value) => ({ ...json, [name]: value }),
});

/** Sets one of several fields that exclude each other: the last one set counts. */
export const choice = (names: readonly string[], name: string, kind: Kind): Setter => ({
  takes: [[kind]],
  change: (json, value) => ({ ...without(json, names), [name]: value }),
});

/** Adds to a list. */
export const item = (name: string, kind: Kind, limit?: Limit): Setter => ({
  takes: [[kind]],
  change: (json, value) => appended(json, name, [value], limit),
});

/** The setter, applied to a message inside another. */
export const inside = (name: string, { takes, change }: Setter): Setter => ({
  takes,
  change: (json, ...values) => ({
    ...json,
    [name]: change((json[name] ?? {}) as Json, ...values),
  }),
});

export interface Limit {
  readonly most: number;
  readonly sentence: string;
}

/** @throws Exception when the list would hold more than the limit. */
export function appended(
  json: Json,
  name: string,
  values: readonly unknown[],
  limit?: Limit,
): Json {
  const list = [...((json[name] ?? []) as readonly unknown[]), ...values];
  if (limit && list.length > limit.most) throw exception(limit.sentence);
  return { ...json, [name]: list };
}

export const without = (json: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));
