/** One cycle of a person's calendar sync. */
import type { Failure } from '../../kit/failure';
import { traitsOf } from '../../kit/failure-traits';
import { ok, type Result } from '../../kit/result';
import { apply, type Applied, type Stop } from './apply';
import { planHold, type Approval, type Hold } from './brakes';
import type { Change } from '../entry/change';
import { LinkTable } from './link-table';
import type { Conflict } from '../ports';
import type { Operation } from './operations';
import type { Failed } from './outcome';
import { MOST_PENDING, pendingAfter } from './pending';
import { plan } from './plan';
import type { LeftOut, Planned } from './planned';
import { filterOf } from '../entry/own-choices';
import type { Policy } from '../entry/policy';
import type { CalendarPorts } from './ports';
import type { Pending, Progress } from '../ports';
import { hasFinished, isTightened, knownUnder, policyKey } from './read-under';
import { readBoth, type Reading } from './reading';
import { readAgain } from './read-again';

export interface CycleInput {
  readonly policy: Policy;
  /** What a person said go to after a hold or a preview; otherwise null. */
  readonly approved: Approval | null;
}

/** What a cycle did. */
export interface CycleReport {
  readonly done: readonly Operation[];
  readonly failed: readonly Failed[];
  readonly conflicts: readonly Conflict[];
  readonly leftOut: readonly LeftOut[];
  readonly pending: readonly Pending[];
}

export type Cycle =
  | { readonly kind: 'done'; readonly report: CycleReport }
  /** Nothing is lost: the next run begins where this one did, and finds what was done. */
  | { readonly kind: 'stopped'; readonly stop: Stop | TooMany; readonly report: CycleReport }
  /** A person has to decide. Nothing of a held plan was carried out. */
  | { readonly kind: 'held'; readonly hold: Hold; readonly planned: Planned | null };

export interface TooMany {
  readonly kind: 'too-many-failures';
  readonly failed: number;
}

/** What a run would do. */
export interface Prospect {
  readonly table: LinkTable;
  readonly progress: Progress | null;
  readonly planned: Planned;
  readonly reading: Reading | null;
  readonly hold: Hold | null;
}

/** Reads and plans without writing anything: the first half of a run, and all of a preview. */
export function prospect(
  ports: CalendarPorts,
  { policy, approved }: CycleInput,
): Result<Prospect, Failure> {
  const loaded = ports.links.load();
  if (!loaded.ok) return loaded;
  const { links, progress } = loaded.value;
  const table = new LinkTable(links);
  const known = knownUnder(progress, policy);
  const reading = readBoth(ports, table, known, { policy, approved });
  if (!reading.ok) return reading;
  const nothing: Planned = { operations: [], leftOut: [] };
  if ('kind' in reading.value)
    return ok({ table, progress, planned: nothing, reading: null, hold: reading.value });
  const { google, work } = reading.value.changes;
  const planned = plan(google, work, links, policy);
  const extent = { links: links.length, isInitial: !hasFinished(progress) };
  const hold = planHold(planned.operations, extent, approved);
  return ok({ table, progress, planned, reading: reading.value, hold });
}

/** Runs one cycle. Fails only if nothing was written. The cursors are saved last, once everything is done or noted as pending. */
export function syncCalendar(ports: CalendarPorts, input: CycleInput): Result<Cycle, Failure> {
  const found = prospect(ports, input);
  if (!found.ok) return found;
  const { table, planned, reading, hold } = found.value;
  if (hold || !reading) return ok({ kind: 'held', hold: hold!, planned: reading && planned });
  if (isTightened(found.value.progress, input.policy)) {
    // What a person chose for themself concerns nobody else.
    const isOwn = filterOf(input.policy.person).privateEvents === input.policy.privateEvents;
    const allPrivate = isOwn ? 'of-the-person' : 'of-everybody';
    const hidden = ports.journal.hide({ ids: [], allPrivate });
    if (!hidden.ok) return hidden;
  }
  const first = apply(planned.operations, ports, { policy: input.policy, table });
  const second = first.stopped ? null : again(first, ports, found.value, input);
  if (second && !second.ok)
    return ok(stopped(first, planned, { kind: 'failed', failure: second.failure }));
  const rounds = second?.ok ? joined(first, second.value.applied) : first;
  if (rounds.stopped) return ok(stopped(rounds, planned, rounds.stopped));
  const missing = [
    ...reading.unproved.missing,
    ...(second?.ok ? second.value.missing : []),
    ...carriedFirst(rounds.done, reading.changes.work),
  ];
  return ok(finished(rounds, ports, { ...found.value, reading, missing }, input.policy));
}

/** Activities of others to which an edit of their former copy was carried: the next look deletes the copy. */
function carriedFirst(done: readonly Operation[], work: readonly Change[]): string[] {
  const others = new Set(work.flatMap(({ kind, id }) => (kind === 'handed-over' ? [id] : [])));
  return done.flatMap((operation) => {
    const isCarried = operation.kind === 'update' || operation.kind === 'link';
    return isCarried && others.has(operation.next.work.id) ? [operation.next.work.id] : [];
  });
}

interface Again {
  readonly applied: Applied;
  /** Activities that were not found for the first time. */
  readonly missing: readonly string[];
}

/** Operations that met another state than they were planned for are read and planned again, once. */
function again(
  first: Applied,
  ports: CalendarPorts,
  { table, progress }: Prospect,
  { policy, approved }: CycleInput,
): Result<Again, Failure> | null {
  const stale = first.failed.filter(({ failure }) => traitsOf(failure).retry === 'replan');
  if (stale.length === 0) return null;
  const fresh = readAgain(stale, ports, table, { policy, progress, approved });
  if (!fresh.ok) return fresh;
  const { google, work, links, left, missing } = fresh.value;
  const { operations } = plan(google, work, links, policy);
  const all = first.done.concat(operations);
  if (planHold(all, { links: table.size, isInitial: true }, approved))
    return ok({ applied: { ...first, done: [] }, missing });
  const second = apply(operations, ports, { policy, table });
  const rest = first.failed.filter((failed) => !stale.includes(failed) || left.includes(failed));
  return ok({ applied: { ...second, failed: rest.concat(second.failed) }, missing });
}

const joined = (first: Applied, second: Applied): Applied => ({
  done: first.done.concat(second.done),
  failed: second.failed,
  stopped: second.stopped,
});

function finished(
  rounds: Applied,
  ports: CalendarPorts,
  { planned, reading, progress, missing }: Prospect & Read,
  policy: Policy,
): Cycle {
  const before = progress?.pending ?? [];
  const pending = withPutOff(pendingAfter(before, rounds.failed, reading.read), reading);
  if (pending.length > MOST_PENDING)
    return stopped(rounds, planned, { kind: 'too-many-failures', failed: pending.length });
  const { google, work } = reading.cursors;
  const next: Progress = {
    google,
    // What is missing is looked for in a full listing the next time, and so are exceptions that fit into a changed series now.
    work: missing.length > 0 || rounds.done.some(isOtherDates) ? null : work,
    policy: policyKey(policy),
    pending,
    missing,
    organizers: reading.organizers,
  };
  if (JSON.stringify(next) !== JSON.stringify(progress)) {
    const saved = ports.links.saveProgress(next);
    if (!saved.ok) return stopped(rounds, planned, { kind: 'failed', failure: saved.failure });
  }
  return { kind: 'done', report: reportOf(rounds, planned, pending) };
}

/** Whether a series has other dates than before, or is to get them by the next run. */
const isOtherDates = (operation: Operation): boolean =>
  operation.postpones === true ||
  (operation.kind === 'update' &&
    operation.next.base.recurrence !== null &&
    [operation.google, operation.work].some((write) =>
      write?.fields.some((field) => field === 'recurrence' || field === 'when'),
    ));

interface Read {
  readonly reading: Reading;
  readonly missing: readonly string[];
}

/** Adds the changes that wait for a second look at the other half of their pair. */
function withPutOff(pending: readonly Pending[], { unproved }: Reading): readonly Pending[] {
  const known = new Set(pending.map(({ google }) => google));
  return [...pending, ...unproved.putOff.filter(({ google }) => !known.has(google))];
}

const stopped = (applied: Applied, planned: Planned, stop: Stop | TooMany): Cycle => ({
  kind: 'stopped',
  stop,
  report: reportOf(applied, planned, []),
});

const reportOf = (
  { done, failed }: Applied,
  { leftOut }: Planned,
  pending: readonly Pending[],
): CycleReport => ({
  done,
  failed,
  conflicts: done.flatMap((operation) =>
    operation.kind === 'update'
      ? [operation.conflict, operation.alsoLost].flatMap((one) => one ?? [])
      : [],
  ),
  leftOut,
  pending,
});
