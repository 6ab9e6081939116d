import { msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import { LEASE_MS } from '../runs/lease';
import type { RunRecord } from '../runs/ports';
import { DAY_MS } from '../runs/throttle';
import { lastSlot, NEVER } from './settings';
import { isAwaited, newestRun, type StatePorts } from './state';

/** How long after a failed run the next one is tried: most failures pass within an hour. */
const RETRY_MS = 3_600_000;

/**
 * Whether the recurring runner should begin or continue a full run: the first one by itself (G6), which is held until a
 * person has looked (TA13); after that once a day, and when somebody waits for one.
 */
export function directoryIsDue(
  ports: Pick<StatePorts, 'runs' | 'store' | 'clock'>,
): Result<boolean, Failure> {
  const found = newestRun(ports);
  if (!found.ok) return found;
  const newest = found.value;
  if (isAwaited(newest, ports)) return ok(true);
  if (newest === null) return ok(isDayOver(ports));
  const pauseMs = newest.failure === 'held' ? DAY_MS : pauseAfter(newest, ports);
  return ok(ports.clock.now() - msOf(newest.startedAt) >= pauseMs);
}

/** Without a record of runs that can be read, what the last one left says when it succeeded. */
function isDayOver({ store, clock }: Pick<StatePorts, 'store' | 'clock'>): boolean {
  const { good, failure } = valueOr(slot(store, lastSlot).read(), NEVER);
  return good === null || failure !== null || clock.now() - msOf(good.at) >= DAY_MS;
}

/** A person who could not be written is tried before the next day; one who fails again and again is soon left alone. */
function pauseAfter({ outcome }: RunRecord, { store }: Pick<StatePorts, 'store'>): number {
  const { good } = valueOr(slot(store, lastSlot).read(), NEVER);
  return outcome === 'finished' && (good?.failed.count ?? 0) > 0 ? RETRY_MS : PAUSE_MS[outcome];
}

/** Counted from beginning to beginning. A run without an end counts as killed once its lease has run out. */
const PAUSE_MS: Readonly<Record<RunRecord['outcome'], number>> = {
  finished: DAY_MS,
  failed: RETRY_MS,
  running: LEASE_MS,
  continues: 0,
  'cut-off': 0,
};
