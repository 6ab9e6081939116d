/** What would be put back, and what was, on its way from the runner to the person, in a cache that may lose it. */
import { array, boolean, nullable, number, object, optional, picklist, string } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import type { Failure } from '../../kit/failure';
import type { Result } from '../../kit/result';
import { slot, valueOr, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import type { NotBack } from '../sync/plan-put-back';

export interface Undoing {
  readonly at: string;
  /** As in the wish. */
  readonly run: string | null;
  readonly id: string | null;
  readonly isDone: boolean;
  /** The address of the administrator who undid it for everybody; null where the person did it themself. */
  readonly by: string | null;
  /** How many entries are put back, and the first of them. */
  readonly count: number;
  readonly entries: readonly {
    readonly title: string;
    /** In whole sentences: what Tandem had done. */
    readonly what: string;
    /** Whether it comes back as a new entry. */
    readonly isNew: boolean;
  }[];
  readonly refused: readonly { readonly title: string; readonly reason: NotBack }[];
  /** How many are not put back, `refused` being the first of them. */
  readonly refusedCount: number;
}

const REASONS: readonly NotBack[] = [
  'copied',
  'shortened',
  'details-hidden',
  'changed-since',
  'gone-since',
  'split',
  'others',
  'original-there',
  'forgotten',
];

const schema = object({
  at: string(),
  run: nullable(string()),
  id: nullable(string()),
  isDone: boolean(),
  by: optional(nullable(string()), null),
  count: number(),
  entries: array(object({ title: string(), what: string(), isNew: boolean() })),
  refused: array(object({ title: string(), reason: picklist(REASONS as NotBack[]) })),
  refusedCount: number(),
});

export interface UndoBoard {
  of(userId: string): Undoing | null;
  put(userId: string, undoing: Undoing): Result<null, Failure>;
  remove(userId: string): void;
}

export function undoBoard(cache: StringStore, customer: string): UndoBoard {
  const place = (userId: string): Slot<Undoing> =>
    slot(cache, {
      key: `undo.${customer}.${userId}`,
      version: 1,
      decode: decoderOf<Undoing>(schema),
    });
  return {
    of: (userId) => valueOr(place(userId).read(), null),
    put: (userId, undoing) => place(userId).write(undoing),
    remove: (userId) => place(userId).clear(),
  };
}
