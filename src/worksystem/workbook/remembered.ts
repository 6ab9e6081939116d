/**
 * Which rows nobody has to read again. Remembered is a version of the whole file that was asked for before the activities
 * were read, with the state of everybody's activities as they were read then: an edit made after the version was told moves
 * the version on, and one made before it is in the states. So while the version stands, the states do.
 */
import { object, record, string } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import { slot, valueOr, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';

export interface Remembered {
  readonly version: string;
  /** By user id: of people whose state is not the one that Connections say was carried over. */
  readonly states: Readonly<Record<string, string>>;
}

/** People whose states are kept apart; with more of them nothing is remembered, and the next execution reads. */
export const MOST_APART = 40;

const schema = object({ version: string(), states: record(string(), string()) });

const memoryOf = (store: StringStore, spreadsheetId: string): Slot<Remembered> =>
  slot(store, {
    key: `workbook.seen.${spreadsheetId}`,
    version: 2,
    // An earlier version told states by address.
    decode: (data, version) => (version < 2 ? null : decoderOf<Remembered>(schema)(data)),
  });

export const remembered = (store: StringStore, spreadsheetId: string): Remembered | null =>
  valueOr(memoryOf(store, spreadsheetId).read(), null);

/** Forgets when there is nothing to remember, or no room for it: that costs a reading, and no more. */
export function remember(store: StringStore, spreadsheetId: string, what: Remembered | null): void {
  const memory = memoryOf(store, spreadsheetId);
  const isKept = what !== null && Object.keys(what.states).length <= MOST_APART;
  if (!isKept || !memory.write(what).ok) memory.clear();
}
