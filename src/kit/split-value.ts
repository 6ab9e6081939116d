/** Texts of any length in a store whose values are short. Nothing else splits values. */
import type { Failure } from './failure';
import { ok, type Result } from './result';
import type { StringStore } from './string-store';
import { utf8Bytes, utf8Pieces } from './text';
import { readTogether } from './together';

/**
 * Bytes that we put in one value. Google documents 9 KB; the most that anybody has measured is 8,066 bytes.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas
 */
export const VALUE_BYTES = 8_000;

/** The head of a split value, stored at its key. No JSON text begins like it. */
const HEAD = /^split:([ab]):(\d+):(\d+)$/;

type Half = 'a' | 'b';

interface Head {
  readonly half: Half;
  readonly parts: number;
  readonly checksum: number;
}

export type SplitRead =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'incomplete' };

/** Reads a text that `writeSplit` wrote; `incomplete` when a part is missing or belongs to another write. */
export function readSplit(store: StringStore, key: string): SplitRead {
  const saved = store.get(key);
  if (saved === null) return { kind: 'nothing' };
  if (!saved.startsWith('split:')) return { kind: 'text', text: saved };
  const head = headOf(saved);
  if (head === null) return { kind: 'incomplete' };
  const keys = partKeys(key, head);
  const parts = readTogether(store, keys);
  if (keys.some((part) => parts[part] === undefined)) return { kind: 'incomplete' };
  const text = keys.map((part) => parts[part]!).join('');
  return checksum(text) === head.checksum ? { kind: 'text', text } : { kind: 'incomplete' };
}

/**
 * Writes a text that does not begin with `split:`. The parts go to the half that is not in use and the head is
 * written last, so the old text can be read until the new one is complete. Fails with `store-full`, leaving the old
 * text in place.
 */
export function writeSplit(store: StringStore, key: string, text: string): Result<null, Failure> {
  const before = headOf(store.get(key));
  if (utf8Bytes(text) <= VALUE_BYTES) {
    const kept = store.set({ [key]: text });
    if (kept.ok && before !== null) clearParts(store, key, before);
    return kept;
  }
  const pieces = utf8Pieces(text, VALUE_BYTES);
  const half: Half = before?.half === 'a' ? 'b' : 'a';
  const head: Head = { half, parts: pieces.length, checksum: checksum(text) };
  const parts = partKeys(key, head).map((part, index) => [part, pieces[index]!] as const);
  const stored = store.set(Object.fromEntries(parts));
  if (!stored.ok) return abandon(stored, store, key, head);
  const kept = store.set({ [key]: `split:${half}:${head.parts}:${head.checksum}` });
  if (!kept.ok) return abandon(kept, store, key, head);
  if (before !== null) clearParts(store, key, before);
  clearTail(store, key, head);
  return ok(null);
}

export function clearSplit(store: StringStore, key: string): void {
  const head = headOf(store.get(key));
  store.delete([key]);
  if (head !== null) clearParts(store, key, head);
}

function abandon<F>(
  failed: Result<null, F>,
  store: StringStore,
  key: string,
  head: Head,
): Result<null, F> {
  store.delete(partKeys(key, head));
  return failed;
}

const clearParts = (store: StringStore, key: string, head: Head): void =>
  store.delete(partKeys(key, head));

/** Deletes parts beyond the last that a longer write left behind when it was killed. */
function clearTail(store: StringStore, key: string, head: Head): void {
  for (let part = head.parts; store.get(partKey(key, head.half, part)) !== null; part += 1)
    store.delete([partKey(key, head.half, part)]);
}

const partKey = (key: string, half: Half, part: number): string => `${key}.${half}${part}`;

const partKeys = (key: string, { half, parts }: Head): string[] =>
  Array.from({ length: parts }, (_, part) => partKey(key, half, part));

/** A head with more parts than the whole store can hold is not ours. */
const MOST_PARTS = 100;

function headOf(saved: string | null): Head | null {
  const found = saved === null ? null : HEAD.exec(saved);
  if (!found || Number(found[2]) > MOST_PARTS) return null;
  return { half: found[1] as Half, parts: Number(found[2]), checksum: Number(found[3]) };
}

const { imul } = Math;

/** FNV-1a over UTF-16 units, 32 bits: parts of two writes do not pass for one text. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
