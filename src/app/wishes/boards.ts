/**
 * Cards as the sync account saw them last, for administrators who do not reach the workbook, and what became of what they
 * asked for. In the script's cache, which may forget: then it is asked for again.
 */
import { check, nullable, object, pipe, string, transform, unknown } from 'valibot';
import type { Card } from '../../card/card-json';
import { decoderOf } from '../../kit/decoder';
import { slot, valueOr, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';

export interface Board {
  readonly at: string;
  readonly card: Card;
}

export interface Outcome {
  readonly at: string;
  readonly notice: string | null;
  /** Null where the board says it all. */
  readonly card: Card | null;
}

/** Only we write cards there. */
const cardForm = pipe(
  unknown(),
  check((data) => typeof data === 'object' && data !== null),
  transform((data) => data as Card),
);

const decodeBoard = decoderOf<Board>(object({ at: string(), card: cardForm }));
const decodeOutcome = decoderOf<Outcome>(
  object({ at: string(), notice: nullable(string()), card: nullable(cardForm) }),
);

/** One organization's. */
export interface Boards {
  /** What an action that only reads showed last; null when nothing is known. */
  board(action: string): Board | null;
  post(action: string, board: Board): void;
  /** What is shown there is no longer true. */
  drop(action: string): void;
  /** Takes what became of somebody's last wish in a feature: it is told once. */
  takeOutcome(userId: string, feature: string): Outcome | null;
  postOutcome(userId: string, feature: string, outcome: Outcome): void;
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
    // What the cache does not take is asked for again.
    post: (action, board) => void boardPlace(action).write(board),
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
