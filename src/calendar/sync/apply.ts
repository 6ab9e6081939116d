/** Carries out what was planned, and returns everything that happened as data. */
import { batchesOf } from '../../kit/batches';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { retryInserts } from './inserts';
import { journalOf } from './journal-of';
import type { Link, LinkChanges } from '../entry/link';
import { linkChanges } from './link-after';
import type { LinkTable } from './link-table';
import type { Operation } from './operations';
import { needsOriginal, readOriginals, type Originals } from './originals';
import { sendWrites, type Outcome } from './outcome';
import { halvesOf, seriesNamed } from './halves';
import type { Policy } from '../entry/policy';
import type { CalendarPorts } from './ports';
import { isMovedSince, toGoogleWrite, toWorkWrite } from './writes';

/** The most that Google's batch holds. @see https://developers.google.com/workspace/calendar/api/guides/batch */
const BATCH = 50;
/** Writes to the work system alone: as many as fit into one request of a few hundred KB. */
const WORK_BATCH = 500;
/** Operations that only change links are saved in larger lots. */
const LOT = 1000;

/** What stopped the work before it was finished. */
export type Stop =
  { readonly kind: 'deadline' } | { readonly kind: 'failed'; readonly failure: Failure };

export interface Failed {
  readonly operation: Operation;
  readonly failure: Failure;
}

export interface Applied {
  readonly done: readonly Operation[];
  /** The operations that failed; their links are unchanged. */
  readonly failed: readonly Failed[];
  readonly stopped: Stop | null;
}

/** Runs the operations in batches. One that fails leaves its link as it was, so the next run plans it again. */
export function apply(
  operations: readonly Operation[],
  ports: CalendarPorts,
  { policy, table }: { readonly policy: Policy; readonly table: LinkTable },
): Applied {
  const done: Operation[] = [];
  const failed: Failed[] = [];
  const failures = new Map<Operation, Failure>();
  let stopped: Stop | null = null;
  for (const batch of inBatches(operations)) {
    stopped = ports.deadline.left() === 0 ? { kind: 'deadline' } : null;
    if (stopped) break;
    const ready = withSeries(batch, table, failures);
    const announced = announce(ready, ports);
    if (!announced.ok) return { done, failed, stopped: stoppedBy(announced.failure) };
    const { outcomes, failure } = perform(ready, ports, policy);
    const saved = save(outcomes, ports, policy);
    if (saved.failure) return { done, failed, stopped: stoppedBy(saved.failure) };
    table.change(saved.changes);
    outcomes.forEach((outcome, index) => {
      if (!outcome.failure) done.push(outcome.operation);
      else {
        failed.push({ operation: outcome.operation, failure: outcome.failure });
        failures.set(batch[index]!, outcome.failure);
      }
    });
    if (failure) {
      stopped = stoppedBy(failure);
      break;
    }
  }
  return { done, failed, stopped };
}

/** What needs another operation comes in a later batch. */
function inBatches(operations: readonly Operation[]): Operation[][] {
  const stages: Operation[][] = [];
  const stageOf = new Map<Operation, number>();
  const stage = (operation: Operation): number => {
    const known = stageOf.get(operation);
    if (known !== undefined) return known;
    const found = Math.max(0, ...(operation.needs ?? []).map((one) => stage(one) + 1));
    stageOf.set(operation, found);
    return found;
  };
  for (const operation of operations) {
    const index = stage(operation);
    while (stages.length <= index) stages.push([]);
    stages[index]!.push(operation);
  }
  return stages.flatMap((these) => [
    ...batchesOf(these.filter(isQuiet), LOT),
    ...writingBatches(these.filter((operation) => !isQuiet(operation))),
  ]);
}

/** An operation with what it can now be carried out with, or why it cannot. */
interface Ready {
  readonly operation: Operation;
  readonly failure: Failure | null;
}

/** Gives exceptions the pair of their series, which may have been made a moment ago. */
function withSeries(
  batch: readonly Operation[],
  table: LinkTable,
  failures: ReadonlyMap<Operation, Failure>,
): Ready[] {
  return batch.map((operation): Ready => {
    const failed = operation.needs?.find((one) => failures.has(one));
    if (failed) return { operation, failure: failures.get(failed)! };
    const named = seriesNamed(operation);
    if (named === null) return { operation, failure: null };
    const [side, id] = named;
    const series = table.find(side, id);
    return series
      ? { operation: { ...operation, series } as Operation, failure: null }
      : { operation, failure: { kind: 'not-found', id } };
  });
}

/**
 * Says first which copies Tandem itself takes back. A run that is killed after that leaves pairs without their copies, which would
 * look as if a person had deleted them.
 */
function announce(batch: readonly Ready[], { links }: CalendarPorts): Result<null, Failure> {
  const leaving = batch.flatMap(({ operation, failure }) => {
    const link = failure ? null : withdrawn(operation);
    return link === null || link.withdrawing ? [] : [link];
  });
  return leaving.length === 0 ? ok(null) : links.announceWithdrawal(leaving);
}

/** The link of a copy that Tandem takes back or masks; null for any other operation. */
function withdrawn(operation: Operation): Link | null {
  if (operation.kind === 'delete')
    return operation.hides || operation.withdraws ? operation.link : null;
  return operation.kind === 'update' && operation.hides ? operation.previous : null;
}

/** In order, as many as can be sent together on both sides. */
function writingBatches(operations: readonly Operation[]): Operation[][] {
  const batches: Operation[][] = [];
  let room = 0;
  for (const operation of operations) {
    const takes = writesGoogle(operation) ? WORK_BATCH / BATCH : 1;
    if (room < takes) {
      batches.push([]);
      room = WORK_BATCH;
    }
    room -= takes;
    batches[batches.length - 1]!.push(operation);
  }
  return batches;
}

const writesGoogle = (operation: Operation): boolean =>
  operation.kind === 'update'
    ? operation.google !== null
    : operation.kind === 'occurrence' || ('on' in operation && operation.on === 'google');

const isQuiet = ({ kind }: Operation): boolean =>
  kind === 'link' || kind === 'unlink' || kind === 'leave';

const stoppedBy = (failure: Failure): Stop => ({ kind: 'failed', failure });

/** Writes Google's half first, then the work system's half of those that succeeded. */
function perform(
  batch: readonly Ready[],
  ports: CalendarPorts,
  policy: Policy,
): { readonly outcomes: readonly Outcome[]; readonly failure: Failure | null } {
  const read = readOriginals(
    batch.map(({ operation }) => operation),
    ports.google,
  );
  const originals: Originals = read.ok ? read.value : new Map();
  const fresh = batch.map(({ operation, failure }): Outcome => ({
    operation,
    google: null,
    work: null,
    generation: operation.kind === 'create' ? operation.generation : 0,
    failure: failure ?? failureBefore(operation, read),
  }));
  const inGoogle = retryInserts(
    sendWrites(
      fresh,
      ({ operation, generation }) =>
        toGoogleWrite(operation, generation, { ids: ports.ids, originals }),
      {
        write: (writes) => ports.google.write(writes),
        keep: (outcome, google) => ({ ...outcome, google }),
      },
    ),
    ports,
    originals,
  );
  const inWork = sendWrites(
    inGoogle.outcomes,
    ({ operation }) => toWorkWrite(operation, policy, originals),
    {
      write: (writes) => ports.work.write(writes),
      keep: (outcome, work) => ({ ...outcome, work }),
    },
  );
  return { outcomes: inWork.outcomes, failure: inGoogle.failure ?? inWork.failure };
}

function failureBefore(operation: Operation, read: Result<Originals, Failure>): Failure | null {
  if (!needsOriginal(operation)) return null;
  if (!read.ok) return read.failure;
  if (operation.kind === 'create' && !read.value.has(operation.continues!.event))
    return { kind: 'not-found', id: operation.continues!.event };
  return isMovedSince(operation, read.value)
    ? { kind: 'stale-etag', id: halvesOf(operation).google ?? '' }
    : null;
}

/** Saves the journal first: a link that is not saved is found again, but a write that is not noted is lost. */
function save(
  outcomes: readonly Outcome[],
  { journal, links }: CalendarPorts,
  policy: Policy,
): { readonly changes: LinkChanges; readonly failure: Failure | null } {
  const succeeded = outcomes.filter((outcome) => outcome.failure === null);
  const changes = linkChanges(succeeded);
  const entries = outcomes.flatMap((outcome) => journalOf(outcome, policy));
  const noted = entries.length > 0 ? journal.append(entries) : null;
  if (noted && !noted.ok) return { changes, failure: noted.failure };
  const ids = succeeded.flatMap(({ operation }) => hiddenIds(operation));
  const hidden = ids.length > 0 ? journal.hide({ ids, allPrivate: 'of-nobody' }) : null;
  if (hidden && !hidden.ok) return { changes, failure: hidden.failure };
  if (succeeded.length === 0) return { changes, failure: null };
  const saved = links.save(changes);
  return { changes, failure: saved.ok ? null : saved.failure };
}

/** Both halves of each pair whose details were taken back. */
export function hiddenIds(operation: Operation): string[] {
  if (!('hides' in operation)) return [];
  const { google, work } = operation.kind === 'update' ? operation.next : operation.link;
  return [google.id, work.id];
}
