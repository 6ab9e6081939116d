/** A person's exports: their last filter, and how far the log has got into each file. */
import { array, number, object, optional, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { SlotForm } from '../kit/slot';

export interface LogFilter {
  /** Exact name of the application; empty for all. */
  readonly appName: string;
  /** `authorize`, `revoke`, …; empty for all. */
  readonly eventName: string;
}

/** The filter of a person's last export. */
export const auditFilter: SlotForm<LogFilter> = {
  key: 'audit.filter',
  version: 1,
  decode: decoderOf<LogFilter>(object({ appName: string(), eventName: string() })),
};

/** How far the log was exported into one file with one filter. */
export interface Mark extends LogFilter {
  readonly fileId: string;
  /** Everything up to this instant is in the file, and no earlier event is expected. */
  readonly settledUpTo: string;
  /** The date of the newest row in the file; empty when the log had no events yet. */
  readonly newest: string;
  /** How much of the log fitted into a slice, for the export that continues. Left out once it is complete. */
  readonly spanMs?: number | undefined;
}

/** Latest export first. */
export type Marks = readonly Mark[];

const mark = object({
  fileId: string(),
  appName: string(),
  eventName: string(),
  settledUpTo: string(),
  newest: string(),
  spanMs: optional(number()),
});

/**
 * Marks only save reading: without one, the whole log is compared with the sheet, which finds new events just as
 * well.
 */
export const auditMarks: SlotForm<Marks> = {
  key: 'audit.marks',
  version: 1,
  decode: decoderOf<Marks>(array(mark)),
};

const MARKS_KEPT = 20;

type Place = Pick<Mark, 'fileId' | 'appName' | 'eventName'>;

const isFor =
  (place: Place) =>
  (found: Mark): boolean =>
    found.fileId === place.fileId &&
    found.appName === place.appName &&
    found.eventName === place.eventName;

/** Null when nothing was exported there with this filter. */
export const markFor = (marks: Marks, place: Place): Mark | null =>
  marks.find(isFor(place)) ?? null;

export const withMark = (marks: Marks, latest: Mark): Marks =>
  [latest, ...marks.filter((other) => !isFor(latest)(other))].slice(0, MARKS_KEPT);
