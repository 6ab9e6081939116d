import type { Execution } from '../../runtime/execution';
import { ScriptException } from '../../runtime/script-exception';

const DAY_MS = 86_400_000;

/** A person's daily quota: its key in `quotaUse`, its size, and its name in Google's message. */
export interface DailyQuota {
  readonly key: string;
  readonly limit: number;
  readonly words: string;
}

/**
 * Takes from a quota that counts for 24 hours from its first use.
 *
 * @throws ScriptException in Google's words when not enough is left; then nothing is taken.
 */
export function takeQuota(execution: Execution, quota: DailyQuota, amount = 1): void {
  const use = currentUse(execution, quota.key);
  if (use.used + amount > quota.limit)
    throw new ScriptException(`Service invoked too many times for one day: ${quota.words}.`);
  use.used += amount;
}

/** How much of a quota is left. */
export const quotaLeft = (execution: Execution, quota: DailyQuota): number =>
  Math.max(0, quota.limit - currentUse(execution, quota.key).used);

function currentUse({ start, workspace }: Execution, key: string): { since: number; used: number } {
  const { quotaUse } = start.script;
  const name = `${start.person.userId}/${key}`;
  const now = workspace.clock.now();
  const use = quotaUse[name];
  return use && now - use.since < DAY_MS ? use : (quotaUse[name] = { since: now, used: 0 });
}
