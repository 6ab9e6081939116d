/** How far a run has come, as saved while it runs. */
import { number, object, record, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { SlotForm } from '../kit/slot';
import type { Applied } from './apply';
import type { Counts } from './settings';

export const DIRECTORY_JOB = 'directory';

export interface Point {
  /** How many operations of each kind were carried out, in all executions of the run. */
  readonly counts: Counts;
  readonly done: number;
  /** What was done and what is left. */
  readonly total: number;
}

export const directoryPoint: SlotForm<Point> = {
  key: 'directory.point',
  version: 1,
  decode: decoderOf<Point>(
    object({ counts: record(string(), number()), done: number(), total: number() }),
  ),
};

export const START: Point = { counts: {}, done: 0, total: 0 };

/** @param waiting of the failed, that are tried again. */
export function pointAfter(point: Point, { done, failed }: Applied, waiting: number): Point {
  const counts: Record<string, number> = { ...point.counts };
  const add = (what: string, many: number): void => {
    if (many > 0) counts[what] = (counts[what] ?? 0) + many;
  };
  for (const { kind } of done) add(kind, 1);
  add('failed', failed.length - waiting);
  return { ...point, counts, done: point.done + done.length + failed.length - waiting };
}
