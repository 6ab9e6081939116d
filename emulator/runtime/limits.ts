/**
 * Limits and quotas of Apps Script for a Workspace account, each with its unit in the name.
 * @see https://developers.google.com/apps-script/guides/services/quotas
 */
export interface Limits {
  /** https://developers.google.com/workspace/add-ons/concepts/actions */
  readonly CARD_RUNTIME_MS: number;
  readonly SCRIPT_RUNTIME_MS: number;
  readonly TRIGGER_RUNTIME_MS_PER_DAY: number;
  readonly SIMULTANEOUS_EXECUTIONS_PER_USER: number;
  readonly TRIGGERS_PER_USER: number;
  /** https://developers.google.com/apps-script/guides/triggers/installable */
  readonly ADD_ON_TRIGGER_INTERVAL_MS: number;
  /**
   * How many time-driven triggers an add-on may create for one person in 24 hours. Google gives no number; users report
   * 20 to 30: https://github.com/ljay79/jira-tools/issues/53
   */
  readonly ADD_ON_TRIGGERS_MADE_PER_DAY: number;
  /** https://developers.google.com/apps-script/reference/utilities/utilities#sleep(Integer) */
  readonly SLEEP_MS: number;
  readonly PROPERTY_VALUE_BYTES: number;
  readonly PROPERTY_STORE_BYTES: number;
  readonly PROPERTY_CALLS_PER_DAY: number;
  /** https://developers.google.com/apps-script/reference/cache/cache */
  readonly CACHE_KEY_CHARACTERS: number;
  readonly CACHE_VALUE_BYTES: number;
  readonly CACHE_SECONDS_DEFAULT: number;
  readonly CACHE_SECONDS: number;
  readonly CACHE_ITEMS: number;
  readonly FETCHES_PER_DAY: number;
  readonly FETCH_URL_CHARACTERS: number;
  readonly FETCH_PAYLOAD_BYTES: number;
  readonly FETCH_RESPONSE_BYTES: number;
  readonly FETCH_HEADERS: number;
  readonly FETCH_HEADER_BYTES: number;
  readonly MAIL_RECIPIENTS_PER_DAY: number;
  readonly MAIL_RECIPIENTS_PER_MESSAGE: number;
  readonly MAIL_BODY_BYTES: number;
  readonly MAIL_ATTACHMENTS: number;
  readonly MAIL_TOTAL_BYTES: number;
}

const KB = 1024;
const MB = 1024 * KB;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const GOOGLE_LIMITS: Limits = {
  CARD_RUNTIME_MS: 30_000,
  SCRIPT_RUNTIME_MS: 6 * MINUTE_MS,
  TRIGGER_RUNTIME_MS_PER_DAY: 6 * HOUR_MS,
  SIMULTANEOUS_EXECUTIONS_PER_USER: 30,
  TRIGGERS_PER_USER: 20,
  ADD_ON_TRIGGER_INTERVAL_MS: HOUR_MS,
  ADD_ON_TRIGGERS_MADE_PER_DAY: 30,
  SLEEP_MS: 5 * MINUTE_MS,
  PROPERTY_VALUE_BYTES: 9 * KB,
  PROPERTY_STORE_BYTES: 500 * KB,
  PROPERTY_CALLS_PER_DAY: 500_000,
  CACHE_KEY_CHARACTERS: 250,
  CACHE_VALUE_BYTES: 100 * KB,
  CACHE_SECONDS_DEFAULT: 600,
  CACHE_SECONDS: 21_600,
  CACHE_ITEMS: 1_000,
  FETCHES_PER_DAY: 100_000,
  FETCH_URL_CHARACTERS: 2_082,
  FETCH_PAYLOAD_BYTES: 50 * MB,
  FETCH_RESPONSE_BYTES: 50 * MB,
  FETCH_HEADERS: 100,
  FETCH_HEADER_BYTES: 8 * KB,
  MAIL_RECIPIENTS_PER_DAY: 1_500,
  MAIL_RECIPIENTS_PER_MESSAGE: 50,
  MAIL_BODY_BYTES: 400 * KB,
  MAIL_ATTACHMENTS: 250,
  MAIL_TOTAL_BYTES: 25 * MB,
};
