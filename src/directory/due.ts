import { msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import { LEASE_MS } from '../runs/lease';
import type { RunRecord } from '../runs/ports';
import { DAY_MS } from '../runs/throttle';
import { DIRECTORY_JOB } from './point';
import { lastSlot, NEVER } from './settings';
import { isAwaited, type StatePorts } from './state';

/** A run that failed is tried again this much later: most of what fails heals within the hour. */
const RETRY_MS = 3_600_000;

/**
 * Whether the recurring runner should begin, or go on with, a full run: the first one by itself (G6), which ends held until
 * a person has looked (TA13); then once a day, and when somebody waits for one.
 */
export function directoryIsDue(
  ports: Pick<StatePorts, 'runs' | 'store' | 'clock'>,
): Result<boolean, Failure> {
  const records = ports.runs.load();
  if (!records.ok) return records;
  const own = records.value.filter(({ job }) => job === DIRECTORY_JOB);
  const newest = own[own.length - 1];
  if (newest === undefined || isAwaited(newest, ports)) return ok(true);
  const pauseMs = newest.failure === 'held' ? DAY_MS : pauseAfter(newest, ports);
  return ok(ports.clock.now() - msOf(newest.startedAt) >= pauseMs);
}

/** A person who could not be written does not wait for tomorrow; who fails again and again is left alone soon. */
function pauseAfter({ outcome }: RunRecord, { store }: Pick<StatePorts, 'store'>): number {
  const { good } = valueOr(slot(store, lastSlot).read(), NEVER);
  return outcome === 'finished' && (good?.failed.count ?? 0) > 0 ? RETRY_MS : PAUSE_MS[outcome];
}

/** From its beginning to the next one's. A run that never said how it ended was killed when its lease is over. */
const PAUSE_MS: Readonly<Record<RunRecord['outcome'], number>> = {
  finished: DAY_MS,
  failed: RETRY_MS,
  running: LEASE_MS,
  continues: 0,
  'cut-off': 0,
};
