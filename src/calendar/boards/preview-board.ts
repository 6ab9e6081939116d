/**
 * Previews on their way from the runner to the person, in the script's cache: it keeps them for some hours and may lose them
 * sooner. Then the person looks again.
 */
import { array, nullable, object, optional, picklist, string } from 'valibot';
import { msOf } from '../../kit/clock';
import { decoderOf } from '../../kit/decoder';
import type { Failure } from '../../kit/failure';
import type { Result } from '../../kit/result';
import { slot, valueOr, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import type { Hold } from '../sync/brakes';
import type { SayableFailure } from './sayable';
import type { Preview } from '../sync/preview';
import type { CalendarSettings } from '../settings';
import { countedForm } from './kept-board';
import { holdForm, leftOutForm, wordsForm } from './saved-forms';

/** The longest that the cache keeps anything. @see https://developers.google.com/apps-script/reference/cache/cache */
const PREVIEW_LASTS_MS = 6 * 3_600_000;

export interface SavedPreview {
  readonly plannedAt: string;
  readonly preview: Preview;
  /** The brake that would hold the run until the person says go. */
  readonly hold: Hold | null;
  /** What the organization chose for private events. */
  readonly privateEvents: CalendarSettings['privateEvents'];
  /** Who can read what is copied, in sentences; null where that could not be learned. */
  readonly audience: readonly string[] | null;
  /** Marks of the near pairs that the person said are one. */
  readonly same: string;
  /** Why no preview could be made; it is empty then. */
  readonly failure: SayableFailure | null;
}

const counted = countedForm;
const example = countedForm.entries.examples.item;
const effects = object({ create: counted, update: counted, delete: counted });
const schema = object({
  plannedAt: string(),
  preview: object({
    google: effects,
    work: effects,
    joined: counted,
    conflicts: counted,
    leftOut: array(leftOutForm),
    near: optional(array(object({ mark: string(), google: example, work: example })), []),
  }),
  same: optional(string(), ''),
  hold: nullable(holdForm),
  privateEvents: picklist(['full', 'busy', 'leave-out']),
  audience: nullable(array(string())),
  failure: wordsForm,
});

export interface PreviewBoard {
  /** Null when it is gone. */
  of(userId: string, nowMs: number): SavedPreview | null;
  put(userId: string, saved: SavedPreview): Result<null, Failure>;
  remove(userId: string): void;
}

export function previewBoard(cache: StringStore, customer: string): PreviewBoard {
  const place = (userId: string): Slot<SavedPreview> =>
    slot(cache, {
      key: `preview.${customer}.${userId}`,
      version: 2,
      decode: decoderOf<SavedPreview>(schema),
    });
  const isOver = ({ plannedAt }: SavedPreview, nowMs: number): boolean =>
    nowMs - msOf(plannedAt) > PREVIEW_LASTS_MS;
  return {
    of(userId, nowMs) {
      const saved = valueOr(place(userId).read(), null);
      return saved && !isOver(saved, nowMs) ? saved : null;
    },
    put: (userId, saved) => place(userId).write(saved),
    remove: (userId) => place(userId).clear(),
  };
}
