/**
 * How often an API may be called: requests a minute unless the name says otherwise. Standard quotas of Cloud projects
 * created since May 2026; older projects may keep others.
 */
export interface QuotaLimits {
  /** https://developers.google.com/workspace/admin/directory/v1/limits */
  readonly DIRECTORY_QUERIES_PER_USER: number;
  /** Same page: "10 users per domain per second". */
  readonly USER_CREATIONS_PER_SECOND_PER_DOMAIN: number;
  /** Same page: one write to the organizational units a second for a customer. */
  readonly ORG_UNIT_WRITES_PER_SECOND_PER_CUSTOMER: number;
  /** https://developers.google.com/workspace/calendar/api/guides/quota */
  readonly CALENDAR_QUERIES: number;
  readonly CALENDAR_QUERIES_PER_USER: number;
  /**
   * Events written to one calendar in ten seconds, by anybody. Google says that quick successive writes to a single
   * calendar may be limited at any time and gives no number. Ours is inferred: a pace of 600 a minute is sustained, two
   * batches of 50 pass, a third at once does not.
   */
  readonly CALENDAR_WRITES_PER_10_SECONDS_PER_CALENDAR: number;
  /** https://developers.google.com/workspace/admin/reports/v1/limits */
  readonly REPORTS_QUERIES_PER_USER: number;
  /** Same page: queries with a userKey other than `all`, or any of five filtering parameters. */
  readonly REPORTS_FILTERED_QUERIES: number;
  /** https://developers.google.com/workspace/sheets/api/limits */
  readonly SHEETS_READS: number;
  readonly SHEETS_READS_PER_USER: number;
  readonly SHEETS_WRITES: number;
  readonly SHEETS_WRITES_PER_USER: number;
  /** Quota units, not requests. https://developers.google.com/workspace/drive/api/guides/limits */
  readonly DRIVE_UNITS_PER_USER: number;
}

export const GOOGLE_QUOTAS: QuotaLimits = {
  DIRECTORY_QUERIES_PER_USER: 2_400,
  USER_CREATIONS_PER_SECOND_PER_DOMAIN: 10,
  ORG_UNIT_WRITES_PER_SECOND_PER_CUSTOMER: 1,
  CALENDAR_QUERIES: 10_000,
  CALENDAR_QUERIES_PER_USER: 600,
  CALENDAR_WRITES_PER_10_SECONDS_PER_CALENDAR: 100,
  REPORTS_QUERIES_PER_USER: 2_400,
  REPORTS_FILTERED_QUERIES: 250,
  SHEETS_READS: 300,
  SHEETS_READS_PER_USER: 60,
  SHEETS_WRITES: 300,
  SHEETS_WRITES_PER_USER: 60,
  DRIVE_UNITS_PER_USER: 325_000,
};

/** No limits at all: for benches, and for tests in which calls take no time. */
export const NO_QUOTAS: QuotaLimits = Object.fromEntries(
  Object.keys(GOOGLE_QUOTAS).map((name) => [name, Infinity]),
) as unknown as QuotaLimits;

/**
 * Quota units of Drive calls: a listing, everything else. Google's table was read for `files.get` and the listings only;
 * everything else is assumed to cost as much as a get.
 *
 * @see https://developers.google.com/workspace/drive/api/guides/limits
 */
export const DRIVE_UNITS = { list: 100, other: 5 } as const;
