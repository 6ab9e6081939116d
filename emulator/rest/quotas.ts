import type { ApiMethodDescription } from '../discovery/discovery';
import type { Clock } from '../kit/clock';
import type { Caller } from '../workspace/caller';
import type { IncomingCall } from './incoming-call';
import { GOOGLE_QUOTAS, type QuotaLimits } from './quotas-limits';
import { QUOTA_RULES, type CountedCall, type QuotaRule } from './quotas-rules';
import { Windows, type SlidingWindow } from './quotas-window';

/** The remaining quotas of the APIs, in sliding windows on the Workspace's clock. Not saved with its state. */
export class Quotas {
  private readonly limits: QuotaLimits;
  private readonly windows = new Map<QuotaRule, Windows>();

  constructor(
    private readonly clock: Clock,
    limits: Partial<QuotaLimits> = {},
  ) {
    this.limits = { ...GOOGLE_QUOTAS, ...limits };
  }

  /**
   * Counts a call of an application against every quota it touches. A refused call costs nothing. People who use
   * Google's own products have no quota.
   *
   * @throws GoogleError in the API's words when a quota has nothing left.
   */
  take(method: ApiMethodDescription, incoming: IncomingCall, caller: Caller): void {
    const rules = QUOTA_RULES[method.api];
    if (!rules || caller.projectNumber === null) return;
    const call = { method, incoming, caller, projectNumber: caller.projectNumber };
    const now = this.clock.now();
    const touched: (readonly [SlidingWindow, number])[] = [];
    for (const rule of rules) {
      const key = rule.keyOf(call);
      if (key === null) continue;
      const window = this.windowOf(rule, key, now);
      const cost = rule.costOf?.(call) ?? 1;
      this.requireLeft(rule, call, window.used(now) + cost);
      touched.push([window, cost]);
    }
    for (const [window, cost] of touched) window.add(now, cost);
  }

  private requireLeft(rule: QuotaRule, call: CountedCall, wouldBe: number): void {
    if (wouldBe > this.limits[rule.limit]) throw rule.refuse(call);
  }

  private windowOf(rule: QuotaRule, key: string, now: number): SlidingWindow {
    let windows = this.windows.get(rule);
    if (!windows) this.windows.set(rule, (windows = new Windows(rule.windowMs)));
    return windows.of(key, now);
  }
}
