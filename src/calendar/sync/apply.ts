/** Carries out what was planned, and returns everything that happened as data. */
import { batchesOf } from '../../kit/batches';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { endings } from './endings';
import { retryInserts } from './inserts';
import { journalOf } from './journal-of';
import { announce, hiddenIds } from './hidden';
import { linkChanges } from './link-after';
import type { LinkTable } from './link-table';
import type { Operation } from './operations';
import { needsOriginal, readOriginals, type Originals } from './originals';
import { sendWrites, type Failed, type Outcome } from './outcome';
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
  const series = endings(operations);
  let stopped: Stop | null = null;
  for (const batch of inBatches(operations)) {
    stopped = ports.deadline.left() === 0 ? { kind: 'deadline' } : null;
    if (stopped) break;
    const ready = withSeries(batch, table, failures);
    const toStart = ready.flatMap(({ operation, failure }) => (failure ? [] : [operation]));
    const announced = announce(toStart, ports.links);
    if (!announced.ok) return { done, failed, stopped: stoppedBy(announced.failure) };
    const { outcomes, failure } = perform(ready, ports, policy);
    const saved = save(outcomes, series.ready(batch, outcomes), { ports, policy, table });
    if (!saved.ok) return { done, failed, stopped: stoppedBy(saved.failure) };
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
  if (stopped) return { done, failed, stopped };
  const rest = series.rest(failures);
  const saved = saveLinks(rest.toSave, { ports, table });
  return {
    done,
    failed: failed.concat(rest.failed),
    stopped: saved.ok ? null : stoppedBy(saved.failure),
  };
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

interface Saving {
  readonly ports: CalendarPorts;
  readonly table: LinkTable;
}

/**
 * Saves the journal first: a link that is not saved is found again, but a write that is not noted is lost.
 *
 * @param ready those whose pairs can be saved now.
 */
function save(
  outcomes: readonly Outcome[],
  ready: readonly Outcome[],
  { policy, ...saving }: Saving & { readonly policy: Policy },
): Result<null, Failure> {
  const { journal } = saving.ports;
  const entries = outcomes.flatMap((outcome) => journalOf(outcome, policy));
  const noted = entries.length > 0 ? journal.append(entries) : ok(null);
  if (!noted.ok) return noted;
  const succeeded = outcomes.filter((outcome) => outcome.failure === null);
  const ids = succeeded.flatMap(({ operation }) => hiddenIds(operation));
  const hidden = ids.length > 0 ? journal.hide({ ids, allPrivate: 'of-nobody' }) : ok(null);
  if (!hidden.ok) return hidden;
  // What is made now needs the pair of its series, whether that is saved yet or not.
  saving.table.change(
    linkChanges(succeeded.filter(({ operation }) => operation.kind === 'create')),
  );
  return saveLinks(ready, saving);
}

function saveLinks(ready: readonly Outcome[], { ports, table }: Saving): Result<null, Failure> {
  if (ready.length === 0) return ok(null);
  const changes = linkChanges(ready);
  const saved = ports.links.save(changes);
  if (saved.ok) table.change(changes);
  return saved.ok ? ok(null) : saved;
}
