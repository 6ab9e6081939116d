/**
 * Remembers the state of everybody's activities, so that unchanged ones need not be read again, with the file's version, which
 * was asked for before they were read. An edit after that changes the version; an edit before it is in the states. So the states
 * are valid as long as the version is the same.
 */
import { object, record, string } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import { slot, valueOr, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';

export interface Remembered {
  readonly version: string;
  /** By user id: the states that differ from what Connections say was carried over. */
  readonly states: Readonly<Record<string, string>>;
}

/** The most states that are kept separately; with more, nothing is remembered, and the next execution reads the rows. */
export const MOST_APART = 40;

const schema = object({ version: string(), states: record(string(), string()) });

const memoryOf = (store: StringStore, spreadsheetId: string): Slot<Remembered> =>
  slot(store, {
    key: `workbook.seen.${spreadsheetId}`,
    version: 2,
    // An earlier version kept states by address.
    decode: (data, version) => (version < 2 ? null : decoderOf<Remembered>(schema)(data)),
  });

export const remembered = (store: StringStore, spreadsheetId: string): Remembered | null =>
  valueOr(memoryOf(store, spreadsheetId).read(), null);

/** Forgets when there is nothing to remember or no room for it, which only costs one reading. */
export function remember(store: StringStore, spreadsheetId: string, what: Remembered | null): void {
  const memory = memoryOf(store, spreadsheetId);
  const isKept = what !== null && Object.keys(what.states).length <= MOST_APART;
  if (!isKept || !memory.write(what).ok) memory.clear();
}
