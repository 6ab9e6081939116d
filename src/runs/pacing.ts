/** Keeps below Google's quotas by counting our own requests, so that no refusal has to teach us. */
import type { Clock } from '../kit/clock';
import type { Deadline } from '../kit/deadline';
import { QUOTAS, type Api, type Quota } from './quotas';
import { slidingWindow, type SlidingWindow } from './sliding-window';

/** What a request, or a batch of them, is about to use. */
export interface Use {
  readonly api: Api;
  /** Requests, or units where the service counts those: a batch of 50 is 50. */
  readonly cost: number;
  /** In whose name. */
  readonly person: string;
  /** The calendar that is written to, if one is. */
  readonly calendar?: string;
}

export type Pace =
  | { readonly kind: 'go' }
  | { readonly kind: 'wait'; readonly waitMs: number }
  /** Waiting would outlast the run: stop here and go on after this time. */
  | { readonly kind: 'yield'; readonly waitMs: number };

export interface Pacing {
  /**
   * Says whether a use fits now. Whoever is told to go tells `used` when the request is sent.
   *
   * @throws RangeError of a cost that no window can ever hold.
   */
  ask(use: Use): Pace;
  used(use: Use): void;
}

/** The pace of one execution. It does not know what the one before it used: a refusal after a change of runs is backed off. */
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
