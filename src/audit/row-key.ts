/** The text by which a row of the sheet is known to belong to one event of the log. It stands in a hidden column. */
import { msOf } from '../kit/clock';

/** Heading of the hidden column. */
export const KEY_HEADING = 'Log entry id';

/**
 * Google knows an event by the log that it is in, its time, a number that is unique for that time, and its place in
 * its activity (Inv17).
 *
 * @param time an instant.
 * @see https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list
 */
export const keyOf = (log: string, time: string, qualifier: string, index: number): string =>
  [log, time, qualifier, index].join('/');

const KEY = /^[a-z_]+\/([^/]+)\/[^/]*\/\d+$/;

/** The time of the event with this key; null for any other text. */
export function timeOfKey(text: string): string | null {
  const time = KEY.exec(text.trim())?.[1];
  return time === undefined || Number.isNaN(msOf(time)) ? null : time;
}

export const isKey = (text: string): boolean => timeOfKey(text) !== null;
