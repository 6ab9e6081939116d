/** Stays below Google's quotas by counting our own requests, instead of waiting to be refused. */
import type { Clock } from '../kit/clock';
import type { Deadline } from '../kit/deadline';
import type { Pacing, Use } from './ports';
import { QUOTAS, type Quota } from './quotas';
import { slidingWindow, type SlidingWindow } from './sliding-window';

/** The pace of one execution. It does not know what the one before it used: a refusal because of that is retried later. */
export function pacing(clock: Clock, deadline: Deadline): Pacing {
  const windows = new Map<string, SlidingWindow>();

  function windowsOf(use: Use): SlidingWindow[] {
    return QUOTAS[use.api].flatMap((quota) => {
      const sharer = sharerOf(use, quota);
      if (sharer === null) return [];
      const key = JSON.stringify([use.api, quota.per, quota.windowMs, sharer]);
      const window = windows.get(key) ?? slidingWindow(quota);
      windows.set(key, window);
      return [window];
    });
  }

  return {
    ask(use) {
      const now = clock.now();
      const waitMs = Math.max(...windowsOf(use).map((window) => window.waitMs(use.cost, now)));
      if (waitMs === 0) return { kind: 'go' };
      return { kind: waitMs < deadline.left() ? 'wait' : 'yield', waitMs };
    },
    used(use) {
      const now = clock.now();
      for (const window of windowsOf(use)) window.add(use.cost, now);
    },
  };
}

/** Who shares a quota with this use; null when it does not count there. */
function sharerOf(use: Use, { per }: Quota): string | null {
  switch (per) {
    case 'project':
      return '';
    case 'person':
      return use.person;
    case 'calendar':
      return use.calendar ?? null;
  }
}
