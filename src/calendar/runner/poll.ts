/** How often everybody's calendar is looked at when nothing reports a change. */

/**
 * How many of an account's 100,000 fetches a day may be used for looks; writes, the workbook and the directory need the
 * rest.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas
 */
const LOOKS_A_DAY = 80_000;
const DAY_MS = 86_400_000;
/** A token lasts an hour: somebody who is looked at less often needs a new one each time. */
const TOKENS_A_DAY = 24;

/**
 * The time between two looks at a person, so that all looks of a day stay below the share. A look costs one listing, and
 * one token an hour: with n looks a day each, people × (n + min(n, 24)) ≤ 80,000. Hence n = 80,000 / people − 24 where
 * that is at least 24, else half of 80,000 / people. Never more often than the runner comes.
 */
export function pollMs(people: number, everyMs: number): number {
  const each = LOOKS_A_DAY / Math.max(1, people);
  const looks = each >= 2 * TOKENS_A_DAY ? each - TOKENS_A_DAY : each / 2;
  return Math.max(everyMs, Math.ceil(DAY_MS / looks));
}
