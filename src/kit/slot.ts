import type { Failure } from './failure';
import type { Result } from './result';
import { clearSplit, readSplit, VALUE_BYTES, writeSplit } from './split-value';
import type { StringStore } from './string-store';
import { utf8Bytes } from './text';

/** What a slot holds. Unreadable contents are an outcome of their own: neither an empty slot nor an exception. */
export type Saved<T> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'unreadable'; readonly reason: Unreadable };

/**
 * `damaged`: not JSON that a slot wrote. `newer`: saved by a later release. `refused`: the decoder does not accept
 * the data.
 */
export type Unreadable = 'damaged' | 'newer' | 'refused';

/** One typed, versioned value in a store of strings. */
export interface Slot<T> {
  readonly key: string;
  read(): Saved<T>;
  /** Fails with `store-full`; what was there before stays. */
  write(value: T): Result<null, Failure>;
  clear(): void;
}

export interface SlotForm<T> {
  /** `feature.name`. */
  readonly key: string;
  /** Raised whenever the form of the saved data changes. */
  readonly version: number;
  /** The value never needs to be split, so it is written without reading the old one. */
  readonly isShort?: boolean;
  /**
   * Turns data saved by this or an earlier version into a T, or returns null. The data may be anything: whatever is
   * returned has been checked.
   */
  decode(data: unknown, version: number): T | null;
}

export const slot = <T>(
  store: StringStore,
  { key, version, decode, isShort = false }: SlotForm<T>,
): Slot<T> => ({
  key,
  read() {
    const found = readSplit(store, key);
    if (found.kind === 'nothing') return found;
    if (found.kind === 'incomplete') return unreadable('damaged');
    const envelope = envelopeOf(found.text);
    if (envelope === null) return unreadable('damaged');
    if (envelope.v > version) return unreadable('newer');
    const value = decode(envelope.data, envelope.v);
    return value === null ? unreadable('refused') : { kind: 'value', value };
  },
  write(value) {
    const text = JSON.stringify({ v: version, data: value });
    return isShort && utf8Bytes(text) <= VALUE_BYTES
      ? store.set({ [key]: text })
      : writeSplit(store, key, text);
  },
  clear: () => (isShort ? store.delete([key]) : clearSplit(store, key)),
});

const unreadable = (reason: Unreadable): Saved<never> => ({ kind: 'unreadable', reason });

/** The value, or `otherwise` when there is none that can be read. */
export const valueOr = <T, U>(saved: Saved<T>, otherwise: U): T | U =>
  saved.kind === 'value' ? saved.value : otherwise;

function envelopeOf(text: string): { readonly v: number; readonly data: unknown } | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { v, data } = parsed as { readonly v?: unknown; readonly data?: unknown };
    return Number.isInteger(v) && data !== undefined ? { v: v as number, data } : null;
  } catch {
    return null;
  }
}
