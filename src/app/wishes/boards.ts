/**
 * Cards as the sync account last saw them, for administrators who cannot reach the workbook, and the outcome of their wishes. Kept
 * in the script's cache, which may lose them; then they are asked for again.
 */
import { check, nullable, object, optional, pipe, string, transform, unknown } from 'valibot';
import type { Card } from '../../card/card-json';
import type { PageTable } from '../../card/page-table';
import { decoderOf } from '../../kit/decoder';
import { slot, valueOr, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';

export interface Board {
  readonly at: string;
  readonly card: Card;
  readonly table?: PageTable | undefined;
}

export interface Outcome {
  readonly at: string;
  readonly notice: string | null;
  /** Null when the board shows everything. */
  readonly card: Card | null;
}

/** Only Tandem writes cards and tables there. */
const ours = <T>() =>
  pipe(
    unknown(),
    check((data) => typeof data === 'object' && data !== null),
    transform((data) => data as T),
  );

const decodeBoard = decoderOf<Board>(
  object({ at: string(), card: ours<Card>(), table: optional(ours<PageTable>()) }),
);
const decodeOutcome = decoderOf<Outcome>(
  object({ at: string(), notice: nullable(string()), card: nullable(ours<Card>()) }),
);

/** The boards of one organization. */
export interface Boards {
  /** The last card of an action that only reads; null when there is none. */
  board(action: string): Board | null;
  post(action: string, board: Board): void;
  /** Drops a board that is no longer true. */
  drop(action: string): void;
  /** Takes out the outcome of somebody's last wish in a feature, which is told only once. */
  takeOutcome(userId: string, feature: string): Outcome | null;
  postOutcome(userId: string, feature: string, outcome: Outcome): void;
}

/** The cache holds 1,000 values for all organizations: a table must not push out everybody else's. */
const MOST_ROWS = 2_000;

function withinCache({ table, ...board }: Board): Board {
  if (!table) return board;
  if (table.rows.length <= MOST_ROWS) return { ...board, table };
  const rest = `The first ${MOST_ROWS} of ${table.rows.length}. The sync account sees all of them here.`;
  return { ...board, table: { ...table, rows: table.rows.slice(0, MOST_ROWS), rest } };
}

export function boardsOf(cache: StringStore, customerId: string): Boards {
  const boardPlace = (action: string): Slot<Board> =>
    slot(cache, { key: `board.${customerId}.${action}`, version: 1, decode: decodeBoard });
  const outcomePlace = (userId: string, feature: string): Slot<Outcome> =>
    slot(cache, {
      key: `outcome.${customerId}.${userId}.${feature}`,
      version: 1,
      decode: decodeOutcome,
    });
  return {
    board: (action) => valueOr(boardPlace(action).read(), null),
    // What the cache does not keep is asked for again.
    post: (action, board) => void boardPlace(action).write(withinCache(board)),
    drop: (action) => boardPlace(action).clear(),
    takeOutcome(userId, feature) {
      const place = outcomePlace(userId, feature);
      const outcome = valueOr(place.read(), null);
      if (outcome !== null) place.clear();
      return outcome;
    },
    postOutcome: (userId, feature, outcome) => void outcomePlace(userId, feature).write(outcome),
  };
}
