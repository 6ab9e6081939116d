import type { Random } from '../../kit/random';

/** How long entries of one log take to appear: from, to, in minutes. */
type LagRange = readonly [fromMinutes: number, toMinutes: number];

/**
 * Google gives orders of magnitude ("tens of minutes", "a couple of hours"); these ranges are our reading of them, and for the
 * token log also of what others measured (30 minutes to 3 hours, and later).
 *
 * @see https://support.google.com/a/answer/7061566
 * @see https://github.com/elastic/detection-rules/pull/6280
 */
const LAG_MINUTES: Readonly<Record<string, LagRange>> = {
  admin: [1, 10],
  access_transparency: [1, 10],
  chat: [1, 10],
  chrome: [1, 10],
  drive: [1, 10],
  gmail: [1, 10],
  saml: [1, 10],
  login: [1, 15],
  user_accounts: [10, 60],
  calendar: [20, 150],
  token: [30, 240],
};

const OTHER_LAG_MINUTES: LagRange = [10, 90];

/** How many milliseconds until an entry of this log appears: mostly around the middle of the range. */
export function drawLagMs(random: Random, applicationName: string): number {
  const [from, to] = LAG_MINUTES[applicationName] ?? OTHER_LAG_MINUTES;
  const share = (random.next() + random.next()) / 2;
  return Math.round((from + share * (to - from)) * 60_000);
}
