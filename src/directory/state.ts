/** How the directory sync of an organization stands, as far as a card shows it. */
import { msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import type { Waiting } from '../runs/decision';
import { decisionBook } from '../runs/decision-book';
import { freshness, type Freshness } from '../runs/freshness';
import { LEASE_MS } from '../runs/lease';
import type { RunRecord } from '../runs/ports';
import { DAY_MS, throttled, type Throttled } from '../runs/throttle';
import type { DirectoryDesk } from './desk';
import { directoryDecision, type HeldRun } from './hold';
import { DIRECTORY_JOB, directoryPoint, type Point } from './point';
import { askSlot, lastSlot, NEVER, type Last } from './settings';

export type DirectoryState =
  /** Nobody has looked at what the first run will do. */
  | { readonly kind: 'never' }
  /** A run was asked for, and will begin within minutes. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'running';
      /** Null while it reads. */
      readonly point: Point | null;
      /** Between two executions of one run. */
      readonly isBetween: boolean;
    }
  | { readonly kind: 'held'; readonly waiting: Waiting<HeldRun> }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly freshness: Freshness }
  | {
      readonly kind: 'done';
      readonly good: NonNullable<Last['good']>;
      readonly freshness: Freshness;
      readonly syncAll: Throttled;
    };

export type StatePorts = Pick<DirectoryDesk, 'runs' | 'store' | 'clock' | 'everyMs'>;

/** A wish that no run has answered by then never will be: the run failed before it could say so. */
const ANSWER_MS = 3 * 3_600_000;

export function directoryState(ports: StatePorts): Result<DirectoryState, Failure> {
  const newest = newestRun(ports);
  if (!newest.ok) return newest;
  const run = newest.value;
  const decision = standingIn(ports);
  if (run && isUnderWay(run)) return ok(running(run, ports));
  if (isAwaited(run, ports)) return ok({ kind: 'waiting' });
  if (decision.kind === 'waits') return ok({ kind: 'held', waiting: decision.waiting });
  // What held the last run is no longer there.
  if (run?.failure === 'held') return ok({ kind: 'waiting' });
  return ok(stateAfter(run, valueOr(slot(ports.store, lastSlot).read(), NEVER), ports));
}

/** The state between two runs when nothing waits for a person. */
function stateAfter(run: RunRecord | null, last: Last, ports: StatePorts): DirectoryState {
  const age = freshness(last.good?.at ?? null, ports.everyMs ?? DAY_MS, ports.clock.now());
  if (run?.outcome === 'failed' && run.failure !== null)
    return { kind: 'failed', failure: wholeFailure(run.failure, last), freshness: age };
  if (last.good)
    return { kind: 'done', good: last.good, freshness: age, syncAll: syncAllIn(ports) };
  return { kind: standingIn(ports).kind === 'allowed' ? 'waiting' : 'never' };
}

/** The newest run of the directory that is remembered; null for none. */
export function newestRun({ runs }: Pick<StatePorts, 'runs'>): Result<RunRecord | null, Failure> {
  const records = runs.load();
  if (!records.ok) return records;
  const own = records.value.filter(({ job }) => job === DIRECTORY_JOB);
  return ok(own[own.length - 1] ?? null);
}

const standingIn = ({ store, clock }: Pick<StatePorts, 'store' | 'clock'>) =>
  decisionBook(store, directoryDecision).standing(clock.now());

const isUnderWay = ({ outcome }: RunRecord): boolean =>
  outcome === 'running' || outcome === 'continues' || outcome === 'cut-off';

function running({ outcome, startedAt }: RunRecord, { store, clock }: StatePorts): DirectoryState {
  const isAlive = outcome === 'running' && clock.now() - msOf(startedAt) < LEASE_MS;
  const point = valueOr(slot(store, directoryPoint).read(), null);
  return { kind: 'running', point, isBetween: !isAlive };
}

/** Whether somebody has said go, or asked for all people, and no run has begun since: then a run is due. */
export function isAwaited(
  newest: RunRecord | null,
  ports: Pick<StatePorts, 'store' | 'clock'>,
): boolean {
  const decision = standingIn(ports);
  const asked = valueOr(slot(ports.store, askSlot).read(), null)?.at ?? '';
  const { answered } = valueOr(slot(ports.store, lastSlot).read(), NEVER);
  const wishes = [
    decision.kind === 'allowed' ? decision.go.at : '',
    // A record of runs that cannot be read must not repeat a wish that was answered.
    asked > (answered ?? '') ? asked : '',
  ];
  return wishes.some(
    (at) => at !== '' && at > (newest?.startedAt ?? '') && ports.clock.now() - msOf(at) < ANSWER_MS,
  );
}

/** The record of a run has only the kind; what the run left has the whole failure. */
function wholeFailure(kind: Failure['kind'], { failure }: Last): Failure {
  if (failure?.kind === kind) return failure;
  return kind === 'own-fault'
    ? { kind }
    : { kind: 'unavailable', message: `The run ended with: ${kind}.` };
}

/** Whether all people may be synced at once now: once in 24 hours for the organization, counted from a press that succeeded (G16, D19). */
export function syncAllIn({ store, clock }: Pick<StatePorts, 'store' | 'clock'>): Throttled {
  const { fulfilled } = valueOr(slot(store, lastSlot).read(), NEVER);
  return throttled(fulfilled === null ? null : msOf(fulfilled), clock.now());
}
