/** How the directory sync of an organization stands, from what its runs left behind. */
import { msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import { freshness, type Freshness } from '../runs/freshness';
import { lastGoodRun } from '../runs/history';
import { LEASE_MS } from '../runs/lease';
import type { RunRecord } from '../runs/ports';
import { DAY_MS, throttled, type Throttled } from '../runs/throttle';
import type { DirectoryDesk } from './desk';
import { DIRECTORY_JOB, directoryPoint, type Point } from './point';
import { askSlot, goSlot, lastSlot, NEVER, outlookSlot, type Last, type Outlook } from './settings';

export type DirectoryState =
  /** Nobody has looked yet at what would happen. */
  | { readonly kind: 'never' }
  /** A run was asked for and has not begun. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'running';
      readonly point: Point | null;
      /** Another execution goes on; this one is over. */
      readonly isBetween: boolean;
    }
  /** A person has to look: before the first run, or because a brake held one. */
  | { readonly kind: 'held'; readonly outlook: Outlook }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly freshness: Freshness }
  | {
      readonly kind: 'done';
      readonly good: NonNullable<Last['good']>;
      readonly freshness: Freshness;
      readonly syncAll: Throttled;
    };

export type StatePorts = Pick<DirectoryDesk, 'runs' | 'store' | 'clock' | 'everyMs'>;

/** A wish that no run has answered by then never will be: the run failed before it could say so. */
const ANSWER_MS = 3_600_000;

export function directoryState(ports: StatePorts): Result<DirectoryState, Failure> {
  const records = ports.runs.load();
  if (!records.ok) return records;
  const own = records.value.filter(({ job }) => job === DIRECTORY_JOB);
  const newest = own[own.length - 1];
  const outlook = valueOr(slot(ports.store, outlookSlot).read(), null);
  const go = valueOr(slot(ports.store, goSlot).read(), null);
  if (newest && isUnderWay(newest)) return ok(running(newest, ports));
  if (isAwaited(newest, ports)) return ok({ kind: 'waiting' });
  if (outlook && (!go || go.at < outlook.at)) return ok({ kind: 'held', outlook });
  // What held the last run has been answered, or is no longer so.
  if (newest?.failure === 'held') return ok({ kind: 'waiting' });
  const last = valueOr(slot(ports.store, lastSlot).read(), NEVER);
  const age = freshnessIn(own, ports);
  if (newest?.outcome === 'failed' && newest.failure !== null)
    return ok({ kind: 'failed', failure: failureOf(newest.failure, last), freshness: age });
  if (!last.good) return ok({ kind: go ? 'waiting' : 'never' });
  return ok({ kind: 'done', good: last.good, freshness: age, syncAll: syncAllIn(ports) });
}

const isUnderWay = ({ outcome }: RunRecord): boolean =>
  outcome === 'running' || outcome === 'continues' || outcome === 'cut-off';

function running({ outcome, startedAt }: RunRecord, { store, clock }: StatePorts): DirectoryState {
  const isAlive = outcome === 'running' && clock.now() - msOf(startedAt) < LEASE_MS;
  const point = valueOr(slot(store, directoryPoint).read(), null);
  return { kind: 'running', point, isBetween: !isAlive };
}

/** Somebody said go, or asked for all, and no run has begun since: whoever decides what is due asks this. */
export function isAwaited(
  newest: RunRecord | undefined,
  { store, clock }: Pick<StatePorts, 'store' | 'clock'>,
): boolean {
  const wishes = [goSlot, askSlot].map((form) => valueOr(slot(store, form).read(), null)?.at ?? '');
  return wishes.some(
    (at) => at > (newest?.startedAt ?? '') && at !== '' && clock.now() - msOf(at) < ANSWER_MS,
  );
}

const freshnessIn = (records: readonly RunRecord[], { clock, everyMs }: StatePorts): Freshness =>
  freshness(lastGoodRun(records, DIRECTORY_JOB)?.freshAt ?? null, everyMs ?? DAY_MS, clock.now());

/** The record knows the kind only; what the run left knows the whole. */
function failureOf(kind: Failure['kind'], { failure }: Last): Failure {
  if (failure?.kind === kind) return failure;
  return { kind: 'unavailable', message: `The run ended with: ${kind}.` };
}

/** Whether all people may be synced at once now: once in 24 hours, counted from a press that ended well (G16, D19). */
export function syncAllIn({ store, clock }: Pick<StatePorts, 'store' | 'clock'>): Throttled {
  const { fulfilled } = valueOr(slot(store, lastSlot).read(), NEVER);
  return throttled(fulfilled === null ? null : msOf(fulfilled), clock.now());
}
