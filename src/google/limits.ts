/**
 * The platform's limits, each with its unit in the name. The rates of Google's APIs are in runs/quotas.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas where no other source is named
 */
export const LIMITS = {
  /** https://developers.google.com/workspace/add-ons/concepts/actions */
  CARD_RUNTIME_MS: 30_000,
  SCRIPT_RUNTIME_MS: 6 * 60_000,
  /** All triggers of one person together. */
  TRIGGER_RUNTIME_MS_PER_DAY: 6 * 3_600_000,
  TRIGGERS_PER_PERSON: 20,
  /** https://developers.google.com/apps-script/guides/triggers/installable */
  ADD_ON_TRIGGER_MINUTES: 60,
  /** https://developers.google.com/apps-script/reference/utilities/utilities#sleep(Integer) */
  SLEEP_MS: 5 * 60_000,
  PROPERTY_VALUE_BYTES: 9 * 1024,
  PROPERTY_STORE_BYTES: 500 * 1024,
  /** Ours: kept free for leases, tenant records and secrets of all customers. */
  PROPERTY_RESERVE_BYTES: 200 * 1024,
  /** Ours: the most that one customer’s wishes and notes may take, however few customers there are. */
  PROPERTY_SHARE_BYTES: 64 * 1024,
  /** https://developers.google.com/apps-script/reference/cache/cache */
  CACHE_KEY_CHARACTERS: 250,
  CACHE_VALUE_BYTES: 100 * 1024,
  CACHE_SECONDS: 21_600,
  FETCHES_PER_DAY: 100_000,
  FETCH_URL_CHARACTERS: 2_082,
  /** Google names no limit for fetchAll. This one is ours: what fits into memory and into one second of the quota. */
  FETCHES_AT_ONCE: 50,
  /** https://developers.google.com/workspace/add-ons/guides/workspace-restrictions */
  WIDGETS_PER_CARD: 100,
  /** https://developers.google.com/workspace/calendar/api/guides/batch */
  CALENDAR_CALLS_PER_BATCH: 50,
  /** https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
  CALENDAR_EVENTS_PER_PAGE: 2_500,
  /** https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/list */
  DIRECTORY_USERS_PER_PAGE: 500,
  /** https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list */
  LOG_ACTIVITIES_PER_PAGE: 1_000,
} as const;
