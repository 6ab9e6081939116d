/** What the last looks found, in a cache that may lose it: for cards, and so that nobody is looked at without a reason. */
import { array, boolean, nullable, number, object, optional, record, string, tuple } from 'valibot';
import { decoderOf } from '../kit/decoder';
import { slot, valueOr, type Slot, type SlotForm } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { gathering, readAhead } from '../kit/together';
import type { Availability, Block } from './plan';
import { REASONS } from './reasons';

/** What somebody's clients can book, as the work system was told. */
export interface Board {
  /** When their calendar was read. */
  readonly atMs: number;
  readonly email: string;
  readonly zone: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Start and end in minutes after `startMs`, and the place of the reason among `REASONS`. */
  readonly blocks: readonly (readonly [number, number, number])[];
  /** Dates of all-day events that are shown as free. */
  readonly freeAllDay: readonly string[];
  /** Bookings at times that something else takes. */
  readonly doubles: readonly {
    readonly name: string;
    readonly startMs: number;
    readonly isRefused: boolean;
    /** How many dates of it overlap something. */
    readonly dates: number;
  }[];
  /** Why nothing is known; null when all is well. */
  readonly trouble: Trouble | null;
  /** For a team, the user ids of its members. */
  readonly members?: readonly string[] | undefined;
}

export interface Trouble {
  readonly heading: string;
  readonly meaning: string;
  readonly cure: string;
}

const MINUTE_MS = 60_000;

const boardForm = object({
  atMs: number(),
  email: string(),
  zone: string(),
  startMs: number(),
  endMs: number(),
  blocks: array(tuple([number(), number(), number()])),
  freeAllDay: array(string()),
  doubles: array(
    object({
      name: string(),
      startMs: number(),
      isRefused: boolean(),
      dates: optional(number(), 1),
    }),
  ),
  trouble: nullable(object({ heading: string(), meaning: string(), cure: string() })),
  members: optional(array(string())),
});

type BoardShelf = Readonly<Record<string, Board>>;

/** Many people to a value, because the cache holds only about a thousand values for all organizations together. */
const BOARD_SHELVES = 64;

const boardShelf = (store: StringStore, customer: string, index: number): Slot<BoardShelf> =>
  slot(store, {
    key: `availability.boards.${customer}.${index}`,
    version: 1,
    decode: decoderOf<BoardShelf>(record(string(), boardForm)),
  });

/** Null when nothing is known, or the cache has lost it. */
export function boardOf(cache: StringStore, customer: string, userId: string): Board | null {
  const shelf = valueOr(boardShelf(cache, customer, shelfOf(userId, BOARD_SHELVES)).read(), null);
  return shelf !== null && Object.prototype.hasOwnProperty.call(shelf, userId)
    ? shelf[userId]!
    : null;
}

/** Leaves these boards, by user id, and takes away those of people who have left. */
export function postBoards(
  cache: StringStore,
  customer: string,
  {
    boards,
    gone,
  }: { readonly boards: ReadonlyMap<string, Board>; readonly gone: readonly string[] },
): void {
  const touched = new Map<number, Record<string, Board>>();
  for (const userId of [...boards.keys(), ...gone]) {
    const index = shelfOf(userId, BOARD_SHELVES);
    const shelf = touched.get(index) ?? {
      ...valueOr(boardShelf(cache, customer, index).read(), {}),
    };
    const board = boards.get(userId);
    if (board) shelf[userId] = board;
    else delete shelf[userId];
    touched.set(index, shelf);
  }
  // What the cache does not keep is shown again after the next look.
  for (const [index, shelf] of touched) void boardShelf(cache, customer, index).write(shelf);
}

export const boardBlocks = ({
  window,
  blocks,
}: Pick<Availability, 'window' | 'blocks'>): Board['blocks'] =>
  blocks.map(({ startMs, endMs, reason }) => [
    Math.floor((startMs - window.startMs) / MINUTE_MS),
    Math.ceil((endMs - window.startMs) / MINUTE_MS),
    REASONS.indexOf(reason),
  ]);

export const blocksOnBoard = ({ startMs, blocks }: Board): readonly Block[] =>
  blocks.map(([start, end, reason]) => ({
    startMs: startMs + start * MINUTE_MS,
    endMs: startMs + end * MINUTE_MS,
    reason: REASONS[reason] ?? 'unknown',
  }));

/** One look at somebody. */
export interface Look {
  /** What it was made for: the same mark again is no news. */
  readonly mark: string;
  /** When the calendar was last read; null when it never was. */
  readonly readAtMs: number | null;
  readonly triedAtMs: number;
  /** Whether the last try read it. */
  readonly isGood: boolean;
  /** Whether the work system was told that nothing is known. */
  readonly isUnknown: boolean;
  /** Whether there are problems of this person to clear. */
  readonly hasProblems: boolean;
}

const SHELVES = 16;

const shelfForm = (customer: string, index: number): SlotForm<Readonly<Record<string, Look>>> => ({
  key: `availability.looks.${customer}.${index}`,
  version: 1,
  decode: decoderOf<Readonly<Record<string, Look>>>(
    record(
      string(),
      object({
        mark: string(),
        readAtMs: nullable(number()),
        triedAtMs: number(),
        isGood: boolean(),
        isUnknown: boolean(),
        hasProblems: boolean(),
      }),
    ),
  ),
});

export interface Looks {
  of(userId: string): Look | null;
  all(): ReadonlyMap<string, Look>;
  note(userId: string, look: Look): void;
  /** Saves the looks at these people, and forgets all others. */
  save(people: ReadonlySet<string>): void;
}

/** Everybody's looks, read in one call. */
export function looksIn(cache: StringStore, customer: string): Looks {
  const places = Array.from({ length: SHELVES }, (_, index) => index);
  const keys = places.map((index) => shelfForm(customer, index).key);
  const known = readAhead(cache, keys);
  const looks = new Map(
    places.flatMap((index) =>
      Object.entries(valueOr(slot(known, shelfForm(customer, index)).read(), {})),
    ),
  );
  return {
    of: (userId) => looks.get(userId) ?? null,
    all: () => looks,
    note: (userId, look) => void looks.set(userId, look),
    save(people) {
      const sorted = places.map((): Record<string, Look> => ({}));
      for (const [userId, look] of looks)
        if (people.has(userId)) sorted[shelfOf(userId, SHELVES)]![userId] = look;
        else looks.delete(userId);
      const together = gathering(cache);
      for (const index of places)
        void slot(together.store, shelfForm(customer, index)).write(sorted[index]!);
      // What the cache does not keep is looked at again.
      void together.send();
    },
  };
}

/** User ids are numbers of 21 digits, whose last ones are spread evenly. */
const shelfOf = (userId: string, shelves: number): number =>
  [...userId.slice(-6)].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % shelves;
