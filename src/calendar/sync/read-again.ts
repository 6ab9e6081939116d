import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { Failed } from './outcome';
import type { Change } from '../entry/change';
import type { GoogleEvent } from '../entry/google-event';
import { changedSeries, joinSeries, placeActivities } from './join-series';
import type { Link } from '../entry/link';
import type { LinkTable } from './link-table';
import { halvesOf, replacedHalves } from './halves';
import type { Policy } from '../entry/policy';
import type { CalendarPorts } from './ports';
import { readInto } from './reading';
import { leaveUnproved, type Looked } from './second-look';
import { googleSource, workSource, type Source } from './source';

export interface ReadAgain {
  readonly google: readonly Change[];
  readonly work: readonly Change[];
  readonly links: readonly Link[];
  /** Activities that were not found for the first time. Operations about them are left to the next run. */
  readonly missing: readonly string[];
  readonly left: readonly Failed[];
}

/** Adds the pair of a series that was read, and that of an exception's series. */
function addSeries(change: Change, links: Set<Link>, table: LinkTable): void {
  const ids =
    change.kind === 'present' && change.slot ? [change.id, change.slot.series] : [change.id];
  for (const id of ids) {
    const link = table.find('google', id) ?? table.find('work', id);
    if (link) links.add(link);
  }
}

const NOTHING_PROVED: ReadonlySet<string> = new Set();

/** Both halves of the failed operations, as they are now, and their links. */
export function readAgain(
  stale: readonly Failed[],
  ports: CalendarPorts,
  table: LinkTable,
  { policy, ...looked }: Omit<Looked, 'table'> & { readonly policy: Policy },
): Result<ReadAgain, Failure> {
  const ids = { google: new Set<string>(), work: new Set<string>() };
  const links = new Set<Link>();
  for (const { operation, failure } of stale) {
    const halves = halvesOf(operation);
    for (const { google, work } of [halves, replacedHalves(operation)]) {
      if (google !== null) ids.google.add(google);
      if (work !== null) ids.work.add(work);
    }
    for (const id of operation.heard ?? []) ids.google.add(id);
    if (failure.kind === 'already-exists' && operation.kind === 'create')
      ids[operation.on].add(failure.id);
    const link = table.find('google', halves.google ?? '') ?? table.find('work', halves.work ?? '');
    if (link) links.add(link);
  }
  const google = new Map<string, Change>();
  const work = new Map<string, Change>();
  const source = googleSource(ports, policy) as Source<unknown>;
  const events = new Map<string, GoogleEvent>();
  const fromGoogle = readInto(google, source, ids.google, events);
  if (!fromGoogle.ok) return fromGoogle;
  const series = [...changedSeries(events, table)].filter((id) => !google.has(id));
  const fromSeries = readInto(google, source, series, events);
  if (!fromSeries.ok) return fromSeries;
  const fromWork = readInto(work, workSource(ports, policy) as Source<unknown>, ids.work);
  if (!fromWork.ok) return fromWork;
  for (const change of [...google.values(), ...work.values()]) addSeries(change, links, table);
  joinSeries(google, { events, isFull: false }, table, policy);
  placeActivities(work, table);
  const unproved = leaveUnproved({ google, work }, NOTHING_PROVED, { table, ...looked });
  const isLeft = ({ operation }: Failed): boolean =>
    unproved.missing.includes(halvesOf(operation).work ?? '');
  return ok({
    google: [...google.values()],
    work: [...work.values()],
    links: [...links],
    missing: unproved.missing,
    left: stale.filter(isLeft),
  });
}
