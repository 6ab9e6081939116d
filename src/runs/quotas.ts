/** Windows in which Google counts requests. These numbers are written nowhere else. */

import type { Api } from './ports';

/** A limit of so much in any stretch of time of this length. */
export interface Quota {
  readonly limit: number;
  readonly windowMs: number;
  /** What shares it: the whole Cloud project, one person in it, or one calendar that is written to. */
  readonly per: 'project' | 'person' | 'calendar';
}

const MINUTE_MS = 60_000;

const perMinute = (limit: number, per: Quota['per']): Quota => ({
  limit,
  windowMs: MINUTE_MS,
  per,
});

export const QUOTAS: Readonly<Record<Api, readonly Quota[]>> = {
  /**
   * https://developers.google.com/workspace/calendar/api/guides/quota. Quick writes to one calendar are held back
   * sooner, at a rate Google does not publish: ours is a batch of 50, a pause of four seconds, and no more than two batches
   * in ten: nearly as fast as the minute allows.
   */
  calendar: [
    perMinute(10_000, 'project'),
    perMinute(600, 'person'),
    { limit: 50, windowMs: 4_000, per: 'calendar' },
    { limit: 100, windowMs: 10_000, per: 'calendar' },
  ],
  /** https://developers.google.com/workspace/admin/directory/v1/limits */
  directory: [perMinute(2_400, 'person')],
  /** https://developers.google.com/workspace/admin/reports/v1/limits */
  reports: [perMinute(2_400, 'person')],
  /** The same page: with a user, an event name, filters, an org unit, an address or a group. */
  'reports-filtered': [perMinute(250, 'person')],
  /**
   * In units: https://developers.google.com/workspace/gmail/api/reference/quota. A live test was refused at 160 units a
   * second long before the minute was full, so ours is 100 a second beside it.
   */
  mail: [
    perMinute(1_200_000, 'project'),
    perMinute(6_000, 'person'),
    { limit: 1_000, windowMs: 10_000, per: 'person' },
  ],
  /** https://developers.google.com/workspace/sheets/api/limits */
  'sheets-read': [perMinute(300, 'project'), perMinute(60, 'person')],
  'sheets-write': [perMinute(300, 'project'), perMinute(60, 'person')],
};
